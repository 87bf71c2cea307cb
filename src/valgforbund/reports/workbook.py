"""A workbook: every table of what one has as a sheet of an .xlsx, with definitions and sources."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from valgforbund.comparison import Comparison
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.people.given import others
from valgforbund.reports.dates import day_of
from valgforbund.scenario import Scenario
from valgforbund.sharing.disk import path_of, place_of, put, writing
from valgforbund.sharing.file import File, kept

if TYPE_CHECKING:
    import pandas as pd

SUFFIX: Final = ".xlsx"


def workbook(
    objects: object,
    path: str | Path,
    *,
    candidates: pd.DataFrame | None = None,
    language: str = "da",
    date: dt.date | None = None,
) -> Path:
    """Write every table as a sheet of a workbook, and what its words mean and where it is from.

    Parameters
    ----------
    objects : object, iterable or mapping of name to object
        A Scenario, Count, Comparison, Study, Review, Proposal (or a Council, Committees, an
        Agreement) or Meeting; or several; or a File of `open_file`, with its variants.
    path : str or Path
        Ends in ``.xlsx``. What was there is replaced once all is written. Needs the extra ``app``.
    candidates : DataFrame, optional
        Of a council, as `valgforbund.elected` takes them; without it those that a file holds, else
        the bundled ones. Where they are known, sheets say who is elected.
    language : str
        ``"da"`` or ``"en"``; of a meeting also ``"sv"``.
    date : date, optional
        When it is written; default today.

    Returns
    -------
    Path
        Where it was written.

    Notes
    -----
    Numbers are numbers; where a lot decides, ``0–1`` is text, and so is a number that a spreadsheet
    would round. A name such as ``=1+2`` is text.

    Raises
    ------
    ScenarioError
        If the path ends otherwise, there is nothing with tables, the package is missing, or
        nothing can be written there. What was there is then as it was.

    Examples
    --------
    >>> import tempfile
    >>> import pandas as pd
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = vf.workbook(vf.compare(s, "C-D"), f"{folder}/s.xlsx", language="en")
    ...     sheets = pd.read_excel(file, sheet_name=None, engine="openpyxl")
    >>> sheets["With and without"]["Change"].to_list()
    [-1, 0, 0, 1]
    """
    where = path_of(path)
    if where.suffix.lower() != SUFFIX:
        raise ScenarioError("workbook_format", value=where.suffix, suffix=SUFFIX)
    place_of(where)
    with writing(where):  # openpyxl writes files of its own
        content = written(objects, candidates=candidates, language=language, date=date)
    put(where, content)
    return where


def written(
    objects: object,
    *,
    candidates: pd.DataFrame | None = None,
    typed: Sequence[str] = (),
    language: str = "da",
    date: dt.date | None = None,
) -> bytes:
    """What the file would hold; parameters and errors are those of `workbook`.

    ``typed`` are the lists whose candidates a person typed; without it, those whose candidates are
    not the bundled ones.
    """
    # imported when it is called: this loads the notes, and they draw
    from valgforbund.reports.excel import Book, Title  # noqa: PLC0415
    from valgforbund.reports.meanings import columns, definitions, sources  # noqa: PLC0415
    from valgforbund.reports.sheets import sheet  # noqa: PLC0415
    from valgforbund.reports.tables import tables  # noqa: PLC0415
    from valgforbund.reports.words import words_for  # noqa: PLC0415

    if isinstance(objects, File) and candidates is None:
        candidates = kept(objects)
    named = dict(_named(objects))
    if not named:
        raise ScenarioError("workbook_of_nothing")
    words = words_for(language, named.values())
    today = day_of(date)
    book = Book(Title(words("sheet.title"), today))
    made = [
        (sheet(words, each), name)
        for name, shown in named.items()
        for each in tables(shown, candidates)
    ]
    sheets = [found for found, _ in made]
    many = Counter(found.name for found in sheets)
    for found, name in made:
        book.add(found, name if many[found.name] > 1 else "")
    book.add(definitions(words, named.values()))
    book.add(columns(words, sheets))
    book.add(sources(words, named, today, typed or _given(named.values(), candidates)))
    return book.file()


def _named(objects: object) -> Iterator[tuple[str, object]]:
    """Each object with what tells it from the others."""
    if isinstance(objects, File):
        yield from (("", objects.state), *objects.variants.items())
    elif isinstance(objects, Mapping):
        yield from ((str(name), each) for name, each in objects.items())
    elif isinstance(objects, Sequence) and not isinstance(objects, str):
        yield from _numbered(objects)
    else:
        yield "", objects


def _given(objects: Iterable[object], candidates: pd.DataFrame | None) -> tuple[str, ...]:
    """The lists whose candidates are not those that come with the package."""
    worlds = (each.with_ if isinstance(each, Comparison) else each for each in objects)
    first = next((each for each in worlds if isinstance(each, Scenario | Count)), None)
    return others(count(first), candidates) if first is not None else ()


def _numbered(objects: Iterable[object]) -> Iterator[tuple[str, object]]:
    return ((str(number), each) for number, each in enumerate(objects, 1))
