"""The explorer: votes, alliances and seats of one election, changed by widgets."""

from __future__ import annotations

import time
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.examples import lyngby
from valgforbund.explorer.count.meanings import Meanings
from valgforbund.explorer.count.pictures import SeatsPicture, VotesPicture
from valgforbund.explorer.count.results import Results, in_focus
from valgforbund.explorer.count.view import View
from valgforbund.explorer.election.bar import Bar
from valgforbund.explorer.election.panels.close_calls import Closest
from valgforbund.explorer.election.panels.headline import Headline
from valgforbund.explorer.election.panels.lists import Lists
from valgforbund.explorer.election.panels.slider import Slider
from valgforbund.explorer.election.panels.tools import Tools
from valgforbund.explorer.election.state import State
from valgforbund.explorer.election.tabs import Tabs
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.stylesheet import stylesheet
from valgforbund.scenario import Scenario
from valgforbund.wording import council, words
from valgforbund.wording.alert import alert

# the thread that sends to the browser gets its turn: numbers leave before pictures are drawn
LET_GO = 0.008  # seconds


class Explorer(widgets.Box):
    """The workbench as one widget; the same in JupyterLab and Voilà.

    Parameters
    ----------
    scenario : Scenario, optional
        What to open; without it, a case that shows something.
    language : str
        ``"da"`` or ``"en"``.

    Examples
    --------
    >>> explorer = Explorer()
    >>> explorer.scenario.place
    'Lyngby-Taarbæk'
    """

    def __init__(self, scenario: Scenario | None = None, language: str = "da") -> None:
        if not isinstance(scenario, Scenario | None):
            raise ScenarioError("not_a_scenario", value=scenario)
        example = lyngby(words(language))
        view = View(language=language, **({} if scenario else example.view))
        self.state = State(scenario or example.scenario, view)
        self.guard = Guard(self._tell, self._restore)
        self._bar = Bar(self.state, self.guard)
        self._alert, self._banner = widgets.HTML(), widgets.HTML()
        self._headline = Headline(self.state, self.guard)
        self._lists = Lists(self.state, self.guard)
        self._slider = Slider(self.state, self.guard)
        self._closest = Closest(self.guard)
        self._remarks = widgets.HTML()
        self._tools = Tools(self.state, self.guard)
        self._seats = SeatsPicture()
        self._votes = VotesPicture(self.state, self.guard)
        self._meanings = Meanings()
        self._tabs = Tabs(self.state, self.guard)
        style = stylesheet("workbench/style.css")
        left = widgets.Box(
            [
                self._lists.widget,
                self._slider.widget,
                self._closest.widget,
                self._remarks,
                self._tools.widget,
            ]
        )
        answer = widgets.Box([self._headline.widget, self._seats.widget, self._votes.widget])
        right = widgets.Box([answer])  # as tall as the left side: the answer stays within it
        sides = ((left, "vf-left-side"), (right, "vf-right-side"), (answer, "vf-answer"))
        for box, name in sides:
            box.add_class(name)
        left.add_class("vf-card")
        below = widgets.Box([self._tabs.widget, self._meanings.widget])
        below.add_class("vf-below")
        body = widgets.Box([left, right, below])
        body.add_class("vf-body")
        self._alert.add_class("vf-alert")
        self._banner.add_class("vf-banner")
        super().__init__([style, self._bar.widget, self._alert, self._banner, body])
        self.add_class("vf-explorer")
        self._results = self._counted()
        self._show()
        self.state.settle()
        self.state.observe(self._recount, ["original", "scenario", "view"])

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown."""
        return self.state.scenario

    def _counted(self) -> Results:
        """One count; the alliance in focus is remembered with the members it has now."""
        state = self.state
        alliance = in_focus(state.scenario, state.seen, state.view.ours)
        if alliance is not None:
            state.saw(alliance.letters)
        return Results(state.scenario, state.original, state.view, alliance)

    def _recount(self, _: Any) -> None:
        """Once for one action, also where it changes the scenario and the view."""
        old, state = self._results, self.state
        if (old.scenario, old.original, old.view) == (state.scenario, state.original, state.view):
            return
        try:
            self._results = self._counted()
            self._show()
        except Exception:
            self._results = old
            state.take_back()
            self._show()
            raise  # to the guard, which tells it
        state.settle()

    def _show(self) -> None:
        """Numbers first, pictures last."""
        results, self._is_fresh = self._results, self.guard.active
        with self.guard.quiet():
            self._lists.show(results)
            time.sleep(LET_GO)
            self._headline.show(results)
            self._slider.show(results)
            self._bar.show(results)
            self._show_remarks(results)
            self._seats.show(results)
            self._votes.show(results)
            self._tools.show(results)
            self._meanings.show(results)
            self._tabs.show(results)
            self._closest.show(results)

    def _restore(self) -> None:
        """Inputs show what the scenario holds, whatever was typed."""
        if self._is_fresh:
            self._is_fresh = False
            return
        with self.guard.quiet():
            self._lists.show(self._results)
            self._slider.show(self._results)
            self._bar.show(self._results)
            self._headline.show_menus(self._results)

    def _show_remarks(self, results: Results) -> None:
        texts, scenario = results.words, results.scenario
        notes = council.assumptions(texts, scenario, official=bool(results.official))
        self._banner.value = element("p", *_spaced(notes), role="note") if notes else ""
        warnings = council.impossible(texts, scenario)
        self._remarks.value = element("p", *_spaced(warnings), class_="vf-warning")

    def _tell(self, error: Exception | None) -> None:
        if error is None:
            self._alert.value = ""
            return
        message = alert(words(self.state.view.language), error)
        self._alert.value = element("div", message, role="alert")


def _spaced(sentences: list[Markup]) -> list[Markup]:
    return [Markup("{} ").format(sentence) for sentence in sentences]
