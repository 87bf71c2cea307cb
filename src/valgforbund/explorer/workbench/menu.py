"""The menu of a list of choices: set in one message, so that nothing flickers, and never stuck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets


def choose(menu: widgets.Dropdown, options: Sequence[tuple[str, Any]], value: Any) -> Any:
    """Set options and choice of a menu at once; a choice that is gone falls back to the first.

    Returns
    -------
    object
        What is chosen now; None where there is nothing to choose.

    Examples
    --------
    >>> menu = widgets.Dropdown()
    >>> choose(menu, [("one", 1), ("two", 2)], 2), choose(menu, [("one", 1)], 2)
    (2, 1)
    """
    values = [each for _, each in options]
    if value not in values:
        value = values[0] if values else None
    with menu.hold_sync():
        if list(menu.options) != list(options):
            menu.options = options
        if menu.value != value:
            menu.value = value
    return value
