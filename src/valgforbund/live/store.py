"""What a place must do in which a feed grows: say which files there are, and read some."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol, TypeAlias

from valgforbund.errors import ScenarioError
from valgforbund.sources.limits import MEGABYTE, MOST_FEED_FILES

MOST_ONE = 20 * MEGABYTE  # of one file of a feed
DEEPEST = 8  # folders in folders

Take: TypeAlias = Callable[[str, bytes | ScenarioError], None]
"""Called for each file that was read, with its path; or with the reason why it could not be."""


class Mark(NamedTuple):
    """What tells that a file has changed.

    Attributes
    ----------
    size : int
        In bytes.
    changed : int
        When, as fine as the place has it.
    """

    size: int
    changed: int


class Listing(NamedTuple):
    """The files of the feed that are there.

    Attributes
    ----------
    files : dict of path to Mark
    refused : dict of path to ScenarioError
        Names that would lead elsewhere, and files that cannot be looked at.
    """

    files: dict[str, Mark]
    refused: dict[str, ScenarioError]


class Store(Protocol):
    """A place in which a feed grows."""

    def listing(self) -> Listing:
        """Every file of the feed.

        Raises
        ------
        ScenarioError
            If it cannot be told which there are; the reason.
        """

    def read(self, files: Mapping[str, Mark], take: Take) -> None:
        """Read these files, one after the other or some at a time.

        A file that is gone is left out.

        Raises
        ------
        ScenarioError
            If no more can be read; what was taken until then stands.
        """

    def close(self) -> None:
        """Leave it."""


def too_many(name: str) -> ScenarioError:
    """That there are more files than may be."""
    limit = MOST_FEED_FILES
    return ScenarioError("archive_too_many", file=name, entries=limit + 1, limit=limit)
