"""What happened on the night, told when it was likely."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from nights import SMALL, before, of_2025, preliminary, rows
from sampling import all_or

import valgforbund as vf
from valgforbund.night.night import Night

PLACES = ("Lyngby-Taarbæk", "Næstved", "Lejre", "Læsø", "Rebild", "Svendborg")


@cache
def evening() -> Night:
    """Some councils of the night, or all."""
    councils = of_2025().councils
    few = [c for c in councils if c.scenario.place in PLACES]
    return Night(tuple(all_or(councils, few)), of_2025())


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return evening().events()


def test_every_council_is_done_once(events: pd.DataFrame) -> None:
    done = events[events["event"] == "counted"]
    assert sorted(done["place"]) == sorted(c.scenario.place for c in evening().councils)
    assert (done["counted"] == done["areas"]).all()
    assert (done["share_counted"] == 1).all()


def test_events_stand_in_the_order_of_the_clock_and_are_likely(events: pd.DataFrame) -> None:
    assert events["time"].is_monotonic_increasing
    told = events[events["event"].isin(["seats", "majority"])]
    assert (told["probability"] >= 0.8).all()


def test_seats_that_move_add_up_to_nothing(events: pd.DataFrame) -> None:
    moved = events.loc[events["event"] == "seats", "changes"]
    assert len(moved)
    for changes in moved:
        assert sum(int(each[-2:]) for each in changes.split()) == 0


def test_what_was_told_last_is_what_came(events: pd.DataFrame) -> None:
    """A majority that was told and not taken back is there in the end, nearly always."""
    told = events[events["event"].isin(["majority", "majority_open"])]
    last = told.drop_duplicates("place", keep="last")
    last = last[last["event"] == "majority"]
    right = 0
    for row in last.itertuples():
        s = vf.load("KV2025", row.place)
        lists = s.alliance(row.bloc).letters if "-" in row.bloc else (row.bloc,)
        seats = vf.official_seats("KV2025", row.place)
        right += 2 * sum(seats[x] for x in lists) > s.seats
    assert right == len(last)


def test_why_a_list_gains_is_an_alliance_without_which_it_would_not(events: pd.DataFrame) -> None:
    why = events[events["because"].notna()]
    assert set(why["event"]) <= {"seats"}
    for row in why.itertuples():
        gained = [each[0] for each in row.changes.split() if "+" in each]
        members = vf.load("KV2025", row.place).alliance(row.because).letters
        assert set(gained) & set(members)


def test_a_seat_that_the_last_area_moves() -> None:
    past = before(
        ("Øst", {"A": 600, "B": 300, "C": 100}),
        ("Vest", {"A": 600, "B": 300, "C": 100}),
    )
    counts = rows(
        ("Øst", "final", "2025-11-18 20:00", {"A": 600, "B": 300, "C": 100}),
        ("Vest", "final", "2025-11-18 21:00", {"A": 100, "B": 300, "C": 600}),
        eligible=1400,
    )
    found = vf.night([SMALL], counts, past).events()
    end = vf.count(SMALL.with_votes({"A": 700, "B": 600, "C": 700})).seats
    last = found[found["event"] == "seats"].iloc[-1]
    assert last["time"] == pd.Timestamp("2025-11-18 21:00", tz="UTC")
    assert last["probability"] == 1
    changes = dict(each.rsplit(each[-2], 1) for each in last["changes"].split())
    assert "A" in changes
    assert end["A"] == 2


def test_likely_is_more_than_even() -> None:
    for chance in (0.5, 1.1):
        with pytest.raises(vf.ScenarioError, match=r"0\.5"):
            preliminary().events(chance)
