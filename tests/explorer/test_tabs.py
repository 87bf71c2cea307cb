"""The tabs: made when opened, shown while open."""

import ipywidgets as widgets
import pytest

from explorer.page import Page
from valgforbund import Scenario
from valgforbund.explorer import tabs
from valgforbund.explorer.state import State

SMALL = Scenario({"A": 60, "B": 40, "C": 30}, 9, [["B", "C"]])


class Probe:
    title = "tab.tables"

    def __init__(self, _state: State, _guard) -> None:
        self.seen = []
        self.widget = widgets.HTML()

    def show(self, results) -> None:
        self.seen.append(results.scenario)


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setattr(tabs, "PANELS", (Probe, Probe))
    return Page(SMALL)


def test_a_panel_is_made_when_its_tab_opens_and_counts_only_while_it_is_open(page):
    row = page.explorer._tabs
    assert list(row._panels) == [0]
    assert row.widget.children[1].children == ()
    page.votes("A", "61")
    row.widget.selected_index = 1
    page.votes("A", "62")
    first, second = row._panels.values()
    assert [scenario.ballots[0] for scenario in first.seen] == [60, 61]
    assert [scenario.ballots[0] for scenario in second.seen] == [61, 62]
    assert row.widget.children[1].children == (second.widget,)


def test_an_open_tab_is_up_to_date_when_it_is_opened_again(page):
    row = page.explorer._tabs
    row.widget.selected_index = 1
    page.votes("A", "61")
    row.widget.selected_index = 0
    assert row._panels[0].seen[-1].ballots[0] == 61


def test_titles_follow_the_language(page):
    page.choose("app.language", "English")
    assert page.explorer._tabs.widget.titles == (page.words("tab.tables"),) * 2


def test_no_tab_open(page):
    page.explorer._tabs.widget.selected_index = None
    page.votes("A", "61")
    assert len(page.explorer._tabs._panels[0].seen) == 1
