"""One structure beside the present one: its alliances, and the lists that have to move for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from valgforbund.alliances import SEPARATOR
from valgforbund.scenario import Scenario


@dataclass(frozen=True)
class Structure:
    """One structure beside the present one.

    Attributes
    ----------
    alliances : tuple of tuples of str
        The letters of each alliance of two or more.
    movers : tuple of str
        The fewest lists that have to move for it: to another alliance or out of theirs.
    """

    alliances: tuple[tuple[str, ...], ...]
    movers: tuple[str, ...]

    @property
    def name(self) -> str:
        """The alliances as text; lists that are alone are left out."""
        return ", ".join(SEPARATOR.join(letters) for letters in self.alliances)


@dataclass(frozen=True)
class Stable:
    """The stable structures; made by `Structures.stable`.

    Attributes
    ----------
    number : int
        How many there are.
    consent : bool
        Whether a move needs that nobody there loses.
    nearest : tuple of Structure
        Those for which the fewest lists have to move.
    present : bool
        Whether the present structure is stable; False, too, if it is not allowed.
    """

    number: int
    consent: bool
    nearest: tuple[Structure, ...]
    present: bool


def structure(scenario: Scenario, blocks: list[tuple[str, ...]]) -> Structure:
    """The structure with these blocks, every list in one of them.

    Examples
    --------
    >>> s = Scenario({"A": 4, "B": 3, "C": 2, "D": 1}, 5, [["A", "B", "C"]])
    >>> structure(s, [("A", "B"), ("C", "D")])
    Structure(alliances=(('A', 'B'), ('C', 'D')), movers=('C',))
    """
    moving = movers(scenario, blocks)
    return Structure(
        tuple(block for block in blocks if len(block) > 1),
        tuple(letter for letter in scenario.letters if letter in moving),
    )


def movers(scenario: Scenario, blocks: list[tuple[str, ...]]) -> frozenset[str]:
    """The fewest lists that have to move from the present alliances to these blocks.

    Each block takes over one present alliance, or a list that is alone; who is in neither moves.
    Where there are several ways, the block of the list with most votes takes over first.
    """
    rank = {letter: place for place, letter in enumerate(scenario.by_votes)}

    def first(letters: Iterable[str]) -> int:
        return min(map(rank.__getitem__, letters))

    allied = {letter for alliance in scenario.alliances for letter in alliance.letters}
    units = [
        *(frozenset(alliance.letters) for alliance in scenario.alliances),
        *(frozenset({letter}) for letter in scenario.letters if letter not in allied),
    ]
    blocks, units = sorted(blocks, key=first), sorted(units, key=first)

    @cache
    def staying(n: int, used: frozenset[int]) -> frozenset[str]:
        if n == len(blocks):
            return frozenset()
        ways = [
            here | staying(n + 1, used | {i})
            for i, unit in enumerate(units)
            if i not in used and (here := unit & frozenset(blocks[n]))
        ]
        return max([*ways, staying(n + 1, used)], key=len)

    return frozenset(scenario.letters) - staying(0, frozenset())
