"""Who has a majority, and who is needed."""

from itertools import combinations

import pytest

import valgforbund as vf
from valgforbund.council import Council, majorities

HERLEV = {"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}


def test_herlev_2021() -> None:
    m = majorities(HERLEV)
    assert m.quota == 10
    assert {frozenset(each.groups) for each in m.minimal} == {
        frozenset(each) for each in ("AC", "AF", "AØ", "AB", "BCFØ")
    }
    # everyone but A needs A or all the others: in 3 of 5 places of the order A decides
    assert m.power["shapley"].to_dict() == pytest.approx(
        {"A": 0.6, "B": 0.1, "C": 0.1, "F": 0.1, "Ø": 0.1}
    )
    assert m.power["swings"].to_dict() == {"A": 14, "B": 2, "C": 2, "F": 2, "Ø": 2}
    assert m.power["minimal"].to_dict() == {"A": 4, "B": 2, "C": 2, "F": 2, "Ø": 2}
    assert m.winning_count == 16
    assert m.coalitions.loc["A + C", ["groups", "seats", "surplus", "A", "B"]].to_list() == [
        2,
        14,
        4,
        True,
        False,
    ]


def test_roles() -> None:
    assert majorities({"A": 6, "B": 3, "C": 2, "D": 0}).roles == {
        "A": "alone",
        "B": "never",
        "C": "never",
        "D": "never",
    }
    assert majorities({"A": 5, "B": 3, "C": 2}).roles == {"A": "veto", "B": "", "C": ""}
    assert majorities({"A": 4, "B": 3, "C": 2}).roles == {"A": "", "B": "", "C": ""}


def test_blocs_are_preset_to_the_alliances_and_can_be_named() -> None:
    council = Council.of(vf.count(vf.load("KV2025", "Næstved")))
    assert majorities(council).names == majorities(council, council.groups).names
    named = majorities(council, {"Rød": ["A", "F", "Ø"], "Blå": ["V", "C", "I", "M", "O", "Æ"]})
    assert {"Rød", "Blå"} <= set(named.names)
    assert named.power["seats"].sum() == 31
    alone = majorities(council, ())
    assert all(len(group.letters) == 1 for group in alone.council.groups)


def test_all_lists_together_or_none() -> None:
    m = majorities(HERLEV)
    assert m.has(HERLEV)
    assert m.missing([]) == 10
    assert m.missing(["C", "C"]) == 5
    assert not m.has("CFØ")


def test_a_quota_of_two_thirds() -> None:
    m = majorities(HERLEV, quota=13)
    won = [
        each
        for many in range(1, 6)
        for each in combinations(HERLEV, many)
        if sum(HERLEV[letter] for letter in each) >= 13
    ]
    assert m.winning_count == len(won)


def test_too_many_coalitions_still_have_power() -> None:
    m = majorities({f"L{i}": 1 for i in range(21)})
    assert m.power["minimal"].isna().all()
    assert m.power["shapley"].to_list() == pytest.approx([1 / 21] * 21)
