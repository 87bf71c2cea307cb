"""Seats by list."""

from __future__ import annotations

from math import ceil
from typing import Final

import pandas as pd

from valgforbund.charts import Drawing, SeatsChart, SeatsLabels
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.pictures.worlds import Shown, comparison, counts
from valgforbund.wording import Words
from valgforbund.wording.worlds import labels, titled

WIDTH: Final = 440
_SLOT: Final = 34  # CSS pixels a list at least, so that its numbers are legible
_TALL: Final = 210  # a row of lists
_SHORT: Final = 140  # each of several


def picture(words: Words, shown: Shown, named: tuple[str, str] | None = None) -> Picture:
    """A bar a list, or a pair where two worlds are compared; what these are called, if it is known.

    Examples
    --------
    >>> from valgforbund.scenario import Scenario
    >>> from valgforbund.wording import words
    >>> picture(words("da"), Scenario({"A": 1}, 1)).height(440)
    232
    """
    counted, other = counts(shown)
    frame = table(shown)
    compared = comparison(shown)
    with_, without = named or (labels(words, compared) if compared else ("", ""))
    open_ = bool(counted.lots or (other and other.lots))
    texts = SeatsLabels(with_, without, words("chart.open") if open_ else "", words("chart.empty"))

    def rows(width: int) -> int:
        return max(1, ceil(len(frame) / (width // _SLOT)))

    def height(width: int) -> int:
        number = rows(width)
        return 22 + (_TALL if number == 1 else number * _SHORT)

    def draw(width: int, height: int) -> Drawing:
        return SeatsChart(width, height, rows(width)).drawing(frame, texts)

    return Picture(caption(words, titled(words, "seats", compared), counted), WIDTH, height, draw)


def table(shown: Shown) -> pd.DataFrame:
    """Seats by letter as the chart wants them, with colours."""
    counted, other = counts(shown)
    columns = {"seats_with": counted.spans}
    if other is not None:
        columns["seats_without"] = other.spans
    parties = {**(other.scenario.parties if other else {}), **counted.scenario.parties}
    letters = list(dict.fromkeys(letter for spans in columns.values() for letter in spans))
    frame = pd.DataFrame(index=pd.Index(letters, dtype="str", name="letter"))
    for name, spans in columns.items():
        ends = [spans[letter].ends if letter in spans else (0, 0) for letter in letters]
        frame[f"{name}_low"], frame[f"{name}_high"] = zip(*ends, strict=True)
    frame["colour"] = [parties[letter].colour for letter in letters]
    frame["ink"] = [parties[letter].ink for letter in letters]
    return frame
