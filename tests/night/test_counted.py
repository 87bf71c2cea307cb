"""What is counted at a time, and the seats if it ended then."""

from __future__ import annotations

import pandas as pd
import pytest
from nights import SMALL, of_2025, preliminary, rows

import valgforbund as vf
from valgforbund.sources.source import load_all

# Danish time and seats that are wrong if the counted votes alone are taken as the result, a lot
# at its expectation: counted a second time, outside the package
ALONE = {"21:30": 229, "22:00": 169, "22:30": 119, "23:00": 84, "00:00": 25}
AT = {
    hour: pd.Timestamp(f"2025-11-{19 if hour == '00:00' else 18} {hour}", tz="Europe/Copenhagen")
    for hour in ALONE
}


def wrong(standing: vf.Standing, column: str) -> float:
    """Half the sum of how far lists' seats are from the official ones, where any are counted."""
    lists = standing.lists
    counted = lists.groupby("place")["votes"].transform("sum") > 0
    off = 0.0
    for place, each in lists[counted].groupby("place"):
        official = vf.official_seats("KV2025", str(place))
        if column == "seats_now":
            expected = vf.count(standing.scenario(str(place))).expected
        else:
            expected = each.set_index("letter")[column].astype(float)
        off += (expected - official.astype(float)).abs().sum() / 2
    return off


@pytest.mark.parametrize("hour", ALONE)
def test_counted_votes_alone_are_as_wrong_as_they_were(hour: str) -> None:
    assert wrong(preliminary().at(AT[hour]), "seats_now") == pytest.approx(ALONE[hour], abs=0.51)


def test_final_counts_add_up_to_the_result() -> None:
    standing = of_2025().at("2025-12-01")
    for scenario in load_all("KV2025"):
        assert standing.scenario(scenario.place).votes.equals(scenario.votes)
    councils = standing.councils
    assert (councils["final"] == councils["areas"]).all()
    assert (councils["called"] == councils["seats"]).all()
    assert councils["areas"].sum() == 1314


def test_when_all_is_counted_the_seats_are_the_official_ones() -> None:
    standing = of_2025().at("2025-12-01")
    assert wrong(standing, "seats") == 0
    lists = standing.lists
    sure = lists["seats_now_low"] == lists["seats_now_high"]
    assert (lists["seats_low"] == lists["seats_high"])[sure].all()


def test_councils_stand_in_the_order_of_the_election() -> None:
    places = of_2025().at("2025-11-18 20:00").councils["place"].to_list()
    assert places == [s.place for s in load_all("KV2025")]


def test_before_the_first_count_nothing_is_counted() -> None:
    standing = of_2025().at("2025-11-18 18:00")
    councils = standing.councils
    assert not councils["votes"].any()
    assert not councils["counted"].any()
    lists = standing.lists
    assert lists["seats_now"].isna().all()
    seats = lists.groupby("place", sort=False)["seats"].sum()
    assert seats.to_dict() == councils.set_index("place")["seats"].to_dict()


def test_a_final_count_is_not_replaced_by_a_preliminary_one() -> None:
    counts = rows(
        ("Øst", "preliminary", "2025-11-18 20:00", {"A": 50, "B": 20, "C": 10}),
        ("Øst", "final", "2025-11-18 21:00", {"A": 49, "B": 21, "C": 10}),
        ("Øst", "preliminary", "2025-11-18 22:00", {"A": 1, "B": 1, "C": 1}),
        ("Vest", "preliminary", "2025-11-18 20:30", {"A": 10, "B": 5, "C": 5}),
        ("Vest", "preliminary", "2025-11-18 21:30", {"A": 11, "B": 5, "C": 5}),
    )
    n = vf.night([SMALL], counts)
    assert n.at("2025-11-18 20:00").scenario("Næstved").votes.to_dict() == {
        "A": 50,
        "B": 20,
        "C": 10,
    }
    late = n.at("2025-11-18 23:00")
    assert late.scenario("Næstved").votes.to_dict() == {"A": 60, "B": 26, "C": 15}
    assert late.councils[["areas", "counted", "final"]].to_numpy().tolist() == [[2, 2, 1]]


def test_an_area_without_a_time_is_one_that_has_not_been_counted() -> None:
    counts = rows(
        ("Øst", "preliminary", "2025-11-18 20:00", {"A": 50, "B": 20, "C": 10}),
        ("Vest", "preliminary", None, {"A": 0}),
    )
    councils = vf.night([SMALL], counts).at("2025-11-18 23:00").councils
    assert councils[["areas", "counted", "eligible"]].to_numpy().tolist() == [[2, 1, 200]]
    assert councils["share_counted"].to_list() == [0.5]


def test_every_count_stands_in_the_order_of_the_clock() -> None:
    counts = of_2025().counts
    assert len(counts) == 2882
    assert counts["approved"].is_monotonic_increasing
    assert counts["kind"].value_counts().to_dict() == {"final": 1501, "preliminary": 1381}
    first = counts.iloc[0]
    assert (f"{first['approved']:%H:%M:%S}", first["eligible"], first["votes"]) == (
        "19:10:46",
        42,
        40,
    )


def test_a_time_without_a_zone_is_utc() -> None:
    naive = of_2025().at("2025-11-18 20:30")
    danish = of_2025().at(pd.Timestamp("2025-11-18 21:30", tz="Europe/Copenhagen"))
    assert naive.time == danish.time
    assert naive.councils.equals(danish.councils)


def test_who_sits_is_known_when_the_final_count_is_in() -> None:
    assert not len(of_2025().at("2025-11-18 23:00").elected("Næstved"))
    who = of_2025().at("2025-12-01").elected("Næstved")
    assert who.equals(vf.elected(vf.load("KV2025", "Næstved")))
