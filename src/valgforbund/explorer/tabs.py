"""The tabs below the charts; a panel counts only while its tab is open."""

from __future__ import annotations

from typing import Any, Protocol

import ipywidgets as widgets

from valgforbund.explorer.guard import Guard
from valgforbund.explorer.panels.admissions import Admissions
from valgforbund.explorer.panels.close_calls import CloseCalls
from valgforbund.explorer.panels.goal import Goal
from valgforbund.explorer.panels.partners import Partners
from valgforbund.explorer.panels.protocol import HowCounted
from valgforbund.explorer.panels.savings import Savings
from valgforbund.explorer.panels.tables import Tables
from valgforbund.explorer.panels.variants import Variants
from valgforbund.explorer.results import Results
from valgforbund.explorer.state import State


class Panel(Protocol):
    """What a tab shows.

    Attributes
    ----------
    title : str
        Key of the tab's text.
    widget : Widget
    """

    title: str
    widget: widgets.Widget

    def __init__(self, state: State, guard: Guard) -> None: ...

    def show(self, results: Results) -> None:
        """Show one count; called while the tab is open."""


PANELS: tuple[type[Panel], ...] = (
    Tables,
    CloseCalls,
    HowCounted,
    Savings,
    Admissions,
    Partners,
    Goal,
    Variants,
)


class Tabs:
    """A row of tabs; a panel is made when its tab is first opened."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._panels: dict[int, Panel] = {}
        self._results: Results | None = None
        self.widget = widgets.Tab([widgets.Box() for _ in PANELS], selected_index=0)
        self.widget.add_class("vf-tabs")
        self.widget.observe(guard(self._open), "selected_index")

    def _open(self, _: Any) -> None:
        if self._results is not None:
            with self._guard.quiet():
                self.show(self._results)

    def show(self, results: Results) -> None:
        """Show one count in the open tab."""
        self._results = results
        titles = tuple(results.words(panel.title) for panel in PANELS)
        if self.widget.titles != titles:
            self.widget.titles = titles
        place = self.widget.selected_index
        if place is None:
            return
        if place not in self._panels:
            panel = PANELS[place](self._state, self._guard)
            panel.show(results)  # filled before it is seen
            self._panels[place] = panel
            self.widget.children[place].children = (panel.widget,)
        else:
            self._panels[place].show(results)
