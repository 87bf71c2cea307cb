"""The four questions: each opens with its answer; what it takes to see why lies behind tabs."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar, cast

import ipywidgets as widgets

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election import answers
from valgforbund.explorer.election.panels.account import Account
from valgforbund.explorer.election.panels.admissions import Admissions
from valgforbund.explorer.election.panels.close_calls import CloseCalls, closest_line
from valgforbund.explorer.election.panels.goal import Goal
from valgforbund.explorer.election.panels.majorities import Majorities
from valgforbund.explorer.election.panels.one_bundle import OneBundle
from valgforbund.explorer.election.panels.partners import Partners, best_line
from valgforbund.explorer.election.panels.people import People
from valgforbund.explorer.election.panels.protocol import HowCounted
from valgforbund.explorer.election.panels.savings import Savings
from valgforbund.explorer.election.panels.structures import EveryStructure
from valgforbund.explorer.election.panels.tables import Tables
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.known import Known
from valgforbund.explorer.workbench.tab_row import Panel, TabRow, name
from valgforbund.margins import Margin
from valgforbund.strategy.ranking import Ranking


class Question:
    """Some panels behind tabs.

    Attributes
    ----------
    title : str
        Key of the question.
    panels : tuple of panel classes
    """

    title: str
    panels: ClassVar[tuple[type[Panel], ...]]

    def __init__(self, state: State, guard: Guard) -> None:
        self.row = TabRow(self.panels, state, guard)
        self.widget = widgets.Box([self.row.widget])
        self.widget.add_class("vf-question")

    def show(self, results: Results) -> None:
        """Show what is behind the open tab."""
        self.row.show(results)

    def show_apart(self, results: Results) -> None:
        """Show what has a box of its own."""
        self.row.show_apart(results)

    @classmethod
    def names(cls) -> list[str]:
        """What can be shown alone."""
        return [*map(name, cls.panels)]

    def apart(self, name: str, box: widgets.Box, results: Results) -> widgets.Widget:
        """One of these, shown in a box of its own."""
        return self.row.apart(name, box, results)


class WhatHappens(Question):
    """The account, with its pictures; who is elected; how it was counted; all alliances."""

    title = "question.what"
    panels = (Tables, People, HowCounted, Savings)

    def __init__(self, state: State, guard: Guard) -> None:
        super().__init__(state, guard)
        self.account = Account(state, guard)
        self.widget.children = (self.account.widget, *self.widget.children)

    def show(self, results: Results) -> None:
        """Show the sentences and pictures, too."""
        self.account.show(results)
        super().show(results)

    def show_apart(self, results: Results) -> None:
        """The pictures may be there."""
        self.account.show(results)
        super().show_apart(results)

    @classmethod
    def names(cls) -> list[str]:
        """The pictures, too."""
        return ["seats", "votes", *super().names()]

    def apart(self, name: str, box: widgets.Box, results: Results) -> widgets.Widget:
        """A picture or a panel."""
        pictures = {"seats": self.account.seats.widget, "votes": self.account.votes.widget}
        if name in pictures:
            self.account.show(results)
            return pictures[name]
        return super().apart(name, box, results)


class WithWhom(Question):
    """Whom to let in, whom to ask, what it takes, and all that is possible."""

    title = "question.whom"
    panels = (Partners, Admissions, Goal, EveryStructure)


class HowSure(Question):
    """Close calls, what hangs on one bundle, and what chance makes of the votes."""

    title = "question.sure"
    panels = (CloseCalls, OneBundle, Uncertainty)


class WhoRules(Question):
    """Majorities, and on to the posts."""

    title = "question.rules"
    panels = (Majorities,)


QUESTIONS: tuple[type[Question], ...] = (WhatHappens, WithWhom, HowSure, WhoRules)
PANELS: tuple[type[Panel], ...] = tuple(panel for each in QUESTIONS for panel in each.panels)


class Questions(TabRow):
    """The row of questions, with their answers on it."""

    def __init__(self, state: State, guard: Guard) -> None:
        super().__init__(QUESTIONS, state, guard, "vf-questions")
        self._closest = Known[list[Margin]](guard, self._again)
        self._best = Known[Ranking](guard, self._again)

    def titles(self, results: Results) -> tuple[str, ...]:
        """Each question above its answer."""
        said = (
            answers.what(results),
            answers.whom(results, partial(best_line, results, self._best)),
            answers.sure(results, partial(closest_line, results, self._closest)),
            answers.rules(results),
        )
        asked = super().titles(results)
        return tuple(f"{title}\n{answer}" for title, answer in zip(asked, said, strict=True))

    def _again(self) -> None:
        self.widget.titles = self.titles(self._results)

    def show_apart(self, results: Results, but: int | None = None) -> None:
        """Also of questions that are not open."""
        self._results = results
        self._apart = {place: box for place, box in self._apart.items() if box.comm is not None}
        for place in {*self._apart} - {but}:
            self._question(place).show_apart(results)

    @property
    def names(self) -> list[str]:
        """Of all that can be shown alone."""
        return [name for question in QUESTIONS for name in question.names()]

    def apart(self, name: str, box: widgets.Box, results: Any = None) -> widgets.Widget:
        """A panel for a box of its own, wherever it is."""
        place = next(n for n, question in enumerate(QUESTIONS) if name in question.names())
        with self._guard.quiet():
            shown = self._question(place).apart(name, box, results or self._results)
        self._apart[place] = box
        return shown

    def _question(self, place: int) -> Question:
        return cast("Question", self._panel(place))
