"""Spreadsheets, XLSX and ODS, as lines of cells: values only, nothing in them is calculated.

A workbook is held against our limits before it is read (`parts`), its sheets together while they
are.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.parsing import BETWEEN, Line
from valgforbund.sources.limits import MOST_BOOK
from valgforbund.sources.parts import packed, parts_of

UNSOLVED = re.compile(rb"</(?:\w+:)?f>\s*+(?:<v\s*+/>|<v>\s*+</v>)?+\s*+</(?:\w+:)?c>")


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
        If it is damaged, is larger than may be, or has nothing in it.
    """
    parts = parts_of(name, data)
    found = [(each, lines) for each, rows in _read(name, parts) if (lines := _lines(rows))]
    if not found:
        raise ScenarioError("file_empty", file=name)
    unsolved = any(UNSOLVED.search(each) for each in parts.values())
    return tuple(Sheet(called, lines, unsolved) for called, lines in found)


def _read(name: str, parts: Mapping[str, bytes]) -> list[tuple[str, list[list[object]]]]:
    """The rows of every sheet that one can see."""
    try:
        from python_calamine import (  # noqa: PLC0415 -- a plain install has no reader
            CalamineWorkbook,
            SheetVisibleEnum,
        )
    except ModuleNotFoundError:
        raise ScenarioError("reader_missing", file=name) from None
    found: list[tuple[str, list[list[object]]]] = []
    cells = 0
    try:
        with CalamineWorkbook.from_filelike(packed(parts)) as book:
            for each in book.sheets_metadata:
                if each.visible == SheetVisibleEnum.Visible:
                    sheet = book.get_sheet_by_name(each.name)
                    cells += sheet.total_height * sheet.total_width
                    if cells > MOST_BOOK:  # many sheets may be one part
                        raise ScenarioError(
                            "book_too_large", file=name, cells=cells, limit=MOST_BOOK
                        )
                    found.append(
                        (each.name, [[*row] for row in sheet.to_python(skip_empty_area=False)])
                    )
    except ScenarioError:
        raise
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
    >>> [_text(each) for each in (8123.0, 8122.999999999, 8.123, 0.5, "=1+1", None, True)]
    ['8123', '8123', '8.1230', '0.5', '=1+1', '', 'True']
    """
    if isinstance(cell, float):
        near = round(cell, 6) if math.isfinite(cell) else cell  # less is noise of reckoning
        if near.is_integer():
            return str(int(near))
        written = f"{cell:.6f}".rstrip("0")
        return f"{written}0" if re.search(r"\.[0-9]{3}$", written) else written
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    text = "" if cell is None else str(cell)
    return " ".join(unicodedata.normalize("NFC", glyphs.seen(text)).split())
