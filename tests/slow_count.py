"""A second count, deliberately slow and simple, to compare the engine with.

Written from the statute only (kommunal- og regionalvalgloven §§ 81-83): write down every quotient
as an exact fraction, sort, take the largest; draw every lot in every way, level by level.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from operator import itemgetter

from valgforbund import Scenario
from valgforbund.alliances import Alliance


@dataclass(frozen=True, eq=False)
class Node:
    """A list (without members) or a group of them, with the most seats it can fill."""

    name: str
    votes: int
    most: int
    members: tuple[Node, ...] = ()


@lru_cache(maxsize=10)
def tree(s: Scenario) -> Node:
    """The council as nodes; free lists and alliances stand side by side."""
    lists = {
        letter: Node(letter, votes, (s.seats if limit is None else limit) if votes else 0)
        for letter, votes, limit in zip(s.letters, s.ballots, s.limits, strict=True)
    }

    def node(member: str | Alliance) -> Node:
        return lists[member] if isinstance(member, str) else group(member.name, member.members)

    def group(name: str, members: tuple[str | Alliance, ...]) -> Node:
        inside = tuple(node(member) for member in members)
        return Node(name, sum(n.votes for n in inside), sum(n.most for n in inside), inside)

    allied = {letter for alliance in s.alliances for letter in alliance.letters}
    free = [letter for letter in s.letters if letter not in allied]
    return group("", (*s.alliances, *free))


@dataclass(frozen=True)
class Shared:
    """One level: the certain seats in order as (quotient, member), and who draws for how many."""

    order: tuple[tuple[Fraction, Node], ...]
    tied: frozenset[Node]
    stake: int

    def seats(self, member: Node) -> int:
        return sum(winner is member for _, winner in self.order)


@lru_cache(maxsize=100)
def share(node: Node, seats: int) -> Shared:
    """All quotients a member can use, largest first; the last ones may have to draw lots."""
    quotients = [
        (Fraction(member.votes, divisor), member)
        for member in node.members
        for divisor in range(1, min(member.most, seats) + 1)
    ]
    quotients.sort(key=itemgetter(0), reverse=True)
    won, lost = quotients[:seats], quotients[seats:]
    if not lost or won[-1:] == [] or lost[0][0] != won[-1][0]:
        return Shared(tuple(won), frozenset(), 0)
    cut = lost[0][0]
    sure = tuple(each for each in won if each[0] > cut)
    tied = frozenset(member for quotient, member in quotients if quotient == cut)
    return Shared(sure, tied, seats - len(sure))


Outcome = tuple[tuple[str, int], ...]


def outcomes(s: Scenario) -> dict[Outcome, Fraction]:
    """Every result with its probability, by playing all lots, the outermost first."""
    found: Counter[Outcome] = Counter()

    def play(waiting: list[tuple[Node, int]], result: dict[str, int], chance: Fraction) -> None:
        if not waiting:
            found[tuple(sorted(result.items()))] += chance
            return
        (node, seats), *later = waiting
        if not node.members:
            play(later, result | {node.name: seats}, chance)
            return
        level = share(node, seats)
        draws = list(combinations(sorted(level.tied, key=lambda n: n.name), level.stake))
        for winners in draws:
            inside = [(each, level.seats(each) + (each in winners)) for each in node.members]
            play(later + inside, result, chance / len(draws))

    play([(tree(s), s.seats)], {}, Fraction(1))
    return dict(found)


def lots_due(s: Scenario) -> list[tuple[str, frozenset[str], int]]:
    """Lots of levels whose seats are sure, level by level: name, tied names, seats at stake."""
    due = []
    waiting = [(tree(s), s.seats)]
    while waiting:
        node, seats = waiting.pop(0)
        level = share(node, seats)
        if level.tied:
            due.append((node.name, frozenset(each.name for each in level.tied), level.stake))
        waiting += [
            (each, level.seats(each))
            for each in node.members
            if each.members and each not in level.tied
        ]
    return due


def letters_in_order(node: Node, seats: int) -> list[str | None]:
    """Who gets a node's seats, one after the other; None where a lot decides."""
    if not node.members:
        return [node.name] * seats
    level = share(node, seats)
    inside = {each: letters_in_order(each, level.seats(each)) for each in node.members}
    found: list[str | None] = [inside[member].pop(0) for _, member in level.order]
    return found + [None] * level.stake


def quotients_in_order(s: Scenario) -> list[Fraction]:
    """The quotients that win the council's seats, largest first; lots with theirs, last."""
    level = share(tree(s), s.seats)
    sure = [quotient for quotient, _ in level.order]
    cut = [Fraction(each.votes, level.seats(each) + 1) for each in level.tied][:1]
    return sure + cut * level.stake
