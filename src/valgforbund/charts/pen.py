"""Boxes and texts drawn in CSS pixels, and how wide a text will be."""

from functools import lru_cache
from typing import Any, Final, Literal

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

_FAMILY: Final = "DejaVu Sans"  # matplotlib brings it along: the same picture on every machine
_CAPITAL: Final = 0.729  # height of its capitals and digits, in font sizes
_UNKNOWN: Final = "\N{WHITE SQUARE}"

Align = Literal["left", "center", "right"]


@lru_cache(maxsize=256)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=_FAMILY, size=size, weight="bold" if bold else "normal")


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """`text` on one line, with a square for signs that the font lacks.

    >>> printable("Liste\\n1")
    'Liste 1'
    """
    font = get_font(findfont(_font(10, False)))
    line = " ".join(text.split())
    return "".join(
        sign if font.get_char_index(ord(sign)) else _UNKNOWN for sign in line if sign.isprintable()
    )


def _box_path(x: float, y: float, width: float, height: float, low: float, top: float) -> Path:
    """A rectangle whose lower and upper corners are rounded by `low` and `top` pixels."""
    low, top = (min(radius, width / 2, height / 2) for radius in (low, top))
    right, upper = x + width, y + height
    corners = [
        ((x, y + low), (x, upper - top), (x, upper), (x + top, upper)),
        ((x + top, upper), (right - top, upper), (right, upper), (right, upper - top)),
        ((right, upper - top), (right, y + low), (right, y), (right - low, y)),
        ((right - low, y), (x + low, y), (x, y), (x, y + low)),
    ]
    vertices = [corners[0][0]]
    codes = [Path.MOVETO]
    for _, end, control, after in corners:
        vertices += [end, control, after]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    return Path([*vertices, vertices[0]], [*codes, Path.CLOSEPOLY])


class Pen:
    """Draws on a renderer through one reused patch and one reused text.

    All lengths are CSS pixels, measured from the lower left corner of the picture; texts are
    never read as mathematics.
    """

    def __init__(self, figure: Figure, renderer: Any, scale: int) -> None:
        self._renderer = renderer
        self._scale = scale
        self._transform = Affine2D().scale(scale)
        self._patch = PathPatch(Path([(0, 0)]), transform=self._transform, snap=False)
        self._patch.set_hatch_linewidth(1.1)
        self._text = Text(parse_math=False, transform=self._transform, va="baseline")
        for artist in (self._patch, self._text):
            artist.set_figure(figure)
        self.clip(None)

    def clip(self, box: tuple[int, int, int, int] | None) -> None:
        """Keep what follows inside `box` (left, bottom, right, top), or anywhere for None."""
        area = None if box is None else Bbox.from_extents(*(self._scale * edge for edge in box))
        self._patch.set_clip_box(area)
        self._text.set_clip_box(area)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        face: str,
        *,
        edge: str | None = None,
        hatched: bool = False,
        low: float = 0,
        top: float = 0,
    ) -> None:
        """A filled rectangle; a line of one pixel runs inside its border if `edge` is given."""
        inset = 0.5 if edge else 0.0
        room = 2 * inset
        if width <= room or height <= room:  # too small for a line: all line
            inset, room, face, edge, hatched = 0.0, 0.0, edge or face, None, False
        self._patch.set_path(_box_path(x + inset, y + inset, width - room, height - room, low, top))
        self._patch.set_facecolor(face)
        self._patch.set_edgecolor(edge or "none")
        self._patch.set_linewidth(1 if edge else 0)
        self._patch.set_hatch("/////" if hatched else "")
        self._patch.draw(self._renderer)

    def text(
        self,
        x: float,
        middle: float,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        """One line whose capitals are centred on the height `middle`."""
        self._text.set_text(printable(text))
        self._text.set_position((x, middle - _CAPITAL * size / 2))
        self._text.set_fontproperties(_font(size, bold))
        self._text.set_color(colour)
        self._text.set_horizontalalignment(align)
        self._text.draw(self._renderer)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide the text will be."""
        wide, _, _ = self._renderer.get_text_width_height_descent(
            printable(text), _font(size, bold), ismath=False
        )
        return float(wide) / self._scale

    def fitting(self, text: str, size: float, room: float, *, bold: bool = False) -> float:
        """The font size, at most `size` and in half pixels, at which the text fits in `room`."""
        wanted = self.width(text, size, bold=bold)
        return size if wanted <= room else max(1.0, int(2 * size * room / wanted) / 2)

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        """The text, or as much of its beginning as fits in `room`, with an ellipsis."""
        text = printable(text)
        if self.width(text, size, bold=bold) <= room:
            return text
        kept = next(
            (
                end
                for end in range(len(text) - 1, 0, -1)
                if self.width(text[:end].rstrip() + "…", size, bold=bold) <= room
            ),
            0,
        )
        return text[:kept].rstrip() + "…"
