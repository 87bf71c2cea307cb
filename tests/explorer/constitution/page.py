"""The tool as a person meets it, without a browser."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from explorer.page import Tool
from explorer.part import Part
from valgforbund.council.proposal import Proposal
from valgforbund.explorer.constitution import Constitution
from valgforbund.explorer.workbench.markup import label as as_label
from valgforbund.explorer.workbench.tab_row import Panel
from valgforbund.wording import words


class ToolPage(Tool):
    """One tool and what a person can do with it.

    Parameters
    ----------
    council
        What to open.
    language : str
    """

    def __init__(self, council: Any = None, language: str = "da") -> None:
        self.tool = Constitution(council, language)
        self.state = self.tool.state
        super().__init__(self.tool, lambda: words(self.state.view.language))

    @property
    def proposal(self) -> Proposal:
        return self.tool.proposal

    def lines(self, panel: type[Panel], key: str) -> Lines:
        """The lines of a tab whose first column has this heading."""
        heading = as_label(self.words(key))
        (found,) = (
            each
            for each in self.open(panel).parts("vf-edit")
            if any(label.startswith(f"{heading} ") for label in each.labels())
        )
        return Lines(found)

    def example(self, key: str) -> None:
        self.choose("bar.examples", self.words(key))

    def seat(self, letter: str, text: str) -> None:
        self.type("council.seats_of", text, letter=letter)

    def group(self, letter: str, label: str) -> None:
        self.choose("council.group_of", label, letter=letter)


class Lines:
    """Lines of fields that a person fills in, and an empty one below."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def _lines(self) -> list[tuple[list[Any], widgets.Button]]:
        """The fields of each line, and its button."""
        return [_fields(each.root) for each in self._part.parts("vf-edit-row")]

    def fields(self) -> list[Any]:
        """All fields, those of the empty line last."""
        return [field for fields, _ in self._lines() for field in fields]

    def fill(self, *values: str) -> None:
        """Type into the empty line, without its button."""
        fields, _ = self._lines()[-1]
        for field, value in zip(fields, values, strict=False):
            field.value = value

    def add(self, *values: str) -> None:
        """Fill the empty line and press its button."""
        self.fill(*values)
        self._lines()[-1][1].click()

    def edit(self, place: int, column: int, value: str) -> None:
        """Change one field of a line."""
        self._lines()[place][0][column].value = value

    def remove(self, place: int) -> None:
        self._lines()[place][1].click()

    @property
    def shown(self) -> list[tuple[str, ...]]:
        """What the lines say."""
        return [_said(fields) for fields, _ in self._lines()[:-1]]

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in the line that was empty."""
        return _said(self._lines()[-1][0])


def _fields(row: widgets.Box) -> tuple[list[Any], widgets.Button]:
    *fields, button = row.children
    return fields, button


def _said(fields: list[Any]) -> tuple[str, ...]:
    return tuple(field.value or "" for field in fields)
