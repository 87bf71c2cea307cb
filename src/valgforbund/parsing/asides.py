"""Lines of a table that are no lists, by what they say: totals, blank votes, a council's size."""

from __future__ import annotations

import re
from functools import lru_cache

from valgforbund.parsing.labels import words
from valgforbund.parsing.numbers import MOST_SEATS

TOTAL, CAST, BLANK, INVALID = "total", "cast", "blank", "invalid"
ELIGIBLE, TURNOUT, POSTAL, PARTLY, SIZE = "eligible", "turnout", "postal", "partly", "size"
KINDS = (TOTAL, CAST, BLANK, INVALID, POSTAL, PARTLY, ELIGIBLE, TURNOUT, SIZE)

# words that tell what a number is, the stronger kind first
MARKS = {
    INVALID: "ugyldig|ugyldige|kasserede|forkastede|invalid|rejected|spoilt|ogiltig|ogiltiga",
    BLANK: "blank|blanke|blanka",
    POSTAL: "brevstemme|brevstemmer|brevstemmesedler|brevafstemning|postal|poströster|"
    "förtidsröster|brevröster",
    ELIGIBLE: "stemmeberettigede|vælgere|vælgertal|eligible|electorate|röstberättigade",
    TURNOUT: "valgdeltagelse|stemmeprocent|deltagelse|turnout|valdeltagande",
    CAST: "afgivne|afgivet|afgivet|cast|avgivna",
    TOTAL: "gyldige|gyldig|valid|giltiga|giltig",
}
# words that may stand beside them
BESIDE = re.compile(
    "antal|heraf|deraf|stk|stemmer?|stemmesedler|sedler|personer|vælgere|valget|kommunen|andre|"
    "øvrige|alle|samtlige|og|af|i|pct|procent|alt|ialt|votes?|ballots|papers|voters|of|which|other|"
    "all|and|in|the|number|percent|total|röster|röstsedlar|övriga|därav|och|antalet|totalt"
)
IN_ALL = re.compile(
    r"\b(?:i ?alt|total|totalt|totale|totals|subtotal|delsum|sum|summa|in all|tilsammen|"
    r"sammenlagt|samtliga)\b"
)
OF_ALL = re.compile(
    r"samlet|alle(?: lister| partier)?|all (?:lists|parties)|stemmer|votes|röster|"
    r"(?:hele|hela|the whole|whole) (?:kommunen|byen|regionen|landet|området|valget|kommun|"
    r"municipality|council|region|city|country)|samlet resultat|resultat"
)
PART = re.compile(r"(?:heraf|deraf|of which|därav)\b")
COUNCIL = "byrådet|rådet|kommunalbestyrelsen|regionsrådet|council|the council|fullmäktige"
MEMBERS = "mandater|pladser|medlemmer|mandat|platser|ledamöter|seats|members"
OF_SIZE = re.compile(
    rf"(?:antal |number of |total |i alt )?(?:{MEMBERS})"
    rf"(?: (?:i|in) (?:{COUNCIL}|alt|all))?(?: i alt| in all)?(?: i (?:{COUNCIL}))?"
    r"|mandater (?:at fordele|der fordeles|til fordeling)"
    r"|(?:byrådets|rådets|kommunalbestyrelsens|regionsrådets|fullmäktiges) (?:størrelse|storlek)"
    rf"|størrelse(?:n)? (?:på|af) (?:{COUNCIL})|council size|size of (?:the )?council"
)
ROOM = re.compile(r"(?P<label>\D*?)[\s:=.·–—-]*(?P<n>[0-9]{1,3})\s*(?P<of>[^\W\d_]*)\.?")
HAS = re.compile(rf"(?:(?:{COUNCIL}) (?:har|has))?")


@lru_cache(maxsize=20_000)
def aside(label: str, exact: bool = False) -> str | None:
    """What a number is that is no list's; None where the label may be that of a list.

    Parameters
    ----------
    label : str
    exact : bool
        Whether it stands beside a letter, so that it is a name unless all of it says otherwise.

    Examples
    --------
    >>> aside("I alt (gyldige)"), aside("Heraf brevstemmer"), aside("Liberal Alliance")
    ('total', 'postal', None)
    """
    if not any(map(str.isalpha, label)):  # a number
        return None
    plain = words(label)
    if OF_SIZE.fullmatch(plain):
        return SIZE
    said = plain.split()
    marked = next((kind for kind, each in _MARKS.items() if each & {*said}), None)
    if marked and all(each in _ALL_MARKS or BESIDE.fullmatch(each) for each in said):
        return marked
    if exact:
        return TOTAL if IN_ALL.fullmatch(plain) or OF_ALL.fullmatch(plain) else None
    if IN_ALL.search(plain) or OF_ALL.fullmatch(plain):
        return marked or TOTAL
    return (marked or PARTLY) if PART.match(plain) else None


def council_size(line: str) -> int | None:
    """The size of a council, where that is all that a line tells.

    Examples
    --------
    >>> council_size("Antal mandater: 31"), council_size("31 seats"), council_size("A 31")
    (31, 31, None)
    """
    found = ROOM.fullmatch(line.strip())
    if not found or not 0 < int(found["n"]) <= MOST_SEATS:
        return None
    label, of = words(found["label"]), words(found["of"])
    if of:
        is_size = of in MEMBERS.split("|") and bool(HAS.fullmatch(label) or aside(label) == TOTAL)
    else:
        is_size = OF_SIZE.fullmatch(label) is not None
    return int(found["n"]) if is_size else None


_MARKS = {kind: frozenset(each.split("|")) for kind, each in MARKS.items()}
_ALL_MARKS: frozenset[str] = frozenset().union(*_MARKS.values())
