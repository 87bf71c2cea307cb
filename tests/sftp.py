"""An SFTP server on this machine that shows a folder and fails as real ones do."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import Any

import asyncssh

USER, PASSWORD = "anna", "hemmeligt-æble"  # of this server alone


class Server:
    """The server; it has a thread of its own.

    Attributes
    ----------
    port : int
        Kept over a restart.
    logins : int
        How many were let in.
    reads : list of str
        Every file that was opened, in order.
    cut_after : int or None
        The next reads; then every connection is broken, once.
    hang : bool
        Whether it no longer answers reads.
    """

    def __init__(self, folder: Path, keys: list[asyncssh.SSHKey] | None = None) -> None:
        self.folder, self.port = folder, 0
        self.key = asyncssh.generate_private_key("ssh-ed25519")
        self.users = keys or []
        self.logins, self.reads = 0, list[str]()
        self.refused = 0
        self.cut_after: int | None = None
        self.files = list[Any]()
        self.hang = False
        self.connections = set[asyncssh.SSHServerConnection]()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._acceptor: Any = None
        self.start()

    # ---- what a test does with it ----

    @property
    def address(self) -> str:
        return f"sftp://{USER}@127.0.0.1:{self.port}/feed"

    def known_hosts(self, file: Path, key: asyncssh.SSHKey | None = None) -> Path:
        public = (key or self.key).export_public_key().decode()
        file.write_text(f"# known\n[127.0.0.1]:{self.port} {public}", "utf-8")
        return file

    @property
    def fingerprint(self) -> str:
        return self.key.get_fingerprint()

    def start(self) -> None:
        self._ask(self._start())

    def stop(self) -> None:
        """Nobody answers at the port until it is started again."""
        self._ask(self._stop())

    def cut(self) -> None:
        """Break every connection."""
        self._loop.call_soon_threadsafe(self.break_all)

    def close(self) -> None:
        self.hang = False
        self.stop()
        self._ask(self._finish())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    # ---- in its thread ----

    def _ask(self, coroutine: Any) -> None:
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(20)

    async def _start(self) -> None:
        self._acceptor = await asyncssh.create_server(
            partial(Guard, self),
            "127.0.0.1",
            self.port,
            server_host_keys=[self.key],
            sftp_factory=partial(Files, self),
            allow_scp=False,
        )
        self.port = self._acceptor.get_port()

    async def _stop(self) -> None:
        if self._acceptor is not None:
            self._acceptor.close()
            self.break_all()
            await self._acceptor.wait_closed()
            self._acceptor = None

    async def _finish(self) -> None:
        """What a broken connection left behind."""
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        for file in self.files:
            file.close()

    def break_all(self) -> None:
        for each in list(self.connections):
            each.abort()


class Guard(asyncssh.SSHServer):
    """Who is let in."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self._connection = conn
        self._server.connections.add(conn)

    def connection_lost(self, _: Exception | None) -> None:
        self._server.connections.discard(self._connection)

    def begin_auth(self, _: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return self._told((username, password) == (USER, PASSWORD))

    def public_key_auth_supported(self) -> bool:
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        return self._told(username == USER and key in self._server.users)

    def _told(self, is_right: bool) -> bool:
        self._server.logins += is_right
        self._server.refused += not is_right
        return is_right


class Files(asyncssh.SFTPServer):
    """The folder, with what goes wrong."""

    def __init__(self, server: Server, channel: asyncssh.SSHServerChannel) -> None:
        super().__init__(channel, chroot=str(server.folder))
        self._server = server

    async def open(self, path: bytes, pflags: int, attrs: asyncssh.SFTPAttrs) -> object:
        server = self._server
        if b"forbidden" in path:
            raise asyncssh.SFTPPermissionDenied("not for you")
        if server.cut_after is not None:
            server.cut_after -= 1
            if server.cut_after < 0:
                server.cut_after = None
                server.break_all()
        server.reads.append(path.decode(errors="replace"))
        file = super().open(path, pflags, attrs)
        server.files.append(file)
        return file

    async def read(self, file_obj: object, offset: int, size: int) -> bytes:
        while self._server.hang:
            await asyncio.sleep(0.05)
        return super().read(file_obj, offset, size)
