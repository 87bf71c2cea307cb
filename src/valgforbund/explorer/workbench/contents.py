"""All that a widget holds: sent again as one, and closed as one when it is no longer shown."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets as widgets

from valgforbund.explorer.workbench.shelf import Shelf


def contents(*roots: widgets.Widget) -> Iterator[widgets.Widget]:
    """These widgets behind all that is in them: children, layouts, styles; each once.

    Rows that wait to be shown are among them.

    Examples
    --------
    >>> inside = widgets.Text()
    >>> found = [*contents(widgets.Box([inside]), inside)]
    >>> found.count(inside), type(found[-1]).__name__
    (1, 'Box')
    """
    seen: set[widgets.Widget] = set()
    for root in roots:
        if root not in seen:
            yield from _unseen(root, seen)


def close(widget: widgets.Widget) -> None:
    """Close a widget with everything in it, in the page and in the kernel.

    Examples
    --------
    >>> inside = widgets.Text()
    >>> close(widgets.Box([inside]))
    >>> inside.comm is None
    True
    """
    for each in [*contents(widget)]:
        each.close()


def _unseen(widget: widgets.Widget, seen: set[widgets.Widget]) -> Iterator[widgets.Widget]:
    seen.add(widget)
    held = [getattr(widget, name) for name in widget.keys]
    for value in (*held, widget.made) if isinstance(widget, Shelf) else held:
        for each in value if isinstance(value, tuple | list) else (value,):
            if isinstance(each, widgets.Widget) and each not in seen:
                yield from _unseen(each, seen)
    yield widget
