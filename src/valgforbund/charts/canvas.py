"""A surface that is drawn once and afterwards only where something changed."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from valgforbund.charts.drawing import Cell, Draw
from valgforbund.charts.lettering import POINTS_PER_INCH
from valgforbund.charts.palette import PAPER
from valgforbund.charts.pen import Pen
from valgforbund.charts.pixels import Pixels
from valgforbund.charts.png import encoded
from valgforbund.charts.ruler import SHARPNESS


class Surface:
    """One reused figure of `width` × `height` CSS pixels, `scale` device pixels each.

    A font size or line width of 1 is one CSS pixel.
    """

    def __init__(self, width: int, height: int, scale: int = SHARPNESS) -> None:
        self.width, self.height, self.scale = width, height, scale
        figure = Figure(
            figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH),
            dpi=scale * POINTS_PER_INCH,
            facecolor=PAPER,
        )
        canvas: Any = FigureCanvasAgg  # Any: matplotlib types only a part of it
        self._canvas = canvas(figure)
        self._canvas.draw()
        self.pen = Pen(Pixels(self._canvas.get_renderer(), scale), scale)
        self._blank = self._canvas.copy_from_bbox(figure.bbox)
        self._frame: Hashable = object()
        self._drawn: list[Hashable] = []
        self._backgrounds: list[Any] = []
        self._png = b""

    def png(self, frame: Hashable, draw_frame: Draw, cells: Sequence[Cell]) -> bytes:
        """The picture of a frame and its cells, as PNG bytes.

        Parameters
        ----------
        frame : what the fixed part of the picture and the places of the cells depend on. The
            whole picture is drawn anew only when it differs from the last one.
        draw_frame : draws the fixed part.
        cells : the changing parts; only those whose key differs from the last one are redrawn.
        """
        if frame != self._frame:
            self._frame = object()  # a failure on the way leaves nothing half drawn behind
            self._canvas.restore_region(self._blank)
            self.pen.clip(None)
            draw_frame(self.pen)
            self._backgrounds = [self._canvas.copy_from_bbox(self._area(c)) for c in cells]
            self._drawn = [object() for _ in cells]
            self._frame, self._png = frame, b""
        for place, cell in enumerate(cells):
            if cell.key != self._drawn[place]:
                self._png, self._drawn[place] = b"", object()
                self._canvas.restore_region(self._backgrounds[place])
                self.pen.clip(cell.box)
                cell.draw(self.pen)
                self._drawn[place] = cell.key
        if not self._png:
            self._png = encoded(np.asarray(self._canvas.buffer_rgba()))
        return self._png

    def _area(self, cell: Cell) -> Bbox:
        return Bbox.from_extents(*(self.scale * edge for edge in cell.box))
