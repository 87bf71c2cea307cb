"""The strips of seats: a pure function of rows and labels, darker where a number is likelier."""

import io
from dataclasses import replace

import matplotlib.image
import numpy as np
import pytest

from valgforbund.charts import ChanceRow, ChancesChart, ChancesLabels

LABELS = ChancesLabels("tal: procent · ramme: nu")
A = ChanceRow("A", "#c8102e", "#ffffff", (0.0, 0.1, 0.6, 0.3), (0.0, 0.9, 0.1, 0.0), 2, 2)
B = ChanceRow("B", "#ffd400", "#000000", (0.995, 0.005, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0), 0, 1)


def pixels(png: bytes) -> np.ndarray:
    return matplotlib.image.imread(io.BytesIO(png))[:, :, :3]


def test_the_same_rows_give_the_same_picture_whatever_was_drawn_before() -> None:
    chart = ChancesChart()
    first = chart.png([A, B], LABELS)
    chart.png([B], LABELS)
    assert chart.png([A, B], LABELS) == first == ChancesChart().png([A, B], LABELS)


def test_the_picture_is_as_high_as_its_lists_need() -> None:
    for rows in (1, 2, 24):
        picture = pixels(ChancesChart(600).png([A] * rows, LABELS))
        assert picture.shape == (2 * ChancesChart.needed(rows), 1200, 3)


def test_likelier_is_darker_and_never_is_no_cell() -> None:
    faint, strong = (
        pixels(ChancesChart().png([replace(A, with_=(0, 0, chance, 0))], LABELS))
        for chance in (0.2, 0.9)
    )
    assert strong.sum() < faint.sum()
    never = replace(A, with_=(0.004, 0.0, 0.6, 0.3))
    none = replace(A, with_=(0.0, 0.0, 0.6, 0.3))
    assert ChancesChart().png([never], LABELS) == ChancesChart().png([none], LABELS)


def test_what_it_has_now_is_framed() -> None:
    one, two = (ChancesChart().png([replace(A, high=high)], LABELS) for high in (2, 3))
    assert (pixels(one) != pixels(two)).any()


@pytest.mark.parametrize("letter", ["$\\frac$", "", "_X", "Borgerlisten Å", "\N{SNOWMAN}"])
def test_any_letter_and_any_number_of_seats_can_be_drawn(letter: str) -> None:
    many = tuple([1 / 100] * 100)
    row = ChanceRow(letter, "#ffffff", "#000000", many, (), 3, 3)
    assert ChancesChart().png([row], LABELS)[1:4] == b"PNG"


def test_without_lists_there_is_an_empty_picture() -> None:
    assert ChancesChart().png([], LABELS)[1:4] == b"PNG"
