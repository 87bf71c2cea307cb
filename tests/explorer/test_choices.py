"""Choices that are gone: every menu falls back, and whatever a person does in any tab can go on."""

import random
from typing import Any

import ipywidgets as widgets
import pytest

from explorer.constitution.page import ToolPage
from explorer.lesson.page import PIECES, LessonPage
from explorer.page import Page
from explorer.part import is_hidden
from explorer.proportional.page import MeetingPage
from valgforbund import Scenario
from valgforbund.explorer import Night, PartyReview
from valgforbund.explorer.constitution.constitution import PANELS as COUNCIL_PANELS
from valgforbund.explorer.constitution.panels.blocs import Blocs
from valgforbund.explorer.constitution.panels.committees import CommitteesPanel
from valgforbund.explorer.election.panels.partners import Partners
from valgforbund.explorer.election.questions import PANELS
from valgforbund.explorer.workbench.menu import choose

STEPS_A_TAB = 3  # a tab of the explorer counts at once here, and some count long


def test_a_menu_falls_back_to_its_first_choice() -> None:
    menu = widgets.Dropdown()
    assert choose(menu, [("one", 1), ("two", 2)], 2) == menu.value == 2
    assert choose(menu, [("one", 1)], 2) == menu.value == 1
    assert choose(menu, [], 1) is menu.value is None
    assert choose(menu, [("three", 3)], None) == menu.value == 3


def test_a_size_that_is_gone_with_a_list_is_every_size() -> None:
    page = Page()
    page.choose("bar.examples", "En skoleklasse stemmer")
    page.open(Partners)
    page.choose("partners.size", "højst 4 lister")
    page.press("tools.remove_button")
    assert page.alert == ""
    assert page.scenario.letters == ("F", "M", "V", "S")
    assert page.chosen("partners.size") == "alle størrelser"
    page.votes("F", "12")  # and it goes on
    assert page.alert == ""
    assert page.scenario.votes["F"] == 12
    page.press("bar.undo")
    page.press("bar.undo")
    assert page.scenario.letters == ("F", "M", "V", "S", "K")
    assert page.alert == ""


@pytest.mark.parametrize("letter", ["F", "Ø"])
@pytest.mark.parametrize("panel", [Blocs, CommitteesPanel])
def test_a_list_that_tables_are_about_loses_its_seats(letter: str, panel: Any) -> None:
    page = ToolPage()
    page.open(Blocs)
    (label,) = (each for each in page.choices("majorities.ours") if each.startswith(letter))
    page.choose("majorities.ours", label)
    page.open(panel)
    page.seat(letter, "0")
    assert page.alert == ""
    assert page.proposal.council.seats[letter] == 0
    page.open(Blocs)
    assert page.chosen("majorities.ours").startswith("A ")  # the largest
    page.press("bar.undo")
    assert page.chosen("majorities.ours") == label
    assert page.alert == ""


def test_the_list_of_the_mayor_loses_its_seats() -> None:
    page = ToolPage()
    page.open(CommitteesPanel)
    (label,) = (each for each in page.choices("committees.mayors") if each.startswith("F"))
    page.choose("committees.mayors", label)
    assert page.proposal.mayors == "F"
    page.seat("F", "0")
    held = page.proposal.mayors
    shown = page.find("committees.mayors").value
    assert shown == held
    assert "Uventet" not in page.alert


# ---- whoever tries everything ----

TEXTS = ("", "0", "1", "3", "12", "x", "A", "A-B", "A, B", "2,5", "-1", "A 5\nB 6", "Ø", "9")


def inputs(root: widgets.Widget) -> list[widgets.Widget]:
    """Every input that can be used now: those of the tab that is open, not of closed ones."""
    if is_hidden(root):
        return []
    kinds = (widgets.Text, widgets.Dropdown, widgets.Button, widgets.Checkbox, widgets.Textarea)
    found = [root] if isinstance(root, (*kinds, widgets.Tab)) else []
    children = [*getattr(root, "children", ())]
    if isinstance(root, widgets.Tab):
        children = [children[root.selected_index or 0]]
    return found + [each for child in children for each in inputs(child)]


def use(widget: Any, chance: random.Random) -> str:
    """Do something with an input; what was done."""
    before = str(getattr(widget, "description", ""))
    if getattr(widget, "disabled", False):
        return f"{before} is closed"
    if isinstance(widget, widgets.Tab):
        widget.selected_index = chance.randrange(len(widget.children))
        return f"tab {widget.selected_index}"
    if isinstance(widget, widgets.Dropdown):
        if widget.options:
            widget.value = chance.choice(widget.options)[1]
        return f"{before}: {widget.label}"
    if isinstance(widget, widgets.Button):
        widget.click()
        return f"[{before}]"
    if isinstance(widget, widgets.Checkbox):
        widget.value = not widget.value
        return f"{before}: {widget.value}"
    widget.value = text = chance.choice(TEXTS)
    return f"{before}: {text!r}"


def explorer() -> widgets.Widget:
    s = Scenario({"A": 60, "B": 30, "C": 30, "D": 5}, 5, [["B", "C"]])
    return Page(s).explorer


def lesson() -> widgets.Widget:
    page = LessonPage()
    pieces = [getattr(page.lesson, each) for each in PIECES if each != "workbench"]
    return widgets.Box(pieces)


WALKS = {
    "explorer": (explorer, len(PANELS)),
    "konstituering": (lambda: ToolPage({"A": 4, "B": 3, "C": 2}).tool, len(COUNCIL_PANELS)),
    "Åland": (lambda: MeetingPage(language="da").tool, 4),
    "lesson": (lesson, 1),
    "review": (lambda: PartyReview("Slesvigsk Parti"), 1),
    "night": (Night, 1),
}


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("tool", WALKS)
def test_a_random_walk_through_every_tab(
    tool: str, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    make, tabs = WALKS[tool]
    root, chance = make(), random.Random(f"{tool} {seed}")
    done: list[str] = []
    for step in range(STEPS_A_TAB * max(tabs, 6)):
        found = inputs(root)
        if step % STEPS_A_TAB == 0 and tabs > 1:  # every tab is opened, one after the other
            for row in (each for each in found if isinstance(each, widgets.Tab)):
                row.selected_index = step // STEPS_A_TAB % len(row.children)
                done.append(f"tab {row.selected_index}")
        else:
            done.append(use(chance.choice(found), chance))
        assert caplog.records == [], (tool, seed, done)
