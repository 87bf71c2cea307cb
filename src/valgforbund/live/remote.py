"""A folder on another machine, over SFTP."""

from __future__ import annotations

import asyncio
import posixpath
import threading
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any, TypeVar

from valgforbund.errors import ScenarioError
from valgforbund.live.address import Address
from valgforbund.live.login import Login, Session, why_of
from valgforbund.live.store import DEEPEST, Listing, Mark, Take, too_many
from valgforbund.sources.archive import OUTSIDE
from valgforbund.sources.feed_files import kind_of
from valgforbund.sources.limits import MOST_FEED_FILES

if TYPE_CHECKING:
    import asyncssh

AT_ONCE = 16  # files that are on their way together: most of the time goes by in waiting
ANSWER = 60.0  # seconds in which a listing or a file must have come
BROKEN = {"follow_lost", "follow_silent"}  # then the connection is made anew
T = TypeVar("T")


class Remote:
    """A folder of an SFTP server and the folders in it; a connection that broke is made anew.

    Parameters
    ----------
    address : Address
    login : Login
    """

    def __init__(self, address: Address, login: Login) -> None:
        self._address, self._login = address, login
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._session: Session | None = None
        self._running: Future[Any] | None = None
        self._is_closed = False

    def __str__(self) -> str:
        return str(self._address)

    def listing(self) -> Listing:
        """Every file of the feed."""
        return self._run(self._listed)

    def read(self, files: Mapping[str, Mark], take: Take) -> None:
        """Read these files, some at a time."""
        left = dict(files)

        def taken(path: str, data: bytes | ScenarioError | None) -> None:
            del left[path]
            if data is not None:
                take(path, data)

        async def every(sftp: asyncssh.SFTPClient) -> None:
            gate = asyncio.Semaphore(AT_ONCE)

            async def one(path: str, mark: Mark) -> None:
                async with gate:
                    taken(path, await self._read(sftp, path, mark))

            async with asyncio.TaskGroup() as group:
                for path, mark in list(left.items()):
                    group.create_task(one(path, mark))

        self._run(every)

    def close(self) -> None:
        """Log out."""
        self._is_closed = True
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        if self._running is not None:
            self._running.cancel()
        asyncio.run_coroutine_threadsafe(self._leave(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
        self._loop = self._thread = None

    # ---- what runs in the thread of the connection ----

    def _run(self, ask: Callable[[asyncssh.SFTPClient], Awaitable[T]]) -> T:
        """Ask the server; once more with a new connection if the old one is dead."""
        if self._is_closed:
            raise self._lost("closed")
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            # of a broken connection nobody waits for the rest; who asked was told
            self._loop.set_exception_handler(lambda _, __: None)
            self._thread = threading.Thread(
                target=self._loop.run_forever, name="valgforbund.follow", daemon=True
            )
            self._thread.start()
        running = asyncio.run_coroutine_threadsafe(self._asked(ask), self._loop)
        self._running = running
        try:
            return running.result()
        except CancelledError:
            raise self._lost("closed") from None

    async def _asked(self, ask: Callable[[asyncssh.SFTPClient], Awaitable[T]]) -> T:
        is_new = self._session is None
        try:
            return await self._once(ask)
        except ScenarioError as error:
            if is_new or error.code != "follow_lost":
                raise
        return await self._once(ask)

    async def _once(self, ask: Callable[[asyncssh.SFTPClient], Awaitable[T]]) -> T:
        import asyncssh  # noqa: PLC0415 -- an extra that only this needs

        if self._session is None:
            self._session = await self._login.opened()
        try:
            return await ask(self._session.sftp)
        except* (ScenarioError, asyncssh.Error, OSError, ValueError) as errors:
            reason = self._reason(_first(errors))
        if reason.code in BROKEN:
            await self._leave()
        raise reason

    def _reason(self, error: Exception) -> ScenarioError:
        """What went wrong with a connection that was made."""
        import asyncssh  # noqa: PLC0415 -- as above

        if isinstance(error, ScenarioError):
            return error
        if isinstance(error, TimeoutError):
            return ScenarioError("follow_silent", host=self._address.host, seconds=int(ANSWER))
        if isinstance(error, asyncssh.SFTPNoSuchFile):
            return ScenarioError("follow_no_folder", folder=self._address)
        if isinstance(error, asyncssh.SFTPPermissionDenied):
            return ScenarioError("follow_unreadable", file=self._address, why=why_of(error))
        return self._lost(why_of(error))

    def _lost(self, why: str) -> ScenarioError:
        return ScenarioError("follow_lost", host=self._address.host, why=why)

    async def _leave(self) -> None:
        if self._session is not None:
            connection, self._session = self._session.connection, None
            connection.abort()
            await connection.wait_closed()

    async def _listed(self, sftp: asyncssh.SFTPClient) -> Listing:
        return await self._within(self._walked(sftp))

    async def _within(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """What comes in time; else the connection is broken off, as closing a file would wait, too.

        Raises
        ------
        TimeoutError
        """
        task = asyncio.ensure_future(coroutine)
        try:
            await asyncio.wait({task}, timeout=ANSWER)
            if task.done():
                return await task
        finally:
            task.cancel()
        if self._session is not None:
            self._session.connection.abort()
        raise TimeoutError

    async def _walked(self, sftp: asyncssh.SFTPClient) -> Listing:
        import asyncssh  # noqa: PLC0415 -- as above

        plain = (asyncssh.FILEXFER_TYPE_REGULAR, asyncssh.FILEXFER_TYPE_UNKNOWN)
        found = Listing({}, {})
        folders = [""]
        seen = 0
        for folder in folders:  # it grows
            where = posixpath.join(self._address.path, folder) if folder else self._address.path
            async for entry in sftp.scandir(where):
                name, attributes = str(entry.filename), entry.attrs
                if name in (".", ".."):
                    continue
                seen += 1
                if seen > MOST_FEED_FILES:
                    raise too_many(self._address.host)
                path = posixpath.join(folder, name)
                if "/" in name or "\0" in name or OUTSIDE.search(name):
                    why = ScenarioError("archive_path", file=self._address.host, entry=name)
                    found.refused[path] = why
                elif attributes.type == asyncssh.FILEXFER_TYPE_DIRECTORY:
                    if path.count("/") < DEEPEST:
                        folders.append(path)
                elif attributes.type in plain and kind_of(name):
                    found.files[path] = Mark(attributes.size or 0, attributes.mtime or 0)
        return found

    async def _read(
        self, sftp: asyncssh.SFTPClient, path: str, mark: Mark
    ) -> bytes | ScenarioError | None:
        """A file's bytes; None if it is gone."""
        import asyncssh  # noqa: PLC0415 -- as above

        async def whole() -> bytes:
            where = posixpath.join(self._address.path, path)
            async with sftp.open(where, "rb") as file:
                found: bytes = await file.read(mark.size + 1)
                return found

        try:
            return await self._within(whole())
        except asyncssh.SFTPNoSuchFile:
            return None
        except (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection):
            raise
        except asyncssh.SFTPError as error:
            name = posixpath.basename(path)
            return ScenarioError("follow_unreadable", file=name, why=why_of(error))


def _first(errors: BaseExceptionGroup[Exception]) -> Exception:
    """Of what went wrong at the same time, one."""
    first = errors.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
