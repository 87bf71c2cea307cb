"""The bars of a distribution: heights in proportion, lots hatched, many and none."""

import numpy as np
import pytest

from valgforbund.charts import Drawing
from valgforbund.charts.distribution import Column, DistributionChart

from .conftest import assert_tidy, page, pixels

RED = "#c8102e"


def column(seats: int, share: float, by_lot: float = 0.0, now: bool = False) -> Column:
    return Column(str(seats), share, by_lot, f"{share:.1%}", now)


def red(drawing: Drawing) -> np.ndarray:
    """How many pixels of the bars' colour stand in each column of the picture."""
    return (pixels(drawing) == [200, 16, 46]).all(axis=2).sum(axis=0)


def test_heights_are_in_proportion() -> None:
    high = red(DistributionChart().drawing([column(1, 0.8), column(2, 0.2)], RED, "i dag"))
    bars = sorted(set(high[high > 20]))
    assert bars[-1] / bars[0] == pytest.approx(4, rel=0.05)


def test_what_a_lot_decides_is_not_filled() -> None:
    sure = red(DistributionChart().drawing([column(1, 0.5, 0.0)], RED, "i dag"))
    half = red(DistributionChart().drawing([column(1, 0.5, 0.5)], RED, "i dag"))
    assert half.sum() < 0.85 * sure.sum()


@pytest.mark.parametrize("number", [1, 2, 9, 32])
def test_texts_are_tidy(number: int, drawn) -> None:
    columns = [column(n, 1 / number, now=n == 0) for n in range(number)]
    page(DistributionChart().drawing(columns, RED, "i dag"))
    assert_tidy(drawn, 600, 220)


def test_nothing_to_draw() -> None:
    assert page(DistributionChart().drawing([], RED, "i dag")).endswith("</svg>")
