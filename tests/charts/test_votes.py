import random
from dataclasses import replace

import pytest

from valgforbund.charts import Piece, VotesChart, VotesRow

from .conftest import COLOURS, VOTES_DA, VOTES_EN, assert_tidy, page, pixels

GREEN, RED = "#17803d", "#b3261e"
GREY = "#7a7f87"


def piece(letter: str, votes: int, kind: str) -> Piece:
    label = f"{letter} {votes:,}".replace(",", ".")
    return Piece(label, letter, votes, COLOURS.get(letter, GREY), "#ffffff", kind)


NÆSTVED = (
    VotesRow(
        "med",
        "98,2 % fik mandat",
        (piece("M", 461, "carried"), piece("Å", 382, "carried")),
        "0 spildt",
        GREEN,
    ),
    VotesRow(
        "uden",
        "95,4 % fik mandat",
        (piece("Å", 382, "carried"), piece("M", 461, "wasted"), piece("Æ", 1312, "wasted")),
        "1.773 spildt",
        RED,
    ),
)


def some_rows(source: random.Random) -> list[VotesRow]:
    letters = [*COLOURS, "01", "$\\frac$", "_X", "En liste med et langt navn"]
    highest = source.choice([20, 900, 5000, 2_000_000])
    kinds = ["carried", "wasted", "plain", "open"] if source.random() < 0.3 else ["carried"]
    return [
        VotesRow(
            label,
            source.choice(["98,2 % fik mandat", "100 %", ""]),
            tuple(
                piece(letter, source.randint(0, highest), source.choice(kinds))
                for letter in source.sample(letters, source.choice([0, 2, 5, len(letters)]))
            ),
            source.choice(["0 spildt", "1.773 spildt", "en ganske lang tekst om 12.345 stemmer"]),
            source.choice([GREEN, RED]),
        )
        for label in ("med", "uden")
    ]


def test_any_way_to_the_same_rows_gives_the_same_picture():
    source = random.Random(2)
    chart = VotesChart()
    rows = some_rows(source)
    for step in range(60):
        if step % 3 == 0:
            rows = some_rows(source)
        else:  # a slider: one row moves a little
            rows = [replace(rows[0], end=f"{step} spildt"), rows[1]]
        labels = source.choice([VOTES_DA, VOTES_DA, VOTES_EN])
        assert page(chart.drawing(rows, labels)) == page(VotesChart().drawing(rows, labels)), (
            step,
            rows,
        )


def test_rows_share_one_scale():
    rows = [
        VotesRow("med", "", (piece("A", 500, "plain"),), ""),
        VotesRow("uden", "", (piece("A", 1000, "plain"),), ""),
    ]
    picture = pixels(VotesChart().drawing(rows, VOTES_DA))
    red = (picture == [200, 16, 46]).all(axis=2)
    half = 44 + (380 - 44) // 2
    first, second = (int(part.sum(axis=1).max()) for part in (red[:half], red[half:]))
    assert second == pytest.approx(2 * first, abs=4)


def test_the_scale_stands_still_while_votes_move_a_little():
    chart = VotesChart()

    def first_row(votes: int):
        rows = (NÆSTVED[0], VotesRow("uden", "", (piece("Æ", votes, "wasted"),), "1.700 spildt"))
        return pixels(chart.drawing(rows, VOTES_DA))[44:200]

    assert (first_row(1700) == first_row(1790)).all()


def test_pieces_show_label_or_short_or_nothing(drawn):
    pieces = (
        piece("V", 5000, "wasted"),
        replace(piece("Æ", 250, "wasted"), label="Æ 250 stemmer"),
        piece("Ø", 2, "wasted"),
    )
    page(VotesChart().drawing([VotesRow("uden", "", pieces, "5.252 spildt", RED)], VOTES_DA))
    texts = [one.text for one in drawn]
    assert "V 5.000" in texts
    assert "Æ" in texts
    assert not any(text.startswith("Ø") for text in texts)


def test_kinds_look_different_and_only_full_ones_have_the_full_colour():
    def shares(kind: str) -> float:
        row = VotesRow("med", "", (replace(piece("A", 900, kind), label="", short=""),), "")
        picture = pixels(VotesChart().drawing([row], VOTES_DA))
        return float((picture == [200, 16, 46]).all(axis=2).mean())

    full, plain, carried, open_ = map(shares, ("wasted", "plain", "carried", "open"))
    assert full == plain
    assert carried < open_ < full / 2


def test_open_pieces_bring_their_entry_in_the_legend(drawn):
    page(VotesChart().drawing(NÆSTVED, VOTES_DA))
    assert "lod afgør" not in [one.text for one in drawn]
    row = VotesRow("med", "", (piece("A", 900, "open"),), "0–900 spildt")
    page(VotesChart().drawing([row], VOTES_DA))
    assert "lod afgør" in [one.text for one in drawn]


@pytest.mark.parametrize(
    "end",
    [
        "0 spildt",
        "1.773 spildt",
        "123.456 stemmer spildt på lister uden noget mandat overhovedet",
        "Uafbrudt" * 12,
        "ord " * 40,
    ],
)
@pytest.mark.parametrize("votes", [0, 1, 999_999])
def test_end_texts_are_never_cut(end, votes, drawn):
    rows = [
        VotesRow("med", "98,2 % fik mandat", (piece("A", votes, "wasted"),), end),
        VotesRow("uden", "", (), "0 spildt"),
    ]
    page(VotesChart().drawing(rows, VOTES_DA))
    assert_tidy(drawn, 700, 190)
    shown = " ".join(one.text for one in drawn)
    assert " ".join(end.split()) in " ".join(shown.split())


def test_twenty_small_pieces_stay_tidy(drawn):
    source = random.Random(3)
    for _ in range(20):
        drawn.clear()
        pieces = tuple(
            piece(letter, source.randint(1, 5000), "carried")
            for letter in [*COLOURS, *(f"{number:02}" for number in range(1, 10))]
        )
        rows = [
            VotesRow("med", "98,2 % fik mandat", pieces, "0 spildt", GREEN),
            VotesRow("uden", "95,4 % fik mandat", pieces[::-1], "12.345 spildt", RED),
        ]
        page(VotesChart().drawing(rows, VOTES_DA))
        assert_tidy(drawn, 700, 190)


def test_long_labels_and_notes_are_cut_to_their_column(drawn):
    rows = [VotesRow("med " * 40, "note " * 40, (piece("A", 10, "plain"),), "10")]
    page(VotesChart().drawing(rows, VOTES_DA))
    assert_tidy(drawn, 700, 190)
    assert sum(one.text.endswith("…") for one in drawn) == 2


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_other_numbers_of_rows_fit(number, drawn):
    page(VotesChart().drawing([NÆSTVED[1]] * number, VOTES_DA))
    assert_tidy(drawn, 700, 190)


def test_rows_without_votes_show_their_texts(drawn):
    rows = [VotesRow("med", "100 %", (piece("A", 0, "wasted"),), "0 spildt", GREEN)]
    page(VotesChart().drawing(rows, VOTES_DA))
    assert {"med", "100 %", "0 spildt"} <= {one.text for one in drawn}
    drawn.clear()
    page(VotesChart().drawing([], VOTES_DA))
    assert "Ingen stemmer" in [one.text for one in drawn]


def test_an_unknown_kind_or_negative_votes_are_refused():
    with pytest.raises(ValueError, match="'lost'"):
        piece("A", 10, "lost")
    with pytest.raises(ValueError, match="0 or more; got -1"):
        piece("A", -1, "wasted")


def test_on_a_telephone_nothing_is_cut_or_covered(drawn):
    rows = [replace(NÆSTVED[0], label="med valgforbundet"), NÆSTVED[1]]
    page(VotesChart(340, 170).drawing(rows, VOTES_DA))
    assert_tidy(drawn, 340, 170)
    assert {"med valgforbundet", "uden"} <= {one.text for one in drawn}
