"""The parts of a workbook as its reader gets them: each a whole XML, and no cell too far out.

A reader of spreadsheets opens a part whatever it is called, lays out a sheet as wide and as long as
its farthest cells, and may look for the end of a part for ever. So it never gets the file itself,
but a copy of the parts that were looked at. Sources: ECMA-376, part 1, 18.3.1 (row, c);
OpenDocument 1.3, part 3, 9.1 (table, table-row, table-cell).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.parsers import expat

from valgforbund.errors import ScenarioError
from valgforbund.sources.archive import Archive
from valgforbund.sources.limits import MOST_CELLS, MOST_ENTRIES, MOST_TAGS, MOST_UNPACKED

XLSX, ODS = "xl/", "content.xml"
TYPE = "mimetype"  # the one part that is no XML
# pictures, macros, fonts and drawings: no reader of cells opens them
UNREAD = (
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tiff", ".emf", ".wmf", ".svg", ".svm"),
    *(".bin", ".vml", ".ttf", ".odttf", ".wav", ".mp4"),
)
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
REFERENCE = re.compile(r"([A-Z]{0,3})([0-9]{1,7})")
TIMES = re.compile(r"[0-9]{1,7}")
HELD = frozenset(("v", "f", "is"))  # what a cell of XLSX holds
CELLS = frozenset(("table-cell", "covered-table-cell"))
VALUE = re.compile(r"formula|(?:[a-z]+-)?value(?:-type)?")
TOO_FAR = 10**7  # a place beyond any sheet


class Extent(NamedTuple):
    """Rows and columns up to the farthest cell that holds something."""

    rows: int = 0
    columns: int = 0


def parts_of(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their paths.

    Parameters
    ----------
    name : str
        For messages.
    data : bytes
        A zip file.

    Raises
    ------
    ScenarioError
        If it is larger than may be, a part of it is no whole XML or declares types and entities,
        or a sheet has cells too far out.
    """
    read = Archive(name, data, MOST_ENTRIES, MOST_UNPACKED).read(_is_read)
    parts = {path: each for path, each in read if path == TYPE or MARKUP.match(each)}
    if any(path.startswith(XLSX) for path in parts):
        parts.pop(ODS, None)  # what it would be looked at as is not what it would be read as
    tags = sum(each.count(b"<") + each.count(b"=") // 2 for each in parts.values())
    if tags > MOST_TAGS:
        raise ScenarioError("book_too_long", file=name, tags=tags, limit=MOST_TAGS)
    for path, content in parts.items():
        if path == TYPE:
            continue
        try:
            extents = _looked_at(content, is_ods=path == ODS)
        except (expat.ExpatError, UnicodeEncodeError):
            raise ScenarioError("file_damaged", file=name) from None
        for rows, columns in extents:
            if rows * columns > MOST_CELLS:
                raise ScenarioError("sheet_too_large", rows=rows, columns=columns, limit=MOST_CELLS)
    return parts


def packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """These parts, and nothing else, as a file again."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    file.seek(0)
    return file


def _is_read(path: str) -> bool:
    return not path.lower().endswith(UNREAD)


def _looked_at(content: bytes, is_ods: bool) -> list[Extent]:
    """The extent of each sheet in a part that is read to its end."""
    # workbooks are UTF-8, and their readers take them to be, whatever a part says of itself
    parser = expat.ParserCreate("UTF-8", " ")
    parser.StartDoctypeDeclHandler = _refuse
    follower = _Ods() if is_ods else _Xlsx() if b"sheetData" in content else None
    if follower is not None:
        parser.StartElementHandler = follower.begins
    parser.Parse(content, True)
    return follower.sheets if follower is not None else []


def _refuse(*_: object) -> None:
    """No program that writes workbooks declares entities; they can unfold to anything."""
    raise expat.ExpatError("a declaration of a document's type")


class _Xlsx:
    """Follows the cells of a sheet; of names only what is after the prefix counts."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._is_cell = False  # what comes next is in a cell
        self._rows = self._columns = 0

    @property
    def sheets(self) -> list[Extent]:
        return [Extent(self._rows, self._columns)]

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        local = name[name.rfind(" ") + 1 :]
        if local in HELD:
            if self._is_cell:
                self._rows = max(self._rows, self._row)
                self._columns = max(self._columns, self._column)
            return
        self._is_cell = local == "c"
        if self._is_cell:
            across, down = _reference(attributes["r"]) if "r" in attributes else (0, 0)
            self._row, self._column = down or self._row, across or self._column + 1
        elif local == "row":
            down = _reference(attributes["r"])[1] if "r" in attributes else 0
            self._row, self._column = down or self._row + 1, 0


class _Ods:
    """Follows the cells of many sheets, each row and cell as often as it stands."""

    def __init__(self) -> None:
        self.sheets = [Extent()]
        self._row = self._column = 0
        self._is_cell = False

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        local = name[name.rfind(" ") + 1 :]
        is_held = local == "p" and self._is_cell
        self._is_cell = local in CELLS
        if self._is_cell:
            self._column += _times("columns", attributes)
            is_held = any(VALUE.fullmatch(each.rpartition(" ")[2]) for each in attributes)
        elif local == "table-row":
            self._row, self._column = self._row + _times("rows", attributes), 0
        elif local == "table":
            self.sheets.append(Extent())
            self._row = self._column = 0
        if is_held:
            rows, columns = self.sheets[-1]
            self.sheets[-1] = Extent(max(rows, self._row), max(columns, self._column))


def _reference(place: str) -> tuple[int, int]:
    """Column and row of a reference such as ``B12``, or of a row's number.

    Examples
    --------
    >>> _reference("AB12"), _reference("12"), _reference("b1")
    ((28, 12), (0, 12), (10000000, 10000000))
    """
    found = REFERENCE.fullmatch(place)
    if not found:
        return TOO_FAR, TOO_FAR
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(found[2])


def _times(what: str, attributes: Mapping[str, str]) -> int:
    """How often a row or a cell stands."""
    return max(_repeated(f"number-{what}-repeated", attributes), default=1)


def _repeated(wanted: str, attributes: Mapping[str, str]) -> Iterator[int]:
    for name, value in attributes.items():
        if name.rpartition(" ")[2] == wanted:
            yield int(value) if TIMES.fullmatch(value) else TOO_FAR
