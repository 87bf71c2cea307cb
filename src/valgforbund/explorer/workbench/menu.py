"""A menu that is set in one message, so that nothing flickers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets


def choose(menu: widgets.Dropdown, options: Sequence[tuple[str, Any]], value: Any) -> None:
    """Set options and choice of a menu at once."""
    with menu.hold_sync():
        if list(menu.options) != list(options):
            menu.options = options
        if menu.value != value:
            menu.value = value
