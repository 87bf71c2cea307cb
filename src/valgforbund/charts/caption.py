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
_MOST_OF_CODE: Final = 4  # lines
_MOST_LINES: Final = 3


@dataclass(frozen=True)
class Caption:
    """A title, a line under it, notes such as the source, and a code; an empty one takes no room.

    Attributes
    ----------
    title, where : str
    notes : tuple of str
    code : str
        What the picture is counted from; a file has it in its properties, too.
    code_told : tuple of str
        What is printed of it: with the code, and without, where that would take too much room.
    """

    title: str = ""
    where: str = ""
    notes: tuple[str, ...] = ()
    code: str = ""
    code_told: tuple[str, str] = ("", "")

    def height(self, width: int) -> int:
        """How much it adds to the height of a picture."""
        return self._above(width) + self._below(width)

    def around(self, drawing: Drawing) -> Drawing:
        """The same picture on paper of its own, with the title and the notes."""
        width, below = drawing.width, self._below(drawing.width)
        height = drawing.height + self.height(width)

        inner = drawing.moved(0, below)

        def draw(pen: Pen) -> None:
            pen.box(0, 0, width, height, PAPER)
            inner.draw(pen)
            self._draw(pen, width, height)

        return Drawing(width, height, draw)

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
        lines = [line for note in self.notes if note for line in fit(note, _NOTE)]
        return lines + self._code_lines(width)

    def _code_lines(self, width: int) -> list[str]:
        told, instead = self.code_told
        for each in (told, instead):
            lines = _broken(each, width - 2 * _MARGIN)
            if len(lines) <= _MOST_OF_CODE:
                return lines
        return []

    def _above(self, width: int) -> int:
        lines = len(self._title(width)) * _TITLE_LINE + bool(self.where) * _WHERE_LINE
        return _MARGIN + lines + 2 if lines else 0

    def _below(self, width: int) -> int:
        lines = len(self._notes(width))
        return _MARGIN + lines * _NOTE_LINE if lines else 0


def _broken(text: str, room: int) -> list[str]:
    """The text in lines that end anywhere: a code has no blanks."""
    lines, ruler = [], Ruler()
    while text:
        end = len(text)
        while (wide := ruler.width(text[:end], _NOTE)) > room:
            end = min(end - 1, int(end * room / wide) + 1)
        lines.append(text[:end])
        text = text[end:]
    return lines
