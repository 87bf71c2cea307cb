"""What bytes are: text in whatever encoding, a spreadsheet, an archive, or nothing we read."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.sources.limits import MEGABYTE, MOST_FILE

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0"  # what Excel wrote until 2003, and what an encrypted workbook is in
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ODD = frozenset(range(32)) - {9, 10, 11, 12, 13}  # no text has these
END = "\x1a"  # of a text, as DOS wrote it
LOOKED_AT = 100_000  # bytes from the beginning

UTF8, LATIN1 = "utf-8", "latin-1"


class Text(NamedTuple):
    """A text, and how it was written."""

    text: str
    encoding: str


def checked(name: str, data: bytes, most: int = MOST_FILE) -> bytes:
    """The bytes of a file that can be read at all.

    Raises
    ------
    ScenarioError
        If there are none, or too many; or if it is an encrypted or a very old workbook.
    """
    if not data:
        raise ScenarioError("file_empty", file=name)
    if len(data) > most:
        raise too_large(name, len(data), most)
    if data.startswith(OLE):
        code = "file_encrypted" if ENCRYPTED in data else "file_old_excel"
        raise ScenarioError(code, file=name)
    return data


def too_large(name: str, size: int, most: int) -> ScenarioError:
    """That a file is larger than it may be, both in megabytes."""
    return ScenarioError(
        "file_too_large", file=name, size=-(-size // MEGABYTE), limit=most // MEGABYTE
    )


def text_of(name: str, data: bytes) -> Text:
    r"""The text of a file: UTF-8 with and without a mark, UTF-16, else Latin-1 as Windows has it.

    Raises
    ------
    ScenarioError
        If it is no text.

    Examples
    --------
    >>> text_of("a.csv", "Å 1".encode("utf-16")), text_of("a.csv", b"\xc5 1")
    (Text(text='Å 1', encoding='utf-16'), Text(text='Å 1', encoding='latin-1'))
    """
    encoding = next((each for mark, each in MARKS if data.startswith(mark)), "")
    encoding = encoding or _without_mark(data)
    try:
        text = data.decode("utf-8-sig" if encoding == UTF8 else encoding)
    except UnicodeDecodeError:
        if encoding != UTF8 or data.startswith(codecs.BOM_UTF8):
            raise ScenarioError("file_no_text", file=name) from None
        encoding, text = LATIN1, data.decode("cp1252", errors="replace")
    text = text.rstrip(END)
    if any(ord(each) in ODD for each in text[:LOOKED_AT]) or "\ufffd" in text:
        raise ScenarioError("file_no_text", file=name)
    return Text(text, encoding)


def _without_mark(data: bytes) -> str:
    """UTF-16 has a nought in every other byte of plain letters and figures."""
    first = data[:LOOKED_AT]
    noughts = first[1::2].count(0), first[::2].count(0)
    if max(noughts) * 4 > len(first) and min(noughts) * 20 < len(first):
        return "utf-16-le" if noughts[0] > noughts[1] else "utf-16-be"
    return UTF8
