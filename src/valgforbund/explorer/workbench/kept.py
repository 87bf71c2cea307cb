"""What of a tool is kept: its moments, each thing in them once, open tabs, and what was typed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap
from typing import Any, Generic, TypeVar

import msgspec

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.state import Moment, Remembered, State
from valgforbund.sharing.envelope import Kind, written

MOST_STEPS = 100  # back, and as many forward
MOST_KEPT = 512  # things that are not written anew

Held = TypeVar("Held")
View = TypeVar("View")
Step = tuple[int, int, int]  # original, current, view: places among those that are kept


class Kept(
    msgspec.Struct, Generic[Held, View], frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """All moments of a tool; what several of them have in common is there once.

    Attributes
    ----------
    held, views : tuple
        What the moments are made of.
    now : Step
    past, future : tuple of Step
        Where undo and redo lead; the nearest is last.
    beside : tuple of tuples of str
        What else the state remembers.
    tabs : tuple of int
        Which one is open in each row of tabs; -1 for none.
    texts : dict
        What a person typed and chose beside the state, by the name of the field.
    """

    held: tuple[Held, ...]
    views: tuple[View, ...]
    now: Step
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()
    tabs: tuple[int, ...] = ()
    texts: dict[str, str] = {}


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Shape:
    """How the state of one kind of tool is written down, and read again.

    Parameters
    ----------
    kind : Kind
        Of a `Kept` of what a tool holds and its views, as they are written.
    write_held, write_view : callable
        What is written of them, where that is something else.
    read_held, read_view : callable
        What was written, checked; raises a `ScenarioError` for what cannot be.
    """

    kind: Kind[Kept[Any, Any]]
    write_held: Callable[[Any], Any] = _same
    read_held: Callable[[Any], Any] = _same
    write_view: Callable[[Any], Any] = _same
    read_view: Callable[[Any], Any] = _same

    def __post_init__(self) -> None:
        """What is frozen is written once, however many steps it is kept for."""
        for name in ("write_held", "write_view"):
            object.__setattr__(self, name, lru_cache(MOST_KEPT)(_as_json(getattr(self, name))))

    def write(
        self, state: State[Any], tabs: Iterable[int] = (), texts: Mapping[str, str] | None = None
    ) -> bytes:
        """All that is kept, in its envelope."""
        all_held, all_views = _Pool(), _Pool()

        def step(moment: Moment) -> Step:
            held = all_held.place(moment.original), all_held.place(moment.current)
            return *held, all_views.place(moment.view)

        there = state.remembered
        now = step(there.now)
        past, future = (
            tuple(map(step, moments[-MOST_STEPS:])) for moments in (there.past, there.future)
        )
        return self.kind.write(
            Kept(
                tuple(map(self.write_held, all_held.things)),
                tuple(map(self.write_view, all_views.things)),
                now,
                past,
                future,
                there.beside,
                tuple(tabs),
                dict(texts or {}),
            )
        )

    def read(self, text: bytes) -> tuple[Remembered, Kept[Any, Any]]:
        """What a state is to remember, and all that was kept with it.

        Raises
        ------
        ScenarioError
            If it is not of this kind, or something in it cannot be.
        """
        kept = self.kind.read(text)
        held = [*map(self.read_held, kept.held)]
        views = [*map(self.read_view, kept.views)]

        def moment(original: int, current: int, view: int) -> Moment:
            return Moment(_at(held, original), _at(held, current), _at(views, view))

        past, future = (tuple(starmap(moment, steps)) for steps in (kept.past, kept.future))
        return Remembered(moment(*kept.now), past, future, kept.beside), kept


class _Pool:
    """Things, each once, by the order in which they were first met."""

    def __init__(self) -> None:
        self._places: dict[Hashable, int] = {}

    @property
    def things(self) -> Iterable[Any]:
        return self._places

    def place(self, thing: Hashable) -> int:
        return self._places.setdefault(thing, len(self._places))


def _as_json(write: Callable[[Any], Any]) -> Callable[[Any], msgspec.Raw]:
    return lambda thing: msgspec.Raw(written(write(thing)))


def _at(things: Sequence[Any], place: int) -> Any:
    if not 0 <= place < len(things):
        raise ScenarioError("kept_not_readable", place=f"$.state[{place}]")
    return things[place]
