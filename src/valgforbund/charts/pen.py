"""Boxes and texts drawn in CSS pixels, and how much room a text needs."""

from functools import lru_cache
from typing import Any, Final, Literal

from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from valgforbund.charts import lettering

_CAPITAL: Final = 0.729  # height of the font's capitals and digits, in font sizes

Align = Literal["left", "center", "right"]


@lru_cache(maxsize=4096)
def _box_path(x: float, y: float, width: float, height: float, low: float, top: float) -> Path:
    """A rectangle whose lower and upper corners are rounded by `low` and `top` pixels."""
    low, top = (min(radius, width / 2, height / 2) for radius in (low, top))
    right, upper = x + width, y + height
    corners = [
        ((x, upper - top), (x, upper), (x + top, upper)),
        ((right - top, upper), (right, upper), (right, upper - top)),
        ((right, y + low), (right, y), (right - low, y)),
        ((x + low, y), (x, y), (x, y + low)),
    ]
    vertices, codes = [(x, y + low)], [Path.MOVETO]
    for corner in corners:
        vertices += corner
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    return Path([*vertices, vertices[0]], [*codes, Path.CLOSEPOLY])


class Pen:
    """Draws on an Agg renderer through one graphics context.

    All lengths are CSS pixels, measured from the lower left corner of the picture.
    """

    def __init__(self, renderer: Any, scale: int) -> None:
        self._renderer = renderer
        self._scale = scale
        self._transform = Affine2D().scale(scale)
        self._context = renderer.new_gc()
        self._context.set_snap(False)  # all edges are laid on device pixels by the charts
        self._context.set_hatch_linewidth(1.1)

    def clip(self, box: tuple[int, int, int, int] | None) -> None:
        """Keep what follows inside `box` (left, bottom, right, top), or anywhere for None."""
        area = None if box is None else Bbox.from_extents(*(self._scale * edge for edge in box))
        self._context.set_clip_rectangle(area)

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
        """A filled rectangle; a line of one pixel runs inside its border if `edge` is given.

        `low` and `top` are the radii of the lower and upper corners.
        """
        inset = 0.5 if edge else 0.0
        if edge and min(width, height) <= 1:  # too small for a line: all line
            inset, face, edge, hatched = 0.0, edge, None, False
        path = _box_path(x + inset, y + inset, width - 2 * inset, height - 2 * inset, low, top)
        self._context.set_linewidth(1 if edge else 0)
        self._context.set_foreground(to_rgba(edge or face), isRGBA=True)
        self._context.set_hatch("/////" if hatched else None)
        self._context.set_hatch_color(to_rgba(edge or face))
        self._renderer.draw_path(self._context, path, self._transform, to_rgba(face))

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
        if not lettering.printable(text):
            return
        left = x - self.width(text, size, bold=bold) * {"left": 0, "center": 0.5, "right": 1}[align]
        picture, border = lettering.stamp(text, size, bold, colour, self._scale)
        baseline = middle - _CAPITAL * size / 2
        self._renderer.draw_image(
            self._context,
            round(self._scale * left) - border,
            round(self._scale * baseline) - border,
            picture,
        )

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide the text will be."""
        return lettering.width(text, size, bold, self._scale)

    def fitting(self, text: str, size: float, room: float, *, bold: bool = False) -> float:
        """The font size, at most `size` and in half pixels, at which the text fits in `room`."""
        wanted = self.width(text, size, bold=bold)
        return size if wanted <= room else max(1.0, int(2 * size * room / wanted) / 2)

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        """The text, or as much of its beginning as fits in `room`, with an ellipsis."""
        text = lettering.printable(text)
        for end in range(len(text), 0, -1):
            kept = text if end == len(text) else text[:end].rstrip() + "…"
            if self.width(kept, size, bold=bold) <= room:
                return kept
        return "…" if text else ""
