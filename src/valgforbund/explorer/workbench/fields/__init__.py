"""Fields: the name, the looks and what is done with what is entered, said where one is made.

A field tells its callback through the guard what a person entered, and shows again what the tool
holds, whatever came of it. `show` names it in the language of the page. An entry keeps what is
typed until a button takes it.
"""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.workbench.fields.button import Button
from valgforbund.explorer.workbench.fields.choices import Menu, Slide, Tick
from valgforbund.explorer.workbench.fields.entries import Area, Entry, Suggested
from valgforbund.explorer.workbench.fields.numbers import Cell, Whole
from valgforbund.explorer.workbench.fields.texts import Lines, Search, Text

__all__ = [
    "Area",
    "Button",
    "Cell",
    "Entry",
    "Lines",
    "Menu",
    "Search",
    "Slide",
    "Suggested",
    "Text",
    "Tick",
    "Whole",
    "row",
]


def row(*inside: widgets.Widget, kind: str = "vf-form") -> widgets.Box:
    """Fields beside each other."""
    return widgets.Box(inside, _dom_classes=(kind,))
