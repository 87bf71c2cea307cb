"""What a tool holds, under its name in the field: set and observed from Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets
from traitlets.utils.bunch import Bunch

from valgforbund.errors import ScenarioError

MOST_ROUNDS = 100  # of observers that set anew what they are told


class Held(traitlets.TraitType[Any, Any]):
    """A trait that is no second copy: its value is what the tool's state holds.

    Parameters
    ----------
    read : callable
        Gets the tool; gives the value.
    put : callable, optional
        Gets the tool and another value: checks it and does what a person would do. Without it the
        trait can be observed, but not set.
    """

    def __init__(
        self, read: Callable[[Any], Any], put: Callable[[Any, Any], None] | None = None
    ) -> None:
        super().__init__(read_only=put is None)
        self._read, self._put = read, put

    def get(self, obj: Any, cls: Any = None) -> Any:
        """What the state holds."""
        del cls
        return self._read(obj)

    def set(self, obj: Any, value: Any) -> None:
        """Put another one in place; observers are told when it has been shown."""
        if self._put is not None:
            self._put(obj, value)


class Teller:
    """Tells those who observe what a tool holds: once for each action, after it was shown.

    Parameters
    ----------
    tool : HasTraits
        Its traits that are `Held` are told of.
    """

    def __init__(self, tool: traitlets.HasTraits) -> None:
        self._tool = tool
        self._names = [name for name, each in tool.traits().items() if isinstance(each, Held)]
        self._told = self._values()
        self._is_telling = False

    def tell(self) -> None:
        """Tell what has changed.

        What an observer sets is told when all have been told of what came before, so that nobody
        hears of the second change before the first.
        """
        if self._is_telling:
            return
        self._is_telling = True
        try:
            for _ in range(MOST_ROUNDS):
                before, self._told = self._told, self._values()
                changed = [each for each in self._names if before[each] != self._told[each]]
                if not changed:
                    return
                for name in changed:
                    self._tell(name, before[name], self._told[name])
            raise ScenarioError("observers_disagree", name=changed[0], limit=MOST_ROUNDS)
        finally:
            self._is_telling = False

    def _tell(self, name: str, old: Any, new: Any) -> None:
        change = Bunch(name=name, old=old, new=new, owner=self._tool, type="change")
        self._tool.notify_change(change)

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self._tool, name) for name in self._names}
