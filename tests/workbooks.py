"""Small workbooks, XLSX and ODS, made for tests: whole ones, and their parts by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

import openpyxl

NAMESPACES = " ".join(
    f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
    for each in ("office", "table", "text")
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"'
    '/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/></Types>'
)
ROOT_RELS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = (
    f'<workbook {MAIN} xmlns:r="{RELATION}"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/>'
    "</sheets></workbook>"
)
BOOK_RELS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def xlsx(rows: Sequence[Sequence[object]], *more: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook as a spreadsheet writes it; the sheets after the first have names."""
    book = openpyxl.Workbook()
    for n, (name, content) in enumerate([("Ark1", rows), *more]):
        sheet = book.active if n == 0 else book.create_sheet(name)
        assert sheet is not None
        for row in content:
            sheet.append([*row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def xlsx_of(sheet: str, head: str = "", part: str = "sheet1.xml", book: str = BOOK) -> bytes:
    """A workbook of one sheet, its rows as they are written in the file."""
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": ROOT_RELS,
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": BOOK_RELS.replace("sheet1.xml", part),
            f"xl/worksheets/{part}": (
                f'<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet {MAIN}><sheetData>{sheet}'
                "</sheetData></worksheet>"
            ),
        }
    )


def cell(place: str, value: object) -> str:
    """A cell of such a sheet; text stands in it."""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def ods(rows: Sequence[Sequence[object]]) -> bytes:
    """A sheet of OpenDocument."""
    return ods_of("".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>"
                          for row in rows))  # fmt: skip


def ods_cell(value: object) -> str:
    if isinstance(value, int | float):
        inside = f'office:value-type="float" office:value="{value}"'
    else:
        inside = 'office:value-type="string"'
    return f"<table:table-cell {inside}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def ods_of(rows: str) -> bytes:
    """The same of rows as they are written in the file."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="Ark1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:'
            'opendocument:xmlns:manifest:1.0"/>',
        }
    )
