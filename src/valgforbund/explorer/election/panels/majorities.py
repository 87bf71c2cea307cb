"""Majorities of the council that was counted, with and without the alliance in focus."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.council import Council, compare_majorities, majorities
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.pictures import RowsPicture
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.majorities.tables import MajorityTables
from valgforbund.explorer.workbench import doors, fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.pictures import blocs
from valgforbund.scenario import Scenario
from valgforbund.wording import constitution_majorities as wording
from valgforbund.wording import headline
from valgforbund.wording.council import decides

LISTS, ALLIANCES = "lists", "alliances"


def needed(results: Results) -> str:
    """In how many of the majorities in which all are needed our list is one of them."""
    words, counted, letter = results.words, results.counted, results.view.ours
    known = letter in results.scenario.letters and decides(results.scenario)
    if not known or counted.lots or not any(counted.high):
        return ""
    try:
        minimal = majorities(Council.of(counted).without_groups()).minimal
    except ScenarioError:  # there are too many
        return ""
    return wording.needed(words, cut(letter), [letter in each.groups for each in minimal])


class Majorities:
    """Who has a majority, and what the alliance in focus changed in that."""

    title = "tab.majorities"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._results: Results | None = None
        self._blocs = fields.Menu(guard, "majorities.blocs", lambda _: self._again())
        self._needed, self._lots, self._picture = widgets.HTML(), widgets.HTML(), RowsPicture(guard)
        self._tables = MajorityTables(guard, lambda letter: state.look(ours=letter))
        self._hint = widgets.HTML()
        self._open = fields.Button(guard, "constitution.open", self._constitute)
        self._language = state.view.language
        self._opened: Scenario | None = None  # what the tool below was opened with
        self._old, self._tool = widgets.HTML(), widgets.Box()
        self._old.add_class("vf-banner")
        self._tool.add_class("vf-tool-below")
        whose, on = fields.row(self._blocs), fields.row(self._open, self._hint)
        stack = widgets.Box(
            [
                *(self._needed, self._picture.widget, whose),
                *(self._lots, self._tables.widget, on),
            ]
        )
        stack.add_class("vf-stack")
        self.widget = widgets.Box([stack, self._old, self._tool])
        self.widget.add_class("vf-tool-below")

    def _again(self) -> None:
        if self._results is not None:
            with self._guard.quiet():
                self.show(self._results)

    def _constitute(self) -> None:
        """The tool below, with the council as it is counted now."""
        state, there = self._state, next(iter(self._tool.children), None)
        tool = doors.go("constitution", state.scenario, state.view.language, there)
        self._opened, self._tool.children = self._state.scenario, (tool,)
        self._again()

    def show(self, results: Results) -> None:
        """Show the majorities of one count."""
        self._results, words = results, results.words
        if results.view.language != self._language:
            self._language = results.view.language
            for tool in self._tool.children:
                tool.state.look(language=self._language)
        options = [(words(f"majorities.by_{each}"), each) for each in (LISTS, ALLIANCES)]
        said = needed(results)
        self._needed.value = element("p", said, class_="vf-lead") if said else ""
        self._blocs.show(words, options, self._blocs.value)
        self._open.show(words)
        self._hint.value = element("span", words("constitution.run"), class_="vf-quiet")
        self._old.value = self._old_numbers(results)
        counted = results.counted
        empty = not any(counted.high)
        delegation = not decides(results.scenario)
        waits = bool(counted.lots) or empty or delegation
        self._tables.widget.layout.display = "none" if waits else ""
        self._open.disabled = waits
        lots = headline.lots_due(words, counted)
        says = [words.html("headline.empty")] if empty else [*lots, words.html("majorities.draw")]
        if delegation:
            says = [words.html("majorities.delegation")]
        self._lots.value = element("div", *(element("p", each) for each in says * waits))
        shown = None if waits else blocs.picture(words, counted)
        self._picture.show(results, shown, "" if waits else blocs.described(words, counted))
        if not waits:
            self._show(results, counted)

    def _old_numbers(self, results: Results) -> str:
        """That the tool below was opened with other votes, if it was."""
        words, opened = results.words, self._opened
        if opened is None or opened == results.scenario:
            return ""
        place = cut(opened.place) or words("election.own")
        says = element("p", words("constitution.old_numbers", place=place))
        return element("div", says, role="status")

    def _show(self, results: Results, counted: Count) -> None:
        council = Council.of(counted)
        if self._blocs.value == LISTS:
            council = council.without_groups()
        with_, without = results.compared.with_, results.compared.without
        same_lists = with_.scenario.letters == without.scenario.letters
        closed = results.is_compared and same_lists and not with_.lots + without.lots
        turnover = (
            compare_majorities(Council.of(with_), Council.of(without), council.groups)
            if closed
            else None
        )
        names = dict(zip(results.scenario.letters, results.scenario.names, strict=True))
        seated = [letter for letter in council.letters if council.bench(letter)]
        lists = [(cut(f"{letter} {names[letter]}"), letter) for letter in seated]
        ours = results.view.ours if results.view.ours in seated else council.by_size[0]
        if turnover is not None and turnover.with_.council == council:
            m = turnover.with_  # counted for the comparison
        else:
            m = majorities(council)
        self._tables.show(results, m, turnover, results.worlds, lists, ours)
