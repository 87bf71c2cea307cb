"""Who a list is: a nationwide party known by its name, or a local list of its own.

A letter is not a party: Å was a dozen local lists in 2013, and D was six lists in 2025.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sources.bundled import load_all

# Colours of local lists: far from every party's colour and from each other, also as seen by the
# red-green colour-blind; muted, so that the parties stand out.
# fmt: off
PALETTE = (
    "#744593", "#25526f", "#6b6fb7", "#da97b6", "#715b13", "#a1589b", "#c4a4fe", "#6f867d",
    "#ad9497", "#8e93de", "#9b6958", "#c670ab", "#39bab4", "#424091", "#86262e", "#9b494b",
    "#f69c8d", "#a3ba55", "#bf825f", "#5988d7", "#82326c", "#5c4743", "#ad620c", "#459f5d",
)
# fmt: on

NEWEST = "KV2025"  # the election whose letters people have in mind

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
    colour = PALETTE[_slot(letter)]
    return Party(f"{letter}:{plain}", name or letter, name or letter, colour, ink(colour))


def identities(scenario: Scenario) -> dict[str, Party]:
    """The party of every list in a scenario, by letter.

    Two local lists get the same colour only when there are more of them than colours; a list
    added last does not change the colours of the others.

    Examples
    --------
    >>> s = Scenario({"A": 2, "E": 1}, 1, names={"A": "Socialdemokratiet", "E": "Byens liste"})
    >>> [each.name for each in identities(s).values()]
    ['Socialdemokratiet', 'Byens liste']
    """
    found: dict[str, Party] = {}
    taken: set[str] = set()
    for letter, name in zip(scenario.letters, scenario.names, strict=True):
        who = party(letter, name, scenario.election)
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
        that stood under it in the newest municipal elections.

    Examples
    --------
    >>> named("sf").name, named("Radikale").name
    ('SF – Socialistisk Folkeparti', 'Radikale Venstre')
    """
    known = {each.key: each for _, _, each in _nationwide()}
    plain = _plain(str(text))
    names = {_plain(name): each for each in known.values() for name in (each.name, each.short)}
    names |= {spelling: each for spelling, _, each in _nationwide()} | known
    found = names.get(plain) or known.get(party("", plain).key)
    if found is None:
        close = difflib.get_close_matches(plain, names, n=3)
        near = _under(plain) or [*dict.fromkeys(names[each] for each in close)]
        if near:
            offered = ", ".join(each.name for each in near[:2])
            raise ScenarioError("party_unknown_near", value=text, near=offered)
        raise ScenarioError("party_unknown", value=text)
    return found


def _under(letter: str) -> list[Party]:
    """The nationwide parties under a letter, the one that stood most often first."""
    return [who for (each, who), _ in _stood(NEWEST).most_common() if each.casefold() == letter]


def nationwide(election: str | None = None) -> tuple[Party, ...]:
    """Every nationwide party, or those that stood in an election, by name.

    Examples
    --------
    >>> len(nationwide()), [each.short for each in nationwide("EP2004")][:3]
    (19, ['DF', 'Konservative', 'Folkebev.'])
    """
    if election is None:
        found = {each for _, _, each in _nationwide()}
    else:
        found = {each for _, each in _stood(election)}
    return tuple(sorted(found, key=lambda each: each.name))


@cache
def _stood(election: str) -> Counter[tuple[str, Party]]:
    """How often each nationwide party stood under each letter."""
    known = {each for _, _, each in _nationwide()}
    return Counter(
        (letter, who)
        for s in load_all(election)
        for letter, name in zip(s.letters, s.names, strict=True)
        if (who := party(letter, name, election)) in known
    )


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
    text = files("valgforbund").joinpath("data", "parties.csv").read_text(encoding="utf-8")
    return tuple(
        (
            spelling,
            row["since"],
            Party(row["key"], row["name"], row["short"], row["colour"], ink(row["colour"])),
        )
        for row in csv.DictReader(text.splitlines())
        for spelling in row["spellings"].split("|")
    )
