"""What is no longer shown is closed: in the page and in the kernel."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets as widgets


def close(widget: widgets.Widget) -> None:
    """Close a widget with everything in it: children, layouts, styles.

    Examples
    --------
    >>> inside = widgets.Text()
    >>> close(widgets.Box([inside]))
    >>> inside.comm is None
    True
    """
    for each in [*_inside(widget, set())]:
        each.close()


def _inside(widget: widgets.Widget, seen: set[widgets.Widget]) -> Iterator[widgets.Widget]:
    seen.add(widget)
    for name in widget.keys:
        value = getattr(widget, name)
        for each in value if isinstance(value, tuple | list) else (value,):
            if isinstance(each, widgets.Widget) and each not in seen:
                yield from _inside(each, seen)
    yield widget
