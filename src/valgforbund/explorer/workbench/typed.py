"""What a person typed and chose in a tool's fields, beside what its state holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Protocol
from weakref import WeakSet

import ipywidgets as widgets
from traitlets import TraitError

from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.state import State

FIELDS = (widgets.Text, widgets.Textarea, widgets.Dropdown, widgets.Checkbox)
FOLDS = (widgets.Tab, widgets.Accordion)
LONGEST = 20_000  # characters of a field that are kept
TICKED = "x"
AGAIN = " #"  # parts a name from its number, where several fields are called the same


class Piece(Protocol):
    """A widget whose callbacks go through a guard; while it is quiet, the tool sets its fields."""

    guard: Guard


class Typed:
    """Follows the fields of a tool, also those that are made later.

    A field is known by its name and by the tabs that it is in. Which ones a person touched, or
    moved by a button, is what counts: the rest show the state, or what they always show.

    Parameters
    ----------
    pieces : sequence of Piece
        What fields are in; a tool inside them has fields of its own.
    state : State
        What is put back into a field never changes it.
    touched : callable
        Called when a person has typed or chosen something.
    """

    def __init__(
        self, pieces: Sequence[Piece], state: State[Any], touched: Callable[[], None]
    ) -> None:
        self._pieces, self._state, self._tell = pieces, state, touched
        self._followed: WeakSet[widgets.Widget] = WeakSet()
        self._touched: WeakSet[widgets.Widget] = WeakSet()
        self._waiting: dict[str, str] = {}  # for fields that are not there yet
        self._now = state.now  # after the last action

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields that a person touched, by name."""
        found = {
            name: _text(field)[:LONGEST] for name, field in self._fields() if field in self._touched
        }
        return self._waiting | found

    @property
    def tabs(self) -> tuple[int, ...]:
        """Which tab is open in each row of tabs and in each fold; -1 for none."""
        open_ = (each.selected_index for each in self._folds())
        return tuple(-1 if place is None else place for place in open_)

    def begin_again(self) -> None:
        """Nothing was touched, and nothing waits."""
        self._touched.clear()
        self._waiting = {}

    def open(self, tabs: tuple[int, ...]) -> None:
        """Open these tabs, as a person does: each may bring others with it."""
        for place, wanted in enumerate(tabs):
            every = [*self._folds()]
            if place < len(every) and wanted < len(every[place].children):
                every[place].selected_index = None if wanted < 0 else wanted

    def put(self, texts: Mapping[str, str]) -> None:
        """Put these into the fields, as a person does; what has no field yet waits for it."""
        self._waiting = {**texts}
        self.give()

    def follow(self) -> None:
        """Follow the fields that are new; an action is over."""
        self._now = self._state.now
        for _, field in self._fields():
            if field not in self._followed:
                self._followed.add(field)
                field.observe(self._touch, "value")

    def give(self) -> None:
        """Give fields what waits for them; one may bring others with it."""
        self.follow()
        while found := [each for each in self._fields() if each[0] in self._waiting]:
            name, field = found[0]
            self._touched.add(field)
            self._put(field, self._waiting.pop(name))

    def _put(self, field: Any, text: str) -> None:
        """As a person does it; where that would change the state, the field is about another thing.

        What the state holds has been shown already, in this field, too.
        """
        held = self._state.remembered
        _set(field, text)
        if self._state.remembered != held:
            self._pieces[0].guard(lambda _: self._state.remind(held))(None)

    def _touch(self, change: Any) -> None:
        if not any(piece.guard.is_quiet for piece in self._pieces):
            self._touched.add(change["owner"])
            self._tell()
        elif self._state.now == self._now:  # set by a button, and not because the state changed
            self._touched.add(change["owner"])

    def _folds(self) -> Iterator[Any]:
        every = (found for each in self._pieces for found in _inside(each))
        return (each for each in every if isinstance(each, FOLDS))

    def _fields(self) -> Iterator[tuple[str, Any]]:
        met: dict[str, int] = {}
        for name, field in (found for each in self._pieces for found in _named(each, "")):
            met[name] = met.get(name, 0) + 1
            yield (name if met[name] == 1 else f"{name}{AGAIN}{met[name]}"), field


def _named(widget: Any, where: str) -> Iterator[tuple[str, Any]]:
    """The fields in a widget with their names, each behind the numbers of the tabs around it."""
    if isinstance(widget, FIELDS) and widget.description:
        yield f"{where}{widget.description}", widget
    for place, child in _children(widget):
        yield from _named(child, f"{where}{place}/" if isinstance(widget, FOLDS) else where)


def _inside(widget: Any) -> Iterator[Any]:
    yield widget
    for _, child in _children(widget):
        yield from _inside(child)


def _children(widget: Any) -> Iterator[tuple[int, Any]]:
    """What is in a widget, but not another tool."""
    inside = enumerate(getattr(widget, "children", ()))
    return ((place, child) for place, child in inside if not hasattr(child, "guard"))


def _text(field: Any) -> str:
    if isinstance(field, widgets.Checkbox):
        return TICKED if field.value else ""
    return str((field.label if isinstance(field, widgets.Dropdown) else field.value) or "")


def _set(field: Any, text: str) -> None:
    """A choice that is not there any more is left out."""
    if _text(field) != text:
        with suppress(TraitError):
            if isinstance(field, widgets.Dropdown):
                field.label = text
            elif isinstance(field, widgets.Checkbox):
                field.value = text == TICKED
            else:
                field.value = text
