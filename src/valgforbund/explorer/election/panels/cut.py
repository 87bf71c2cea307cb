"""The d'Hondt table of a very large council in short: for each unit the quotients at the cut."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
from markupsafe import Markup

from valgforbund.explorer.workbench.cells import NOTHING, Cell, text
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.frames import rows_of
from valgforbund.protocol import LIMIT
from valgforbund.wording import Words
from valgforbund.wording.protocol import digits_for, quotient

MOST = 3_000  # quotients that are drawn one by one: more are slow to draw, and nobody reads them


def cut_table(words: Words, rows: pd.DataFrame, seat: int, caption: str) -> Markup:
    """A row a unit: its seats, the last quotient that won one, and the next.

    Parameters
    ----------
    words : Words
    rows : DataFrame
        One level of `protocol`.
    seat : int
        The seats up to this number; 0 for all.
    caption : str
    """
    found: dict[str, tuple[int, int]] = {}  # votes and seats of a unit
    full = set()  # where there are no more candidates
    for row in rows_of(rows):
        has = not pd.isna(row.number) and (not seat or row.number <= seat)
        _, before = found.get(row.unit, (0, 0))
        found[row.unit] = int(row.votes), before + int(has)
        if row.status == LIMIT:
            full.add((row.unit, row.divisor))
    near = [Fraction(v, n) for v, has in found.values() for n in (has, has + 1) if n]
    digits = digits_for(near)
    body = [
        (
            text(unit),
            has,
            _quotient(words, v, has, digits) if has else NOTHING,
            Cell(words("protocol.mark.limit"))
            if (unit, has + 1) in full
            else _quotient(words, v, has + 1, digits),
        )
        for unit, (v, has) in found.items()
    ]
    head = [words(f"protocol.cut_{key}") for key in ("unit", "seats", "last", "next")]
    note = words("protocol.cut_note", many=words.number(len(rows)))
    return element(
        "div", table(head, body, caption, name="cut"), element("p", note, class_="vf-quiet")
    )


def _quotient(words: Words, votes: int, divisor: int, digits: int) -> Cell:
    value = Fraction(votes, divisor)
    written = quotient(words, value, digits)
    known = {"quotient": written, "votes": words.number(votes), "divisor": words.number(divisor)}
    return Cell(words("race.divided", **known), float(value), written)
