"""Lots: which are due, drawn by hand or by chance, and replayed."""

import random
from collections import Counter

import pytest
from elections import random_scenario
from sampling import fair

from valgforbund import Lot, Scenario, count, outcomes

# council: A-B 20, C-D 20, E 10 for 3 seats: 20, 20, and a lot between 20/2, 20/2 and 10
TWO_LEVELS = Scenario({"A": 10, "B": 10, "C": 15, "D": 5, "E": 10}, 3, [["A", "B"], ["C", "D"]])


def test_an_inner_lot_waits_until_the_seats_of_its_alliance_are_sure() -> None:
    c = count(TWO_LEVELS)
    outer = Lot("", ("A-B", "C-D", "E"), 1)
    assert c.lots == (outer,)
    assert c.seats.to_dict() == {"A": 0, "B": 0, "C": 1, "D": 0, "E": 0}
    assert c.open_seats == 2
    inner = Lot("A-B", ("A", "B"), 1)
    lost = c.settle({outer: "E"})
    assert lost.lots == (inner,)
    assert lost.settle({inner: ["B"]}).seats.tolist() == [0, 1, 1, 0, 1]
    won = c.settle({outer: ("A-B",)})
    assert won.lots == ()
    assert won.seats.tolist() == [1, 1, 1, 0, 0]
    assert c.settle({inner: "A", outer: "E"}).seats.tolist() == [1, 0, 1, 0, 1]


def test_settling_gives_a_new_count_and_remembers_in_the_order_of_the_tied() -> None:
    s = Scenario({"A": 1, "B": 1, "C": 1}, 2)
    c = count(s)
    settled = c.settle({c.lots[0]: ["C", "A"]})
    assert settled.drawn == ((c.lots[0], ("A", "C")),)
    assert (c.drawn, len(c.lots), c.scenario) == ((), 1, s)
    assert count(settled.scenario).seats.tolist() == [1, 0, 1]
    assert settled.outcomes["probability"].tolist() == [1.0]
    assert settled.low.tolist() == settled.high.tolist() == settled.expected.tolist()


def test_a_drawn_lot_that_does_not_come_up_any_more_changes_nothing() -> None:
    drawn = count(Scenario({"A": 1, "B": 1}, 1)).draw(1).scenario
    elsewhere = Scenario({"A": 2, "B": 1}, 1).with_drawn(drawn.drawn)
    assert count(elsewhere).seats.tolist() == [1, 0]


def scenarios_with_lots(number: int) -> list[Scenario]:
    chance = random.Random(7)
    found: list[Scenario] = []
    while len(found) < number:
        s = random_scenario(chance)
        c = count(s)
        if c.lots and outcomes.number(c.root, s.seats, c.level) <= 20:
            found.append(s)
    return found


@pytest.mark.sample
@pytest.mark.parametrize("s", scenarios_with_lots(25), ids=repr)
def test_a_draw_ends_in_one_of_the_outcomes_and_is_the_same_for_the_same_seed(s: Scenario) -> None:
    possible = set(map(tuple, count(s).outcomes[list(s.letters)].to_numpy().tolist()))
    for seed in range(5):
        drawn = count(s).draw(seed)
        assert (drawn.lots, drawn.open_seats) == ((), 0)
        assert tuple(drawn.seats) in possible
        assert drawn.seats.equals(count(s).draw(seed).seats)
        assert count(drawn.scenario).seats.equals(drawn.seats)


@pytest.mark.parametrize("s", [TWO_LEVELS, *scenarios_with_lots(3)], ids=repr)
def test_outcomes_are_drawn_as_often_as_their_probability_says(s: Scenario) -> None:
    draws = len(fair(range(2000)))
    seen = Counter(count(s).draw(seed).certain for seed in range(draws))
    for row in count(s).outcomes.itertuples(index=False):
        expected = draws * row.probability
        spread = (expected * (1 - row.probability)) ** 0.5
        assert abs(seen[tuple(row[:-1])] - expected) <= 5 * spread
