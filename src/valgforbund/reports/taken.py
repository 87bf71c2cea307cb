"""What a tool gives to be taken home: a note, or a workbook."""

from __future__ import annotations

import pandas as pd

from valgforbund.reports import note, workbook


def taken(
    kind: str,
    shown: object,
    sheets: object,
    language: str,
    candidates: pd.DataFrame | None = None,
    typed: tuple[str, ...] = (),
) -> bytes:
    """The file of an ending: ``xlsx`` is the workbook, the others are notes.

    Candidates, and the lists whose candidates were typed, are those of a workbook; a note has them
    with what it shows.

    Examples
    --------
    >>> from valgforbund.scenario import Scenario
    >>> s = Scenario({"A": 25, "B": 31}, seats=8)
    >>> taken("txt", s, s, "en")[:4], taken("xlsx", s, s, "en")[:2]
    (b'Note', b'PK')
    """
    if kind == "xlsx":
        return workbook.written(sheets, candidates=candidates, typed=typed, language=language)
    return note.written(shown, f".{kind}", language=language)
