"""Compile all that is otherwise compiled at its first use; the command `prepare`."""

from __future__ import annotations

from collections.abc import Callable

from valgforbund.progress import Progress, silent
from valgforbund.scenario import Scenario
from valgforbund.simulation.simulate import simulate
from valgforbund.strategy.bounds import bounds
from valgforbund.strategy.partners import partners
from valgforbund.strategy.stability import stability
from valgforbund.strategy.structures import structures

LETTERS = "ABCDEFGHIJKLM"
FEW, MANY = 9, 13  # lists: what few lists ask is counted without compiling


def prepare(progress: Progress = silent) -> None:
    """Ask every question that compiles something once, of small elections.

    The machine code stays on disk, so that the next start of Python finds it there. It takes
    half a minute to a minute; when all is there already, some seconds.

    Parameters
    ----------
    progress : callable
        Called as ``progress(done, total)`` before each question and at the end.
    """
    few, many = _election(FEW), _election(MANY)
    every = structures(few)
    questions: tuple[Callable[[], object], ...] = (
        lambda: every.stable(consent=True),
        lambda: every.stable(consent=False),
        lambda: every.best("A"),
        lambda: structures(few, forbidden=[("A", "B")]),
        lambda: stability(few),
        lambda: bounds(many),
        lambda: partners(many, "E"),
        lambda: simulate(few, "C-D", draws=1000, seed=0),
    )
    for done, ask in enumerate(questions):
        progress(done, len(questions))
        ask()
    progress(len(questions), len(questions))


def _election(lists: int) -> Scenario:
    votes = {letter: 900 - 61 * i for i, letter in enumerate(LETTERS[:lists])}
    return Scenario(votes, seats=9, alliances=[["C", "D"], ["E", "F"]])
