"""The tabs: made when opened, shown while open."""

from typing import ClassVar

import ipywidgets as widgets
import pytest

from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario
from valgforbund.explorer.election.questions import WhatHappens
from valgforbund.explorer.election.state import State

SMALL = Scenario({"A": 60, "B": 40, "C": 30}, 9, [["B", "C"]])


class Probe:
    title = "tab.tables"
    made: ClassVar[list["Probe"]] = []

    def __init__(self, _state: State, _guard) -> None:
        self.seen = []
        self.widget = widgets.HTML()
        self.made.append(self)

    def show(self, results) -> None:
        self.seen.append(results.scenario.votes["A"])


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setattr(WhatHappens, "panels", (Probe, Probe))
    monkeypatch.setattr(Probe, "made", [])
    return Page(SMALL)


def row_of(page) -> widgets.Tab:
    """The tabs of the open question."""
    return Part(page.tab_row.children[0], page._texts).tab_row


def test_a_panel_is_made_when_its_tab_opens_and_counts_only_while_it_is_open(page):
    row = row_of(page)
    assert len(Probe.made) == 1
    assert row.children[1].children == ()
    page.votes("A", "61")
    row.selected_index = 1
    page.votes("A", "62")
    first, second = Probe.made
    assert first.seen == [60, 61]
    assert second.seen == [61, 62]
    assert row.children[1].children == (second.widget,)


def test_an_open_tab_is_up_to_date_when_it_is_opened_again(page):
    row_of(page).selected_index = 1
    page.votes("A", "61")
    row_of(page).selected_index = 0
    assert Probe.made[0].seen[-1] == 61


def test_titles_follow_the_language(page):
    page.choose("app.language", "English")
    assert row_of(page).titles == (page.words("tab.tables"),) * 2


def test_no_tab_open(page):
    row_of(page).selected_index = None
    page.votes("A", "61")
    assert len(Probe.made[0].seen) == 1
