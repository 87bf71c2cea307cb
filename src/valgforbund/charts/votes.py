"""Where the votes ended: rows of pieces on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Final, Literal, get_args

from valgforbund.charts.chart import Chart
from valgforbund.charts.drawing import Drawing
from valgforbund.charts.legend import Entry, draw_legend
from valgforbund.charts.limit import limit
from valgforbund.charts.palette import FAINT, INK, PAPER, QUIET, RULE, outline, tint
from valgforbund.charts.pen import Pen

Kind = Literal["carried", "wasted", "open", "plain"]

_MARGIN: Final = 8
_LEGEND: Final = 22
_TALLEST_BAR: Final = 40
_SIZE: Final = 13.0
_NOTE: Final = 11.0
_PIECE: Final = 12.0
_LABELS: Final = 180  # width for labels and notes, also where there is little
_BESIDE: Final = 10  # between a bar and the text beside it
_STEP: Final = 16  # the columns of texts widen in steps, so that the bars stand still


@dataclass(frozen=True)
class Piece:
    """A part of a row: votes of one list or alliance, and what became of them.

    kind: "carried" (pale with an outline), "wasted" and "plain" (full colour), "open" (hatched:
    a lot decides). `label` is shown where it fits, else `short`, else nothing.
    """

    label: str
    short: str
    votes: int
    colour: str
    ink: str
    kind: Kind

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise ValueError(f"A piece is one of {get_args(Kind)}; got {self.kind!r}.")
        if self.votes < 0:
            raise ValueError(
                f"Votes of piece {self.label[:40]!r} must be 0 or more; got {self.votes}."
            )


@dataclass(frozen=True)
class VotesRow:
    """A bar of pieces with a label and a note on its left and a text on its right."""

    label: str
    note: str
    pieces: tuple[Piece, ...]
    end: str
    end_colour: str = INK

    @property
    def votes(self) -> int:
        """The sum of the pieces."""
        return sum(piece.votes for piece in self.pieces)


@dataclass(frozen=True)
class VotesLabels:
    """The texts of the legend by kind of piece (an empty one is left out) and the empty case."""

    carried: str = ""
    wasted: str = ""
    open: str = ""
    empty: str = ""


@dataclass(frozen=True)
class _Frame:
    """All that the places of the rows depend on: scale, columns, and the legend."""

    labels: VotesLabels
    limit: int
    rows: int
    left: int  # where the bars begin
    right: int  # where the longest possible bar ends
    lots: bool


class VotesChart(Chart):
    """Draws rows of votes, `width` × `height` CSS pixels.

    >>> piece = Piece("M 461", "M", 461, "#7b3f98", "#ffffff", "wasted")
    >>> rows = [VotesRow("med", "98,2 %", (), "0 spildt"), VotesRow("uden", "", (piece,), "461")]
    >>> VotesChart().drawing(rows, VotesLabels(wasted="spildt")).height
    190
    """

    def __init__(self, width: int = 700, height: int = 190) -> None:
        super().__init__(width, height)

    def drawing(self, rows: Sequence[VotesRow], labels: VotesLabels) -> Drawing:
        """The picture; all rows share one scale, which moves in steps.

        Parameters
        ----------
        rows : from the top, each with its pieces from the left.
        labels : the texts of the legend.
        """
        frame = self._frame(rows, labels)
        return Drawing(self.width, self.height, partial(self._draw, frame, tuple(rows)))

    def _frame(self, rows: Sequence[VotesRow], labels: VotesLabels) -> _Frame:
        pen, width = self._ruler, self.width
        labelled = [pen.width(row.label, _SIZE, bold=True) for row in rows]
        noted = [pen.width(row.note, _NOTE) for row in rows]
        ended = [pen.width(line, _SIZE, bold=True) for row in rows for line in self._end_lines(row)]
        return _Frame(
            labels=labels,
            limit=limit(max((row.votes for row in rows), default=0)),
            rows=len(rows),
            left=_MARGIN + min(_stepped(labelled + noted), max(width * 3 // 10, _LABELS)) + _BESIDE,
            right=width - _MARGIN - min(_stepped(ended), width * 45 // 100) - _BESIDE,
            lots=any(piece.kind == "open" for row in rows for piece in row.pieces),
        )

    def _end_lines(self, row: VotesRow) -> tuple[str, ...]:
        """The end text in one line, or a long one in two."""
        if self._ruler.width(row.end, _SIZE, bold=True) <= self.width / 4:
            return (row.end,)
        half = len(row.end) / 2
        gaps = [place for place, sign in enumerate(row.end) if sign == " "]
        if not gaps:
            return (row.end,)
        place = min(gaps, key=lambda gap: abs(gap - half))
        return row.end[:place], row.end[place + 1 :]

    def _draw(self, frame: _Frame, rows: Sequence[VotesRow], pen: Pen) -> None:
        self._draw_frame(frame, pen)
        height = (self.height - _LEGEND) // max(1, frame.rows)
        for place, row in enumerate(rows):
            self._draw_row(pen, row, frame, self.height - _LEGEND - (place + 0.5) * height)

    def _draw_frame(self, frame: _Frame, pen: Pen) -> None:
        width, height = self.width, self.height
        entries = [Entry(frame.labels.carried, "pale"), Entry(frame.labels.wasted, "full")]
        if frame.lots:
            entries.append(Entry(frame.labels.open, "hatched"))
        draw_legend(pen, entries, width - _MARGIN, height - _LEGEND / 2)
        if not frame.rows:
            text = pen.cut(frame.labels.empty, _SIZE, width - 2 * _MARGIN)
            pen.text(width / 2, (height - _LEGEND) / 2, text, _SIZE, FAINT, align="center")

    def _draw_row(self, pen: Pen, row: VotesRow, frame: _Frame, middle: float) -> None:
        height = (self.height - _LEGEND) // frame.rows
        bar = min(_TALLEST_BAR, 2 * round(0.25 * height))
        lift = 8 if row.note and row.label else 0
        right = frame.left - _BESIDE
        room: float = right - _MARGIN
        label = pen.cut(row.label, _SIZE, room, bold=True)
        pen.text(right, middle + lift, label, _SIZE, INK, bold=True, align="right")
        note = pen.cut(row.note, _NOTE, room)
        pen.text(right, middle - lift, note, _NOTE, QUIET, align="right")
        pen.box(frame.left - 1, middle - bar / 2 - 5, 1, bar + 10, RULE)
        unit = (frame.right - frame.left) / frame.limit
        start, votes = float(frame.left), 0
        for piece in row.pieces:
            votes += piece.votes
            end = frame.left + round(2 * votes * unit) / 2
            _draw_piece(pen, piece, start, end, middle - bar / 2, bar)
            start = end
        lines = self._end_lines(row)
        room = self.width - _MARGIN - start - _BESIDE
        longest = max(lines, key=lambda line: pen.width(line, _SIZE, bold=True))
        size = pen.fitting(longest, _SIZE, room, bold=True)
        for place, line in enumerate(lines):
            y = middle + (len(lines) - 1 - 2 * place) * (size / 2 + 2)
            pen.text(start + _BESIDE, y, line, size, row.end_colour, bold=True)


def _stepped(widths: Sequence[float]) -> int:
    return _STEP * ceil(max(widths, default=0) / _STEP)


def _draw_piece(pen: Pen, piece: Piece, start: float, end: float, y: float, height: int) -> None:
    """A piece from `start` to `end`, with a white line after it unless it is very narrow."""
    width = end - start - (1 if end - start >= 4 else 0)
    if width <= 0:
        return
    full = piece.kind in ("wasted", "plain")
    hatched = piece.kind == "open"
    face = PAPER if hatched else piece.colour if full else tint(piece.colour)
    edge = outline(piece.colour)
    pen.box(start, y, width, height, face, edge=edge, hatched=hatched, low=2, top=2)
    fitting = (
        text
        for text in (piece.label, piece.short)
        if pen.width(text, _PIECE, bold=full) + 6 <= width
    )
    text = next(fitting, "")
    if text and hatched:  # a plate, so that the hatching does not run through the text
        plate = pen.width(text, _PIECE) + 6
        pen.box(start + (width - plate) / 2, y + height / 2 - 9, plate, 18, PAPER, low=3, top=3)
    ink = piece.ink if full else INK
    pen.text(start + width / 2, y + height / 2, text, _PIECE, ink, bold=full, align="center")
