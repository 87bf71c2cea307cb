"""Coalitions in which everyone is needed (minimal winning coalitions): counted, and listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Coalition(NamedTuple):
    """Groups with a majority together.

    Attributes
    ----------
    groups : tuple of str
        Their names, largest first, then by letter.
    seats : int
        Seats together.
    """

    groups: tuple[str, ...]
    seats: int

    @property
    def name(self) -> str:
        """Its groups as they are written in a table."""
        return " + ".join(self.groups)


def count(seats: Sequence[int], quota: int) -> int:
    """Minimal winning coalitions, counted: the smallest member of each brings the majority."""
    found, every = 0, [1] + [0] * (quota - 1)  # every[s]: losing coalitions of larger ones
    for weight in sorted(seats, reverse=True):
        found += sum(every[max(quota - weight, 0) :])
        every = [each + (every[s - weight] if s >= weight else 0) for s, each in enumerate(every)]
    return found


def minimal(seats: Sequence[int], names: Sequence[str], quota: int) -> Iterator[Coalition]:
    """Add groups from the largest down until the majority is there; what is added last is needed.

    As it is the smallest, everyone else is needed too. Equal groups go in the order given.
    """
    ordered = sorted(zip(seats, names, strict=True), key=lambda each: -each[0])
    rest = [0]
    for weight, _ in reversed(ordered):
        rest.append(rest[-1] + weight)
    rest.reverse()

    def grow(start: int, got: int, inside: tuple[str, ...]) -> Iterator[Coalition]:
        for i in range(start, len(ordered)):
            if got + rest[i] < quota:
                return
            weight, name = ordered[i]
            if got + weight >= quota:
                yield Coalition((*inside, name), got + weight)
            else:
                yield from grow(i + 1, got + weight, (*inside, name))

    return grow(0, 0, ())
