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
        Gets the exception of a callback, or None when it went well.
    restore : callable
        Called after every callback: inputs show again what the scenario holds.

    Attributes
    ----------
    active : bool
        Whether a callback is running.
    """

    def __init__(
        self, tell: Callable[[Exception | None], None], restore: Callable[[], None]
    ) -> None:
        self._tell, self._restore = tell, restore
        self._quiet = False
        self.active = False

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """While we set widgets from the model, their callbacks stay silent."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def tell(self, error: Exception) -> None:
        """Show what went wrong; what nobody foresaw goes to the log, too."""
        if not isinstance(error, ScenarioError):
            log.error("a callback of the explorer failed", exc_info=error)
        self._tell(error)

    def __call__(self, callback: Callable[[Any], None]) -> Callable[[Any], None]:
        """The callback, with its exceptions told and the inputs restored."""

        def guarded(change: Any) -> None:
            if self._quiet:
                return
            self.active = True
            try:
                callback(change)
            except Exception as error:  # noqa: BLE001 -- told
                self.tell(error)
            else:
                self._tell(None)
            finally:
                self.active = False
            self._restore()

        return guarded
