"""Tables in which parties go by initials: S, R and K beside SF, LA and DF, as newspapers write."""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund.parsing import Row
from valgforbund.parties import of_initial, usual_letter

LEAST = 2  # other parties that stand with an abbreviation


def by_initials(rows: Sequence[Row]) -> tuple[tuple[Row, ...], list[str]]:
    """The rows with the letters of the parties whose initials stand there, and those initials.

    On a ballot S, R and K are others. An initial is read as one only where two or more other
    parties stand with abbreviations, and none has the letter that it stands for.

    Examples
    --------
    >>> rows = [Row(n, "", each, "", 1) for n, each in enumerate(("S", "SF", "LA", "V"))]
    >>> found, initials = by_initials(rows)
    >>> [each.letter for each in found], initials
    (['A', 'SF', 'LA', 'V'], ['S'])
    """
    called = [row.letter or row.name for row in rows]
    short = [each for each in called if 1 < len(each) <= 5 and usual_letter(each)]
    taken = {usual_letter(each) or each for each in called}
    if len(short) < LEAST:
        return tuple(rows), []
    found: list[Row] = []
    initials: list[str] = []
    for row, each in zip(rows, called, strict=True):
        letter = of_initial(each)
        if letter is None or letter in taken or (row.letter and row.name):
            found.append(row)
        else:
            found.append(row._replace(letter=letter, name=""))
            initials.append(each)
    return tuple(found), initials
