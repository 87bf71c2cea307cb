"""Who a list is: a nationwide party known by its name, or a local list of its own.

A letter is not a party: Å was a dozen local lists in 2013, and D was six lists in 2025.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from valgforbund.errors import ScenarioError

# Colours of local lists: far from every party's colour and from each other, also as seen by the
# red-green colour-blind; muted, so that the parties stand out.
# fmt: off
PALETTE = (
    "#744593", "#25526f", "#6b6fb7", "#da97b6", "#715b13", "#a1589b", "#c4a4fe", "#6f867d",
    "#ad9497", "#8e93de", "#9b6958", "#c670ab", "#39bab4", "#424091", "#86262e", "#9b494b",
    "#f69c8d", "#a3ba55", "#bf825f", "#5988d7", "#82326c", "#5c4743", "#ad620c", "#459f5d",
)
# fmt: on

WHITE, BLACK = "#ffffff", "#000000"
LEGIBLE = 4.5  # least contrast of text, WCAG 2.2, 1.4.3


@dataclass(frozen=True)
class Party:
    """The identity of a list.

    Attributes
    ----------
    key : str
        Equal for lists that are the same party; a local list has one of its own.
    name, short : str
        The party's usual name and one for tight places; a local list's own name.
    colour, ink : str
        Background and the text on it, as ``#rrggbb``; their contrast is at least 4.5.
    """

    key: str
    name: str
    short: str
    colour: str
    ink: str

    @property
    def is_local(self) -> bool:
        """Whether it is a local list and no nationwide party."""
        return ":" in self.key


@lru_cache(maxsize=4096)
def party(letter: str, name: str, election: str = "") -> Party:
    """Who stands under this letter and name.

    Parameters
    ----------
    letter, name : str
        As on the ballot; spelling variants and a place after the party's name do not matter.
    election : str
        Such as ``"KV2013"``: a party is not recognised before the year it first stood.

    Examples
    --------
    >>> party("Ø", "Enhedslisten Køge").name
    'Enhedslisten'
    >>> party("Å", "Fælleslisten", "KV2013").key
    'Å:fælleslisten'
    """
    plain = _plain(name)
    year = re.search(r"\d{4}$", election)
    for spelling, since, known in _nationwide():
        stood = not (year and since) or year[0] >= since
        if stood and f"{plain} ".startswith(f"{spelling} "):
            return known
    short = _abbreviations().get(plain)
    if short is not None and short[0] == letter:
        return short[1]
    colour = PALETTE[_slot(letter)]
    return Party(f"{letter}:{plain}", name or letter, name or letter, colour, ink(colour))


def identities(
    letters: Sequence[str], names: Sequence[str], election: str = ""
) -> dict[str, Party]:
    """The party of every list of an election, by letter; `Scenario.parties` has it.

    Two local lists get the same colour only when there are more of them than colours; a list
    added last does not change the colours of the others.

    Examples
    --------
    >>> [each.name for each in identities("AE", ["Socialdemokratiet", "Byens liste"]).values()]
    ['Socialdemokratiet', 'Byens liste']
    """
    found: dict[str, Party] = {}
    taken: set[str] = set()
    for letter, name in zip(letters, names, strict=True):
        who = party(letter, name, election)
        if who.colour in PALETTE:
            start = _slot(letter)
            free = (c for c in PALETTE[start:] + PALETTE[:start] if c not in taken)
            colour = next(free, who.colour)
            taken.add(colour)
            who = replace(who, colour=colour, ink=ink(colour))
        found[letter] = who
    return found


def named(text: str) -> Party:
    """The nationwide party of this name, in any spelling.

    Raises
    ------
    ScenarioError
        If there is none; the message names those that come near, and for a letter the parties
        that usually stand under it.

    Examples
    --------
    >>> named("sf").name, named("Radikale").name
    ('SF – Socialistisk Folkeparti', 'Radikale Venstre')
    """
    plain, names = _plain(str(text)), _spellings()
    found = names.get(plain) or names.get(party("", plain).key)
    if found is None:
        close = difflib.get_close_matches(plain, names, n=3)
        near = _by_letter().get(plain) or [*dict.fromkeys(names[each] for each in close)]
        if near:
            offered = ", ".join(each.name for each in near[:2])
            raise ScenarioError("party_unknown_near", value=text, near=offered)
        raise ScenarioError("party_unknown", value=text)
    return found


def usual_letter(name: str) -> str | None:
    """The letter that the nationwide party of this name stands under; None where there is none.

    Examples
    --------
    >>> usual_letter("Enhedslisten"), usual_letter("sf"), usual_letter("Byens liste")
    ('Ø', 'F', None)
    >>> usual_letter("DD"), usual_letter("Soc.dem."), usual_letter("S")
    ('Æ', 'A', None)
    """
    known = _spellings().get(_plain(name))
    return next((row["letter"] for row in _rows() if known and row["key"] == known.key), None)


def of_initial(initial: str) -> str | None:
    """The letter of the party with this initial, where parties go by initials and not by letters.

    Newspapers write S, R and K beside SF, LA and DF; on a ballot S is another party.

    Examples
    --------
    >>> of_initial("S"), of_initial("R"), of_initial("K"), of_initial("V")
    ('A', 'B', 'C', None)
    """
    plain = _plain(initial)
    return next((row["letter"] for row in _rows() if plain and row["initial"] == plain), None)


def find(called: object, lists: Mapping[str, Party]) -> str | None:
    """The one list whose party, or whose own name, is called so; None where none or several are.

    Examples
    --------
    >>> find("SF", identities("FE", ["Socialistisk Folkeparti", "Byens liste"]))
    'F'
    """
    fits = all_called(called, lists)
    return fits[0] if len(fits) == 1 else None


def all_called(called: object, lists: Mapping[str, Party]) -> list[str]:
    """All lists whose party, or whose own name, is called so."""
    plain = _plain(called) if isinstance(called, str) else ""
    known = _spellings().get(plain)
    return [
        letter
        for letter, who in lists.items()
        if plain and (who == known or plain in (_plain(who.name), _plain(who.short)))
    ]


def nationwide() -> tuple[Party, ...]:
    """Every nationwide party, by name.

    Examples
    --------
    >>> len(nationwide()), nationwide()[0].short
    (19, 'Alternativet')
    """
    found = {each for _, _, each in _nationwide()}
    return tuple(sorted(found, key=lambda each: each.name))


@cache
def _spellings() -> dict[str, Party]:
    """Every nationwide party by all that it is called."""
    known = {each.key: each for _, _, each in _nationwide()}
    names = {_plain(name): each for each in known.values() for name in (each.name, each.short)}
    short = {each: who for each, (_, who) in _abbreviations().items()}
    return short | names | {spelling: each for spelling, _, each in _nationwide()} | known


@cache
def _abbreviations() -> dict[str, tuple[str, Party]]:
    """Usual letter and party by what tables of results call it for short."""
    known = {each.key: each for _, _, each in _nationwide()}
    return {
        short: (row["letter"], known[row["key"]])
        for row in _rows()
        for short in row["abbreviations"].split("|")
        if short
    }


@cache
def _by_letter() -> dict[str, list[Party]]:
    """The nationwide parties by the letter that they usually stand under, in lower case."""
    found: dict[str, list[Party]] = {}
    for row in _rows():
        found.setdefault(row["letter"].casefold(), []).append(_spellings()[row["key"]])
    return found


def ink(colour: str) -> str:
    """White where it is legible on the colour, else black.

    Source: WCAG 2.2, relative luminance and contrast ratio. Black or white always reaches 4.58.

    Examples
    --------
    >>> ink("#c8102e"), ink("#ffd000")
    ('#ffffff', '#000000')
    """
    return WHITE if contrast(colour, WHITE) >= LEGIBLE else BLACK


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21.

    Examples
    --------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _slot(letter: str) -> int:
    """By letter alone, so that a list keeps its colour while its name is edited."""
    return zlib.crc32(letter.encode()) % len(PALETTE)


def _plain(name: str) -> str:
    """A name as compared: NFC, one case, words only."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", name).casefold()))


@cache
def _nationwide() -> tuple[tuple[str, str, Party], ...]:
    """Spelling, first year and party, for every spelling in `data/parties.csv`."""
    return tuple(
        (
            spelling,
            row["since"],
            Party(row["key"], row["name"], row["short"], row["colour"], ink(row["colour"])),
        )
        for row in _rows()
        for spelling in row["spellings"].split("|")
    )


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("valgforbund").joinpath("data", "parties.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
