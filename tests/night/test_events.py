"""What happened on the night, told when it was likely."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd
import pytest
from nights import SMALL, before, of_2025, preliminary, rows
from sampling import all_or

import valgforbund as vf
from valgforbund.night.model import Model, View
from valgforbund.night.night import Night
from valgforbund.wording.night import changes

PLACES = ("Lyngby-Taarbæk", "Næstved", "Lejre", "Læsø", "Rebild", "Svendborg")


@cache
def evening() -> Night:
    """Some councils of the night, or all."""
    councils = of_2025().councils
    few = [c for c in councils if c.scenario.place in PLACES]
    return Night(tuple(all_or(councils, few)), of_2025())


@cache
def whole() -> pd.DataFrame:
    """What happened in all councils."""
    return of_2025().events()


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
    for row in moved:
        assert sum(int(each[-2:]) for each in row.split()) == 0


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


def test_a_majority_is_taken_back_when_it_is_no_longer_more_likely_than_not(
    events: pd.DataFrame,
) -> None:
    told: dict[str, str] = {}
    for row in events[events["bloc"].notna()].itertuples():
        if row.event == "majority_open":
            assert told.pop(row.place) == row.bloc
            assert row.probability < 0.5
        else:
            assert told.get(row.place) != row.bloc
            told[row.place] = row.bloc
    assert told


def test_a_majority_that_is_in_doubt_is_not_taken_back() -> None:
    """In Næstved the bloc that got it stood at 77 of 100 after the third count."""
    told = whole().query("place == 'Næstved' and event.str.startswith('majority')")
    assert told[["event", "bloc"]].to_numpy().tolist() == [["majority", "C-I-M-O-V-Æ"]]
    then = of_2025().at("2025-11-18 20:46:29").council("Næstved").majorities()
    assert 0.5 < then.set_index("bloc")["probability"]["C-I-M-O-V-Æ"] < 0.8


def test_why_a_list_gains_is_counted_a_second_time() -> None:
    """In as many of the draws as were promised, by the plain count: gains and losses by list."""
    night, events = of_2025(), whole()
    why = events[events["because"].notna()]
    assert set(why["event"]) == {"seats"}
    assert len(why) >= 8
    for row in all_or([*why.itertuples()], [*why.itertuples()][::3]):
        ((gainer, seats),) = ((x, n) for x, n in changes(row.changes).items() if n > 0)
        assert sum(n < 0 for n in changes(row.changes).values()) == 1
        draws = _view(night, row).votes[:, ::10].T
        given = vf.load("KV2025", row.place)
        letters = sorted(given.letters)
        right = []
        for each in draws:
            s = given.with_votes(dict(zip(letters, map(int, each), strict=True)))
            with_, without = (vf.count(x).spans for x in (s, s.dissolve(row.because)))
            fewer = with_[gainer].low - without[gainer].high >= seats
            right.append(fewer and without[row.instead].low - with_[row.instead].high >= seats)
        assert sum(right) / len(right) > 0.7


def _view(night: Night, row: Any) -> View:
    """The council as it stood after the count that an event is of, told for the second time."""
    model = Model(night.grounds, night.taught, night.draws, night.seed)
    model.move([c.taken(row.time.value - 1) for c in night.councils])
    counts = night.counts
    for count in counts[counts["approved"] == row.time].itertuples():
        place = next(n for n, c in enumerate(night.councils) if c.code == count.code)
        model.show(place, night.councils[place].counted(model.counted[place].taken + 1))
        if count.count_id == row.count_id:
            return model.view(place)
    raise AssertionError(row)


def test_a_cause_is_told_only_with_who_would_have_the_seat(events: pd.DataFrame) -> None:
    """Who gains is in the alliance, and who would have the seat is not."""
    assert (events["because"].notna() == events["instead"].notna()).all()
    for row in events[events["because"].notna()].itertuples():
        moved = changes(row.changes)
        members = vf.load("KV2025", row.place).alliance(row.because).letters
        assert {x for x, n in moved.items() if n > 0} <= {*members}
        assert row.instead not in members


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
