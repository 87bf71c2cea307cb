"""The way back and forward again: what was held before, and what was undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Self, TypeVar

Moment = TypeVar("Moment")


class History(Generic[Moment]):
    """Moments that undo and redo lead to.

    Parameters
    ----------
    past, future : iterable of moments
        Where the steps lead at first; the nearest is last.

    Examples
    --------
    >>> history = History[str]()
    >>> history.remember("first")
    >>> history.back("second"), history.forward("first")
    ('first', 'second')
    """

    def __init__(self, past: Iterable[Moment] = (), future: Iterable[Moment] = ()) -> None:
        self._past, self._future = [*past], [*future]

    def remember(self, now: Moment) -> None:
        """What is held now is about to change; what was undone is gone."""
        self._past.append(now)
        self._future.clear()

    def back(self, now: Moment) -> Moment | None:
        """The moment before, if there is one."""
        return self._step(now, self._past, self._future)

    def forward(self, now: Moment) -> Moment | None:
        """The moment that was undone last, if there is one."""
        return self._step(now, self._future, self._past)

    def copy(self) -> Self:
        """The same way, to return to."""
        return type(self)(self._past, self._future)

    @property
    def past(self) -> tuple[Moment, ...]:
        """Where steps back lead; the nearest is last."""
        return tuple(self._past)

    @property
    def future(self) -> tuple[Moment, ...]:
        """Where steps forward lead; the nearest is last."""
        return tuple(self._future)

    @property
    def has_past(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def has_future(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._future)

    @staticmethod
    def _step(now: Moment, source: list[Moment], goal: list[Moment]) -> Moment | None:
        if not source:
            return None
        goal.append(now)
        return source.pop()
