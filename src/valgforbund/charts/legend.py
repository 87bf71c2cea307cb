"""The compact legend at the top right of a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from valgforbund.charts.palette import PAPER, QUIET, SWATCH, tint
from valgforbund.charts.pen import Pen

_SIZES: Final = (12.0, 11.5)  # to fit from: widths do not grow evenly, and the larger result counts
_LEAST: Final = 9.0
_SWATCH: Final = 12
_GAP: Final = 6
_BETWEEN: Final = 18


@dataclass(frozen=True)
class Entry:
    """A text and the look that it explains: "full", "pale" or "hatched"."""

    text: str
    look: str


def swatch(pen: Pen, x: float, y: float, look: str) -> None:
    """A small grey square of the given look, with its lower left corner at x, y."""
    face = {"full": SWATCH, "pale": tint(SWATCH)}.get(look, PAPER)
    pen.box(x, y, _SWATCH, _SWATCH, face, edge=SWATCH, hatched=look == "hatched", low=2, top=2)


def draw_legend(pen: Pen, entries: Sequence[Entry], right: float, middle: float) -> None:
    """The entries in one line that ends at `right`; long ones get smaller, then cut."""
    shown = [entry for entry in entries if entry.text]
    if not shown:
        return
    room = right - 8 - len(shown) * (_SWATCH + _GAP + _BETWEEN)
    together = " ".join(entry.text for entry in shown)
    size = max(_LEAST, *(pen.fitting(together, each, room) for each in _SIZES))
    share = room if pen.width(together, size) <= room else room / len(shown)
    x = right
    for entry in reversed(shown):
        text = pen.cut(entry.text, size, share)
        pen.text(x, middle, text, size, QUIET, align="right")
        x -= round(pen.width(text, size)) + _GAP + _SWATCH
        swatch(pen, x, middle - _SWATCH / 2, entry.look)
        x -= _BETWEEN
