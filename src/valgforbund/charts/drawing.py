"""A picture before it is on any sheet."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

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

    def moved(self, right: int, up: int) -> "Drawing":
        """The same somewhere else on a sheet."""

        def elsewhere(draw: Draw) -> Draw:
            return lambda pen: draw(pen.moved(right, up))

        cells = [
            Cell((left + right, bottom + up, end + right, top + up), cell.key, elsewhere(cell.draw))
            for cell in self.cells
            for left, bottom, end, top in [cell.box]
        ]
        return replace(self, draw_frame=elsewhere(self.draw_frame), cells=cells)

    def draw(self, pen: Pen) -> None:
        """All of it, once."""
        pen.clip(None)
        self.draw_frame(pen)
        for cell in self.cells:
            pen.clip(cell.box)
            cell.draw(pen)
        pen.clip(None)


def beside(drawings: Sequence[Drawing]) -> Drawing:
    """Drawings beside each other, their upper edges in a line."""
    height = max(each.height for each in drawings)
    placed, right = [], 0
    for each in drawings:
        placed.append(each.moved(right, height - each.height))
        right += each.width

    def draw_frame(pen: Pen) -> None:
        for each in placed:
            each.draw_frame(pen)

    cells = [cell for each in placed for cell in each.cells]
    return Drawing(right, height, tuple(each.frame for each in placed), draw_frame, cells)
