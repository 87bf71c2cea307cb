"""One list's two bars: its seats with and without, and the change."""

from dataclasses import dataclass
from typing import Final

from valgforbund.charts.palette import FAINT, GAIN, INK, LOSS, PAPER, QUIET, mixed, outline, tint
from valgforbund.charts.pen import Pen
from valgforbund.charts.ruler import Ruler

_WIDEST_BAR: Final = 34
_ABOVE: Final = 4  # between a bar, its number and the mark of change
_APART: Final = 3  # between two numbers side by side
_MARK_HEIGHT: Final = 17
_LEAST_MARK: Final = 8.0


@dataclass(frozen=True)
class Pair:
    """The seats of one list in the two worlds, each from low to high over the open lots."""

    with_low: int
    with_high: int
    without_low: int | None = None
    without_high: int | None = None

    @property
    def without(self) -> tuple[int, int] | None:
        """Low and high in the other world; None where there is none."""
        if self.without_low is None or self.without_high is None:
            return None
        return self.without_low, self.without_high

    @property
    def worlds(self) -> list[tuple[int, int]]:
        """Low and high in each world."""
        return [(self.with_low, self.with_high), *([self.without] if self.without else [])]

    @property
    def highest(self) -> int:
        """The most seats in any case."""
        return max(high for _, high in self.worlds)

    @property
    def is_open(self) -> bool:
        """Whether a lot decides in one of the worlds."""
        return any(low != high for low, high in self.worlds)

    @property
    def change(self) -> tuple[int, int]:
        """The change from without to with, low and high: the lots of the two are independent."""
        if self.without is None:
            return 0, 0
        low, high = self.without
        return self.with_low - high, self.with_high - low


@dataclass(frozen=True)
class Slot:
    """Where a pair stands: its left and right edge, the baseline, and pixels per seat."""

    left: int
    right: int
    base: int
    unit: float

    @property
    def room(self) -> int:
        """The width for texts: a pixel on each side stays free."""
        return self.right - self.left - 2

    @property
    def middle(self) -> float:
        """Where the letter and the mark of change are centred."""
        return (self.left + self.right) / 2

    @property
    def size(self) -> float:
        """The font size of numbers, smaller where many lists share the width."""
        return min(13.0, max(9.5, round(7 + self.room / 8)))

    @property
    def bar(self) -> int:
        """The width of one bar; few lists do not get broad ones."""
        return min(_WIDEST_BAR, round(0.38 * self.room))

    def top(self, seats: int) -> float:
        """The height of the upper edge of a bar, on a device pixel; one seat is always seen."""
        return self.base + (max(1.0, round(2 * seats * self.unit) / 2) if seats else 0)


def span(low: int, high: int) -> str:
    """A number of seats, or two with a dash where a lot decides.

    >>> span(2, 2), span(2, 3)
    ('2', '2–3')
    """
    return str(low) if low == high else f"{low}–{high}"


def signed(low: int, high: int) -> str:
    """A change with its sign; an ellipsis joins the two ends where a lot decides.

    >>> signed(1, 1), signed(-2, -2), signed(0, 1), signed(-1, 1)
    ('+1', '−2', '0…+1', '−1…+1')
    """
    ends = [f"{number:+d}".replace("-", "−") if number else "0" for number in (low, high)]
    return ends[0] if low == high else "…".join(ends)


def headroom(ruler: Ruler, slot: Slot, highest: int, lots: bool, *, paired: bool) -> int:
    """The height to keep free above the tallest bar for its numbers and the mark of change."""
    if not paired:
        return 3 * _ABOVE + round(slot.size)
    lines = 1 if _beside(ruler, slot, *[span(highest - lots, highest)] * 2) else 2
    return 3 * _ABOVE + lines * round(slot.size) + _MARK_HEIGHT


def draw_pair(pen: Pen, slot: Slot, pair: Pair, colour: str) -> None:
    """The bars, their numbers and, if there is a change, its mark."""
    if pair.without is None:
        _draw_alone(pen, slot, pair, colour)
        return
    gap = 2 if slot.bar > 12 else 1
    left = round(slot.middle - slot.bar - gap / 2)
    right = left + slot.bar + gap
    _draw_bar(pen, slot, left, pair.with_low, pair.with_high, colour, colour)
    _draw_bar(pen, slot, right, *pair.without, tint(colour), colour)
    upper = _draw_numbers(pen, slot, pair, pair.without, left + slot.bar / 2, right + slot.bar / 2)
    if pair.change != (0, 0):
        _draw_mark(pen, slot, *pair.change, upper + _ABOVE)


def _draw_bar(pen: Pen, slot: Slot, x: float, low: int, high: int, face: str, colour: str) -> None:
    edge = outline(colour)
    lower, upper = slot.top(low), slot.top(high)
    if low:
        pen.box(x, slot.base, slot.bar, lower - slot.base, face, edge=edge, top=2 * (low == high))
    if high > low:
        pen.box(x, lower, slot.bar, upper - lower, PAPER, edge=edge, hatched=True, top=2)


def _draw_alone(pen: Pen, slot: Slot, pair: Pair, colour: str) -> None:
    """One bar and its number."""
    left = round(slot.middle - slot.bar / 2)
    _draw_bar(pen, slot, left, pair.with_low, pair.with_high, colour, colour)
    text = span(pair.with_low, pair.with_high)
    size = pen.fitting(text, slot.size, slot.room, bold=True)
    middle = slot.top(pair.with_high) + _ABOVE + size / 2
    tone = INK if pair.with_high else FAINT
    pen.text(slot.middle, middle, text, size, tone, bold=True, align="center")


def _beside(ruler: Ruler, slot: Slot, first: str, second: str) -> bool:
    """Whether two numbers have room beside each other, each in its half of the slot."""
    half = (slot.room - _APART) / 2
    wide = ruler.width(first, slot.size, bold=True)
    return wide <= half and ruler.width(second, slot.size) <= half


def _draw_numbers(
    pen: Pen, slot: Slot, pair: Pair, without: tuple[int, int], left: float, right: float
) -> float:
    """The two numbers, each above its bar or, without room, in two lines; returns their top."""
    size = slot.size
    bold = pair.change != (0, 0)
    first = span(pair.with_low, pair.with_high)
    second = span(*without)
    dark = INK if pair.with_high else FAINT
    pale = QUIET if without[1] else FAINT
    if not _beside(pen, slot, first, second):
        lower = slot.top(pair.highest) + _ABOVE + size / 2
        for text, middle, tone, heavy in (
            (second, lower, pale, False),
            (first, lower + size, dark, bold),
        ):
            fitted = pen.fitting(text, size, slot.room, bold=heavy)
            pen.text(slot.middle, middle, text, fitted, tone, bold=heavy, align="center")
        return lower + 1.5 * size
    # a number wider than its bar moves outwards, so that it never runs into the other bar
    left = min(left, slot.middle - (_APART + pen.width(first, size, bold=bold)) / 2)
    right = max(right, slot.middle + (_APART + pen.width(second, size)) / 2)
    tops = []
    for x, text, high, tone, heavy in (
        (left, first, pair.with_high, dark, bold),
        (right, second, without[1], pale, False),
    ):
        middle = slot.top(high) + _ABOVE + size / 2
        pen.text(x, middle, text, size, tone, bold=heavy, align="center")
        tops.append(middle + size / 2)
    return max(tops)


def _draw_mark(pen: Pen, slot: Slot, low: int, high: int, y: float) -> None:
    """A rounded mark with the change: filled if there is one for certain, else only outlined."""
    text = signed(low, high)
    sign, colour = ("+", GAIN) if low >= 0 else ("−", LOSS) if high <= 0 else ("±", QUIET)
    face = mixed(colour, PAPER, 0.87) if low * high > 0 else PAPER
    wanted = min(12.0, slot.size + 1)
    size = pen.fitting(text, wanted, slot.room - 2, bold=True)
    if size < _LEAST_MARK:  # no room for both ends; the numbers below the mark have them
        text, size = f"{sign}?", pen.fitting(f"{sign}?", wanted, slot.room - 2, bold=True)
    width = min(slot.room, pen.width(text, size, bold=True) + 10)
    pen.box(slot.middle - width / 2, y, width, _MARK_HEIGHT, face, edge=colour, low=8, top=8)
    pen.text(slot.middle, y + _MARK_HEIGHT / 2, text, size, colour, bold=True, align="center")
