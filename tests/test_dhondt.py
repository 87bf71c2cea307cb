"""One level of d'Hondt against a list of all quotients."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from valgforbund.dhondt import Level, apportion

UNITS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), min_size=1, max_size=9)


def by_quotients(votes: list[int], seats: int, limits: list[int]) -> Level:
    """Write down every quotient, sort, take the largest."""
    all_ = [(Fraction(v, d), i) for i, v in enumerate(votes) if v for d in range(1, limits[i] + 1)]
    values = sorted((value for value, _ in all_), reverse=True)
    if len(values) <= seats:
        cut = Fraction(0)
    else:
        cut = values[seats - 1] if values[seats - 1] == values[seats] else Fraction(0)
    least = cut or (values[seats - 1] if 0 < seats <= len(values) else Fraction(0))
    won = [sum(j == i and (q > least or (q == least and not cut)) for q, j in all_)
           for i in range(len(votes))]  # fmt: skip
    tied = tuple(sorted(i for q, i in all_ if cut and q == cut))
    stake = seats - sum(won) if tied else 0
    return Level(won, tied, stake, seats - sum(won) - stake)


@given(UNITS, st.integers(1, 25))
def test_small_votes_and_limits_against_all_quotients(
    units: list[tuple[int, int]], seats: int
) -> None:
    votes, limits = [v for v, _ in units], [limit for _, limit in units]
    assert apportion(votes, seats, limits) == by_quotients(votes, seats, limits)


@given(st.lists(st.integers(0, 10**40), min_size=1, max_size=40), st.integers(1, 200))
def test_large_votes_against_all_quotients(votes: list[int], seats: int) -> None:
    assert apportion(votes, seats) == by_quotients(votes, seats, [seats] * len(votes))


def test_one_giant_among_many_small_lists() -> None:
    assert apportion([10**6] + [1] * 98, 31) == Level([31] + [0] * 98)
    assert apportion([10**30] + [1] * 98, 999) == Level([999] + [0] * 98)
    assert apportion([1] * 99, 98) == Level([0] * 99, tuple(range(99)), 98)


def test_all_get_one_when_seats_are_votes() -> None:
    assert apportion([5, 0, 7, 1], 13) == Level([5, 0, 7, 1])


def test_equal_quotients_that_all_win_need_no_lot() -> None:
    assert apportion([10, 10], 2) == Level([1, 1])
    assert apportion([12, 6, 4], 11) == Level([6, 3, 2])


def test_nobody_to_give_seats_to() -> None:
    assert apportion([0, 0], 3) == Level([0, 0], vacant=3)
    assert apportion([5, 0], 3, [2, 9]) == Level([2, 0], vacant=1)
    assert apportion([], 3) == Level([], vacant=3)
    assert apportion([5], 0) == Level([0])


def test_who_is_out_of_candidates_draws_no_lot() -> None:
    assert apportion([10, 10], 3, [1, 9]) == Level([1, 2])
    assert apportion([10, 10, 10], 4, [1, 9, 9]) == Level([1, 1, 1], (1, 2), 1)


def test_what_it_is_given_stays_as_it_was() -> None:
    votes, limits = [10, 10], [1, 9]
    apportion(votes, 3, limits)
    assert (votes, limits) == ([10, 10], [1, 9])
