"""Small random elections where ties, limits and nested groups are common; the country of 2025."""

from __future__ import annotations

import random
from functools import cache

from valgforbund import Scenario, Study, study

LETTERS = "ABCDEFG"


@cache
def country() -> Study:
    """All councils of 2025, studied once for all tests."""
    return study("KV2025")


def random_scenario(chance: random.Random, unit: int = 1) -> Scenario:
    """A scenario of 1 to 7 lists with small votes, times `unit`."""
    letters = LETTERS[: chance.randint(1, 7)]
    most = chance.choice([3, 6, 12, 40])
    votes = {
        letter: unit * (0 if chance.random() < 0.08 else chance.randint(1, most))
        for letter in letters
    }
    limited = chance.random() < 0.5
    candidates = {
        letter: chance.randint(1, 4) for letter in letters if limited and chance.random() < 0.6
    }
    return Scenario(
        votes,
        seats=chance.randint(1, 9),
        alliances=_groups(chance, list(letters), depth=3) if chance.random() < 0.85 else (),
        candidates=candidates,
    )


def _groups(chance: random.Random, letters: list[str], depth: int) -> list[list[object]]:
    """Some of the letters in groups, which may hold groups."""
    left = letters[:]
    chance.shuffle(left)
    groups: list[list[object]] = []
    while len(left) > 1 and chance.random() < 0.75:
        size = chance.randint(2, len(left))
        members, left = left[:size], left[size:]
        inner = _groups(chance, members, depth - 1) if size > 2 and depth > 1 else []
        inside = {letter for group in inner for letter in _flat(group)}
        groups.append([*inner, *(letter for letter in members if letter not in inside)])
    return groups


def _flat(group: list[object]) -> list[str]:
    return [
        letter
        for member in group
        for letter in (_flat(member) if isinstance(member, list) else [str(member)])
    ]
