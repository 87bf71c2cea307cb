"""How much of the suite runs: one in four of all that is random, everything with --exhaustive.

A test says in one of these ways what it leaves to the option:

- ``@pytest.mark.sample`` on a parametrised test: one of every four of its cases that follow each
  other, by a chance that is the same at every run, so that they differ in kind;
- ``for place in fair(places)`` in a test: the same for what it goes through, and with
  ``all_or(places, some)`` a part of its own choice;
- ``@examples(200)`` on a property: a quarter of these examples, as of the usual hundred where
  nothing is said;
- ``@pytest.mark.exhaustive`` on a test or one of its cases: nothing without the option. So it is
  with what drives the browser, but for ``@pytest.mark.story``, which is one.

A test that is named (``pytest tests/test_x.py::test_y``) has all its cases. The last lines of
every run say what was left out.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

ONE_IN, USUAL = 4, 100  # cases, and examples of a property
T = TypeVar("T")
left_out: Counter[str] = Counter()


def sample(name: str, cases: Sequence[T]) -> list[T]:
    """One of every four that follow each other."""
    chance = random.Random(name)
    return [chance.choice(cases[i : i + ONE_IN]) for i in range(0, len(cases), ONE_IN)]


def is_sample() -> bool:
    return settings.default.max_examples < USUAL


def examples(many: int) -> settings:
    """So many examples of a property with everything, and a quarter of them in a sample."""
    return settings(max_examples=-(-many // ONE_IN) if is_sample() else many)


def all_or(everything: Sequence[T], part: Sequence[T]) -> Sequence[T]:
    """What a test goes through with everything, and in a sample."""
    if not is_sample():
        return everything
    left_out["rounds"] += len(everything) - len(part)
    return part


def fair(rounds: Sequence[T]) -> Sequence[T]:
    """What a test goes through with everything, and one of every four in a sample."""
    return all_or(rounds, sample(str(len(rounds)), rounds))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--exhaustive", action="store_true", help="run everything instead of a fair sample"
    )


def pytest_configure(config: pytest.Config) -> None:
    for name, many in (("everything", USUAL), ("sample", USUAL // ONE_IN)):
        settings.register_profile(
            name,
            max_examples=many,
            derandomize=True,  # the same everywhere, without chance or clocks
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        )
    settings.load_profile("everything" if config.option.exhaustive else "sample")
    left_out.clear()


@pytest.hookimpl(trylast=True)  # a sample of what -k leaves
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.exhaustive or any("::" in argument for argument in config.args):
        return
    waiting = {item for item in items if _waits(item)}
    beyond = _beyond(item for item in items if item not in waiting)
    left_out.update(tests=len(waiting), cases=len(beyond))
    config.hook.pytest_deselected(items=[*waiting, *beyond])
    items[:] = [item for item in items if item not in waiting | beyond]


def _waits(item: pytest.Item) -> bool:
    """Whether a test runs only with everything."""
    marks = {mark.name for mark in item.iter_markers()}
    return "exhaustive" in marks or ("browser" in marks and "story" not in marks)


def _beyond(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """The cases of sampled tests that are not in the sample."""
    found: set[pytest.Item] = set()
    for name, group in groupby(items, lambda item: item.nodeid.partition("[")[0]):
        cases = list(group)
        if cases[0].get_closest_marker("sample"):
            found |= {*cases} - {*sample(name, cases)}
    return found


def pytest_sessionfinish(session: pytest.Session) -> None:
    """One of several processes hands over its numbers."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = dict(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Another process has ended: all leave out the same tests, and each its own rounds.

    One that was killed hands over nothing.
    """
    theirs = Counter(getattr(node, "workeroutput", {}).get("left_out", {}))
    rounds = left_out["rounds"] + theirs["rounds"]
    left_out.update(theirs - left_out)
    left_out["rounds"] = rounds


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if not config.option.exhaustive:
        few = f"{USUAL - USUAL // ONE_IN} of {USUAL} examples of each property"
        terminalreporter.section("only with --exhaustive")
        terminalreporter.write_line(
            f"{left_out['tests']} tests, {left_out['cases']} cases of sampled tests, "
            f"{left_out['rounds']} rounds inside tests, {few}"
        )
