"""How often a list gets how many seats: a bar a number, today's marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.palette import INK, PAPER, QUIET, RULE, outline
from valgforbund.charts.pen import Pen

_MARGIN: Final = 8
_BASE: Final = 44  # below the bars: the number of seats, and the mark of today
_HEAD: Final = 26  # above them: the share
_WIDEST: Final = 84
_GAP: Final = 0.28  # of a bar's room
_SIZE: Final = 13
_MARK: Final = 12


@dataclass(frozen=True)
class Column:
    """One number of seats.

    Attributes
    ----------
    seats : str
        What stands below the bar.
    share, by_lot : float
        Parts of all that surely have this number, and in which a lot decides whether they do.
    label : str
        What stands above the bar.
    now : bool
        Whether it is the number of today.
    """

    seats: str
    share: float
    by_lot: float
    label: str
    now: bool


class DistributionChart(Chart):
    """Draws the bars, `width` × `height` CSS pixels.

    >>> column = Column("1", 0.6, 0.1, "60 %", now=True)
    >>> DistributionChart().drawing([column], "#c8102e", "i dag").height
    220
    """

    def __init__(self, width: int = 600, height: int = 220) -> None:
        super().__init__(width, height)

    def drawing(self, columns: Sequence[Column], colour: str, today: str) -> Drawing:
        """The picture.

        Parameters
        ----------
        columns : in the order of the seats.
        colour : of the party, as ``#rrggbb``.
        today : what the mark says.
        """
        drawn = tuple(columns), colour, today
        return Drawing(self.width, self.height, partial(self._draw, *drawn))

    def _draw(self, columns: tuple[Column, ...], colour: str, today: str, pen: Pen) -> None:
        width, height = self.width, self.height
        pen.box(0, 0, width, height, PAPER)
        pen.box(_MARGIN, _BASE - 1, width - 2 * _MARGIN, 1, RULE)
        room = min(_WIDEST, (width - 2 * _MARGIN) / max(len(columns), 1))
        left = (width - room * len(columns)) / 2
        unit = (height - _BASE - _HEAD) / max([c.share + c.by_lot for c in columns] or [1])
        for place, column in enumerate(columns):
            x, wide = round(left + (place + _GAP / 2) * room), round(room * (1 - _GAP))
            high, lot = round(column.share * unit), round(column.by_lot * unit)
            if column.share:
                pen.box(x, _BASE, wide, max(high, 1), colour, edge=outline(colour))
            if lot:
                pen.box(x, _BASE + high, wide, lot, PAPER, edge=outline(colour), hatched=True)
            middle = x + wide / 2
            size = pen.fitting(column.label, _SIZE, room - 2)
            pen.text(middle, _BASE + high + lot + 12, column.label, size, INK, align="center")
            pen.text(middle, _BASE - 13, column.seats, _SIZE, INK, bold=column.now, align="center")
            if column.now:
                mark = f"▲ {today}"
                half = pen.width(mark, _MARK, bold=True) / 2 + _MARGIN
                at = min(max(middle, half), width - half)  # inside the picture
                pen.text(at, _BASE - 31, mark, _MARK, QUIET, bold=True, align="center")
