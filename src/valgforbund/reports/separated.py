"""A table as CSV: as a Danish spreadsheet reads it, and as all others do."""

from __future__ import annotations

import csv
import io
from typing import Final

from valgforbund.reports.sheets import Sheet, Value

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # how a formula begins
BOM: Final = "\ufeff"  # by which a Danish spreadsheet knows UTF-8


def separated(sheet: Sheet, *, danish: bool) -> bytes:
    """The file.

    Parameters
    ----------
    sheet : Sheet
    danish : bool
        Semicolons, decimal commas and a BOM; else commas, decimal points and none.

    Examples
    --------
    >>> found = Sheet("x", ("List", "Share"), ("letter", "share"), (("A", 0.5), ("=1", None)))
    >>> separated(found, danish=True).decode("utf-8-sig").splitlines()
    ['List;Share', 'A;0,5', "'=1;"]
    >>> separated(found, danish=False).decode().splitlines()[1]
    'A,0.5'
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\r\n")
    writer.writerow(_safe(each) for each in sheet.head)
    writer.writerows([_written(value, danish) for value in row] for row in sheet.rows)
    return ((BOM if danish else "") + text.getvalue()).encode()


def _written(value: Value, danish: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).replace(".", ",") if danish else repr(value)
    return _safe(value) if isinstance(value, str) else str(value)


def _safe(text: str) -> str:
    """Text that no spreadsheet reckons with."""
    return f"'{text}" if text.startswith(FORMULA) else text
