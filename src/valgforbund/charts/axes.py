"""The sheet of a matplotlib Axes: boxes and texts that grow with it, and stay boxes and texts."""

from functools import lru_cache
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from valgforbund.charts.drawing import Drawing
from valgforbund.charts.lettering import FAMILY, POINTS_PER_INCH
from valgforbund.charts.pen import Box, Line, Pen

_FAMILIES: Final = [FAMILY, "sans-serif"]
_HATCH: Final = 5  # strokes of the pattern where a CSS pixel is a point
_FEWEST, _MOST = 2, 6
# SVG: text, in fonts as wide or narrower where a machine does not have the first
_AS_TEXT: Final[dict[Any, Any]] = {
    "svg.fonttype": "none",
    "font.sans-serif": [FAMILY, "Verdana", "Geneva", "Arial"],
    "text.hinting": "no_hinting",  # as wide for its size at every size
}


def draw_on(axes: Axes, drawing: Drawing) -> None:
    """Draw a picture on an Axes whose data are the picture's CSS pixels; all else there goes."""
    axes.clear()
    axes.set_axis_off()
    axes.set_xlim(0, drawing.width)
    axes.set_ylim(0, drawing.height)
    axes.set_aspect("equal", adjustable="box", anchor="C")
    axes.apply_aspect()
    drawing.draw(Pen(_AxesSheet(axes)))


class _AxesSheet:
    """Adds an artist for each box and text."""

    def __init__(self, axes: Axes) -> None:
        self._axes = axes

    def fill(self, box: Box, face: str, edge: str, line: float, hatched: bool) -> None:
        """A patch."""
        patch = _Shape(_path(box), line, hatched)
        drawn = {"facecolor": str(face), "edgecolor": str(edge) if line else "none"}
        patch.set(**drawn, zorder=2, clip_on=False)
        self._axes.add_patch(patch)
        patch.set_clip_on(False)

    def write(self, line: Line) -> None:
        """A text."""
        x, baseline, text, size, colour, bold, align = line
        # zorder: what is drawn later lies above, as on the page
        font = FontProperties(family=_FAMILIES, weight="bold" if bold else "normal")
        artist = _Line(x, baseline, text, size, font)
        artist.set(
            color=str(colour), ha=align, zorder=2, transform=self._axes.transData, clip_on=False
        )
        self._axes.add_artist(artist)
        artist.fit()
        artist.set_clip_on(False)


@lru_cache(maxsize=4096)
def _path(box: Box) -> Path:
    """The outline of a box, whose corners are rounded."""
    x, y, width, height, low, top = box
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


def _points(artist: Any) -> float:
    """Points of a CSS pixel where the artist's Axes is now; `Any`: matplotlib types it loosely."""
    axes = artist.axes
    pixels = axes.bbox.width / abs(axes.viewLim.width)
    return float(pixels * POINTS_PER_INCH / axes.get_figure(root=True).dpi)


class _Shape(PathPatch):
    """A patch whose outline and pattern grow with the Axes."""

    def __init__(self, path: Path, line: float, hatched: bool) -> None:
        super().__init__(path, joinstyle="miter")
        self._line, self._hatched = line, hatched

    def draw(self, renderer: Any) -> None:
        points = _points(self)
        self.set_linewidth(self._line * points)
        if self._hatched:
            strokes = min(max(round(_HATCH / points), _FEWEST), _MOST)
            self.set_hatch("/" * strokes)
            self.set_hatch_linewidth(1.1 * _HATCH / strokes)
        super().draw(renderer)


class _Line(Text):
    """A line of text that grows with the Axes; in SVG it is text, whatever is set."""

    def __init__(self, x: float, y: float, text: str, size: float, font: FontProperties) -> None:
        self._css = size
        # parse_math: a name such as "$\frac$" is a name, not mathematics
        super().__init__(
            x, y, text, fontproperties=font, va="baseline", parse_math=False, usetex=False
        )

    def fit(self) -> None:
        """Take the size that goes with the Axes."""
        self.set_fontsize(self._css * _points(self))

    def draw(self, renderer: Any) -> None:
        self.fit()
        with rc_context(_AS_TEXT):
            super().draw(renderer)

    def get_window_extent(self, renderer: Any = None, dpi: float | None = None) -> Any:
        if self.axes is not None:
            self.fit()
        with rc_context(_AS_TEXT):
            return super().get_window_extent(renderer, dpi)
