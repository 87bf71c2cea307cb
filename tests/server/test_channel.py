"""No message to a page waits for another, behind either door."""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application
from tornado.websocket import WebSocketHandler, websocket_connect

from valgforbund.server.app import SETTINGS
from valgforbund.server.channel import Channel
from valgforbund.server.lab import settings

NAME = f"{Channel.__module__}.{Channel.__name__}"


class Own(Channel):
    """One that takes any line."""

    websocket_handler: Any = None


class Line(WebSocketHandler):
    """A real line, which is opened as the servers open theirs."""

    opened: ClassVar[list[int]] = []

    def open(self, *_: Any, **__: Any) -> None:
        channel = Own.__new__(Own)
        channel.websocket_handler = self
        before = self._option()
        channel.connect()
        Line.opened = [before, self._option()]
        self.write_message("open")

    def _option(self) -> int:
        return self.ws_connection.stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def connect() -> None:
    """A page opens a line to a server."""
    served, port = bind_unused_port()
    server = HTTPServer(Application([("/", Line)]))
    server.add_socket(served)
    line = await websocket_connect(f"ws://127.0.0.1:{port}/")
    assert await line.read_message() == "open"
    line.close()
    server.stop()


def test_nothing_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tornado holds small messages back unless it is told not to."""
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", lambda _: None)
    with ThreadPoolExecutor(1) as aside:  # a browser's test may have left a loop running here
        aside.submit(asyncio.run, connect()).result()
    assert Line.opened == [0, 1]


def test_both_servers_use_it() -> None:
    assert SETTINGS["Voila"]["kernel_websocket_connection_class"] == NAME
    assert f"--ServerApp.kernel_websocket_connection_class={NAME}" in settings()
