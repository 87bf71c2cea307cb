"""A picture before it is on any sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from valgforbund.charts.pen import Pen

Draw = Callable[[Pen], None]


@dataclass(frozen=True)
class Drawing:
    """What a chart draws, `width` × `height` CSS pixels.

    Attributes
    ----------
    draw : callable
        Draws it with a pen.
    """

    width: int
    height: int
    draw: Draw

    def moved(self, right: int, up: int) -> "Drawing":
        """The same somewhere else on a sheet."""
        return Drawing(self.width, self.height, lambda pen: self.draw(pen.moved(right, up)))


def beside(drawings: Sequence[Drawing]) -> Drawing:
    """Drawings beside each other, their upper edges in a line."""
    height = max(each.height for each in drawings)
    placed, right = [], 0
    for each in drawings:
        placed.append(each.moved(right, height - each.height))
        right += each.width

    def draw(pen: Pen) -> None:
        for each in placed:
            each.draw(pen)

    return Drawing(right, height, draw)
