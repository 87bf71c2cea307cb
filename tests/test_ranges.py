"""What lots leave open: spans, and least, most and expected seats of lists together."""

import operator
import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
import slow_count
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st
from sampling import fair

from valgforbund import Scenario, ScenarioError, count, outcomes
from valgforbund.ranges import Span


def test_a_span_is_a_number_only_when_no_lot_decides() -> None:
    assert int(Span(2, 2)) == 2
    assert not Span(2, 2).is_open
    with pytest.raises(ScenarioError, match="0 to 1"):
        int(Span(0, 1))
    assert Span(3, 5) - Span(1, 2) == Span(1, 4)


def test_a_sure_number_is_that_number() -> None:
    two = Span(2, 2)
    assert two == 2 == two
    assert {two: "x"}[2] == "x"
    assert (f"{two}", f"{two:+d}", str(two), repr(two)) == ("2", "+2", "2", "Span(low=2, high=2)")
    assert two
    assert not Span(0, 0)
    assert two == np.int64(2) == two
    assert two == Fraction(2)
    assert two != 2.5
    assert two != "2"
    assert list(range(two)) == [0, 1]
    assert sum([two, Span(1, 1)]) == 3
    assert 5 - two == 3


def test_a_sure_number_is_reckoned_with_as_that_number() -> None:
    two, open_ = Span(2, 2), Span(-1, 2)
    assert two * 3 == 3 * two == 6
    assert open_ * 2 == Span(-2, 4)
    assert open_ * -1 == -open_
    assert two / 4 == 0.5
    assert abs(Span(-2, -1)) == Span(1, 2)
    assert (abs(open_), abs(two)) == (Span(0, 2), 2)
    assert two == Decimal(2)
    assert Span(2**60, 2**60 + 1) != 2**60 + 5
    assert Span(10**400, 10**400 + 1) != 5
    with pytest.raises(ScenarioError, match="from -1 to 2"):
        open_ / 2


def test_an_undecided_comparison_names_the_number_that_is_open() -> None:
    for ask in (
        lambda: Span(3, 5) > 4,
        lambda: Span(3, 5) > Span(4, 4),
        lambda: Span(4, 4) < Span(3, 5),
    ):
        with pytest.raises(ScenarioError, match="from 3 to 5"):
            ask()


def test_what_lots_leave_open_adds_end_by_end_and_prints_both() -> None:
    assert sum([Span(0, 1), Span(2, 2), 3]) == Span(5, 6)
    assert 3 - Span(0, 1) == Span(2, 3) == 2 + Span(0, 1)
    assert -Span(0, 1) == Span(-1, 0)
    assert f"{Span(0, 1)} {Span(-1, 1):+d}" == "0–1 -1–+1"
    assert f"{Span(0, 1):>6}" == "   0–1"
    assert {Span(0, 1): "x"}[Span(0, 1)] == "x"
    assert Span(0, 1) != Span(0, 2)


@given(*[st.integers(-3, 3)] * 4)
def test_a_comparison_is_answered_only_where_every_lot_gives_the_same(
    a: int, b: int, c: int, d: int
) -> None:
    """The second calculation: every number of one span against every number of the other."""
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        pairs = [
            (x, y) for x in range(one.low, one.high + 1) for y in range(other.low, other.high + 1)
        ]
        answers = {compare(x, y) for x, y in pairs}
        if len(answers) == 1:
            assert compare(one, other) is answers.pop()
        else:
            with pytest.raises(ScenarioError) as error:
                compare(one, other)
            assert error.value.code == "lot_decides"
    assert {x == c for x in range(one.low, one.high + 1)} == {True, False} or (one == c) is (
        one.low == c
    )


@pytest.mark.parametrize("ask", [bool, int, lambda span: span == 0, lambda span: span == 1])
def test_a_question_that_a_lot_decides_is_not_answered(ask: Callable[[Span], object]) -> None:
    with pytest.raises(ScenarioError, match="from 0 to 1"):
        ask(Span(0, 1))


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
