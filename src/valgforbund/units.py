"""The tree that is counted: the council, its alliances and groups, and the lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from valgforbund.alliances import Alliance, Member
from valgforbund.order import groups_by_votes

COUNCIL = ""


class Unit:
    """A list, an alliance, or the council itself.

    Attributes
    ----------
    name : str
        Letter of a list, name of an alliance, ``""`` for the council.
    votes : int
        Votes of all lists inside.
    capacity : int
        The most seats it can fill: the candidates of its lists with votes.
    bounded : bool
        Whether candidates can run out anywhere inside.
    position : int
        Place of a list in the scenario; -1 for what holds lists.
    children : tuple of Unit
        What its seats are shared among; empty for a list.
    shares, limits : list of int
        Votes and capacities of the children; no limits where none can bite.
    """

    __slots__ = ("bounded", "capacity", "children", "limits", "name", "position", "shares", "votes")

    def __init__(
        self, name: str, votes: int, capacity: int, bounded: bool, position: int = -1
    ) -> None:
        self.name, self.votes, self.capacity, self.bounded = name, votes, capacity, bounded
        self.position = position
        self.children: tuple[Unit, ...] = ()
        self.shares: list[int] = []
        self.limits: list[int] | None = None

    @classmethod
    def of(cls, name: str, children: list[Unit]) -> Unit:
        """The unit that holds these children."""
        unit = cls(
            name,
            sum(child.votes for child in children),
            sum(child.capacity for child in children),
            any(child.bounded for child in children),
        )
        unit.children = tuple(children)
        unit.shares = [child.votes for child in children]
        unit.limits = [child.capacity for child in children] if unit.bounded else None
        return unit

    @property
    def lists(self) -> Iterator[Unit]:
        """The lists inside, at any depth."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.lists

    @property
    def ranked(self) -> list[int]:
        """Places of the children in the order that decides between equals."""
        letters = [[each.name for each in child.lists] for child in self.children]
        return groups_by_votes(letters, self.shares)


def council(
    letters: Sequence[str],
    ballots: Sequence[int],
    limits: Sequence[int | None],
    alliances: Sequence[Alliance],
    seats: int,
) -> Unit:
    """The tree of a scenario; alliances stand where their first list stands.

    Examples
    --------
    >>> allied = Alliance("A-C", ("A", "C"))
    >>> root = council(["A", "B", "C"], [5, 3, 2], [None] * 3, [allied], 9)
    >>> [(unit.name, unit.votes) for unit in root.children]
    [('A-C', 7), ('B', 3)]
    """
    leaves = {
        letter: Unit(
            letter,
            votes,
            (seats if limit is None or limit > seats else limit) if votes else 0,
            limit is not None and limit < seats,
            i,
        )
        for i, (letter, votes, limit) in enumerate(zip(letters, ballots, limits, strict=True))
    }

    def unit(member: Member) -> Unit:
        if isinstance(member, str):
            return leaves[member]
        return Unit.of(member.name, [unit(inner) for inner in member.members])

    allied = {letter for alliance in alliances for letter in alliance.letters}
    members: list[Member] = [*alliances]
    members += [letter for letter in letters if letter not in allied]
    units = [unit(member) for member in members]
    units.sort(key=lambda each: next(each.lists).position)
    return Unit.of(COUNCIL, units)
