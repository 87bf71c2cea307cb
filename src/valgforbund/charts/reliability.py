"""Chances beside what came: small squares with a dot a bin, on the diagonal if they were right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.palette import GRID, INK, PAPER, QUIET, RULE
from valgforbund.charts.pen import Pen

ACROSS: Final = 4  # squares in a row
_LEFT, _BELOW, _ABOVE, _RIGHT = 30, 22, 22, 12
_TITLE: Final = 11
_TICK: Final = 10
_DOT: Final = 7.0
_DIAGONAL: Final = 20  # points that it is made of
_STRAYS: Final = 2  # standard deviations, as a thin line through the dot


@dataclass(frozen=True)
class Dot:
    """A bin of chances: what was said, what came, and how far that strays by chance."""

    said: float
    came: float
    error: float


@dataclass(frozen=True)
class Square:
    """All that was said of one kind.

    Attributes
    ----------
    title : str
    dots : tuple of Dot
    """

    title: str
    dots: tuple[Dot, ...]


class ReliabilityChart(Chart):
    """Draws squares side by side, as many rows as they need.

    >>> square = Square("alle", (Dot(0.1, 0.12, 0.01), Dot(0.9, 0.88, 0.01)))
    >>> ReliabilityChart(600, 150).drawing([square], "#c8102e", ("0", "50", "100")).height
    150
    """

    @staticmethod
    def needed(squares: int, width: int) -> int:
        """The height for so many squares."""
        return -(-squares // ACROSS) * (width // ACROSS)

    def drawing(
        self, squares: Sequence[Square], colour: str, ticks: tuple[str, str, str]
    ) -> Drawing:
        """The picture.

        Parameters
        ----------
        squares : in the order of reading.
        colour : of the dots, as ``#rrggbb``.
        ticks : what stands at no, half and full chance.
        """
        draw = partial(self._draw, tuple(squares), colour, ticks)
        return Drawing(self.width, self.height, draw)

    def _draw(
        self, squares: tuple[Square, ...], colour: str, ticks: tuple[str, str, str], pen: Pen
    ) -> None:
        pen.box(0, 0, self.width, self.height, PAPER)
        size = self.width // ACROSS
        for place, square in enumerate(squares):
            row, column = divmod(place, ACROSS)
            corner = column * size, self.height - (row + 1) * size
            _square(pen.moved(*corner), size, square, colour, ticks)


def _square(pen: Pen, size: int, square: Square, colour: str, ticks: tuple[str, str, str]) -> None:
    width, height = size - _LEFT - _RIGHT, size - _BELOW - _ABOVE
    title = pen.fitting(square.title, _TITLE, width + _RIGHT)
    pen.text(_LEFT, size - _ABOVE / 2, square.title, title, INK, bold=True)
    for part, tick in zip((0.0, 0.5, 1.0), ticks, strict=True):
        x, y = _LEFT + part * width, _BELOW + part * height
        pen.box(x, _BELOW, 1, height, GRID)
        pen.box(_LEFT, y, width, 1, GRID)
        pen.text(x, _BELOW / 2, tick, _TICK, QUIET, align="center")
        pen.text(_LEFT - 4, y, tick, _TICK, QUIET, align="right")
    for step in range(_DIAGONAL + 1):
        part = step / _DIAGONAL
        pen.box(_LEFT + part * width - 0.5, _BELOW + part * height - 0.5, 1.5, 1.5, RULE)
    for dot in square.dots:
        x, y = _LEFT + dot.said * width, _BELOW + dot.came * height
        low, high = (min(max(dot.came + side * _STRAYS * dot.error, 0), 1) for side in (-1, 1))
        pen.box(x - 0.5, _BELOW + low * height, 1, (high - low) * height, colour)
        corner, round_ = (x - _DOT / 2, y - _DOT / 2), _DOT / 2
        pen.box(*corner, _DOT, _DOT, colour, low=round_, top=round_)
