"""Which election of a feed is read, which councils it has, and whose each count is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.sources.feed_council import Council
from valgforbund.sources.feed_forms import NONE, CountForm, StandingForm
from valgforbund.sources.known import spelled_place

KINDS = {"Kommunalvalg": "KV", "Regionalvalg": "RV", "Europa-Parlamentsvalg": "EP"}

NO_TIME = dt.datetime.min.replace(tzinfo=dt.UTC)  # as a clock that was not set has it, too
CLOSED = "19:00:00"  # polling stations close, in UTC: the time of a count that says none
COUNTING = dt.timedelta(weeks=8)  # from polling day on: what is said to be later is no time


class Which(NamedTuple):
    """An election in the feed: its kind and its polling day."""

    kind: str
    day: str

    @property
    def name(self) -> str:
        """Such as ``"KV2025"``."""
        return f"{KINDS.get(self.kind, self.kind)}{self.day[-4:]}"


def which_of(standing: Sequence[StandingForm], wanted: str | None) -> Which:
    """The election that is read: that of most files, for the council before the region."""
    there = Counter(Which(each.kind, each.day) for each in standing)
    if wanted is not None:
        there = Counter({each: n for each, n in there.items() if each.name == wanted.upper()})
        if not there:
            names = sorted({Which(each.kind, each.day).name for each in standing})
            raise ScenarioError("read_election_unknown", value=wanted, names=", ".join(names))
    order = [*KINDS, *sorted({each.kind for each in there})]
    kind = min((each.kind for each in there), key=order.index)
    days = {each: n for each, n in there.items() if each.kind == kind}
    return max(days, key=lambda each: (days[each], time_of(f"{each.day} 00:00:00")))


def councils_of(standing: Sequence[StandingForm], which: Which) -> tuple[list[Council], int]:
    """The councils by place, each as it was updated last, and how many stood there again."""
    found: dict[str, StandingForm] = {}
    mine = [each for each in standing if Which(each.kind, each.day) == which]
    for form in mine:
        place = _place(form)
        before = found.get(place)
        if before is None or _updated(form) >= _updated(before):
            found[place] = form
    made = [Council(place, form) for place, form in sorted(found.items())]
    return made, len(mine) - len(found)


def _updated(form: StandingForm) -> dt.datetime:
    return told_at(form.updated, form.day)


def _place(form: StandingForm) -> str:
    if form.region:
        return spelled_place(f"Region {form.region}") or form.region
    return spelled_place(form.municipality or "") or form.municipality or "Danmark"


def at_home(
    councils: Sequence[Council], counts: Iterable[CountForm]
) -> Iterator[tuple[Council | None, CountForm]]:
    """Each count with its council; None where it is of somewhere else."""
    by_list = {each: council for council in councils for each in council.by_id}
    homes = {council.place: council for council in councils}
    forms = list(counts)
    for form in forms:  # of where something is counted the lists tell whose it is
        ids = (each.id for each in form.lists or ())
        council = next((by_list[each] for each in ids if each in by_list), None)
        if council is not None:
            homes[_municipality(form)] = council
    for form in forms:
        yield homes.get(_municipality(form)), form


def _municipality(form: CountForm) -> str:
    return spelled_place(form.municipality or "") or form.municipality or "Danmark"


def rank(form: CountForm) -> tuple[int, dt.datetime, dt.datetime]:
    """What counts among the counts of one area: final, then approved last, then released last."""
    order = 0 if form.result == NONE else 2 if form.is_final else 1
    approved, released = (_believed(each, form.day) for each in (form.approved, form.released))
    return order, approved or released or NO_TIME, released or NO_TIME


def approved_at(form: CountForm) -> dt.datetime:
    """When a count was approved; released, where that is not told or cannot be.

    Examples
    --------
    >>> approved_at(CountForm("Kommunalvalg", "18-11-2025", 1, approved="01-01-2199 00:00:00")).hour
    19
    """
    times = (form.approved, form.released, f"{form.day} {CLOSED}")
    found = (_believed(each, form.day) for each in times)
    return next(filter(None, found), dt.datetime(1970, 1, 1, tzinfo=dt.UTC))


def is_odd(form: CountForm) -> bool:
    """Whether a count says that it was approved when it cannot have been."""
    is_told = form.result != NONE and time_of(form.approved) != NO_TIME
    return is_told and _believed(form.approved, form.day) is None


def _believed(text: str | None, day: str) -> dt.datetime | None:
    """A time from polling day on in which a count can have been made; else None."""
    time, start = told_at(text, day), time_of(f"{day} 00:00:00")
    return time if NO_TIME < start <= time else None


def told_at(text: str | None, day: str) -> dt.datetime:
    """A time of a file on an election; `NO_TIME` where it is too long after polling day.

    Examples
    --------
    >>> told_at("18-11-2199 20:17:02", "18-11-2025").year
    1
    """
    time, start = time_of(text), time_of(f"{day} 00:00:00")
    return time if time - start <= COUNTING else NO_TIME


@lru_cache(maxsize=8192)
def time_of(text: str | None) -> dt.datetime:
    """A time of the feed, in UTC; `NO_TIME` where there is none.

    Examples
    --------
    >>> time_of("18-11-2025 20:17:02").hour, time_of(None).year
    (20, 1)
    """
    try:
        return dt.datetime.strptime(text or "", "%d-%m-%Y %H:%M:%S").replace(tzinfo=dt.UTC)
    except ValueError:
        return NO_TIME
