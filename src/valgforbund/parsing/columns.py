"""What the columns of a pasted table hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from valgforbund.errors import ScenarioError
from valgforbund.parsing import labels
from valgforbund.parsing.asides import aside
from valgforbund.parsing.cells import Line, is_number, whole
from valgforbund.parsing.labels import (
    ALLIANCE,
    AREA,
    LETTER,
    NAME,
    OTHER,
    PLACE,
    SEATS,
    SHARE,
    VOTES,
)
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.numbers import MOST_SEATS
from valgforbund.parsing.over import heads, said

ALLIED = re.compile(
    r"\S{1,3}(?:(?: ?[-–+/&,] ?| og | and | och )\S{1,3})+"
)  # letters that are joined
SHORT = 3  # characters that a letter has at most, where it stands beside a name


def roles(
    head: Sequence[Line],
    body: Sequence[Line],
    known: Lists | None,
    marks: str,
    measure: str,
    is_place: Callable[[str], bool] = lambda _: False,
) -> tuple[str, ...]:
    r"""What each column holds: by what stands over it, else by what is in it.

    Parameters
    ----------
    head : sequence of Line
        Words over the columns.
    body : sequence of Line
        The lists, a line each.
    known : Lists or None
        Those that there are.
    marks : str
        Marks between thousands, as `whole_number` takes them.
    measure : str
        What is wanted: ``"votes"`` or ``"seats"``.
    is_place : callable
        Whether a text is the name of a place.

    Returns
    -------
    tuple of str
        A role for each column, from left to right; ``"other"`` is not used.

    Raises
    ------
    ScenarioError
        If it cannot be told which column is wanted.

    Examples
    --------
    >>> from valgforbund.parsing.cells import lines
    >>> from valgforbund.parsing.numbers import DANISH
    >>> roles([], lines("A;Venstre;8.123;9\nB;Radikale;40;1", DANISH), None, DANISH, "votes")
    ('letter', 'name', 'votes', 'seats')
    """
    width = max((len(each.cells) for each in (*head, *body)), default=0)
    of_lists = [each for each in body if not any(map(aside, each.cells))]
    columns = [
        [each.cells[i] for each in of_lists if i < len(each.cells) and each.cells[i]]
        for i in range(width)
    ]
    numbers = [i for i, cells in enumerate(columns) if _are_numbers(cells, marks)]
    if len(numbers) > 1 and known and all(map(known.find, columns[numbers[0]])):
        del numbers[0]  # they are called so
    texts = [i for i, cells in enumerate(columns) if cells and i not in numbers]
    if body and not numbers:
        first = of_lists[0] if of_lists else body[0]
        raise ScenarioError("column_line", line=first.number, value=first.text)
    over = heads(head, numbers, width)
    found = said(over, numbers, columns, measure)
    if measure not in found.values():
        free = [i for i in numbers if i not in found and not labels.column(over[i])]
        found |= _by_content(free, over, columns, marks, measure)
    if measure not in found.values():
        if len(numbers) == 1:
            seats = measure == SEATS
            raise ScenarioError("column_without_seats" if seats else "column_without_votes")
        raise ScenarioError("column_unclear", columns=len(numbers))
    if not {LETTER, NAME} & {*found.values()}:
        found |= _called([i for i in texts if i not in found], columns, is_place)
    if not head and sum(_are_letters(columns[i]) for i in texts) > 1:  # two lists on a line
        raise ScenarioError("column_line", line=body[0].number, value=body[0].text)
    found |= _area(of_lists, [i for i in texts if found.get(i, OTHER) in (OTHER, NAME)], found)
    return tuple(found.get(i, OTHER) for i in range(width))


def _area(lines: Sequence[Line], texts: Sequence[int], found: Mapping[int, str]) -> dict[int, str]:
    """The column that names areas, where lists stand below each other once for each of them."""
    called = [i for role in (LETTER, NAME) for i, each in found.items() if each == role][:1]
    if {AREA, PLACE} & {*found.values()} or not called:
        return {}
    lists = [_cell(each, called[0]) for each in lines]
    if len({*lists}) == len(lists):
        return {}
    for i in texts:
        areas = ["" for _ in lines]
        for n, line in enumerate(lines):
            areas[n] = _cell(line, i) or areas[n - 1]  # an empty cell is of the area above
        if i not in called and len({*zip(areas, lists, strict=True)}) == len(lists):
            return {i: AREA}
    return {}


def _cell(line: Line, place: int) -> str:
    return line.cells[place] if place < len(line.cells) else ""


def _called(
    every: Sequence[int], columns: Sequence[Sequence[str]], is_place: Callable[[str], bool]
) -> dict[int, str]:
    """Which of the columns without numbers are letters, names, places and alliances."""
    found = {i: PLACE for i in every if all(map(is_place, columns[i]))}
    allied = [i for i in every if all(map(ALLIED.fullmatch, columns[i]))]
    found |= dict.fromkeys([i for i in allied if len(every) > len(found) + 1][-1:], ALLIANCE)
    return found | _letters_and_names([i for i in every if i not in found], columns)


def _letters_and_names(texts: Sequence[int], columns: Sequence[Sequence[str]]) -> dict[int, str]:
    if not texts:
        return {}
    *others, longest = sorted(texts, key=lambda i: _length(columns[i]))
    short = others[0] if others else longest
    if _length(columns[short]) > SHORT:
        return {texts[0]: NAME}
    return {longest: NAME, short: LETTER}


def _by_content(
    free: Sequence[int],
    over: Sequence[str],
    columns: Sequence[Sequence[str]],
    marks: str,
    measure: str,
) -> dict[int, str]:
    """Roles of columns of numbers over which nothing stands."""
    if len(free) == 1:
        return {free[0]: measure}
    shares = [i for i in free if any(whole(each, marks) is None for each in columns[i])]
    whole_ones = [
        i
        for i in free
        if i not in shares and not _counts_up(columns[i], i) and not _are_years(columns[i])
    ]
    found = dict.fromkeys(shares[:1], SHARE)
    if len(whole_ones) == 1:
        found[whole_ones[0]] = measure
    elif len(whole_ones) == 2 and not _may_be_of_rows(columns[free[0]], free[0]):
        small, large = sorted(whole_ones, key=lambda i: _sum(columns[i], marks))
        if not (over[small] or over[large]) and _may_be_seats(
            columns[small], columns[large], marks
        ):
            found |= {large: VOTES, small: SEATS}
    return found


def _may_be_seats(seats: Sequence[str], votes: Sequence[str], marks: str) -> bool:
    """Whether a column can be the seats of lists with these votes: few, and none without votes."""
    numbers = [whole(each, marks) or 0 for each in seats]
    pairs = zip(numbers, (whole(each, marks) or 0 for each in votes), strict=False)
    return sum(numbers) <= MOST_SEATS and all(few <= many for few, many in pairs)


def _are_numbers(cells: Sequence[str], marks: str) -> bool:
    """Whether half of a column or more are numbers."""
    return bool(cells) and 2 * sum(is_number(each, marks) for each in cells) >= len(cells)


def _are_letters(cells: Sequence[str]) -> bool:
    return all(each.isalnum() and len(each) <= SHORT for each in cells)


def _counts_up(cells: Sequence[str], place: int) -> bool:
    """Whether a first column only numbers the rows."""
    return place == 0 and len(cells) > 1 and [*cells] == [str(n) for n in range(1, len(cells) + 1)]


def _are_years(cells: Sequence[str]) -> bool:
    """Whether the same year stands in every row."""
    return len(cells) > 1 and len({*cells}) == 1 and labels.is_year(cells[0])


def _may_be_of_rows(cells: Sequence[str], place: int) -> bool:
    """Whether a first column may number the rows with gaps, or be a code of all of them."""
    numbers = [int(each) for each in cells if each.isdecimal()]
    is_rising = all(one < other for one, other in pairwise(numbers))
    return place == 0 and len(numbers) > 1 and (is_rising or len({*numbers}) == 1)


def _sum(cells: Sequence[str], marks: str) -> int:
    return sum(whole(each, marks) or 0 for each in cells)


def _length(cells: Sequence[str]) -> int:
    return max(map(len, cells), default=0)
