"""The rows of a study as frames: one an alliance, one a list, one a council."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import pandas as pd

from valgforbund import frames
from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import changes_text, spread
from valgforbund.frames import ALLIANCE, LETTER, PARTY, Column, real, text, whole
from valgforbund.margins import Margin
from valgforbund.ranges import Span
from valgforbund.sources.places import code, region
from valgforbund.study.council import WITH, Council, Variant
from valgforbund.study.standing import Standing
from valgforbund.waste import REMAINDER, UNREPRESENTED, WASTED

THREE = (WASTED, UNREPRESENTED, REMAINDER)

Row = TypeVar("Row")
Owned = list[tuple[Variant, Row]]


def alliances(councils: Sequence[Council]) -> pd.DataFrame:
    """One row an alliance."""
    rows = owned(councils, lambda council: council.alliances)
    each = [effect for _, effect in rows]
    moved = [{base: changes_text(text) for base, text in e.changes.items()} for e in each]
    return frames.numbered(
        _where(rows)
        | {
            ALLIANCE: text([e.alliance.name for e in each]),
            "members": whole([len(e.alliance.letters) for e in each]),
            "votes": whole([e.votes for e in each]),
            "share": real(_shares(rows, [e.votes for e in each])),
            **spread({"seats": [e.seats for e in each]}),
            **spread({"saved_dissolved": [e.saved[DISSOLVED] for e in each]}),
            "changes_dissolved": text([text[DISSOLVED] for text in moved]),
            **spread({"saved_none": [e.saved[NONE] for e in each]}),
            "changes_none": text([text[NONE] for text in moved]),
            **_waste([e.waste for e in each], DISSOLVED),
            **_margins([e.margin for e in each]),
        }
    )


def lists(rows: Owned[Standing]) -> pd.DataFrame:
    """One row a list."""
    each = [standing for _, standing in rows]
    return frames.numbered(
        _where(rows)
        | {
            LETTER: text([s.letter for s in each]),
            PARTY: text([of.scenario.party(s.letter) for of, s in rows]),
            "name": text([s.name for s in each]),
            ALLIANCE: text([s.alliance or None for s in each]),
            "votes": whole([s.votes for s in each]),
            "share": real([s.share for s in each]),
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
            "partner_changes": text([changes_text(s.given or {}) for s in each]),
            **_margins([s.margin for s in each]),
            "best": text([s.best.how for s in each]),
            "best_with": text([s.best.who for s in each]),
            **spread({"best_seats": [s.best.seats for s in each]}),
            **spread({"regret": [s.regret for s in each]}),
        }
    )


def councils(examined: Sequence[Council]) -> pd.DataFrame:
    """One row a council."""
    scenarios = [council.scenario for council in examined]
    return frames.numbered(
        _where(owned(examined, lambda council: [council]))
        | {
            "lists": whole([len(s.letters) for s in scenarios]),
            "alliances": whole([len(s.alliances) for s in scenarios]),
            "votes": whole([sum(s.ballots) for s in scenarios]),
            **spread({"moved_none": [council.moved for council in examined]}),
            "changes_none": text([changes_text(council.changes) for council in examined]),
            **_waste([council.waste for council in examined], NONE),
            "majority": text(_texts(examined, lambda c: [each.unit for each in c.majorities])),
            "overtaken": text(
                _texts(examined, lambda c: [f"{i.letter}<{i.other}" for i in c.inversions])
            ),
            "lots": whole([council.lots for council in examined]),
            "vacant": whole([council.vacant for council in examined]),
            "notes": text(_texts(examined, lambda c: c.scenario.notes)),
        }
    )


def majorities(councils: Sequence[Council]) -> pd.DataFrame:
    """One row an alliance or free list that has, or by lot may have, a majority of seats only."""
    rows = owned(councils, lambda council: council.majorities)
    each = [majority for _, majority in rows]
    return frames.numbered(
        _where(rows)
        | {
            "unit": text([m.unit for m in each]),
            "votes": whole([m.votes for m in each]),
            "share": real(_shares(rows, [m.votes for m in each])),
            **spread({"seats": [m.seats for m in each]}),
        }
    )


def inversions(councils: Sequence[Council]) -> pd.DataFrame:
    """One row a pair of lists of which the one with more votes has, or may have, fewer seats."""
    rows = owned(councils, lambda council: council.inversions)
    each = [inversion for _, inversion in rows]
    return frames.numbered(
        _where(rows)
        | {
            "letter": text([i.letter for i in each]),
            "other": text([i.other for i in each]),
            "votes_ahead": whole([i.votes_ahead for i in each]),
            **spread({"seats_behind": [i.seats_behind for i in each]}),
        }
    )


def owned(councils: Sequence[Council], rows: Callable[[Council], Iterable[Row]]) -> Owned[Row]:
    """Every row with the election that it belongs to."""
    return [
        (Variant(council.scenario, council.label), row)
        for council in councils
        for row in rows(council)
    ]


def _where(rows: Owned[Row]) -> dict[str, Column]:
    """Whose row it is."""
    scenarios = [variant.scenario for variant, _ in rows]
    return {
        "election": text([s.election for s in scenarios]),
        "code": text([code(s.place) for s in scenarios]),
        "place": text([s.place for s in scenarios]),
        "label": text([variant.label for variant, _ in rows]),
        "region": text([region(s.place) or None for s in scenarios]),
        "council_seats": whole([s.seats for s in scenarios]),
    }


def _shares(rows: Owned[Row], votes: list[int]) -> list[float]:
    totals = [sum(variant.scenario.ballots) or 1 for variant, _ in rows]
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
        "votes_to_gain": whole([m.to_gain for m in margins]),
        "gain_changes": text([changes_text(m.gain_changes) for m in margins]),
        "votes_to_lose": whole([m.to_lose for m in margins]),
        "lose_changes": text([changes_text(m.lose_changes) for m in margins]),
    }


def _texts(councils: Sequence[Council], parts: Callable[[Council], Iterable[str]]) -> list[str]:
    return [" ".join(parts(council)) for council in councils]
