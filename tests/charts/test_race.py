"""The race: a bar a quotient, the cut between, lots hatched."""

import random

import numpy as np
import pytest
from sampling import fair

from valgforbund.charts import Drawing, RaceChart, RaceLabels, RaceRow

from .conftest import COLOURS, assert_tidy, page, pixels

DA = RaceLabels("mandat", "intet mandat", "lod afgør", "Her går grænsen", "Ingen stemmer endnu")


def row(number: str, letter: str, quotient: float, kind: str, unit: str = "") -> RaceRow:
    colour = COLOURS.get(letter, "#7a7f87")
    note = "mangler 1.234" if kind == "out" else ""
    return RaceRow(number, letter, colour, "#ffffff", unit, quotient, f"{quotient:.2f}", note, kind)


ROWS = [
    row("24", "A", 594.3, "won", "A-F"),
    row("25", "C", 563.46, "won", "C-O-V"),
    row("næste", "Ø", 561.5, "out"),
    row("", "D", 523, "out"),
]


def lengths(drawing: Drawing, colours: list[str]) -> list[int]:
    """Device pixels of each full bar, from its letter's colour."""
    picture = pixels(drawing)
    found = []
    for colour in colours:
        rgb = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
        found.append(int((picture == rgb).all(axis=2).sum(axis=1).max()))
    return found


def test_a_larger_quotient_has_a_longer_bar():
    rows = [row(str(k), letter, 100 - k, "won") for k, letter in enumerate("ABCF")]
    found = lengths(RaceChart().drawing(rows, DA), [COLOURS[letter] for letter in "ABCF"])
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_the_cut_is_named_once_between_winners_and_losers(drawn):
    page(RaceChart().drawing(ROWS, DA))
    heights = {one.text: one.bottom for one in drawn}
    assert heights["C"] > heights["Her går grænsen"] > heights["Ø"]
    assert [one.text for one in drawn].count("Her går grænsen") == 1
    assert {"563.46", "561.50", "mangler 1.234", "C-O-V", "næste"} <= set(heights)
    assert "lod afgør" not in heights


def test_nobody_lost_or_nobody_won(drawn):
    page(RaceChart().drawing(ROWS[:2], DA))
    assert "Her går grænsen" not in [one.text for one in drawn]
    page(RaceChart().drawing(ROWS[2:], DA))
    assert "Her går grænsen" in [one.text for one in drawn]


def test_a_lot_is_hatched_and_named(drawn):
    tied = [row("lod", letter, 50, "lot") for letter in "AB"]
    open_, sure = (
        pixels(RaceChart().drawing([row("1", "C", 60, "won"), *rest], DA))
        for rest in (tied, [row("2", "A", 50, "won"), row("3", "B", 50, "won")])
    )
    assert (open_ != sure).any()
    assert "lod afgør" in [one.text for one in drawn]


@pytest.mark.parametrize("size", [(600, 356), (460, 300), (340, 356)])
def test_no_text_is_cut_or_covers_another(size, drawn):
    source = random.Random(3)
    names = ["", "A-F", "A-B-C-D-F-I-K-L-M-O-V", "Borgerlisten-Lokallisten"]
    for _ in fair(range(60)):
        drawn.clear()
        number = source.randint(1, 11)
        values = sorted(source.random() * 10 ** source.randint(0, 6) for _ in range(number))
        rows = [
            row(
                source.choice(["næste", "lod", "", "119"]),
                source.choice([*COLOURS, "Lokalliste"]),
                value,
                "won" if place < number // 2 else "out",
                source.choice(names),
            )
            for place, value in enumerate(reversed(values))
        ]
        page(RaceChart(*size).drawing(rows, DA))
        assert_tidy(drawn, *size)


def test_all_equal_and_none_at_all(drawn):
    equal = [row(str(k), "A", 7.0, "won") for k in range(3)]
    found = lengths(RaceChart().drawing(equal, DA), [COLOURS["A"]])
    assert found[0] > 100
    assert np.unique(pixels(RaceChart().drawing([], DA)).reshape(-1, 3), axis=0).shape[0] > 2
    assert "Ingen stemmer endnu" in [one.text for one in drawn]


def test_the_same_rows_give_the_same_picture_whatever_was_drawn_before():
    chart = RaceChart()
    first = page(chart.drawing(ROWS, DA))
    assert page(chart.drawing(ROWS[:2], DA)) != first
    assert page(chart.drawing(ROWS, DA)) == first == page(RaceChart().drawing(ROWS, DA))


@pytest.mark.parametrize(("kind", "quotient"), [("maybe", 1.0), ("won", -1.0)])
def test_what_is_no_quotient_is_refused(kind, quotient):
    with pytest.raises(ValueError, match=r"quotient"):
        row("1", "A", quotient, kind)
