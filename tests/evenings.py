"""The night of KV2025 in a few councils as files of the feed, each with the second it came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import feeds

from valgforbund import Scenario, load
from valgforbund.sources import areas
from valgforbund.sources.bundled import official_order
from valgforbund.sources.places import code as code_of

# ten, three and one polling area; none was counted twice in the same way
PLACES = ("Odder", "Solrød", "Læsø")
OPEN = dt.datetime(2025, 11, 18, 19, tzinfo=dt.UTC)


class Sent(NamedTuple):
    """A file, and when it came."""

    when: dt.datetime
    path: str
    content: dict[str, Any]


@cache
def sent(*places: str, untold: bool = False) -> tuple[Sent, ...]:
    """Every file of these councils, in the order in which they came.

    `untold`: without the files of areas that have not been counted.
    """
    found = [each for place in places for each in _of(load("KV2025", place), untold)]
    return tuple(sorted(found, key=lambda each: (each.when, each.path)))


def _of(s: Scenario, untold: bool) -> Iterator[Sent]:
    code = code_of(s.place)
    ids = {area.name: i for i, area in areas.known().items() if area.code == code}
    yield Sent(OPEN, feeds.name("kandidat-data", s), feeds.standing(s))
    counts = areas.counts("KV2025").query("code == @code")
    for (_, name, kind), rows in counts.groupby(["count_id", "area", "kind"]):
        first = rows.iloc[0]
        votes = dict(zip(rows["letter"], map(int, rows["votes"]), strict=True))
        when = first["approved"].to_pydatetime()
        more = {
            "Afstemningsområde": name,
            "AntalStemmeberettigedeVælgere": int(first["eligible"]),
            "GodkendelsesDatoUTC": f"{when:%d-%m-%Y %H:%M:%S}",
        }
        result = feeds.FINAL if kind == "final" else feeds.FIRST
        form = feeds.count(s, votes, int(ids[name]), result, **more)
        # the stamp in a name is in Danish time
        stamp = f"{when + dt.timedelta(hours=1):%d%m%Y%H%M}"
        yield Sent(when, feeds.name("valgresultater", s, ids[name], stamp), form)
        if not untold and kind == "preliminary":
            none = feeds.count(s, {}, int(ids[name]), feeds.NOTHING, **more)
            none |= {"GodkendelsesDatoUTC": None}
            yield Sent(OPEN, feeds.name("valgresultater", s, ids[name]), none)
    last = counts["approved"].max().to_pydatetime() + dt.timedelta(minutes=1)
    order = official_order("KV2025", s.place)
    yield Sent(last, feeds.name("mandatfordeling", s), feeds.seats(s, order))
