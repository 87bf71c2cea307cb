"""Seats by list, with and without: a pair of bars a list, or one bar in one world alone."""

from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import ceil
from typing import Final

import pandas as pd

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.legend import Entry, draw_legend
from valgforbund.charts.limit import limit
from valgforbund.charts.pair import Pair, Slot, draw_pair, headroom
from valgforbund.charts.palette import FAINT, RULE, outline
from valgforbund.charts.pen import Pen

_MARGIN: Final = 8
_LEGEND: Final = 22  # height of the strip for the legend
_BASE: Final = 30  # height of the baseline
_BADGE: Final = 19
_LEAST_SIGN: Final = 6.5
_WIDEST_SLOT: Final = 104
_LEAST_LIMIT: Final = 4  # so that one seat never fills the picture
_WITH: Final = ["seats_with_low", "seats_with_high"]
_WITHOUT: Final = ["seats_without_low", "seats_without_high"]


@dataclass(frozen=True)
class SeatsLabels:
    """The texts of the chart: legend entries (an empty one is left out) and the empty case."""

    with_: str
    without: str
    open: str = ""
    empty: str = ""


@dataclass(frozen=True)
class _Frame:
    """All that stands still while seats move."""

    letters: tuple[str, ...]
    colours: tuple[tuple[str, str], ...]
    labels: SeatsLabels
    limit: int
    lots: bool
    paired: bool


class SeatsChart(Chart):
    """Draws seats by list, `width` × `height` CSS pixels, in one row or more under each other.

    >>> frame = pd.DataFrame(
    ...     {"seats_with_low": [2], "seats_with_high": [3], "seats_without_low": [2],
    ...      "seats_without_high": [2], "colour": ["#c8102e"], "ink": ["#ffffff"]}, index=["A"])
    >>> SeatsChart().drawing(frame, SeatsLabels("med", "uden")).height
    260
    """

    def __init__(self, width: int = 700, height: int = 260, rows: int = 1) -> None:
        super().__init__(width, height)
        self._rows = rows

    def drawing(self, seats: pd.DataFrame, labels: SeatsLabels) -> Drawing:
        """The picture.

        Parameters
        ----------
        seats : index: letters in the order of display; columns ``seats_with_low``,
            ``seats_with_high`` and, where there is another world, ``seats_without_low``,
            ``seats_without_high`` (whole numbers), ``colour`` and ``ink`` (the colour of text on
            it), both as ``#rrggbb``.
        labels : the texts.

        Raises
        ------
        ValueError
            If a number of seats is negative or a low one above its high one.
        """
        paired = set(_WITHOUT) <= set(seats.columns)
        columns = [*_WITH, *(_WITHOUT if paired else [])]
        numbers = seats[columns].itertuples(index=False, name=None)
        pairs = [Pair(*map(int, row)) for row in numbers]
        frame = _Frame(
            letters=tuple(map(str, seats.index)),
            colours=tuple(zip(seats["colour"], seats["ink"], strict=True)),
            labels=labels,
            limit=limit(max((pair.highest for pair in pairs), default=0), _LEAST_LIMIT),
            lots=any(pair.is_open for pair in pairs),
            paired=paired,
        )
        _check(frame.letters, pairs)
        return Drawing(self.width, self.height, partial(self._draw, frame, pairs))

    @property
    def _tall(self) -> int:
        """The height of a row of lists."""
        return (self.height - _LEGEND) // self._rows

    def _slots(self, frame: _Frame) -> list[Slot]:
        """Equal slots in the middle of the picture; few lists do not spread over all of it."""
        if not frame.letters:
            return []
        number = ceil(len(frame.letters) / self._rows)
        width = min(_WIDEST_SLOT, (self.width - 2 * _MARGIN) / number)
        start = (self.width - number * width) / 2
        edges = [round(start + place * width) for place in range(number + 1)]
        first = Slot(edges[0], edges[1], _BASE, 1.0)
        free = headroom(self._ruler, first, frame.limit, frame.lots, paired=frame.paired)
        unit = (self._tall - free - _BASE) / frame.limit
        top = self.height - _LEGEND
        bases = [top - (row + 1) * self._tall + _BASE for row in range(self._rows)]
        slots = [Slot(*ends, base, unit) for base in bases for ends in pairwise(edges)]
        return slots[: len(frame.letters)]

    def _draw(self, frame: _Frame, pairs: list[Pair], pen: Pen) -> None:
        slots = self._slots(frame)
        self._draw_frame(frame, slots, pen)
        for slot, pair, (colour, _) in zip(slots, pairs, frame.colours, strict=True):
            draw_pair(pen, slot, pair, colour)

    def _draw_frame(self, frame: _Frame, slots: list[Slot], pen: Pen) -> None:
        width, height = self.width, self.height
        labels = frame.labels
        entries = [Entry(labels.with_, "full"), Entry(labels.without, "pale")]
        if frame.lots:
            entries.append(Entry(labels.open, "hatched"))
        draw_legend(pen, entries, width - _MARGIN, height - _LEGEND / 2)
        for base in dict.fromkeys(slot.base for slot in slots) or [_BASE]:
            pen.box(_MARGIN, base - 1, width - 2 * _MARGIN, 1, RULE)
        signs = _signs(pen, slots, frame.letters)
        for slot, sign, (colour, ink) in zip(slots, signs, frame.colours, strict=True):
            _draw_badge(pen, slot, *sign, colour, ink)
        if not slots:
            text = pen.cut(labels.empty, 13, width - 2 * _MARGIN)
            pen.text(width / 2, (height - _LEGEND + _BASE) / 2, text, 13, FAINT, align="center")


def _signs(pen: Pen, slots: list[Slot], letters: tuple[str, ...]) -> list[tuple[str, float]]:
    """What stands on each badge, and its size: told apart where only their ends differ."""
    signs = [_sign(pen, slot, letter) for slot, letter in zip(slots, letters, strict=True)]
    times = Counter(text for text, _ in signs)
    return [
        (text, size) if times[text] == 1 else _end(pen, slot, letter)
        for slot, letter, (text, size) in zip(slots, letters, signs, strict=True)
    ]


def _sign(pen: Pen, slot: Slot, letter: str) -> tuple[str, float]:
    # two signs still fit by being smaller; a longer name is cut
    sample = letter if len(letter) == 2 else "M"
    size = pen.fitting(sample, min(12.0, slot.size), _inside(slot), bold=True)
    return pen.cut(letter, size, _inside(slot), bold=True), size


def _end(pen: Pen, slot: Slot, letter: str) -> tuple[str, float]:
    """The whole name where it fits when it is small, else as much of its end as does."""
    wanted = min(12.0, slot.size)
    for text in (letter, *(f"…{letter[place:]}" for place in range(1, len(letter)))):
        size = pen.fitting(text, wanted, _inside(slot), bold=True)
        if size >= _LEAST_SIGN:
            return text, size
    return letter[-1:], pen.fitting(letter[-1:], wanted, _inside(slot), bold=True)


def _inside(slot: Slot) -> int:
    """The width for the text of a badge."""
    return slot.room - (4 if slot.room > _BADGE // 2 else 1)


def _draw_badge(pen: Pen, slot: Slot, text: str, size: float, colour: str, ink: str) -> None:
    """The letter on its party's colour, under the pair."""
    width = min(slot.room, max(_BADGE, round(pen.width(text, size, bold=True)) + 8))
    y = slot.base - 7 - _BADGE
    pen.box(slot.middle - width / 2, y, width, _BADGE, colour, edge=outline(colour), low=4, top=4)
    pen.text(slot.middle, y + _BADGE / 2, text, size, ink, bold=True, align="center")


def _check(letters: tuple[str, ...], pairs: list[Pair]) -> None:
    for letter, pair in zip(letters, pairs, strict=True):
        if not all(0 <= low <= high for low, high in pair.worlds):
            raise ValueError(
                f"Seats of list {letter[:40]!r} must run from a low number, 0 or more, "
                f"to a high one at least as large; got {pair}."
            )
