"""How much of a night is counted, as people write it: so many of so many polling areas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from valgforbund.errors import ScenarioError

IN_PART = "counted_in_part"  # the code of a note
MOST_AREAS = 9999
NUMBER = r"[0-9]{1,4}|[0-9][ .,\u00a0\u202f][0-9]{3}"


class Part(NamedTuple):
    """Polling areas that are counted, of all there are.

    Examples
    --------
    >>> part("12 af 27").note
    'counted_in_part:12/27'
    >>> noted(["size_assumed", "counted_in_part:12/27"])
    Part(counted=12, areas=27)
    """

    counted: int
    areas: int

    @property
    def note(self) -> str:
        """What a scenario notes of it."""
        return f"{IN_PART}:{self.counted}/{self.areas}"


def part(text: str) -> Part:
    """Read ``12 af 27``, ``12/27`` or ``12 of 27``, with or without ``talt`` or ``counted``.

    Thousands may be marked as in votes: ``1 000 af 2.000``.

    Raises
    ------
    ScenarioError
        If it is anything else, or more are counted than there are.
    """
    found = re.fullmatch(
        rf"(?:(?:talt|counted):?)?\s*({NUMBER})\s*(?:af|of|/)\s*({NUMBER})",
        text.strip().casefold(),
    )
    numbers = Part(*(int(re.sub(r"\D", "", each)) for each in found.groups())) if found else None
    if numbers is None or not numbers.areas or numbers.counted > numbers.areas:
        raise ScenarioError("part_not_read", value=text, limit=MOST_AREAS)
    return numbers


def noted(notes: Iterable[str]) -> Part | None:
    """The part that notes tell; None where they tell none."""
    for note in notes:
        code, _, numbers = note.partition(":")
        if code == IN_PART and numbers:
            try:
                return part(numbers)
            except ScenarioError:  # the words of somebody else
                continue
    return None


def with_part(notes: Iterable[str], told: Part | None) -> tuple[str, ...]:
    """The notes with another part, or with none.

    Examples
    --------
    >>> with_part(["size_assumed", "counted_in_part"], Part(27, 27))
    ('size_assumed', 'counted_in_part:27/27')
    """
    others = tuple(each for each in notes if each.partition(":")[0] != IN_PART)
    return (*others, told.note) if told else others
