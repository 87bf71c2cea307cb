"""Slow work off the event path: in a thread, with a bar and a stop button."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, Protocol

import ipywidgets as widgets

from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.progress import Progress, silent
from valgforbund.wording import Words


class Spoken(Protocol):
    """Results of any tool, in a language."""

    words: Words


PAUSE = 0.25  # seconds without a newer start before work begins: a drag starts it once
TELL = 0.1  # seconds between two moves of the bar


class Stopped(Exception):  # noqa: N818 -- no error: nobody waits any more
    """Raised by `progress` in work that nobody waits for any more."""


class Run:
    """One run of some work; cancelled by a newer one or by the person."""

    def __init__(self, key: Hashable) -> None:
        self.key = key
        self.cancelled = threading.Event()


class Job:
    """Runs one thing at a time and remembers the last result.

    Parameters
    ----------
    guard : Guard
        Keeps callbacks quiet while results are shown, and tells what went wrong.

    Attributes
    ----------
    widget : Box
        Bar and button; hidden while nothing runs and nothing was stopped.

    Notes
    -----
    Where no event loop runs, as in plain Python, work is done at once.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._bar = widgets.FloatProgress(max=1)
        self._button = fields.Button(guard, "job.stop", self._press)
        self.widget = widgets.Box([self._bar, self._button])
        self.widget.add_class("vf-job")
        self.widget.layout.display = "none"
        self._words: Words | None = None
        self._run: Run | None = None  # what runs, or was stopped
        self._found: tuple[Hashable, Any] | None = None
        self._again: Callable[[], None] = lambda: None
        self._done: Callable[[Any], None] = lambda _: None

    def start(
        self,
        results: Spoken,
        key: Hashable,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        is_quick: bool = False,
    ) -> None:
        """Work for this key, unless its result is there or the person stopped it.

        Parameters
        ----------
        results : Spoken
            Whose language the button speaks.
        key : hashable
            What the work depends on; a newer key cancels older work.
        work : callable
            Gets ``progress(done, total)``, which raises `Stopped` when it is cancelled.
        done : callable
            Shows the result; called on the main thread, quietly.
        is_quick : bool
            Whether nobody would see it wait: then it is done at once.
        """
        self._words = results.words
        self._done, self._again = done, lambda: self._begin(key, work, is_quick)
        self._name_button()
        if self._found is not None and self._found[0] == key:
            self.stop()
            done(self._found[1])
        elif self._run is None or self._run.key != key:
            self._begin(key, work, is_quick)

    def stop(self) -> None:
        """Nobody waits for what runs now."""
        if self._run is not None:
            self._run.cancelled.set()
        self._run = None
        self.widget.layout.display = "none"

    def _press(self) -> None:
        """Stop what runs; start again what was stopped."""
        if self._run is not None and self._run.cancelled.is_set():
            self._again()
        elif self._run is not None:
            self._run.cancelled.set()
            self._name_button()

    def _name_button(self) -> None:
        stopped = self._run is not None and self._run.cancelled.is_set()
        if self._words is not None:
            self._button.show(self._words, "job.again" if stopped else "job.stop")

    def _begin(self, key: Hashable, work: Callable[[Progress], Any], is_quick: bool) -> None:
        self.stop()
        run = self._run = Run(key)
        self._bar.value = 0
        self._name_button()
        loop = None if is_quick else _loop()
        if loop is None:
            self._finish(run, *_outcome(work, silent))
            return
        self.widget.layout.display = ""
        thread = threading.Thread(target=self._thread, args=(run, work, loop), daemon=True)
        loop.call_later(PAUSE, lambda: None if run.cancelled.is_set() else thread.start())

    def _thread(
        self, run: Run, work: Callable[[Progress], Any], loop: asyncio.AbstractEventLoop
    ) -> None:
        told = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal told
            if run.cancelled.is_set():
                raise Stopped
            now = time.monotonic()
            if now - told > TELL:
                told = now
                loop.call_soon_threadsafe(self._move, run, done / max(total, 1))

        result = _outcome(work, progress)
        with suppress(RuntimeError):  # the loop has ended: nobody waits
            loop.call_soon_threadsafe(self._finish, run, *result)

    def _move(self, run: Run, share: float) -> None:
        if run is self._run:
            self._bar.value = share

    def _finish(self, run: Run, result: Any, error: Exception | None) -> None:
        if run is not self._run or run.cancelled.is_set():
            return
        self.stop()
        if error is not None:
            if not isinstance(error, Stopped):
                self._guard.tell(error)
            return
        self._found = run.key, result
        with self._guard.quiet():
            try:
                self._done(result)
            except Exception as failure:  # noqa: BLE001 -- told, as in any other callback
                self._guard.tell(failure)


def _loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _outcome(work: Callable[[Progress], Any], progress: Progress) -> tuple[Any, Exception | None]:
    try:
        return work(progress), None
    except Exception as error:  # noqa: BLE001 -- carried to the main thread and told there
        return None, error
