"""What is made stays flat: the same actions a second time make no widget that was not there."""

import gc
import weakref
from collections.abc import Callable
from typing import Any

import comm
import ipywidgets as widgets
import pytest

from explorer.browser import Browser
from explorer.lesson.page import LessonPage
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, load
from valgforbund.explorer import Constitution, Explorer, Lesson, Night, PartyReview, Proportional
from valgforbund.explorer.election.panels.majorities import Majorities
from valgforbund.explorer.election.panels.savings import Savings
from valgforbund.wording import words

SMALL = Scenario({"A": 610, "B": 300, "C": 101, "D": 90}, 9, [["B", "C"]])


def models() -> int:
    """Everything that page and kernel talk about: widgets, their layouts and styles."""
    return len(comm.get_comm_manager().comms)


def test_the_slider_is_the_same_whatever_its_range() -> None:
    page = Page(SMALL)
    page.choose("slider.list", "D D")
    slider = page.slider
    for votes in ("50000", "0", "1", "999999999", "90"):
        page.votes("D", votes)
        assert page.slider.min <= page.slider.value <= page.slider.max
        assert page.slider.value == int(votes)
        page.assert_in_step()
    page.explorer.scenario = load("KV2025", "Næstved")
    page.explorer.scenario = SMALL
    page.assert_in_step()
    assert page.slider is slider


def test_a_tool_below_takes_another_council() -> None:
    page = Page(SMALL)
    panel = page.open(Majorities)
    panel.press("constitution.open")
    below = panel.part("vf-constitution")
    before = models()
    page.votes("A", "700")
    panel.press("constitution.open")
    assert panel.part("vf-constitution").root is below.root
    assert below.root.seats["A"] == page.explorer.scenario.seats - sum(
        below.root.seats[letter] for letter in "BCD"
    )
    assert models() == before


def test_the_explorer_below_a_lesson_takes_another_vote() -> None:
    page = LessonPage()
    page.press("lesson.workbench.open")
    (below,) = Part(page.lesson.workbench, lambda: words("da")).parts("vf-body")
    before = models()
    page.room.vote("A", 12)
    page.press("lesson.workbench.open")
    assert models() == before
    (again,) = Part(page.lesson.workbench, lambda: words("da")).parts("vf-body")
    assert again.root is below.root


def test_going_from_place_to_place_makes_no_rows_anew() -> None:
    page = Page(load("KV2025", "København"))
    before = models()
    for _ in range(3):
        page.explorer.scenario = load("KV2025", "København")
        page.explorer.scenario = load("KV2025", "Læsø")
    assert models() == before


@pytest.mark.parametrize("make", [Explorer, Constitution, Proportional, PartyReview, Lesson, Night])
def test_a_tool_whose_widgets_are_closed_is_let_go(make: Callable[[], Any]) -> None:
    """A kernel of JupyterLab lives for days, and its cell is run again and again."""
    tool = make()
    seen = weakref.ref(tool)
    widgets.Widget.close_all()
    del tool
    gc.collect()
    assert seen() is None


def test_beginning_afresh_closes_the_tabs_that_were_there() -> None:
    page, counts = Page(SMALL), []
    browser = Browser(page.explorer)
    browser.hello()
    for _ in range(4):
        page.open(Savings)
        page.open(Majorities)
        counts.append(models())
        browser.say(afresh=True)
    assert len({*counts}) == 1
    assert page.alert == ""
