"""A pasted table: what each column holds, a row a list, and what was left out and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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
    SHARE,
    VOTES,
)
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.numbers import DANISH, MOST_VOTES
from valgforbund.parsing.over import heads
from valgforbund.parsing.rows import Aside, Row, by_area, value_of, without_total

THREE, FEW = re.compile(r"[0-9]{3}"), re.compile(r"[0-9]{1,3}")  # of a number cut at its comma
ALL = 100  # per cent
TEXTS = (LETTER, NAME, PLACE, AREA, ALLIANCE)  # columns without numbers
DASHES = re.compile(r"[\s|:·+-]*-{3}[\s|:·+-]*")  # a rule between lines


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
    measure : str
        What was wanted.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    asides: tuple[Aside, ...]
    heads: tuple[str, ...] = ()
    areas: int = 0
    empty: tuple[int, ...] = ()
    measure: str = VOTES

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
        if self.areas or self.measure == SHARE:  # there may be one for each of them
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
    is_party: Callable[[str], bool] = lambda _: False,
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
    is_party : callable
        Whether a text is what a party is called: then it is no total, whatever its number.

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
    return understood(lines(text, marks), lists, marks, measure, most, is_party=is_party)


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
        As for `read`.

    Examples
    --------
    >>> found = understood(lines("Lejre;A;A-F;1.000\nLejre;F;A-F;900"), is_place="Lejre".__eq__)
    >>> found.columns, found.rows[0].others
    (('place', 'letter', 'alliance', 'votes'), (('place', 'Lejre'), ('alliance', 'A-F')))
    """
    if not every:
        raise ScenarioError("column_empty")
    rooms = {
        each.number: seats
        for each in every
        if (seats := council_size(_plain(each))) and not _is_list(each, lists)
    }
    rules = {each.number for each in every if DASHES.fullmatch(each.text)}
    asides = [Aside(each.number, each.text, HEADER) for each in every if each.number in rules]
    asides += [
        Aside(each.number, each.text, SIZE, rooms[each.number])
        for each in every
        if each.number in rooms
    ]
    others = [each for each in every if each.number not in rooms.keys() | rules]
    if across := turned(others, lists, marks, is_party):
        others, more, areas = across
        asides += [Aside(each.number, each.text, why, n) for each, why, n in more]
    else:
        areas = 0
    head, body = header(others, lists, marks, is_place, is_party)
    body, below = footer(body)
    asides += [Aside(each.number, each.text, why) for each, why in head]
    asides += [Aside(each.number, each.text, FOOT) for each in below]
    over = [each for each, why in head if why == HEADER]
    _check_width(over, body)
    held = roles(over, body, lists, marks, measure, is_place)
    is_called = bool({LETTER, NAME} & {*held})
    rows: list[Row] = []
    for line in body:
        cells = {role: text for role, text in zip(held, line.cells, strict=False) if role != OTHER}
        letter, name = cells.get(LETTER, ""), cells.get(NAME, "")
        why = _why(letter, name, cells) if is_called else _why_nameless(line, cells, marks, measure)
        if why is None or (lists and lists.find(letter or name)):
            value = value_of(line, held, cells, marks, measure, most)
            used = (LETTER, NAME, measure)
            more_cells = tuple((role, text) for role, text in cells.items() if role not in used)
            rows.append(Row(line.number, line.text, letter, name, value, more_cells))
        else:
            asides.append(Aside(line.number, line.text, why, whole(cells.get(measure, ""), marks)))
    rows, total = without_total(rows, lists, is_party, measure)
    if AREA in held and measure != SHARE:
        rows, areas = by_area(rows)
    over_each = heads(over, [i for i, role in enumerate(held) if role not in TEXTS], len(held))
    empty = tuple(
        i for i in range(len(held)) if not any("".join(each.cells[i : i + 1]) for each in body)
    )
    told = tuple(sorted([*asides, *total], key=lambda each: each.line))
    return Pasted(held, tuple(rows), told, over_each, areas, empty, measure)


def _check_width(over: Sequence[Line], body: Sequence[Line]) -> None:
    """A number that was cut at the comma between its thousands makes its row wider."""
    width = max((len(each.cells) for each in over), default=0)
    for line in body if width > 1 else ():
        for few, three in zip(line.cells[width - 1 :], line.cells[width:], strict=False):
            if THREE.fullmatch(three) and FEW.fullmatch(few):
                raise ScenarioError("column_cut", line=line.number, value=f"{few},{three}")


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


def _why_nameless(line: Line, cells: Mapping[str, str], marks: str, measure: str) -> str | None:
    """The same of a line of a table of numbers alone; a number among shares is their total."""
    cell = cells.get(measure, "")
    if measure == SHARE and "%" not in cell and (whole(cell, marks) or 0) > ALL:
        return TOTAL
    return next(filter(None, map(aside, line.cells)), None)


def _beside(cells: Mapping[str, str]) -> list[str]:
    """Where "in all" may stand in a row that is called nothing, or after its area."""
    nameless = not (cells.get(LETTER) or cells.get(NAME))
    return [cells.get(each, "") for each in (PLACE, AREA, ALLIANCE)] if nameless else []
