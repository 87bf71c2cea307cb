"""What all charts have: a size, a ruler, and a surface for the page that is used again."""

from collections.abc import Hashable

from valgforbund.charts.canvas import Surface
from valgforbund.charts.drawing import Cell, Draw, Drawing
from valgforbund.charts.ruler import Ruler


class Chart:
    """Of `width` × `height` CSS pixels; on the page at double sharpness."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._ruler = Ruler()
        self._surface: Surface | None = None

    def shown(self, drawing: Drawing) -> bytes:
        """A drawing of any size as PNG bytes for the page; what stayed is not drawn again."""
        return self._png(drawing)

    def _png(self, drawing: Drawing) -> bytes:
        """The picture for the page; only what changed since the last one is drawn."""
        surface = self._surface
        if surface is None or (surface.width, surface.height) != (drawing.width, drawing.height):
            surface = self._surface = Surface(drawing.width, drawing.height)
        return surface.png(drawing.frame, drawing.draw_frame, drawing.cells)

    def _whole(self, key: Hashable, draw: Draw, height: int | None = None) -> Drawing:
        """A drawing that is one cell."""
        high = self.height if height is None else height
        cell = Cell((0, 0, self.width, high), key, draw)
        return Drawing(self.width, high, (), lambda _: None, [cell])
