"""Doors from one tool into another: tools stand side by side and do not know each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

Opened = Callable[[Any, str], widgets.Box]  # what is opened, and the language

_DOORS: dict[str, tuple[Opened, str]] = {}
_NOTEBOOKS: dict[str, str] = {}


def hang(name: str, opened: Opened, held: str) -> None:
    """Have a tool behind the door of this name; whoever puts the tools together does it.

    Parameters
    ----------
    name : str
    opened : callable
        Makes the tool of what is opened and a language.
    held : str
        The trait of the tool that takes another one.
    """
    _DOORS[name] = opened, held


def takes(name: str) -> bool:
    """Whether there is a door of this name: something can be carried to the tool."""
    return name in _DOORS


def live(name: str, notebook: str) -> None:
    """Say in which notebook a kind of tool is opened on its own; the first is the first shown."""
    _NOTEBOOKS[name] = notebook


def notebooks() -> dict[str, str]:
    """The notebook of each kind of tool."""
    return dict(_NOTEBOOKS)


def go(name: str, what: Any, language: str, there: widgets.Box | None = None) -> Any:
    """The tool behind a door, opened with this; one that is there already takes it."""
    opened, held = _DOORS[name]
    if there is None:
        return opened(what, language)
    setattr(there, held, what)
    return there
