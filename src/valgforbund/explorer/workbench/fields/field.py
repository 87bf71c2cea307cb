"""What every field has: a name in the language of the page, and its looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import label
from valgforbund.wording import Words


class Field(widgets.DOMWidget):
    """A widget with a name.

    Parameters
    ----------
    key : str
        Key of its name.
    *classes : str
        Its looks.
    hint : str
        Key of what stands in it while it is empty.
    **looks
        Layout and style that it shares with others.
    """

    def __init__(self, key: str, *classes: str, hint: str = "", **looks: Any) -> None:
        super().__init__(_dom_classes=classes, **looks)
        self._key, self._hint = key, hint

    def name(self, words: Words, key: str = "", **names: object) -> None:
        """Name it; ``names`` are the values of its name's text."""
        self.description = label(words(key or self._key, **names))
        if self._hint:
            self.placeholder = words(self._hint)


class Told(Field):
    """A field whose callback is told what a person entered.

    Parameters
    ----------
    guard : Guard
    key : str
    act : callable, optional
        Gets what was entered, when the person is done with it; without it the field keeps what
        was entered until it is read.
    *classes : str
    **looks
    """

    def __init__(
        self,
        guard: Guard,
        key: str,
        act: Callable[[Any], None] | None = None,
        *classes: str,
        **looks: Any,
    ) -> None:
        super().__init__(key, *classes, **looks)
        self._guard, self._act = guard, act
        if act is not None:
            self.observe(guard(lambda change: self._entered(change["new"])), "value")

    def _entered(self, value: Any) -> None:
        if self._act is not None:
            self._act(value)
