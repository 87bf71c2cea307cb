"""Spreadsheets, XLSX and ODS, as lines of cells: values only, nothing in them is calculated.

A sheet is held against our limits before it is read, because a reader lays out a sheet as wide and
as long as its farthest cells. Both formats are zip files of XML: ECMA-376, part 1, 18.3.1 (row,
c); OpenDocument 1.3, part 3, 9.1 (table-row, table-cell).
"""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.parsing import BETWEEN, Line
from valgforbund.sources.archive import Archive
from valgforbund.sources.limits import MOST_CELLS, MOST_ENTRIES, MOST_UNPACKED

INSIDE = rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>"  # a tag up to its end
XLSX_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])" + INSIDE)
ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)(?=[\s/>])" + INSIDE)
PLACE = re.compile(rb"(?<=\s)r\s*=\s*[\"']([^\"']*)[\"']")
REPEATED = re.compile(rb"table:number-(?:rows|columns)-repeated\s*=\s*[\"']([^\"']*)[\"']")
REFERENCE = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")
UNSOLVED = re.compile(rb"</(?:\w+:)?f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</(?:\w+:)?c>")
XLSX, ODS = "xl/", "content.xml"
LEAST = 10**-6  # what a fraction is that was reckoned with
TOO_FAR = 10**7  # a place beyond any sheet


@dataclass(frozen=True)
class Sheet:
    """A sheet as lines.

    Attributes
    ----------
    name : str
    lines : tuple of Line
    is_unsolved : bool
        Whether a formula, of whichever sheet, has no result in the file.
    """

    name: str
    lines: tuple[Line, ...]
    is_unsolved: bool


def sheets_of(name: str, data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook that one can see and that have something in them.

    Parameters
    ----------
    name : str
        For messages.
    data : bytes

    Raises
    ------
    ScenarioError
        If it is no workbook of these kinds, is larger than may be, or has nothing in it.
    """
    files = dict(Archive(name, data, MOST_ENTRIES, MOST_UNPACKED).read(_is_xml))
    is_ods = ODS in files
    if not is_ods and not any(each.startswith(XLSX) for each in files):
        raise ScenarioError("file_unknown", file=name)
    sheets = [files[ODS]] if is_ods else [each for each in files.values() if b"sheetData" in each]
    for content in sheets:
        rows, columns = _ods_size(content) if is_ods else _xlsx_size(content)
        if rows * columns > MOST_CELLS:
            raise ScenarioError("sheet_too_large", rows=rows, columns=columns, limit=MOST_CELLS)
    found = [(each, lines) for each, rows in _read(name, data) if (lines := _lines(rows))]
    if not found:
        raise ScenarioError("file_empty", file=name)
    unsolved = any(UNSOLVED.search(each) for each in sheets)
    return tuple(Sheet(called, lines, unsolved) for called, lines in found)


def _is_xml(entry: str) -> bool:
    return entry.endswith((".xml", ".rels"))


def _read(name: str, data: bytes) -> list[tuple[str, list[list[object]]]]:
    """The rows of every sheet that one can see."""
    try:
        from python_calamine import (  # noqa: PLC0415 -- a plain install has no reader
            CalamineWorkbook,
            SheetVisibleEnum,
        )
    except ModuleNotFoundError:
        raise ScenarioError("reader_missing", file=name) from None
    found: list[tuple[str, list[list[object]]]] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for each in book.sheets_metadata:
                if each.visible == SheetVisibleEnum.Visible:
                    sheet = book.get_sheet_by_name(each.name)
                    found.append(
                        (each.name, [[*row] for row in sheet.to_python(skip_empty_area=False)])
                    )
    except Exception:  # noqa: BLE001 -- the reader's own, one for each kind of damage
        raise ScenarioError("file_damaged", file=name) from None
    except BaseException as panic:
        if type(panic).__module__ != "pyo3_runtime":  # what stops in Rust is no Exception
            raise
        raise ScenarioError("file_damaged", file=name) from None
    return found


def _lines(rows: Sequence[Sequence[object]]) -> tuple[Line, ...]:
    """Rows in which something stands, without the columns in which nothing does."""
    texts = [tuple(map(_text, row)) for row in rows]
    width = max(map(len, texts), default=0)
    kept = [i for i in range(width) if any(any(row[i : i + 1]) for row in texts)]
    return tuple(
        Line(
            n, BETWEEN.join(filter(None, row)), tuple(row[i] if i < len(row) else "" for i in kept)
        )
        for n, row in enumerate(texts, 1)
        if any(row)
    )


def _text(cell: object) -> str:
    """A cell as a person would type it; a fraction never looks like thousands.

    Examples
    --------
    >>> [_text(each) for each in (8123.0, 8.123, 0.5, "=1+1", None, True)]
    ['8123', '8.1230', '0.5', '=1+1', '', 'True']
    """
    if isinstance(cell, float):
        if cell.is_integer() or abs(cell - round(cell)) < LEAST:
            return str(round(cell))
        written = f"{cell:.6f}".rstrip("0")
        return f"{written}0" if re.search(r"\.[0-9]{3}$", written) else written
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    text = "" if cell is None else str(cell)
    return " ".join(unicodedata.normalize("NFC", glyphs.seen(text)).split())


def _xlsx_size(content: bytes) -> tuple[int, int]:
    """Rows and columns up to the farthest cell that holds something."""
    rows = columns = row = column = 0
    for tag in XLSX_TAG.finditer(content):
        place = PLACE.search(tag[2])
        across, down = _reference(place[1]) if place else (0, 0)
        if tag[1] == b"row":
            row, column = down or row + 1, 0
        else:
            row, column = down or row, across or column + 1
            if not tag[2].endswith(b"/"):
                rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _reference(place: bytes) -> tuple[int, int]:
    """Column and row of a reference such as ``B12``, or of a row's number."""
    found = REFERENCE.fullmatch(place)
    if not found:
        return TOO_FAR, TOO_FAR
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - 64
    return column, int(found[2])


def _ods_size(content: bytes) -> tuple[int, int]:
    """Rows and columns up to the farthest cell that holds something, each as often as it stands."""
    rows = columns = seen = across = 0
    for tag in ODS_TAG.finditer(content):
        times = _times(tag[2])
        if tag[1] == b"table-row":
            seen, across = seen + times, 0
        else:
            across += times
            empty = tag[2].endswith(b"/") or content.startswith(b"</table:", tag.end())
            if not empty or b"office:" in tag[2]:
                rows, columns = max(rows, seen), max(columns, across)
    return rows, columns


def _times(inside: bytes) -> int:
    found = REPEATED.search(inside)
    if not found:
        return 1
    return int(found[1]) if re.fullmatch(rb"[0-9]{1,7}", found[1]) else TOO_FAR
