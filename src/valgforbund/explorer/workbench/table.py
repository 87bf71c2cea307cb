"""A place for HTML whose tables can be used: rows pressed, columns sorted, the whole copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.wording import Words

SAID = ("copy", "copied", "not_copied", "sort", "more")  # by the page itself
NORDIC = {"sv": "sv"}  # languages with an order of their own; names are Danish in all others


class Table(anywidget.AnyWidget):
    """HTML of the one builder; ``table.js`` beside this file does what a person does with it.

    Order, focus and scrolling stay while the numbers change. The kernel hears of one thing only:
    the key of a row that was pressed.

    Parameters
    ----------
    guard : Guard, optional
        Of what pressing a row does.
    press : callable, optional
        Gets what the pressed row stands for.

    Attributes
    ----------
    value : str
        The HTML that is shown.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = Path(__file__).with_suffix(".js").read_text("utf-8")
    value = traitlets.Unicode().tag(sync=True)
    _texts = traitlets.Dict().tag(sync=True)

    def __init__(
        self, guard: Guard | None = None, press: Callable[[Any], None] | None = None
    ) -> None:
        super().__init__()
        self._rows: Mapping[str, Any] = {}
        self._act = press
        self._guarded = self._pressed if guard is None else guard(self._pressed)
        self.add_class("vf-tables-here")
        if press is not None:
            self.on_msg(lambda _, content, __: self.press(content))

    def show(self, words: Words, value: str, rows: Mapping[str, Any] | None = None) -> None:
        """Show HTML, in a language.

        Parameters
        ----------
        words : Words
        value : Markup
        rows : mapping, optional
            What each row that can be pressed stands for, by its key.
        """
        self._rows = rows or {}
        texts = {key: words.template(f"table.{key}") for key in SAID}
        texts["one_more"] = words.template("table.more", 1)
        with self.hold_sync():
            self._texts = texts | {"order": NORDIC.get(words.language, "da")}
            self.value = value

    def press(self, key: object) -> None:
        """What the page says when a row is pressed: its key."""
        self._guarded(str(key))

    def close_rows(self) -> None:
        """What is shown is old: nothing can be pressed until something new is shown."""
        self._rows = {}

    def _pressed(self, key: str) -> None:
        """Do what a row says, if it is there; one that went meanwhile does nothing else."""
        if self._act is None or key not in self._rows:
            raise ScenarioError("row_gone")
        self._act(self._rows[key])
