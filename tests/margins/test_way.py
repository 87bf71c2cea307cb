"""A unit on the way up and down its votes: what it has there, and that it never falls."""

from __future__ import annotations

import random

import pytest
import slow_margins
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st
from sampling import examples, fair

from valgforbund import Scenario, ScenarioError, count, load
from valgforbund.margins import Way
from valgforbund.ranges import Span

S = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])


def some_way(chance: random.Random) -> Way:
    """A list, alliance or group of a random election, and a source outside it."""
    while True:
        s = random_scenario(chance)
        groups = [group for alliance in s.alliances for group in alliance.groups]
        unit = chance.choice([*s.letters, *(group.name for group in groups)])
        inside = (unit,) if unit in s.letters else s.alliance(unit).letters
        source = chance.choice(["new", "others", *s.letters])
        if source not in inside:
            return Way(s, unit, source)


@examples(120)
@given(st.randoms(use_true_random=False))
def test_more_votes_never_cost_a_seat_whatever_their_source(chance: object) -> None:
    """With ties, limits of candidates and nested groups: bisection is exact only if this holds."""
    way = some_way(chance)  # type: ignore[arg-type]  # hypothesis gives a random.Random
    for amount in range(1 - way.down, min(way.up, 100) + 1):
        before, now = way.standing(amount - 1), way.standing(amount)
        # an alliance around the unit may have no candidates left when a list has no votes left
        on_the_way = -1 if before[1] != now[1] else 0
        for less, more in zip(before[0][on_the_way:], now[0][on_the_way:], strict=True):
            assert less.low <= more.low
            assert less.high <= more.high


def test_an_alliance_may_lose_a_seat_when_a_list_inside_gives_its_last_vote() -> None:
    s = Scenario({"A": 40, "B": 3, "C": 3}, 5, [["A", "B"]], candidates={"A": 2, "B": 3})
    way = Way(s, "A", "B")
    assert way.at(2) == (Span(5, 5), Span(2, 2))
    assert way.at(3) == (Span(2, 2), Span(2, 2))


def test_what_it_has_on_the_way_is_what_a_count_says() -> None:
    chance = random.Random(3)
    for _ in fair(range(200)):
        way = some_way(chance)
        amount = chance.randint(-way.down, min(way.up, 40))
        counted = count(way.moved(amount))
        inside = [unit.lists for unit in way.path.units]
        assert way.at(amount) == tuple(counted.seats_of(x.name for x in each) for each in inside)


def test_a_list_moves_as_the_slider_moves_it() -> None:
    s = load("KV2025", "Roskilde")
    for source in ("new", "others", "V"):
        way = Way(s, "Å", source)
        for amount in (-100, -1, 1, 2, 999):
            assert way.moved(amount) == s.shift("Å", amount, source)


def test_an_alliance_shares_its_votes_in_proportion() -> None:
    chance = random.Random(8)
    for _ in fair(range(100)):
        way = some_way(chance)
        amount = chance.randint(-way.down, min(way.up, 40))
        slow = slow_margins.moved(way.scenario, way.letters, amount, way.source)
        assert way.moved(amount) == slow


def test_who_changes_is_the_unit_by_name_and_the_others_by_letter() -> None:
    assert Way(S, "C-D").changes(15) == {"B": Span(-1, -1), "C-D": Span(1, 1)}
    assert Way(S, "C").changes(5) == {"C": Span(0, 1), "D": Span(-1, 0)}
    assert Way(S, "C").changes(0) == {}


def test_a_lot_that_stays_what_it_was_is_no_change() -> None:
    s = Scenario({"A": 20, "B": 10, "C": 10, "D": 60}, 4, [["A", "D"], ["B", "C"]])
    assert count(s).lots
    assert set(Way(s, "A", "D").changes(20)) == {"A", "D"}


def test_the_ends_of_the_way() -> None:
    assert (Way(S, "C").down, Way(S, "C", "others").up, Way(S, "C", "D").up) == (11, 72, 16)
    assert Way(S, "C-D", "others").up == 56
    alone = Scenario({"A": 5, "B": 0}, 3)
    assert (Way(alone, "A", "others").down, Way(alone, "A", "others").up) == (0, 0)
    empty = Scenario({"A": 5, "B": 0, "C": 0}, 3, [["B", "C"]])
    assert (Way(empty, "B-C").down, Way(empty, "B-C").up) == (0, 0)


@pytest.mark.parametrize(
    ("unit", "source", "code"),
    [
        ("Q", "new", "unit_unknown"),
        ("C-B", "new", "unit_unknown"),
        ("C", "Q", "source_unknown"),
        ("C", "C", "source_is_itself"),
        ("C-D", "D", "source_is_itself"),
    ],
)
def test_what_there_is_not_is_an_error(unit: str, source: str, code: str) -> None:
    with pytest.raises(ScenarioError) as error:
        Way(S, unit, source)
    assert error.value.code == code
