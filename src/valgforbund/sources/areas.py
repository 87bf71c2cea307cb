"""Counts by polling area of bundled elections; `data/SOURCES.md` says where they are from."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, Kind, numbered, records, text, whole
from valgforbund.scenario import Scenario
from valgforbund.sources import bundled

NIGHTS = {"KV2025": "KV2021"}  # an election, and the one before it
COLUMNS = (
    *("count_id", "code", "area", "kind", "approved", "eligible", "letter", "votes"),
    *("longitude", "latitude"),
)
KINDS = {"p": "preliminary", "f": "final"}


class Area(NamedTuple):
    """A polling area as it was at the newest bundled night."""

    code: str
    name: str
    eligible: int
    longitude: float
    latitude: float


def counts(election: str) -> pd.DataFrame:
    """Every count of every polling area, in the order of the clock.

    Parameters
    ----------
    election : str
        ``"KV2025"``.

    Returns
    -------
    DataFrame
        A row a list in a count: count_id, code (of the council), area (its name), kind
        (``"preliminary"`` or ``"final"``), approved (UTC), eligible (voters), letter, votes;
        longitude and latitude of a point in the area, in degrees.

    Raises
    ------
    ScenarioError
        If the counts of that election are not bundled.

    Examples
    --------
    >>> counts("KV2025").groupby("kind")["count_id"].nunique().to_dict()
    {'final': 1501, 'preliminary': 1381}
    """
    areas = {row["area"]: row for row in _table("areas")}
    lists = _letters(election)
    rows = [(n, row, areas[row["area"]]) for n, row in enumerate(_table(_known(election)), 1)]
    letters = [lists[area["code"]] for _, _, area in rows]
    given = [list(map(int, row["votes"].split())) for _, row, _ in rows]
    times = [len(each) for each in letters]
    frame = numbered(
        {
            "count_id": whole([n for n, _, _ in rows]),
            "code": text([area["code"] for _, _, area in rows]),
            "area": text([area["name"] for _, _, area in rows]),
            "kind": text([KINDS[row["kind"]] for _, row, _ in rows]),
            "approved": _utc([row["approved"] for _, row, _ in rows]),
            "eligible": whole([int(row["eligible"]) for _, row, _ in rows]),
            "longitude": pd.array([float(area["longitude"]) for _, _, area in rows]).to_numpy(),
            "latitude": pd.array([float(area["latitude"]) for _, _, area in rows]).to_numpy(),
        }
    )
    frame = frame.loc[frame.index.repeat(times)].reset_index(drop=True)
    frame["letter"] = text([letter for each in letters for letter in each])
    frame["votes"] = whole([votes for each in given for votes in each])
    return frame[list(COLUMNS)]


@cache
def known() -> dict[str, Area]:
    """The polling areas of the newest bundled night, by their official ids.

    Examples
    --------
    >>> known()["702460"].name
    'Læsø'
    """
    voters = {row["area"]: int(row["eligible"]) for row in _table(max(NIGHTS))}
    return {
        row["area"]: Area(
            *(row["code"], row["name"], voters[row["area"]]),
            *(float(row["longitude"]), float(row["latitude"])),
        )
        for row in _table("areas")
    }


def newest_before(election: str) -> str | None:
    """The last election whose votes by area are bundled, before one of the same kind.

    Examples
    --------
    >>> newest_before("KV2029"), newest_before("KV2025"), newest_before("RV2025")
    ('KV2025', 'KV2021', None)
    """
    held = {*NIGHTS, *NIGHTS.values()}
    return max(
        (each for each in held if each[:2] == election[:2] and each < election), default=None
    )


def votes_in(election: str) -> pd.DataFrame:
    """The votes of an election in its polling areas when all was counted.

    Parameters
    ----------
    election : str
        ``"KV2025"`` or ``"KV2021"``.

    Returns
    -------
    DataFrame
        A row a list in an area: code, area (its name), letter, votes.

    Examples
    --------
    >>> int(votes_in("KV2025").query("code == '825' and letter == 'C'")["votes"].sum())
    573
    """
    if election not in NIGHTS:
        return _votes(election)
    every = counts(election).sort_values("kind", ascending=False, kind="stable")  # final ones last
    last = every.drop_duplicates(["code", "area", "letter"], keep="last").sort_index()
    return last[["code", "area", "letter", "votes"]].reset_index(drop=True)


def votes_before(election: str) -> pd.DataFrame:
    """The votes of the election before, in the polling areas as they were then.

    Returns
    -------
    DataFrame
        A row a list in an area: code, area (its name), letter (of then), votes.

    Raises
    ------
    ScenarioError
        If the counts of that election are not bundled.

    Examples
    --------
    >>> int(votes_before("KV2025").query("code == '825'")["votes"].sum())
    1212
    """
    return _votes(NIGHTS[_known(election)])


def _votes(election: str) -> pd.DataFrame:
    lists = _letters(election)
    found: Counter[tuple[str, str, str]] = Counter()  # two areas of one name are one here
    for row in _table(election):
        for letter, votes in zip(lists[row["code"]], row["votes"].split(), strict=True):
            found[row["code"], row["name"], letter] += int(votes)
    kinds: dict[str, Kind] = {"code": text, "area": text, "letter": text, "votes": whole}
    return records(((*key, votes) for key, votes in found.items()), kinds)


def before(election: str) -> dict[str, Scenario]:
    """The councils of the election before, by code."""
    return councils(NIGHTS[_known(election)])


def councils(election: str) -> dict[str, Scenario]:
    """The councils of an election, by code."""
    return {bundled.code(s.place) or "": s for s in bundled.load_all(election)}


def _letters(election: str) -> dict[str, tuple[str, ...]]:
    """The lists of every council in the order in which the data have their votes."""
    return {bundled.code(s.place) or "": s.letters for s in bundled.load_all(election)}


def _known(election: str) -> str:
    if election not in NIGHTS:
        raise ScenarioError("night_unknown", election=election, elections=", ".join(NIGHTS))
    return election


def _utc(values: list[str]) -> Column:
    times: Column = pd.to_datetime(pd.Series(values), utc=True).array
    return times


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    where = files("valgforbund").joinpath("data", "night", f"{name}.csv")
    return tuple(csv.DictReader(where.read_text("utf-8").splitlines()))
