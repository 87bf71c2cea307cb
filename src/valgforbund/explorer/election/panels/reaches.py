"""What every list can have at least and at most, whoever allies with whom."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.counting import count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.cells import Cell, number, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.progress import Progress
from valgforbund.ranges import Span
from valgforbund.strategy.bounds import MOST_LISTS, Bound, every_bound
from valgforbund.wording import Words, partners


class Reaches:
    """A table of all lists; for too many lists a sentence why there is none."""

    def __init__(self, guard: Guard) -> None:
        self._job, self._table = Job(guard), Table()
        self.widget = widgets.Box([self._job.widget, self._table])

    def show(self, results: Results) -> None:
        """Count what changed; alliances do not matter."""
        words, scenario = results.words, results.scenario
        if len(scenario.letters) > MOST_LISTS:
            self._job.stop()
            too_many = words("bounds.too_many", limit=MOST_LISTS)
            self._table.show(words, element("p", too_many))
            return
        free = scenario.without_alliances()
        names = zip(scenario.letters, scenario.names, strict=True)
        shown = [text(f"{letter} {name}" if letter != name else name) for letter, name in names]

        def work(progress: Progress) -> list[Bound]:
            return every_bound(free, progress)

        def done(found: list[Bound]) -> None:
            spans = count(scenario).spans
            rows = [
                (name, *_row(words, each, spans[each.letter]))
                for name, each in zip(shown, found, strict=True)
            ]
            keys = ("list", "now", "fewest", "worst", "most", "best")
            head = [words(f"bounds.{key}") for key in keys]
            content = element(
                "div",
                table(head, rows, words("bounds.caption")),
                element("p", words("bounds.note"), class_="vf-quiet"),
                class_="vf-reaches",
            )
            self._table.show(words, content)
            self._table.remove_class("vf-stale")

        self._table.add_class("vf-stale")
        self._job.start(results, free, work, done)


def _row(words: Words, bound: Bound, now: Span) -> tuple[Cell | str, ...]:
    fewest, worst, most, best = partners.reach(words, bound)
    return (
        span(words, now),
        number(words, bound.fewest, fewest),
        worst,
        number(words, bound.most, most),
        best,
    )
