"""A pasted table: what each column holds, a row a list, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing.across import turned
from valgforbund.parsing.asides import BLANK, CAST, INVALID, SIZE, TOTAL, aside, council_size
from valgforbund.parsing.cells import Line, lines, whole
from valgforbund.parsing.columns import SHORT, roles
from valgforbund.parsing.heads import footer, header
from valgforbund.parsing.labels import (
    ALLIANCE,
    AREA,
    FOOT,
    HEADER,
    LETTER,
    NAME,
    OTHER,
    PLACE,
    SEATS,
    SHARE,
    VOTES,
)
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.numbers import DANISH, MOST_VOTES, per_cent, whole_number
from valgforbund.parsing.over import heads

MILLIONTHS = 10**8  # of a per cent, in all
NOTHING = frozenset({"", "-", "–", "."})  # in the place of a number


class Row(NamedTuple):
    """One list as it was pasted.

    Attributes
    ----------
    line : int
        Its place in what was pasted, from 1.
    text : str
    letter, name : str
        What it is called; empty where that was not said.
    value : int
        Its votes or its seats, whichever was asked for; of shares, millionths of a per cent.
    others : tuple of (role, text)
        What stands in the other columns that were recognised.
    """

    line: int
    text: str
    letter: str
    name: str
    value: int
    others: tuple[tuple[str, str], ...] = ()

    def other(self, role: str) -> str:
        """What stands in the column of this role; empty where there is none."""
        return next((text for each, text in self.others if each == role), "")


class Aside(NamedTuple):
    """A line that is no list.

    Attributes
    ----------
    line : int
    text : str
    why : str
        ``"header"``, ``"title"``, ``"foot"``, or a kind of `asides`: ``"total"``, ``"cast"``,
        ``"blank"``, ``"invalid"``, ``"postal"``, ``"partly"``, ``"eligible"``, ``"turnout"``,
        ``"size"``.
    value : int or None
        The number it tells.
    """

    line: int
    text: str
    why: str
    value: int | None = None


@dataclass(frozen=True)
class Pasted:
    """What was understood of a pasted text.

    Attributes
    ----------
    columns : tuple of str
        What was recognised, from left to right; ``"other"`` is not used.
    rows : tuple of Row
    asides : tuple of Aside
    heads : tuple of str
        What stands over each column; empty where nothing does.
    areas : int
        How many areas the votes of each list were summed over; 0 where there are none.
    empty : tuple of int
        The columns in which nothing stands, but perhaps a word over them.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    asides: tuple[Aside, ...]
    heads: tuple[str, ...] = ()
    areas: int = 0
    empty: tuple[int, ...] = ()

    @property
    def sum(self) -> int:
        """What the lists have together."""
        return sum(each.value for each in self.rows)

    @property
    def council(self) -> Aside | None:
        """The line that tells the size of the council."""
        return next((each for each in self.asides if each.why == SIZE and each.value), None)

    @property
    def total(self) -> Aside | None:
        """The line that tells how many valid votes there are in all."""
        told = [each for each in self.asides if each.why == TOTAL and each.value]
        return told[0] if len({each.value for each in told}) == 1 else None

    @property
    def wrong_total(self) -> Aside | None:
        """A total that is not that of the lists, with or without blank and invalid votes."""
        if self.areas:  # there may be one for each of them
            return None
        beside = sum(each.value or 0 for each in self.asides if each.why in (BLANK, INVALID))
        told = [each for each in self.asides if each.value is not None]
        totals = [each for each in told if each.why in (TOTAL, CAST)]
        right = {self.sum, self.sum + beside}
        return next((each for each in totals if each.value not in right), None)


def read(
    text: str,
    lists: Lists | None = None,
    marks: str = DANISH,
    measure: str = VOTES,
    most: int = MOST_VOTES,
) -> Pasted:
    r"""Understand a pasted table.

    Parameters
    ----------
    text : str
        A line a list, with what it is called and its number, and perhaps more columns; from a
        web page, a spreadsheet, a file or an e-mail, with or without words over the columns.
    lists : Lists, optional
        Those that there are; they may be called as numbers are written.
    marks : str
        Marks between thousands, as `whole_number` takes them.
    measure : str
        What is wanted: ``"votes"`` or ``"seats"``.
    most : int
        The largest number that is allowed.

    Raises
    ------
    ScenarioError
        If a line cannot be read, or it cannot be told which column is wanted.

    Examples
    --------
    >>> found = read("Parti Stemmer\nA 8.123\nB 40\nBlanke stemmer 3\nI alt 8.166")
    >>> [(each.letter, each.value) for each in found.rows]
    [('A', 8123), ('B', 40)]
    >>> [(each.line, each.why, each.value) for each in found.asides], found.wrong_total
    ([(1, 'header', None), (4, 'blank', 3), (5, 'total', 8166)], None)
    """
    return understood(lines(text, marks), lists, marks, measure, most)


def understood(
    every: Sequence[Line],
    lists: Lists | None = None,
    marks: str = DANISH,
    measure: str = VOTES,
    most: int = MOST_VOTES,
    is_place: Callable[[str], bool] = lambda _: False,
    is_party: Callable[[str], bool] = lambda _: False,
) -> Pasted:
    r"""The same of lines that are in cells already.

    Parameters
    ----------
    every : sequence of Line
    lists, marks, measure, most
        As for `read`; shares may be wanted, too.
    is_place : callable
        Whether a text is the name of a place: such a column needs no word over it.
    is_party : callable
        Whether a text is what a party is called: then it is no total, whatever its number.

    Examples
    --------
    >>> found = understood(lines("Lejre;A;A-F;1.000\nLejre;F;A-F;900"), is_place="Lejre".__eq__)
    >>> found.columns, found.rows[0].others
    (('place', 'letter', 'alliance', 'votes'), (('place', 'Lejre'), ('alliance', 'A-F')))
    """
    if not every:
        raise ScenarioError("column_empty")
    rooms = {each.number: council_size(_plain(each)) for each in every}
    others = [each for each in every if not rooms[each.number] or _is_list(each, lists)]
    asides = [
        Aside(each.number, each.text, SIZE, rooms[each.number])
        for each in every
        if each not in others
    ]
    if across := turned(others, lists, marks, is_party):
        others, more, areas = across
        asides += [Aside(each.number, each.text, why, n) for each, why, n in more]
    else:
        areas = 0
    head, body = header(others, lists, marks, is_place)
    body, below = footer(body)
    asides += [Aside(each.number, each.text, why) for each, why in head]
    asides += [Aside(each.number, each.text, FOOT) for each in below]
    over = [each for each, why in head if why == HEADER]
    held = roles(over, body, lists, marks, measure, is_place)
    rows: list[Row] = []
    for line in body:
        cells = {role: text for role, text in zip(held, line.cells, strict=False) if role != OTHER}
        letter, name = cells.get(LETTER, ""), cells.get(NAME, "")
        why = _why(letter, name, cells)
        if why is None or (lists and lists.find(letter or name)):
            value = _value(line, held, cells, marks, measure, most)
            used = (LETTER, NAME, measure)
            more_cells = tuple((role, text) for role, text in cells.items() if role not in used)
            rows.append(Row(line.number, line.text, letter, name, value, more_cells))
        else:
            asides.append(Aside(line.number, line.text, why, whole(cells.get(measure, ""), marks)))
    rows, total = _without_total(rows, lists, is_party)
    if AREA in held and measure != SHARE:
        rows, areas = by_area(rows)
    over_each = heads(over, [i for i, role in enumerate(held) if _is_of_numbers(role)], len(held))
    empty = tuple(
        i for i in range(len(held)) if not any("".join(each.cells[i : i + 1]) for each in body)
    )
    told = tuple(sorted([*asides, *total], key=lambda each: each.line))
    return Pasted(held, tuple(rows), told, over_each, areas, empty)


def by_area(rows: Sequence[Row]) -> tuple[list[Row], int]:
    """Each list once, with the votes of all areas, and how many areas there are.

    Raises
    ------
    ScenarioError
        If a list stands twice in an area.
    """
    found: dict[tuple[str, str], Row] = {}
    seen: set[tuple[str, str, str]] = set()
    place = area = ""
    for row in rows:
        place, area = row.other(PLACE) or place, row.other(AREA) or area
        called = row.letter or row.name
        if (place, area, called) in seen:
            raise ScenarioError("column_repeated_area", letter=called, line=row.line, area=area)
        seen.add((place, area, called))
        before = found.get((place, called))
        found[place, called] = (
            row if before is None else before._replace(value=before.value + row.value)
        )
    return [*found.values()], len({(place, area) for place, area, _ in seen})


def _is_of_numbers(role: str) -> bool:
    return role not in (LETTER, NAME, PLACE, AREA, ALLIANCE)


def _plain(line: Line) -> str:
    return " ".join(filter(None, line.cells))


def _is_list(line: Line, lists: Lists | None) -> bool:
    """Whether a line begins with what one of the lists there are is called."""
    return lists is not None and lists.find(line.cells[0]) is not None


def _why(letter: str, name: str, cells: Mapping[str, str]) -> str | None:
    """What a line is that is no list; None where it is one."""
    if letter and name:
        return aside(name, exact=len(letter) <= SHORT) or aside(letter)
    return next(filter(None, map(aside, (letter, name, *_beside(cells)))), None)


def _beside(cells: Mapping[str, str]) -> list[str]:
    """Where "in all" may stand in a row that is called nothing, or after its area."""
    nameless = not (cells.get(LETTER) or cells.get(NAME))
    return [cells.get(each, "") for each in (PLACE, AREA, ALLIANCE)] if nameless else []


def _without_total(
    rows: list[Row], lists: Lists | None, is_party: Callable[[str], bool]
) -> tuple[list[Row], list[Aside]]:
    """The last row may be the sum of the others: one that is called nothing, or no list's name.

    As many numbers alone as there are lists are those of the lists.
    """
    nameless = [each for each in rows if not (each.letter or each.name)]
    if len(rows) < 2:
        return rows, []
    *others, last = rows
    is_sum = last.value > 0 and last.value == sum(each.value for each in others)
    if not nameless:
        known = lists is not None and lists.find(last.letter or last.name) is not None
        may_be = is_sum and len(others) > 1 and not known and not _is_called(last, is_party)
        return (others, [_total(last)]) if may_be else (rows, [])
    if nameless == [last] and is_sum:
        return others, [_total(last)]
    if len(nameless) < len(rows):
        raise ScenarioError("column_line", line=nameless[0].line, value=nameless[0].text)
    if is_sum and len(others) > 1 and not (lists and len(rows) == len(lists.letters)):
        return others, [_total(last)]
    return rows, []


def _is_called(row: Row, is_party: Callable[[str], bool]) -> bool:
    """Whether a row has a letter, or the name of a party."""
    name = row.name or row.letter
    has_letter = 0 < len(row.letter) <= SHORT or len(name.split(" ")[0].strip(".:)(-")) <= 1
    return has_letter or is_party(name)


def _total(row: Row) -> Aside:
    return Aside(row.line, row.text, TOTAL, row.value)


def _value(
    line: Line,
    held: Sequence[str],
    cells: Mapping[str, str],
    marks: str,
    measure: str,
    most: int,
) -> int:
    cell = cells.get(measure, "")
    if measure == SEATS and cell in NOTHING and len(line.cells) > 1:
        return 0
    try:
        if measure == SHARE:
            return int(per_cent(cell) * MILLIONTHS)
        return whole_number(cell, marks, most)
    except ScenarioError as error:
        if error.code == "number_too_large":
            raise
    if len(line.cells) < 2 or len(held) < 2:
        raise ScenarioError("column_line", line=line.number, value=line.text)
    called = cells.get(LETTER) or cells.get(NAME) or ""
    if cell in NOTHING:
        raise ScenarioError("column_no_number", line=line.number, letter=called)
    code = "column_share" if "%" in cell else "column_no_whole"
    raise ScenarioError(code, line=line.number, value=cell)
