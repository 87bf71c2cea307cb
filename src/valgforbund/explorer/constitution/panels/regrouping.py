"""Regrouping: what these groups and every other division would give each list."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.council import movable, posts, regroupings
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.guard import Guard
from valgforbund.explorer.job import Job, Progress
from valgforbund.explorer.markup import cut, element, table
from valgforbund.explorer.panels.menu import choose
from valgforbund.ranges import Span

MOST = 12  # divisions that the table shows


class Regrouping:
    """Posts by list at once; all divisions off the event path."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._job = Job(guard)
        self._now, self._every = widgets.HTML(), widgets.HTML()
        self._ours = widgets.Dropdown(options=[("", "")])
        self._ours.observe(guard(lambda change: state.look(ours=change["new"])), "value")
        form = widgets.Box([self._ours])
        form.add_class("vf-form")
        self.widget = widgets.Box([self._now, form, self._every, self._job.widget])
        self.widget.add_class("vf-stack")

    def show(self, results: Results) -> None:
        """Show what the groups give each list, and begin to try all others."""
        words, committees, ours = results.words, results.proposal.committees, results.ours
        self.widget.layout.display = "" if committees.committees else "none"
        if not committees.committees:
            return
        self._now.value = _now(results)
        choose(self._ours, results.lists(), ours)
        self._ours.description = words("regrouping.ours")
        movers = movable(committees)

        def work(progress: Progress) -> pd.DataFrame:
            return regroupings(committees, movers, progress)

        def done(found: pd.DataFrame) -> None:
            self._every.value = _every(results, found, ours, movers)

        self._job.start(results, (committees, movers), work, done)


def _now(results: Results) -> Markup:
    words, frame = results.words, posts(results.proposal.committees)
    rows = [
        (
            letter,
            row["seats"],
            cut(row["group"], 40),
            words.decimal(row["proportional"]),
            words.span(_span(row, "posts_before")),
            words.span(_span(row, "posts")),
            words.signed_span(_span(row, "change")),
        )
        for letter, row in frame.iterrows()
    ]
    keys = ("list", "seats", "group", "proportional", "before", "posts", "change")
    head = [words(f"regrouping.column_{key}") for key in keys]
    return element(
        "div",
        element("h3", words("regrouping.title")),
        element("p", words("regrouping.assumed"), class_="vf-quiet"),
        element("div", table(head, rows, words("regrouping.now")), class_="vf-scroll"),
    )


def _every(results: Results, found: pd.DataFrame, ours: str, movers: tuple[str, ...]) -> Markup:
    """The divisions that give our list most, with what they give the others."""
    words, letters = results.words, results.proposal.seated
    key = [f"{ours}_low", f"{ours}_high", "groups"]
    best = found.sort_values(key, ascending=[False, False, True], kind="stable").head(MOST)
    rows = [
        (grouping, *(words.span(_span(row, letter)) for letter in letters))
        for grouping, row in best.iterrows()
    ]
    low, high = int(found[f"{ours}_low"].min()), int(found[f"{ours}_high"].max())
    texts = {"letter": ours, "low": low, "high": high, "many": words.number(len(found))}
    lines = [element("p", words("regrouping.range", **texts))]
    if len(movers) < len(letters):
        lines.append(element("p", words("regrouping.movers", lists=words.join(movers))))
    head = (words("regrouping.column_grouping"), *letters)
    caption = words("regrouping.best", letter=ours)
    return element("div", *lines, element("div", table(head, rows, caption), class_="vf-scroll"))


def _span(row: pd.Series, name: str) -> Span:
    return Span(int(row[f"{name}_low"]), int(row[f"{name}_high"]))
