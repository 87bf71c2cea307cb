"""One "Open" for everything that a person may bring: what it is, and what it holds."""

from __future__ import annotations

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.parsing import ENGLISH, Line
from valgforbund.scenario import Scenario
from valgforbund.sharing.code import read_code
from valgforbund.sharing.file import read_file
from valgforbund.sharing.packing import code_in
from valgforbund.sources import feed_files
from valgforbund.sources.archive import Archive
from valgforbund.sources.book import UNSOLVED, sheets_in, with_code, with_table
from valgforbund.sources.content import LATIN1, ZIP, checked, text_of, too_large
from valgforbund.sources.feed import feed_of
from valgforbund.sources.feed_files import File, Files, kind_of
from valgforbund.sources.limits import (
    MEGABYTE,
    MOST_FEED_FILES,
    MOST_FEED_ZIP,
    MOST_FILE,
    MOST_TEXT,
)
from valgforbund.sources.reading import SCENARIO, TABLE, Reading, Remark, Result, remark
from valgforbund.sources.table import table_of
from valgforbund.sources.valgdk import export_of, is_export

BOOKS = (".xlsx", ".xlsm", ".xltx", ".ods", ".ots")
FOREIGN = ("{", "[{", "[[", '["', "<!", "<html", "<?xml", "<table")  # how data and web pages begin


def opened(
    name: str,
    data: bytes,
    into: Scenario | None = None,
    seats: int | None = None,
    place: str | None = None,
    alone: bool = False,
) -> Reading:
    r"""What a file holds, to be looked at before it is used; what is open stays as it is.

    Parameters
    ----------
    name : str
        The name of the file: for messages, and where valg.dk put election and place.
    data : bytes
        A scenario file, the official feed in a zip file, the CSV of valg.dk, a table as text in
        any usual encoding, or a workbook (XLSX, ODS).
    into : Scenario, optional
        What is open: a table gives it the votes of the lists that it has. Whatever is a whole
        election of its own does not look at it.
    seats : int, optional
        Size of the council, where the file does not tell.
    place : str, optional
        Of a table of many places the one that is wanted; else where it is.
    alone : bool
        Whether a table is an election of its own, also where something is open.

    Returns
    -------
    Reading
        Scenarios by place, and as data what was understood, left out and assumed.

    Raises
    ------
    ScenarioError
        If it cannot be read, with what it is or the line where it goes wrong.

    Examples
    --------
    >>> found = opened("stemmer.csv", "Liste;Stemmer;Mandater\nA;8.123;6\nB;4.040;3".encode())
    >>> found.kind, found.results[0].scenario
    ('table', <scenario: 9 seats; A 8123, B 4040; no alliances>)
    """
    zipped = data.startswith(ZIP)
    is_feed = zipped and not name.casefold().endswith(BOOKS)
    checked(name, data, MOST_FEED_ZIP if is_feed else MOST_FILE)
    if zipped:
        return _of_zip(name, data, into, seats, place, alone)
    if kind_of(name):
        return feed_of(name, Files([File(str(kind_of(name)), name, data)], 0))
    text = text_of(name, data).text
    if text.lstrip().startswith("{"):
        saved = _saved(name, text)
        if seats is not None or place is not None:
            raise ScenarioError("read_code_is_whole", value=place if seats is None else seats)
        return Reading(SCENARIO, (Result(saved),))
    if code_in(text) is not None:
        return Reading(SCENARIO, (Result(read_code(text)),))
    if is_export(text):
        return export_of(name, text, seats, place, into)
    lines, told = lines_of(name, data)
    return table_of(lines, seats, place, into, told, alone)


def _saved(name: str, text: str) -> Scenario:
    """A scenario that was saved by us; of other people's JSON in plain words that it is not."""
    try:
        return read_file(text.encode())
    except ScenarioError as error:
        if error.code == "saved_foreign":
            raise ScenarioError("file_foreign", file=name) from None
        raise


def proposed(name: str, data: bytes, into: Scenario) -> tuple[Reading, ...]:
    r"""The ways in which a file can be used where something is open, the likelier one first.

    A table whose lists are all there is first of all votes for them; a whole election is one way.

    Raises
    ------
    ScenarioError
        As `opened`, where no way is possible.

    Examples
    --------
    >>> s = Scenario({"A": 1, "B": 1, "C": 1}, 9)
    >>> [each.results[0].scenario.ballots for each in proposed("", b"A;5\nC;7", s)]
    [(5, 1, 7), (5, 7)]
    """
    alone = _tried(name, data, into, alone=True)
    if isinstance(alone, Reading) and alone.kind != TABLE:
        return (alone,)
    votes = _tried(name, data, into, alone=False)
    found = [each for each in (votes, alone) if isinstance(each, Reading)]
    if not found:
        raise (
            votes if isinstance(votes, ScenarioError) else ScenarioError("file_no_text", file=name)
        )
    if len(found) > 1 and _is_another(found[0], found[1], into):
        found.reverse()
    return tuple(found)


def _tried(name: str, data: bytes, into: Scenario, alone: bool) -> Reading | ScenarioError:
    try:
        return opened(name, data, into, alone=alone)
    except ScenarioError as error:
        return error


def _is_another(votes: Reading, alone: Reading, into: Scenario) -> bool:
    """Whether a table is of another election than the open one."""
    places = {*alone.scenarios} - {""}
    left_out = any(each.code == "lists_left_out" for each in votes.remarks)
    return left_out or bool(places - {into.place})


def pasted(
    text: str, into: Scenario | None = None, seats: int | None = None, place: str | None = None
) -> Reading:
    r"""The same of a table that was pasted.

    Examples
    --------
    >>> pasted("A 8.123\nB 4.040", seats=9).results[0].scenario
    <scenario: 9 seats; A 8123, B 4040; no alliances>
    """
    if len(text) > MOST_TEXT:
        raise ScenarioError(
            "text_too_large", size=-(-len(text) // MEGABYTE), limit=MOST_TEXT // MEGABYTE
        )
    if is_export(text):
        return export_of("", text, seats, place, into)
    return table_of(parsing.lines(text, ENGLISH), seats, place, into)


def lines_of(name: str, data: bytes) -> tuple[list[Line], list[Remark]]:
    r"""The lines of a table, whatever it is written in, and what is known of it already.

    Raises
    ------
    ScenarioError
        If it is too large, or no table.

    Examples
    --------
    >>> lines, told = lines_of("r\u00e5d.csv", "Ø;9".encode("latin-1"))
    >>> lines[0].cells, [each.code for each in told]
    (('Ø', '9'), ['encoding'])
    """
    if data.startswith(ZIP):
        sheet, told = with_table(sheets_in(name, data))
        return [*sheet.lines], told
    checked(name, data)
    text, encoding = text_of(name, data)
    if len(data) > MOST_TEXT:
        raise too_large(name, len(data), MOST_TEXT)
    if "".join(text[:100].split()).casefold().startswith(FOREIGN):
        raise ScenarioError("file_foreign", file=name)
    told = [remark("encoding")] if encoding == LATIN1 else []
    return parsing.lines(text, ENGLISH), told


def _of_zip(
    name: str,
    data: bytes,
    into: Scenario | None,
    seats: int | None,
    place: str | None,
    alone: bool,
) -> Reading:
    """A feed, or a workbook."""
    if any(map(kind_of, Archive(name, data, MOST_FEED_FILES, 0).names)):
        return feed_of(name, feed_files.of_zip(name, data))
    sheets = sheets_in(name, data)
    code = next(filter(None, (code_in(line.text) for each in sheets for line in each.lines)), None)
    if code is not None and seats is None and place is None and (alone or into is None):
        return with_code(sheets, code)
    sheet, told = with_table(sheets)
    try:
        return table_of(sheet.lines, seats, place, into, told, alone)
    except ScenarioError as error:
        if sheet.is_unsolved and error.code in UNSOLVED:
            raise ScenarioError("sheet_unsolved", file=name) from None
        raise
