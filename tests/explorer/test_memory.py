"""What every tool keeps in the browser, and gives back: all of it, or the fresh one in words."""

import asyncio
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import ipywidgets as widgets
import pytest

from explorer.browser import Browser
from explorer.constitution.page import ToolPage
from explorer.lesson.page import PIECES, LessonPage
from explorer.page import Page
from explorer.part import classes, is_hidden, plain
from explorer.proportional.page import MeetingPage
from explorer.test_choices import inputs, use
from valgforbund import Scenario
from valgforbund.council import Council
from valgforbund.explorer import Night, PartyReview
from valgforbund.explorer.constitution.panels.agreement import AgreementPanel
from valgforbund.explorer.election.panels.partners import Partners
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.explorer.election.questions import QUESTIONS, WithWhom
from valgforbund.sharing.envelope import Kind
from valgforbund.sharing.packing import packed, unpacked

SMALL = Scenario({"A": 60, "B": 30, "C": 30, "D": 5}, 5, [["B", "C"]])


@dataclass
class Opened:
    """A tool that is open, what it holds, and the page that keeps it."""

    root: Any
    state: Any
    browser: Browser = field(init=False)

    def __post_init__(self) -> None:
        self.browser = Browser(self.root)

    def all(self) -> list[widgets.Widget]:
        found, waiting = [], [self.root]
        while waiting:
            found.append(waiting.pop(0))
            waiting = [*getattr(found[-1], "children", ()), *waiting]
        return found

    def alert(self) -> str:
        told = {"vf-alert", "vf-told"}
        html = (each for each in self.all() if told & {*classes(each)})
        return "".join(plain(each.value) for each in html)

    def shown(self) -> list[object]:
        """All that can be seen and used now, but for what was told of the last action."""
        return [each for widget in seen(self.root) for each in said(widget)]


def seen(root: widgets.Widget) -> list[widgets.Widget]:
    """All that is not hidden, folded away or in a closed tab, nor made to be saved.

    Nor the slider: which list it moves, while nobody chose one, depends on what was before.
    """
    if is_hidden(root) or {"vf-shift", "vf-save"} & {*classes(root)}:
        return []
    if isinstance(root, widgets.Accordion):
        return [root]
    children = [*getattr(root, "children", ())]
    if isinstance(root, widgets.Tab):
        children = [children[root.selected_index or 0]]
    return [root, *(each for child in children for each in seen(child))]


def said(widget: widgets.Widget) -> list[object]:
    if {"vf-alert", "vf-told"} & {*classes(widget)}:
        return []
    if isinstance(widget, widgets.Tab):
        return [widget.selected_index]
    if isinstance(widget, FIELDS):
        return [(widget.description, widget.value)]
    is_text = isinstance(widget, widgets.HTML) and not widget.value.startswith("<style")
    return [widget.value] if is_text else []


def explorer() -> Opened:
    page = Page(SMALL)
    return Opened(page.explorer, page.state)


def constitution() -> Opened:
    page = ToolPage({"A": 4, "B": 3, "C": 2})
    return Opened(page.tool, page.state)


def proportional() -> Opened:
    page = MeetingPage(language="da")
    return Opened(page.tool, page.state)


def lesson() -> Opened:
    page = LessonPage()
    pieces = [getattr(page.lesson, each) for each in PIECES if each != "workbench"]
    return Opened(widgets.Box(pieces), page.room)


def review() -> Opened:
    page = PartyReview("Slesvigsk Parti")
    return Opened(page, page.state)


def night() -> Opened:
    page = Night("SF")
    return Opened(page, page.state)


TOOLS = {
    "explorer": explorer,
    "konstituering": constitution,
    "Åland": proportional,
    "lesson": lesson,
    "review": review,
    "night": night,
}
FIELDS = (widgets.Text, widgets.Textarea, widgets.Dropdown, widgets.Checkbox)
Make = Callable[[], Opened]
every_tool = pytest.mark.parametrize("make", TOOLS.values(), ids=TOOLS)


def walk(one: Opened, chance: random.Random, steps: int) -> list[str]:
    """What somebody does who tries everything, but a button twice as seldom."""
    done = []
    while len(done) < steps:
        some = chance.choice(inputs(one.root))
        if not isinstance(some, widgets.Button) or chance.random() < 0.5:
            done.append(use(some, chance))
    return done


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(6))
@every_tool
def test_whatever_was_done_is_given_back(make: Make, seed: int) -> None:
    """State, way back and forward, language, open tab, and what stands in the fields."""
    one, chance = make(), random.Random(seed)
    one.browser.hello()
    done = walk(one, chance, 12)
    other = make()
    if one.browser.body:
        other.browser.put_back(one.browser.body)
    assert other.state.remembered == one.state.remembered, done
    assert other.shown() == one.shown(), done
    for way in ("undo", "undo", "redo"):
        for each in (one, other):
            getattr(each.state, way)()
        assert other.state.now == one.state.now


def put_back(one: Page, other: Page) -> None:
    Browser(other.explorer).put_back(Browser(one.explorer).body)


def test_what_was_typed_in_tabs_waits_until_they_are_opened() -> None:
    one = Page(SMALL)
    Browser(one.explorer).hello()
    one.open(Uncertainty)
    one.type("simulation.control_points", "3,5")
    one.choose("simulation.control_draws", "1.000")
    one.open(Partners)
    one.choose("partners.size", "højst 2 lister")
    one.type("partners.include", "D")
    other = Page(SMALL)
    put_back(one, other)
    assert other.tab_row.selected_index == QUESTIONS.index(WithWhom)
    assert other.chosen("partners.size") == "højst 2 lister"
    assert other.value("partners.include") == "D"
    third = Page(SMALL)
    put_back(other, third)  # before that tab was opened
    third.open(Uncertainty)
    assert third.value("simulation.control_points") == "3,5"
    assert third.chosen("simulation.control_draws") == "1.000"
    assert third.alert == ""


def test_what_is_chosen_in_a_tab_as_soon_as_it_is_open_is_kept() -> None:
    """Before that was written which followed the opening."""

    async def act() -> str:
        threads = threading.active_count()
        one = Page(SMALL)
        Browser(one.explorer).hello()
        one.open(Uncertainty)
        one.choose("simulation.control_draws", "1.000")
        await asyncio.sleep(1)
        while threading.active_count() > threads:  # the simulation ends before its loop
            await asyncio.sleep(0.1)
        return Browser(one.explorer).body

    other = Page(SMALL)
    Browser(other.explorer).put_back(asyncio.run(act()))
    assert other.chosen("simulation.control_draws") == "1.000"


def test_variants_and_poll_and_focus_come_back() -> None:
    one = Page(SMALL)
    Browser(one.explorer).hello()
    one.votes("D", "31")
    one.press("variants.pin")
    one.ally("D", "B-C")
    one.choose("view.baseline", "Helt uden valgforbund")
    one.choose("app.language", "English")
    other = Page(SMALL)
    put_back(one, other)
    assert other.state.view == one.state.view
    assert other.state.view.pins[0].scenario.votes["D"] == 31
    assert other.sentences == one.sentences
    assert Browser(other.explorer).title == "Own election, changed"


@every_tool
def test_what_is_torn_or_foreign_leaves_the_fresh_one_and_is_told(make: Make) -> None:
    one = make()
    one.browser.hello()
    walk(one, random.Random(3), 6)
    body = packed(Kind("other", 1, dict).write({}))
    mine = one.browser.keeper.kind
    foreign = {
        "VF1-": "Koden er ikke hel",
        "hello": "Her skal stå en kode",
        body: f"hører til other og ikke til {mine}",
        packed(Kind(mine, 2, dict).write({})): "i version 2",
        packed(Kind(mine, 1, dict).write({})): "kan ikke læses",
        packed(b"\xff\x00"): "kan ikke læses",
        "VF9-abc": "Koden begynder med VF9",
    }
    for text, told in foreign.items():
        other = make()
        before, shown = other.state.remembered, other.shown()
        other.browser.put_back(text)
        assert told in other.alert(), (text, other.alert())
        assert other.state.remembered == before
        assert other.shown() == shown


def changed(body: str, old: bytes, new: bytes) -> str:
    text = unpacked(body)
    assert old in text
    return packed(text.replace(old, new))


@pytest.mark.parametrize(
    ("make", "old", "new"),
    [
        (explorer, b'"language":"en"', b'"language":"xx"'),
        (explorer, b'"now":[0,', b'"now":[7,'),
        (explorer, b'"votes":60', b'"votes":-60'),
        (constitution, b'"benches":[4,3,2]', b'"benches":[4,3,-2]'),
        (constitution, b'"benches":[4,3,2]', b'"benches":[4,3]'),
        (proportional, b'"posts":2', b'"posts":0'),
        (lesson, b'"seats":5', b'"seats":0'),
        (review, b'"party":"', b'"party":"Q'),
    ],
)
def test_what_cannot_be_shown_leaves_the_fresh_one(make: Make, old: bytes, new: bytes) -> None:
    one = make()
    one.browser.hello()
    one.state.look(language="en")
    other = make()
    before, shown = other.state.remembered, other.shown()
    other.browser.put_back(changed(one.browser.body, old, new))
    assert other.alert()
    assert other.state.remembered == before
    assert other.shown() == shown
    other.browser.put_back(one.browser.body)  # and it goes on
    assert other.state.view.language == "en"


@every_tool
def test_nothing_is_written_before_the_page_has_said_what_it_found(make: Make) -> None:
    one = make()
    one.state.look(language="en")
    assert one.browser.body == ""
    one.browser.hello()
    one.browser.say(typed=1)
    assert one.browser.body != ""


@every_tool
def test_what_was_only_opened_is_not_kept(make: Make) -> None:
    one = make()
    one.browser.hello()
    one.browser.say(typed=1)
    assert one.browser.body == ""
    assert one.browser.keeper.entry["heard"] == 1


@every_tool
def test_starting_afresh_can_be_undone_and_deleting_cannot(make: Make) -> None:
    one, fresh = make(), make()
    one.browser.hello()
    walk(one, random.Random(5), 8)
    one.state.look(language="en")
    before = one.state.now
    one.browser.say(afresh=True)
    assert one.shown() == fresh.shown()
    one.state.undo()
    assert one.state.current == before.current
    one.browser.say(delete=True)
    assert one.state.remembered == fresh.state.remembered
    assert one.shown() == fresh.shown()
    assert one.browser.body == ""


def test_another_thing_that_was_opened_is_told_from_the_first() -> None:
    def opened(s: Scenario | None = None) -> str:
        return str(Browser(Page(s).explorer).keeper.opened)

    assert opened(SMALL) == opened(SMALL)
    assert len({opened(SMALL), opened(SMALL.with_seats(7)), opened()}) == 3
    one, other = (PartyReview(each) for each in ("SF", "Venstre"))
    assert Browser(one).keeper.opened != Browser(other).keeper.opened


def test_the_way_back_is_kept_for_a_hundred_steps() -> None:
    one, other = Page(SMALL), Page(SMALL)
    Browser(one.explorer).hello()
    for votes in range(1, 131):
        one.votes("D", str(votes))
    put_back(one, other)
    for _ in range(100):
        assert other.state.can_undo
        other.state.undo()
    assert other.scenario.votes["D"] == 30
    assert not other.state.can_undo


def test_fifty_actions_are_a_few_kilobytes() -> None:
    one = Page()
    Browser(one.explorer).hello()
    for step in range(50):
        one.votes(one.scenario.letters[step % 7], str(1000 + 37 * step))
    assert len(Browser(one.explorer).body) < 8_000


def test_the_title_says_what_is_open_and_whether_it_is_changed() -> None:
    page = Page()
    title = Browser(page.explorer)
    assert title.title == "Lyngby-Taarbæk"
    page.votes("O", "500")
    assert title.title == "Lyngby-Taarbæk, ændret"
    page.press("bar.reset")
    assert title.title == "Lyngby-Taarbæk"
    assert Browser(ToolPage().tool).title == "Herlev"
    assert Browser(PartyReview("SF")).title == "SF – Socialistisk Folkeparti"
    assert Browser(MeetingPage().tool).title == MeetingPage().words("prop.title")
    assert Browser(lesson().root).title == "Skoleklassen"


def test_a_board_and_an_agreement_come_back() -> None:
    one = MeetingPage(language="da")
    Browser(one.tool).hello()
    one.board.type("prop.votes_of", "9", slate="I")
    one.people("II", "Maja Berg (kvinde)\nNils Ek")
    other = MeetingPage(language="da")
    Browser(other.tool).put_back(Browser(one.tool).body)
    assert other.meeting == one.meeting
    assert other.tab_row.selected_index == one.tab_row.selected_index
    council = ToolPage({"A": 9, "B": 6, "C": 4})
    Browser(council.tool).hello()
    council.open(AgreementPanel)
    council.type("agreement.parties", "A C")
    again = ToolPage(Council({"A": 9, "B": 6, "C": 4}))
    Browser(again.tool).put_back(Browser(council.tool).body)
    assert again.proposal == council.proposal
    assert again.value("agreement.parties") == "A, C"


@every_tool
def test_what_was_written_before_all_was_deleted_is_told_from_what_comes_after(make: Make) -> None:
    one = make()
    one.browser.hello()
    one.state.look(language="en")
    assert one.browser.keeper.entry["deleted"] == 0
    one.browser.say(delete=True)
    assert one.browser.keeper.entry["deleted"] == 1
    assert one.browser.body == ""
