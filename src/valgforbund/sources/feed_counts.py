"""The counts of a feed as a night takes them: a row a list in a count of a polling area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from valgforbund import glyphs
from valgforbund.frames import Kind, records, text, whole
from valgforbund.sources import areas
from valgforbund.sources.feed_council import Council
from valgforbund.sources.feed_doubts import uncounted
from valgforbund.sources.feed_election import approved_at, rank
from valgforbund.sources.feed_forms import FINAL, NONE, PRELIMINARY, CountForm
from valgforbund.sources.places import code as code_of

KINDS = {PRELIMINARY: "preliminary", FINAL: "final"}
_COLUMNS: dict[str, Kind] = {
    **dict.fromkeys(("count_id", "code", "area", "kind"), text),
    "approved": lambda values: pd.to_datetime(pd.Series(values, dtype="object"), utc=True).array,
    "eligible": whole,
    "letter": text,
    "votes": whole,
    **dict.fromkeys(("longitude", "latitude"), lambda values: np.array(values, dtype=float)),
}


class Key(NamedTuple):
    """What a count is of: two with the same are one count, and the newer one is right.

    Attributes
    ----------
    place : str
        The council.
    area : str
        The official id of the polling area.
    result : str
        ``"ForeløbigOptælling"``, ``"Fintælling"``; ``"IngenResultater"`` of an area that has not
        been counted.
    """

    place: str
    area: str
    result: str


def newest_counts(homes: Iterable[tuple[Council | None, CountForm]]) -> dict[Key, CountForm]:
    """Of each area and kind the count that was approved last; what is of elsewhere is left out.

    Parameters
    ----------
    homes : iterable of (Council or None, CountForm)
        Each count with its council, as `at_home` has it, the oldest first: of two that were
        approved in the same second the later one stays.
    """
    found: dict[Key, CountForm] = {}
    for council, given in homes:
        if council is not None:
            form = given if council.knows(given) else uncounted(given)
            result = form.result if form.result in (NONE, FINAL) else PRELIMINARY
            key = Key(council.place, form.area_id, result)
            if key not in found or rank(form) >= rank(found[key]):
                found[key] = form
    return found


def frame_of(
    councils: Sequence[Council],
    counts: Mapping[Key, CountForm],
    untold: Mapping[str, Sequence[str]],
) -> pd.DataFrame:
    """The counts of these councils, and a row without a time for each area that has none.

    Parameters
    ----------
    councils : sequence of Council
    counts : mapping of Key to CountForm
    untold : mapping of place to ids
        Areas of the newest bundled night that the feed has not named yet.

    Returns
    -------
    DataFrame
        As `valgforbund.night` takes it: count_id, code, area, kind, approved, eligible, letter,
        votes, and longitude and latitude if they are known of all. An area that does not say how
        many voters it has has as many as in the newest bundled night, or as the others of its
        council on average; and at least as many as voted.
    """
    by_place: dict[str, dict[Key, CountForm]] = {}
    for key in sorted(counts):
        by_place.setdefault(key.place, {})[key] = counts[key]
    rows = (
        row
        for c in councils
        for row in _rows(c, by_place.get(c.place, {}), untold.get(c.place, ()))
    )
    frame = records(rows, _COLUMNS)
    is_known = not frame["longitude"].isna().any()
    return frame if is_known else frame.drop(columns=["longitude", "latitude"])


def _rows(
    council: Council, counts: Mapping[Key, CountForm], untold: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    newest: dict[str, CountForm] = {}
    for key, form in counts.items():
        if key.area not in newest or rank(form) >= rank(newest[key.area]):
            newest[key.area] = form
    names, voters = _names(newest), _voters(newest, counts)
    code = code_of(council.place) or council.place
    letters = [*council.by_id.values()]
    empty = [(a, names[a], voters[a]) for a, latest in newest.items() if latest.result == NONE]
    empty += [(a, areas.known()[a].name, areas.known()[a].eligible) for a in untold]
    for area, name, number in empty:
        none = (f"{code}-{area}", code, name, KINDS[PRELIMINARY], None, number)
        yield (*none, letters[0], 0, *_spot(area))
    for key, form in counts.items():
        if key.result == NONE:
            continue
        votes: Counter[str] = Counter()
        for each in form.lists or ():
            if each.id in council.by_id:
                votes[council.by_id[each.id]] += each.votes or 0
        kind = KINDS[key.result]
        head = (f"{code}-{key.area}-{kind}", code, names[key.area], kind, approved_at(form))
        for letter in letters:
            yield (*head, voters[key.area], letter, votes[letter], *_spot(key.area))


def _spot(area: str) -> tuple[float, float]:
    known = areas.known().get(area)
    return (known.longitude, known.latitude) if known else (np.nan, np.nan)


def _names(newest: Mapping[str, CountForm]) -> dict[str, str]:
    """What areas are called; of two with one name the municipality or the id tells which."""
    names = {area: glyphs.shown(form.name or "") or area for area, form in newest.items()}
    for beside in (
        {area: glyphs.shown(form.municipality or "") for area, form in newest.items()},
        {area: area for area in newest},
    ):
        times = Counter(names.values())
        names = {
            area: f"{name} ({beside[area]})" if times[name] > 1 and beside[area] else name
            for area, name in names.items()
        }
    return names


def _voters(newest: Mapping[str, CountForm], counts: Mapping[Key, CountForm]) -> dict[str, int]:
    told = {key.area: form.eligible for key, form in counts.items() if form.eligible is not None}
    told |= {area: form.eligible for area, form in newest.items() if form.eligible is not None}
    known = {area: areas.known()[area].eligible for area in newest if area in areas.known()}
    found = {**known, **told}
    usual = round(sum(found.values()) / len(found)) if found else 0
    least: Counter[str] = Counter()
    for key, form in counts.items():
        least[key.area] = max(least[key.area], sum(x.votes or 0 for x in form.lists or ()))
    return {area: max(found.get(area, usual), least[area]) for area in newest}
