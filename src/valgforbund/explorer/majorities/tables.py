"""Majorities as widgets, shared by the tool and the explorer's tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from valgforbund.council import Majorities, Turnover
from valgforbund.council.turnover import Move, one_seat_moves
from valgforbund.errors import ScenarioError
from valgforbund.explorer.majorities import power
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.table import Table
from valgforbund.progress import Progress
from valgforbund.wording import Words
from valgforbund.wording import constitution_majorities as wording

AT_ONCE = 30  # groups whose power is counted before anybody notices


class MajorityTables:
    """Sentences, coalitions, what one seat changes for a list; measures of power are folded.

    Parameters
    ----------
    guard : Guard
    look : callable
        Gets the list that the person wants to know about.
    """

    def __init__(self, guard: Guard, look: Callable[[str], None]) -> None:
        self._job, self._reckoning = Job(guard), Job(guard)
        self._lines = widgets.HTML()
        self._coalitions, self._power, self._turnover, self._moves = (Table() for _ in range(4))
        self._ours = fields.Menu(guard, "majorities.ours", look)
        form = fields.row(self._ours)
        self._both = widgets.HTML()
        self._measures = Fold("majorities.measures", self._power, self._turnover)
        self._found = widgets.Box([self._coalitions, self._both, self._measures])
        self._found.add_class("vf-stack")
        self.widget = widgets.Box(
            [
                *(self._lines, self._found, self._reckoning.widget),
                *(form, self._moves, self._job.widget),
            ]
        )
        self.widget.add_class("vf-stack")

    def show(
        self,
        results: Any,
        m: Majorities,
        t: Turnover | None,
        worlds: tuple[str, str],
        lists: list[tuple[str, str]],
        ours: str,
    ) -> None:
        """Show majorities; ``results`` has the words, the worlds are those of the turnover."""
        words = results.words
        self._measures.show(words)
        lines = wording.lines(words, m)
        self._lines.value = element("div", *(element("p", line) for line in lines))
        is_quick = len(m.council.groups) <= AT_ONCE
        if not is_quick:
            self._found.add_class("vf-stale")
        self._reckoning.start(
            results,
            (m.council, t and (t.with_.council, t.without.council)),
            lambda progress: reckoned(m, t, progress),
            lambda found: self._take(words, found, worlds),
            is_quick=is_quick,
        )
        self._ours.show(words, lists, ours)

        def work(progress: Progress) -> list[Move] | None:
            try:
                return one_seat_moves(m.council, ours, progress=progress)
            except ScenarioError:  # too many coalitions, as is said above
                return None

        def done(found: list[Move] | None) -> None:
            self._moves.show(words, "" if found is None else power.moves(words, ours, found))

        self._job.start(results, (m.council, ours), work, done)

    def _take(
        self, words: Words, found: tuple[Majorities, Turnover | None], worlds: tuple[str, str]
    ) -> None:
        m, t = found
        self._found.remove_class("vf-stale")
        self._coalitions.show(words, power.coalitions(words, m))
        self._power.show(words, power.power(words, m))
        self._both.value = "" if t is None else power.turnover_lines(words, t, worlds)
        self._turnover.show(words, "" if t is None else power.turnover(words, t, worlds))


def reckoned(
    m: Majorities, t: Turnover | None, progress: Progress
) -> tuple[Majorities, Turnover | None]:
    """Both, with their power counted, which they keep."""
    _ = m.power
    progress(1, 2)
    if t is not None:
        _ = t.power
    return m, t
