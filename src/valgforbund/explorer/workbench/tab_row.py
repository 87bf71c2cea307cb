"""A row of tabs; a panel is made when its tab is first opened, and shows only while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import ipywidgets as widgets

from valgforbund.explorer.workbench.contents import close
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
        self._apart: dict[int, widgets.Box] = {}  # where a panel is shown beside its tab
        self._results: Any = None
        self.widget = widgets.Tab([widgets.Box() for _ in panels], selected_index=0)
        self.widget.add_class("vf-tabs")
        self.widget.observe(guard(self._open), "selected_index")

    def begin_again(self) -> None:
        """Forget the panels and what they were set to; the first tab is open."""
        for place in {*self._panels} - {*self._apart}:
            self.widget.children[place].children = ()
            close(self._panels.pop(place).widget)
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
        self._apart = {place: box for place, box in self._apart.items() if box.comm is not None}
        place = self.widget.selected_index
        for each in {*self._apart} - {place}:
            self._panel(each).show(results)
        if place is not None:
            panel = self._panel(place)
            panel.show(results)  # filled before it is seen
            self.widget.children[place].children = (panel.widget,)

    @property
    def names(self) -> list[str]:
        """What the panels are called in Python."""
        keys = [panel.title.rpartition(".")[2] for panel in self._classes]
        return [each.removeprefix("tab_").removesuffix("_tab") for each in keys]

    def apart(self, name: str, box: widgets.Box) -> widgets.Widget:
        """A panel for a box of its own; it is shown there until the box is closed."""
        place = self.names.index(name)
        panel = self._panel(place)
        with self._guard.quiet():
            panel.show(self._results)
        self._apart[place] = box
        return panel.widget

    def _panel(self, place: int) -> Panel:
        if place not in self._panels:
            self._panels[place] = self._classes[place](self._state, self._guard)
        return self._panels[place]
