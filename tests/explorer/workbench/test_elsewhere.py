"""The menu of tools: what is served, what goes along, and how it is taken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nights import of_2025

from explorer.constitution.page import ToolPage
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, load, read
from valgforbund.explorer import Constitution, Explorer, Lesson, Night, PartyReview, Proportional
from valgforbund.explorer.workbench.elsewhere import SERVED, Elsewhere
from valgforbund.sharing import code
from valgforbund.wording import words

SMALL = Scenario({"A": 60, "B": 30, "C": 30, "D": 5}, 5, [["B", "C"]])
ALL = [
    *("explorer", "konstituering", "valgaften", "party-review", "undervisning", "jamforelsetal"),
]
MAKE: dict[str, Callable[[], Any]] = {
    "election": Explorer,
    "constitution": Constitution,
    "night": Night,
    "review": PartyReview,
    "lesson": lambda: Lesson().vote.children[-1],
    "proportional": Proportional,
}


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SERVED, " ".join(["lejre-2021", *ALL]))


def heard(elsewhere: Elsewhere) -> list[dict[str, Any]]:
    """What the page is told from now on."""
    said: list[dict[str, Any]] = []
    elsewhere.widget.send = lambda content, *_: said.append(content)  # type: ignore[method-assign]
    return said


def say(widget: Any, **message: Any) -> None:
    """What the page says."""
    widget._handle_custom_msg(message, [])


@pytest.mark.parametrize("kind", MAKE)
def test_every_tool_has_the_menu_with_all_that_are_served(kind: str) -> None:
    widget = MAKE[kind]().elsewhere.widget
    assert widget.here == kind
    assert [each["notebook"] for each in widget.tools] == ALL
    assert all(each["name"] and each["hint"] for each in widget.tools)
    along = {each["kind"] for each in widget.tools if each["along"]}
    gives = kind in ("election", "lesson")
    assert along == ({"election", "constitution"} if gives else set())


def test_only_what_is_served_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SERVED, "konstituering explorer")
    assert [each["kind"] for each in Explorer(SMALL).elsewhere.widget.tools] == [
        "election",
        "constitution",
    ]
    monkeypatch.delenv(SERVED)
    assert Explorer(SMALL).elsewhere.widget.tools == []


def test_it_speaks_the_language_of_its_tool() -> None:
    page = Page(SMALL)
    assert page.explorer.elsewhere.widget.menu == "Værktøjer"
    page.state.look(language="en")
    assert page.explorer.elsewhere.widget.menu == "Tools"
    assert Proportional(language="sv").elsewhere.widget.menu == "Verktyg"


def test_what_goes_along_is_what_is_shown_now() -> None:
    explorer = Explorer(SMALL)
    said = heard(explorer.elsewhere)
    explorer.scenario = changed = SMALL.with_votes({"D": 50}).unite(("A", "D"))
    say(explorer.elsewhere.widget, carry=7)
    assert [each["number"] for each in said] == [7]
    assert read(said[0]["carried"]) == changed


def test_a_lesson_gives_the_vote_of_the_class() -> None:
    lesson = Lesson()
    piece = lesson.vote.children[-1]
    said = heard(piece.elsewhere)
    lesson.room.vote("A", 12)
    say(piece.elsewhere.widget, carry=1)
    assert read(said[0]["carried"]) == lesson.scenario


def test_a_night_gives_the_votes_of_the_council_that_is_looked_at() -> None:
    night = Night()
    said = heard(night.elsewhere)
    night.state.look(place="370")
    say(night.elsewhere.widget, carry=1)
    carried = read(said[0]["carried"])
    assert carried.place == "Næstved"
    assert sum(carried.ballots) == of_2025().at(night.time).council("Næstved").councils["votes"][0]


@pytest.mark.parametrize("kind", ["constitution", "night", "review", "proportional"])
def test_what_has_no_scenario_gives_none(kind: str) -> None:
    tool = MAKE[kind]()
    said = heard(tool.elsewhere)
    say(tool.elsewhere.widget, carry=1)
    assert said == [{"carried": "", "number": 1}]


def test_what_is_carried_here_is_one_step_that_can_be_undone() -> None:
    s = load("KV2025", "Læsø")
    explorer = Explorer(SMALL)
    say(explorer.memory.widget, hello=True)
    say(explorer.elsewhere.widget, take=s.code())
    assert explorer.scenario == s
    explorer.state.undo()
    assert explorer.scenario == SMALL


def test_it_waits_until_what_was_kept_has_come_back() -> None:
    """Else what was kept would take it away again."""
    s, kept = load("KV2025", "Læsø"), SMALL.with_seats(9)
    before = Explorer(SMALL)
    say(before.memory.widget, hello=True)
    before.scenario = kept
    before.memory.write()
    body = before.memory.widget.entry["body"]
    after = Explorer(SMALL)
    say(after.elsewhere.widget, take=s.code())
    assert after.scenario == SMALL
    say(after.memory.widget, restore=body)
    assert after.scenario == s
    after.state.undo()
    assert after.scenario == kept


def test_the_council_takes_the_seats_that_are_counted() -> None:
    s = load("KV2025", "Læsø")
    page = ToolPage({"A": 4, "B": 3, "C": 2})
    say(page.tool.memory.widget, hello=True)
    say(page.tool.elsewhere.widget, take=s.code())
    # 2025, as published
    assert page.tool.proposal.place == "Læsø"
    assert page.tool.seats.sum() == 9
    page.state.undo()
    assert page.tool.seats.to_dict() == {"A": 4, "B": 3, "C": 2}


@pytest.mark.parametrize(
    "code", ["", "VF1-torn", 7, Scenario({"A": 1, "B": 1}, 1).code(), Scenario({"A": 0}, 1).code()]
)
def test_what_cannot_be_taken_is_told_and_changes_nothing(code: Any) -> None:
    """A council with a lot that waits, or without votes, has no seats yet."""
    page = ToolPage({"A": 4, "B": 3, "C": 2})
    say(page.tool.memory.widget, hello=True)
    before = page.state.now
    say(page.tool.elsewhere.widget, take=code)
    assert page.state.now == before
    assert 'role="alert"' in page.tool._alert.value
    assert not page.state.can_undo


def test_a_path_is_no_code(tmp_path: Path) -> None:
    """What a page says opens no file of the machine on which the kernel runs."""
    path = tmp_path / "kept.json"
    load("KV2025", "Læsø").save(path)
    explorer = Explorer(SMALL)
    say(explorer.memory.widget, hello=True)
    say(explorer.elsewhere.widget, take=str(path))
    assert explorer.scenario == SMALL


def test_the_first_screen_leads_to_the_night_where_it_is_served(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    explorer = Explorer()
    part = Part(explorer, lambda: words("da"))
    said = heard(explorer.elsewhere)
    part.press("start.night")
    assert said == [{"go": "night"}]
    assert not part.sees("start.lyngby")
    monkeypatch.setenv(SERVED, "explorer")
    alone = Part(Explorer(), lambda: words("da"))
    assert alone.sees("start.lyngby")
    assert not alone.sees("start.night")


def test_who_brings_something_to_the_explorer_is_not_asked_what() -> None:
    for s in (SMALL, load("KV2025", "Lyngby-Taarbæk").with_votes({"A": 1})):
        tool = Explorer()
        assert tool.state.view.asking
        tool.take(code.of(s))
        assert tool.scenario == s
        assert not tool.state.view.asking
