"""Elections and places as a person looks them up."""

from __future__ import annotations

import unicodedata
from functools import cache

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.sources.bundled import code, region
from valgforbund.sources.source import SOURCE

__all__ = [
    "code",
    "elections",
    "known_seats",
    "municipal",
    "place_typed",
    "places",
    "region",
    "same_place",
]


def place_typed(election: str, typed: str) -> str:
    """The place whose name begins so, in any spelling.

    What begins no name comes back as it is: it may have more words, or be a code such as ``0173``;
    else the error of loading it names near ones.

    Examples
    --------
    >>> place_typed("KV2025", "århu"), place_typed("KV2025", "0173")
    ('Aarhus', '0173')
    """
    wanted = _spelled(typed)
    begins = [each for each in places(election) if _spelled(each).startswith(wanted)]
    exact = [each for each in begins if _spelled(each) == wanted]
    if len(begins) > 1 and not exact:
        near = ", ".join(begins[:4])
        raise ScenarioError("place_unknown_near", value=typed, election=election, near=near)
    return (exact or begins or [typed])[0]


def _spelled(text: str) -> str:
    return glyphs.spelled(unicodedata.normalize("NFC", glyphs.shown(text))).replace("-", " ")


@cache
def elections() -> tuple[str, ...]:
    """The bundled elections, newest first."""
    return tuple(SOURCE.elections()["election"].unique())


@cache
def places(election: str) -> tuple[str, ...]:
    """The places of an election, in the order of the alphabet."""
    frame = SOURCE.elections()
    return tuple(frame.loc[frame["election"] == election, "place"])


def municipal() -> tuple[str, ...]:
    """Municipal elections; regions and parliaments constitute themselves by other acts."""
    return tuple(each for each in elections() if each.startswith("KV"))


def same_place(election: str, place: str) -> str:
    """The same place in another election where it is there; else its first place."""
    there = places(election)
    return place if place in there else there[0]


def known_seats(election: str, place: str) -> dict[str, int]:
    """Official seats by letter; none where they are not known."""
    return {**_known_seats(election, place)}


@cache
def _known_seats(election: str, place: str) -> dict[str, int]:
    known = SOURCE.elections().set_index(["election", "place"])["official_seats_known"]
    if not known.get((election, place), default=False):
        return {}
    return {str(letter): int(n) for letter, n in SOURCE.official_seats(election, place).items()}
