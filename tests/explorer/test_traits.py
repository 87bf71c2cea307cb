"""What a tool holds, from Python: set, checked, observed once for an action; parts shown alone."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import traitlets

from explorer.constitution.page import ToolPage
from explorer.lesson.page import LessonPage
from explorer.page import Page
from explorer.part import Part
from explorer.proportional.page import MeetingPage
from valgforbund import Scenario, ScenarioError, compare, count, load
from valgforbund.council import Council
from valgforbund.explorer import Constitution, Explorer, Lesson, Night, PartyReview, Proportional
from valgforbund.explorer.count.pictures import VotesPicture
from valgforbund.explorer.election.panels.partners import Partners
from valgforbund.explorer.election.panels.savings import Savings
from valgforbund.explorer.election.questions import PANELS
from valgforbund.wording import words

SMALL = Scenario({"A": 610, "B": 300, "C": 101, "D": 90}, 9, [["B", "C"]], place="Et sted")
MORE = SMALL.with_votes({"D": 500})


def changes(tool: Any, name: str) -> list[tuple[Any, Any]]:
    """What an observer is told, as it comes: before and now."""
    told: list[tuple[Any, Any]] = []
    tool.observe(lambda change: told.append((change["old"], change["new"])), name)
    return told


# ---- the explorer's scenario ----


def test_a_scenario_that_is_set_is_shown_and_is_one_step_back() -> None:
    page = Page(SMALL)
    page.explorer.scenario = MORE
    assert page.scenario == page.state.current == MORE
    seats = count(MORE).seats
    assert page.seats() == {letter: str(seats[letter]) for letter in MORE.letters}
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == SMALL
    assert not page.state.can_undo
    page.press("bar.redo")
    assert page.explorer.scenario == MORE


def test_changed_numbers_stand_beside_those_of_the_same_place_and_another_place_is_opened() -> None:
    page = Page(SMALL)
    page.explorer.scenario = MORE
    assert "90" in page.before("D")
    page.explorer.scenario = load("KV2025", "Læsø")
    assert page.state.original == page.scenario
    assert "Læsø" in page.find("bar.place").placeholder
    page.press("bar.undo")
    assert page.scenario == MORE
    assert page.state.original == SMALL


@pytest.mark.parametrize(
    "wrong", [None, "Næstved", 7, {"A": 3}, count(SMALL), compare(SMALL, "B-C")]
)
def test_what_is_no_scenario_is_refused_and_nothing_is_lost(wrong: Any) -> None:
    page = Page(SMALL)
    page.votes("D", "500")
    told = changes(page.explorer, "scenario")
    before, html = page.state.now, page.html
    with pytest.raises(ScenarioError, match="Expected a Scenario"):
        page.explorer.scenario = wrong
    assert page.state.now == before
    assert page.html == html
    assert told == []
    page.press("bar.undo")
    assert page.scenario == SMALL


def test_setting_an_equal_one_does_nothing() -> None:
    page = Page(SMALL)
    told = changes(page.explorer, "scenario")
    page.explorer.scenario = SMALL.with_votes({"A": 610})
    assert not page.state.can_undo
    assert told == []


def test_an_observer_is_told_once_for_each_action_also_undo() -> None:
    page = Page(SMALL)
    told = changes(page.explorer, "scenario")
    page.votes("D", "500")
    assert told == [(SMALL, MORE)]
    page.press("bar.undo")
    page.press("bar.redo")
    page.press("bar.reset")
    assert told == [(SMALL, MORE), (MORE, SMALL), (SMALL, MORE), (MORE, SMALL)]
    page.choose("bar.examples", page.words("example.class"))  # opens, looks elsewhere, and moves on
    assert len(told) == 5
    page.choose("app.language", "English")  # what is only looked at otherwise is the same
    page.votes("F", "many")  # refused
    assert len(told) == 5
    assert "many" in page.alert
    page.explorer.unobserve_all("scenario")
    page.votes("F", "3")
    assert len(told) == 5


def test_an_observer_sees_what_the_page_shows() -> None:
    page = Page(SMALL)
    seen = []

    def look(change: Any) -> None:
        assert page.explorer.scenario == change["new"]
        seen.append(page.seats())

    page.explorer.observe(look, "scenario")
    page.votes("D", "500")
    page.explorer.scenario = SMALL
    assert seen == [
        {letter: str(seats) for letter, seats in count(each).seats.items()}
        for each in (MORE, SMALL)
    ]


def test_a_change_that_cannot_be_shown_is_told_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(SMALL)
    told = changes(page.explorer, "scenario")

    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    with monkeypatch.context() as broken:
        broken.setattr(VotesPicture, "show", fail)
        page.votes("D", "500")
        with pytest.raises(RuntimeError, match="boom"):
            page.explorer.scenario = MORE
    assert told == []
    assert page.scenario == SMALL
    assert not page.state.can_undo
    page.assert_in_step()


def test_setting_inside_an_observer_neither_loops_nor_tears() -> None:
    """One observer keeps A at 610; all are told of both changes, in the order they came."""
    page = Page(SMALL)
    explorer, first = page.explorer, []

    def hold(change: Any) -> None:
        first.append(change["new"])
        explorer.scenario = change["new"].with_votes({"A": 610})

    explorer.observe(hold, "scenario")
    told = changes(explorer, "scenario")
    page.votes("A", "700")
    changed = SMALL.with_votes({"A": 700})
    assert told == [(SMALL, changed), (changed, SMALL)]
    assert first == [changed, SMALL]
    assert page.scenario == SMALL
    assert page.alert == ""
    page.assert_in_step()
    page.press("bar.undo")  # the observer's change was one step, the person's another
    assert page.scenario == SMALL


def test_observers_that_never_agree_are_stopped_with_a_word() -> None:
    page = Page(SMALL)
    explorer = page.explorer

    def add(change: Any) -> None:
        explorer.scenario = change["new"].with_votes({"A": change["new"].ballots[0] + 1})

    explorer.observe(add, "scenario")
    with pytest.raises(ScenarioError, match="scenario"):
        explorer.scenario = MORE
    explorer.unobserve(add, "scenario")
    told = changes(explorer, "scenario")
    explorer.scenario = SMALL  # and it goes on
    assert [new for _, new in told] == [SMALL]
    page.assert_in_step()


def test_an_observer_that_fails_takes_nothing_back(caplog: pytest.LogCaptureFixture) -> None:
    page = Page(SMALL)

    def fail(_: Any) -> None:
        raise KeyError("mine")

    page.explorer.observe(fail, "scenario")
    with caplog.at_level(logging.CRITICAL), pytest.raises(KeyError, match="mine"):
        page.explorer.scenario = MORE
    assert page.scenario == MORE
    with caplog.at_level(logging.CRITICAL):
        page.press("bar.undo")  # of the person: the page says so, and it is true
    assert page.scenario == SMALL
    assert "mine" in page.alert
    assert "det, du ændrede, gælder" in page.alert
    page.assert_in_step()


def test_a_message_of_an_earlier_action_is_gone_when_something_is_set() -> None:
    page = Page(SMALL)
    page.votes("D", "mange")
    assert page.alert
    page.explorer.scenario = MORE
    assert page.alert == ""


def test_two_explorers_can_be_linked() -> None:
    one, other = Page(SMALL), Page(MORE)
    link = traitlets.link((one.explorer, "scenario"), (other.explorer, "scenario"))
    assert other.scenario == SMALL
    one.votes("D", "91")
    assert other.scenario == SMALL.with_votes({"D": 91})
    other.press("bar.undo")
    assert one.scenario == SMALL
    link.unlink()


# ---- the other tools ----


@dataclass
class Case:
    """A tool, the name of what it holds, another value, and what a person does."""

    tool: Any
    name: str
    other: Any
    act: Callable[[], object]
    wrong: Any = 7

    @property
    def value(self) -> Any:
        return getattr(self.tool, self.name)


def constitution() -> Case:
    page = ToolPage({"A": 9, "B": 6, "C": 4})
    return Case(
        page.tool, "council", Council({"A": 9, "B": 6, "C": 3}), lambda: page.seat("C", "5")
    )


def proposal() -> Case:
    page = ToolPage({"A": 9, "B": 6, "C": 4})
    other = page.tool.proposal.with_seats({"C": 2})
    return Case(page.tool, "proposal", other, lambda: page.seat("C", "5"))


def proportional() -> Case:
    page = MeetingPage(language="da")
    other = page.tool.meeting.with_present(17)
    return Case(page.tool, "meeting", other, lambda: page.type("prop.present", "19"))


def review() -> Case:
    page = PartyReview("Slesvigsk Parti")
    part = Part(page, lambda: words("da"))
    party = "Frie Grønne"
    return Case(page, "party", "Alternativet", lambda: part.choose("review.menu.party", party))


def lesson() -> Case:
    page = LessonPage()
    other = page.lesson.scenario.with_votes({"A": 2})
    return Case(
        page.lesson, "scenario", other, lambda: page.type("lists.votes_of", "12", letter="A")
    )


def night() -> Case:
    page = Night("SF")
    part = Part(page, lambda: words("da"))
    return Case(page, "party", "Venstre", lambda: part.choose("night.we_are", "Vi er Alternativet"))


TOOLS = [constitution, proposal, proportional, review, lesson, night]


@pytest.mark.parametrize("make", TOOLS)
def test_every_tool_has_what_it_holds_as_a_trait(make: Callable[[], Case]) -> None:
    case = make()
    told, before = changes(case.tool, case.name), case.value
    case.act()
    acted = case.value
    assert acted != before
    assert told == [(before, acted)]
    setattr(case.tool, case.name, case.other)
    assert told[1:] == [(acted, case.value)]
    setattr(case.tool, case.name, case.value)
    state = case.tool.room if isinstance(case.tool, Lesson) else case.tool.state
    state.undo()
    assert case.value == acted
    state.undo()
    assert case.value == before
    assert not state.can_undo
    assert len(told) == 4


@pytest.mark.parametrize("make", TOOLS)
def test_what_does_not_fit_is_refused_by_every_tool(make: Callable[[], Case]) -> None:
    case = make()
    told, before = changes(case.tool, case.name), case.value
    with pytest.raises(ScenarioError):
        setattr(case.tool, case.name, case.wrong)
    assert case.value == before
    assert told == []


def test_a_council_is_set_as_it_is_opened() -> None:
    tool = Constitution({"A": 9, "B": 6, "C": 4})
    tool.council = {"A": 9, "B": 6, "D": 4}  # other lists: another council is opened
    assert tool.seats.to_dict() == {"A": 9, "B": 6, "D": 4}
    assert tool.state.original.council == tool.council
    tool.council = Council({"A": 9, "B": 6, "D": 4}, [["A", "D"]])  # the same lists: a change
    assert tool.state.original.council != tool.council
    assert tool.council.group_of("A").letters == ("A", "D")
    tool.council = {"A": 8, "B": 7, "D": 4}
    assert tool.council.group_of("A").letters == ("A", "D")  # seats alone leave the groups
    for _ in range(2):  # the second time it is the same
        tool.council = SMALL
    tool.state.undo()
    assert tool.seats["B"] == 7
    tool.state.redo()
    assert tool.seats.to_dict() == count(SMALL).seats.to_dict()


def test_a_review_follows_its_party_and_cannot_be_set() -> None:
    page = PartyReview("Slesvigsk Parti")
    told = changes(page, "review")
    page.party = "alternativet"
    assert page.party == "Alternativet"
    assert [new.party.name for _, new in told] == ["Alternativet"]
    with pytest.raises(traitlets.TraitError, match="review"):
        page.review = told[0][0]


def test_a_lesson_takes_only_what_a_class_can_count() -> None:
    lesson = Lesson()
    for wrong in (
        load("KV2025", "Næstved"),  # too many lists
        Scenario({"A": 9, "B": 8}, 31),  # too many seats for a table by hand
        Scenario({"A": 9, "B": 8, "C": 7, "D": 6}, 5, [["A", "B"], ["C", "D"]]),
        Scenario({"A": 9}, 5),
        Scenario({"X": 9, "Y": 8}, 5),
    ):
        before = lesson.scenario
        with pytest.raises(ScenarioError):
            lesson.scenario = wrong
        assert lesson.scenario == before
    lesson.scenario = Scenario({"A": 9, "B": 8, "C": 7}, 5, [["A", "C"]])
    assert lesson.room.allied == ("A", "C")


# ---- parts shown alone ----


def alone(tool: Explorer, name: str) -> Part:
    return Part(tool.panels[name], lambda: words("da"))


def test_the_parts_are_named() -> None:
    explorer = Explorer(SMALL)
    tabs = [panel.title.partition(".")[2] for panel in PANELS]
    named = ["lists", "slider", "tools", "seats", "votes"]
    assert [*explorer.panels] == ["headline", "board", *named, *tabs]
    assert "votes" in explorer.panels
    assert "nothing" not in explorer.panels
    assert explorer.panels.get("nothing") is None
    assert len(explorer.panels) == 7 + len(tabs)


@pytest.mark.parametrize(
    ("tool", "names"),
    [
        (Constitution, ["lists", "majorities", "committees", "agreement", "posts", "mayor"]),
        (Proportional, ["request", "presidium", "board", "chairs"]),
        (PartyReview, ["account", "councils"]),
        (Night, ["clock", "country", "story", "ours", "curves", "parties", "council"]),
    ],
)
def test_every_tool_has_named_parts(tool: Any, names: list[str]) -> None:
    made = tool()
    assert [*made.panels] == names
    for name in names:
        assert Part(made.panels[name], lambda: words("da")).html


@pytest.mark.parametrize("name", ["vote", "", "Votes", 3])
def test_a_part_that_is_not_there_is_told_with_what_is_there(name: Any) -> None:
    explorer = Explorer(SMALL)
    with pytest.raises(
        ScenarioError, match="headline, board, lists, slider, tools, seats, votes"
    ) as told:
        explorer.panels[name]
    assert isinstance(told.value, KeyError)


def test_a_part_alone_has_its_looks_and_stays_in_step() -> None:
    page = Page(SMALL)
    votes = alone(page.explorer, "votes")
    before = votes.pictures
    assert len(before) == 1
    assert "<style>" in votes.html
    assert "vf-explorer" in votes.root._dom_classes
    page.votes("D", "500")
    assert votes.pictures != before
    page.press("bar.undo")
    assert votes.pictures == before


def test_a_tab_alone_is_live_though_it_is_not_open() -> None:
    page = Page(SMALL)
    savings = alone(page.explorer, "savings")
    before = savings.text
    page.votes("D", "500")
    assert savings.text != before
    assert page.open(Savings).text in savings.text  # and it is the same there
    page.press("bar.undo")
    assert savings.text == before


def test_an_action_in_a_part_alone_is_an_action_of_the_tool() -> None:
    page = Page(SMALL)
    lists = alone(page.explorer, "lists")
    told = changes(page.explorer, "scenario")
    lists.type("lists.votes_of", "500", letter="D")
    assert told == [(SMALL, MORE)]
    lists.type("lists.votes_of", "mange", letter="D")  # told beside it, for the tool may not show
    assert "mange" in lists.text
    assert page.scenario == MORE


def test_a_part_is_the_same_widget_however_often_it_is_asked_for() -> None:
    explorer = Explorer(SMALL)
    assert explorer.panels["votes"] is explorer.panels["votes"]
    assert explorer.panels["partners"] is explorer.panels["partners"]


def test_a_part_that_was_closed_is_no_longer_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    explorer, shown = Explorer(SMALL), []
    show = Partners.show

    def counting(self: Any, results: Any) -> None:
        shown.append(results.scenario)
        show(self, results)

    monkeypatch.setattr(Partners, "show", counting)
    part = explorer.panels["partners"]
    explorer.scenario = MORE
    assert shown == [SMALL, MORE]
    part.close()
    explorer.scenario = SMALL
    assert shown == [SMALL, MORE]
    again = explorer.panels["partners"]
    assert again is not part
    assert shown == [SMALL, MORE, SMALL]
