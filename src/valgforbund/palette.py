"""The colours that are not a party's own: one source for pictures and pages, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WHITE: Final = "#ffffff"

# What alliances and groups are told apart by; a page shows them pale, a picture as they are.
HUES: Final = ("#3f5f8f", "#b0562f", "#4c7a4f", "#7a5195", "#82721a", "#5b6b75")


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0-1) of `other` in it, as ``#rrggbb``.

    Examples
    --------
    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = ((int(each[i : i + 2], 16) for each in (colour, other)) for i in (1, 3, 5))
    parts = (own * (1 - share) + more * share for own, more in pairs)
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def _with_hues(roles: Mapping[str, str]) -> Mapping[str, str]:
    """These, and for each hue the ground, the text and the edge of what has it."""
    found = dict(roles)
    for place, hue in enumerate(HUES):
        found[f"hue-{place}"] = mixed(hue, roles["paper"], 0.82)
        found[f"hue-{place}-ink"] = mixed(hue, roles["ink"], 0.6)
        found[f"hue-{place}-edge"] = mixed(hue, roles["paper"], 0.45)
    return MappingProxyType(found)


LIGHT: Final = _with_hues(
    {
        "ink": "#101828",
        "prose": "#344054",  # sentences below a bold one
        "quiet": "#475467",  # clearly second
        "faint": "#5f697c",  # zeros
        "paper": WHITE,
        "ground": "#f4f6f8",
        "rule": "#e4e7ec",
        "edge": "#98a2b3",  # of a field
        "axis": "#c4c8ce",
        "grid": "#eceef1",
        "swatch": "#4b5563",
        "accent": "#24518f",
        "on-accent": WHITE,
        "ring": "#3b76e1",  # round what has the focus
        "hover": "#eef2f7",
        "tab": "#e1e7ee",
        "tab-hover": "#d0dae6",
        "marked": "#e9f0fb",
        "locked": "#f2f4f7",
        "up": "#17772f",
        "down": "#b42318",
        "lot": "#8a4b00",
        "right": "#eaf6ec",
        "wrong": "#fdeceb",
        "note": "#fff4d6",
        "note-edge": "#f0d58a",
        "note-stripe": "#fbe3a6",
        "on-note": "#5c3d00",
        "alert": "#7a1a12",
        "on-alert": WHITE,
        "forgotten": "#8a4b00",
        "shadow": "#1018284d",
        "veil": "#34405473",
    }
)

DARK: Final = _with_hues(
    {
        "ink": "#eceff4",
        "prose": "#cdd5e0",
        "quiet": "#aeb8c6",
        "faint": "#98a3b3",
        "paper": "#1c2128",
        "ground": "#13171c",
        "rule": "#343c47",
        "edge": "#66717f",
        "axis": "#66717f",
        "grid": "#2a313a",
        "swatch": "#aeb8c6",
        "accent": "#8fb8f6",
        "on-accent": "#0d1a2e",
        "ring": "#a9c9fb",
        "hover": "#29303a",
        "tab": "#2a323d",
        "tab-hover": "#384351",
        "marked": "#20304a",
        "locked": "#262d36",
        "up": "#74d18b",
        "down": "#ff9a90",
        "lot": "#f2b863",
        "right": "#16331f",
        "wrong": "#431f1d",
        "note": "#3b2f11",
        "note-edge": "#6a5418",
        "note-stripe": "#55441a",
        "on-note": "#f7e2ad",
        "alert": "#8f2118",
        "on-alert": WHITE,
        "forgotten": "#7d4400",
        "shadow": "#000000a6",
        "veil": "#000000a6",
    }
)
