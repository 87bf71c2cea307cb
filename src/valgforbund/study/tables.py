"""The rows of a study as frames: one an alliance, one a list, one a council."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import pandas as pd

from valgforbund.comparison import DISSOLVED, NONE, changes_text, spread
from valgforbund.frames import Column, table
from valgforbund.margins import Margin
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.sources.bundled import region
from valgforbund.study.council import WITH, Council
from valgforbund.study.standing import Standing
from valgforbund.waste import REMAINDER, UNREPRESENTED, WASTED

THREE = (WASTED, UNREPRESENTED, REMAINDER)

Row = TypeVar("Row")
Owned = list[tuple[Scenario, Row]]


def alliances(councils: Sequence[Council]) -> pd.DataFrame:
    """One row an alliance."""
    rows = owned(councils, lambda council: council.alliances)
    each = [effect for _, effect in rows]
    moved = [{base: changes_text(text) for base, text in e.changes.items()} for e in each]
    return _frame(
        _where(rows)
        | {
            "alliance": [e.alliance.name for e in each],
            "members": [len(e.alliance.letters) for e in each],
            "votes": [e.votes for e in each],
            "share": _shares(rows, [e.votes for e in each]),
            **spread({"seats": [e.seats for e in each]}),
            **spread({"saved_dissolved": [e.saved[DISSOLVED] for e in each]}),
            "changes_dissolved": [text[DISSOLVED] for text in moved],
            **spread({"saved_none": [e.saved[NONE] for e in each]}),
            "changes_none": [text[NONE] for text in moved],
            **_waste([e.waste for e in each], DISSOLVED),
            **_margins([e.margin for e in each]),
        }
    )


def lists(rows: Owned[Standing]) -> pd.DataFrame:
    """One row a list."""
    each = [standing for _, standing in rows]
    return _frame(
        _where(rows)
        | {
            "letter": [s.letter for s in each],
            "name": [s.name for s in each],
            "alliance": [s.alliance for s in each],
            "votes": [s.votes for s in each],
            "share": [s.share for s in each],
            **spread(
                {
                    "seats": [s.seats for s in each],
                    "owed_dissolved": [s.dissolved for s in each],
                    "owed_none": [s.none for s in each],
                    "owed_alone": [s.alone for s in each],
                    "gave": [s.gave for s in each],
                    "took": [s.took for s in each],
                }
            ),
            "partner_changes": [changes_text(s.given or {}) for s in each],
            **_margins([s.margin for s in each]),
            "best": [s.best.how for s in each],
            "best_with": [s.best.who for s in each],
            **spread({"best_seats": [s.best.seats for s in each]}),
            **spread({"regret": [s.regret for s in each]}),
        }
    )


def whole(councils: Sequence[Council]) -> pd.DataFrame:
    """One row a council."""
    scenarios = [council.scenario for council in councils]
    return _frame(
        _where(owned(councils, lambda council: [council]))
        | {
            "lists": [len(s.letters) for s in scenarios],
            "alliances": [len(s.alliances) for s in scenarios],
            "votes": [sum(s.ballots) for s in scenarios],
            **spread({"moved_none": [council.moved for council in councils]}),
            "changes_none": [changes_text(council.changes) for council in councils],
            **_waste([council.waste for council in councils], NONE),
            "majority": _texts(councils, lambda c: [each.unit for each in c.majorities]),
            "overtaken": _texts(
                councils, lambda c: [f"{i.letter}<{i.other}" for i in c.inversions]
            ),
            "lots": [council.lots for council in councils],
            "vacant": [council.vacant for council in councils],
            "notes": _texts(councils, lambda c: c.scenario.notes),
        }
    )


def majorities(councils: Sequence[Council]) -> pd.DataFrame:
    """One row an alliance or free list that has, or by lot may have, a majority of seats only."""
    rows = owned(councils, lambda council: council.majorities)
    each = [majority for _, majority in rows]
    return _frame(
        _where(rows)
        | {
            "unit": [m.unit for m in each],
            "votes": [m.votes for m in each],
            "share": _shares(rows, [m.votes for m in each]),
            **spread({"seats": [m.seats for m in each]}),
        }
    )


def inversions(councils: Sequence[Council]) -> pd.DataFrame:
    """One row a pair of lists of which the one with more votes has, or may have, fewer seats."""
    rows = owned(councils, lambda council: council.inversions)
    each = [inversion for _, inversion in rows]
    return _frame(
        _where(rows)
        | {
            "letter": [i.letter for i in each],
            "other": [i.other for i in each],
            "votes_ahead": [i.votes_ahead for i in each],
            **spread({"seats_behind": [i.seats_behind for i in each]}),
        }
    )


def owned(councils: Sequence[Council], rows: Callable[[Council], Iterable[Row]]) -> Owned[Row]:
    """Every row with the scenario that it belongs to."""
    return [(council.scenario, row) for council in councils for row in rows(council)]


def _where(rows: Owned[Row]) -> dict[str, Column]:
    """Whose row it is."""
    scenarios = [scenario for scenario, _ in rows]
    return {
        "election": [s.election for s in scenarios],
        "place": [s.place for s in scenarios],
        "region": [region(s.place) for s in scenarios],
        "council_seats": [s.seats for s in scenarios],
    }


def _shares(rows: Owned[Row], votes: list[int]) -> list[float]:
    totals = [sum(scenario.ballots) or 1 for scenario, _ in rows]
    return [part / total for part, total in zip(votes, totals, strict=True)]


def _waste(worlds: Sequence[Mapping[str, Mapping[str, Span]]], other: str) -> dict[str, Column]:
    """Three measures in the world with and in the other."""
    return spread(
        {
            f"{measure}_{world}": [spans[world][measure] for spans in worlds]
            for measure in THREE
            for world in (WITH, other)
        }
    )


def _margins(margins: Sequence[Margin]) -> dict[str, Column]:
    return {
        "votes_to_gain": [m.to_gain for m in margins],
        "gain_changes": [changes_text(m.gain_changes) for m in margins],
        "votes_to_lose": [m.to_lose for m in margins],
        "lose_changes": [changes_text(m.lose_changes) for m in margins],
    }


def _texts(councils: Sequence[Council], parts: Callable[[Council], Iterable[str]]) -> list[str]:
    return [" ".join(parts(council)) for council in councils]


def _frame(columns: Mapping[str, Column]) -> pd.DataFrame:
    rows = len(next(iter(columns.values())))
    return table(np.arange(rows).astype(str), "row", columns).reset_index(drop=True)
