"""The strips of seats: a pure function of rows and labels, darker where a number is likelier."""

from dataclasses import replace

import pytest

from valgforbund.charts import ChanceRow, ChancesChart, ChancesLabels

from .conftest import page, pixels

LABELS = ChancesLabels("tal: procent · ramme: nu")
A = ChanceRow("A", "#c8102e", "#ffffff", (0.0, 0.1, 0.6, 0.3), (0.0, 0.9, 0.1, 0.0), 2, 2)
B = ChanceRow("B", "#ffd400", "#000000", (0.995, 0.005, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0), 0, 1)


def test_the_same_rows_give_the_same_picture_whatever_was_drawn_before() -> None:
    chart = ChancesChart()
    first = page(chart.drawing([A, B], LABELS))
    page(chart.drawing([B], LABELS))
    assert (
        page(chart.drawing([A, B], LABELS)) == first == page(ChancesChart().drawing([A, B], LABELS))
    )


def test_the_picture_is_as_high_as_its_lists_need() -> None:
    for rows in (1, 2, 24):
        assert ChancesChart(600).drawing([A] * rows, LABELS).height == ChancesChart.needed(rows)


def test_likelier_is_darker_and_never_is_no_cell() -> None:
    faint, strong = (
        pixels(ChancesChart().drawing([replace(A, with_=(0, 0, chance, 0))], LABELS))
        for chance in (0.2, 0.9)
    )
    assert strong.sum() < faint.sum()
    never = replace(A, with_=(0.004, 0.0, 0.6, 0.3))
    none = replace(A, with_=(0.0, 0.0, 0.6, 0.3))
    assert page(ChancesChart().drawing([never], LABELS)) == page(
        ChancesChart().drawing([none], LABELS)
    )


def test_what_it_has_now_is_framed() -> None:
    one, two = (ChancesChart().drawing([replace(A, high=high)], LABELS) for high in (2, 3))
    assert (pixels(one) != pixels(two)).any()


@pytest.mark.parametrize("letter", ["$\\frac$", "", "_X", "Borgerlisten Å", "\N{SNOWMAN}"])
def test_any_letter_and_any_number_of_seats_can_be_drawn(letter: str) -> None:
    many = tuple([1 / 100] * 100)
    row = ChanceRow(letter, "#ffffff", "#000000", many, (), 3, 3)
    assert page(ChancesChart().drawing([row], LABELS)).endswith("</svg>")


def test_without_lists_there_is_an_empty_picture() -> None:
    assert page(ChancesChart().drawing([], LABELS)).endswith("</svg>")
