"""Widgets of rows that share layout and style: a third of the messages to the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import ipywidgets as widgets

T = TypeVar("T")


class Parts:
    """Makes the widgets of a table's rows; all looks come from style.css, by class."""

    def __init__(self) -> None:
        self._shared: dict[Callable[..., Any], dict[str, widgets.Widget]] = {}

    def of(self, kind: Callable[..., T], *said: object, **traits: object) -> T:
        """A field of this kind, of which ``said`` says the rest; see `fields`."""
        part = kind(*said, **self._shared.get(kind, {}), **traits)
        looks = {name: getattr(part, name) for name in ("layout", "style")}
        self._shared.setdefault(kind, looks)
        return part

    def html(self, *kinds: str) -> widgets.HTML:
        """A place for HTML."""
        return self._part(widgets.HTML, *kinds)

    def box(self, children: list[widgets.Widget], kind: str) -> widgets.Box:
        """A box of these."""
        return self._part(widgets.Box, kind, children=children)

    def _part(self, kind: type[widgets.DOMWidget], *classes: str, **traits: object) -> Any:
        """A widget with the layout and the style of the first of its kind."""
        part = kind(**self._shared.get(kind, {}), _dom_classes=classes, **traits)
        looks = {name: getattr(part, name) for name in ("layout", "style") if part.has_trait(name)}
        self._shared.setdefault(kind, looks)
        return part
