"""The rows of a pasted table: their numbers, a total at their end, and their sums over areas."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing.asides import TOTAL
from valgforbund.parsing.cells import Line, is_share
from valgforbund.parsing.columns import SHORT
from valgforbund.parsing.labels import AREA, LETTER, NAME, PLACE, SEATS, SHARE
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.numbers import per_cent, whole_number

MILLIONTHS = 10**8  # of a per cent, in all
LEAST = 100  # votes of a sum that is no accident
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


def without_total(
    rows: list[Row],
    lists: Lists | None,
    is_party: Callable[[str], bool],
    measure: str,
) -> tuple[list[Row], list[Aside]]:
    """The last row may be the sum of the others: one that is called nothing, or no list's name.

    As many numbers alone as there are lists are those of the lists.

    Raises
    ------
    ScenarioError
        If some rows are called something and others nothing.
    """
    nameless = [each for each in rows if not (each.letter or each.name)]
    if len(rows) < 2:
        return rows, []
    *others, last = rows
    is_sum = last.value > 0 and last.value == sum(each.value for each in others)
    if not nameless:
        known = lists is not None and lists.find(last.letter or last.name) is not None
        may_be = is_sum and len(others) > 1 and last.value >= LEAST and measure != SEATS
        may_be = may_be and not known and not _is_called(last, is_party)
        return (others, [_total(last, measure)]) if may_be else (rows, [])
    if nameless == [last] and is_sum:
        return others, [_total(last, measure)]
    if len(nameless) < len(rows):
        raise ScenarioError("column_line", line=nameless[0].line, value=nameless[0].text)
    if is_sum and len(others) > 1 and not (lists and len(rows) == len(lists.letters)):
        return others, [_total(last, measure)]
    return rows, []


def _is_called(row: Row, is_party: Callable[[str], bool]) -> bool:
    """Whether a row has a letter, or the name of a party."""
    name = row.name or row.letter
    has_letter = 0 < len(row.letter) <= SHORT or len(name.split(" ")[0].strip(".:)(-")) <= 1
    return has_letter or is_party(name)


def _total(row: Row, measure: str) -> Aside:
    return Aside(row.line, row.text, TOTAL, None if measure == SHARE else row.value)


def value_of(
    line: Line,
    held: Sequence[str],
    cells: Mapping[str, str],
    marks: str,
    measure: str,
    most: int,
) -> int:
    """The number that is wanted of a line.

    Raises
    ------
    ScenarioError
        If there is none, with what stands there instead.
    """
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
    code = "column_share" if "%" in cell and is_share(cell) else "column_no_whole"
    raise ScenarioError(code, line=line.number, value=cell)
