"""A picture that can be drawn on an Axes of any shape, or be a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from valgforbund.charts import Caption, Drawing, draw_on, figure_of, saved
from valgforbund.pictures.source import CREATOR

WIDTH: Final = 160.0  # millimetres of a figure of its own
_STEP: Final = 20
_FLATTEST: Final = 2.0  # how much wider a picture may be laid out for a flat Axes,
_TALLEST: Final = 1.5  # and how much higher for a tall one


def files(caption: Caption, drawing: Drawing) -> dict[str, bytes]:
    """What a page shows, with its caption, as files by their kind."""
    whole = caption.around(drawing)
    told = caption.title, CREATOR, caption.code
    return {kind: saved(whole, kind, *told) for kind in ("svg", "png")}


@dataclass(frozen=True)
class Picture:
    """What to draw, and how much room it takes in CSS pixels.

    Attributes
    ----------
    caption : Caption
    width : int
        At which texts are legible when it is printed 85 mm wide, and large on a slide.
    height : callable
        What it needs at a width.
    draw : callable
        The drawing for a width and a height.
    """

    caption: Caption
    width: int
    height: Callable[[int], int]
    draw: Callable[[int, int], Drawing]

    def drawing(self, shape: float | None = None) -> Drawing:
        """All of it with its caption; `shape` is how wide the place is for its height."""
        width = self.width
        if shape is None:
            return self.caption.around(self.draw(width, self.height(width)))
        while width < _FLATTEST * self.width and width < shape * self._all(width):
            width += _STEP
        free = round(width / shape) - self.caption.height(width)
        least = self.height(width)
        height = max(least, min(free, round(_TALLEST * least)))
        return self.caption.around(self.draw(width, height))

    def on(self, axes: Any = None, width: float = WIDTH) -> Any:
        """Draw it on an Axes, or a figure of its own so many millimetres wide; gives the Axes."""
        if axes is None:
            told = self.caption.title, CREATOR, self.caption.code
            return figure_of(self.drawing(), width, *told)
        figure, place = axes.get_figure(root=False), axes.get_position(original=True)
        shape = place.width * figure.bbox.width / (place.height * figure.bbox.height)
        # the file is somebody else's: its properties do not have the code
        caption = replace(self.caption, code_told=(self.caption.code_told[0], ""))
        draw_on(axes, replace(self, caption=caption).drawing(shape))
        return axes

    def _all(self, width: int) -> int:
        return self.height(width) + self.caption.height(width)
