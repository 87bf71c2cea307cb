"""What a person typed and chose in a tool's fields, beside what its state holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
        self._fields: dict[str, Any] = {}  # as they were found last
        self._folds: list[Any] = []

    @property
    def texts(self) -> dict[str, str]:
        """What stood in the fields that a person touched, by name, when we looked last."""
        touched = {name: each for name, each in self._fields.items() if each in self._touched}
        return self._waiting | {name: _text(each)[:LONGEST] for name, each in touched.items()}

    @property
    def tabs(self) -> tuple[int, ...]:
        """Which tab is open in each row of tabs and in each fold; -1 for none."""
        open_ = (each.selected_index for each in self._folds)
        return tuple(-1 if place is None else place for place in open_)

    def begin_again(self) -> None:
        """Nothing was touched, and nothing waits."""
        self._touched.clear()
        self._waiting = {}

    def open(self, tabs: tuple[int, ...]) -> None:
        """Open these tabs, as a person does: each may bring others with it."""
        for place, wanted in enumerate(tabs):
            self.look()
            if place < len(self._folds) and wanted < len(self._folds[place].children):
                self._folds[place].selected_index = None if wanted < 0 else wanted

    def put(self, texts: Mapping[str, str]) -> None:
        """Put these into the fields, as a person does; what has no field yet waits for it."""
        self._waiting = {**texts}
        self.look()

    def rest(self) -> None:
        """An action is over."""
        self._now = self._state.now

    def look(self) -> None:
        """See which fields there are, and give them what waits for them."""
        self._find()
        while found := [name for name in self._fields if name in self._waiting]:
            field = self._fields[found[0]]
            self._touched.add(field)
            self._put(field, self._waiting.pop(found[0]))
            self._find()  # one may bring others with it

    def _find(self) -> None:
        self._fields, self._folds = {}, []
        for piece in self._pieces:
            self._find_in(piece, "")
        for field in self._fields.values():
            if field not in self._followed:
                self._followed.add(field)
                field.observe(self._touch, "value")
        for fold in self._folds:
            if fold not in self._followed:
                self._followed.add(fold)
                # what is in a tab can be touched as soon as it is open
                fold.observe(lambda _: self._find(), "selected_index")

    def _find_in(self, widget: Any, where: str) -> None:
        """Fields, each named behind the numbers of the tabs around it; none of another tool."""
        if isinstance(widget, FIELDS):
            if called := widget.description:
                self._fields[self._free(f"{where}{called}")] = widget
            return
        is_fold = isinstance(widget, FOLDS)
        if is_fold:
            self._folds.append(widget)
        for place, child in enumerate(getattr(widget, "children", ())):
            if not hasattr(child, "guard"):
                self._find_in(child, f"{where}{place}/" if is_fold else where)

    def _free(self, name: str) -> str:
        n = 1
        while (found := name if n == 1 else f"{name}{AGAIN}{n}") in self._fields:
            n += 1
        return found

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
