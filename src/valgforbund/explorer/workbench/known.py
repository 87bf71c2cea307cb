"""What takes a while to find out, and is then known until something else is asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Generic, TypeVar

from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job, Spoken
from valgforbund.progress import Progress

T = TypeVar("T")


class Known(Generic[T]):
    """The last thing that was found out.

    Parameters
    ----------
    guard : Guard
    told : callable
        Called when it is known.
    """

    def __init__(self, guard: Guard, told: Callable[[], None]) -> None:
        self._job, self._told = Job(guard), told
        self._found: tuple[Hashable, T] | None = None

    def of(self, results: Spoken, key: Hashable, work: Callable[[Progress], T]) -> T | None:
        """What is known for this key; None as long as it is found out."""
        if not self._has(key):
            self._job.start(results, key, work, partial(self._done, key))
        return self._found[1] if self._found is not None and self._has(key) else None

    def _has(self, key: Hashable) -> bool:
        return self._found is not None and self._found[0] == key

    def _done(self, key: Hashable, found: T) -> None:
        self._found = key, found
        self._told()
