"""Doors from one tool into another: tools stand side by side and do not know each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

Opened = Callable[[Any, str], widgets.Box]  # what is opened, and the language

_DOORS: dict[str, Opened] = {}


def hang(name: str, opened: Opened) -> None:
    """Have a tool behind the door of this name; whoever puts the tools together does it."""
    _DOORS[name] = opened


def go(name: str, what: Any, language: str) -> Any:
    """The tool behind a door, opened with this."""
    return _DOORS[name](what, language)
