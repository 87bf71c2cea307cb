"""The tool: a night of counting, replayed or as it comes in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import ipywidgets as widgets
import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.explorer.night.bar import Bar
from valgforbund.explorer.night.clock import Clock
from valgforbund.explorer.night.council import OneCouncil
from valgforbund.explorer.night.country import Country, Map
from valgforbund.explorer.night.curves import Curves
from valgforbund.explorer.night.feed import Feed, replay
from valgforbund.explorer.night.kept import FILING, SHAPE
from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.source import Source
from valgforbund.explorer.night.standing import Ours, Parties
from valgforbund.explorer.night.state import ELECTION, WATCHED, Evening, State, View
from valgforbund.explorer.night.story import Story
from valgforbund.explorer.workbench.held import Held
from valgforbund.explorer.workbench.table import Table
from valgforbund.explorer.workbench.tool import Tool
from valgforbund.live.following import Following
from valgforbund.night.time import moment
from valgforbund.parties import named
from valgforbund.reports.taken import taken
from valgforbund.sharing import code
from valgforbund.wording import words

PICTURES = (widgets.HTML, Table, Map)


class Night(Tool):
    """Valgaften as one widget; the same in JupyterLab and Voilà.

    Parameters
    ----------
    party : str
        Ours, by name.
    language : str
        ``"da"`` or ``"en"``.
    follow : Following, optional
        A night that comes in, as `valgforbund.follow` gives it; without it the one of 2025.

    Attributes
    ----------
    party : str
        The name of our party, to be set and observed.
    time : Timestamp
        On the clock, in UTC; it can be set and observed.
    panels : mapping of str to Box
        The parts by name, each to be shown alone.

    Examples
    --------
    >>> tool = Night("SF")
    >>> tool.time = "2025-11-18 20:00"
    >>> tool.time, tool.party
    (Timestamp('2025-11-18 20:00:00+0000', tz='UTC'), 'SF – Socialistisk Folkeparti')
    """

    state: State
    shape = SHAPE
    filing = FILING
    if TYPE_CHECKING:  # they are set and read as what is held
        party: str
        time: pd.Timestamp
    else:
        party = Held(
            lambda tool: tool.bench.results.party.name,
            lambda tool, value: tool.state.support(named(value).key),
        )
        time = Held(
            lambda tool: tool.bench.results.time,
            lambda tool, value: tool.state.look(time=int(moment(value).timestamp())),
        )
    looks = ("night/style.css",)

    def __init__(
        self, party: str = "Alternativet", language: str = "da", follow: Following | None = None
    ) -> None:
        words(language)  # a language that there is not is told before anything is counted
        super().__init__(State(Evening(ELECTION, named(party).key, WATCHED), View(language)))
        both = self.state, self.guard
        bar, country, curves = Bar(*both), Country(*both), Curves(*both)
        story = Story(*both, curves.show)
        ours, parties, council = Ours(*both), Parties(*both), OneCouncil(*both)
        self._clock = Clock(*both, lambda: self._pulse.is_heard)
        self._source = Source(*both, lambda: self._pulse.is_heard)
        side = widgets.Box([ours.widget, curves.widget, parties.widget])
        side.add_class("vf-card")
        side.add_class("vf-night-side")
        self._body = body = widgets.Box([country.widget, story.widget, side, council.widget])
        body.add_class("vf-night-body")
        self.add_class("vf-night")
        named_ = {
            "clock": self._clock.widget,
            "country": country.widget,
            "story": story.widget,
            "ours": ours.widget,
            "curves": curves.widget,
            "parties": parties.widget,
            "council": council.widget,
        }
        parts = (self._clock, story, ours, parties, country, council, curves, self._source, bar)
        self._night = [*named_.values()]
        top = self._source.line, self._clock.widget, body, self._source.widget
        self.put_together(bar, parts, *top, named=named_)
        if follow is not None:
            self._source.attend(follow, str(follow))

    @property
    def feed(self) -> Feed:
        """Where the counts come from."""
        return self._source.live or replay(self.state.evening.election)

    def counted(self) -> Results:
        """The night at the time on the clock; one that comes in also where the view is older."""
        view, live = self.state.view, self._source.live
        view = replace(view, followed=view.followed or self._source.is_following)
        if live is not None and not view.came:
            view = replace(view, time=int(live.newest.timestamp()))
        return Results(self.state.evening, view, self.feed)

    def called(self, results: Results) -> str:
        """The night, and the place that is looked at."""
        night = results.words("night.title")
        row = results.councils.get(results.view.place)
        return night if row is None else f"{night}, {row.place}"

    def carried(self) -> str:
        """The votes of the council that is looked at, as they stand."""
        results = self.bench.results
        return code.of(results.scenario(results.view.place)) if results.looked_at else ""

    def report(self, results: Results, kind: str) -> bytes:
        """The council that is looked at as it stands, and as it is expected.

        Raises
        ------
        ScenarioError
            If none is looked at.
        """
        view, texts = results.view, results.words
        if results.looked_at is None:
            raise ScenarioError("night_no_place")
        now, expected = (results.scenario(view.place, each) for each in (False, True))
        both = {texts("night.as_it_stands"): now, texts("night.as_expected"): expected}
        return taken(kind, now, both, texts.language)

    def show(self, results: Results) -> None:
        """Show the night in the size that was asked for; none, while it is waited for."""
        with ExitStack() as held:  # a page draws all of it at once: none of it is of another time
            for each in _pictures(self):
                held.enter_context(each.hold_sync())
            super().show(results)
        for part in (*self._night, self._body):
            part.layout.display = "none" if results.waits else ""
        looks = {"vf-large": results.view.large, "vf-looking": results.looked_at is not None}
        for look, holds in looks.items():
            (self.add_class if holds else self.remove_class)(look)

    def _tell(self, error: Exception | None, kept: bool) -> None:
        super()._tell(error, kept)
        if error is not None:
            self._clock.rest()


def _pictures(box: widgets.Box) -> Iterator[widgets.Widget]:
    """What shows the night in it; a tool that was opened below has a time of its own."""
    for child in box.children:
        if isinstance(child, PICTURES):
            yield child
        elif isinstance(child, widgets.Box) and not isinstance(child, Tool):
            yield from _pictures(child)
