"""What is chosen: one of several, a yes or no, a place on a scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench.fields.field import Told
from valgforbund.explorer.workbench.menu import choose
from valgforbund.wording import Words


class Menu(Told, widgets.Dropdown):
    """A list of choices; its parameters are those of `Told`."""

    def show(
        self, words: Words, options: Sequence[tuple[str, Any]], value: Any, **names: object
    ) -> Any:
        """Show the choices and the one that holds, which is given back; see `choose`."""
        self.name(words, "", **names)
        with self._guard.quiet():
            return choose(self, options, value)


class Tick(Told, widgets.Checkbox):
    """A yes or no; its parameters are those of `Told`."""

    def __init__(self, *said: Any, **looks: Any) -> None:
        super().__init__(*said, indent=False, **looks)

    def show(self, words: Words, value: bool, **names: object) -> None:
        """Show what holds."""
        self.name(words, "", **names)
        with self._guard.quiet():
            self.value = value


class Slide(Told, widgets.IntSlider):
    """A whole number on a scale.

    Parameters
    ----------
    *said
        Those of `Told`.
    page : int
        Steps that PageUp and PageDown go; the arrows go one.
    **looks

    Examples
    --------
    >>> from valgforbund.explorer.workbench.guard import Guard
    >>> told = []
    >>> slide = Slide(Guard(lambda *_: None, lambda _: None), "slider.slide", told.append)
    >>> slide.reach(200, 300, 250)
    >>> slide.value = 251
    >>> told, (slide.min, slide.max)
    ([251], (200, 300))
    """

    min: int
    max: int

    def __init__(self, *said: Any, page: int = 5, **looks: Any) -> None:
        super().__init__(*said, readout=False, **looks)
        self.add_class(f"vf-page-{page}")  # for access.js

    def reach(self, low: int, high: int, value: int) -> None:
        """Another range, with a value in it: first wide enough for both, each in its message.

        A browser moves a value that is outside the range into it, and that comes back as if the
        person had moved it. What is in one message it applies in any order.
        """
        most = max(high, low + 1)  # without a range no slider is drawn
        with self._guard.quiet():
            self.max, self.min = max(self.max, most), min(self.min, low)
            self.value = value
            self.max, self.min = most, low
            self.disabled = low == high
