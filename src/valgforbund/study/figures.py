"""The figures of a study, each with what it is of and how it is defined.

Some mislead without another: seats saved by several alliances in one council are the same seat,
so the sum of what alliances saved is far above the number of seats that moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import NO_SEATS
from valgforbund.ranges import Span
from valgforbund.study.council import WITH, Council, Effect
from valgforbund.waste import UNREPRESENTED


class Figure(NamedTuple):
    """One figure: what is added up over the councils.

    Attributes
    ----------
    name : str
    definition : str
    value : callable
        A council's part, least and most over its lots.
    of : str
        The figure that it is a part of, or ``""``.
    """

    name: str
    definition: str
    value: Callable[[Council], Span]
    of: str = ""


def _sure(number: int) -> Span:
    return Span(number, number)


def _times(cases: Iterable[tuple[bool, bool]]) -> Span:
    """How often something is sure, and how often it is possible."""
    found = list(cases)
    return Span(sum(sure for sure, _ in found), sum(possible for _, possible in found))


def _same(change: Span) -> tuple[bool, bool]:
    return change == NO_SEATS, change.low <= 0 <= change.high


def _moved_nothing(effect: Effect) -> tuple[bool, bool]:
    changes = [_same(change) for change in effect.changes[DISSOLVED].values()]
    return not changes, all(possible for _, possible in changes)


def _saved(baseline: str) -> Callable[[Council], Span]:
    return lambda council: Span(
        sum(effect.saved[baseline].low for effect in council.alliances),
        sum(effect.saved[baseline].high for effect in council.alliances),
    )


def _negative(effect: Effect) -> tuple[bool, bool]:
    return effect.saved[NONE].high < 0, effect.saved[NONE].low < 0


def _unrepresented(effect: Effect) -> tuple[bool, bool]:
    worlds = effect.waste
    return _same(worlds[WITH][UNREPRESENTED] - worlds[DISSOLVED][UNREPRESENTED])


def _overtaken(council: Council) -> tuple[bool, bool]:
    behind = [each.seats_behind for each in council.inversions]
    return any(span.low > 0 for span in behind), bool(behind)


def _majority(council: Council) -> Iterable[tuple[bool, bool]]:
    half = council.scenario.seats / 2
    return ((each.seats.low > half, each.seats.high > half) for each in council.majorities)


def _changed(council: Council) -> tuple[bool, bool]:
    return council.moved.low > 0, council.moved.high > 0


FIGURES = (
    Figure("councils", "councils studied", lambda _: _sure(1)),
    Figure("seats", "seats of these councils", lambda c: _sure(c.scenario.seats)),
    Figure("lists", "lists that stood", lambda c: _sure(len(c.standings))),
    Figure("alliances", "electoral alliances", lambda c: _sure(len(c.alliances))),
    Figure(
        "saved_dissolved",
        "sum over alliances of its seats now minus its seats with just this one dissolved, all "
        "others kept; several may save the same seat, so compare moved_none",
        _saved(DISSOLVED),
    ),
    Figure(
        "saved_none",
        "sum over alliances of its seats now minus its seats with no alliances at all",
        _saved(NONE),
    ),
    Figure(
        "moved_none",
        "seats that another list would have with no alliances at all",
        lambda council: council.moved,
        "seats",
    ),
    Figure(
        "changed_none",
        "councils in which at least one such seat is",
        lambda council: _times([_changed(council)]),
        "councils",
    ),
    Figure(
        "moved_nothing",
        "alliances without which, all others kept, every list would have the same seats",
        lambda council: _times(map(_moved_nothing, council.alliances)),
        "alliances",
    ),
    Figure(
        "negative_none",
        "alliances whose lists would together have more seats with no alliances at all",
        lambda council: _times(map(_negative, council.alliances)),
        "alliances",
    ),
    Figure(
        "unrepresented_same",
        "alliances with which as many votes of the council are on lists without a seat as with "
        "just this one dissolved",
        lambda council: _times(map(_unrepresented, council.alliances)),
        "alliances",
    ),
    Figure(
        "majorities",
        "times an alliance or free list has more than half of the seats, but not of the votes",
        lambda council: _times(_majority(council)),
    ),
    Figure(
        "overtaken",
        "councils in which a list with more votes than another has fewer seats",
        lambda council: _times([_overtaken(council)]),
        "councils",
    ),
    Figure(
        "regret",
        "lists that in one other alliance or paired with one free list would have had more "
        "seats, all else equal; not all of them at once",
        lambda council: _times((s.regret.low > 0, s.regret.high > 0) for s in council.standings),
        "lists",
    ),
)


def values(councils: Sequence[Council]) -> dict[str, Span]:
    """Every figure of some councils, by name."""
    parts = {figure.name: [figure.value(council) for council in councils] for figure in FIGURES}
    return {
        name: Span(sum(part.low for part in column), sum(part.high for part in column))
        for name, column in parts.items()
    }
