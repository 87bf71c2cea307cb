"""The stairs: seats against votes, lots hatched, texts tidy."""

import random

import numpy as np
import pytest
from sampling import fair

from valgforbund.charts import Point, Stair, StepsChart, StepsLabels

from .conftest import assert_tidy, page, pixels

DA = StepsLabels("med valgforbundet", "uden", "stemmer på Ø", "nu 456", "lod afgør")
RED, BLUE = "#c8102e", "#1f4e9e"


def stair(*points: tuple[int, int, int], colour: str = RED) -> Stair:
    return Stair(tuple(Point(*each, str(each[0])) for each in points), colour)


def ticks(first: int, last: int) -> tuple[tuple[int, str], ...]:
    return tuple(
        (votes, str(votes)) for votes in range(first, last + 1, max(1, (last - first) // 5))
    )


def some_stair(source: random.Random, first: int, last: int, colour: str) -> Stair:
    starts = sorted(
        source.sample(range(first + 1, last + 1), min(last - first, source.randint(0, 9)))
    )
    low, points = source.randint(0, 30), []
    for votes in (first, *starts):
        points.append((votes, low, low + (source.random() < 0.3)))
        low = points[-1][2] + (source.random() < 0.5)
    return stair(*points, colour=colour)


def test_a_step_up_is_a_step_up_in_the_picture():
    drawing = StepsChart().drawing(
        456, 600, stair((400, 0, 0), (500, 1, 1)), stair((400, 0, 0)), (), DA
    )
    red = (pixels(drawing) == [200, 16, 46]).all(axis=2)
    heights = [np.flatnonzero(red[:, 2 * x]).mean() for x in (100, 500)]
    assert heights[1] < heights[0] - 100  # rows count from the top


def test_where_it_steps_is_to_scale():
    widths = []
    for votes in (450, 500, 550):
        stairs = stair((400, 0, 0), (votes, 1, 1))
        drawing = StepsChart().drawing(400, 600, stairs, stair((400, 0, 0)), (), DA)
        red = (pixels(drawing) == [200, 16, 46]).all(axis=2)
        top = np.flatnonzero(red.any(axis=1))[0]
        widths.append(np.flatnonzero(red[top + 2])[0])
    assert abs((widths[2] - widths[1]) - (widths[1] - widths[0])) <= 2


def test_a_lot_of_a_single_vote_is_seen(drawn):
    with_lot = stair((400, 0, 0), (476, 0, 1), (477, 1, 1))
    sure = stair((400, 0, 0), (477, 1, 1))
    pictures = [
        pixels(StepsChart().drawing(456, 600, each, sure, (), DA)) for each in (with_lot, sure)
    ]
    assert (pictures[0] != pictures[1]).any()
    texts = [one.text for one in drawn]
    assert texts.count("lod afgør") == 1
    assert "nu 456" in texts


@pytest.mark.parametrize("size", [(600, 300), (420, 260), (340, 300)])
def test_no_text_is_cut_or_covers_another(size, drawn):
    source = random.Random(7)
    for _ in fair(range(60)):
        drawn.clear()
        first = source.choice([0, 3, 812, 123_456])
        last = first + source.choice([1, 5, 60, 999, 50_000])
        now = source.randint(first, last)
        page(StepsChart(*size).drawing(
            now, last, some_stair(source, first, last, RED), some_stair(source, first, last, BLUE),
            ticks(first, last), StepsLabels("med", "uden", "stemmer på Ø", f"nu {now}", "lod"),
        ))  # fmt: skip
        assert_tidy(drawn, *size)


def test_the_same_steps_give_the_same_picture_whatever_was_drawn_before():
    source, chart = random.Random(2), StepsChart()
    for _ in fair(range(20)):
        with_, without = (some_stair(source, 10, 500, colour) for colour in (RED, BLUE))
        again = page(chart.drawing(100, 500, with_, without, ticks(10, 500), DA))
        assert again == page(StepsChart().drawing(100, 500, with_, without, ticks(10, 500), DA))


def test_a_range_of_nothing_is_still_a_picture():
    drawing = StepsChart().drawing(0, 0, stair((0, 0, 0)), stair((0, 0, 0)), ((0, "0"),), DA)
    assert "nu 456" in page(drawing)
