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


def name(panel: type[Panel]) -> str:
    """What a panel is called in Python."""
    return panel.title.rpartition(".")[2].removeprefix("tab_").removesuffix("_tab")


class TabRow:
    """Panels behind tabs.

    Parameters
    ----------
    panels : sequence of panel classes
    state
        What the panels change.
    guard : Guard
    look : str
        Class of the row.
    """

    def __init__(
        self, panels: Sequence[type[Panel]], state: Any, guard: Guard, look: str = "vf-tabs"
    ) -> None:
        self._classes, self._state, self._guard = panels, state, guard
        self._panels: dict[int, Panel] = {}
        self._apart: dict[int, widgets.Box] = {}  # where a panel is shown beside its tab
        self._results: Any = None
        self.widget = widgets.Tab([widgets.Box() for _ in panels], selected_index=0)
        self.widget.add_class(look)
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
        """Show these results in the open tab, and in what is shown beside it."""
        place = self.widget.selected_index
        self.show_apart(results, but=place)
        titles = self.titles(results)
        if self.widget.titles != titles:
            self.widget.titles = titles
        if place is not None:
            panel = self._panel(place)
            panel.show(results)  # filled before it is seen
            self.widget.children[place].children = (panel.widget,)

    def show_apart(self, results: Any, but: int | None = None) -> None:
        """Show these results in the panels that have a box of their own, except one."""
        self._results = results
        self._apart = {place: box for place, box in self._apart.items() if box.comm is not None}
        for place in {*self._apart} - {but}:
            self._panel(place).show(results)

    def titles(self, results: Any) -> tuple[str, ...]:
        """What stands on the tabs."""
        return tuple(results.words(panel.title) for panel in self._classes)

    @property
    def names(self) -> list[str]:
        """What the panels are called in Python."""
        return [*map(name, self._classes)]

    def apart(self, name: str, box: widgets.Box, results: Any = None) -> widgets.Widget:
        """A panel for a box of its own; it is shown there until the box is closed."""
        place = self.names.index(name)
        panel = self._panel(place)
        with self._guard.quiet():
            panel.show(self._results if results is None else results)
        self._apart[place] = box
        return panel.widget

    def _panel(self, place: int) -> Panel:
        if place not in self._panels:
            self._panels[place] = self._classes[place](self._state, self._guard)
        return self._panels[place]
