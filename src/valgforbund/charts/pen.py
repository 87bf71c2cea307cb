"""Boxes and texts drawn in CSS pixels on whatever sheet there is."""

from functools import lru_cache
from typing import Final, Literal, Protocol

from matplotlib.path import Path

from valgforbund.charts import lettering
from valgforbund.charts.ruler import SHARPNESS, Ruler

_CAPITAL: Final = 0.729  # height of the font's capitals and digits, in font sizes

Align = Literal["left", "center", "right"]
Box = tuple[int, int, int, int]  # left, bottom, right, top


class Sheet(Protocol):
    """What a pen draws on: pixels, or a matplotlib Axes (and by it SVG and PDF)."""

    def clip(self, box: Box | None) -> None:
        """Keep what follows inside a box."""

    def fill(self, path: Path, face: str, edge: str, line: float, hatched: bool) -> None:
        """A closed path, its outline `line` wide, its inside hatched in the outline's colour."""

    def write(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        colour: str,
        bold: bool,
        align: Align,
    ) -> None:
        """One line of signs that the font has."""


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


class Pen(Ruler):
    """Draws on a sheet.

    All lengths are CSS pixels, measured from the lower left corner of the picture.
    """

    def __init__(self, sheet: Sheet, scale: int = SHARPNESS, right: int = 0, up: int = 0) -> None:
        super().__init__(scale)
        self._sheet = sheet
        self._right, self._up = right, up

    def moved(self, right: int, up: int) -> "Pen":
        """A pen that draws the same so many pixels to the right and higher up."""
        return Pen(self._sheet, self._scale, self._right + right, self._up + up)

    def clip(self, box: Box | None) -> None:
        """Keep what follows inside `box` (left, bottom, right, top), or anywhere for None."""
        if box is not None:
            left, bottom, right, top = box
            box = left + self._right, bottom + self._up, right + self._right, top + self._up
        self._sheet.clip(box)

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
        x, y = x + self._right + inset, y + self._up + inset
        path = _box_path(x, y, width - 2 * inset, height - 2 * inset, low, top)
        self._sheet.fill(path, face, edge or face, 1 if edge else 0, hatched)

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
        line = lettering.printable(text)
        if line:
            baseline = middle + self._up - _CAPITAL * size / 2
            self._sheet.write(x + self._right, baseline, line, size, colour, bold, align)
