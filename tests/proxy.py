"""A reverse proxy as others put before the servers: it hands on requests and websockets.

A program of its own: python proxy.py PORT [keep], which prints the port that it listens on. It
hands on to PORT; with "keep" the server behind it hears by which name it was asked, else, as with
an nginx that was told nothing, the name by which the proxy asks.
"""

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


async def _copy(source: asyncio.StreamReader, goal: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(65536):
            goal.write(data)
            await goal.drain()
        goal.write_eof()


async def serve(goal: int, *, keeps_host: bool) -> None:
    """Listen for ever; a connection carries one request, or a websocket."""

    async def hand_on(asks: asyncio.StreamReader, hears: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await asks.readuntil(b"\r\n\r\n")).decode("latin-1")
            if not keeps_host:
                head = re.sub(r"(?mi)^host:.*$", f"Host: 127.0.0.1:{goal}\r", head)
            if not re.search(r"(?mi)^upgrade:", head):
                head = re.sub(r"(?mi)^connection:.*\r\n", "", head)
                head = head.replace("\r\n", "\r\nConnection: close\r\n", 1)
            answers, says = await asyncio.open_connection("127.0.0.1", goal)
            says.write(head.encode("latin-1"))
            await asyncio.gather(_copy(asks, says), _copy(answers, hears))
            says.close()
        hears.close()

    server = await asyncio.start_server(hand_on, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


@contextmanager
def proxied(goal: int, *, keeps_host: bool) -> Iterator[int]:
    """The port of a proxy before the server on this port."""
    command = [sys.executable, __file__, str(goal), *["keep"] * keeps_host]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as proxy:
        try:
            yield int(proxy.stdout.readline())
        finally:
            proxy.kill()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), keeps_host="keep" in sys.argv))
