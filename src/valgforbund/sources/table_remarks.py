"""What is to say of a table: the lines and columns that are not used, and its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from valgforbund.parsing import (
    AREA,
    HEADER,
    OTHER,
    PLACE,
    Aside,
    Pasted,
    column,
)
from valgforbund.sources.reading import Remark, remark

TOLD = 12  # lines that are told one by one
SHOWN = 6  # columns that are named


def left_out(pasted: Pasted, said: Iterable[Aside] = ()) -> list[Remark]:
    """The lines that are no lists, and a total that does not add up.

    Parameters
    ----------
    pasted : Pasted
    said : iterable of Aside
        Those of which something else is said.
    """
    known = {*said}
    asides = [each for each in pasted.asides if each.why != HEADER and each not in known]
    told = [remark("line", line=each.line, text=each.text, why=each.why) for each in asides[:TOLD]]
    if asides[TOLD:]:
        told.append(remark("lines_more", n=len(asides) - TOLD))
    wrong = pasted.wrong_total
    if wrong is not None and not any(each.other(PLACE) for each in pasted.rows):
        told.append(remark("wrong_total", text=wrong.text, sum=pasted.sum))
    return told


def of_columns(pasted: Pasted, measure: str, used: Sequence[str]) -> list[Remark]:
    """Of which column the votes are, and which columns are not used.

    Parameters
    ----------
    pasted : Pasted
    measure : str
        What was wanted.
    used : sequence of str
        Roles that are used; letters, names, places and areas always are.
    """
    told: list[Remark] = []
    heads = pasted.heads
    if measure in pasted.columns and heads:
        head = heads[pasted.columns.index(measure)]
        several = sum(column(each) == measure for each in heads if each) > 1
        if head and (several or column(head) != measure):
            told.append(remark("column_taken", head=head))
    used = (measure, "letter", "name", PLACE, AREA, *used)
    names: list[str] = []
    places: list[str] = []
    for i, role in enumerate(pasted.columns):
        head = heads[i] if i < len(heads) else ""
        if role in used or (role == OTHER and i in pasted.empty):
            continue
        if head:
            names.append(head)
        else:
            places.append(str(i + 1))
    if names:
        rest = ", …" if names[SHOWN:] else ""
        told.append(remark("columns_left_out", names=", ".join(names[:SHOWN]) + rest))
    if places:
        told.append(remark("columns_without_words", n=len(places), places=", ".join(places)))
    if pasted.areas:
        told.append(remark("areas_summed", n=pasted.areas))
    return told
