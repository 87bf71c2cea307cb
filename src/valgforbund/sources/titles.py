"""Which place and which election the title above a table tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from valgforbund.parsing import BETWEEN, TITLE, Aside, Pasted
from valgforbund.sources.known import spelled_place
from valgforbund.sources.reading import Remark, remark

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST = 3  # words of a place
ORDINARY = frozenset({"Vejen"})  # a word of its own: only with "Kommune" is it a place
YEARS = r"\D{0,40}?\b((?:19|20)[0-9]{2})\b"
KINDS = {
    "KV": re.compile(
        r"\b(?:(?:kommunal|kommune|byråds|kommunalbestyrelses)valg\w*|municipal elections?|"
        rf"local elections?|kommunalval\w*|kv){YEARS}"
    ),
    "RV": re.compile(
        rf"\b(?:(?:regionsråds|regionråds|regions)valg\w*|regional elections?|rv){YEARS}"
    ),
}
SHORT = re.compile(r"\b(kv|rv) ?'?([0-9]{2})\b")


class Title(NamedTuple):
    """What the lines above a table tell.

    Attributes
    ----------
    place, election : str
        Empty where they do not tell.
    lines : tuple of Aside
        Those that do.
    remarks : tuple of Remark
    """

    place: str = ""
    election: str = ""
    lines: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()


def title_of(pasted: Pasted, place: str | None) -> Title:
    """Place and election of the title above a table.

    Parameters
    ----------
    pasted : Pasted
    place : str or None
        Where the table is, if that is known: then the title is not asked.
    """
    over = [each for each in pasted.asides if each.why == TITLE]
    election = election_of(each.text for each in over)
    where = place_of(each.text for each in over) if place is None else ""
    used = tuple(
        each
        for each in over
        if (where and place_of([each.text])) or (election and election_of([each.text]))
    )
    if not used:
        return Title()
    text = BETWEEN.join(each.text for each in used)
    code = "title_read" if where else "title_election"
    if where and not election:
        code = "title_place"
    told = remark(code, text=text, place=where, election=election)
    return Title(where, election, used, (told,))


def place_of(titles: Iterable[str]) -> str:
    """The one municipality that titles name; empty where they name none, or several.

    Examples
    --------
    >>> place_of(["KV21 Næstved", "Endeligt resultat"]), place_of(["Køge og Vejen frem"])
    ('Næstved', 'Køge')
    """
    found: dict[str, None] = {}
    for title in titles:
        found |= dict.fromkeys(_places(WORD.findall(title)))
    return next(iter(found)) if len(found) == 1 else ""


def _places(words: list[str]) -> list[str]:
    found: list[str] = []
    start = 0
    while start < len(words):
        for n in range(LONGEST, 0, -1):
            text = " ".join(words[start : start + n])
            if len(words) < start + n or not text[0].isupper() or (text.isupper() and n > 1):
                continue
            place = spelled_place(text)
            if place is None or (text in ORDINARY) or (start and words[start - 1] == "Region"):
                continue
            found.append(place)
            start += n - 1
            break
        start += 1
    return found


def election_of(titles: Iterable[str]) -> str:
    """The one election that titles tell, such as ``"KV2021"``; empty where they tell none.

    Examples
    --------
    >>> election_of(["Kommunalvalget i Næstved den 16. november 2021"]), election_of(["KV21"])
    ('KV2021', 'KV2021')
    """
    found: set[str] = set()
    for title in titles:
        text = SHORT.sub(r"\1 20\2", title.casefold())
        text = re.sub(r"\b[0-9]{1,2}\.", "", text)  # the day
        for kind, pattern in KINDS.items():
            found |= {f"{kind}{year}" for year in pattern.findall(text)}
    return found.pop() if len(found) == 1 else ""
