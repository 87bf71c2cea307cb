"""Boxes and texts drawn in CSS pixels on whatever sheet there is."""

from typing import Final, Literal, NamedTuple, Protocol

from valgforbund.charts import lettering
from valgforbund.charts.ruler import Ruler

_CAPITAL: Final = 0.729  # height of the font's capitals and digits, in font sizes

Align = Literal["left", "center", "right"]


class Box(NamedTuple):
    """A rectangle from its lower left corner; `low` and `top` are the radii of its corners."""

    x: float
    y: float
    width: float
    height: float
    low: float
    top: float


class Line(NamedTuple):
    """One line of signs that the font has; `x` is its left end, middle or right end."""

    x: float
    baseline: float
    text: str
    size: float
    colour: str
    bold: bool
    align: Align


class Sheet(Protocol):
    """What a pen draws on: the page, or a matplotlib Axes (and by it PNG, SVG and PDF)."""

    def fill(self, box: Box, face: str, edge: str, line: float, hatched: bool) -> None:
        """A box, its outline `line` wide, its inside hatched in the outline's colour."""

    def write(self, line: Line) -> None:
        """A text."""


class Pen(Ruler):
    """Draws on a sheet.

    All lengths are CSS pixels, measured from the lower left corner of the picture.
    """

    def __init__(self, sheet: Sheet, right: int = 0, up: int = 0) -> None:
        self._sheet = sheet
        self._right, self._up = right, up

    def moved(self, right: int, up: int) -> "Pen":
        """A pen that draws the same so many pixels to the right and higher up."""
        return Pen(self._sheet, self._right + right, self._up + up)

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
        width, height = width - 2 * inset, height - 2 * inset
        low, top = (min(radius, width / 2, height / 2) for radius in (low, top))
        box = Box(x, y, width, height, low, top)
        self._sheet.fill(box, face, edge or face, 1 if edge else 0, hatched)

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
        shown = lettering.printable(text)
        if shown:
            baseline = middle + self._up - _CAPITAL * size / 2
            self._sheet.write(Line(x + self._right, baseline, shown, size, colour, bold, align))
