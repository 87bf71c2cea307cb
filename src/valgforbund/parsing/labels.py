"""The words that stand over columns, and before numbers that are no list's, in three languages."""

from __future__ import annotations

import re

LETTER, NAME, VOTES, SHARE, SEATS = "letter", "name", "votes", "share", "seats"
ALLIANCE, CANDIDATES, PLACE, OTHER = "alliance", "candidates", "place", "other"
HEADER, TITLE, FOOT = "header", "title", "foot"
TOTAL, CAST, BLANK, INVALID, ELIGIBLE, TURNOUT = (
    "total",
    "cast",
    "blank",
    "invalid",
    "eligible",
    "turnout",
)

COLUMNS = {
    LETTER: "bogstav|listebogstav|partibogstav|liste|list|letter|lista|bokstav|listbokstav",
    NAME: "navn|listenavn|partinavn|parti|partier|party|name|list name|party name|namn|partinamn",
    VOTES: "stemmer|antal stemmer|stemmetal|gyldige stemmer|votes|valid votes|röster|antal röster",
    SHARE: "procent|pct|andel|stemmeandel|stemmer pct|stemmeprocent|share|per cent|percent|"
    "vote share|andel röster",
    SEATS: "mandater|mandat|antal mandater|pladser|seats|seat|mandates|antal mandat|platser",
    ALLIANCE: "valgforbund|forbund|alliance|alliances|electoral alliance|valförbund|valkartell",
    CANDIDATES: "kandidater|antal kandidater|opstillede|antal opstillede|candidates|"
    "number of candidates|kandidat",
    PLACE: "sted|kommune|kommunenavn|storkreds|kreds|region|place|municipality|council|kommun|ort",
}
ASIDE = {
    TOTAL: "i ?alt|total|totalt|sum|summa|samlet|tilsammen|sammenlagt|alle( lister)?|subtotal|"
    "(antal )?gyldige stemmer( i ?alt)?|stemmer i ?alt|(total )?valid votes|total votes|"
    "votes in all|mandater i ?alt|(antal )?giltiga röster|(totalt antal )?röster totalt|samtliga",
    CAST: "(antal )?afgivne stemmer( i ?alt)?|votes cast|(antal )?avgivna röster|stemmer afgivet",
    BLANK: "(heraf )?blanke?( stemmer| stemmesedler)?|blank (votes|ballots)|blanka( röster)?",
    INVALID: "(andre |heraf |øvrige )?ugyldige?( stemmer| stemmesedler)?|(other )?invalid"
    "( votes| ballots)?|(övriga )?ogiltiga( röster)?",
    ELIGIBLE: "(antal )?(stemmeberettigede|vælgere)|eligible( voters)?|electorate|"
    "(antal )?röstberättigade",
    TURNOUT: "valgdeltagelse|stemmeprocent|turnout|valdeltagande",
}
YEAR = re.compile(r" (kv|rv|ep)? ?((19|20)[0-9]{2}|[0-9]{2})$")  # behind a word over a column
_COLUMNS = {word: role for role, words in COLUMNS.items() for word in words.split("|")}
FEET = re.compile(
    r"(kilder?|sources?|källor|källa|noter?|notes?|anm|bemærk|opdateret|updated|uppdaterad|hentet|"
    r"udskrevet|downloaded|hämtad)\b"
)
_ASIDE = {kind: re.compile(pattern) for kind, pattern in ASIDE.items()}


def column(head: str) -> str | None:
    """What a column holds by what stands over it; None where that is none of our words.

    Examples
    --------
    >>> column("Antal stemmer"), column("Stemmer (%)"), column("Liste"), column("Ændring")
    ('votes', 'share', 'letter', None)
    """
    plain = YEAR.sub("", _plain(head))
    if "%" in head:
        return SHARE if not plain or column(plain) in (VOTES, SHARE) else None
    return _COLUMNS.get(plain)


def aside(label: str) -> str | None:
    """What a number is that is no list's; None where the label may be that of a list.

    Examples
    --------
    >>> aside("I alt"), aside("Blanke stemmer:"), aside("Liberal Alliance")
    ('total', 'blank', None)
    """
    plain = _plain(label)
    return next((kind for kind, known in _ASIDE.items() if known.fullmatch(plain)), None)


def is_foot(line: str) -> bool:
    """Whether a line below a table tells where it is from.

    Examples
    --------
    >>> is_foot("Kilde: valg.dk, 18. november 2025"), is_foot("Notestok 12")
    (True, False)
    """
    return FEET.match(_plain(line)) is not None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
