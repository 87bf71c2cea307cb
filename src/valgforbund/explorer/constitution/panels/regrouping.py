"""Regrouping: what these groups and every other division would give each list."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.council import movable, posts, regroupings, together
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import change, decimal, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.progress import Progress
from valgforbund.ranges import Span

MOST = 12  # divisions that the table shows


class Regrouping:
    """Posts by list at once; all divisions off the event path."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._job = Job(guard)
        self._now, self._every = Table(), Table()
        self._state = state
        self._results: Results | None = None
        self._chosen: tuple[str, ...] = ()  # the lists that it should be best for
        self._ours = fields.Text(guard, "regrouping.ours", self._choose, "vf-whole-line")
        form = fields.row(self._ours)
        self.widget = widgets.Box([self._now, form, self._every, self._job.widget])
        self.widget.add_class("vf-stack")

    def _choose(self, text: str) -> None:
        self._chosen = parsing.letters(text, self._state.proposal)
        if self._results is not None:
            self.show(self._results)

    def show(self, results: Results) -> None:
        """Show what the groups give each list, and begin to try all others."""
        self._results = results
        words, committees = results.words, results.proposal.committees
        seated = results.proposal.seated
        ours = tuple(each for each in self._chosen if each in seated) or (results.ours,)
        self.widget.layout.display = "" if committees.committees else "none"
        if not committees.committees:
            return
        self._now.show(words, _now(results))
        self._ours.show(words, "-".join(ours))
        movers = movable(committees)

        def work(progress: Progress) -> pd.DataFrame:
            return regroupings(committees, movers, progress)

        def done(found: pd.DataFrame) -> None:
            self._every.show(words, _every(results, found, ours, movers))

        self._job.start(results, (committees, movers), work, done)


def _now(results: Results) -> Markup:
    words, frame = results.words, posts(results.proposal.committees.as_they_fell())
    rows = [
        (
            row.Index,
            row.seats,
            text(row.group, 40),
            decimal(words, row.proportional),
            span(words, Span(row.posts_before_low, row.posts_before_high)),
            span(words, Span(row.posts_low, row.posts_high)),
            change(words, Span(row.change_low, row.change_high)),
        )
        for row in rows_of(frame)
    ]
    keys = ("list", "seats", "group", "proportional", "before", "posts", "change")
    head = [words(f"regrouping.column_{key}") for key in keys]
    return element(
        "div",
        element("h3", words("regrouping.title")),
        element("p", words("regrouping.assumed"), class_="vf-quiet"),
        table(head, rows, words("regrouping.now")),
    )


def _every(
    results: Results, found: pd.DataFrame, ours: tuple[str, ...], movers: tuple[str, ...]
) -> Markup:
    """The divisions that give our lists most, with what they give the others."""
    words, letters = results.words, results.proposal.seated
    name, sums = cut("-".join(ours), 40), together(found, ours)
    worth = {
        each: (-span.low, -span.high, groups)
        for (each, span), groups in zip(sums.items(), found.iloc[:, 0], strict=True)
    }
    by_list = [together(found, [letter]) for letter in letters]
    best = sorted(worth, key=worth.__getitem__)[:MOST]
    several = len(ours) > 1
    rows = [
        (
            grouping,
            *([span(words, sums[grouping])] * several),
            *(span(words, spans[grouping]) for spans in by_list),
        )
        for grouping in best
    ]
    low, high = min(each.low for each in sums.values()), max(each.high for each in sums.values())
    texts = {"letter": name, "low": low, "high": high, "many": words.number(len(found))}
    key = "regrouping.range" if low < high else "regrouping.range_same"
    lines = [element("p", words(key, **texts))]
    if len(movers) < len(letters):
        lines.append(element("p", words("regrouping.movers", lists=words.join(movers))))
    total = [words("regrouping.column_together", lists=name)] * several
    head = (words("regrouping.column_grouping"), *total, *letters)
    caption = words("regrouping.best", letter=name)
    return element("div", *lines, table(head, rows, caption))
