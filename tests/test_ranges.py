"""What lots leave open: spans, and least, most and expected seats of lists together."""

import random
from itertools import combinations

import pytest
import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, ScenarioError, count, outcomes
from valgforbund.ranges import Span


def test_a_span_is_a_number_only_when_no_lot_decides() -> None:
    assert int(Span(2, 2)) == 2
    assert not Span(2, 2).is_open
    with pytest.raises(ScenarioError, match="0 to 1"):
        int(Span(0, 1))
    assert Span(3, 5) - Span(1, 2) == Span(1, 4)


def test_lists_together_over_all_outcomes() -> None:
    chance = random.Random(11)
    compared, enough = 0, len(fair(range(300)))
    while compared < enough:
        s = random_scenario(chance)
        c = count(s)
        if not c.lots or outcomes.number(c.root, s.seats, c.level) > 60:
            continue
        compared += 1
        results = [dict(outcome) for outcome in slow_count.outcomes(s)]
        for group in combinations(s.letters, min(3, len(s.letters))):
            sums = [sum(result[letter] for letter in group) for result in results]
            assert c.seats_of(group) == Span(min(sums), max(sums))


def test_of_two_that_draw_one_seat_each_can_have_it_and_both_together_surely_do() -> None:
    c = count(Scenario({"A": 10, "B": 10}, 3))
    assert c.seats_of("A") == Span(1, 2)
    assert c.seats_of("AB") == Span(3, 3)
    assert c.seats_of(()) == Span(0, 0)
