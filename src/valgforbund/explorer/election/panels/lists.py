"""The table of lists: a heading, a row a list, and how votes are entered."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.dhondt import apportion
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.bars.bars import Bars
from valgforbund.explorer.election.panels.row import Row
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.shelf import Shelf
from valgforbund.wording.baseline import column as baseline_column


class Lists:
    """One row a list; rows are reused, so that another place does not build new widgets."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._parts = Parts()
        self._title = widgets.HTML()
        self._unit = fields.Menu(guard, "tools.unit", self._enter_as)
        self._total = fields.Whole(guard, "tools.total", self._state_total, "vf-total", least=1)
        self._part = fields.Text(
            guard, "lists.part", self._tell_part, "vf-part", hint="lists.part_hint"
        )
        self._head = widgets.HTML()
        self._head.add_class("vf-head")
        self._rows = Shelf(lambda _: Row(state, guard, self._parts), "vf-rows")
        entry = widgets.Box([self._title, self._part, self._unit, self._total])
        entry.add_class("vf-entry")
        self._bars = Bars(state, guard)
        self.widget = widgets.Box([entry, self._head, self._rows, self._bars.widget])
        self.widget.add_class("vf-lists")

    def _enter_as(self, per_cent: bool) -> None:
        self._state.look(per_cent_of=max(sum(self._state.scenario.ballots), 1) if per_cent else 0)

    def _state_total(self, total: int) -> None:
        """Another total: everybody keeps their share, rounded by d'Hondt like all proportions."""
        scenario, before = self._state.scenario, self._state.view.per_cent_of
        entered = sum(scenario.ballots)
        level = apportion(scenario.ballots, entered * total // before)
        votes = list(level.seats)
        for i in level.tied[: level.stake]:
            votes[i] += 1
        most = max(votes)
        if most > parsing.MOST_VOTES:
            largest = scenario.letters[votes.index(most)]
            raise ScenarioError(
                "votes_too_many", letter=largest, value=most, limit=parsing.MOST_VOTES
            )
        with self._state.hold_trait_notifications():
            self._state.change(scenario.with_votes(dict(zip(scenario.letters, votes, strict=True))))
            self._state.look(per_cent_of=total)

    def _tell_part(self, text: str) -> None:
        """How much of a night is counted; it is noted with the scenario."""
        scenario = self._state.scenario
        told = parsing.part(text) if text.strip() else None
        self._state.change(scenario.with_notes(parsing.with_part(scenario.notes, told)))

    def show(self, results: Results) -> None:
        """Show names, votes, alliances, candidates, and the seats that were counted."""
        words, scenario, view = results.words, results.scenario, results.view
        self._title.value = element(
            "div",
            element("h2", words("lists.title")),
            element("span", " · ".join(_totals(results)), class_="vf-quiet"),
            class_="vf-title",
        )
        units = [(words("tools.as_votes"), False), (words("tools.as_per_cent"), True)]
        self._unit.show(words, units, bool(view.per_cent_of))
        self._total.show(words, words.number(view.per_cent_of) if view.per_cent_of else "")
        self._total.layout.display = "" if view.per_cent_of else "none"
        told = parsing.noted(scenario.notes)
        self._part.show(words, words("lists.part_told", **told._asdict()) if told else "")
        self._show_head(results)
        many = len(scenario.letters)
        rows = self._rows.rows(many)
        for letter, row in zip(scenario.letters, rows, strict=True):
            row.show_seats(letter, results)
        for letter, row in zip(scenario.letters, rows, strict=True):
            row.show(letter, results)
        self._rows.show(many)
        self._bars.show(results)

    def _show_head(self, results: Results) -> None:
        words = results.words
        unit = "lists.per_cent" if results.view.per_cent_of else "lists.votes"
        official = [element("span", words("lists.official"))] if results.official else []
        others = (
            element("span", baseline_column(words, results.other)),
            element("span", words("lists.change")),
        ) * results.is_compared
        self._head.value = element(
            "div",
            element("span", ""),
            element("span", words("lists.name"), class_="vf-left"),
            element("span", words(unit)),
            element("span", words("lists.share"), class_="vf-share"),
            element("span", words("lists.alliance"), class_="vf-left"),
            element("span", words("lists.candidates"), title=words("lists.candidates_long")),
            element(
                "div",
                element("span", words("lists.seats")),
                *official,
                *others,
                class_="vf-seats",
            ),
            class_="vf-row",
        )


def _totals(results: Results) -> list[str]:
    """All votes, their part of the stated total, and a council size that was changed."""
    words, scenario, of = results.words, results.scenario, results.view.per_cent_of
    entered = sum(scenario.ballots)
    votes, before = words.votes(entered), results.original.seats
    if of:
        share, total = words.share(entered / of), words.number(of)
        texts = [words("lists.entered", votes=votes, share=share, total=total)]
    else:
        texts = [votes]
    if results.has_original and scenario.seats != before:
        texts.append(words("lists.resized", seats=words.seats(scenario.seats), before=before))
    return texts
