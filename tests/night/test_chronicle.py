"""The story of a night told in pieces, and the chances after each count."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest
from nights import SMALL, before, counting, of_2025, rows

from valgforbund import ScenarioError, night
from valgforbund.night.chronicle import Chronicle
from valgforbund.night.night import Night

PLACES = ("Læsø", "Lyngby-Taarbæk", "Rebild")
EVENING = "2025-11-18 22:00"


@cache
def few() -> Night:
    return Night(tuple(c for c in of_2025().councils if c.scenario.place in PLACES), of_2025())


@pytest.mark.parametrize("steps", [(), ("19:45", "20:30", "21:10"), ("21:10", "20:00")])
def test_told_in_pieces_it_is_the_same_story(steps: tuple[str, ...]) -> None:
    story = few().chronicle()
    for each in steps:
        story.go(f"2025-11-18 {each}")
    story.go(few().ends)
    pd.testing.assert_frame_equal(story.events(few().ends), few().events())


def test_what_comes_later_is_not_told_yet() -> None:
    story = few().chronicle()
    story.go(few().ends)
    whole = few().events()
    early = story.events(EVENING)
    assert 0 < len(early) < len(whole)
    expected = whole[whole["time"] <= pd.Timestamp(EVENING, tz="UTC")]
    pd.testing.assert_frame_equal(early, expected.reset_index(drop=True))


def test_how_many_counts_wait_to_be_told() -> None:
    story, counts = few().chronicle(), few().counts["approved"]
    end = pd.Timestamp(EVENING, tz="UTC")
    assert story.waiting(end) == (counts <= end).sum()
    story.go(end)
    assert story.waiting(end) == 0
    assert story.waiting(few().ends) == (counts > end).sum()


def test_it_can_be_stopped_between_two_counts_and_goes_on_from_there() -> None:
    class Enough(Exception):  # noqa: N818 -- no error
        pass

    def stop(*_: int) -> None:
        raise Enough

    story = few().chronicle()
    with pytest.raises(Enough):
        story.go(few().ends, stop)
    assert 0 < story.waiting(few().ends) < len(few().counts)
    story.go(few().ends)
    pd.testing.assert_frame_equal(story.events(few().ends), few().events())


def test_chances_after_each_count_add_up_and_end_where_the_night_ends() -> None:
    story = few().chronicle()
    story.go(few().ends)
    found = story.chances("825", "c", few().ends)
    assert np.allclose(found.groupby("time")["probability"].sum(), 1)
    (last,) = found[found["time"] == found["time"].max()]["number"]
    official = few().at(few().ends).lists.query("code == '825' and letter == 'C'")
    assert last == official["seats_now"].item()


def test_chances_are_those_of_the_same_second() -> None:
    """Of a night with one council nothing else moves them."""
    alone = counting(SMALL.with_votes({"A": 31, "B": 20, "C": 12}))
    story = alone.chronicle()
    story.go(alone.ends)
    for when in alone.counts["approved"]:
        now = alone.at(when).chances.query("letter == 'B'")
        told = story.chances("370", "B", when)
        told = told[told["time"] == when]
        assert told["probability"].to_list() == now["probability"].to_list()
        assert told["number"].to_list() == now["number"].to_list()


@pytest.mark.parametrize(("code", "letter"), [("999", "A"), ("370", "X")])
def test_a_council_or_a_list_that_is_not_there_is_told(code: str, letter: str) -> None:
    with pytest.raises(ScenarioError, match=f"{code}|{letter}"):
        counting(SMALL).chronicle().chances(code, letter, EVENING)


def test_more_counts_go_on_with_what_was_told() -> None:
    """As they come in: what was told stays, and what is new is told after it."""
    east = ("Øst", "final", "2025-11-18 20:00", {"A": 600, "B": 300, "C": 100})
    west = ("Vest", "final", "2025-11-18 21:00", {"A": 100, "B": 600, "C": 300})
    last = before(("Øst", east[3]), ("Vest", west[3]))
    first = night({"370": SMALL}, rows(east, ("Vest", "final", None, west[3]), eligible=1400), last)
    whole = night({"370": SMALL}, rows(east, west, eligible=1400), last)
    story = first.chronicle()
    story.go(first.ends)
    told = story.events(first.ends)
    whole.go_on(story)
    assert story.waiting(whole.ends) == 1
    story.go(whole.ends)
    both = story.events(whole.ends)
    pd.testing.assert_frame_equal(both.head(len(told)), told)
    assert both["event"].to_list()[-1] == "counted"
    assert isinstance(story, Chronicle)
