"""The files of the official feed as they are written; what is not used here is not looked at.

Source: the result service of the Ministry of the Interior and Health, valg.dk. Everything that the
feed may leave out, or set to null, has a default.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, TypeAlias

import msgspec

from valgforbund.checks import plain
from valgforbund.parsing import MOST_VOTES

Id: TypeAlias = int | str
Votes: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=MOST_VOTES)]
NONE, PRELIMINARY, FINAL = "IngenResultater", "ForeløbigOptælling", "Fintælling"


class PersonForm(
    msgspec.Struct,
    frozen=True,
    rename={
        "id": "Id",
        "place": "Stemmeseddelsplacering",
        "ballot_name": "Stemmeseddelnavn",
        "name": "Navn",
        "votes": "Stemmer",
    },
):
    """A candidate on a list's ballot paper, or in a count."""

    id: str
    place: int = 0
    ballot_name: str | None = None
    name: str | None = None
    votes: Votes | None = None


class ListForm(
    msgspec.Struct,
    frozen=True,
    rename={
        "id": "KandidatlisteId",
        "place": "Stemmeseddelsplacering",
        "letter": "Bogstavbetegnelse",
        "name": "Navn",
        "form": "Opstillingsform",
        "people": "Kandidater",
        "votes": "Stemmer",
        "own": "Listestemmer",
    },
):
    """A list that stands, or in a count; there its votes include those for the list itself."""

    id: str
    place: int = 0
    letter: str | None = None
    name: str | None = None
    form: str | None = None
    people: tuple[PersonForm, ...] | None = None
    votes: Votes | None = None
    own: Votes | None = None


class AllianceForm(
    msgspec.Struct, frozen=True, rename={"name": "Navn", "lists": "KandidatlisteId"}
):
    """An alliance; its name is free text and not unique."""

    lists: tuple[str, ...] | None = None
    name: str | None = None


class StandingForm(
    msgspec.Struct,
    frozen=True,
    rename={
        "kind": "Valgart",
        "day": "Valgdag",
        "lists": "Kandidatlister",
        "alliances": "Valgforbund",
        "municipality": "Kommune",
        "region": "Region",
        "updated": "OpdateringsTidspunktUTC",
    },
):
    """Who stands in one municipality or region."""

    kind: str
    day: str
    lists: tuple[ListForm, ...]
    alliances: tuple[AllianceForm, ...] | None = None
    municipality: str | None = None
    region: str | None = None
    updated: str | None = None


class CountForm(
    msgspec.Struct,
    frozen=True,
    rename={
        "kind": "Valgart",
        "day": "Valgdag",
        "area": "AfstemningsområdeDagiId",
        "result": "Resultatart",
        "lists": "Kandidatlister",
        "municipality": "Kommune",
        "name": "Afstemningsområde",
        "eligible": "AntalStemmeberettigedeVælgere",
        "valid": "GyldigeStemmer",
        "approved": "GodkendelsesDatoUTC",
        "released": "FrigivelsesTidspunktUTC",
    },
):
    """A count of one polling area."""

    kind: str
    day: str
    area: Id
    result: str = NONE
    lists: tuple[ListForm, ...] | None = None
    municipality: str | None = None
    name: str | None = None
    eligible: Votes | None = None
    valid: Votes | None = None
    approved: str | None = None
    released: str | None = None

    @property
    def area_id(self) -> str:
        """The official id of the polling area, however it is written: ``0710838`` is ``710838``."""
        text = plain(str(self.area))
        return text.lstrip("0") or text if text.isdecimal() else text

    @property
    def is_final(self) -> bool:
        """Whether it is the second count, with candidates."""
        return self.result == FINAL


class SeatForm(msgspec.Struct, frozen=True, rename={"number": "Nummer", "list": "KandidatlisteId"}):
    """A seat and the list that it went to."""

    number: int
    list: str


class SeatsForm(
    msgspec.Struct,
    frozen=True,
    rename={
        "kind": "Valgart",
        "day": "Valgdag",
        "seats": "ListeMandater",
        "based_on": "BaseretPåOptællinger",
        "released": "FrigivelsesTidspunktUTC",
    },
):
    """The seats of one council; a test is based on no counts."""

    kind: str
    day: str
    seats: tuple[SeatForm, ...] | None = None
    based_on: tuple[dict[str, Any], ...] | None = None
    released: str | None = None


Form: TypeAlias = StandingForm | CountForm | SeatsForm
STANDING = "kandidat-data"
FORMS: dict[str, type[Form]] = {
    STANDING: StandingForm,
    "valgresultater": CountForm,
    "mandatfordeling": SeatsForm,
}
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(form) for kind, form in FORMS.items()
}


def form_of(kind: str, data: bytes) -> Form | None:
    """The file of this kind; None where it is not one.

    Keys have Danish letters, in whatever Unicode form.

    Examples
    --------
    >>> form_of("mandatfordeling", b'{"Valgart": "Kommunalvalg", "Valgdag": "18-11-2025"}').day
    '18-11-2025'
    """
    try:
        return _read(kind, data)
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError, ValueError):
        return None


def torn_at(kind: str, data: bytes) -> str:
    """Where a file is not one of this kind.

    Examples
    --------
    >>> torn_at("kandidat-data", b'{"Valgart": "x", "Valgdag": "x", "Kandidatlister": [{}]}')
    '$.Kandidatlister[0].KandidatlisteId'
    """
    try:
        _read(kind, data)
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError, ValueError) as error:
        what, _, place = str(error).rpartition(" - at ")
        missing = re.search(r"missing required field `(.*)`", what or place)
        return f"{place.strip('`') if what else '$'}{f'.{missing[1]}' if missing else ''}"
    return "$"


def _read(kind: str, data: bytes) -> StandingForm | CountForm | SeatsForm:
    text = unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    found: StandingForm | CountForm | SeatsForm = _DECODERS[kind].decode(text)
    return found
