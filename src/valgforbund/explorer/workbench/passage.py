"""A way to another tool, with what it is to show: to a page of its own, or further down here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import anywidget
import traitlets

from valgforbund.explorer.workbench.elsewhere import HANDED, notebook_of
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.wording import Words


class Passage(anywidget.AnyWidget):
    """A link or a button; ``passage.js`` beside this file knows which.

    A page of its own keeps what is done there, and nothing that is done here replaces it.

    Parameters
    ----------
    guard : Guard
    kind : str
        Of the tool.
    key : str
        Key of what stands on it.
    act : callable
        Opens the tool further down, where tools have no pages of their own.

    Attributes
    ----------
    kind, notebook : str
        Of the tool; no notebook where it is not served.
    said : dict
        Name, hint, and the code of what goes along: ``""`` while there is nothing to show.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = HANDED + Path(__file__).with_suffix(".js").read_text("utf-8")
    kind = traitlets.Unicode().tag(sync=True)
    notebook = traitlets.Unicode().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)

    def __init__(self, guard: Guard, kind: str, key: str, act: Callable[[], None]) -> None:
        super().__init__(kind=kind, notebook=notebook_of(kind), _dom_classes=("vf-way",))
        self._key, self._act = key, act
        self._guarded = guard(lambda _: self._open())
        self.on_msg(lambda _, __, ___: self.press())

    def press(self) -> None:
        """What the page says when it is pressed, where it is a button."""
        self._guarded(None)

    def show(self, words: Words, code: str) -> None:
        """Name it in this language, with what goes along."""
        name, hint = words(self._key), words("elsewhere.new_tab")
        self.said = {"name": name, "hint": hint, "code": code}

    def _open(self) -> None:
        self._act()
        self.send({"opened": True})
