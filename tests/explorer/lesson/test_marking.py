"""Marking of a division: what is right in any spelling, and what each mistake is told."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund.explorer.lesson.marking import quotient

VOTES, DIVISORS, DECIMALS = st.integers(0, 10**6), st.integers(1, 10), st.integers(1, 6)


@given(VOTES, DIVISORS, DECIMALS, st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
def test_rounded_or_cut_off_after_any_number_of_decimals_is_right(
    votes: int, divisor: int, decimals: int, rounding: str
) -> None:
    written = (Decimal(votes) / divisor).quantize(Decimal(1).scaleb(-decimals), rounding)
    assert quotient(votes, divisor, Fraction(written)).right


@given(VOTES, DIVISORS, DECIMALS, st.integers(-(10**7), 10**7))
def test_what_is_right_is_within_a_unit_of_a_tenth(
    votes: int, divisor: int, decimals: int, units: int
) -> None:
    typed = Fraction(abs(units), 10**decimals)
    if quotient(votes, divisor, typed).right:
        assert abs(typed - Fraction(votes, divisor)) < Fraction(1, 10)


@given(VOTES, DIVISORS)
def test_a_whole_number_is_right_only_where_the_division_is_whole(votes: int, divisor: int) -> None:
    mark = quotient(votes, divisor, Fraction(votes // divisor))
    assert mark.right == (votes % divisor == 0)
    assert mark.right or mark.key == "lesson.mark.decimals"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("22", "lesson.mark.multiplied"),
        ("9", "lesson.mark.subtracted"),
        ("6", "lesson.mark.decimals"),
        ("5.6", "lesson.mark.too_large"),
        ("5.4", "lesson.mark.too_small"),
        ("0", "lesson.mark.too_small"),
        ("5.50", "lesson.mark.right"),
    ],
)
def test_every_mistake_has_its_reason(typed: str, key: str) -> None:
    assert quotient(11, 2, Fraction(typed)).key == key
