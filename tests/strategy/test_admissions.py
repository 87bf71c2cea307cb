"""Joining, leaving and merging: who gains, who loses, who objects."""

import random

import pandas as pd
import pytest
from elections import random_scenario
from slow_count import outcomes

from valgforbund import Scenario, ScenarioError, count, load
from valgforbund.ranges import Span
from valgforbund.strategy.admissions import JOINS, LEAVES, MERGES, admissions, merged, moves

# rules.md, 2: an existing member can lose when a list is let in
S = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])


def slow_spans(s: Scenario) -> dict[str, Span]:
    """Fewest and most seats from the list of all results of the slow count."""
    results = [dict(result) for result in outcomes(s)]
    return {
        letter: Span(min(each[letter] for each in results), max(each[letter] for each in results))
        for letter in s.letters
    }


def test_a_member_that_loses_by_an_admission_objects() -> None:
    assert count(S).seats.to_dict() == {"A": 6, "B": 9, "C": 5, "D": 5}
    assert count(S.join("D", "A-C")).seats.to_dict() == {"A": 5, "B": 9, "C": 5, "D": 6}
    row = admissions(S, "A-C").loc["D"]
    assert row["kind"] == "joins"
    assert (row["changes_own"], row["changes_members"], row["changes_others"]) == ("D+1", "A-1", "")
    assert (row["own"], row["members"], row["alliance"], row["others"]) == (1, -1, 0, 0)
    assert (row["objects"], row["might_object"], row["all_agree"]) == ("A", "", False)


def test_an_admission_that_nobody_inside_loses_by() -> None:
    row = admissions(load("KV2025", "Næstved"), "A-B-F-Ø-Å").loc["M"]
    assert (row["changes_members"], row["changes_others"]) == ("A+1", "Æ-1")
    assert (row["objects"], row["all_agree"]) == ("", True)


def test_leaving_names_whom_it_hurts() -> None:
    frame = admissions(S, ("C", "A"))
    assert frame.loc[["A", "C"], "kind"].to_list() == ["leaves", "leaves"]
    assert frame.loc["C", ["changes_own", "changes_members", "changes_others"]].to_list() == [
        "",
        "A-1",
        "D+1",
    ]  # fmt: skip -- own, members, others
    assert frame.loc["C", "objects"] == "A"


def test_rows_are_every_outsider_every_member_and_every_other_alliance() -> None:
    s = load("KV2025", "Næstved")
    frame = admissions(s, "A-B-F-Ø-Å")
    assert frame.index[frame["kind"] == JOINS].to_list() == ["C", "I", "M", "O", "V", "Æ"]
    assert frame.index[frame["kind"] == LEAVES].to_list() == ["A", "B", "F", "Ø", "Å"]
    assert frame.index[frame["kind"] == MERGES].to_list() == ["C-I-M-O-V-Æ"]


def test_who_joins_from_another_alliance_leaves_it_and_that_counts() -> None:
    s = Scenario({"A": 50, "B": 30, "C": 14, "D": 9}, seats=9, alliances=[["A", "B"], ["C", "D"]])
    move = next(each for each in moves(s, "A-B") if (each.kind, each.who) == (JOINS, "D"))
    assert [each.name for each in move.after.scenario.alliances] == ["A-B-D"]
    before, after = slow_spans(s), slow_spans(s.join("D", "A-B"))
    assert move.changes["C"] == after["C"] - before["C"]


def test_merging_keeps_groups_inside() -> None:
    s = Scenario({"A": 50, "B": 30, "C": 14, "D": 9, "E": 3}, 9, [["A", "B"], ["C", ["D", "E"]]])
    (both,) = merged(s, *s.alliances).alliances
    assert both.structure == "A-B-C-(D-E)"


def test_one_grand_alliance_is_no_alliance() -> None:
    s = Scenario({"A": 50, "B": 30, "C": 14, "D": 9}, seats=9, alliances=[["A", "B"], ["C", "D"]])
    move = moves(s, "A-B")[-1]
    assert move.kind == MERGES
    assert move.after.seats.to_dict() == count(s.without_alliances()).seats.to_dict()


def test_a_group_inside_an_alliance_has_no_mergers() -> None:
    s = Scenario({"A": 50, "B": 30, "C": 14, "D": 9}, 9, [["A", ["B", "C"]]])
    kinds = admissions(s, "B-C")["kind"]
    assert kinds.to_dict() == {"A": JOINS, "D": JOINS, "B": LEAVES, "C": LEAVES}


def test_a_lot_makes_objecting_a_maybe() -> None:
    s = Scenario({"A": 20, "B": 45, "C": 35, "D": 40}, seats=5, alliances=[["A", "B"]])
    assert slow_spans(s)["A"] == Span(1, 1)
    # 105 votes get four seats: 45, 40, 22.5 and a lot between 20/1 and 40/2
    assert slow_spans(s.join("D", "A-B"))["A"] == Span(0, 1)
    row = admissions(s, "A-B").loc["D"]
    assert (row["objects"], row["might_object"]) == ("", "A")
    assert row["all_agree"] is pd.NA
    assert row["changes_members"] == "A-1…0"


def test_an_open_lot_that_leaves_a_list_what_it_had_is_no_change() -> None:
    s = Scenario({"A": 20, "B": 30, "C": 10, "D": 20}, seats=7, alliances=[["A", "B"]])
    assert slow_spans(s)["D"] == slow_spans(s.join("C", "A-B"))["D"] == Span(1, 2)
    assert admissions(s, "A-B").loc["C", "changes_others"] == ""


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(60))
def test_every_row_is_the_difference_of_two_counts(seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    if not s.alliances:
        return
    alliance = chance.choice(s.alliances)
    frame, before = admissions(s, alliance), slow_spans(s)
    for move in moves(s, alliance):
        after = slow_spans(move.after.scenario)
        for letter in s.letters:
            same = before[letter] == after[letter]
            assert move.changes[letter] == (Span(0, 0) if same else after[letter] - before[letter])
        row = frame.loc[move.who]
        inside = {*alliance.letters, *move.movers}
        losers = [x for x in s.letters if x in inside and after[x].high < before[x].low]
        assert row["objects"] == ", ".join(losers)
        assert row["alliance_low"] <= row["alliance_high"]


def test_joining_from_alone_never_costs_a_seat_and_leaving_never_gains_one() -> None:
    """Holds in every election without ties."""
    chance, tried = random.Random(5), 0
    while tried < 150:
        s = random_scenario(chance, unit=97)
        s = s.with_votes({x: v + chance.randint(0, 60) for x, v in s.votes.items() if v})
        if not s.alliances:
            continue
        every = moves(s, s.alliances[0])
        if any(each.before.lots or each.after.lots for each in every):
            continue
        tried += 1
        for each in every:
            if each.kind == JOINS and s.alliance_of(each.who) is None:
                assert each.changes[each.who].low >= 0
            if each.kind == LEAVES and each.who in s.alliances[0].members:
                assert each.changes[each.who].high <= 0


def test_it_does_not_change_its_input() -> None:
    twin = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
    admissions(S, "A-C")
    assert twin == S
    with pytest.raises(ScenarioError):
        admissions(S, "A-B")
