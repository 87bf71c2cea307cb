"""Numbers as people write them; everything else is refused, nothing is guessed."""

from fractions import Fraction

import pytest

from valgforbund.errors import ScenarioError
from valgforbund.parsing import (
    ENGLISH,
    MOST_VOTES,
    decimal,
    per_cent,
    whole_number,
)


@pytest.mark.parametrize(
    "text",
    ["8123", "8.123", "8 123", "8\u00a0123", "8\u202f123", "8\u2009123", " 8.123\n", "08123"],
)
def test_8123_in_every_spelling(text: str) -> None:
    assert whole_number(text) == 8123


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("000", 0), ("1.234.567", 1234567), ("1 234 567", 1234567), ("12", 12)],
)
def test_other_whole_numbers(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "12.7",
        "1e3",
        "-5",
        "+5",
        "8.12",
        "8.1234",
        "8,123",
        "1.234,567",
        "1.234 567",
        "8..123",
        ".123",
        "8.123.",
        "1234.567",
        "８１２３",
        "٨١٢٣",
        "²",
        "8_123",
        "0x10",
        "8123 st",
        "8'123",
        "8\t123",
        "8.\n123",
        "NaN",
        "½",
    ],
)  # fmt: skip -- as a list of spellings
def test_anything_else_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(ScenarioError, match="whole number, 0 or more; got '") as error:
        whole_number(text)
    assert error.value.code == "number_not_whole"


def test_a_comma_between_thousands_is_english() -> None:
    assert whole_number("8,123", ENGLISH) == whole_number("8.123", ENGLISH) == 8123
    with pytest.raises(ScenarioError):
        whole_number("8,12", ENGLISH)
    with pytest.raises(ScenarioError):
        whole_number("1,234.567", ENGLISH)


def test_the_largest_number_is_a_milliard_votes() -> None:
    assert whole_number("1.000.000.000") == MOST_VOTES == 10**9
    assert whole_number("0" * 5000 + "7") == 7
    for text in ("1000000001", "9" * 5000):
        with pytest.raises(ScenarioError, match="at most 1000000000") as error:
            whole_number(text)
        assert error.value.code == "number_too_large"
    assert whole_number("999", most=999) == 999
    with pytest.raises(ScenarioError, match="at most 999; got 1000"):
        whole_number("1000", most=999)


@pytest.mark.parametrize(
    ("text", "share"),
    [("12,5 %", Fraction(1, 8)), ("12.5", Fraction(1, 8)), ("100%", Fraction(1)), ("0", 0)],
)
def test_shares_in_per_cent_are_exact(text: str, share: Fraction) -> None:
    assert per_cent(text) == share


@pytest.mark.parametrize("text", ["", "%", "-1", "100,1", "101", "1e1", "12,,5", "NaN", "५"])
def test_no_share_of_per_cent(text: str) -> None:
    with pytest.raises(ScenarioError, match="from 0 to 100") as error:
        per_cent(text)
    assert error.value.code == "per_cent_not_number"


@pytest.mark.parametrize(
    ("text", "number"),
    [("5,5", Fraction(11, 2)), (" 3.667 ", Fraction(3667, 1000)), ("7", 7), ("0,0", 0)],
)
def test_numbers_with_decimals(text: str, number: Fraction) -> None:
    assert decimal(text) == number


@pytest.mark.parametrize("text", ["", "5,", ",5", "-5", "1.234,5", "3,1234567", "11/2", "NaN", "५"])
def test_no_number_with_decimals(text: str) -> None:
    with pytest.raises(ScenarioError, match=r"such as 5\.5") as error:
        decimal(text)
    assert error.value.code == "number_not_decimal"
