"""The words round a picture that leaves the page: a title above it, and where it is from below."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from valgforbund.charts.drawing import Drawing
from valgforbund.charts.palette import INK, PAPER, QUIET
from valgforbund.charts.pen import Pen
from valgforbund.charts.ruler import Ruler

_MARGIN: Final = 8
_TITLE: Final = 15.0
_NOTE: Final = 10.0
_TITLE_LINE: Final = 20
_WHERE: Final = 12.0
_WHERE_LINE: Final = 17
_NOTE_LINE: Final = 14
_MOST_LINES: Final = 3


@dataclass(frozen=True)
class Caption:
    """A title, a line under it, and notes such as the source; an empty one takes no room."""

    title: str = ""
    where: str = ""
    notes: tuple[str, ...] = ()

    def height(self, width: int) -> int:
        """How much it adds to the height of a picture."""
        return self._above(width) + self._below(width)

    def around(self, drawing: Drawing) -> Drawing:
        """The same picture on paper of its own, with the title and the notes."""
        width, below = drawing.width, self._below(drawing.width)
        height = drawing.height + self.height(width)

        inner = drawing.moved(0, below)

        def draw_frame(pen: Pen) -> None:
            pen.box(0, 0, width, height, PAPER)
            inner.draw_frame(pen)
            self._draw(pen, width, height)

        return Drawing(width, height, (self, inner.frame, height), draw_frame, inner.cells)

    def _draw(self, pen: Pen, width: int, height: int) -> None:
        y = height - _MARGIN - _TITLE_LINE / 2
        for line in self._title(width):
            pen.text(_MARGIN, y, line, _TITLE, INK, bold=True)
            y -= _TITLE_LINE
        if self.where:
            y += (_TITLE_LINE - _WHERE_LINE) / 2
            pen.text(_MARGIN, y, pen.cut(self.where, _WHERE, width - 2 * _MARGIN), _WHERE, QUIET)
        y = self._below(width) - _MARGIN / 2 - _NOTE_LINE / 2
        for line in self._notes(width):
            pen.text(_MARGIN, y, line, _NOTE, QUIET)
            y -= _NOTE_LINE

    def _title(self, width: int) -> list[str]:
        fit = partial(Ruler().lines, room=width - 2 * _MARGIN, most=_MOST_LINES)
        return fit(self.title, _TITLE, bold=True) if self.title else []

    def _notes(self, width: int) -> list[str]:
        fit = partial(Ruler().lines, room=width - 2 * _MARGIN, most=_MOST_LINES)
        return [line for note in self.notes if note for line in fit(note, _NOTE)]

    def _above(self, width: int) -> int:
        lines = len(self._title(width)) * _TITLE_LINE + bool(self.where) * _WHERE_LINE
        return _MARGIN + lines + 2 if lines else 0

    def _below(self, width: int) -> int:
        lines = len(self._notes(width))
        return _MARGIN + lines * _NOTE_LINE if lines else 0
