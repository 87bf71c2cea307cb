"""What is typed: told when the person is done with it, and put back as the tool holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench.fields.field import Told
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.wording import Words


class _Typed(Told):
    """A field that shows what the tool holds; its parameters are those of `Told`."""

    def __init__(
        self, guard: Guard, key: str, act: Callable[[Any], None], *classes: str, **looks: Any
    ) -> None:
        super().__init__(guard, key, act, *classes, continuous_update=False, **looks)
        self._held = ""

    def _entered(self, value: Any) -> None:
        try:
            super()._entered(self.read(value))
        finally:
            self._put_back()  # what was shown anew meanwhile, or as before

    def read(self, text: str) -> Any:
        """What a text means here."""
        return text

    def show(self, words: Words, value: str, key: str = "", **names: object) -> None:
        """Show what is held; ``names`` are the values of its name's text."""
        self.name(words, key, **names)
        self._held = value
        self._put_back()

    def hold(self, text: str) -> None:
        """What is shown from now on, also if it cannot be used."""
        self._held = text

    def _put_back(self) -> None:
        with self._guard.quiet():
            self.value = self._held


class Text(_Typed, widgets.Text):
    """A line of text.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> told = []
    >>> field = Text(Guard(lambda *_: None, lambda _: None), "bar.place", told.append)
    >>> field.show(words("da"), "Næstved")
    >>> field.value = "Odense"
    >>> told, field.value, field.description
    (['Odense'], 'Næstved', 'Sted')
    """


class Lines(_Typed, widgets.Textarea):
    """Several lines of text."""


class Search(_Typed, widgets.Combobox):
    """A line of text with suggestions below it."""
