"""What is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench.fields.field import Field
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import label
from valgforbund.wording import Words


class Button(Field, widgets.Button):
    """Something to press.

    Parameters
    ----------
    guard : Guard
    key : str
        Key of what stands on it.
    act : callable
    *classes : str
    tip : str
        Key of what it says in full.
    **looks
    """

    def __init__(
        self,
        guard: Guard,
        key: str,
        act: Callable[[], None],
        *classes: str,
        tip: str = "",
        **looks: Any,
    ) -> None:
        super().__init__(key, *classes, **looks)
        self._tip = tip
        self.on_click(guard(lambda _: act()))

    def show(self, words: Words, key: str = "", *, seen: bool = True, **names: object) -> None:
        """Name it; one that is not ``seen`` has nothing to do now."""
        self.name(words, key, **names)
        if self._tip:
            self.tooltip = label(words(self._tip, **names))
        self.layout.display = "" if seen else "none"
