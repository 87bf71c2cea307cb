"""A picture before it is on any sheet."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from valgforbund.charts.pen import Box, Pen

Draw = Callable[[Pen], None]


@dataclass(frozen=True)
class Cell:
    """A part of the picture that is a function of `key` and the frame alone.

    `box` is left, bottom, right, top in whole CSS pixels; nothing is drawn outside of it, and
    the cells of one frame must not overlap.
    """

    box: Box
    key: Hashable
    draw: Draw


@dataclass(frozen=True)
class Drawing:
    """What a chart draws, `width` × `height` CSS pixels: a fixed part, and cells.

    Attributes
    ----------
    frame : hashable
        What the fixed part and the places of the cells depend on.
    draw_frame : callable
        Draws the fixed part with a pen.
    cells : sequence of Cell
        The changing parts.
    """

    width: int
    height: int
    frame: Hashable
    draw_frame: Draw
    cells: Sequence[Cell]

    def draw(self, pen: Pen) -> None:
        """All of it, once."""
        pen.clip(None)
        self.draw_frame(pen)
        for cell in self.cells:
            pen.clip(cell.box)
            cell.draw(pen)
        pen.clip(None)
