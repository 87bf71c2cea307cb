"""The sheet of the page: SVG in the page's own colours, light or dark, sharp at any size."""

from typing import Final

from markupsafe import Markup, escape

from valgforbund.charts import lettering
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.palette import in_the_dark
from valgforbund.charts.pen import Box, Line, Pen

# as wide or narrower where a machine does not have the first; `textLength` makes them as wide
_FONT: Final = "DejaVu Sans,Verdana,Geneva,sans-serif"
_ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}
_STROKES: Final = 6  # pixels between the lines of what is hatched


def page(drawing: Drawing, alt: str, kind: str = "") -> Markup:
    """A drawing as an element of a page.

    Parameters
    ----------
    drawing : Drawing
    alt : str
        What it says to those who do not see it.
    kind : str
        A class of the page's style sheet, beside ``vf-chart``.

    Examples
    --------
    >>> drawing = Drawing(40, 20, lambda pen: pen.box(0, 0, 40, 5, "#c8102e"))
    >>> page(drawing, "A har ét mandat")[:71]
    Markup('<svg class="vf-chart" role="img" aria-label="A har ét mandat" viewBox="')

    Notes
    -----
    SVG 2, and ``light-dark()`` of CSS Color Level 5: a browser that does not know it shows the
    light colours.
    """
    sheet = _Page(drawing.height)
    drawing.draw(Pen(sheet))
    head = Markup(
        '<svg class="{}" role="img" aria-label="{}" viewBox="0 0 {} {}" font-family="{}">'
    )
    named = f"vf-chart {kind}".rstrip()
    whole = head.format(named, alt, drawing.width, drawing.height, _FONT)
    return whole + Markup("".join(sheet.parts)) + Markup("</svg>")  # noqa: S704 -- escaped below


class _Page:
    """Writes an element for each box and text."""

    def __init__(self, height: int) -> None:
        self._height = height
        self.parts: list[str] = []

    def fill(self, box: Box, face: str, edge: str, line: float, hatched: bool) -> None:
        """A rectangle, or a path where its corners differ; the lines of what is hatched."""
        look = {"fill": face, "stroke": edge} if line else {"fill": face}
        self.parts.append(f"<{self._outline(box)}{_styled(**look)}/>")
        if hatched:
            self.parts.append(f'<path d="{self._hatching(box)}"{_styled(stroke=edge)}/>')

    def write(self, line: Line) -> None:
        """A text as wide as it was measured."""
        x, baseline, text, size, colour, bold, align = line
        wide = lettering.width(text, size, bold)
        heavy = ' font-weight="bold"' * bold
        anchor = f' text-anchor="{_ANCHORS[align]}"' if align != "left" else ""
        self.parts.append(
            f'<text x="{_n(x)}" y="{_n(self._height - baseline)}" font-size="{_n(size)}"{heavy}'
            f'{anchor} textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"'
            f"{_styled(fill=colour)}>{escape(text)}</text>"
        )

    def _outline(self, box: Box) -> str:
        x, y, width, height, low, top = box
        upper, right = self._height - y - height, x + width
        lower = upper + height
        if low == top:
            rounded = f' rx="{_n(low)}"' if low else ""
            size = f'width="{_n(width)}" height="{_n(height)}"'
            return f'rect x="{_n(x)}" y="{_n(upper)}" {size}{rounded}'
        corners = (
            f"M{_n(x)} {_n(upper + top)}Q{_n(x)} {_n(upper)} {_n(x + top)} {_n(upper)}"
            f"H{_n(right - top)}Q{_n(right)} {_n(upper)} {_n(right)} {_n(upper + top)}"
            f"V{_n(lower - low)}Q{_n(right)} {_n(lower)} {_n(right - low)} {_n(lower)}"
            f"H{_n(x + low)}Q{_n(x)} {_n(lower)} {_n(x)} {_n(lower - low)}Z"
        )
        return f'path d="{corners}"'

    def _hatching(self, box: Box) -> str:
        """Lines from the lower left to the upper right, as far as the box goes."""
        lower, lines = self._height - box.y, []
        first = int((box.x - box.height) // _STROKES + 1) * _STROKES
        for start in range(first, int(box.x + box.width) + 1, _STROKES):  # on the lower edge
            left = max(start, box.x)
            right = min(start + box.height, box.x + box.width)
            if right > left:
                up, down = lower - (right - start), lower - (left - start)
                lines.append(f"M{_n(left)} {_n(down)}L{_n(right)} {_n(up)}")
        return "".join(lines)


def _n(number: float) -> str:
    """A length in as few digits as a page needs."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _styled(**look: str) -> str:
    """Colours as attributes for every browser, and as a style that knows the dark."""
    pairs = [(what, str(light), in_the_dark(light)) for what, light in look.items()]
    plain = "".join(f' {what}="{light}"' for what, light, _ in pairs)
    both = ";".join(
        f"{what}:light-dark({light},{dark})" for what, light, dark in pairs if light != dark
    )
    return f'{plain} style="{both}"' if both else plain
