"""What a tool holds is kept in the browser after every action, and given back when it opens again.

The page (memory.js) knows which tab it is, writes, and finds; here it is written down and read.
Nothing is written before the page has said what it found, so that what is new never overwrites
what is kept.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import anywidget
import traitlets
from IPython import get_ipython

from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.explorer.workbench.state import Remembered, State
from valgforbund.explorer.workbench.typed import Piece, Typed
from valgforbund.sharing.packing import packed, unpacked
from valgforbund.wording import Words

PAUSE = 0.1  # seconds from an action until it is written: numbers and picture leave first
QUICK = 1  # how hard it is compressed: the rest is not worth the milliseconds
HERE = Path(__file__)
TEXTS = (
    *("kept", "afresh", "afresh_hint", "delete", "delete_hint", "deleted", "found", "take"),
    *("delete_sure", "delete_yes", "delete_no"),
    *("drop", "aside", "torn", "full", "forbidden", "typed"),
)


class Results(Protocol):
    """Results of any tool, in a language."""

    words: Words


class Keeper(anywidget.AnyWidget):
    """The line that says what is open and that it is kept; its script writes it.

    Attributes
    ----------
    kind, path, place : str
        Of the tool, its notebook, and its place in it: which entry in the browser is its own.
    opened : str
        Tells what the tool was opened with from anything else.
    called : str
        What is open, for the title of the page.
    entry : dict
        What is to be written, up to which typed text it goes, and how often all was deleted before.
    texts : dict
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = HERE.with_suffix(".js").read_text("utf-8")
    _css = HERE.with_suffix(".css").read_text("utf-8")
    kind = traitlets.Unicode().tag(sync=True)
    path = traitlets.Unicode().tag(sync=True)
    place = traitlets.Unicode().tag(sync=True)
    opened = traitlets.Unicode().tag(sync=True)
    called = traitlets.Unicode().tag(sync=True)
    entry = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)


class Memory:
    """Keeps one state.

    Parameters
    ----------
    shape : Shape
    state : State
    guard : Guard
        Tells what of that which was kept cannot be read or shown.
    pieces : sequence of Piece
        What shows the state.
    begin_again : callable
        Makes the tool forget what it was set to, beside its state.

    Attributes
    ----------
    widget : Keeper
    """

    def __init__(
        self,
        shape: Shape,
        state: State[Any],
        guard: Guard,
        pieces: Sequence[Piece],
        begin_again: Callable[[], None] = lambda: None,
    ) -> None:
        self._shape, self._state, self._guard = shape, state, guard
        self._typed = Typed(pieces, state, self.later)
        self._begin_again = begin_again
        self._first = state.remembered
        self._is_awake = self._waits = False
        self._waiting: list[Callable[[], None]] = []  # for the page to say what it found
        self._heard = self._number = self._deleted = 0
        first = shape.write(state)
        self.widget = Keeper(
            kind=shape.kind.name,
            path=os.environ.get("JPY_SESSION_NAME", ""),
            place=_place(shape.kind.name),
            opened=hashlib.sha256(first).hexdigest()[:16],
        )
        self.widget.add_class("vf-memory")
        self.widget.on_msg(lambda _, message, __: self._hear(message))

    def show(self, words: Words, called: str) -> None:
        """Say what is open, in this language."""
        texts = {key: words.template(f"memory.{key}") for key in TEXTS}
        if self.widget.texts != texts:
            self.widget.texts = texts
        state = self._state
        changed = state.is_changed
        self.widget.called = words("memory.changed", what=called) if changed else called

    def later(self) -> None:
        """Write what is held now, when the numbers and the picture have left."""
        self._typed.rest()
        if not self._is_awake or self._waits:
            return
        self._waits = True
        try:
            asyncio.get_running_loop().call_later(PAUSE, self.write)
        except RuntimeError:  # plain Python
            self.write()

    def when_awake(self, act: Callable[[], None]) -> None:
        """Do this when what is kept is back, or now: what a link brings comes after it."""
        if self._is_awake:
            act()
        else:
            self._waiting.append(act)

    # ---- what the page says ----

    def _hear(self, message: Any) -> None:
        acts: dict[str, Callable[[Any], None]] = {
            "hello": self._wake,
            "typed": self._note,
            "restore": self._restore,
            "afresh": self._open_afresh,
            "delete": self._forget,
        }
        for key, value in message.items():
            acts[key](value)

    def _wake(self, _: Any) -> None:
        self._is_awake = True
        self._typed.look()
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    def _note(self, number: int) -> None:
        """What was typed up to here has arrived: the messages of a page keep their order."""
        self._heard = number
        self.later()

    def _restore(self, code: str) -> None:
        """Show what was kept; what cannot be shown leaves what is shown, and is told."""
        self._is_awake = True
        shown: list[Kept[Any, Any]] = []

        def remind(_: Any) -> None:
            remembered, kept = self._shape.read(unpacked(code))
            self._state.remind(remembered)
            shown.append(kept)

        self._guard(remind)(None)
        for kept in shown:
            self._typed.open(kept.tabs)
            self._typed.put(kept.texts)
        self.widget.send({"restored": bool(shown)})
        self._go_on()

    def _open_afresh(self, _: Any) -> None:
        """As the tool was when it was made; undo leads back."""
        self._return(self._state.begin_again)

    def _forget(self, _: Any) -> None:
        """The same, and nothing leads back; the page keeps nothing that was written before."""
        self._deleted += 1
        self._return(self._state.remind)

    def _return(self, to: Callable[[Remembered], None]) -> None:
        def begin_again(_: Any) -> None:
            self._begin_again()
            self._typed.begin_again()
            to(self._first)

        self._guard(begin_again)(None)

    # ---- what the page is told ----

    def write(self) -> None:
        """Write what is held now, if the page has said what it found."""
        if not self._is_awake:
            return
        self._typed.look()
        self._waits = False
        self._number += 1
        tabs, texts = self._typed.tabs, self._typed.texts
        is_fresh = self._state.is_fresh(self._first) and not texts and max(tabs, default=0) < 1
        body = "" if is_fresh else packed(self._shape.write(self._state, tabs, texts), QUICK)
        told = {"heard": self._heard, "number": self._number, "deleted": self._deleted}
        self.widget.entry = {"body": body, **told}


_made: Counter[tuple[str, str]] = Counter()


def _place(kind: str) -> str:
    """Which tool of its kind it is: the cell that made it, and its number there.

    A cell that runs again, also after the kernel was started again, makes the same one.
    """
    shell = get_ipython()
    parent = shell.kernel.get_parent("shell") if hasattr(shell, "kernel") else {}
    cell = parent.get("metadata", {}).get("cellId", "")
    run = parent.get("header", {}).get("msg_id", "") if cell else ""
    _made[kind, run] += 1
    return f"{cell}.{_made[kind, run]}"
