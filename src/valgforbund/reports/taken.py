"""What a tool gives to be taken home: a note, or a workbook."""

from __future__ import annotations

from valgforbund.reports import note, workbook


def taken(kind: str, shown: object, sheets: object, language: str) -> bytes:
    """The file of an ending: ``xlsx`` is the workbook, the others are notes.

    Examples
    --------
    >>> from valgforbund.scenario import Scenario
    >>> s = Scenario({"A": 25, "B": 31}, seats=8)
    >>> taken("txt", s, s, "en")[:4], taken("xlsx", s, s, "en")[:2]
    (b'Note', b'PK')
    """
    if kind == "xlsx":
        return workbook.written(sheets, language=language)
    return note.written(shown, f".{kind}", language=language)
