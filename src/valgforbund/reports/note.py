"""One page for a board: a note on what one has counted, in a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from valgforbund.errors import ScenarioError
from valgforbund.reports.dates import day_of
from valgforbund.scenario import Scenario
from valgforbund.sharing.disk import path_of, place_of, put, writing
from valgforbund.sharing.file import File, kept

if TYPE_CHECKING:
    import pandas as pd

    from valgforbund.reports.page import Note

FORMATS: Final = (".pdf", ".html", ".md", ".txt")


def note(
    shown: object,
    path: str | Path,
    *,
    variants: Mapping[str, Scenario] | None = None,
    candidates: pd.DataFrame | None = None,
    language: str = "da",
    date: dt.date | None = None,
) -> Path:
    """Write a note: what is asked, the answer, the numbers, and how to count them again.

    Parameters
    ----------
    shown : Scenario, Count or Comparison
        A comparison says which alliance and against what; of a scenario it is the alliance that
        saves most seats, against itself dissolved. Or what a council makes of its seats: a
        ``Council``, ``Committees``, an ``Agreement`` or a ``Proposal``; a ``Meeting`` with its
        proportional elections; a ``Review`` of a party; or a ``File`` of `open_file`.
    path : str or Path
        Its ending is the format: ``.pdf`` (A4; needs the extra ``app``), ``.html`` (one file, to
        mail), ``.md`` or ``.txt``. What was there is replaced once all is written.
    variants : mapping of name to Scenario, optional
        Up to four, side by side on a page of their own.
    candidates : DataFrame, optional
        Those of the council, as `valgforbund.elected` takes them; without it those that a file
        holds, else the bundled ones. Where they are known, a page says who is elected, and of which
        lists they are others than the bundled ones.
    language : str
        ``"da"`` or ``"en"``; of a meeting also ``"sv"``.
    date : date, optional
        When it is written; default today.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    ScenarioError
        If there is no such format, language or note, or no typesetter; if nothing can be written
        there. What was there is then as it was.

    Examples
    --------
    >>> import tempfile
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = vf.note(vf.compare(s, "C-D"), f"{folder}/note.txt", language="en")
    ...     print(file.read_text("utf-8").splitlines()[7])
    Alliance C-D saves one seat: D gets one more, A one fewer, than if just this alliance did not
    exist.
    """
    where = path_of(path)
    suffix = where.suffix.lower()
    check_format(suffix)
    place_of(where)
    with writing(where):  # a typesetter writes files of its own
        content = written(
            shown,
            suffix,
            variants=variants,
            candidates=candidates,
            language=language,
            date=date,
        )
    put(where, content)
    return where


def written(
    shown: object,
    suffix: str,
    *,
    variants: Mapping[str, Scenario] | None = None,
    candidates: pd.DataFrame | None = None,
    language: str = "da",
    date: dt.date | None = None,
) -> bytes:
    """What the file would hold; parameters and errors are those of `note`."""
    from valgforbund.reports.notes import told  # noqa: PLC0415 -- it draws: matplotlib is large

    check_format(suffix)
    if isinstance(shown, File):
        variants = shown.variants or None if variants is None else variants
        candidates = kept(shown) if candidates is None else candidates
        shown = shown.state
    today = day_of(date)
    return filed(told.note(shown, language, today, variants, candidates), suffix, today)


def check_format(suffix: str) -> None:
    """An error where a note has no such format."""
    if suffix not in FORMATS:
        raise ScenarioError("note_format_unknown", value=suffix, formats=", ".join(FORMATS))


def filed(content: Note, suffix: str, today: dt.date) -> bytes:
    """A note in a format."""
    from valgforbund.reports.writers import html, markdown, pdf, text  # noqa: PLC0415 -- as above

    if suffix == ".pdf":
        return pdf.pdf(content, today)
    writers = {".html": html.html, ".md": markdown.markdown, ".txt": text.text}
    return writers[suffix](content)
