"""The pulse between page and kernel: numbers of a kernel that is gone are not shown as live.

The kernel beats from a thread, so that a long calculation is not a lost connection, and falls
silent when no page has given a sign of life for some seconds, so that it can be culled.
"""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import Any
from weakref import WeakSet

import anywidget
import ipywidgets as widgets
import traitlets

from valgforbund.explorer.workbench.contents import contents
from valgforbund.wording import Words

BEAT = 0.6  # seconds; the page waits two
SILENT_BEATS = 16  # without a sign of life, which the page gives every three seconds
FIRST_BEATS = 5  # before the first one: a kernel that waits for its page is silent

TEXTS = ("lost", "stored", "old", "go_on", "going", "no_app", "no_lab", "menu")


class Pulse(anywidget.AnyWidget):
    """Beats for all tools of a kernel; on the page it veils them when the beat is missed.

    Notes
    -----
    A sign of life counts as missing only while the main thread could have read it: beats during
    which it was busy are not counted.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = Path(__file__).with_suffix(".js").read_text("utf-8")
    _css = Path(__file__).with_suffix(".css").read_text("utf-8")
    texts = traitlets.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._tools: WeakSet[widgets.Widget] = WeakSet()
        self._lock = threading.Lock()
        self._is_beating = False
        self._count = 0
        self._is_free = True
        self.on_msg(lambda _, sign, __: self._heard(sign))
        self._live(FIRST_BEATS)

    @property
    def is_heard(self) -> bool:
        """Whether a page has given a sign of life lately."""
        return self._is_beating

    def watch(self, tool: widgets.Widget) -> None:
        """Have this tool's numbers sent again, too, where some may have been lost."""
        self._tools.add(tool)

    def speak(self, words: Words) -> None:
        """Say in this language what is to be said."""
        self.texts = {text: words(f"pulse.{text}") for text in TEXTS}

    def _heard(self, sign: dict[str, Any]) -> None:
        """A sign of life of the page, or its question whether it shows what we hold."""
        self._live(SILENT_BEATS)
        if "ask" in sign:
            for widget in contents(*self._tools) if sign["all"] else ():
                widget.send_state()
            # Messages keep their order: with this one, all that was said before has arrived.
            self.send({"answer": sign["ask"]})

    def _live(self, beats: int) -> None:
        """Beat so often from now on; without a loop, as in plain Python, there is no page."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        with self._lock:
            self._left = beats
            if not self._is_beating:
                self._is_beating = True
                threading.Thread(target=self._beat, args=(loop,), daemon=True).start()

    def _beat(self, loop: asyncio.AbstractEventLoop) -> None:
        while self._has_page():
            self._count += 1
            self.send({"beat": self._count})
            if self._is_free:
                self._is_free = False
                try:
                    loop.call_soon_threadsafe(self._answer)
                except RuntimeError:  # the kernel ends
                    return
            time.sleep(BEAT)

    def _has_page(self) -> bool:
        with self._lock:
            self._left -= self._is_free
            self._is_beating = self._left >= 0
            return self._is_beating

    def _answer(self) -> None:
        """The main thread is not busy."""
        self._is_free = True


_pulses: list[Pulse] = []


def pulse() -> Pulse:
    """The one of this kernel: its tools live and die together."""
    if not _pulses or _pulses[0].comm is None:  # the first, or closed with all widgets
        _pulses[:] = [Pulse()]
    return _pulses[0]
