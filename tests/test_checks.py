"""What counts as a whole number, a letter and a name, and what a real council could not have."""

import decimal
import fractions
import math

import numpy as np
import pandas as pd
import pytest

from valgforbund import Scenario, ScenarioError
from valgforbund.sources.bundled import elections, load


@pytest.mark.parametrize("value", [5, np.int64(5), np.uint8(5), pd.Series([5]).iloc[0]])
def test_whole_numbers_of_python_and_numpy(value: object) -> None:
    s = Scenario({"A": value, "B": 1}, seats=value, candidates={"A": value})
    assert (s.ballots, s.seats, s.limits) == ((5, 1), 5, (5, None))
    assert {type(number) for number in (*s.ballots, s.seats, s.limits[0])} == {int}


@pytest.mark.parametrize(
    "value",
    [
        5.0,
        np.float64(5),
        math.nan,
        math.inf,
        True,
        np.True_,
        "12",
        "",
        None,
        pd.NA,
        -1,
        [5],
        5j,
        b"5",
        decimal.Decimal(5),
        fractions.Fraction(5),
        np.array([5, 6]),
        pd.NaT,
    ],
    ids=repr,
)  # fmt: skip -- as a list of values
def test_anything_else_is_no_number_of_votes_or_seats(value: object) -> None:
    with pytest.raises(ScenarioError, match="Votes for list A must be a whole number"):
        Scenario({"A": value}, seats=9)
    with pytest.raises(ScenarioError, match="number of seats must be a whole number"):
        Scenario({"A": 1}, seats=value)


def test_series_are_read_by_their_labels() -> None:
    frame = pd.DataFrame({"v": [3, 4], "k": pd.array([1, None], "Int64")}, index=["A", "B"])
    s = Scenario(frame["v"], 9, candidates=frame["k"], names=pd.Series({"B": "Beta"}))
    assert (s.ballots, s.limits, s.names) == ((3, 4), (1, None), ("A", "Beta"))
    again = Scenario(s.votes, 9, candidates=s.lists["candidates"], names=s.lists["name"])
    assert again == s
    with pytest.raises(ScenarioError, match="list A must be a whole number"):
        Scenario(frame["v"].astype(float), 9)


def test_letters_are_compared_in_nfc_wherever_they_are_given() -> None:
    ring, plain = "A\u030a", "Å"  # A with a combining ring, and the letter Å
    s = Scenario({ring: 7, "B": 5, "C": 3}, 9, [[ring, "B"]], {ring: 2}, {ring: "Ring"})
    assert s.letters == (plain, "B", "C")
    assert s == Scenario({plain: 7, "B": 5, "C": 3}, 9, [[plain, "B"]], {plain: 2}, {plain: "Ring"})
    assert s.leave(ring) == s.leave(plain) == s.dissolve((ring, "B"))
    assert s.alliance(f"{ring}-B") == s.alliance_of(ring) == s.alliances[0]
    assert s.with_votes({ring: 8}).ballots == s.shift(ring, 1).ballots == (8, 5, 3)
    assert s.shift("B", 1, source=ring).ballots == (6, 6, 3)
    assert s.without_alliances().unite([ring, "B"]) == s
    assert s.leave(ring).unite(["B", "C"]).join(ring, "B-C").alliances[0].name == "Å-B-C"
    assert s.without_list(ring).letters == ("B", "C")


def test_a_letter_is_any_text_of_at_most_100_characters() -> None:
    s = Scenario({" 12 ": 1, "x" * 100: 2, "Nye Borgerlige": 3}, 9)
    assert s.letters == ("12", "x" * 100, "Nye Borgerlige")
    assert s.warnings == ("letters_not_danish",)


def test_an_empty_name_is_the_letter() -> None:
    assert Scenario({"A": 1}, 9, names={"A": "  "}).names == ("A",)


@pytest.mark.parametrize(
    ("seats", "election", "codes"),
    [
        (9, "", ()),
        (31, "KV2025", ()),
        (55, "", ()),
        (10, "", ("even_size",)),
        (7, "", ("size_below_9",)),
        (8, "", ("even_size", "size_below_9")),
        (33, "", ("size_above_31",)),
        (56, "", ("even_size", "size_above_31")),
        (47, "RV2025", ()),
        (32, "RV2025", ("even_size",)),
        (14, "EP2019", ()),
    ],
)
def test_sizes_that_a_real_council_could_not_have(
    seats: int, election: str, codes: tuple[str, ...]
) -> None:
    assert Scenario({"A": 2, "B": 1}, seats, election=election).warnings == codes


def test_groups_inside_an_alliance_were_abolished_before_2025() -> None:
    s = Scenario({"A": 3, "B": 2, "C": 1}, 9, [["A", ["B", "C"]]])
    assert s.warnings == ("joint_list_groups",)
    assert s.dissolve("B-C").warnings == ()


def test_no_votes_at_all_is_a_warning_and_all_seats_stay_vacant() -> None:
    assert Scenario({"A": 0, "B": 0}, 9).warnings == ("votes_all_zero",)


def test_real_councils_have_no_warnings() -> None:
    for row in elections().query("election in ['KV2025', 'RV2025', 'EP2024']").itertuples():
        assert load(row.election, row.code).warnings == ()
