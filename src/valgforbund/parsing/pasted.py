"""A pasted table: what each column holds, a row a list, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing import labels
from valgforbund.parsing.cells import Line, lines, whole
from valgforbund.parsing.columns import roles
from valgforbund.parsing.heads import footer, header
from valgforbund.parsing.labels import (
    ALLIANCE,
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
        ``"header"``, ``"title"``, ``"foot"``, ``"total"``, ``"cast"``, ``"blank"``,
        ``"invalid"``, ``"eligible"`` or ``"turnout"``.
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
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    asides: tuple[Aside, ...]

    @property
    def sum(self) -> int:
        """What the lists have together."""
        return sum(each.value for each in self.rows)

    @property
    def wrong_total(self) -> Aside | None:
        """A total that is not that of the lists, with or without blank and invalid votes."""
        beside = sum(
            each.value or 0 for each in self.asides if each.why in (labels.BLANK, labels.INVALID)
        )
        told = [each for each in self.asides if each.value is not None]
        totals = [each for each in told if each.why in (labels.TOTAL, labels.CAST)]
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
) -> Pasted:
    r"""The same of lines that are in cells already.

    Parameters
    ----------
    every : sequence of Line
    lists, marks, measure, most
        As for `read`; shares may be wanted, too.
    is_place : callable
        Whether a text is the name of a place: such a column needs no word over it.

    Examples
    --------
    >>> found = understood(lines("Lejre;A;A-F;1.000\nLejre;F;A-F;900"), is_place="Lejre".__eq__)
    >>> found.columns, found.rows[0].others
    (('place', 'letter', 'alliance', 'votes'), (('place', 'Lejre'), ('alliance', 'A-F')))
    """
    if not every:
        raise ScenarioError("column_empty")
    head, body = header(every, lists, marks)
    body, below = footer(body)
    asides = [Aside(each.number, each.text, why) for each, why in head]
    asides += [Aside(each.number, each.text, FOOT) for each in below]
    over = [each for each, why in head if why == HEADER]
    held = roles(over, body, lists, marks, measure, is_place)
    rows: list[Row] = []
    for line in body:
        cells = {role: text for role, text in zip(held, line.cells, strict=False) if role != OTHER}
        letter, name = cells.get(LETTER, ""), cells.get(NAME, "")
        why = next(filter(None, map(labels.aside, (letter, name, *_beside(cells)))), None)
        if why is None or (lists and lists.find(letter or name)):
            value = _value(line, cells, marks, measure, most)
            used = (LETTER, NAME, measure)
            others = tuple((role, text) for role, text in cells.items() if role not in used)
            rows.append(Row(line.number, line.text, letter, name, value, others))
        else:
            asides.append(Aside(line.number, line.text, why, whole(cells.get(measure, ""), marks)))
    rows, total = _without_total(rows)
    return Pasted(held, tuple(rows), tuple(sorted(asides + total)))


def _beside(cells: Mapping[str, str]) -> list[str]:
    """Where "in all" may stand in a row that is called nothing."""
    nameless = not (cells.get(LETTER) or cells.get(NAME))
    return [cells.get(PLACE, ""), cells.get(ALLIANCE, "")] if nameless else []


def _without_total(rows: list[Row]) -> tuple[list[Row], list[Aside]]:
    """Numbers that are called nothing: the last may be the sum of the others."""
    nameless = [each for each in rows if not (each.letter or each.name)]
    if not nameless:
        return rows, []
    *lists, last = rows
    is_sum = last.value and last.value == sum(each.value for each in lists)
    if nameless == [last] and is_sum and lists:
        return lists, [Aside(last.line, last.text, labels.TOTAL, last.value)]
    if len(nameless) < len(rows):
        raise ScenarioError("column_line", line=nameless[0].line, value=nameless[0].text)
    if is_sum and len(lists) > 1:
        return lists, [Aside(last.line, last.text, labels.TOTAL, last.value)]
    return rows, []


def _value(line: Line, cells: Mapping[str, str], marks: str, measure: str, most: int) -> int:
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
        raise ScenarioError("column_line", line=line.number, value=line.text) from None
