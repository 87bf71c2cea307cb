"""No exception of a callback is lost, and no callback answers to what we set ourselves."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from valgforbund.errors import ScenarioError

log = logging.getLogger(__name__)


class Guard:
    """Wraps callbacks of widgets.

    Parameters
    ----------
    tell : callable
        Gets the exception of a callback, or None when it went well; and whether what the person
        did holds all the same.
    restore : callable
        Called after every callback with whether it failed: inputs show again what the tool holds.

    Attributes
    ----------
    active : bool
        Whether a callback is running.
    said : str
        What the last action of the person has to say, besides what is shown.
    """

    def __init__(
        self,
        tell: Callable[[Exception | None, bool], None],
        restore: Callable[[bool], None],
    ) -> None:
        self._tell, self._restore = tell, restore
        self._quiet = False
        self._told = False  # of work that the callback itself began
        self.active = False
        self.said = ""

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """While we set widgets from the model, their callbacks stay silent."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @property
    def is_quiet(self) -> bool:
        """Whether widgets are being set from the model."""
        return self._quiet

    def tell(self, error: Exception) -> None:
        """Show that work was not finished; what the person did holds all the same."""
        self._told = True
        note(error)
        self._tell(error, True)

    def clear(self) -> None:
        """What was told is of an earlier action."""
        self._tell(None, False)

    def __call__(self, callback: Callable[[Any], None]) -> Callable[[Any], None]:
        """The callback, with its exceptions told and the inputs restored."""

        def guarded(change: Any) -> None:
            if self._quiet:
                return
            self.active, self._told, self.said = True, False, ""
            failure = attempt(lambda: callback(change))
            self.active = False
            failed = failure is not None
            if failed and not isinstance(failure, ScenarioError):
                self._put_back(change)
            again = attempt(lambda: self._restore(failed))
            failure = failure or again
            if failure is not None:
                self._tell(failure, False)
            elif not self._told:
                self._tell(None, False)

        return guarded

    def _put_back(self, change: Any) -> None:
        """An input shows what it did before, also where its panel cannot be shown any more."""
        if isinstance(change, dict) and "owner" in change:
            with self.quiet():
                attempt(lambda: change["owner"].set_trait(change["name"], change["old"]))


def attempt(do: Callable[[], None]) -> Exception | None:
    """Do it; what goes wrong is noted and given back."""
    try:
        do()
    except Exception as error:  # noqa: BLE001 -- whoever asked tells it
        note(error)
        return error
    return None


def note(error: Exception) -> None:
    """What nobody foresaw goes to the log."""
    if not isinstance(error, ScenarioError):
        log.error("a callback of the explorer failed", exc_info=error)
