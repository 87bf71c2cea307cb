"""Rows of fields that a person edits, and an empty one below for more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.shelf import Shelf
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
        self._values: list[Values] = []
        self._words: Words | None = None
        self._head = widgets.HTML()
        add = fields.Button(guard, "rows.add", self._add, tip="rows.add_long")
        self._new = _Row(guard, self._parts, columns, add)
        self._rows = Shelf(self._made, "vf-edit-body")
        self.widget = widgets.Box([self._head, self._rows, self._new.widget])
        self.widget.add_class("vf-edit")

    def _add(self) -> None:
        self._tell([*self._values, self._new.values])
        self._new.clear()

    def _remove(self, place: int) -> None:
        self._tell(self._values[:place] + self._values[place + 1 :])

    def _edit(self, place: int) -> None:
        edited = self._rows.rows(place + 1)[place].values
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
        heads = [
            element("span", words(each.key), class_=f"vf-edit-{each.kind}")
            for each in self._columns
        ]
        self._head.value = element("div", *heads, class_="vf-edit-head", aria_hidden="true")
        for place, row in enumerate(self._rows.rows(len(rows))):
            row.show(words, rows[place], str(place + 1))
        self._new.show(words, None, words("rows.new"))
        self._rows.show(len(rows))

    def _made(self, place: int) -> _Row:
        guard = self._guard
        remove = fields.Button(
            guard, "rows.remove", lambda: self._remove(place), tip="rows.remove_long"
        )
        return _Row(guard, self._parts, self._columns, remove, lambda _: self._edit(place))


class _Row:
    """The fields of one row, and its button; without ``edit`` they keep what is typed."""

    def __init__(
        self,
        guard: Guard,
        parts: Parts,
        columns: Sequence[Column],
        button: fields.Button,
        edit: Callable[[Any], None] | None = None,
    ) -> None:
        self._columns, self._button = columns, button
        self._fields: list[Any] = []
        for each in columns:
            looks = f"vf-edit-{each.kind}"
            if each.options:
                made = parts.of(fields.Menu, guard, "rows.field", edit, looks)
            elif edit:
                made = parts.of(fields.Text, guard, "rows.field", edit, looks)
            else:
                made = parts.of(fields.Entry, "rows.field", looks)
            self._fields.append(made)
        self.widget = parts.box([*self._fields, button], "vf-edit-row")

    @property
    def values(self) -> Values:
        return tuple(field.value or "" for field in self._fields)

    def clear(self) -> None:
        for field in self._fields:
            if isinstance(field, fields.Entry):
                field.clear()

    def show(self, words: Words, values: Values | None, row: str) -> None:
        for i, (field, column) in enumerate(zip(self._fields, self._columns, strict=True)):
            named = {"column": words(column.key), "row": row}
            if column.options:
                kept = values[i] if values else field.value
                field.show(words, column.options(words), kept, **named)
            elif values is None:
                field.show(words, **named)
            else:
                field.show(words, values[i], **named)
        self._button.show(words, column=words(self._columns[0].key), row=row)


def by_name(rows: Sequence[tuple[str, T]]) -> dict[str, T]:
    """Rows by what they are about; two about the same are an error."""
    names = [name for name, _ in rows]
    for name in names:
        if names.count(name) > 1:
            raise ScenarioError("row_repeated", name=name)
    return dict(rows)
