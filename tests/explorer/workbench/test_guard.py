"""The guard: nothing is lost, nothing answers to what we set ourselves."""

import logging

import pytest

from valgforbund import ScenarioError
from valgforbund.explorer.workbench.guard import Guard


class Record:
    """A guard, what it told and how often it restored."""

    def __init__(self) -> None:
        self.told: list[Exception | None] = []
        self.restored = 0
        self.guard = Guard(lambda error, _: self.told.append(error), self._restore)

    def _restore(self, _: bool) -> None:
        self.restored += 1


@pytest.fixture
def record() -> Record:
    return Record()


def test_what_goes_well_clears_the_message(record: Record) -> None:
    seen: list[str] = []
    record.guard(seen.append)("change")
    assert (seen, record.told, record.restored) == (["change"], [None], 1)


def test_an_error_in_the_input_is_told_and_the_inputs_are_restored(record: Record) -> None:
    error = ScenarioError("number_not_whole", value="12.7")

    def fail(_: object) -> None:
        raise error

    record.guard(fail)(None)
    assert (record.told, record.restored) == ([error], 1)
    assert not record.guard.active


def test_an_unexpected_exception_is_told_logged_and_not_raised(
    record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        record.guard(lambda _: 1 / 0)(None)
    assert isinstance(record.told[0], ZeroDivisionError)
    assert record.restored == 1
    assert "ZeroDivisionError" in caplog.text
    assert not record.guard.active


def test_quiet_callbacks_do_nothing(record: Record) -> None:
    seen: list[str] = []
    with record.guard.quiet():
        record.guard(seen.append)("change")
        with record.guard.quiet():
            pass
        record.guard(seen.append)("change")
    assert (seen, record.told, record.restored) == ([], [], 0)
    record.guard(seen.append)("change")
    assert seen == ["change"]


def test_quiet_ends_also_after_an_exception(record: Record) -> None:
    seen: list[str] = []
    with pytest.raises(ZeroDivisionError), record.guard.quiet():
        raise ZeroDivisionError
    record.guard(seen.append)("change")
    assert seen == ["change"]


def test_active_while_a_callback_runs(record: Record) -> None:
    seen: list[bool] = []
    record.guard(lambda _: seen.append(record.guard.active))(None)
    assert seen == [True]
