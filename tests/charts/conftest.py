"""What the chart tests share: example frames and a record of every text that is drawn."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from valgforbund import charts
from valgforbund.charts import Drawing, SeatsLabels, VotesLabels, figure_of, pen

COLOURS = {
    "A": "#c8102e", "B": "#5b2d90", "C": "#2e6b3a", "F": "#e3539b", "I": "#12a5b5",
    "M": "#7b3f98", "O": "#d7a400", "V": "#1f4e9e", "Æ": "#4f8fd0", "Ø": "#e2723b",
    "Å": "#3aa648",
}  # fmt: skip
NÆSTVED = {
    "A": (10, 12), "B": (2, 2), "C": (4, 4), "F": (2, 2), "I": (3, 3), "M": (0, 0),
    "O": (3, 2), "V": (5, 5), "Æ": (1, 0), "Ø": (1, 1), "Å": (0, 0),
}  # fmt: skip
SEATS_DA = SeatsLabels("med valgforbundet", "uden", "lod afgør", "Ingen lister endnu")
SEATS_EN = SeatsLabels("with the alliance", "without", "a lot decides", "No lists yet")
VOTES_DA = VotesLabels("hjalp kun forbundsfæller", "hjalp ingen", "lod afgør", "Ingen stemmer")
VOTES_EN = VotesLabels("helped only allies", "helped nobody", "a lot decides", "No votes yet")

Seats = int | tuple[int, int]


def seats_frame(lists: Mapping[str, tuple[Seats, Seats]]) -> pd.DataFrame:
    """A frame for the seats chart from (with, without) by letter; a tuple is a low and a high."""

    def ends(seats: Seats) -> tuple[int, int]:
        return seats if isinstance(seats, tuple) else (seats, seats)

    rows = [
        (*ends(with_), *ends(without), COLOURS.get(letter, "#7a7f87"), "#ffffff")
        for letter, (with_, without) in lists.items()
    ]
    columns = ["seats_with_low", "seats_with_high", "seats_without_low", "seats_without_high"]
    return pd.DataFrame(rows, index=list(lists), columns=[*columns, "colour", "ink"])


def page(drawing: Drawing) -> str:
    """As the page gets it."""
    return charts.page(drawing, "")


def pixels(drawing: Drawing) -> np.ndarray:
    """The picture as another program draws it, two pixels for one: rows from the top, RGB."""
    figure = figure_of(drawing, drawing.width * 25.4 / 72).own
    file = io.BytesIO()
    figure.savefig(file, dpi=144)
    return np.asarray(Image.open(file).convert("RGB"))


@dataclass(frozen=True)
class Drawn:
    """A drawn text and the box that its line takes, in CSS pixels from the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Drawn") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def inside(self, left: float, bottom: float, right: float, top: float) -> bool:
        return (
            left <= self.left and bottom <= self.bottom and self.right <= right and self.top <= top
        )


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Every text that is drawn during the test, with the height of its capitals."""
    record: list[Drawn] = []
    own_text = pen.Pen.text

    def text(self, x, middle, words, size, colour, *, bold=False, align="left"):
        own_text(self, x, middle, words, size, colour, bold=bold, align=align)
        wide = self.width(words, size, bold=bold)
        left = x - wide * {"left": 0, "center": 0.5, "right": 1}[align]
        half = 0.73 * size / 2
        if words:
            record.append(Drawn(words, left, middle - half, left + wide, middle + half))

    monkeypatch.setattr(pen.Pen, "text", text)
    return record


def assert_tidy(record: list[Drawn], width: int, height: int) -> None:
    """Every text lies inside the picture, and no two texts overlap."""
    for one in record:
        assert one.inside(0, 0, width, height), one
    for place, one in enumerate(record):
        for other in record[place + 1 :]:
            assert not one.overlaps(other), (one, other)
