"""Where the votes ended, against the definitions and against every outcome of the lots."""

import random
from fractions import Fraction

import pandas as pd
import pytest
import slow_count
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st
from sampling import fair

from valgforbund import Scenario, count, outcomes, remainders, waste, waste_by_list
from valgforbund.ranges import Span
from valgforbund.waste import MEASURES, last_quotient, spans_by_measure


def classes(s: Scenario, seats: dict[str, int]) -> dict[str, str]:
    """The definition: a seat of its own, an alliance that has one, or neither."""
    home = {letter: a.letters for a in s.alliances for letter in a.letters}
    return {
        letter: "seated"
        if seats[letter]
        else "carried"
        if any(seats[ally] for ally in home.get(letter, ()))
        else "wasted"
        for letter in s.letters
    }


def by_class(s: Scenario, found: dict[str, str]) -> dict[str, int]:
    votes = dict.fromkeys(("seated", "carried", "wasted"), 0)
    for letter, number in zip(s.letters, s.ballots, strict=True):
        votes[found[letter]] += number
    return votes | {"unrepresented": votes["carried"] + votes["wasted"]}


@pytest.mark.parametrize("seed", range(4))
def test_measures_and_classes_over_all_outcomes(seed: int) -> None:
    chance = random.Random(seed)
    compared, enough = 0, len(fair(range(400)))
    while compared < enough:
        s = random_scenario(chance)
        c = count(s)
        if outcomes.number(c.root, s.seats, c.level) > 60:
            continue
        compared += 1
        results = [dict(result) for result in slow_count.outcomes(s)]
        found = [classes(s, seats) for seats in results]
        votes = [by_class(s, each) for each in found]
        spans = spans_by_measure(c)
        for measure in ("seated", "carried", "wasted", "unrepresented"):
            values = [each[measure] for each in votes]
            assert spans[measure] == Span(min(values), max(values))
        said = waste_by_list(c)["class"]
        for letter in s.letters:
            ends = {each[letter] for each in found}
            assert said[letter] == (ends.pop() if len(ends) == 1 else "open")


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=8), st.integers(1, 31))
def test_the_classes_add_up_to_all_votes_and_the_remainder_to_what_the_seats_did_not_cost(
    votes: list[int], seats: int
) -> None:
    s = Scenario(
        {f"L{i}": number for i, number in enumerate(votes)},
        seats,
        [["L0", "L1"]] * (len(votes) > 1),
    )
    c = count(s)
    frame = waste(c)
    assert frame.index.tolist() == list(MEASURES)
    for bound in ("votes_low", "votes_high"):
        other = {"votes_low": "votes_high", "votes_high": "votes_low"}[bound]
        assert frame.loc["seated", bound] + frame.loc["unrepresented", other] == sum(votes)
    price = slow_count.quotients_in_order(s)[-1]
    assert last_quotient(c) == price
    assert frame.loc["remainder", "votes_low"] == round(sum(votes) - seats * price)
    assert frame.loc["remainder", "share_low"] == pytest.approx(
        1 - seats * float(price) / sum(votes), abs=1 / sum(votes)
    )
    if not c.lots:
        assert frame["votes"].equals(frame["votes_low"])
        assert frame["votes"].equals(frame["votes_high"])
        assert frame.loc[["seated", "carried", "wasted"], "votes"].sum() == sum(votes)
        units = remainders(c)
        assert (units["remainder"] > -1e-6).all()
        assert units["remainder"].sum() == pytest.approx(float(sum(votes) - seats * price))


def test_remainders_by_alliance_and_free_list_never_by_member() -> None:
    units = remainders(count(Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]])))
    # the last seat costs 27/3 = 9 votes
    assert units["remainder"].to_dict() == {"A": 7.0, "B": 4.0, "C-D": 0.0}
    assert units["seats"].to_dict() == {"A": 2, "B": 3, "C-D": 3}
    assert not units["open"].any()


def test_where_a_lot_decides_the_number_is_missing_and_its_range_is_there() -> None:
    c = count(Scenario({"A": 9, "B": 3, "C": 3}, 4))
    frame = waste(c)
    assert frame["votes"].isna().tolist() == [True, False, True, True, False]
    assert frame.loc["wasted", ["votes_low", "votes_high"]].tolist() == [0, 3]
    assert waste_by_list(c)["class"].tolist() == ["seated", "open", "open"]
    assert frame.loc["remainder", "votes"] == 15 - 4 * 3


def test_no_votes_at_all() -> None:
    frame = waste(count(Scenario({"A": 0, "B": 0}, 9)))
    assert frame["votes"].tolist() == [0, 0, 0, 0, 0]
    assert frame["share"].tolist() == [0.0] * 5


def test_votes_beyond_64_bits_also_where_a_lot_decides() -> None:
    many = 10**30
    frame = waste(count(Scenario({"A": 4 * many, "B": 2 * many, "C": 1}, 2)))  # A or B
    assert frame["votes_low"].tolist() == [4 * many, 0, 1, 1, 2 * many + 1]
    assert frame["votes_high"].tolist() == [6 * many, 0, *[2 * many + 1] * 3]
    assert frame["votes"].tolist() == [pd.NA, 0, pd.NA, pd.NA, 2 * many + 1]


def test_a_carried_list_moved_a_seat_or_not() -> None:
    # alone, A's 50 votes win 1 of 2 seats beside C's 60; with B's 15 they win no more
    idle = waste_by_list(count(Scenario({"A": 50, "B": 5, "C": 60}, 2, [["A", "B"]])))
    assert idle.loc["B", "class"] == "carried"
    assert not idle.loc["B", "moved_a_seat"]
    assert idle.loc["B", "gave_to"] == ""
    # with B's 15 votes 65/2 beats 60/2
    moved = waste_by_list(count(Scenario({"A": 50, "B": 15, "C": 60}, 3, [["A", "B"]])))
    assert moved.loc["B", ["class", "gave_to"]].tolist() == ["carried", "A+1"]
    assert moved.loc["B", "moved_a_seat"]
    assert moved["moved_a_seat"].isna().tolist() == [True, False, True]
    assert isinstance(moved["moved_a_seat"].dtype, pd.BooleanDtype)


def test_a_lot_elsewhere_leaves_the_answer_sure() -> None:
    # X and Y draw lots for their one seat whatever B does: 60 55 30 27½ 26, or 60 50 30 26 25
    s = Scenario({"A": 50, "B": 5, "C": 60, "X": 13, "Y": 13}, 5, [["A", "B"], ["X", "Y"]])
    assert len(count(s).lots) == len(count(s.leave("B")).lots) == 1
    idle = waste_by_list(s)
    assert idle.loc["B", "class"] == "carried"
    assert idle["moved_a_seat"].tolist() == [pd.NA, False, *[pd.NA] * 3]
    # with 15 votes B gives A the seat for which X and Y would draw lots: 65 60 32½ 30 | 26
    moved = waste_by_list(s.with_votes({"B": 15}).with_seats(4))
    assert len(count(s.leave("B").with_seats(4)).lots) == 1
    assert moved.loc["B", ["moved_a_seat", "gave_to"]].tolist() == [True, "A+1"]


def test_a_lot_that_the_votes_open_leaves_the_answer_open() -> None:
    # 130 120 65, then A's and B's 60 against C's 60; without B 130 110 65 60 are sure
    frame = waste_by_list(Scenario({"A": 110, "B": 10, "C": 60, "D": 130}, 4, [["A", "B"]]))
    assert frame.loc["B", "class"] == "carried"
    assert pd.isna(frame.loc["B", "moved_a_seat"])
    assert frame.loc["B", "gave_to"] == ""


def test_moved_a_seat_is_missing_only_where_lots_decide_it() -> None:
    chance = random.Random(9)
    seen = {True: 0, False: 0, None: 0}
    enough = len(fair(range(12)))
    while min(seen.values()) < enough:
        s = random_scenario(chance)
        frame = waste_by_list(s)
        for letter in frame.index[frame["class"] == "carried"]:
            here, there = slow_count.outcomes(s), slow_count.outcomes(s.leave(letter))
            if max(len(here), len(there)) > 300:
                continue
            shared = here.keys() & there.keys()
            answer = True if not shared else False if here == there else None
            said = frame.loc[letter, "moved_a_seat"]
            assert pd.isna(said) if answer is None else said == answer
            seen[answer] += 1
            least = {
                each: min(dict(result)[each] for result in here)
                - max(dict(result)[each] for result in there)
                for each in s.letters
            }
            gave = " ".join(f"{each}+{gain}" for each, gain in least.items() if gain > 0)
            assert frame.loc[letter, "gave_to"] == gave


def test_the_price_of_a_seat_is_the_last_winning_quotient() -> None:
    assert last_quotient(count(Scenario({"A": 7, "B": 5}, 3))) == Fraction(7, 2)
