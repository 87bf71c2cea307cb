"""The tool as a person meets it, without a browser."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from explorer.page import Page, plain
from valgforbund.explorer.constitution import Constitution
from valgforbund.explorer.constitution.constitution import PANELS
from valgforbund.explorer.constitution.proposal import Proposal
from valgforbund.explorer.constitution.rows import Rows


class ToolPage(Page):
    """One tool and what a person can do with it.

    Parameters
    ----------
    council
        What to open.
    language : str
    """

    def __init__(self, council: Any = None, language: str = "da") -> None:
        self.explorer = Constitution(council, language)
        self.state = self.explorer.state
        self._parts = {css: w for w in self.widgets() for css in getattr(w, "_dom_classes", ())}

    @property
    def proposal(self) -> Proposal:
        return self.explorer.proposal

    def open(self, panel: type) -> Any:
        """Open a tab and return its panel."""
        self.explorer._tabs.widget.selected_index = PANELS.index(panel)
        return self.explorer._tabs._panels[PANELS.index(panel)]

    def example(self, key: str) -> None:
        self.choose("bar.examples", self.words(key))

    def seat(self, letter: str, text: str) -> None:
        self.type("bench.seats_of", text, letter=letter)

    def group(self, letter: str, label: str) -> None:
        self.choose("bench.group_of", label, letter=letter)

    @property
    def text(self) -> str:
        """All that is read on the page, in HTML."""
        return plain(self.html)


def add(rows: Rows, *values: str) -> None:
    """Fill the empty row and press its button."""
    for field, value in zip(rows._new.fields, values, strict=True):
        field.value = value
    rows._new.button.click()


def edit(rows: Rows, place: int, column: int, value: str) -> None:
    """Change one field of a row."""
    rows._rows[place].fields[column].value = value


def remove(rows: Rows, place: int) -> None:
    rows._rows[place].button.click()


def shown(rows: Rows) -> list[tuple[str, ...]]:
    """What the rows show."""
    return [row.values for row in rows._rows[: len(rows._body.children)]]


def hidden(widget: widgets.Widget) -> bool:
    return widget.layout.display == "none"
