"""What a tool holds: what was opened, what is shown now, how it is looked at, and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import traitlets

from valgforbund.explorer.workbench.history import History

Held = TypeVar("Held")


class Moment(NamedTuple):
    """What a step back leads to, and how it was looked at then."""

    original: Any
    current: Any
    view: Any


class Remembered(NamedTuple):
    """All that a state remembers: what a page that was closed gets back.

    Attributes
    ----------
    now : Moment
    past, future : tuple of Moment
        Where undo and redo lead; the nearest is last.
    beside : tuple of tuples of str
        What a kind of state remembers besides.
    """

    now: Moment
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()


class State(traitlets.HasTraits, Generic[Held]):
    """One frozen thing that a person changes, where it came from, and the way back.

    Parameters
    ----------
    opened : Held
        Frozen and equal by value.
    view : View
        How the person looks at it: a frozen dataclass with a ``language``; not undoable.

    Attributes
    ----------
    original : Held
        What was opened; changed values are shown against it.
    current : Held
        What is shown.
    view : View
    """

    if TYPE_CHECKING:  # traits are read and set as what they hold
        original: Held
        current: Held
        view: Any
    else:
        original = traitlets.Any()
        current = traitlets.Any()
        view = traitlets.Any()

    def __init__(self, opened: Held, view: Any) -> None:
        super().__init__(original=opened, current=opened, view=view)
        self._history = History[Moment]()
        self.settle()

    @property
    def now(self) -> Moment:
        """All that is held."""
        return Moment(self.original, self.current, self.view)

    def change(self, current: Held) -> None:
        """Put another one in place; that is one step back, unless it is the same."""
        if current != self.current:
            self.remember()
            self.current = current

    def open(self, original: Held, current: Held | None = None, **view: Any) -> None:
        """Open another one; the way back leads to the one before."""
        self.remember()
        with self.hold_trait_notifications():
            self.look(**view)
            self.original = original
            self.current = original if current is None else current

    def look(self, **view: Any) -> None:
        """Look at it in another way."""
        self.view = replace(self.view, **view)

    def undo(self) -> None:
        """One step back, if there is one."""
        self._go(self._history.back(self.now))

    def redo(self) -> None:
        """One step forward again, if there is one."""
        self._go(self._history.forward(self.now))

    @property
    def is_changed(self) -> bool:
        """Whether anything of what was opened is another by now."""
        return bool(self.current != self.original)

    def reset(self) -> None:
        """Back to the original; that can be undone, too."""
        self.change(self.original)

    def remember(self) -> None:
        """What is held now is about to change."""
        self._history.remember(self.now)

    def settle(self) -> None:
        """What is held now could be shown: `take_back` returns to it."""
        self._settled = self.now, self._history.copy()

    def take_back(self) -> None:
        """What is held now could not be shown: return to what could."""
        moment, history = self._settled
        self._history = history.copy()
        self._hold(moment)

    @property
    def remembered(self) -> Remembered:
        """All that is remembered."""
        return Remembered(self.now, self._history.past, self._history.future)

    def remind(self, remembered: Remembered) -> None:
        """Hold and remember what was remembered before, in place of all that is held."""
        self._history = History(remembered.past, remembered.future)
        self._hold(remembered.now)

    def begin_again(self, first: Remembered) -> None:
        """Hold what was remembered first; undo leads back."""
        self.remind(first._replace(past=(*self._history.past, self.now)))

    def is_fresh(self, first: Remembered) -> bool:
        """Whether nothing was done since then that is worth keeping."""
        return self.remembered == first

    @property
    def last(self) -> Moment | None:
        """Where undo leads, if there is a step back."""
        past = self._history.past
        return past[-1] if past else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self._history.has_past

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return self._history.has_future

    def look_back(self, then: Moment) -> Any:
        """The view after a step to what was held then: it stays as it is."""
        del then
        return self.view

    def _go(self, moment: Moment | None) -> None:
        if moment is not None:
            self._hold(moment._replace(view=self.look_back(moment)))

    def _hold(self, moment: Moment) -> None:
        with self.hold_trait_notifications():
            self.original, self.current, self.view = moment
