"""How much of the suite runs: a fair sample between two edits, everything with --exhaustive.

A test says in one of three ways what it leaves to --exhaustive:

- ``@pytest.mark.sample(12)`` on a parametrised test: without the option twelve of its cases, the
  same ones at every run, one from each twelfth of them, so that they differ in kind;
- ``@pytest.mark.exhaustive`` on a test or one of its cases: nothing without the option;
- ``@examples(150)`` on a property: without the option a quarter of these examples, as a quarter
  of the usual hundred where nothing is said.

A test that is named (``pytest tests/test_x.py::test_y``) runs whole. The last lines of every run
say what was left out.
"""

import random
from collections.abc import Iterable
from itertools import groupby, pairwise

import pytest
from hypothesis import HealthCheck, settings

USUAL, FEWER = 100, 25  # examples of a property
LEFT_OUT = pytest.StashKey[tuple[int, int]]()


def examples(many: int) -> settings:
    """So many examples of a property with everything, and fewer in a sample."""
    return settings(max_examples=max(1, many * settings.default.max_examples // USUAL))


def spread(name: str, cases: list[pytest.Item], many: int) -> list[pytest.Item]:
    """So many of the cases of a test: by chance one of each of as many equal stretches."""
    chance = random.Random(name)
    edges = [len(cases) * i // many for i in range(many + 1)]
    return [cases[chance.randrange(*ends)] for ends in pairwise(edges)]


def left_out(items: Iterable[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """What waits for --exhaustive: whole tests and marked cases, and cases beyond a sample."""
    items = list(items)
    waiting = [item for item in items if item.get_closest_marker("exhaustive")]
    beyond = []
    for name, group in groupby(items, lambda item: item.nodeid.partition("[")[0]):
        cases = [item for item in group if not item.get_closest_marker("exhaustive")]
        sample = cases and cases[0].get_closest_marker("sample")
        if sample and len(cases) > sample.args[0]:
            kept = spread(name, cases, *sample.args)
            beyond += [item for item in cases if item not in kept]
    return waiting, beyond


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--exhaustive", action="store_true", help="run everything instead of a fair sample"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = (0, 0)
    for name, many in (("everything", USUAL), ("sample", FEWER)):
        settings.register_profile(
            name,
            max_examples=many,
            derandomize=True,  # the same everywhere, without chance or clocks
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        )
    settings.load_profile("everything" if config.option.exhaustive else "sample")


@pytest.hookimpl(trylast=True)  # a sample of what -k leaves
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.exhaustive or any("::" in argument for argument in config.args):
        return
    waiting, beyond = left_out(items)
    config.stash[LEFT_OUT] = len(waiting), len(beyond)
    gone = {*waiting, *beyond}
    config.hook.pytest_deselected(items=[*waiting, *beyond])
    items[:] = [item for item in items if item not in gone]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process beside others hands over its numbers; all have collected the same."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """A process has ended, which may have been before it had numbers to hand over."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", (0, 0))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.option.exhaustive:
        return
    waiting, beyond = config.stash[LEFT_OUT]
    terminalreporter.section("only with --exhaustive")
    terminalreporter.write_line(
        f"{waiting} tests, {beyond} cases of sampled tests, "
        f"{USUAL - FEWER} of {USUAL} examples of each property"
    )
