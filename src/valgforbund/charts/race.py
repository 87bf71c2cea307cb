"""The race for the last seats: quotients around the cut, the largest at the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final, Literal, get_args

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.legend import Entry, draw_legend
from valgforbund.charts.palette import FAINT, INK, LOSS, PAPER, QUIET, outline, tint
from valgforbund.charts.pen import Pen
from valgforbund.charts.signs import signs

Kind = Literal["won", "lot", "out"]

_MARGIN: Final = 8
_LEGEND: Final = 24
_CUT: Final = 22  # height of the line between winners and losers
_TALLEST: Final = 34
_NUMBER: Final = 62  # right edge of the seats' numbers
_BADGE: Final = 30
_NAME: Final = 118  # width for the name of an alliance in a picture as wide as
_WIDTH: Final = 600
_BAR: Final = 14
_LEAST_ROOM: Final = 60
_SIZE: Final = 14.0
_SMALL: Final = 12.0
_SHORTEST: Final = 0.12  # of the room for bars: the smallest quotient is still seen


@dataclass(frozen=True)
class RaceRow:
    """One quotient: who has it, and whether it won, lost, or waits for a lot.

    `number` is the seat's, or what stands in its place; `badge` the list that has or would get
    it on its `colour` and `ink`; `unit` the alliance it is in; `text` the quotient; `note` what
    is missing.
    """

    number: str
    badge: str
    colour: str
    ink: str
    unit: str
    quotient: float | Fraction  # of any size
    text: str
    note: str
    kind: Kind

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise ValueError(f"A quotient is one of {get_args(Kind)}; got {self.kind!r}.")
        if self.quotient < 0:
            raise ValueError(f"The quotient {self.text[:40]!r} must be 0 or more.")


@dataclass(frozen=True)
class RaceLabels:
    """The texts: legend (an empty one is left out), the cut, and the empty case."""

    won: str
    out: str
    open: str
    cut: str
    empty: str = ""


class RaceChart(Chart):
    """Draws a row a quotient, `width` × `height` CSS pixels.

    The bars begin at the left with the smallest quotient, not with 0: it is a race.

    >>> row = RaceRow("25", "C", "#2e6b3a", "#ffffff", "C-O-V", 563.5, "563", "", "won")
    >>> labels = RaceLabels("mandat", "uden", "lod", "grænsen")
    >>> RaceChart().drawing([row], labels).height
    330
    """

    def __init__(self, width: int = _WIDTH, height: int = 330) -> None:
        super().__init__(width, height)

    def drawing(self, rows: Sequence[RaceRow], labels: RaceLabels) -> Drawing:
        """The picture.

        Parameters
        ----------
        rows : from the largest quotient to the smallest; those that won first.
        labels : the texts.
        """
        drawn = tuple(rows), labels
        return Drawing(self.width, self.height, partial(self._draw, *drawn))

    def _draw(self, rows: tuple[RaceRow, ...], labels: RaceLabels, pen: Pen) -> None:
        width, height = self.width, self.height
        if not rows:
            text = pen.cut(labels.empty, 13, width - 2 * _MARGIN)
            pen.text(width / 2, height / 2, text, 13, FAINT, align="center")
            return
        entries = [Entry(labels.won, "full"), Entry(labels.out, "pale")]
        if any(row.kind == "lot" for row in rows):
            entries.append(Entry(labels.open, "hatched"))
        draw_legend(pen, entries, width - _MARGIN, height - _LEGEND / 2)
        tall = min(_TALLEST, (height - _LEGEND - _CUT - 4) // len(rows))
        noted = max(pen.width(row.note, _SMALL) for row in rows)
        texts = max(pen.width(row.text, _SIZE, bold=True) for row in rows)
        named = min(_NAME, width * _NAME // _WIDTH) if any(row.unit for row in rows) else 0
        left = _NUMBER + 8 + _BADGE + 8 + named
        room = width - _MARGIN - noted - 12 - texts - 8 - left
        if room < _LEAST_ROOM:  # for bars; the list's badge is enough
            left, room, named = left - named, room + named, 0
        least, most = rows[-1].quotient, rows[0].quotient
        top = height - _LEGEND
        badges = signs(pen, [row.badge for row in rows], _SMALL, _BADGE - 4, bold=True)
        names = signs(pen, [row.unit for row in rows], _SMALL, named - 8, bold=False)
        for place, row in enumerate(rows):
            if row.kind == "out" and (not place or rows[place - 1].kind != "out"):
                _draw_cut(pen, labels.cut, width, top - _CUT / 2)
                top -= _CUT
            part = float((row.quotient - least) / (most - least)) if most > least else 1.0
            end = left + round(2 * room * (_SHORTEST + (1 - _SHORTEST) * part)) / 2
            called = badges[place], names[place] if named else ""
            _draw_row(pen, row, called, (left, end), width, top - tall // 2)
            top -= tall


def _draw_cut(pen: Pen, text: str, width: int, middle: float) -> None:
    """A line across; what is above has a seat."""
    cut = pen.cut(text, _SMALL, width / 2, bold=True)
    end = _MARGIN + pen.width(cut, _SMALL, bold=True) + 8
    pen.text(_MARGIN, middle, cut, _SMALL, LOSS, bold=True)
    for x in range(round(end), width - _MARGIN - 5, 9):
        pen.box(x, round(middle), 5, 1.5, LOSS)


def _draw_row(
    pen: Pen,
    row: RaceRow,
    called: tuple[str, str],
    bar: tuple[float, float],
    width: int,
    middle: float,
) -> None:
    """A number, a badge and a name, the bar and what is at its end."""
    out = row.kind == "out"
    number = pen.cut(row.number, _SIZE, _NUMBER - _MARGIN, bold=not out)
    pen.text(_NUMBER, middle, number, _SIZE, QUIET if out else INK, bold=not out, align="right")
    x = _NUMBER + 8
    edge = outline(row.colour)
    if row.badge:
        pen.box(x, middle - 10, _BADGE, 20, row.colour, edge=edge, low=4, top=4)
        pen.text(x + _BADGE / 2, middle, called[0], _SMALL, row.ink, bold=True, align="center")
    pen.text(x + _BADGE + 8, middle, called[1], _SMALL, QUIET)
    left, right = bar
    face = {"won": row.colour, "lot": PAPER, "out": tint(row.colour)}[row.kind]
    hatched = row.kind == "lot"
    pen.box(
        left, middle - _BAR / 2, right - left, _BAR, face, edge=edge, hatched=hatched, low=2, top=2
    )
    pen.text(right + 8, middle, row.text, _SIZE, QUIET if out else INK, bold=not out)
    pen.text(width - _MARGIN, middle, row.note, _SMALL, QUIET, align="right")
