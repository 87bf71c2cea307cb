"""Margins vote by vote, deliberately slow: every number of votes is counted by the slow count."""

from __future__ import annotations

from collections.abc import Iterator

import slow_count

from valgforbund import Scenario


def moved(s: Scenario, letters: tuple[str, ...], amount: int, source: str) -> Scenario:
    """The scenario with votes for some lists; they share them in proportion, vote by vote."""
    votes = dict(zip(s.letters, s.ballots, strict=True))
    inside = {letter: votes[letter] for letter in letters}
    outside = {letter: n for letter, n in votes.items() if letter not in letters}
    changed = in_proportion(inside, sum(inside.values()) + amount)
    if source == "others":
        changed |= in_proportion(outside, sum(outside.values()) - amount)
    elif source != "new":
        changed[source] = votes[source] - amount
    return s.with_votes(changed)


def in_proportion(votes: dict[str, int], total: int) -> dict[str, int]:
    """As many votes in all, by d'Hondt one by one; a single list has them all."""
    if len(votes) == 1:
        return dict.fromkeys(votes, total)
    given = dict.fromkeys(votes, 0)
    ranked = sorted(votes, key=lambda letter: (-votes[letter], letter))
    for _ in range(total):
        # v / (n + 1) is largest; of equal ones that with most votes, and then by letter
        best = ranked[0]
        for letter in ranked:
            if votes[letter] * (given[best] + 1) > votes[best] * (given[letter] + 1):
                best = letter
        given[best] += 1
    return given


def seats(s: Scenario, letters: tuple[str, ...]) -> tuple[int, int]:
    """Fewest and most seats of some lists together over every possible drawing of lots."""
    sums = [sum(dict(outcome)[letter] for letter in letters) for outcome in slow_count.outcomes(s)]
    return min(sums), max(sums)


def walk(
    s: Scenario, letters: tuple[str, ...], source: str, sign: int
) -> Iterator[tuple[int, int]]:
    """Fewest and most seats with 1, 2, 3 … votes more (or fewer), as long as there are any."""
    votes = dict(zip(s.letters, s.ballots, strict=True))
    own = sum(votes[letter] for letter in letters)
    outside = sum(votes.values()) - own
    if sign < 0:
        most = own if source != "others" or outside else 0
    elif source == "new":
        most = s.seats * outside + 1  # the last quotient is above every other
    else:
        most = outside if source == "others" else votes[source]
    if len(letters) > 1 and not own:
        most = 0
    for amount in range(1, most + 1):
        yield seats(moved(s, letters, sign * amount, source), letters)
