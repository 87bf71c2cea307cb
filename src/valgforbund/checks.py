"""Checks of what a person gives a scenario, and what a real council could not have.

Source: kommunestyrelsesloven § 5 and kommunal- og regionalvalgloven §§ 37-42 (sizes, letters).
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from valgforbund.errors import ScenarioError

if TYPE_CHECKING:
    from valgforbund.scenario import Scenario

LONGEST_LETTER = 100
LONGEST_NAME = 200
COPENHAGEN = 55


def plain(text: str) -> str:
    """Text as it is compared: in Unicode NFC, without blanks around it."""
    return unicodedata.normalize("NFC", text).strip()


def letter(value: object) -> str:
    """A list's letter: any text that is not empty."""
    text = plain(value) if isinstance(value, str) else ""
    if not text:
        raise ScenarioError("letter_empty", value=value)
    if len(text) > LONGEST_LETTER:
        raise ScenarioError("letter_too_long", value=text, limit=LONGEST_LETTER)
    return text


def whole(value: object, least: int | None, code: str, **place: object) -> int:
    """A whole number of any size, not below the least; numpy's count, floats and bools do not."""
    try:
        if isinstance(value, bool):
            raise TypeError
        number = operator.index(value)  # type: ignore[arg-type]  # that is the question
    except TypeError:
        raise ScenarioError(code, value=value, **place) from None
    if least is not None and number < least:
        raise ScenarioError(code, value=number, **place)
    return number


def name(value: object, list_letter: str) -> str:
    """The name of a list: text, NFC."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        raise ScenarioError("name_not_text", letter=list_letter, value=value, limit=LONGEST_NAME)
    return plain(value) or list_letter


def text(field: str, value: object) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise ScenarioError("text_not_text", field=field, value=value)
    return unicodedata.normalize("NFC", value)


def by_letter(values: object, letters: tuple[str, ...]) -> dict[str, object]:
    """Values of lists that exist; a letter nobody has is an error."""
    if not isinstance(values, Mapping) and not hasattr(values, "items"):
        raise ScenarioError("no_lists", value=values)
    known = {letter(key): value for key, value in values.items()}
    for key in known:
        if key not in letters:
            raise ScenarioError("letter_unknown", letter=key, letters=", ".join(letters))
    return known


def warnings(scenario: Scenario) -> tuple[str, ...]:
    """Codes of what a real council could not have; none of them stops a what-if.

    Municipal councils have an odd number of members from 9 to 31, Copenhagen 55. Regions and the
    European Parliament have sizes of their own; there only an even region is odd.
    """
    seats = scenario.seats
    municipal = not scenario.election.startswith(("RV", "EP"))
    found = {
        "even_size": seats % 2 == 0 and not scenario.election.startswith("EP"),
        "size_below_9": municipal and seats < 9,
        "size_above_31": municipal and seats > 31 and seats != COPENHAGEN,
        "letters_not_danish": any(
            not re.fullmatch(r"[A-ZÆØÅ]|[0-9]{2}", each) for each in scenario.letters
        ),
        "joint_list_groups": any(
            not isinstance(member, str)
            for alliance in scenario.alliances
            for member in alliance.members
        ),
        "votes_all_zero": not any(scenario.ballots),
    }
    return tuple(code for code, holds in found.items() if holds)
