"""StatBank Denmark, table VALGK3: votes of municipal elections from 2005 on, when asked for.

Source: Statistics Denmark's API, ``POST /v1/data``. Local lists are one there, so that a council
with several is not counted as it was; alliances are not there.
"""

from __future__ import annotations

import csv
import json
import re
import urllib.error
import urllib.request
from http.client import HTTPException

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.parsing import whole_number
from valgforbund.scenario import Scenario
from valgforbund.sources.known import spelled_place
from valgforbund.sources.limits import MEGABYTE, MOST_ANSWER
from valgforbund.sources.places import code
from valgforbund.sources.reading import STATBANK, Reading, Result, remark
from valgforbund.sources.seats import size_of

ADDRESS = "https://api.statbank.dk/v1/data"
TABLE = "VALGK3"
YEARS = (2005, 2009, 2013, 2017, 2021, 2025)
PATIENCE = 10.0  # seconds
MOST_PATIENCE = 600  # seconds
LOCAL = "EJR"  # all local lists
VALID, MEN, WOMEN = "1", "6", "7"  # of the variable STEMMER
# a party as the table writes it: its code alone, or its letter and name
PARTY = re.compile(r"(?:(?P<letter>\w{1,3})\.\s+)?(?P<name>.+)")


def load(
    place: str,
    year: int,
    seats: int | None = None,
    address: str = ADDRESS,
    patience: float = PATIENCE,
) -> Reading:
    """Ask the StatBank for the votes of one council.

    Parameters
    ----------
    place : str
        Name or code of a municipality.
    year : int
        2005, 2009, 2013, 2017, 2021 or 2025.
    seats : int, optional
        Size of the council; else the seats that were given, or that of our table.
    address : str
        Where the API is.
    patience : float
        Seconds after which there is no answer.

    Returns
    -------
    Reading
        One council, with remarks on what the table cannot tell.

    Raises
    ------
    ScenarioError
        If there is no such place or year, no network, no answer in time, or one that cannot be
        read.
    """
    where = spelled_place(checks.text("place", place))
    number = code(where) if where else None
    if where is None or number is None:
        raise ScenarioError("statbank_place", value=place)
    if year not in YEARS:
        raise ScenarioError("statbank_year", value=str(year), years=", ".join(map(str, YEARS)))
    return answer_of(_asked(address, _question(number, year), patience), where, year, seats)


def answer_of(text: str, place: str, year: int, seats: int | None = None) -> Reading:
    """What an answer holds.

    Parameters
    ----------
    text : str
        CSV with ``;`` and the columns of the table, the number last.
    place : str
    year : int
    seats : int, optional
    """
    votes: dict[str, int] = {}
    elected: dict[str, int] = {}
    names: dict[str, str] = {}
    for kind, party, number in _rows(text):
        letter, name = _party(party)
        found = votes if kind == VALID else elected
        if kind == VALID and letter in votes:
            raise ScenarioError("statbank_answer")
        found[letter] = found.get(letter, 0) + number
        names[letter] = name
    kept = {letter: n for letter, n in votes.items() if n}
    if not kept:
        raise ScenarioError("statbank_nothing", place=place, year=str(year))
    told = [remark("no_alliances")]
    if LOCAL in kept:
        told.append(remark("statbank_local", votes=kept[LOCAL]))
    size = size_of(place, f"KV{year}", seats, sum(elected.values()))
    scenario = Scenario(
        kept,
        size.seats,
        names={letter: names[letter] for letter in kept},
        place=place,
        election=f"KV{year}",
        notes=("alliances_unknown", *size.notes),
    )
    official = tuple(elected.get(letter, 0) for letter in kept)
    is_whole = sum(official) == scenario.seats
    result = Result(scenario, official if is_whole else None)
    return Reading(STATBANK, (result,), (*told, *size.remarks))


def _question(number: str, year: int) -> bytes:
    wanted = {
        "OMRÅDE": [number],
        "PARTI": ["*"],
        "STEMMER": [VALID, MEN, WOMEN],
        "Tid": [str(year)],
    }
    question = {
        "table": TABLE,
        "format": "CSV",
        "delimiter": "Semicolon",
        "lang": "da",
        "valuePresentation": "CodeAndValue",
        "variables": [{"code": name, "values": values} for name, values in wanted.items()],
    }
    return json.dumps(question, ensure_ascii=False).encode()


def _asked(address: str, question: bytes, patience: float) -> str:
    """The answer as text; a clear word where there is none."""
    if not isinstance(address, str) or not address.startswith(("https://", "http://127.0.0.1:")):
        raise ScenarioError("statbank_address", value=address)
    if not isinstance(patience, int | float) or not 0 < patience <= MOST_PATIENCE:
        raise ScenarioError("statbank_patience", value=patience, limit=MOST_PATIENCE)
    try:
        request = urllib.request.Request(  # noqa: S310 -- https, or this machine, and nothing else
            address, question, {"Content-Type": "application/json; charset=utf-8"}
        )
        with urllib.request.urlopen(request, timeout=patience) as answer:  # noqa: S310 -- as above
            data = answer.read(MOST_ANSWER + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise ScenarioError("statbank_refused", status=str(error.code)) from None
    except TimeoutError:
        raise ScenarioError("statbank_slow", seconds=f"{patience:g}") from None
    except ValueError:  # it is no address after all
        raise ScenarioError("statbank_address", value=address) from None
    except (urllib.error.URLError, HTTPException, OSError) as error:
        if isinstance(getattr(error, "reason", None), TimeoutError):
            raise ScenarioError("statbank_slow", seconds=f"{patience:g}") from None
        raise ScenarioError("statbank_no_network") from None
    if len(data) > MOST_ANSWER:
        raise ScenarioError("statbank_too_large", limit=MOST_ANSWER // MEGABYTE)
    try:
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ScenarioError("statbank_answer") from None


def _rows(text: str) -> list[tuple[str, str, int]]:
    """What is counted, the party, and the number, of every row."""
    lines = text.replace("\r", "").split("\n")
    try:
        rows = [row for row in csv.reader(lines, delimiter=";") if row]
        head = [each.strip().upper() for each in rows[0]]
        party, number = head.index("PARTI"), head.index("INDHOLD")
        kind = head.index("STEMMER") if "STEMMER" in head else None
        return [
            (
                VALID if kind is None else row[kind].strip().split(" ")[0],
                row[party].strip(),
                0 if row[number].strip() in ("", "..", "-", "0") else whole_number(row[number]),
            )
            for row in rows[1:]
        ]
    except (ScenarioError, ValueError, IndexError, csv.Error):
        raise ScenarioError("statbank_answer") from None


def _party(text: str) -> tuple[str, str]:
    """Letter and name of a party, from ``A A. Socialdemokratiet``, ``A. Soc…`` or a code.

    Examples
    --------
    >>> _party("A A. Socialdemokratiet"), _party("EJR Lokallister"), _party("EJR")
    (('A', 'Socialdemokratiet'), ('EJR', 'Lokallister'), ('EJR', 'EJR'))
    """
    first, _, rest = text.partition(" ")
    if first.endswith("."):
        return first[:-1], rest.strip() or first[:-1]
    called = PARTY.fullmatch(rest.strip())
    if called is None:
        return first, first
    return called["letter"] or first, called["name"]
