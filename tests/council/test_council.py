"""The council: seats from anywhere, groups, verbs."""

import pandas as pd
import pytest

import valgforbund as vf
from valgforbund.council import Council

HERLEV = {"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}


def test_seats_come_from_a_mapping_a_series_official_results_or_a_count() -> None:
    council = Council(HERLEV)
    assert Council(pd.Series(HERLEV)) == council
    assert hash(Council(pd.Series(HERLEV))) == hash(council)
    official = vf.official_seats("KV2025", "Næstved")
    count = vf.count(vf.load("KV2025", "Næstved"))
    assert Council.of(count).seats.to_dict() == official.to_dict()
    assert Council.of(count).size == 31
    alliances = [alliance.name for alliance in count.scenario.alliances]
    assert [g.name for g in Council.of(count).groups if len(g.letters) > 1] == alliances


def test_sizes_and_majorities() -> None:
    assert [Council({"A": n}).majority for n in (1, 2, 19, 20, 31)] == [1, 2, 10, 11, 16]


def test_verbs_return_a_new_council_and_leave_the_old_one() -> None:
    council = Council(HERLEV, {"Aftalen": ["A", "F"]})
    before = (council.letters, council.benches, council.groups)
    assert council.join("Ø", "Aftalen").seats_of("Aftalen") == 13
    assert council.join("F", "C").by_group == {"Aftalen": 9, "B": 1, "C-F": 7, "Ø": 2}
    assert council.leave("F").by_group == {"Aftalen": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}
    assert council.with_seats({"B": 0}).by_group == {"Aftalen": 11, "C": 5, "Ø": 2}
    assert council.without_groups() == Council(HERLEV)
    assert council.with_groups([["C", "B"]]).lists["group"].to_list() == [
        "A",
        "B-C",
        "B-C",
        "F",
        "Ø",
    ]
    assert (council.letters, council.benches, council.groups) == before


def test_joining_the_own_group_changes_nothing() -> None:
    council = Council(HERLEV, [["A", "F"]])
    assert council.join("A", "A-F") is council


def test_leaving_and_joining_again_is_the_same_council() -> None:
    council = Council(HERLEV, [["A", "F", "Ø"]])
    assert council.leave("F").join("F", "A") == council


def test_frames_are_copies() -> None:
    council = Council(HERLEV)
    seats = council.seats
    seats["A"] = 0
    assert council.bench("A") == 9


@pytest.mark.parametrize("seats", [2, 19])
def test_it_shows_what_it_is(seats: int) -> None:
    assert repr(Council({"A": seats})) == f"<Council of {seats}: A {seats}; every list for itself>"
