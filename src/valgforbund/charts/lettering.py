"""Texts as small pictures, rendered once and then stamped wherever they are needed."""

from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Any, Final

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.text import Text
from numpy.typing import NDArray

POINTS_PER_INCH: Final = 72
FAMILY: Final = "DejaVu Sans"  # matplotlib brings it along: the same picture on every machine
_UNKNOWN: Final = "\N{WHITE SQUARE}"
_BORDER: Final = 0.6  # round a stamp, in font sizes: accents without a letter hang to the left


def font_folder() -> str:
    """Where the fonts of the pictures lie, for who sets their text."""
    return str(Path(findfont(_font(10, False))).parent)


@lru_cache(maxsize=64)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")


@lru_cache(maxsize=4)
def _scratch(scale: int) -> tuple[Figure, Any]:
    """A figure to measure and render texts on; `Any`: matplotlib types only a part of it."""
    figure = Figure(figsize=(1, 1), dpi=scale * POINTS_PER_INCH)
    canvas: Any = FigureCanvasAgg
    return figure, canvas(figure)


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
def width(text: str, size: float, bold: bool, scale: int) -> float:
    """The width of a text in CSS pixels at a scale of device pixels."""
    _, canvas = _scratch(scale)
    wide, _, _ = canvas.get_renderer().get_text_width_height_descent(
        printable(text), _font(size, bold), ismath=False
    )
    return float(wide) / scale


@lru_cache(maxsize=512)
def _coverage(text: str, size: float, bold: bool, scale: int) -> tuple[NDArray[np.uint8], int]:
    """How much of each device pixel the text covers (0-255), and the border round it."""
    figure, canvas = _scratch(scale)
    border = ceil(_BORDER * size * scale)
    wide = ceil(width(text, size, bold, scale) * scale) + 2 * border
    high = ceil(size * scale) + 2 * border
    figure.set_size_inches(wide / figure.dpi, high / figure.dpi)
    renderer = canvas.get_renderer()
    renderer.clear()
    # parse_math: a name such as "$\frac$" is a name, not mathematics
    artist = Text(border, border, printable(text), parse_math=False, va="baseline")
    artist.set_fontproperties(_font(size, bold))
    artist.set_figure(figure)
    artist.draw(renderer)
    return np.asarray(canvas.buffer_rgba())[:, :, 3].copy(), border


@lru_cache(maxsize=512)
def stamp(
    text: str, size: float, bold: bool, colour: str, scale: int
) -> tuple[NDArray[np.uint8], int]:
    """A text as RGBA rows from the bottom, and how far in and up its origin lies.

    Rendering a text with matplotlib takes about a millisecond, stamping it some microseconds:
    on a slider's way nearly all texts have been there before.
    """
    coverage, border = _coverage(text, size, bold, scale)
    picture = np.empty((*coverage.shape, 4), dtype=np.uint8)
    picture[:, :, :3] = [round(255 * part) for part in to_rgb(colour)]
    picture[:, :, 3] = coverage[::-1]
    return picture, border
