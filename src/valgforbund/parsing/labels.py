"""The words that stand over columns and below tables, in three languages."""

from __future__ import annotations

import re

LETTER, NAME, VOTES, SHARE, SEATS = "letter", "name", "votes", "share", "seats"
ALLIANCE, CANDIDATES, PLACE, AREA = "alliance", "candidates", "place", "area"
OTHER = "other"
HEADER, TITLE, FOOT = "header", "title", "foot"

COLUMNS = {
    LETTER: "bogstav|listebogstav|partibogstav|liste|list|letter|lista|bokstav|listbokstav",
    NAME: "navn|listenavn|partinavn|parti|partier|party|name|list name|party name|namn|partinamn",
    VOTES: "stemmer|antal stemmer|stemmetal|gyldige stemmer|stemmer i alt|votes|number of votes|"
    "valid votes|total votes|röster|antal röster",
    SHARE: "procent|pct|andel|stemmeandel|stemmer pct|stemmeprocent|share|per cent|percent|"
    "vote share|andel röster",
    SEATS: "mandater|mandat|antal mandater|pladser|seats|seat|mandates|antal mandat|platser",
    ALLIANCE: "valgforbund|forbund|alliance|alliances|electoral alliance|valförbund|valkartell",
    CANDIDATES: "kandidater|antal kandidater|opstillede|antal opstillede|candidates|"
    "number of candidates|kandidat",
    PLACE: "sted|kommune|kommunenavn|region|place|municipality|council|kommun|ort",
    AREA: "område|områder|afstemningsområde|afstemningssted|valgsted|stemmested|valglokale|kreds|"
    "valgkreds|storkreds|opstillingskreds|skole|area|polling area|polling place|polling station|"
    "district|ward|constituency|valdistrikt|valkrets|röstningsområde",
}
YEAR = re.compile(  # beside a word over a column
    r"\b(?:i |ved |in |for )?(?:(?:kv|rv|ep|ft) ?)?(?<![0-9])((?:19|20)[0-9]{2})\b"
    r"|\b(?:kv|rv|ep|ft) ?([0-9]{2})\b| ([0-9]{2})$"
)
_COLUMNS = {word: role for role, words in COLUMNS.items() for word in words.split("|")}
FEET = re.compile(
    r"(kilder?|sources?|källor|källa|noter?|notes?|anm|bemærk|opdateret|updated|uppdaterad|hentet|"
    r"udskrevet|downloaded|hämtad)\b"
)


def column(head: str) -> str | None:
    """What a column holds by what stands over it; None where that is none of our words.

    Examples
    --------
    >>> column("Antal stemmer"), column("Stemmer (%)"), column("KV21 Liste"), column("Ændring")
    ('votes', 'share', 'letter', None)
    """
    plain = " ".join(YEAR.sub("", words(head)).split())
    if "%" in head:
        return SHARE if not plain or column(plain) in (VOTES, SHARE) else None
    return _COLUMNS.get(plain)


def year(head: str) -> int | None:
    """The year that stands over a column; None where there is none.

    Examples
    --------
    >>> year("Stemmer 2017"), year("KV21"), year("Stemmer")
    (2017, 2021, None)
    """
    found = [a or f"20{b or c}" for a, b, c in YEAR.findall(words(head))]
    return int(found[-1]) if found else None


def is_year(head: str) -> bool:
    """Whether nothing but a year, or an election and its year, stands over a column.

    Examples
    --------
    >>> is_year("2021"), is_year("KV 21"), is_year("Stemmer 2021")
    (True, True, False)
    """
    return bool(head) and not YEAR.sub("", words(head)).strip()


def is_foot(line: str) -> bool:
    """Whether a line below a table tells where it is from.

    Examples
    --------
    >>> is_foot("Kilde: valg.dk, 18. november 2025"), is_foot("Notestok 12")
    (True, False)
    """
    return FEET.match(words(line)) is not None


def words(text: str) -> str:
    """The words of a text in lower case, a blank between them."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
