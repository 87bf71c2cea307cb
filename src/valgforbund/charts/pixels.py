"""The sheet of the page: pixels, with texts that are stamped."""

from typing import Any

from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from valgforbund.charts import lettering
from valgforbund.charts.pen import Align, Box


class Pixels:
    """Draws on an Agg renderer through one graphics context, `scale` pixels each CSS pixel."""

    def __init__(self, renderer: Any, scale: int) -> None:
        self._renderer = renderer
        self._scale = scale
        self._transform = Affine2D().scale(scale)
        self._context = renderer.new_gc()
        self._context.set_snap(False)  # all edges are laid on device pixels by the charts
        self._context.set_hatch_linewidth(1.1)

    def clip(self, box: Box | None) -> None:
        """Keep what follows inside a box."""
        area = None if box is None else Bbox.from_extents(*(self._scale * edge for edge in box))
        self._context.set_clip_rectangle(area)

    def fill(self, path: Path, face: str, edge: str, line: float, hatched: bool) -> None:
        """A closed path with its outline."""
        self._context.set_linewidth(line)
        self._context.set_foreground(to_rgba(edge), isRGBA=True)
        self._context.set_hatch("/////" if hatched else None)
        self._context.set_hatch_color(to_rgba(edge))
        self._renderer.draw_path(self._context, path, self._transform, to_rgba(face))

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
        """One line, stamped."""
        wide = lettering.width(text, size, bold, self._scale)
        left = x - wide * {"left": 0, "center": 0.5, "right": 1}[align]
        picture, border = lettering.stamp(text, size, bold, colour, self._scale)
        self._renderer.draw_image(
            self._context,
            round(self._scale * left) - border,
            round(self._scale * baseline) - border,
            picture,
        )
