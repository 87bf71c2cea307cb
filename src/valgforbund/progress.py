"""How long work tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

# called as progress(done, total) now and then; what it raises stops the work
Progress: TypeAlias = Callable[[int, int], object]


def silent(done: int, total: int) -> None:
    """Nobody wants to know."""
    del done, total


def part(progress: Progress, of: int, after: int = 0, size: int = 1) -> Progress:
    """What a piece of the work tells, as progress of the whole.

    Parameters
    ----------
    progress : callable
        Of the whole.
    of : int
        Pieces in all, of equal length.
    after : int
        Pieces before this one.
    size : int
        Pieces that this one is as long as.

    Examples
    --------
    >>> told = []
    >>> part(lambda done, total: told.append((done, total)), of=4, after=1, size=3)(5, 10)
    >>> told
    [(25, 40)]
    """
    return lambda done, total: progress(after * total + size * done, of * total)
