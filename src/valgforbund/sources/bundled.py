"""The elections that come with the package; `data/SOURCES.md` says where they are from."""

from __future__ import annotations

import csv
import difflib
import unicodedata
from functools import cache
from importlib.resources import files

import pandas as pd

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.frames import Kind, flags, records, series, text, whole
from valgforbund.scenario import Scenario

NEAR = 0.75  # of a name that is meant: a wrong one is worse than none
SIZE_FALLBACK = "KV2025"  # whose council size is assumed where the election's own is not known


_ELECTIONS: dict[str, Kind] = {
    "election": text,
    "place": text,
    "code": text,
    "date": pd.to_datetime,
    "seats": whole,
    "lists": whole,
    "alliances_known": flags,
    "official_seats_known": flags,
}


def elections() -> pd.DataFrame:
    """Every council that can be loaded.

    Returns
    -------
    DataFrame
        One row a council, the newest election first: election, place, code, date (polling day),
        seats, lists, alliances_known, official_seats_known. The seats are those of 2025 where
        the council's own size is not known; the scenario then carries the note ``size_assumed``.

    Examples
    --------
    >>> elections().groupby("election", sort=False).size().head(3).to_dict()
    {'KV2025': 98, 'RV2025': 4, 'EP2024': 1}
    """
    dates = {row["election"]: row["date"] for row in _table("elections.csv")}
    rows = (
        (
            election,
            _places()[code],
            code,
            dates[election],
            _size(election, code)[0],
            len(_lists(election)[code]),
            council["alliances_known"] == "yes",
            _official(election, code) is not None,
        )
        for (election, code), council in _councils().items()
    )
    return records(rows, _ELECTIONS)


def load(election: str, place: str | None = None) -> Scenario:
    """Load one council's election, with what is assumed in its notes.

    Parameters
    ----------
    election : str
        ``"KV2025"``, ``"KV2021"``, ``"KV2013"`` (councils), ``"RV2025"`` (regions) or
        ``"EP2024"`` and earlier.
    place : str, optional
        Name or code of the council; not needed for the European Parliament.

    Returns
    -------
    Scenario
        Its notes hold ``"alliances_unknown"`` where the alliances are not recorded, and
        ``"size_assumed"`` where the council size is that of 2025.

    Raises
    ------
    ScenarioError
        If there is no such election or council; the message names those that come near.

    Examples
    --------
    >>> load("KV2025", "Læsø").seats
    9
    >>> load("EP2024").alliances[0].name
    'A-F-Å'
    """
    return _scenario(*_which(election, place))


def load_all(election: str) -> tuple[Scenario, ...]:
    """Load every council of an election.

    Raises
    ------
    ScenarioError
        If there is no such election.

    Examples
    --------
    >>> [s.place for s in load_all("RV2025")][:2]
    ['Region Nordjylland', 'Region Midtjylland']
    """
    name = _named(election)
    return tuple(_scenario(name, code) for each, code in _councils() if each == name)


def region(place: str) -> str:
    """The region of a municipality until the end of 2026; ``""`` for what is no municipality.

    Examples
    --------
    >>> region("Næstved"), region("Danmark")
    ('Sjælland', '')
    """
    return _regions().get(_plain(place), "")


def code(place: str) -> str | None:
    """The official code of a municipality, region or country by its name; None where it has none.

    Examples
    --------
    >>> code("Næstved"), code("Min by")
    ('370', None)
    """
    return _codes().get(_plain(place))


def official_seats(election: str, place: str | None = None) -> pd.Series:
    """Seats of the official result, by letter; they add up to the council size.

    Raises
    ------
    ScenarioError
        If they are not known for every list of that council.

    Examples
    --------
    >>> official_seats("EP2024").head(3).to_dict()
    {'A': 3, 'B': 1, 'C': 1}
    """
    key = _which(election, place)
    seats = _official(*key)
    if seats is None:
        raise ScenarioError("official_seats_unknown", election=key[0], place=_places()[key[1]])
    index = pd.Index(list(seats), dtype="str", name="letter")
    return series(list(seats.values()), index, "seats")


def official_order(election: str, place: str | None = None) -> tuple[str, ...]:
    """The letters that won seat no. 1, 2, 3 … in the official result.

    Raises
    ------
    ScenarioError
        If it is not known; it is for the councils and regions of 2025.

    Examples
    --------
    >>> official_order("KV2025", "Læsø")[:3]
    ('C', 'C', 'V')
    """
    key = _which(election, place)
    order = tuple(_councils()[key]["order"].split())
    if not order:
        raise ScenarioError("official_order_unknown", election=key[0], place=_places()[key[1]])
    return order


@cache
def _scenario(election: str, code: str) -> Scenario:
    rows = _lists(election)[code]
    seats, assumed = _size(election, code)
    unknown = _councils()[election, code]["alliances_known"] != "yes"
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row["alliance"]:
            groups.setdefault(row["alliance"], []).append(row["letter"])
    return Scenario(
        votes={row["letter"]: int(row["votes"]) for row in rows},
        seats=seats,
        alliances=groups.values(),
        candidates={row["letter"]: int(row["candidates"]) for row in rows if row["candidates"]},
        names={row["letter"]: row["name"] for row in rows},
        place=_places()[code],
        election=election,
        notes=["alliances_unknown"] * unknown + ["size_assumed"] * assumed,
    )


def council_size(place: str, election: str = SIZE_FALLBACK) -> tuple[int, bool] | None:
    """Seats of a council by its name, and whether they are only assumed; None where unknown.

    In an election that is not here the size of 2025 is assumed.

    Examples
    --------
    >>> council_size("Vordingborg"), council_size("Vordingborg", "KV2029"), council_size("Min by")
    ((27, False), (27, True), None)
    """
    number = code(place)
    if number is None:
        return None
    if (election, number) in _councils():
        return _size(election, number)
    if (SIZE_FALLBACK, number) in _councils():
        return _size(SIZE_FALLBACK, number)[0], True
    return None


def _size(election: str, code: str) -> tuple[int, bool]:
    """The council's seats, and whether they are only assumed."""
    own = _councils()[election, code]["seats"]
    return int(own or _councils()[SIZE_FALLBACK, code]["seats"]), not own


def _official(election: str, code: str) -> dict[str, int] | None:
    """Official seats by letter, or None unless all are known."""
    rows = _lists(election)[code]
    if any(not row["seats"] for row in rows):
        return None
    return {row["letter"]: int(row["seats"]) for row in rows}


def _named(election: str) -> str:
    """The election as a person means it."""
    held = [row["election"] for row in _table("elections.csv")]
    name = {_plain(each): each for each in held}.get(_plain(election))
    if name is None:
        allowed = {kind: ", ".join(e for e in held if e[:2] == kind) for kind in ("KV", "RV", "EP")}
        raise ScenarioError("election_unknown", value=election, **allowed)
    return name


def _which(election: str, place: str | None) -> tuple[str, str]:
    """Election and code as a person means them."""
    name = _named(election)
    codes = [code for each, code in _councils() if each == name]
    if place is None and len(codes) > 1:
        raise ScenarioError("place_missing", election=name, councils=len(codes))
    wanted = _plain(place) if place is not None else _plain(codes[0])
    named = {_plain(_places()[code]): code for code in codes}
    number = wanted.upper().lstrip("0")  # 0173 is how some registers write it
    code = number if number in codes else named.get(wanted)
    if code is None:
        near = difflib.get_close_matches(wanted, named, n=2, cutoff=NEAR)
        if near:
            offered = ", ".join(_places()[named[each]] for each in near)
            raise ScenarioError("place_unknown_near", value=place, election=name, near=offered)
        raise ScenarioError("place_unknown", value=place, election=name)
    return name, code


def _plain(text: object) -> str:
    """Text as looked up: in any spelling, without the words that places may carry."""
    seen = glyphs.shown(unicodedata.normalize("NFC", str(text)))
    words = glyphs.spelled(seen).replace("-", " ").split()
    return " ".join(word for word in words if word not in ("kommune", "region")) or " ".join(words)


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    text = files("valgforbund").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _places() -> dict[str, str]:
    return {row["code"]: row["place"] for row in _table("places.csv")}


@cache
def _codes() -> dict[str, str]:
    return {_plain(row["place"]): row["code"] for row in _table("places.csv")}


@cache
def _regions() -> dict[str, str]:
    return {_plain(row["place"]): row["region"] for row in _table("places.csv")}


@cache
def _councils() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["election"], row["code"]): row for row in _table("councils.csv")}


@cache
def _lists(election: str) -> dict[str, list[dict[str, str]]]:
    """The rows of an election's lists by council."""
    councils: dict[str, list[dict[str, str]]] = {}
    for row in _table(f"lists/{election}.csv"):
        councils.setdefault(row["code"], []).append(row)
    return councils
