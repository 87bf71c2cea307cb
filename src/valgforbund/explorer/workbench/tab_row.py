"""A row of tabs; a panel is made when its tab is first opened, and shows only while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import ipywidgets as widgets

from valgforbund.explorer.workbench.guard import Guard


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

    def __init__(self, state: Any, guard: Guard) -> None: ...

    def show(self, results: Any) -> None:
        """Show these results; called while the tab is open."""


class TabRow:
    """Panels behind tabs.

    Parameters
    ----------
    panels : sequence of panel classes
    state
        What the panels change.
    guard : Guard
    """

    def __init__(self, panels: Sequence[type[Panel]], state: Any, guard: Guard) -> None:
        self._classes, self._state, self._guard = panels, state, guard
        self._panels: dict[int, Panel] = {}
        self._results: Any = None
        self.widget = widgets.Tab([widgets.Box() for _ in panels], selected_index=0)
        self.widget.add_class("vf-tabs")
        self.widget.observe(guard(self._open), "selected_index")

    def begin_again(self) -> None:
        """Forget the panels and what they were set to; the first tab is open."""
        for place in self._panels:
            self.widget.children[place].children = ()
        self._panels.clear()
        self.widget.selected_index = 0

    def _open(self, change: Any) -> None:
        """Show the tab that was opened; one that cannot be shown is left again."""
        if self._results is None:
            return
        with self._guard.quiet():
            try:
                self.show(self._results)
            except Exception:
                self.widget.selected_index = change["old"]
                raise

    def show(self, results: Any) -> None:
        """Show these results in the open tab."""
        self._results = results
        titles = tuple(results.words(panel.title) for panel in self._classes)
        if self.widget.titles != titles:
            self.widget.titles = titles
        place = self.widget.selected_index
        if place is None:
            return
        if place not in self._panels:
            panel = self._classes[place](self._state, self._guard)
            panel.show(results)  # filled before it is seen
            self._panels[place] = panel
            self.widget.children[place].children = (panel.widget,)
        else:
            self._panels[place].show(results)
