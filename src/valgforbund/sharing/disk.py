"""Files on the disk: read up to a limit, and written so that what was there stays until all is new.

Only files: a device or a pipe may have no end, or nobody at the other one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from valgforbund.errors import ScenarioError

MODE = 0o666  # of a new file, less what the person's system takes away
PRIVATE = 0o600  # until it has the mode of the file that it replaces
BINARY = getattr(os, "O_BINARY", 0)  # Windows would change ends of lines
NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe may have taken the place of a file meanwhile


def path_of(x: object) -> Path:
    """The path that a person gives.

    Raises
    ------
    ScenarioError
        If it is none: no text, empty, or with characters that no path can have.

    Examples
    --------
    >>> path_of("note.pdf").suffix
    '.pdf'
    """
    try:
        text = os.fspath(x)  # type: ignore[call-overload]  # that is the question
        if isinstance(text, str) and text.strip() and b"\0" not in os.fsencode(text):
            return Path(text)
    except (TypeError, UnicodeError):
        pass
    raise ScenarioError("saved_no_path", value=x)


def content(path: Path, most: int, too_large: Callable[[int, int], ScenarioError]) -> bytes:
    """What is in a file.

    Parameters
    ----------
    path : Path
    most : int
        Bytes that it may have.
    too_large : callable
        The error where it has more: of how many it has, and how many it may have.

    Raises
    ------
    ScenarioError
        If it is no file, is too large, or cannot be opened.
    """
    try:
        _check(path, path.stat())
        with open(path, "rb", opener=_without_waiting) as file:
            said = os.fstat(file.fileno())
            _check(path, said)
            data = (
                b"" if said.st_size > most else file.read(most + 1)
            )  # it may say less than it has
    except OSError as error:
        raise ScenarioError("saved_not_opened", path=path, reason=_reason(error)) from None
    size = max(said.st_size, len(data))
    if size > most:
        raise too_large(size, most)
    return data


def place_of(x: object) -> Path:
    """Where a file can be written: in a folder that is there, over a file or nothing.

    Asked before the work is done that fills it.

    Raises
    ------
    ScenarioError
        If a file cannot be written there.
    """
    path = path_of(x)
    with writing(path):
        goal = Path(os.path.realpath(path))
        old = _there(goal)
        if old is not None:
            _check(path, old)
        may = os.access(goal.parent, os.W_OK | os.X_OK) and (
            old is None or os.access(goal, os.W_OK)
        )
        if not stat.S_ISDIR(goal.parent.stat().st_mode) or not may:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return path


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """What the system says while something is written, as an error of ours.

    Raises
    ------
    ScenarioError
        If the disk is full, or whatever else the system says.
    """
    try:
        yield
    except OSError as error:
        raise ScenarioError("saved_not_written", path=path, reason=_reason(error)) from None


def put(path: Path, data: bytes) -> None:
    """Write a file; where that fails, what was there is as it was.

    It is written beside and takes the place at once. A link is followed; the mode stays.

    Raises
    ------
    ScenarioError
        If it cannot be written.
    """
    place_of(path)
    goal = Path(os.path.realpath(path))
    new = goal.with_name(f".{secrets.token_hex(8)}.new")
    try:
        with writing(path):
            old = _there(goal)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
            with os.fdopen(os.open(new, flags, MODE if old is None else PRIVATE), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if old is not None:
                with contextlib.suppress(OSError):  # not every system of files has modes
                    new.chmod(stat.S_IMODE(old.st_mode))
            new.replace(goal)
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def _there(goal: Path) -> os.stat_result | None:
    try:
        return goal.stat()
    except FileNotFoundError:
        return None


def _check(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise ScenarioError("path_no_file", path=path)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | NO_WAIT)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
