"""Meetings that the tool opens with one click."""

from __future__ import annotations

from collections.abc import Callable

from valgforbund.proportional import Candidate, Election, Slate, slate
from valgforbund.proportional.meeting import MAN, WOMAN, Meeting
from valgforbund.proportional.rules import ALAND


def published() -> Meeting:
    """The published example: a council of 13 = 7 + 5 + 1, a presidium of two, a board of five."""
    presidium = [slate("I", 7, "A B"), slate("II", 5, "C D"), slate("III", 1, "E")]
    board = [slate("I", 7, "A B C D"), slate("II", 5, "E F G"), slate("III", 1, "H")]
    return _meeting(13, presidium, board)


def tied() -> Meeting:
    """Twelve members: the fifth and the sixth comparison number of the board are equal."""
    presidium = [slate("I", 6, "A B"), slate("II", 4, "C D"), slate("III", 2, "E")]
    board = [slate("I", 6, "A B C D"), slate("II", 4, "E F G"), slate("III", 2, "H")]
    return _meeting(12, presidium, board)


def pairs() -> Meeting:
    """A board of pairs: its members are 2 women and 3 men, their substitutes 1 and 4."""
    presidium = [
        slate("I", 7, ["Anna Berg", "Björn Dahl"]),
        slate("II", 5, ["Ylva Ek", "Olof Lind"]),
        slate("III", 1, ["Ulf Norr"]),
    ]
    board = [
        Slate(
            "I",
            7,
            (
                Candidate("Cecilia Holm", "Erik Sand", WOMAN, MAN),
                Candidate("David Åberg", "Maria Ström", MAN, WOMAN),
                Candidate("Gustav Nyman", "Henrik Öst", MAN, MAN),
                Candidate("Ida Fors", "Johan Vik", WOMAN, MAN),
            ),
        ),
        Slate(
            "II",
            5,
            (
                Candidate("Karin Moberg", "Lars Falk", WOMAN, MAN),
                Candidate("Nils Rosén", "Per Alm", MAN, MAN),
                Candidate("Rolf Bäck", "Sara Hed", MAN, WOMAN),
            ),
        ),
        Slate("III", 1, (Candidate("Tove Grön", "Viktor Sjö", WOMAN, MAN),)),
    ]
    return _meeting(13, presidium, board)


def _meeting(present: int, presidium: list[Slate], board: list[Slate]) -> Meeting:
    """On Åland: a presidium of two and a board of five, chair and vice chair agreed beforehand."""
    two, five = Election(presidium, 2, officers=True), Election(board, 5, officers=True)
    return Meeting(ALAND, present, two, five)


EXAMPLES: dict[str, Callable[[], Meeting]] = {
    "prop.example_published": published,
    "prop.example_tied": tied,
    "prop.example_pairs": pairs,
}
