"""The bars by their messages: range, snaps, one drag one step back, and what cannot be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import valgforbund as vf
from explorer.page import Page
from valgforbund import Scenario
from valgforbund.explorer.election.bars.bars import BarsWidget

NAESTVED = vf.load("KV2025", "Næstved")


class BarsPage(Page):
    """The explorer with its bars, as the page talks to them."""

    def __init__(self, scenario: Scenario = NAESTVED) -> None:
        super().__init__(scenario)
        (self.bars,) = (w for w in self.widgets() if isinstance(w, BarsWidget))
        self.heard: list[dict[str, Any]] = []
        self.bars.send = self.heard.append

    def say(self, **message: object) -> None:
        self.bars._handle_custom_msg(message, [])  # as ipywidgets calls it

    def grab(self, letter: str) -> dict[str, Any]:
        self.say(grab=letter)
        return self.heard.pop()

    def move(self, letter: str, votes: object) -> None:
        self.say(move=letter, to=votes)
        assert self.heard.pop() == {"moved": votes}  # also where it could not be


@pytest.fixture
def page() -> BarsPage:
    return BarsPage()


def seats(scenario: Scenario) -> dict[str, tuple[int, int]]:
    counted = vf.count(scenario)
    return {letter: span.ends for letter, span in counted.spans.items()}


def test_each_bar_is_as_long_as_its_votes(page: BarsPage) -> None:
    most = max(NAESTVED.ballots)
    assert [bar["letter"] for bar in page.bars.bars] == [*NAESTVED.letters]
    for bar, votes in zip(page.bars.bars, NAESTVED.ballots, strict=True):
        assert bar["part"] == pytest.approx(100 * votes / most, abs=0.01)


@pytest.mark.parametrize("letter", ["A", "Ø", "Å"])
@pytest.mark.parametrize("source", ["new", "others", "V"])
def test_a_bar_snaps_where_a_seat_moves(letter: str, source: str) -> None:
    page = BarsPage()
    page.state.look(source=source)
    found = page.grab(letter)
    now = seats(NAESTVED)
    assert found["snaps"]
    for snap in found["snaps"]:
        amount = snap["votes"] - found["votes"]
        there = NAESTVED.shift(letter, amount, source)
        nearer = NAESTVED.shift(letter, amount - (1 if amount > 0 else -1), source)
        moved = {
            who: now_ - before
            for who, (now_, _) in seats(there).items()
            for before, _ in [now[who]]
            if now_ != before
        }
        assert seats(nearer) != seats(there)
        told = dict(part.rsplit(" ", 1) for part in snap["who"].split(", "))
        assert told == {who: f"{change:+d}".replace("-", "−") for who, change in moved.items()}


def test_one_drag_is_one_step_back_however_long_it_takes() -> None:
    page, clock = BarsPage(), [0.0]
    page.state._clock = lambda: clock[0]
    page.grab("Ø")
    for votes in (2500, 2700, 2600):
        page.move("Ø", votes)
        clock[0] += 60
    assert page.scenario == NAESTVED.with_votes({"Ø": 2600})
    page.press("bar.undo")
    assert page.scenario == NAESTVED
    page.grab("Ø")
    page.move("Ø", 2600)
    page.grab("Ø")
    page.move("Ø", 2700)
    page.press("bar.undo")
    assert page.scenario == NAESTVED.with_votes({"Ø": 2600})


def test_there_and_back_ends_where_it_began_and_is_no_step(page: BarsPage) -> None:
    page.votes("A", "9.000")
    page.press("bar.undo")
    page.state.look(source="others")
    votes = page.grab("Å")["votes"]
    for each in (votes + 200, votes + 333, votes - 17, votes):
        page.move("Å", each)
    assert page.scenario == NAESTVED
    assert not page.state.can_undo
    page.press("bar.redo")
    assert page.scenario == NAESTVED.with_votes({"A": 9000})
    page.grab("Å")
    for each in (votes + 200, votes, votes + 300):
        page.move("Å", each)
    page.press("bar.undo")
    assert page.scenario == NAESTVED.with_votes({"A": 9000})


def test_a_bar_that_is_not_what_it_was_moves_nothing(page: BarsPage) -> None:
    page.grab("Ø")
    page.votes("A", "9.000")
    changed = page.scenario
    page.move("Ø", 2600)
    assert page.scenario == changed
    assert "tag fat i den igen" in page.alert


@pytest.mark.parametrize("votes", [-1, 12.5, None, "2.600", 10**10])
def test_what_cannot_be_is_told_and_changes_nothing(page: BarsPage, votes: object) -> None:
    page.grab("Ø")
    page.move("Ø", votes)
    assert page.scenario == NAESTVED
    assert page.alert


def test_an_unknown_list_is_not_grabbed(page: BarsPage) -> None:
    page.say(grab="NIX")
    assert not page.heard
    page.move("NIX", 3)
    assert page.scenario == NAESTVED


@given(st.lists(st.integers(1800, 3200), min_size=1, max_size=4))
def test_what_is_shown_is_the_shift_from_where_it_was_grabbed(moves: list[int]) -> None:
    page = SHARED
    page.explorer.scenario = NAESTVED
    page.state.look(source="others")
    votes = page.grab("Ø")["votes"]
    for each in moves:
        page.move("Ø", each)
    assert page.scenario == NAESTVED.shift("Ø", moves[-1] - votes, "others")


SHARED = BarsPage()
