import random

import numpy as np
import pytest

from valgforbund.charts import SeatsChart
from valgforbund.charts.pair import Pair, signed, span

from .conftest import COLOURS, NÆSTVED, SEATS_DA, SEATS_EN, assert_tidy, page, pixels, seats_frame

LETTERS = [*COLOURS, "01", "$\\frac$", "_X", "En liste med et langt navn", "漢", "D", "E", "G"]
MANY = [*LETTERS, *(f"{number:02}" for number in range(2, 99))]


def some_seats(source: random.Random, letters: list[str], highest: int) -> dict:
    lists = {}
    for letter in letters:
        with_, without = (max(0, source.randint(-highest, highest)) for _ in range(2))
        with_span = (with_, with_ + source.randint(1, 2)) if source.random() < 0.1 else with_
        same = source.random() < 0.5
        lists[letter] = (with_span, with_span if same else without)
    return lists


def test_any_way_to_the_same_seats_gives_the_same_picture():
    source = random.Random(1)
    chart = SeatsChart()
    letters = LETTERS[:8]
    seen = set()
    for step in range(60):
        if step % 9 == 8:
            letters = source.sample(LETTERS, source.choice([0, 1, 4, 11, 18]))
        highest = source.choice([3, 3, 5, 12, 40])
        frame = seats_frame(some_seats(source, letters, highest))
        labels = source.choice([SEATS_DA, SEATS_DA, SEATS_EN])
        picture = page(chart.drawing(frame, labels))
        assert picture == page(SeatsChart().drawing(frame, labels)), (step, frame)
        seen.add(picture)
    assert len(seen) > 50


def test_a_slider_that_comes_back_finds_the_old_picture():
    chart = SeatsChart()
    before = page(chart.drawing(seats_frame(NÆSTVED), SEATS_DA))
    passing_the_limit = page(chart.drawing(seats_frame(NÆSTVED | {"A": (30, 12)}), SEATS_DA))
    assert passing_the_limit != before
    assert page(chart.drawing(seats_frame(NÆSTVED), SEATS_DA)) == before


def test_the_frame_given_is_not_changed():
    frame = seats_frame(NÆSTVED)
    copy = frame.copy(deep=True)
    page(SeatsChart().drawing(frame, SEATS_DA))
    assert frame.equals(copy)


def test_bars_stand_on_zero_and_grow_with_the_seats():
    picture = pixels(SeatsChart().drawing(seats_frame({"A": (12, 0), "V": (4, 0)}), SEATS_DA))
    above_baseline = picture[: 2 * (260 - 30)]

    def height(colour: str) -> int:
        parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        return int((above_baseline == parts).all(axis=2).sum(axis=0).max())

    assert height(COLOURS["A"]) == pytest.approx(3 * height(COLOURS["V"]), abs=2)


def test_each_pair_shows_letter_both_numbers_and_the_signed_change(drawn):
    page(SeatsChart().drawing(seats_frame(NÆSTVED), SEATS_DA))
    texts = [one.text for one in drawn]
    slot = (700 - 16) / len(NÆSTVED)
    for letter, (with_, without) in NÆSTVED.items():
        badge = next(one for one in drawn if one.text == letter)
        above = [
            one.text
            for one in sorted(drawn, key=lambda one: one.left)
            if one != badge
            and one.top < 260 - 22  # below the legend
            and abs(one.left + one.right - badge.left - badge.right) < slot
        ]
        expected = {str(with_), str(without)}
        if with_ != without:
            expected.add(f"{with_ - without:+d}".replace("-", "−"))
        assert set(above) == expected
        assert len(above) == 2 + (with_ != without)
    assert {"med valgforbundet", "uden"} <= set(texts)
    assert "lod afgør" not in texts


def test_open_lots_are_hatched_and_written_as_a_range(drawn):
    certain = pixels(SeatsChart().drawing(seats_frame({"A": (3, 3), "B": (1, 1)}), SEATS_DA))
    open_ = pixels(
        SeatsChart().drawing(seats_frame({"A": ((2, 3), 3), "B": (1, (0, 1))}), SEATS_DA)
    )
    assert (certain != open_).any()
    red = [200, 16, 46]
    assert (certain == red).all(axis=2).sum() > (open_ == red).all(axis=2).sum()
    texts = [one.text for one in drawn]
    assert {"2–3", "0–1", "−1…0", "0…+1", "lod afgør"} <= set(texts)


@pytest.mark.sample
@pytest.mark.parametrize("number", [0, 1, 2, 4, 7, 11, 16, 19, 24, 28, 32, 40])
@pytest.mark.parametrize("highest", [3, 15, 55])
def test_no_text_is_cut_or_covers_another(number, highest, drawn):
    source = random.Random(number * 1000 + highest)
    for _ in range(4):
        drawn.clear()
        lists = some_seats(source, MANY[:number], highest)
        page(SeatsChart().drawing(seats_frame(lists), SEATS_DA))
        assert_tidy(drawn, 700, 260)


def test_as_many_lists_and_seats_as_a_person_may_type(drawn):
    lists = dict.fromkeys(MANY[:99], (999, 999))
    page(SeatsChart().drawing(seats_frame(lists), SEATS_DA))
    assert_tidy(drawn, 700, 260)
    drawn.clear()
    page(SeatsChart().drawing(seats_frame({"A": (999, 998), "B": ((0, 999), 1)}), SEATS_DA))
    assert_tidy(drawn, 700, 260)


@pytest.mark.parametrize(("lists", "least"), [(11, 11), (24, 10), (32, 9)])
def test_numbers_are_legible(lists, least, drawn):
    page(SeatsChart().drawing(seats_frame(dict.fromkeys(MANY[:lists], (5, 5))), SEATS_DA))
    numbers = [one for one in drawn if one.text == "5"]
    assert len(numbers) == 2 * lists
    assert min((one.top - one.bottom) / 0.73 for one in numbers) >= least


def test_bars_of_few_lists_are_not_broad():
    picture = pixels(SeatsChart().drawing(seats_frame({"A": (4, 4)}), SEATS_DA))
    columns = (picture[: 2 * 230] == [200, 16, 46]).all(axis=2).any(axis=0)
    assert columns.sum() <= 2 * 80  # the pair, at scale 2; the picture is 700 wide


@pytest.mark.parametrize(
    "letter", ["$\\frac$", "_X", "01", "\\", "{", "%", "<b>x</b>", "漢字", "M" * 100, "\u200b"]
)
def test_hostile_letters_are_only_letters(letter, drawn):
    lists = {"A": (3, 2), letter: (1, 2)}
    picture = pixels(SeatsChart().drawing(seats_frame(lists), SEATS_DA))
    assert_tidy(drawn, 700, 260)
    assert (picture == [122, 127, 135]).all(axis=2).any()


def test_a_long_name_is_cut_with_an_ellipsis(drawn):
    page(
        SeatsChart().drawing(seats_frame({"Socialdemokratiet " * 5: (3, 2), "B": (1, 1)}), SEATS_DA)
    )
    assert any(one.text.startswith("Social") and one.text.endswith("…") for one in drawn)


def test_no_lists_is_a_picture_with_a_sentence(drawn):
    picture = pixels(SeatsChart().drawing(seats_frame({}), SEATS_DA))
    assert "Ingen lister endnu" in [one.text for one in drawn]
    assert np.unique(picture.reshape(-1, 3), axis=0).shape[0] > 2


@pytest.mark.parametrize("seats", [(-1, 2), ((3, 2), 1)])
def test_impossible_seats_are_refused_with_the_list(seats):
    with pytest.raises(ValueError, match="list 'B'"):
        page(SeatsChart().drawing(seats_frame({"A": (1, 1), "B": seats}), SEATS_DA))


def test_changes_of_open_pairs_span_both_worlds_lots():
    pair = Pair(2, 3, 1, 2)
    outcomes = {with_ - without for with_ in (2, 3) for without in (1, 2)}
    assert pair.change == (min(outcomes), max(outcomes))
    assert signed(*pair.change) == "0…+2"
    assert span(2, 3) == "2–3"


@pytest.mark.parametrize("number", [1, 4, 11, 12, 24, 32])
def test_on_a_telephone_all_is_legible(number, drawn):
    rows = -(-number // 12)
    lists = some_seats(random.Random(number), MANY[:number], 20)
    page(SeatsChart(340, 200 * rows, rows).drawing(seats_frame(lists), SEATS_DA))
    assert_tidy(drawn, 340, 200 * rows)
    assert min((one.top - one.bottom) / 0.73 for one in drawn) >= 8
