"""A pasted table: what each column holds, a row a list, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing import labels
from valgforbund.parsing.cells import Line, is_number, lines, whole
from valgforbund.parsing.columns import SHORT, roles
from valgforbund.parsing.labels import HEADER, LETTER, NAME, SEATS, TITLE, VOTES
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.numbers import DANISH, MOST_VOTES, whole_number

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
        Its votes or its seats, whichever was asked for.
    """

    line: int
    text: str
    letter: str
    name: str
    value: int


class Aside(NamedTuple):
    """A line that is no list.

    Attributes
    ----------
    line : int
    text : str
    why : str
        ``"header"``, ``"title"``, ``"total"``, ``"cast"``, ``"blank"``, ``"invalid"``,
        ``"eligible"`` or ``"turnout"``.
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
    every = lines(text, marks)
    if not every:
        raise ScenarioError("column_empty")
    head, body = _header(every, lists, marks)
    asides = [Aside(each.number, each.text, why) for each, why in head]
    over = [each for each, why in head if why == HEADER]
    held = roles(over, body, lists, marks, measure)
    rows: list[Row] = []
    for line in body:
        cells = dict(zip(held, line.cells, strict=False))
        letter, name = cells.get(LETTER, ""), cells.get(NAME, "")
        why = labels.aside(letter) or labels.aside(name)
        if why is None or (lists and lists.find(letter or name)):
            value = _value(line, cells, marks, measure, most)
            rows.append(Row(line.number, line.text, letter, name, value))
        else:
            asides.append(Aside(line.number, line.text, why, whole(cells.get(measure, ""), marks)))
    if rows and not any(each.letter or each.name for each in rows):
        rows, total = _without_total(rows)
        asides += total
    return Pasted(held, tuple(rows), tuple(sorted(asides)))


def _without_total(rows: list[Row]) -> tuple[list[Row], list[Aside]]:
    """Numbers alone, of which the last may be the sum of the others."""
    *lists, last = rows
    if len(lists) > 1 and last.value and last.value == sum(each.value for each in lists):
        return lists, [Aside(last.line, last.text, labels.TOTAL, last.value)]
    return rows, []


def _value(line: Line, cells: Mapping[str, str], marks: str, measure: str, most: int) -> int:
    cell = cells.get(measure, "")
    if measure == SEATS and cell in NOTHING and len(line.cells) > 1:
        return 0
    try:
        return whole_number(cell, marks, most)
    except ScenarioError as error:
        if error.code == "number_too_large":
            raise
        raise ScenarioError("column_line", line=line.number, value=line.text) from None


def _header(
    every: Sequence[Line], lists: Lists | None, marks: str
) -> tuple[list[tuple[Line, str]], list[Line]]:
    """What stands over the lists, and the rest."""
    head: list[tuple[Line, str]] = []
    for place, line in enumerate(every):
        known = sum(map(bool, map(labels.column, line.cells)))
        has_numbers = any(is_number(each, marks) for each in line.cells)
        if has_numbers and known < 2:  # a year may stand over a column
            return head, [*every[place:]]
        if lists and any(map(lists.find, filter(None, line.cells))):
            break
        words = line.text.split()
        if known or 2 * sum(map(bool, map(labels.column, words))) >= len(words):
            return [*head, (line, HEADER)], [*every[place + 1 :]]
        if len(line.text.split(" ")[0]) <= SHORT:  # it may be a list
            break
        head.append((line, TITLE))
    return [], [*every]
