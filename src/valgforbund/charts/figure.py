"""A figure for one picture, made without pyplot: it shows itself, and is saved as PNG, SVG, PDF."""

import io
from pathlib import Path
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from valgforbund.charts.axes import draw_on
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.lettering import POINTS_PER_INCH
from valgforbund.charts.palette import PAPER

MILLIMETRES: Final = 25.4  # in an inch
_SHARPNESS: Final = 150  # dots per inch of a PNG
# fonts as fonts; and the same picture is the same file
_SETTINGS: Final[dict[Any, Any]] = {
    "pdf.fonttype": 42,
    "ps.fonttype": 42,
    "svg.hashsalt": "valgforbund",
}
_METADATA: Final = {  # what formats call a title, what made it, a code, and when
    "png": ("Title", "Software", "Description", None),
    "svg": ("Title", "Creator", "Description", "Date"),
    "pdf": ("Title", "Creator", "Subject", "CreationDate"),
}


def figure_of(
    drawing: Drawing, width: float, title: str = "", creator: str = "", code: str = ""
) -> "OwnAxes":
    """A figure as wide as that, in millimetres, as high as the drawing needs; gives its Axes.

    Examples
    --------
    >>> drawing = Drawing(400, 200, lambda pen: pen.text(10, 10, "A", 12, "#000000"))
    >>> figure = figure_of(drawing, 85).figure
    >>> figure._repr_png_()[1:4], [round(25.4 * float(x)) for x in figure.bbox_inches.size]
    (b'PNG', [85, 42])
    """
    inches = width / MILLIMETRES
    size = inches, inches * drawing.height / drawing.width
    figure = OwnFigure(title, creator, code, figsize=size, dpi=_SHARPNESS, facecolor=str(PAPER))
    axes = OwnAxes(figure)
    figure.add_axes(axes)
    draw_on(axes, drawing)
    return axes


def saved(drawing: Drawing, kind: str, title: str = "", creator: str = "", code: str = "") -> bytes:
    """A drawing as a file, one CSS pixel of the page for one of its own.

    Parameters
    ----------
    kind : str
        ``"png"``, ``"svg"`` or ``"pdf"``.

    Examples
    --------
    >>> drawing = Drawing(400, 200, lambda pen: pen.text(10, 10, "A", 12, "#000000"))
    >>> saved(drawing, "svg").count(b"<text"), saved(drawing, "pdf")[:4]
    (1, b'%PDF')
    """
    width = drawing.width * MILLIMETRES / (96 if kind == "svg" else POINTS_PER_INCH)
    return figure_of(drawing, width, title, creator, code).own.file(kind)


class OwnFigure(Figure):
    """Shows itself in a notebook; a file tells its title, what made it and a code, but no time."""

    def __init__(self, title: str, creator: str, code: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._title, self._creator, self._code = title, creator, code

    def savefig(self, fname: Any, **kwargs: Any) -> None:
        """Save it, as `matplotlib.figure.Figure.savefig` does."""
        named = Path(fname).suffix[1:] if isinstance(fname, str | Path) else ""
        kind = str(kwargs.get("format") or named or "png").lower()
        if kind in _METADATA:
            title, creator, code, date = _METADATA[kind]
            own = {title: self._title, creator: self._creator, code: self._code, date: None}
            told = {key: text for key, text in own.items() if key and text != ""}
            kwargs["metadata"] = told | (kwargs.get("metadata") or {})
        with rc_context(_SETTINGS):
            super().savefig(fname, **kwargs)

    def file(self, kind: str) -> bytes:
        """What a file of this format would hold."""
        file = io.BytesIO()
        self.savefig(file, format=kind)
        return file.getvalue()

    def _repr_png_(self) -> bytes:
        return self.file("png")


class OwnAxes(Axes):
    """Shows its figure where it is the last thing of a notebook's cell."""

    def __init__(self, own: OwnFigure) -> None:
        super().__init__(own, (0, 0, 1, 1))
        self.own = own

    def _repr_png_(self) -> bytes:
        return self.own.file("png")
