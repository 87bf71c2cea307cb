"""What is typed for a button: it stays until the button takes it."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench.fields.field import Field
from valgforbund.wording import Words


class _Entry(Field):
    """A field that keeps what is typed; its parameters are those of `Field`."""

    def show(self, words: Words, key: str = "", **names: object) -> None:
        """Name it; what was typed stays."""
        self.name(words, key, **names)

    def clear(self) -> None:
        """What was typed has been taken."""
        self.value: Any = ""


class Entry(_Entry, widgets.Text):
    """A line of text.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> field = Entry("bar.place")
    >>> field.value = "Odense"
    >>> field.show(words("da"))
    >>> field.description, field.value
    ('Sted', 'Odense')
    >>> field.clear()
    >>> field.value
    ''
    """


class Area(_Entry, widgets.Textarea):
    """Several lines of text."""


class Suggested(_Entry, widgets.Combobox):
    """A line of text with suggestions below it."""
