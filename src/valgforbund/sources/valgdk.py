"""The CSV that valg.dk exports ("Eksportér data"): a row a candidate and polling area.

A list's votes are the sum of all its rows. There are no alliances and no seats in it.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from valgforbund import glyphs
from valgforbund.alliances import Alliance
from valgforbund.errors import ScenarioError
from valgforbund.parsing import DANISH, MOST_LISTS, aside, whole_number
from valgforbund.scenario import Scenario
from valgforbund.sources.known import held, spelled_place
from valgforbund.sources.reading import VALGDK, Person, Reading, Remark, Result, remark
from valgforbund.sources.seats import size_of

AREA, LETTER, LIST, NAME, VOTES = (
    "Afstemningsområde",
    "Bogstavbetegnelse",
    "Listenavn",
    "Navn",
    "Stemmetal",
)
COLUMNS = (AREA, LETTER, LIST, NAME, VOTES)
FOR_THE_LIST = "Listestemmer"
KINDS = {"Kommunalvalg": "KV", "Regionalvalg": "RV", "Europa-Parlamentsvalg": "EP"}
CALLED = re.compile(
    r"(?P<kind>[A-Za-z-]+valg)_(?P<year>\d{4})_(?P<place>[^_]+)_\d\d-\d\d-\d{4}\b.*"
)
LONGEST = 1_000  # characters of a row
UNKNOWN = "alliances_unknown"


@dataclass
class _List:
    """A list while its rows are summed."""

    letter: str
    name: str
    votes: int = 0
    people: dict[str, int] = field(default_factory=dict)


def is_export(text: str) -> bool:
    """Whether a text begins as such a file does.

    Examples
    --------
    >>> is_export("Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal"), is_export("A;1")
    (True, False)
    """
    head = unicodedata.normalize("NFC", text[:500]).split("\n", 1)[0]
    return {*COLUMNS} <= {each.strip().strip('"') for each in head.split(";")}


def export_of(
    name: str,
    text: str,
    seats: int | None = None,
    place: str | None = None,
    into: Scenario | None = None,
) -> Reading:
    """What such a file holds; its alliances are those of the same election where we have it.

    Parameters
    ----------
    name : str
        Of the file: it tells the election and the place, as valg.dk writes it.
    text : str
    seats : int, optional
    place : str, optional
    into : Scenario, optional
        What is open: of the same election and place, its alliances are taken.

    Raises
    ------
    ScenarioError
        If a row is not what it should be, a list occurs twice in an area, or it is not known how
        many seats there are.
    """
    lists, areas = _summed(text)
    election, called = _called(name)
    where = spelled_place(place or called) or place or called
    taken = [each.letter for each in lists if each.letter]
    if len(lists) > MOST_LISTS:
        raise ScenarioError("too_many_lists", limit=MOST_LISTS)
    nameless = 0
    for each in lists:
        if not each.letter:
            nameless += 1
            each.letter = f"{nameless:02}"
        elif taken.count(each.letter) > 1:
            raise ScenarioError("letter_repeated", letter=each.letter)
    size = size_of(where, election, seats, into=into)
    votes = {each.letter: each.votes for each in lists}
    alliances, told, notes = _alliances(votes, where, election, into)
    scenario = Scenario(
        votes,
        size.seats,
        alliances,
        {each.letter: len(each.people) for each in lists if each.people},
        {each.letter: each.name or each.letter for each in lists},
        where,
        election,
        (*notes, *size.notes),
    )
    people = tuple(
        Person(each.letter, n, who, personal)
        for each in lists
        for n, (who, personal) in enumerate(each.people.items(), 1)
    )
    own = tuple(each.votes - sum(each.people.values()) for each in lists)
    summed = remark("summed", areas=areas, candidates=len(people))
    return Reading(
        VALGDK,
        (Result(scenario, list_votes=own, people=people),),
        (summed, *told, *size.remarks),
        COLUMNS,
    )


def _summed(text: str) -> tuple[list[_List], int]:
    """The lists in the order of the file, and the number of areas."""
    lists: dict[tuple[str, str], _List] = {}
    seen: set[tuple[str, str, str]] = set()
    for line, row in _rows(text):
        area, letter, called, who, votes = row
        if not letter and next(filter(None, map(aside, (area, called, who))), None):
            continue  # a total, or blank votes
        key = (letter, called)
        found = lists.setdefault(key, _List(letter, called))
        try:
            n = whole_number(votes, DANISH)
        except ScenarioError:
            raise ScenarioError("valgdk_votes", line=line, value=votes) from None
        found.votes += n
        if who != FOR_THE_LIST:
            found.people[who] = found.people.get(who, 0) + n
        elif (area, *key) in seen:
            raise ScenarioError("valgdk_repeated", line=line, area=area, letter=letter or called)
        else:
            seen.add((area, *key))
    if not lists:
        raise ScenarioError("table_empty")
    return [*lists.values()], len({area for area, *_ in seen}) or 1


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The five cells of each row, with the number of its line."""
    plain = unicodedata.normalize("NFC", glyphs.seen(text)).replace("\r\n", "\n")
    lines = plain.replace("\r", "\n").split("\n")
    head = [each.strip() for each in next(csv.reader(lines[:1], delimiter=";"))]
    order = [head.index(each) for each in COLUMNS]
    for n, line in enumerate(lines[1:], 2):
        if not line.strip(" ;"):
            continue
        cells = next(csv.reader([line[:LONGEST]], delimiter=";"))
        if len(cells) <= max(order):
            raise ScenarioError("valgdk_row", line=n, value=line)
        yield n, [" ".join(cells[i].split()) for i in order]


def _called(name: str) -> tuple[str, str]:
    """Election and place as the name of the file tells them; empty where it does not.

    Examples
    --------
    >>> _called("Kommunalvalg_2021_Læsø_06-11-2025 9.38.56.csv"), _called("stemmer.csv")
    (('KV2021', 'Læsø'), ('', ''))
    """
    found = CALLED.fullmatch(unicodedata.normalize("NFC", PurePath(name).name))
    if not found or found["kind"] not in KINDS:
        return "", ""
    return f"{KINDS[found['kind']]}{found['year']}", found["place"]


def _alliances(
    votes: dict[str, int], place: str, election: str, into: Scenario | None
) -> tuple[tuple[Alliance, ...], list[Remark], tuple[str, ...]]:
    """The alliances of the same election, from what is open or from the package."""
    ours = held(election, place)
    is_open = into is not None and (into.place, into.election) == (place, election)
    for other, code in ((into if is_open else None, "alliances_of_open"), (ours, "alliances_ours")):
        known = other is not None and UNKNOWN not in other.notes
        if other is not None and known and {*other.letters} == {*votes}:
            names = ", ".join(each.name for each in other.alliances)
            return other.alliances, [remark(code, names=names)] if names else [], ()
    return (), [remark("no_alliances")], (UNKNOWN,)
