"""Sheets in an .xlsx: numbers as numbers, text never a formula, a head that stays in sight."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.reports.sheets import Sheet, Value
from valgforbund.version import __version__

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST: Final = 31  # characters of a sheet's name
MOST: Final = 32_767  # characters of a cell
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
UNPRINTED: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TAKEN: Final = "history"  # a spreadsheet keeps it for itself
FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # how a formula begins
WIDEST, NARROWEST = 60, 8  # characters of a column


class Title(NamedTuple):
    """What the properties of the file say."""

    name: str
    date: dt.date


class Book:
    """A workbook that is being written.

    Parameters
    ----------
    title : Title

    Raises
    ------
    ScenarioError
        If there is nothing to write it with.
    """

    def __init__(self, title: Title) -> None:
        try:
            from openpyxl import Workbook  # noqa: PLC0415 -- an extra that only this needs
        except ImportError:
            raise ScenarioError("extra_missing", package="openpyxl", extra="app") from None
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        moment = dt.datetime.combine(title.date, dt.time())
        known = self._book.properties
        known.title, known.creator = title.name, f"valgforbund {__version__}"
        known.created = known.modified = moment

    def add(self, sheet: Sheet, label: str = "") -> None:
        """One more sheet; the label tells it from others of its name."""
        place: Worksheet = self._book.create_sheet(self._free(f"{sheet.name} {label}".strip()))
        for column, text in enumerate(sheet.head, 1):
            _write(place.cell(1, column), text)
        for number, row in enumerate(sheet.rows, 2):
            for column, value in enumerate(row, 1):
                _write(place.cell(number, column), value, sheet.is_share(column - 1))
        _dress(place, sheet)

    def file(self) -> bytes:
        """The file."""
        file = io.BytesIO()
        self._book.save(file)
        return file.getvalue()

    def _free(self, wanted: str) -> str:
        """A name that a sheet may have and no other has."""
        plain = " ".join(UNPRINTED.sub("", FORBIDDEN.sub(" ", wanted)).split()) or "–"
        taken = {TAKEN, *(name.casefold() for name in self._book.sheetnames)}
        name, number = _bare(plain[:LONGEST]), 1
        while name.casefold() in taken:
            number += 1
            end = f" ({number})"
            name = _bare(plain[: LONGEST - len(end)]) + end
        return name


def _bare(name: str) -> str:
    """Without the apostrophes and blanks at its ends, which a sheet's name may not have."""
    return name.strip("' ") or "–"


def _write(cell: Cell | MergedCell, value: Value, share: bool = False) -> None:
    """One value, as what it is."""
    if value is None:
        return
    if isinstance(value, str):
        text = UNPRINTED.sub("", value)[:MOST]
        cell.value = text
        cell.data_type = "s"  # whatever it looks like
        cell.quotePrefix = text.startswith(FORMULA)  # and stays so when a person edits it
        return
    cell.value = value
    if isinstance(value, float):
        cell.number_format = "0.0%" if share else "#,##0.00"
    elif not isinstance(value, bool):
        cell.number_format = "#,##0"


def _dress(place: Worksheet, sheet: Sheet) -> None:
    """A head that stays in sight, and columns as wide as what is in them."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    place.freeze_panes = "B2" if len(sheet.head) > 2 else "A2"
    for column, head in enumerate(sheet.head, 1):
        cells = [len(str(row[column - 1])) for row in sheet.rows if row[column - 1] is not None]
        long = max([*cells, *map(len, head.split())], default=0)
        width = min(max(long + 2, NARROWEST), WIDEST)
        place.column_dimensions[get_column_letter(column)].width = width
        top = place.cell(1, column)
        top.font, top.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        if long + 2 > WIDEST:
            for row in range(2, len(sheet.rows) + 2):
                place.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
    if sheet.rows:
        place.auto_filter.ref = place.dimensions
