"""The part of the page that keeps what a tool holds, as the tool hears it."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from explorer.part import classes


class Browser:
    """What the script of the page does, for one tool.

    Parameters
    ----------
    root : Widget
        A tool, or a box of the pieces of one.
    """

    def __init__(self, root: widgets.Widget) -> None:
        self.keeper = next(each for each in _all(root) if "vf-memory" in classes(each))

    def hello(self) -> None:
        """The page has nothing to give back."""
        self.say(hello=True)

    def put_back(self, body: str) -> None:
        """The page gives back what it kept."""
        self.say(restore=body)

    def say(self, **message: Any) -> None:
        """A message of the page."""
        self.keeper._handle_custom_msg(message, [])  # as ipywidgets calls it

    @property
    def body(self) -> str:
        """What the page keeps now; ``""`` for nothing."""
        return self.keeper.entry.get("body", "")

    @property
    def title(self) -> str:
        """What is open, in the title of the page."""
        return self.keeper.called


def _all(root: widgets.Widget) -> list[widgets.Widget]:
    return [root, *(each for child in getattr(root, "children", ()) for each in _all(child))]
