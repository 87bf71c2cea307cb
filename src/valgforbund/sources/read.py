"""One reader for whatever a person has: a code, a file, a folder, a pasted table."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing.code import read_code
from valgforbund.sharing.packing import code_in
from valgforbund.sources import feed_files
from valgforbund.sources.feed import feed_of
from valgforbund.sources.opened import opened, pasted
from valgforbund.sources.reading import Reading, remark

UNNAMED = "bytes"
MISSING = "read_seats_missing"
LONGEST = 4_000  # characters of a path
A_FILE = re.compile(r"\S.*\.(?:csv|tsv|txt|xlsx|xls|ods|json|zip|vf)", re.IGNORECASE)


def read(
    x: str | bytes | os.PathLike[str], seats: int | None = None, place: str | None = None
) -> Scenario:
    r"""Read a scenario from a code, a file, or a pasted table.

    Parameters
    ----------
    x : str, path or bytes
        In this order: a code such as ``"VF1-…"``, also inside a mail; the path of a file (a
        scenario, the CSV of valg.dk, CSV, Excel, ODS, the official feed as zip or folder); a table
        as text. Bytes are those of a file.
    seats : int, optional
        Size of the council, where that is not told.
    place : str, optional
        Where it is; of many places the one that is wanted.

    Returns
    -------
    Scenario

    Raises
    ------
    ScenarioError
        If it cannot be read, or does not tell all that a scenario needs; the message says what.

    Examples
    --------
    >>> read("Liste;Stemmer;Valgforbund\nA;8.123;\nB;4.040;1\nF;303;1", seats=9)
    <scenario: 9 seats; A 8123, B 4040, F 303; B-F>
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> read(s.code()) == s
    True
    """
    if isinstance(x, str) and code_in(x) is not None:
        if seats is not None or place is not None:
            raise ScenarioError("read_code_is_whole", value=place if seats is None else seats)
        return read_code(x)
    return _read(x, seats, place).result(place).scenario


def reading_of(
    x: str | bytes | os.PathLike[str], seats: int | None = None, place: str | None = None
) -> Reading:
    r"""The same of a file or a table with all that was understood, left out and assumed.

    Where it is not told how many seats there are, it has no results, and a remark says so.

    Examples
    --------
    >>> [each.code for each in reading_of("A 8.123\nB 40\nI alt 8.163", seats=9).remarks]
    ['line', 'names_usual']
    >>> [each.code for each in reading_of("A 8.123\nB 40").remarks]
    ['names_usual', 'seats_missing']
    """
    try:
        return _read(x, seats, place)
    except ScenarioError as error:
        if error.code != MISSING:
            raise
    unsized = _read(x, 1, place)  # whatever it is, no council is returned
    told = (*unsized.remarks, remark("seats_missing"))
    return replace(unsized, results=(), remarks=told)


def _read(x: str | bytes | os.PathLike[str], seats: int | None, place: str | None) -> Reading:
    if place is not None:
        checks.text("place", place)
    if isinstance(x, bytes):
        return opened(UNNAMED, x, None, seats, place)
    path = _path(x)
    if path is None:
        return pasted(str(x), None, seats, place)
    if path.is_dir():
        return feed_of(path.name, feed_files.of_folder(path))
    return opened(path.name, feed_files.content(path), None, seats, place)


def _path(x: object) -> Path | None:
    """The file or folder that is meant; None where it is a text.

    Raises
    ------
    ScenarioError
        If it is neither, or looks like a file that is not there.
    """
    if not isinstance(x, str | os.PathLike):
        raise ScenarioError("read_nothing", value=x)
    text = os.fspath(x)
    if isinstance(x, str) and ("\n" in text or "\0" in text or len(text) > LONGEST):
        return None
    try:
        path = Path(text)
        if text.strip() and path.exists():
            return path
    except (OSError, ValueError):
        path = None
    if not isinstance(x, str) or A_FILE.fullmatch(text.strip()):
        raise ScenarioError("file_missing", file=text)
    return None
