"""The line between a browser and a server, which a test can cut, as a network does."""

import socket
import threading
from contextlib import suppress


class Line:
    """Hands on all bytes between the browser and a port of this machine.

    Parameters
    ----------
    port : int
        Of the server.

    Attributes
    ----------
    port : int
        Where the browser goes instead.
    """

    def __init__(self, port: int) -> None:
        self._server = port
        self._open = threading.Event()
        self._open.set()
        self._is_broken = False
        self._sockets: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def hold(self) -> None:
        """Nothing arrives, and nobody is told: the bytes wait."""
        self._open.clear()

    def tear(self) -> None:
        """All connections end, what was on its way is lost, and nobody gets a new one."""
        self._is_broken = True
        self._open.set()
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._sockets.clear()

    def mend(self) -> None:
        """The line is as before."""
        self._is_broken = False
        self._open.set()

    def close(self) -> None:
        self.tear()
        self._door.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self._door.accept()
                try:
                    self._connect(browser)
                except OSError:
                    browser.close()

    def _connect(self, browser: socket.socket) -> None:
        if self._is_broken:
            raise OSError
        server = socket.create_connection(("127.0.0.1", self._server))
        self._sockets += [browser, server]
        for ends in ((browser, server), (server, browser)):
            threading.Thread(target=self._hand_on, args=ends, daemon=True).start()

    def _hand_on(self, here: socket.socket, there: socket.socket) -> None:
        with suppress(OSError):
            while data := here.recv(65536):
                self._open.wait()
                there.sendall(data)
        for each in (here, there):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        here.close()  # the other one is closed where it is read
