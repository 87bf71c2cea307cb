"""The looks of a page's widgets, in a widget of their own."""

from __future__ import annotations

from importlib.resources import files

import ipywidgets as widgets
from markupsafe import Markup


def stylesheet(*names: str) -> widgets.HTML:
    """These files of ours, such as ``"workbench/style.css"``, as one style element."""
    texts = [
        files("valgforbund.explorer").joinpath(*name.split("/")).read_text("utf-8")
        for name in names
    ]
    return widgets.HTML(Markup("<style>{}</style>").format(Markup("\n".join(texts))))  # noqa: S704 -- our own files
