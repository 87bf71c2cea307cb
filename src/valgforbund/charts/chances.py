"""How likely each number of seats is: a strip of cells a list, the darker the likelier."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.palette import EMPTY, INK, PAPER, QUIET, Shade, both, mixed, outline
from valgforbund.charts.pen import Pen
from valgforbund.charts.signs import signs
from valgforbund.parties import contrast

_MARGIN: Final = 8
_LEGEND: Final = 24
_LEGEND_SIZE: Final = 11.5
_SMALLEST: Final = 9.5
_AXIS: Final = 20
_ROW: Final = 33
_TALL: Final = 20  # a cell with
_THIN: Final = 6  # a cell without
_BADGE: Final = 28
_LEFT: Final = _MARGIN + _BADGE + 8
_WIDEST: Final = 60
_SIZE: Final = 12.0
_LEAST_SIZE: Final = 8.5
_LETTER: Final = 12.0
_SEEN: Final = 0.005  # a chance below is no cell


@dataclass(frozen=True)
class ChanceRow:
    """A list: how likely 0, 1, 2 … seats are with and without, and its seats now.

    `without` is empty where there is no other world; `low` and `high` differ where a lot decides
    what it has now.
    """

    letter: str
    colour: str
    ink: str
    with_: tuple[float, ...]
    without: tuple[float, ...]
    low: int
    high: int


@dataclass(frozen=True)
class ChancesLabels:
    """What columns, numbers, thin and framed cells mean."""

    legend: str


class ChancesChart(Chart):
    """Draws chances of seats; as high as the lists need.

    >>> row = ChanceRow("A", "#c8102e", "#ffffff", (0.1, 0.6, 0.3), (0.2, 0.8, 0.0), 1, 1)
    >>> ChancesChart().drawing([row], ChancesLabels("ramme: nu")).height
    81
    """

    def __init__(self, width: int = 600) -> None:
        super().__init__(width, self.needed(1))

    @staticmethod
    def needed(rows: int) -> int:
        """CSS pixels of a picture with so many lists."""
        return _LEGEND + _AXIS + max(1, rows) * _ROW + _MARGIN // 2

    def drawing(self, rows: Sequence[ChanceRow], labels: ChancesLabels) -> Drawing:
        """The picture, as high as the lists need.

        Parameters
        ----------
        rows : all with the same numbers of seats.
        labels : the texts.
        """
        height = self.needed(len(rows))
        return Drawing(self.width, height, partial(self._draw, tuple(rows), labels, height))

    def _draw(
        self, rows: Sequence[ChanceRow], labels: ChancesLabels, height: int, pen: Pen
    ) -> None:
        width = self.width
        _draw_legend(pen, labels.legend, width, height - _LEGEND / 2)
        numbers = max((len(row.with_) for row in rows), default=1)
        wide = min(_WIDEST, (width - _LEFT - _MARGIN) / numbers)
        top = height - _LEGEND - _AXIS
        size = min(_SIZE, max(_LEAST_SIZE, wide / 2))
        step = max(1, -(-int(pen.width("00", size) + 4) // max(1, int(wide))))
        for number in range(0, numbers, step):
            middle = _LEFT + (number + 0.5) * wide
            pen.text(middle, top + _AXIS / 2, str(number), size, QUIET, align="center")
        badges = signs(pen, [row.letter for row in rows], _LETTER, _BADGE - 4, bold=True)
        for place, (row, badge) in enumerate(zip(rows, badges, strict=True)):
            _draw_row(pen, row, badge, top - (place + 1) * _ROW, wide, size)


def _draw_legend(pen: Pen, legend: str, width: int, middle: float) -> None:
    """What it all means; where there is little room, in smaller letters or two lines."""
    room = width - 2 * _MARGIN
    size = max(_SMALLEST, pen.fitting(legend, _LEGEND_SIZE, room))
    lines = pen.lines(legend, size, room, 2) if legend else []
    for place, line in enumerate(lines):
        y = middle + (len(lines) - 1 - 2 * place) * (size + 2) / 2
        pen.text(width - _MARGIN, y, line, size, QUIET, align="right")


def _draw_row(pen: Pen, row: ChanceRow, badge: str, y: float, wide: float, size: float) -> None:
    low = y + 4 + (_THIN + 2 if row.without else 4)
    pen.box(_MARGIN, low, _BADGE, _TALL, row.colour, edge=outline(row.colour), low=4, top=4)
    middle = low + _TALL / 2
    pen.text(_MARGIN + _BADGE / 2, middle, badge, _LETTER, row.ink, bold=True, align="center")
    for number, chance in enumerate(row.with_):
        left, right = _edges(number, wide)
        if row.low <= number <= row.high:
            pen.box(left - 2, low - 2, right - left + 4, _TALL + 4, INK)
        face = _shade(row.colour, chance)
        pen.box(left, low, right - left, _TALL, face)
        text = str(int(100 * chance + 0.5)) if chance >= _SEEN else ""
        fitted = pen.fitting(text, size, right - left - 1) if text else 0
        if fitted >= _LEAST_SIZE - 2:
            pen.text((left + right) / 2, middle, text, fitted, _ink(face), align="center")
    for number, chance in enumerate(row.without):
        left, right = _edges(number, wide)
        if chance >= _SEEN:
            pen.box(left, y + 2, right - left, _THIN, _shade(row.colour, chance))


def _edges(number: int, wide: float) -> tuple[float, float]:
    """Left and right of a cell, on whole pixels, with a gap to the next."""
    gap = 3 if wide > 16 else 1
    return round(_LEFT + number * wide), round(_LEFT + (number + 1) * wide) - gap


def _shade(colour: str, chance: float) -> str:
    """White is never, the full colour always; small chances can still be told apart."""
    return EMPTY if chance < _SEEN else mixed(PAPER, outline(colour), float(chance) ** 0.7)


def _ink(face: str) -> Shade:
    """The better one of dark and white on a face."""
    return both(_better, face)


def _better(face: str) -> str:
    return max((str(INK), str(PAPER)), key=lambda ink: contrast(face, ink))
