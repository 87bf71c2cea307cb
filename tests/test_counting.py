"""The count against a second, slow one: seats, ranges, lots, outcomes and the order of seats."""

import random
from collections import Counter
from fractions import Fraction

import pytest
import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Count, count, outcomes
from valgforbund.awards import awards

TREES, BATCHES = 20_000, 20
FEW = 60  # outcomes; the slow count plays every one


def compare_with_slow(c: Count) -> None:
    """Everything a count says, said by the slow count as well."""
    s = c.scenario
    played = slow_count.outcomes(s)
    results = [dict(result) for result in played]
    low = {letter: min(result[letter] for result in results) for letter in s.letters}
    high = {letter: max(result[letter] for result in results) for letter in s.letters}
    weighted = list(zip(results, played.values(), strict=True))
    expected = {
        letter: float(sum((chance * result[letter] for result, chance in weighted), Fraction(0)))
        for letter in s.letters
    }
    given = sum(results[0].values())
    assert dict(zip(s.letters, c.certain, strict=True)) == low
    assert c.high.to_dict() == high
    assert c.expected.to_dict() == expected
    assert c.vacant == s.seats - given
    assert c.open_seats == given - sum(low.values())
    lots = [(lot.alliance, frozenset(lot.tied), lot.seats) for lot in c.lots]
    assert lots == slow_count.lots_due(s)
    found = {
        tuple(sorted((s.letters[i], seats) for i, seats in result.items())): chance
        for result, chance in outcomes.every(c.root, s.seats, c.level)
    }
    assert found == played
    assert outcomes.number(c.root, s.seats, c.level) == len(played)
    rows = list(awards(c.root, s.seats, c.level))
    assert [Fraction(row.votes, row.divisor) for row in rows] == slow_count.quotients_in_order(s)
    won = Counter(row.letter for row in rows)
    assert won == Counter(slow_count.letters_in_order(slow_count.tree(s), s.seats))


def few_outcomes(chance: random.Random, unit: int = 1) -> Count:
    while True:
        c = count(random_scenario(chance, unit))
        if outcomes.number(c.root, c.scenario.seats, c.level) <= FEW:
            return c


@pytest.mark.sample
@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_trees_against_the_slow_count(batch: int) -> None:
    chance = random.Random(batch)
    tied = limited = vacant = 0
    for _ in range(TREES // BATCHES):
        c = few_outcomes(chance)
        compare_with_slow(c)
        tied += bool(c.lots)
        vacant += bool(c.vacant)
        limited += any(limit is not None for limit in c.scenario.limits)
    assert tied > 200  # the comparison is worth something only if these are common
    assert limited > 200
    assert vacant > 20


def test_votes_far_beyond_64_bits_are_counted_to_the_last_digit() -> None:
    chance = random.Random(30)
    for _ in fair(range(300)):
        c = few_outcomes(chance, unit=10**30)
        compare_with_slow(c)
        s = c.scenario
        compare_with_slow(count(s.shift(s.letters[0], 1)))
