"""The candidates of bundled elections; `data/SOURCES.md` says where they are from."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.people.nominees import Nominees

ELECTIONS = ("KV2025",)


class Entry(NamedTuple):
    """A list with its official result.

    Attributes
    ----------
    nominees : Nominees
        Named are those who were elected.
    elected, substitutes : tuple of int
        Places on the ballot paper, in the order of the list's seats and of its substitutes.
    """

    nominees: Nominees
    elected: tuple[int, ...]
    substitutes: tuple[int, ...]


def register(election: str, code: str) -> dict[str, Entry]:
    """The lists of a council by letter.

    Raises
    ------
    ScenarioError
        If the candidates of that election are not bundled.

    Examples
    --------
    >>> register("KV2025", "825")["C"].elected
    (3, 1, 6, 5, 7)
    """
    if election not in ELECTIONS:
        raise ScenarioError("people_unknown", election=election, elections=", ".join(ELECTIONS))
    return _register(election).get(code, {})


@cache
def _register(election: str) -> dict[str, dict[str, Entry]]:
    councils: dict[str, dict[str, Entry]] = {}
    where = files("valgforbund").joinpath("data", "people", f"{election}.csv")
    for row in csv.DictReader(where.read_text("utf-8").splitlines()):
        councils.setdefault(row["code"], {})[row["letter"]] = _entry(row)
    return councils


def _entry(row: dict[str, str]) -> Entry:
    votes, elected, substitutes = (
        tuple(map(int, row[column].split())) for column in ("votes", "elected", "substitutes")
    )
    named = dict(zip(elected, row["names"].split("|"), strict=False))
    names = tuple(named.get(place) for place in range(1, len(votes) + 1))
    nominees = Nominees(row["form"], int(row["list_votes"]), votes, names)
    return Entry(nominees, elected, substitutes)
