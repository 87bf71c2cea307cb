"""The state: history, drags, opening, the way back; no widgets."""

import pytest

from valgforbund import Scenario
from valgforbund.baselines import Baseline
from valgforbund.explorer.count.view import Pin, View
from valgforbund.explorer.election.state import ONE_DRAG, State
from valgforbund.sources.bundled import load

START = Scenario({"A": 10, "B": 20, "C": 30}, 5, [["A", "B"]])
OTHER = Scenario({"X": 1, "Y": 2}, 3, place="andetsteds")


class Clock:
    """Seconds that pass only when a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(clock: Clock) -> State:
    return State(START, View(), clock)


def with_a(votes: int) -> Scenario:
    return START.with_votes({"A": votes})


def test_nothing_to_undo_at_first(state: State) -> None:
    assert not state.can_undo
    assert not state.can_redo
    state.undo()
    state.redo()
    assert state.scenario == START


def test_undo_and_redo(state: State) -> None:
    state.change(with_a(11))
    state.change(with_a(12))
    state.undo()
    assert state.scenario == with_a(11)
    state.undo()
    assert state.scenario == START
    assert not state.can_undo
    state.redo()
    state.redo()
    assert state.scenario == with_a(12)
    assert not state.can_redo


def test_the_same_scenario_is_no_step(state: State) -> None:
    state.change(with_a(10))
    assert not state.can_undo


def test_a_change_clears_what_could_be_redone(state: State) -> None:
    state.change(with_a(11))
    state.undo()
    state.change(with_a(12))
    assert not state.can_redo


def test_one_drag_is_one_step(state: State, clock: Clock) -> None:
    for votes in (11, 12, 13, 14):
        state.change(with_a(votes), drag=True)
        clock.now += ONE_DRAG / 2
    state.undo()
    assert state.scenario == START
    state.redo()
    assert state.scenario == with_a(14)


def test_a_drag_does_not_rest_while_it_is_counted_and_shown(state: State, clock: Clock) -> None:
    for votes in (11, 12, 13):
        state.change(with_a(votes), drag=True)
        clock.now += 3 * ONE_DRAG  # a slow machine
        state.settle()
        clock.now += ONE_DRAG / 2
    state.undo()
    assert state.scenario == START


def test_a_rest_ends_a_drag(state: State, clock: Clock) -> None:
    state.change(with_a(11), drag=True)
    clock.now += ONE_DRAG + 0.1
    state.change(with_a(12), drag=True)
    state.undo()
    assert state.scenario == with_a(11)


@pytest.mark.parametrize("between", ["change", "undo", "open"])
def test_anything_else_ends_a_drag(state: State, between: str) -> None:
    state.change(with_a(11), drag=True)
    if between == "change":
        state.change(with_a(40))
    elif between == "undo":
        state.undo()
    else:
        state.open(OTHER)
        state.undo()
    before = state.scenario
    state.change(with_a(12), drag=True)
    state.undo()
    assert state.scenario == before


def test_a_drag_after_an_undo_clears_what_could_be_redone(state: State) -> None:
    state.change(with_a(11), drag=True)
    state.undo()
    state.change(with_a(12), drag=True)
    assert not state.can_redo


def test_opening_another_election_can_be_undone_with_its_original(state: State) -> None:
    state.change(with_a(11))
    state.open(OTHER)
    assert (state.original, state.scenario) == (OTHER, OTHER)
    state.undo()
    assert (state.original, state.scenario) == (START, with_a(11))
    state.redo()
    assert (state.original, state.scenario) == (OTHER, OTHER)


def test_opening_forgets_how_the_other_place_was_looked_at(state: State) -> None:
    state.look(
        focus=frozenset("AB"), baseline=Baseline("none"), ours="A", moving="B", per_cent_of=60,
        language="en", measure="remainder",
    )  # fmt: skip
    state.open(OTHER)
    assert state.view == View(language="en", measure="remainder", chosen=2, opened=1)
    assert state.seen == (frozenset(),)


def test_opening_can_say_how_to_look(state: State) -> None:
    state.open(START, with_a(11), focus=frozenset("AB"))
    assert (state.original, state.scenario) == (START, with_a(11))
    assert state.view.focus == frozenset("AB")


def test_opening_is_no_change_and_what_is_done_then_is(state: State) -> None:
    """A file of the same election: no step of the person's own led from what was shown to it."""
    first, changed = state.scenario, state.scenario.with_seats(state.scenario.seats + 2)
    state.open(first, changed)
    assert state.previous is None
    state.change(first)
    assert state.previous == changed
    state.undo()
    assert state.previous is None
    state.undo()
    assert state.scenario == first
    assert state.previous is None


def test_what_was_opened_is_no_change_when_undo_leads_back_to_it(state: State) -> None:
    state.change(with_a(11))
    state.open(START)
    state.change(with_a(12))
    state.open(OTHER)
    state.undo()
    assert state.previous == START
    state.undo()
    assert state.scenario == START
    assert state.previous is None
    state.change(with_a(13))
    state.change(with_a(14))
    assert state.previous == with_a(13)


def test_whoever_hears_of_an_opened_election_hears_of_no_change(state: State) -> None:
    heard: list[Scenario | None] = []
    state.observe(lambda _: heard.append(state.previous), ["original", "current", "view"])
    state.open(START, with_a(11))
    state.change(with_a(12))
    state.undo()
    state.redo()
    state.undo()
    state.begin_again(state.remembered)
    assert {*heard} == {None, with_a(11)}
    assert heard[:2] == [None, None]
    assert heard[-1] is None


def test_what_was_opened_is_no_change_for_a_page_that_was_closed(state: State) -> None:
    state.open(START, with_a(11))
    other = State(OTHER, View())
    other.remind(state.remembered)
    assert other.scenario == with_a(11)
    assert other.previous is None
    state.change(with_a(12))
    other.remind(state.remembered)
    assert other.previous == with_a(11)


def test_to_begin_again_is_no_change(state: State) -> None:
    first = state.remembered
    state.change(with_a(11))
    state.begin_again(first)
    assert (state.scenario, state.previous) == (START, None)
    state.undo()
    assert (state.scenario, state.previous) == (with_a(11), START)


def test_reset_can_be_undone(state: State) -> None:
    state.change(with_a(11))
    state.reset()
    assert state.scenario == START
    state.undo()
    assert state.scenario == with_a(11)


def test_looking_is_no_step_and_changes_no_scenario(state: State) -> None:
    state.look(language="en")
    assert not state.can_undo
    assert state.scenario == START


def test_observers_hear_once_of_an_election_that_is_opened(state: State) -> None:
    heard: list[tuple[str, Scenario, View]] = []
    state.observe(
        lambda change: heard.append((change["name"], state.scenario, state.view)),
        ["current", "view"],
    )
    state.open(OTHER, language="en")
    assert {name for name, _, _ in heard} == {"current", "view"}
    # whoever hears first already sees both
    assert all((s, v.language) == (OTHER, "en") for _, s, v in heard)


def test_lots_drawn_in_another_world_are_one_step_and_leave_the_scenario(state: State) -> None:
    state.draw_elsewhere([OTHER])
    assert (state.scenario, state.view.drawn) == (START, (OTHER,))
    state.undo()
    assert state.view.drawn == ()
    state.redo()
    assert state.view.drawn == (OTHER,)


# ---- variants and our list, where a step leads to another election ----


def test_what_came_with_an_election_goes_with_it() -> None:
    naestved, lejre = load("KV2025", "Næstved"), load("KV2025", "Lejre")
    state = State(naestved, View(ours="V", pins=(Pin("her", naestved),)))
    state.open(lejre, ours="F", pins=(*state.view.pins, Pin("der", lejre)))
    state.undo()
    assert (state.view.ours, state.view.pins) == ("V", (Pin("her", naestved),))
    state.look(pins=(*state.view.pins, Pin("ny", naestved)))
    state.redo()
    assert state.view.ours == "F"
    assert state.view.pins == (Pin("her", naestved), Pin("der", lejre))
    state.undo()
    assert [pin.name for pin in state.view.pins] == ["her", "ny"]
