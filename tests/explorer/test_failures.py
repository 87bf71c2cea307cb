"""Whatever fails while a tool shows something, the old state is back and the message is true."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import ipywidgets as widgets
import pytest

from explorer.constitution.page import ToolPage
from explorer.lesson.page import LessonPage
from explorer.page import Page
from explorer.part import HTML, classes, plain
from explorer.proportional.page import MeetingPage
from valgforbund import Scenario
from valgforbund.explorer import Night, PartyReview
from valgforbund.explorer.constitution.panels import regrouping
from valgforbund.explorer.constitution.panels.committees import CommitteesPanel
from valgforbund.explorer.count.pictures import VotesPicture
from valgforbund.explorer.election.panels.savings import Savings
from valgforbund.explorer.election.questions import Questions
from valgforbund.explorer.lesson.draw import Draw
from valgforbund.explorer.night.standing import Parties
from valgforbund.explorer.proportional.vote import Board
from valgforbund.explorer.review.page import _Councils
from valgforbund.wording import words

SMALL = Scenario({"A": 600, "B": 300, "C": 100, "D": 90}, 9, [["B", "C"]])


@dataclass
class Opened:
    """A tool that is open, what it holds, and something that a person does in it."""

    tool: Any
    state: Any
    act: Callable[[], object]

    def fields(self) -> list[tuple[str, Any]]:
        """What stands in every input, in its order on the page."""
        kinds = (widgets.Text, widgets.Textarea, widgets.Dropdown, widgets.IntSlider)
        return [(each.description, each.value) for each in self.all() if isinstance(each, kinds)]

    def alert(self) -> str:
        return "".join(plain(each.value) for each in self._html(alert=True))

    def read(self) -> list[str]:
        return [each.value for each in self._html(alert=False)]

    def _html(self, *, alert: bool) -> list[widgets.HTML]:
        told = {"vf-alert", "vf-told"}
        html = (each for each in self.all() if isinstance(each, HTML))
        return [each for each in html if alert == bool(told & {*classes(each)})]

    def all(self) -> list[widgets.Widget]:
        found, waiting = [], [self.tool]
        while waiting:
            found.append(waiting.pop(0))
            waiting = [*getattr(found[-1], "children", ()), *waiting]
        return found


def explorer() -> Opened:
    page = Page(SMALL)
    page.open(Savings)
    return Opened(page.explorer, page.state, lambda: page.votes("A", "5000"))


def constitution() -> Opened:
    page = ToolPage({"A": 9, "B": 6, "C": 4})
    page.open(CommitteesPanel)
    return Opened(page.tool, page.state, lambda: page.seat("C", "3"))


def proportional() -> Opened:
    page = MeetingPage(language="da")
    page.open(Board)
    return Opened(page.tool, page.state, lambda: page.board.type("prop.votes_of", "9", slate="I"))


def lesson() -> Opened:
    page = LessonPage()
    every = widgets.Box([page.lesson.vote, page.lesson.guess, page.lesson.draw])
    return Opened(every, page.room, lambda: page.type("lists.votes_of", "12", letter="A"))


def review() -> Opened:
    page = PartyReview("Slesvigsk Parti")

    def choose_party() -> None:
        (menu,) = (each for each in opened.all() if "vf-party" in classes(each))
        menu.value = dict(menu.options)["Frie Grønne"]

    opened = Opened(page, page.state, choose_party)
    return opened


def night() -> Opened:
    page = Night("SF")

    def choose_party() -> None:
        (menu,) = (each for each in opened.all() if "vf-ours" in classes(each))
        menu.value = dict(menu.options)["Vi er Alternativet"]

    opened = Opened(page, page.state, choose_party)
    return opened


# a tool, and a panel that fails when it is told to show something new
TOOLS = {
    "explorer, a picture": (explorer, VotesPicture),
    "explorer, a tab": (explorer, Savings),
    "explorer, the row of tabs": (explorer, Questions),
    "konstituering": (constitution, CommitteesPanel),
    "Åland": (proportional, Board),
    "lesson": (lesson, Draw),
    "review": (review, _Councils),
    "night": (night, Parties),
}


@pytest.mark.parametrize("always", [False, True], ids=["once", "as long as it is broken"])
@pytest.mark.parametrize("case", TOOLS)
def test_what_cannot_be_shown_is_taken_back(
    case: str, always: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, panel = TOOLS[case]
    opened = make()
    before, fields, read = opened.state.now, opened.fields(), opened.read()
    show, told = panel.show, []

    def fail(self: Any, results: Any) -> None:
        if always or not told:
            told.append(results)
            raise RuntimeError("<b>boom</b>")
        show(self, results)

    with monkeypatch.context() as broken:
        broken.setattr(panel, "show", fail)
        opened.act()
    assert told
    assert opened.state.now == before
    assert not opened.state.can_undo
    assert "Uventet fejl (RuntimeError): <b>boom</b>. Intet er ændret." in opened.alert()
    assert opened.fields() == fields
    assert opened.read() == read
    opened.act()  # and it goes on
    assert opened.alert() == ""
    assert opened.state.now != before
    opened.state.undo()
    assert opened.state.current == before.current
    assert opened.fields() == fields


@pytest.mark.parametrize("case", ["konstituering", "Åland", "review"])
def test_what_fails_while_a_mistake_is_put_right_is_told(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised into the host, which would swallow it."""
    make, panel = TOOLS[case]
    opened = make()
    before = opened.state.now

    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    guarded = opened.tool.guard(lambda _: None)
    with monkeypatch.context() as broken:
        broken.setattr(panel, "show", fail)
        guarded(None)
    assert "boom" in opened.alert()
    assert opened.state.now == before
    guarded(None)
    assert opened.alert() == ""


@pytest.mark.parametrize("make", [explorer, constitution, proportional, review])
def test_what_fails_after_it_was_shown_is_taken_back_too(make: Callable[[], Opened]) -> None:
    """One action holds as a whole, or nothing has changed."""
    opened = make()
    before, fields = opened.state.now, opened.fields()

    def half(_: object) -> None:
        opened.state.look(language="en")
        raise RuntimeError("boom")

    opened.tool.guard(half)(None)
    assert opened.state.now == before
    assert opened.fields() == fields
    assert "boom" in opened.alert()
    assert words("da").template("alert.unexpected").rpartition("}. ")[2] in opened.alert()


@pytest.mark.parametrize("make", [explorer, constitution, proportional, lesson, review])
def test_the_way_back_and_the_language_are_in_every_tool(make: Callable[[], Opened]) -> None:
    opened = make()
    before, fields = opened.state.now, opened.fields()

    def press(key: str) -> widgets.Button:
        (button,) = (
            each
            for each in opened.all()
            if isinstance(each, widgets.Button) and each.description == words("da")(key)
        )
        assert not button.disabled
        button.click()
        return button

    opened.act()
    after = opened.state.current
    press("bar.undo")
    assert opened.state.current == before.current
    press("bar.redo")
    assert opened.state.current == after
    if opened.state.original != after:
        press("bar.reset")
        assert opened.state.current == opened.state.original
        press("bar.undo")
    press("bar.undo")
    assert opened.fields() == fields
    (menu,) = (
        each
        for each in opened.all()
        if isinstance(each, widgets.Dropdown) and each.description == words("da")("app.language")
    )
    menu.value = "en"
    assert opened.state.view.language == "en"
    assert opened.state.current == before.current
    assert "Uventet" not in opened.alert()
    shown = {getattr(each, "description", "") for each in opened.all()}
    assert words("en")("bar.undo") in shown
    assert words("da")("bar.undo") not in shown


def test_work_that_is_not_finished_leaves_what_was_changed_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = constitution()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(regrouping, "regroupings", fail)
    opened.act()
    assert opened.state.proposal.council.seats["C"] == 3
    assert "boom. Beregningen blev ikke færdig; det, du ændrede, gælder." in opened.alert()
    assert "Intet er ændret" not in opened.alert()
