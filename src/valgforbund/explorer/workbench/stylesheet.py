"""The looks of a page's widgets, in a widget of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.palette import DARK, LIGHT

# JupyterLab says whether its theme is light; a page of ours follows the computer. Paper is white.
THEMES = (
    ("all", ".vf-explorer", "light", LIGHT),
    ("screen", '[data-jp-theme-light="false"] .vf-explorer', "dark", DARK),
    ("screen and (prefers-color-scheme: dark)", "[data-vf-page] .vf-explorer", "dark", DARK),
)
ARROW = (
    "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='10' height='6'"
    "%3E%3Cpath d='M1 1l4 4 4-4' fill='none' stroke='%23{}' stroke-width='1.6'/%3E%3C/svg%3E\")"
)


def stylesheet(*names: str) -> widgets.HTML:
    """These files of ours, such as ``"workbench/style.css"``, as one style element.

    What is different on paper comes last.
    """
    texts = [
        files("valgforbund.explorer").joinpath(*name.split("/")).read_text("utf-8")
        for name in (*names, "workbench/print.css")
    ]
    looks = "\n".join([colours(), *texts])
    return widgets.HTML(Markup("<style>{}</style>").format(Markup(looks)))  # noqa: S704 -- our own files


@cache
def colours() -> str:
    """The palette as variables: ``var(--ink)`` is its ``"ink"`` in the theme that is on."""
    return "\n".join(
        f"@media {where} {{ {selector} {{ color-scheme: {scheme}; {_variables(palette)} }} }}"
        for where, selector, scheme, palette in THEMES
    )


def _variables(palette: Mapping[str, str]) -> str:
    pairs = {**palette, "arrow": ARROW.format(palette["quiet"].removeprefix("#"))}
    return " ".join(f"--{name}: {value};" for name, value in pairs.items())
