"""A box of rows that are made once: as many are shown as are needed, and the rest wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import ipywidgets as widgets

T = TypeVar("T")


class Shelf(widgets.Box, Generic[T]):
    """Rows for things that come and go.

    Parameters
    ----------
    make : callable
        Makes the row of a place, counted from 0: a widget, or what has one.
    kind : str
        Class of the box in the style sheet.

    Examples
    --------
    >>> shelf = Shelf(lambda place: widgets.Label(str(place)), "vf-rows")
    >>> [row.value for row in shelf.rows(2)], len(shelf.children)
    (['0', '1'], 0)
    >>> shelf.show(1)
    >>> len(shelf.children), len(shelf.made)
    (1, 2)
    """

    children: tuple[widgets.Widget, ...]

    def __init__(self, make: Callable[[int], T], kind: str) -> None:
        super().__init__(_dom_classes=(kind,))
        self._make = make
        self._rows: list[T] = []

    @property
    def made(self) -> list[widgets.Widget]:
        """The widgets of all rows, also of those that wait."""
        return [getattr(row, "widget", row) for row in self._rows]

    def rows(self, many: int) -> list[T]:
        """The first rows, to be filled before they are seen."""
        while len(self._rows) < many:
            self._rows.append(self._make(len(self._rows)))
        return self._rows[:many]

    def show(self, many: int) -> None:
        """Show the first rows, which are there."""
        shown = tuple(self.made[:many])
        if self.children != shown:
            self.children = shown
