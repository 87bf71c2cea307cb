"""What happens on a night, count by count: seats that move, majorities, councils that are done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from numbers import Integral

import numpy as np
import pandas as pd

from valgforbund.frames import Column, Kind, text, whole
from valgforbund.kernels import batch
from valgforbund.night.majority import majority
from valgforbund.night.model import View
from valgforbund.night.standing import rounded

SEATS, MAJORITY, OPEN, COUNTED = "seats", "majority", "majority_open", "counted"

Row = tuple[object, ...]


def times(values: object) -> pd.DatetimeIndex:
    """Nanoseconds since 1970 as times in UTC."""
    return pd.to_datetime(values, utc=True, unit="ns").as_unit("ns")  # type: ignore[call-overload,no-any-return]


def ids(values: Sequence[object]) -> Column:
    """What counts are called: whole numbers, or text."""
    numbers = [int(value) for value in values if isinstance(value, Integral)]
    return whole(numbers) if len(numbers) == len(values) else text([*map(str, values)])


def _share(values: object) -> np.ndarray:
    return np.array(values, dtype=float)


EVENTS: dict[str, Kind] = {
    "time": times,
    "count_id": ids,
    **dict.fromkeys(("code", "place", "event", "changes", "bloc", "because"), text),
    "probability": _share,
    **dict.fromkeys(("counted", "areas"), whole),
    "share_counted": _share,
}


@dataclass
class Told:
    """What was told of a council last: the seats of each list, and who has the majority."""

    seats: np.ndarray | None = None
    majority: str | None = None
    done: set[str] = field(default_factory=set)


def tally(view: View) -> np.ndarray:
    """In how many draws each list has each number of seats; lists × numbers from 0."""
    most = int(view.seats.max(initial=0)) + 1
    return np.array([np.bincount(each, minlength=most) for each in view.seats])


def happened(view: View, times_: np.ndarray, told: Told, likely: float) -> Iterator[Row]:
    """What is new in a council after a count.

    Parameters
    ----------
    view : View
    times_ : array of int
        Its `tally`.
    told : Told
        Kept from count to count.
    likely : float

    Yields
    ------
    tuple
        The columns of `EVENTS` from ``code`` on.
    """
    for event in _events(view, times_, told, likely):
        yield (*_named(view), *event, *_stand(view))


def _events(view: View, times_: np.ndarray, told: Told, likely: float) -> Iterator[Row]:
    """Event, changes, bloc, because and probability."""
    yield from _seats(view, times_, told, likely)
    yield from _majority(view, told, likely)
    if view.counted.known.all() and COUNTED not in told.done:
        told.done.add(COUNTED)
        yield COUNTED, None, None, None, 1.0


def _seats(view: View, times_: np.ndarray, told: Told, likely: float) -> Iterator[Row]:
    """The likely seats, if they are others than before and all of the council's.

    What the first count of a council makes likely is where its story begins.
    """
    usual = times_.argmax(axis=1)
    chance = times_.max(axis=1) / view.draws
    if told.seats is None:
        told.seats = rounded(view.seats.mean(axis=1), view.council.scenario.seats)
    before, now = told.seats, np.where(chance >= likely, usual, told.seats)
    if now.sum() != before.sum() or (now == before).all():
        return
    told.seats = now
    letters = view.council.scenario.letters
    moved = [i for i, _ in view.council.order if now[i] != before[i]]
    changes = " ".join(f"{letters[i]}{now[i] - before[i]:+d}" for i in moved)
    gained = [letters[i] for i in moved if now[i] > before[i]]
    yield SEATS, changes, None, _because(view, gained, likely), float(chance[moved].min())


def _because(view: View, gained: list[str], likely: float) -> str | None:
    """The alliance without which those who gain are likely to have fewer seats."""
    scenario = view.council.scenario
    for letter in sorted(gained):
        alliance = scenario.alliance_of(letter)
        if alliance is None:
            continue
        without = scenario.dissolve(alliance)
        tree = batch.tree(without.council, without.limits, without.seats)
        i = scenario.letters.index(letter)
        seats = batch.count(tree, view.votes, np.random.default_rng(view.seed)).seats[i]
        if (seats < view.seats[i]).mean() >= likely:
            return next(x.name for x in view.council.given.alliances if letter in x.letters)
    return None


def _majority(view: View, told: Told, likely: float) -> Iterator[Row]:
    """Who is likely to have more than half: the smallest such list or alliance."""
    bloc, chance = majority(view, likely)
    now = bloc if chance >= likely else None
    if now == told.majority:
        return
    before, told.majority = told.majority, now
    if now is None:
        yield OPEN, None, before, None, float("nan")
    else:
        yield MAJORITY, None, now, None, chance


def _named(view: View) -> Row:
    return view.council.code, view.council.scenario.place


def _stand(view: View) -> Row:
    known, eligible = view.counted.known, view.council.eligible
    return int(known.sum()), len(known), eligible[known].sum() / max(eligible.sum(), 1)
