"""Seats by list, with and without: a pair of bars a list."""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

import pandas as pd

from valgforbund.charts.canvas import Cell, Surface
from valgforbund.charts.legend import Entry, draw_legend
from valgforbund.charts.limit import limit
from valgforbund.charts.pair import Pair, Slot, draw_pair, headroom
from valgforbund.charts.palette import FAINT, RULE, outline
from valgforbund.charts.pen import Pen

_MARGIN: Final = 8
_LEGEND: Final = 22  # height of the strip for the legend
_BASE: Final = 30  # height of the baseline
_BADGE: Final = 19
_WIDEST_SLOT: Final = 104
_LEAST_LIMIT: Final = 4  # so that one seat never fills the picture
_NUMBERS: Final = ["seats_with_low", "seats_with_high", "seats_without_low", "seats_without_high"]


@dataclass(frozen=True)
class SeatsLabels:
    """The texts of the chart: legend entries (an empty one is left out) and the empty case."""

    with_: str
    without: str
    open: str = ""
    empty: str = ""


@dataclass(frozen=True)
class _Frame:
    """All that the fixed part of the picture depends on."""

    letters: tuple[str, ...]
    colours: tuple[tuple[str, str], ...]
    labels: SeatsLabels
    limit: int
    lots: bool


class SeatsChart:
    """Draws seats by list, `width` × `height` CSS pixels at double sharpness.

    >>> frame = pd.DataFrame(
    ...     {"seats_with_low": [2], "seats_with_high": [3], "seats_without_low": [2],
    ...      "seats_without_high": [2], "colour": ["#c8102e"], "ink": ["#ffffff"]}, index=["A"])
    >>> SeatsChart().png(frame, SeatsLabels("med", "uden"))[1:4]
    b'PNG'
    """

    def __init__(self, width: int = 700, height: int = 260) -> None:
        self._surface = Surface(width, height)

    def png(self, seats: pd.DataFrame, labels: SeatsLabels) -> bytes:
        """The picture as PNG bytes.

        Parameters
        ----------
        seats : index: letters in the order of display; columns ``seats_with_low``,
            ``seats_with_high``, ``seats_without_low``, ``seats_without_high`` (whole numbers),
            ``colour`` and ``ink`` (the colour of text on it), both as ``#rrggbb``.
        labels : the texts.

        Raises
        ------
        ValueError
            If a number of seats is negative or a low one above its high one.
        """
        numbers = seats[_NUMBERS].itertuples(index=False, name=None)
        pairs = [Pair(*map(int, row)) for row in numbers]
        frame = _Frame(
            letters=tuple(map(str, seats.index)),
            colours=tuple(zip(seats["colour"], seats["ink"], strict=True)),
            labels=labels,
            limit=limit(max((pair.highest for pair in pairs), default=0), _LEAST_LIMIT),
            lots=any(pair.is_open for pair in pairs),
        )
        _check(frame.letters, pairs)
        slots = self._slots(frame)
        top = self._surface.height - _LEGEND
        cells = [
            Cell(
                box=(slot.left, slot.base, slot.right, top),
                key=pair,
                draw=partial(draw_pair, slot=slot, pair=pair, colour=colour),
            )
            for slot, pair, (colour, _) in zip(slots, pairs, frame.colours, strict=True)
        ]
        return self._surface.png(frame, partial(self._draw_frame, frame, slots), cells)

    def _slots(self, frame: _Frame) -> list[Slot]:
        """Equal slots in the middle of the picture; few lists do not spread over all of it."""
        if not frame.letters:
            return []
        number = len(frame.letters)
        width = min(_WIDEST_SLOT, (self._surface.width - 2 * _MARGIN) / number)
        start = (self._surface.width - number * width) / 2
        edges = [round(start + place * width) for place in range(number + 1)]
        slots = [Slot(left, right, _BASE, 1.0) for left, right in pairwise(edges)]
        free = headroom(self._surface.pen, slots[0], frame.limit, frame.lots)
        unit = (self._surface.height - _LEGEND - free - _BASE) / frame.limit
        return [Slot(slot.left, slot.right, _BASE, unit) for slot in slots]

    def _draw_frame(self, frame: _Frame, slots: list[Slot], pen: Pen) -> None:
        width, height = self._surface.width, self._surface.height
        labels = frame.labels
        entries = [Entry(labels.with_, "full"), Entry(labels.without, "pale")]
        if frame.lots:
            entries.append(Entry(labels.open, "hatched"))
        draw_legend(pen, entries, width - _MARGIN, height - _LEGEND / 2)
        pen.box(_MARGIN, _BASE - 1, width - 2 * _MARGIN, 1, RULE)
        for slot, letter, (colour, ink) in zip(slots, frame.letters, frame.colours, strict=True):
            _draw_badge(pen, slot, letter, colour, ink)
        if not slots:
            text = pen.cut(labels.empty, 13, width - 2 * _MARGIN)
            pen.text(width / 2, (height - _LEGEND + _BASE) / 2, text, 13, FAINT, align="center")


def _draw_badge(pen: Pen, slot: Slot, letter: str, colour: str, ink: str) -> None:
    """The letter on its party's colour, under the pair."""
    inside = slot.room - (4 if slot.room > _BADGE // 2 else 1)
    # two signs still fit by being smaller; a longer name is cut
    sample = letter if len(letter) == 2 else "M"
    size = pen.fitting(sample, min(12.0, slot.size), inside, bold=True)
    text = pen.cut(letter, size, inside, bold=True)
    width = min(slot.room, max(_BADGE, round(pen.width(text, size, bold=True)) + 8))
    y = _BASE - 7 - _BADGE
    pen.box(slot.middle - width / 2, y, width, _BADGE, colour, edge=outline(colour), low=4, top=4)
    pen.text(slot.middle, y + _BADGE / 2, text, size, ink, bold=True, align="center")


def _check(letters: tuple[str, ...], pairs: list[Pair]) -> None:
    for letter, pair in zip(letters, pairs, strict=True):
        if not (
            0 <= pair.with_low <= pair.with_high and 0 <= pair.without_low <= pair.without_high
        ):
            raise ValueError(
                f"Seats of list {letter[:40]!r} must run from a low number, 0 or more, "
                f"to a high one at least as large; got {pair}."
            )
