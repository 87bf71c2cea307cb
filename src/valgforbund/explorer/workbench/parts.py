"""Widgets of rows that share layout and style: a third of the messages to the browser."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets


class Parts:
    """Makes the widgets of a table's rows; all looks come from style.css, by class."""

    def __init__(self) -> None:
        self._shared: dict[type[widgets.DOMWidget], dict[str, widgets.Widget]] = {}

    def text(self, kind: str) -> widgets.Text:
        """A field that tells its value when the person is done with it."""
        return self._part(widgets.Text, kind, continuous_update=False)

    def html(self, *kinds: str) -> widgets.HTML:
        """A place for HTML."""
        return self._part(widgets.HTML, *kinds)

    def menu(self, kind: str) -> widgets.Dropdown:
        """A menu whose choices are set later."""
        return self._part(widgets.Dropdown, kind)

    def box(self, children: list[widgets.Widget], kind: str) -> widgets.Box:
        """A box of these."""
        return self._part(widgets.Box, kind, children=children)

    def _part(self, kind: type[widgets.DOMWidget], *classes: str, **traits: object) -> Any:
        """A widget with the layout and the style of the first of its kind."""
        part = kind(**self._shared.get(kind, {}), _dom_classes=classes, **traits)
        looks = {name: getattr(part, name) for name in ("layout", "style") if part.has_trait(name)}
        self._shared.setdefault(kind, looks)
        return part
