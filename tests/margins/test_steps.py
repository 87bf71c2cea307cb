"""The numbers of votes at which seats move, and the way from one to the next."""

from __future__ import annotations

import random

import pytest
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, ScenarioError, count, load
from valgforbund.margins import Way, next_change, steps

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])


def test_glostrup_a_lot_then_the_seat_of_f_then_one_of_a() -> None:
    found = steps(GLOSTRUP, "Ø", more=30)
    assert found["changes"].to_dict() == {
        0: "", 20: "F-1…0 Ø0…+1", 21: "F-1 Ø+1", 23: "A-1 Ø+1",
    }  # fmt: skip
    assert found["votes"].to_list() == [456, 476, 477, 479]
    assert found["alliance_high"].to_list() == [2, 2, 2, 3]


def test_the_range_is_kept_and_what_cannot_be_moved_is_left_out() -> None:
    found = steps(GLOSTRUP, "Ø", "F", fewer=10**6, more=10**6)
    assert found.index[0] == -456
    assert found.index[-1] <= 476
    assert found.loc[found.index > -456].index.max() == 11


def test_every_step_is_where_the_count_changes() -> None:
    chance = random.Random(21)
    for _ in fair(range(150)):
        s = random_scenario(chance)
        unit = chance.choice(s.letters)
        others = ["new", "others", *(each for each in s.letters if each != unit)]
        way = Way(s, unit, chance.choice(others))
        fewer, more = min(way.down, 25), min(way.up, 25)
        found = steps(s, unit, way.source, fewer=fewer, more=more)
        home = s.alliance_of(unit)
        before = None
        for amount in range(-fewer, more + 1):
            c = count(way.moved(amount))
            now = (c.spans[unit], c.seats_of(home.letters) if home else c.spans[unit])
            assert (amount in found.index) == (now != before)
            if now != before:
                row = found.loc[amount]
                assert row["votes"] == s.votes[unit] + amount
                assert (row["seats_low"], row["seats_high"]) == now[0].ends
                assert (row["alliance_low"], row["alliance_high"]) == now[1].ends
            before = now


def test_the_next_change_is_the_first_at_which_anybody_has_other_seats() -> None:
    """By counting vote by vote, for new votes and votes of one list."""
    chance = random.Random(9)
    for _ in fair(range(400)):
        s = random_scenario(chance)
        unit = chance.choice(s.letters)
        source = chance.choice(["new", *(each for each in s.letters if each != unit)])
        up = chance.random() < 0.5
        way = Way(s, unit, source)
        found = next_change(s, unit, source, up=up)
        now = count(s).spans
        sign, most = (1, way.up) if up else (-1, way.down)
        for amount in range(1, min(most, abs(found or 60)) + 1):
            differs = count(way.moved(sign * amount)).spans != now
            assert differs == (sign * amount == found), (s, unit, source, amount)
        assert found is None or 0 < found * sign <= most


def test_the_next_change_may_be_that_of_a_third_list_alone() -> None:
    # the alliance has two seats or three by lot; of two A and B draw for one if A has a vote more
    s = Scenario({"A": 3, "B": 2, "C": 2, "D": 1}, 3, alliances=[["A", "B", "D"]])
    assert next_change(s, "A", "D") == 1
    assert count(s.shift("A", 1, "D")).spans["B"].ends == (0, 1)
    assert count(s).spans["B"].ends == (1, 1)


def test_the_next_change_with_votes_of_all_others_moves_a_seat_on_the_way() -> None:
    chance = random.Random(10)
    for _ in fair(range(200)):
        s = random_scenario(chance)
        unit = chance.choice(s.letters)
        way = Way(s, unit, "others")
        found = next_change(s, unit, "others")
        for amount in range(1, min(way.up, found or way.up)):
            assert way.at(amount) == way.at(0)
        assert found is None or way.at(found) != way.at(0)


def test_a_lot_begins_and_ends() -> None:
    assert next_change(GLOSTRUP, "Ø") == 20
    lot = GLOSTRUP.shift("Ø", 20)
    assert next_change(lot, "Ø") == 1
    assert next_change(lot, "Ø", up=False) == -1
    assert next_change(lot.shift("Ø", 1), "Ø") == 2


def test_there_may_be_no_further_change() -> None:
    assert next_change(Scenario({"A": 10, "B": 1}, 1), "A") is None
    assert next_change(Scenario({"A": 10, "B": 9}, 1, candidates={"A": 1}), "A", up=True) is None
    assert next_change(Scenario({"A": 10, "B": 1}, 1), "B", up=False) is None


@pytest.mark.parametrize("range_", [{"more": -1}, {"fewer": 0.5}, {"more": "9"}])
def test_a_range_is_of_whole_numbers(range_: dict[str, object]) -> None:
    with pytest.raises(ScenarioError) as error:
        steps(GLOSTRUP, "Ø", **range_)  # type: ignore[arg-type]  # that is the question
    assert error.value.code == "number_not_whole"
