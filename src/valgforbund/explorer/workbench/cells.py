"""Cells of tables that know what they are: what is read, sorted by, and put into a spreadsheet."""

from __future__ import annotations

from typing import NamedTuple

from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording.catalogue import MINUS
from valgforbund.wording.markup import cut


class Cell(NamedTuple):
    """A cell that prints something else than it is.

    Attributes
    ----------
    shown : object
        Text, or Markup.
    value : number, str or None
        What a column is sorted by; None stands last.
    copied : str or None
        What a spreadsheet gets; None where that is the value, or what is shown.
    """

    shown: object
    value: float | str | None = None
    copied: str | None = None


NOTHING = Cell("–", None, "")  # what does not apply


class Row(NamedTuple):
    """A row that can be pressed.

    Attributes
    ----------
    cells : tuple
    key : str
        Says wholly what a press does, so that one that comes late does nothing else.
    label : str
        What pressing does, for who does not see the row: begins with a verb, names the row.
    current : bool
        Whether it is the one that was pressed last.
    below : tuple
        What stands below the name of the row, and is no part of it.
    """

    cells: tuple[object, ...]
    key: str
    label: str
    current: bool = False
    below: tuple[str, ...] = ()


def text(whole: str, length: int = 40) -> Cell | str:
    """A text that is shortened where it is read, and whole where it is copied.

    Examples
    --------
    >>> text("Haderslev"), text("Haderslev", 4)
    ('Haderslev', Cell(shown='Had…', value='Haderslev', copied=None))
    """
    shown = cut(whole, length)
    return shown if shown == whole else Cell(shown, whole)


def number(words: Words, value: int | None, shown: object = None) -> Cell:
    """A whole number; ``shown`` where more is read than the number.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> number(words("da"), 1237), number(words("da"), None) == NOTHING
    (Cell(shown='1.237', value=1237, copied='1.237'), True)
    """
    if value is None:
        return NOTHING if shown is None else Cell(shown)
    written = words.number(value)
    return Cell(written if shown is None else shown, value, written)


def signed(words: Words, value: int, shown: object = None) -> Cell:
    """A change, which a spreadsheet gets without a plus."""
    written = words.signed(value)[:1] + words.number(abs(value)) if value else "0"
    return Cell(written if shown is None else shown, value, for_sheet(written))


def span(words: Words, value: Span, shown: object = None) -> Cell:
    """A number, or least and most where a lot decides; in between is what it is sorted by."""
    low, high = (words.number(end) for end in value.ends)
    written = f"{low}–{high}" if value.is_open else low
    return Cell(written if shown is None else shown, _middle(value), written)


def change(words: Words, value: Span, shown: object = None) -> Cell:
    """A change, or the least and most where a lot decides."""
    written = words.signed_span(value)
    copied = written.replace("+", "") if value.is_open else words.number(value.low)
    return Cell(written if shown is None else shown, _middle(value), copied)


def share(words: Words, value: float, digits: int = 1, shown: object = None) -> Cell:
    """A share of 1 as per cent.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> share(words("da"), 0.125).copied
    '12,5%'
    """
    written = words.share(value, digits)
    return Cell(written if shown is None else shown, value, for_sheet(written))


def decimal(words: Words, value: float, shown: object = None) -> Cell:
    """A number with at most two decimals."""
    written = words.decimal(value)
    return Cell(written if shown is None else shown, float(value), for_sheet(written))


def _middle(value: Span) -> float:
    return (value.low + value.high) / 2 if value.is_open else value.low


def for_sheet(written: str) -> str:
    """A number as a spreadsheet of the language takes it."""
    return written.replace(MINUS, "-").replace("\xa0%", "%").replace("+", "")
