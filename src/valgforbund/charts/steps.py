"""A list's seats against its votes: two stairs on one scale, and where the list is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.legend import Entry, draw_legend
from valgforbund.charts.palette import GRID, INK, PAPER, QUIET, RULE, mixed, outline
from valgforbund.charts.pen import Pen

_MARGIN: Final = 8
_LEGEND: Final = 22
_AXIS: Final = 40  # left of the stairs, for the numbers of seats
_BASE: Final = 40  # below them, for the numbers of votes
_HEAD: Final = 20  # above them, for what is now
_SIZE: Final = 12.5
_SMALL: Final = 11.5
_MOST_LINES: Final = 9  # numbered lines of seats
_THICK: Final = 4
_THIN: Final = 2
_LOT: Final = 7  # a lot is often one vote wide; it is to be seen


@dataclass(frozen=True)
class Point:
    """From these votes on the list has these seats, from low to high over a lot."""

    votes: int
    low: int
    high: int
    label: str = ""


@dataclass(frozen=True)
class Stair:
    """Seats by votes in one world; the first point is where the picture begins."""

    points: tuple[Point, ...]
    colour: str


@dataclass(frozen=True)
class StepsLabels:
    """The texts: legend (an empty one is left out), below the votes, and what is now."""

    with_: str
    without: str
    votes: str
    now: str
    open: str = ""


@dataclass(frozen=True)
class _Scale:
    """Where votes and seats stand."""

    first: int
    last: int
    least: int
    most: int
    left: int
    right: int
    low: int
    high: int

    def x(self, votes: int) -> float:
        """On whole device pixels."""
        part = (votes - self.first) * 2 * (self.right - self.left)
        return self.left + round(part / (self.last - self.first)) / 2

    def y(self, seats: int) -> float:
        """On whole pixels."""
        part = (seats - self.least) * (self.high - self.low)
        return self.low + round(part / (self.most - self.least))


class StepsChart(Chart):
    """Draws the stairs, `width` × `height` CSS pixels.

    >>> stair = Stair((Point(400, 0, 0), Point(476, 0, 1), Point(477, 1, 1, "477")), "#c8102e")
    >>> labels = StepsLabels("med", "uden", "stemmer på Ø", "nu: 456")
    >>> StepsChart().drawing(456, 500, stair, stair, ((400, "400"), (500, "500")), labels).height
    280
    """

    def __init__(self, width: int = 600, height: int = 280) -> None:
        super().__init__(width, height)

    def drawing(
        self,
        now: int,
        last: int,
        with_: Stair,
        without: Stair | None,
        ticks: Sequence[tuple[int, str]],
        labels: StepsLabels,
    ) -> Drawing:
        """The picture.

        Parameters
        ----------
        now, last : the list's votes, and the votes where the picture ends.
        with_, without : both begin at the same votes; None where there is no other world.
        ticks : votes to write below, with their texts.
        labels : the texts.
        """
        drawn = now, last, with_, without, tuple(ticks), labels
        return Drawing(self.width, self.height, partial(self._draw, *drawn))

    def _draw(
        self,
        now: int,
        last: int,
        with_: Stair,
        without: Stair | None,
        ticks: tuple[tuple[int, str], ...],
        labels: StepsLabels,
        pen: Pen,
    ) -> None:
        points = (*with_.points, *(without.points if without else ()))
        least = min(point.low for point in points)
        scale = _Scale(
            first=with_.points[0].votes,
            last=max(last, with_.points[0].votes + 1),
            least=least,
            most=max(*(point.high for point in points), least + 1),
            left=_AXIS,
            right=self.width - 3 * _MARGIN,
            low=_BASE + 12,
            high=self.height - _LEGEND - _HEAD - 26,
        )
        entries = [Entry(labels.with_, "full"), Entry(labels.without, "pale")]
        if any(point.low != point.high for point in points):
            entries.append(Entry(labels.open, "hatched"))
        height = self.height
        draw_legend(pen, entries, self.width - _MARGIN, height - _LEGEND / 2)
        _draw_grid(pen, scale, ticks, labels.votes)
        _draw_now(pen, scale, now, labels.now)
        if without:
            _draw_stair(pen, scale, without, mixed(outline(without.colour), PAPER, 0.5), _THIN, -5)
        _draw_stair(pen, scale, with_, outline(with_.colour), _THICK, 0)
        _draw_labels(pen, scale, with_, now)


def _draw_grid(pen: Pen, scale: _Scale, ticks: Sequence[tuple[int, str]], votes: str) -> None:
    step = -(-(scale.most - scale.least) // _MOST_LINES)
    for seats in range(scale.least, scale.most + 1, step):
        y = scale.y(seats)
        pen.box(scale.left, y, scale.right - scale.left, 1, GRID)
        pen.text(scale.left - 10, y, str(seats), _SIZE, QUIET, align="right")
    floor = _BASE
    pen.box(scale.left, floor, scale.right - scale.left, 1, RULE)
    end = 0.0
    for amount, text in ticks:
        x = scale.x(amount)
        half = pen.width(text, _SMALL) / 2
        pen.box(x, floor - 4, 1, 4, RULE)
        if x - half > end and x + half < scale.right + 2 * _MARGIN:
            pen.text(x, floor - 13, text, _SMALL, QUIET, align="center")
            end = x + half + 8
    text = pen.cut(votes, _SMALL, scale.right - scale.left)
    pen.text(scale.right, 9, text, _SMALL, QUIET, align="right")


def _draw_now(pen: Pen, scale: _Scale, now: int, text: str) -> None:
    """A line through the votes of now, and what they are."""
    x, top = scale.x(now), scale.high + 24
    pen.box(x - 0.5, _BASE, 1, top - _BASE, INK)
    half = pen.width(text, _SIZE, bold=True) / 2
    middle = min(max(x, scale.left + half), scale.right + _MARGIN - half)
    pen.text(middle, top + 9, text, _SIZE, INK, bold=True, align="center")


def _draw_stair(pen: Pen, scale: _Scale, stair: Stair, colour: str, thick: int, lift: int) -> None:
    """Treads and risers; a lot is a hatched riser."""
    ends = [*(point.votes for point in stair.points[1:]), scale.last]
    for point, end in zip(stair.points, ends, strict=True):
        left, right = scale.x(point.votes), scale.x(end)
        for seats in {point.low, point.high}:
            y = scale.y(seats) + lift - thick / 2
            pen.box(left - thick / 2, y, right - left + thick, thick, colour)
    for before, point in pairwise(stair.points):
        x = scale.x(point.votes) - thick / 2
        low = scale.y(min(before.low, point.low)) + lift
        high = scale.y(max(before.high, point.high)) + lift
        pen.box(x, low, thick, high - low, colour)
    for point, end in zip(stair.points, ends, strict=True):
        if point.low != point.high:
            wide = max(_LOT, scale.x(end) - scale.x(point.votes))
            low, high = scale.y(point.low) + lift, scale.y(point.high) + lift
            x = scale.x(point.votes) - _LOT / 2
            pen.box(x, low, wide, high - low, PAPER, edge=colour, hatched=True)


def _draw_labels(pen: Pen, scale: _Scale, stair: Stair, now: int) -> None:
    """The votes of each step beside it, where there is room."""
    taken: list[tuple[float, float, float]] = []  # left, right, height
    line = scale.x(now)
    risers = [scale.x(point.votes) - _THICK for point in stair.points]
    ends = [*risers[2:], scale.right + _MARGIN]  # a number ends before the stair goes on up
    for (before, point), riser in zip(pairwise(stair.points), ends, strict=False):
        wide = pen.width(point.label, _SMALL, bold=True)
        up = point.high > before.high or point.low > before.low
        y = scale.y(max(point.high, before.high)) + (12 if up else 0)
        left = max(min(scale.x(point.votes) - wide / 2, riser - wide), scale.left)
        right = left + wide
        crossed = right > riser or any(
            left < end + 6 and start < right + 6 and abs(y - height) < 12
            for start, end, height in taken
        )
        if not point.label or crossed:
            continue
        taken.append((left, right, y))
        if left - 2 < line < right + 2:  # the line of what is now does not run through a number
            pen.box(left - 2, y - 7, wide + 4, 14, PAPER)
        pen.text(left, y, point.label, _SMALL, INK, bold=True)
