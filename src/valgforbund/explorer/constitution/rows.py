"""Rows of fields that a person edits, and an empty one below for more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, label
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.wording import Words

T = TypeVar("T")
Values = tuple[str, ...]


def number(text: str, marks: str) -> int | str:
    """A whole number; what is none stays as it was typed, for an error that says where."""
    try:
        return parsing.whole_number(text, marks, parsing.MOST_SEATS)
    except ScenarioError as error:
        if error.code != "number_not_whole":
            raise
        return text


class Column(NamedTuple):
    """A column of fields.

    Attributes
    ----------
    key : str
        Key of its heading.
    kind : str
        Its class in the style sheet.
    options : callable or None
        The choices of a menu (text, value); None: a text field.
    """

    key: str
    kind: str
    options: Callable[[Words], list[tuple[str, str]]] | None = None


class Rows:
    """A small table whose cells are fields.

    Parameters
    ----------
    guard : Guard
    columns : sequence of Column
    changed : callable
        Gets all rows, a tuple of texts each, after the person changed, removed or added one. The
        first column says what a row is about: a row with anything beside it, but not that, is an
        error; an empty row is left out.
    """

    def __init__(
        self,
        guard: Guard,
        columns: Sequence[Column],
        changed: Callable[[list[Values]], None],
    ) -> None:
        self._guard, self._columns, self._changed = guard, columns, changed
        self._parts = Parts()
        self._rows: list[_Row] = []
        self._values: list[Values] = []
        self._words: Words | None = None
        self._head = widgets.HTML()
        self._new = _Row(self._parts, columns)
        self._new.button.on_click(guard(lambda _: self._add()))
        self._body = widgets.Box()
        self._body.add_class("vf-edit-body")
        self.widget = widgets.Box([self._head, self._body, self._new.widget])
        self.widget.add_class("vf-edit")

    def _add(self) -> None:
        self._tell([*self._values, self._new.values])
        self._new.clear()

    def _remove(self, place: int) -> None:
        self._tell(self._values[:place] + self._values[place + 1 :])

    def _edit(self, place: int) -> None:
        edited = self._rows[place].values
        self._tell([*self._values[:place], edited, *self._values[place + 1 :]])

    def _tell(self, rows: list[Values]) -> None:
        """All rows that say what they are about."""
        for first, *rest in rows:
            typed = zip(rest, self._columns[1:], strict=True)
            beside = ", ".join(
                text for text, column in typed if text.strip() and not column.options
            )
            if beside and not first.strip() and self._words:
                column = self._words(self._columns[0].key)
                raise ScenarioError("row_incomplete", values=beside, column=column)
        self._changed([row for row in rows if row[0].strip()])

    def show(self, words: Words, rows: Sequence[Values]) -> None:
        """Show these rows; what was typed into the empty one stays."""
        self._words, self._values = words, [*rows]
        while len(self._rows) < len(rows):
            self._rows.append(self._made(len(self._rows)))
        heads = [
            element("span", words(each.key), class_=f"vf-edit-{each.kind}")
            for each in self._columns
        ]
        self._head.value = element("div", *heads, class_="vf-edit-head", aria_hidden="true")
        for place, values in enumerate(rows):
            self._rows[place].show(words, values, str(place + 1), words("rows.remove"))
        self._new.show(words, None, words("rows.new"), words("rows.add"))
        shown = tuple(row.widget for row in self._rows[: len(rows)])
        if self._body.children != shown:
            self._body.children = shown

    def _made(self, place: int) -> _Row:
        row = _Row(self._parts, self._columns)
        row.button.on_click(self._guard(lambda _: self._remove(place)))
        for field in row.fields:
            field.observe(self._guard(lambda _: self._edit(place)), "value")
        return row


class _Row:
    """The fields of one row, and its button."""

    def __init__(self, parts: Parts, columns: Sequence[Column]) -> None:
        self._columns = columns
        self.fields: list[Any] = [
            parts.menu(f"vf-edit-{each.kind}")
            if each.options
            else parts.text(f"vf-edit-{each.kind}")
            for each in columns
        ]
        self.button = widgets.Button()
        self.widget = parts.box([*self.fields, self.button], "vf-edit-row")

    @property
    def values(self) -> Values:
        return tuple(field.value or "" for field in self.fields)

    def clear(self) -> None:
        for field, column in zip(self.fields, self._columns, strict=True):
            if not column.options:
                field.value = ""

    def show(self, words: Words, values: Values | None, number: str, button: str) -> None:
        for i, (field, column) in enumerate(zip(self.fields, self._columns, strict=True)):
            field.description = label(f"{words(column.key)} {number}")
            if column.options:
                options = column.options(words)
                kept = values[i] if values else field.value
                choose(field, options, kept)
            elif values is not None:
                field.value = values[i]
        self.button.description = button
        self.button.tooltip = label(f"{button}: {words(self._columns[0].key)} {number}")


def by_name(rows: Sequence[tuple[str, T]]) -> dict[str, T]:
    """Rows by what they are about; two about the same are an error."""
    names = [name for name, _ in rows]
    for name in names:
        if names.count(name) > 1:
            raise ScenarioError("row_repeated", name=name)
    return dict(rows)
