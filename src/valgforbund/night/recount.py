"""What the final count of a council changed, and which of its areas did it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from valgforbund.counting import Count, count
from valgforbund.night.council import Council
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario


class Recount(NamedTuple):
    """The final count of one area, or of all of them, in place of the preliminary one.

    Attributes
    ----------
    area : str or None
        None for all areas together.
    preliminary, final : int
        Valid votes.
    differences : dict of str to int
        Votes that lists have more or fewer in the final count, the largest difference first.
    changes : dict of str to Span
        Who has other seats than with the preliminary count, all other areas as they ended.
    """

    area: str | None
    preliminary: int
    final: int
    differences: dict[str, int]
    changes: dict[str, Span]

    @property
    def lot(self) -> bool:
        """Whether a lot decides with one of the two counts."""
        return any(span.is_open for span in self.changes.values())


class Recounted(NamedTuple):
    """A council, counted twice.

    Attributes
    ----------
    together : Recount
        All areas; its changes are empty where the final count moved no seat.
    areas : tuple of Recount
        Those that move a seat, each alone, in the order of the alphabet.
    """

    together: Recount
    areas: tuple[Recount, ...]


def recounted(council: Council, scenario: Scenario | None = None) -> Recounted:
    """The areas whose final count moves a seat, each alone.

    Parameters
    ----------
    council : Council
        The newest count of each kind is taken. An area that was not counted twice has the same
        votes in both.
    scenario : Scenario, optional
        The alliances and seats; without it, those of the council. Its votes are not looked at.

    Examples
    --------
    >>> from valgforbund.night.facts import bundled
    >>> hvidovre, = (each for each in bundled("KV2025") if each.code == "167")
    >>> [(each.area, each.changes) for each in recounted(hvidovre).areas]
    [('Holmegårdshallen', {'L': Span(low=1, high=1), 'O': Span(low=-1, high=-1)})]
    """
    s = council.given if scenario is None else scenario
    first, last = (_newest(council.only(final)) for final in (False, True))
    twice = first[1] & last[1]
    end = np.where(last[1][:, None], last[0], first[0])
    more = np.where(twice[:, None], end - first[0], 0)
    total = end.sum(axis=0)
    now = count(_with(s, council, total))

    def recount(area: str | None, differs: np.ndarray) -> Recount:
        before = count(_with(s, council, total - differs))
        votes = int(total.sum() if area is None else end[council.areas.index(area)].sum())
        return Recount(
            area,
            votes - int(differs.sum()),
            votes,
            _differences(council, differs),
            _changes(before, now),
        )

    each = (recount(council.areas[i], more[i]) for i in np.flatnonzero(more.any(axis=1)))
    return Recounted(
        recount(None, more.sum(axis=0)), tuple(found for found in each if found.changes)
    )


def _newest(council: Council) -> tuple[np.ndarray, np.ndarray]:
    """Votes of the areas in their newest count, and which were counted."""
    counted = council.counted(len(council.when))
    return counted.votes, counted.known


def _with(s: Scenario, council: Council, votes: np.ndarray) -> Scenario:
    return s.with_votes(dict(zip(council.scenario.letters, map(int, votes), strict=True)))


def _differences(council: Council, differs: np.ndarray) -> dict[str, int]:
    votes = zip(council.scenario.letters, map(int, differs), strict=True)
    found = {letter: each for letter, each in votes if each}
    return dict(sorted(found.items(), key=lambda each: (-abs(each[1]), each[0])))


def _changes(before: Count, after: Count) -> dict[str, Span]:
    spans = before.spans
    return {x: now - spans[x] for x, now in after.spans.items() if now != spans[x]}
