"""Whether chances came as often as they said: all, by how much was counted, by size of list."""

from __future__ import annotations

from typing import Final

import pandas as pd

from valgforbund.calibration.calibration import PART, SIZE, SIZES, Calibration
from valgforbund.charts import ACCENT, Caption, Dot, Drawing, ReliabilityChart, Square
from valgforbund.errors import ScenarioError
from valgforbund.pictures.picture import Picture
from valgforbund.version import __version__
from valgforbund.wording import Words

WIDTH: Final = 600
FEWEST: Final = 30  # claims that a dot stands for


def picture(words: Words, calibration: Calibration) -> Picture:
    """A square for all chances, then one a part that was counted, then one a size of list."""
    if not isinstance(calibration, Calibration):
        raise ScenarioError("not_a_calibration", value=calibration)
    squares = [_square(words("picture.reliability_all"), calibration.reliability())]
    for part, each in calibration.reliability(PART).groupby(PART):
        title = words("picture.reliability_part", share=words.per_cent(float(str(part))))
        squares.append(_square(title, each))
    for size, each in calibration.reliability(SIZE).groupby(SIZE):
        squares.append(_square(_class(words, float(str(size))), each))
    ticks = words.per_cent(0), words.per_cent(0.5), words.per_cent(1)
    note = words("picture.reliability_note", fewest=words.number(FEWEST))
    made = words("picture.made", version=__version__)
    caption = Caption(words("picture.reliability"), words("picture.reliability_axes"), (note, made))

    def height(width: int) -> int:
        return ReliabilityChart.needed(len(squares), width)

    def draw(width: int, _: int) -> Drawing:
        chart = ReliabilityChart(width, height(width))
        return chart.drawing(squares, ACCENT, ticks)

    return Picture(caption, WIDTH, height, draw)


def _class(words: Words, start: float) -> str:
    """What a class of lists is called, by where it begins."""
    place = SIZES.index(start)
    if place + 1 == len(SIZES):
        return words("picture.reliability_large", low=words.per_cent(start))
    low, high = round(100 * start), words.per_cent(SIZES[place + 1])
    return words("picture.reliability_size", low=low, high=high)


def _square(title: str, rows: pd.DataFrame) -> Square:
    kept = rows[rows["claims"] >= FEWEST]
    columns = (kept[name].to_list() for name in ("probability", "happened", "error"))
    return Square(title, tuple(Dot(*values) for values in zip(*columns, strict=True)))
