"""Compile all that is otherwise compiled at its first use: python -m valgforbund.prepare."""

from __future__ import annotations

from valgforbund.scenario import Scenario
from valgforbund.simulation.simulate import simulate
from valgforbund.strategy.bounds import bounds
from valgforbund.strategy.partners import partners
from valgforbund.strategy.stability import stability
from valgforbund.strategy.structures import structures

LETTERS = "ABCDEFGHIJKLM"
FEW, MANY = 9, 13  # lists: what few lists ask is counted without compiling


def prepare() -> None:
    """Ask every question that compiles something once, of small elections.

    The machine code stays on disk, so that the next start of Python finds it there. It takes
    half a minute to a minute; when all is there already, some seconds.
    """
    few, many = _election(FEW), _election(MANY)
    every = structures(few)
    for consent in (True, False):
        every.stable(consent=consent)
    every.best("A")
    structures(few, forbidden=[("A", "B")])
    stability(few)
    bounds(many)
    partners(many, "E")
    simulate(few, "C-D", draws=1000, seed=0)


def _election(lists: int) -> Scenario:
    votes = {letter: 900 - 61 * i for i, letter in enumerate(LETTERS[:lists])}
    return Scenario(votes, seats=9, alliances=[["C", "D"], ["E", "F"]])


if __name__ == "__main__":
    prepare()
