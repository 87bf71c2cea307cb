"""Which signs the font of the pictures has, and how wide a text is."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

POINTS_PER_INCH: Final = 72
FAMILY: Final = "DejaVu Sans"  # matplotlib brings it along: the same picture on every machine
_UNKNOWN: Final = "\N{WHITE SQUARE}"
SHARPNESS: Final = 2  # device pixels of a CSS pixel, at which texts are measured


def font_folder() -> str:
    """Where the fonts of the pictures lie, for who sets their text."""
    return str(Path(findfont(_font(10, False))).parent)


@lru_cache(maxsize=64)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")


@lru_cache(maxsize=1)
def _scratch() -> Any:
    """What measures texts; `Any`: matplotlib types only a part of it."""
    canvas: Any = FigureCanvasAgg
    figure = Figure(figsize=(1, 1), dpi=SHARPNESS * POINTS_PER_INCH)
    return canvas(figure).get_renderer()


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    r"""`text` on one line, with a square for each sign that the font lacks.

    >>> printable("Liste\n1")
    'Liste 1'
    """
    font = get_font(findfont(_font(10, False)))
    line = " ".join(text.split())
    return "".join(
        sign if font.get_char_index(ord(sign)) else _UNKNOWN for sign in line if sign.isprintable()
    )


@lru_cache(maxsize=4096)
def width(text: str, size: float, bold: bool) -> float:
    """The width of a text in CSS pixels."""
    wide, _, _ = _scratch().get_text_width_height_descent(
        printable(text), _font(size, bold), ismath=False
    )
    return float(wide) / SHARPNESS
