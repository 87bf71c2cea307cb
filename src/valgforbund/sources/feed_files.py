"""Which files of the official feed are read: of the right kinds, and of counts the newest.

Of the few other files all are read: a test with a newer stamp may lie over what is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.sources.archive import Archive
from valgforbund.sources.content import too_large
from valgforbund.sources.feed_forms import FORMS, NONE
from valgforbund.sources.limits import MOST_FEED, MOST_FEED_FILES, MOST_FEED_ZIP

COUNT = "valgresultater"
# <kind>-<election>-<unit>[-<area>]-DDMMYYYYhhmm.json; the stamp may be missing
STAMP = re.compile(r"-(\d{2})(\d{2})(\d{4})(\d{2})(\d{2})(?=\.json$)")


class File(NamedTuple):
    """A file of the feed: which kind, where it stood, and its bytes."""

    kind: str
    path: str
    data: bytes


class Files(NamedTuple):
    """The files that are read, the oldest first, and how many older counts are not."""

    files: list[File]
    older: int


def kind_of(path: str) -> str | None:
    """The kind of a file that is read; None for all others.

    Examples
    --------
    >>> kind_of("kandidat-data/kandidat-data-Kommunalvalg-Læsø.json"), kind_of("læs mig.txt")
    ('kandidat-data', None)
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    if not name.endswith(".json"):
        return None
    return next((kind for kind in FORMS if name.startswith(f"{kind}-")), None)


def chosen(paths: Iterable[str]) -> list[str]:
    """The paths that are read, by their stamps.

    Examples
    --------
    >>> chosen(["valgresultater-A-181120252101.json", "valgresultater-A.json", "a.txt"])
    ['valgresultater-A-181120252101.json']
    """
    wanted = {each: kind for each in paths if (kind := kind_of(each))}
    counts = newest(each for each, kind in wanted.items() if kind == COUNT)
    others = [each for each, kind in wanted.items() if kind != COUNT]
    return sorted([*counts.values(), *others], key=_stamp)


def newest(paths: Iterable[str]) -> dict[str, str]:
    """The newest path of each file, by its path without the stamp.

    Examples
    --------
    >>> newest(["a-Læsø-181120252101.json", "a-Læsø-191120250900.json", "a-Læsø.json"])
    {'a-Læsø.json': 'a-Læsø-191120250900.json'}
    """
    found: dict[str, str] = {}
    for path in paths:
        bare = STAMP.sub("", path)
        if bare not in found or _stamp(path) >= _stamp(found[bare]):
            found[bare] = path
    return found


def current(results: Mapping[str, str]) -> list[str]:
    """The paths of counts that stand, by their stamps, of files that say what they hold.

    Of each file the newest with preliminary results and the newest with final ones; none that is
    older than one that says that there are no results.

    Parameters
    ----------
    results : mapping of path to str
        ``Resultatart`` of each file.

    Examples
    --------
    >>> current({
    ...     "a-181120252101.json": "ForeløbigOptælling",
    ...     "a-181120252102.json": "ForeløbigOptælling",
    ...     "a-191120250900.json": "Fintælling",
    ... })
    ['a-181120252102.json', 'a-191120250900.json']
    """
    emptied = newest(path for path, result in results.items() if result == NONE)
    found = set(emptied.values())
    for kind in {*results.values()} - {NONE}:
        found |= {
            path
            for bare, path in newest(each for each in results if results[each] == kind).items()
            if bare not in emptied or _stamp(path) >= _stamp(emptied[bare])
        }
    return sorted(found, key=lambda path: (_stamp(path), path))


def _stamp(path: str) -> tuple[str, ...]:
    """Year, month, day, hour, minute; nothing comes before all."""
    found = STAMP.search(path)
    return (found[3], found[2], found[1], found[4], found[5]) if found else ()


def of_zip(name: str, data: bytes) -> Files:
    """The files of a feed in one zip file; nothing is unpacked to the disk.

    Raises
    ------
    ScenarioError
        If it is damaged, or more than may be read.
    """
    if len(data) > MOST_FEED_ZIP:
        raise too_large(name, len(data), MOST_FEED_ZIP)
    archive = Archive(name, data, MOST_FEED_FILES, MOST_FEED)
    paths = {each for each in archive.names if kind_of(each)}
    kept = chosen(paths)
    read = archive.read({*kept}.__contains__)
    found = [File(str(kind_of(path)), path, content) for path, content in read]
    order = {path: n for n, path in enumerate(kept)}
    return Files(sorted(found, key=lambda each: order[each.path]), len(paths) - len(kept))


def of_folder(folder: Path) -> Files:
    """The files of a feed in a folder and the folders in it.

    Raises
    ------
    ScenarioError
        If there are more than may be read.
    """
    paths: dict[str, Path] = {}
    for n, path in enumerate(folder.rglob("*.json"), 1):
        if n > MOST_FEED_FILES:
            raise ScenarioError(
                "archive_too_many", file=folder.name, entries=n, limit=MOST_FEED_FILES
            )
        if kind_of(path.name):
            paths[path.relative_to(folder).as_posix()] = path
    kept = chosen(paths)
    total = sum(paths[each].stat().st_size for each in kept)
    if total > MOST_FEED:
        raise too_large(folder.name, total, MOST_FEED)
    found = [File(str(kind_of(each)), each, paths[each].read_bytes()) for each in kept]
    return Files(found, len(paths) - len(found))
