"""A folder of this machine that something else fills."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from valgforbund.errors import ScenarioError
from valgforbund.live.store import Listing, Mark, Take, too_many
from valgforbund.sources.feed_files import kind_of
from valgforbund.sources.limits import MOST_FEED_FILES


class Folder:
    """A folder and the folders in it.

    Parameters
    ----------
    path : Path

    Raises
    ------
    ScenarioError
        If it is not there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.is_dir():
            raise ScenarioError("follow_no_folder", folder=path)

    def __str__(self) -> str:
        return str(self._path)

    def listing(self) -> Listing:
        """Every file of the feed."""
        found = Listing({}, {})
        seen = 0
        try:
            for folder, _, names in os.walk(self._path, onerror=_raised):
                seen += len(names)
                if seen > MOST_FEED_FILES:
                    raise too_many(self._path.name)
                inside = Path(os.path.relpath(folder, self._path)).as_posix()
                for name in filter(kind_of, names):
                    path = name if inside == "." else f"{inside}/{name}"
                    try:
                        mark = _mark(os.path.join(folder, name))  # noqa: PTH118 -- for thousands
                    except OSError as error:  # such as a link to itself
                        found.refused[path] = _unreadable(name, error)
                    else:
                        found.files.update({path: mark} if mark else {})
        except FileNotFoundError:
            raise ScenarioError("follow_no_folder", folder=self._path) from None
        except OSError as error:
            raise _unreadable(self._path, error) from None
        return found

    def read(self, files: Mapping[str, Mark], take: Take) -> None:
        """Read these files one after the other."""
        for path, mark in files.items():
            try:
                with (self._path / path).open("rb") as file:
                    take(path, file.read(mark.size + 1))
            except FileNotFoundError:
                continue
            except OSError as error:
                take(path, _unreadable(Path(path).name, error))

    def close(self) -> None:
        """Nothing is open."""


def _raised(error: OSError) -> None:
    raise error


def _unreadable(file: str | Path, error: OSError) -> ScenarioError:
    return ScenarioError("follow_unreadable", file=file, why=error.strerror)


def _mark(path: str) -> Mark | None:
    """None for what is gone, and for what is no file: a pipe would never end."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- as above
    except FileNotFoundError:
        return None
    return Mark(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
