"""The state of a tool, whatever it holds: the way back, and what cannot be shown."""

from dataclasses import dataclass

import pytest

from valgforbund.explorer.workbench.state import State


@dataclass(frozen=True)
class View:
    language: str = "da"


@pytest.fixture
def state() -> State[str]:
    return State("one", View())


def test_opening_changing_and_the_way_back(state: State[str]) -> None:
    state.change("two")
    state.open("three", language="en")
    state.change("four")
    assert (state.original, state.current) == ("three", "four")
    for held in (("three", "three"), ("one", "two"), ("one", "one")):
        state.undo()
        assert (state.original, state.current) == held
    assert not state.can_undo
    assert state.view.language == "en"  # how it is looked at is no step
    for _ in range(3):
        state.redo()
    assert (state.original, state.current) == ("three", "four")
    state.reset()
    assert state.current == "three"
    state.undo()
    assert state.current == "four"


def test_the_same_again_is_no_step(state: State[str]) -> None:
    state.change("one")
    state.reset()
    assert not state.can_undo


def test_what_could_not_be_shown_is_taken_back_with_its_steps(state: State[str]) -> None:
    state.change("two")
    state.settle()
    state.undo()
    state.open("three", "four", language="en")
    state.take_back()
    assert (state.original, state.current, state.view) == ("one", "two", View())
    assert state.can_undo
    assert not state.can_redo
    state.undo()
    assert state.current == "one"


def test_what_is_remembered_is_put_into_another_state(state: State[str]) -> None:
    state.change("two")
    state.change("three")
    state.undo()
    other = State("else", View("en"))
    other.change("whatever")
    other.remind(state.remembered)
    assert other.remembered == state.remembered
    assert other.now == state.now
    other.redo()
    assert other.current == "three"
    assert state.current == "two"
    other.undo()
    other.undo()
    assert other.current == "one"
    assert not other.can_undo
