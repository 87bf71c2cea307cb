"""A table whose columns are the lists and whose rows are areas, turned: a row a list, summed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from valgforbund.parsing import labels
from valgforbund.parsing.asides import aside
from valgforbund.parsing.cells import HEAD, Line, whole
from valgforbund.parsing.labels import FOOT, TITLE, VOTES
from valgforbund.parsing.letters import Lists

SHORT = 2  # characters that a letter over a column has at most
Told = tuple[Line, str, int | None]


def turned(
    every: Sequence[Line],
    lists: Lists | None,
    marks: str,
    is_party: Callable[[str], bool] = lambda _: False,
) -> tuple[list[Line], list[Told], int] | None:
    r"""The lists that stand over columns, a line each with its sum over the rows.

    Parameters
    ----------
    every : sequence of Line
    lists : Lists or None
        Those that there are.
    marks : str
        Marks between thousands, as `whole_number` takes them.
    is_party : callable
        Whether a text is what a party is called.

    Returns
    -------
    tuple of (lines, told, areas) or None
        ``told`` are lines and columns that are no lists, each with what it is and its number; None
        where the table is not of this form.

    Examples
    --------
    >>> from valgforbund.parsing.cells import lines
    >>> found = turned(lines("Sted;A;B;I alt\nNord;10;5;15\nSyd;3;1;4\nI alt;13;6;19"), None, ".")
    >>> [each.cells for each in found[0]], [(why, n) for _, why, n in found[1]], found[2]
    ([('A', '13'), ('B', '6')], [('total', 19), ('total', 19)], 2)
    """
    for place, head in enumerate(every[:HEAD]):
        own = [i for i, cell in enumerate(head.cells) if cell and _is_list(cell, lists, is_party)]
        if len(own) < 2 or any(whole(each, marks) is not None for each in head.cells):
            continue
        above = [cell for cell in head.cells[: own[0]] if cell]
        words = [cell for i, cell in enumerate(head.cells) if cell and i not in own and i > own[0]]
        if any(labels.column(each) == VOTES for each in above + words):
            return None
        body = every[place + 1 :]
        rows = [each for each in body if all(_number(each, i, marks) is not None for i in own)]
        rest = [each for each in body if each not in rows]
        if not rows or len(rest) > len(rows):
            return None
        return _summed(head, [*every[:place]], rows, rest, own, marks)
    return None


def _summed(
    head: Line,
    above: Sequence[Line],
    rows: Sequence[Line],
    rest: Sequence[Line],
    own: Sequence[int],
    marks: str,
) -> tuple[list[Line], list[Told], int]:
    told: list[Told] = [(each, TITLE, None) for each in above]
    told += [(each, FOOT, None) for each in rest]
    areas: list[Line] = []
    for row in rows:
        label = " ".join(each for each in row.cells[: own[0]] if each)
        if len(rows) > 1 and (why := aside(label)):
            told.append((row, why, sum(_number(row, i, marks) or 0 for i in own)))
        else:
            areas.append(row)
    for i, cell in enumerate(head.cells):
        if i > own[0] and i not in own and (why := aside(cell)):
            n = sum(_number(each, i, marks) or 0 for each in areas)
            told.append((Line(head.number, cell, (cell,)), why, n))
    lines = [
        Line(
            head.number,
            head.cells[i],
            (head.cells[i], str(sum(_number(each, i, marks) or 0 for each in areas))),
        )
        for i in own
    ]
    return lines, told, len(areas)


def _is_list(cell: str, lists: Lists | None, is_party: Callable[[str], bool]) -> bool:
    """Whether a text over a column can only be a list."""
    if labels.column(cell) or aside(cell):
        return False
    if lists is not None and lists.find(cell) is not None:
        return True
    first, _, rest = cell.replace(".", " ").partition(" ")
    is_letter = len(first) <= SHORT and first.isalpha() and first.isupper()
    return is_party(cell) or (is_letter and (not rest or is_party(rest.strip(" -–"))))


def _number(line: Line, place: int, marks: str) -> int | None:
    """The number in a cell; nothing and a dash are none."""
    cell = line.cells[place] if place < len(line.cells) else ""
    return 0 if cell in ("", "-", "–") else whole(cell, marks)
