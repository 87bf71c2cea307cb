"""The clock of a night: it plays, pauses, goes faster, and can be dragged along a line."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import ipywidgets as widgets

from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.state import SPEEDS, State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element

BEAT = 0.5  # seconds between two pictures, at least
REST = 6.0  # seconds that a message has to be read, before the clock goes on
STEP = 60  # seconds of the night between two places on the line
PAGE = 15  # of them by PageUp and PageDown


class Clock:
    """The line of the night, and what is done with its time.

    Parameters
    ----------
    state : State
    guard : Guard
    has_page : callable
        Whether anybody looks: without, the clock stops.

    Attributes
    ----------
    playing : bool
        Whether it goes on by itself; what is opened again stands still.
    """

    def __init__(self, state: State, guard: Guard, has_page: Callable[[], bool]) -> None:
        self._state, self._has_page = state, has_page
        self.playing = False
        self._timer: asyncio.TimerHandle | None = None
        self._last = self._rests = 0.0
        self._begins = self._closes = self._ends = 0
        self._time, self._counted = widgets.HTML(), widgets.HTML()
        self._play = fields.Button(guard, "night.play", self._press, "vf-night-play")
        self._speed = fields.Menu(guard, "night.speed", lambda n: state.look(speed=n), "vf-speed")
        self._line = fields.Slide(
            guard, "night.line", self._drag, "vf-night-line", step=STEP, page=PAGE
        )
        self._late = fields.Button(guard, "night.late", self._go_late)
        self._time.add_class("vf-night-time")
        self._counted.add_class("vf-night-counted")
        inside = [self._time, self._play, self._speed, self._line, self._late, self._counted]
        self.widget = widgets.Box(inside)
        self.widget.add_class("vf-night-clock")

    def rest(self) -> None:
        """A message was told: the clock waits for it to be read."""
        self._rests = time.monotonic() + REST

    def _name(self) -> None:
        """The button says what it would do now."""
        key = "night.pause" if self.playing else "night.play"
        self._play.show(self._words, key, seen=self._is_seen)

    # ---- what a person does ----

    def _press(self) -> None:
        self.playing = not self.playing
        self._last = time.monotonic()
        if self.playing and self._state.view.time >= self._closes:
            self._state.look(time=self._begins)
        self._name()
        self._wait()

    def _drag(self, seconds: int) -> None:
        self._last = time.monotonic()
        self._state.look(time=self._begins + seconds)

    def _go_late(self) -> None:
        """To the last count, days after the night."""
        self.playing = False
        self._state.look(time=self._ends)

    # ---- the clock ----

    def _beat(self) -> None:
        """On to where the clock is now; as far as it takes, however long the last picture took."""
        self._timer = None
        view, now = self._state.view, time.monotonic()
        if not self.playing:
            return
        if not self._has_page():
            self.playing = False
            self._name()
            return
        passed, self._last = now - self._last, now
        if now < self._rests:
            self._wait()
            return
        there = min(view.time + round(passed * view.speed), self._closes)
        self.playing = there < self._closes
        self._state.look(time=there)
        self._name()
        self._wait()

    def _wait(self) -> None:
        """The next beat, if it plays."""
        if not self.playing:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # plain Python has no page
            return
        if self._timer is None:
            self._timer = loop.call_later(BEAT, self._beat)

    def show(self, results: Results) -> None:
        """Show the time, and go on if it plays."""
        words, view, feed = results.words, results.view, results.feed
        self._begins, self._closes = (int(each.timestamp()) for each in (feed.begins, feed.closes))
        self._ends = max(int(feed.night.ends.timestamp()) + 1, self._closes)
        areas = sum(row.areas for row in results.councils.values())
        counted = sum(row.counted for row in results.councils.values())
        self._time.value = element("span", results.clock, role="timer")
        self._counted.value = element(
            "span",
            words("night.areas", counted=words.number(counted), areas=words.number(areas)),
        )
        live = results.view.followed
        self.playing = self.playing and not live
        self._words, self._is_seen = words, not live
        self._name()
        self._speed.layout.display = self._line.layout.display = "none" if live else ""
        speeds = [(words("night.times", n=each), each) for each in SPEEDS]
        self._speed.show(words, speeds, view.speed)
        self._line.name(words, time=results.clock)
        here = min(max(view.time, self._begins), self._closes) - self._begins
        # between two steps the page would move it, and that would come back as the person's move
        self._line.reach(0, self._closes - self._begins, here - here % STEP)
        self._late.show(words, seen=not live)
