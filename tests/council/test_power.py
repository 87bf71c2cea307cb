"""Voting power against published values and against all coalitions and orders one by one."""

from fractions import Fraction
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from valgforbund.council import power

ASSEMBLIES = st.lists(st.integers(0, 9), min_size=1, max_size=6).flatmap(
    lambda votes: st.tuples(st.just(votes), st.integers(1, max(1, sum(votes) + 1)))
)


def swings_one_by_one(votes: list[int], quota: int) -> list[int]:
    everyone = range(len(votes))
    return [
        sum(
            sum(votes[j] for j in others) < quota <= sum(votes[j] for j in others) + votes[i]
            for many in everyone
            for others in combinations([j for j in everyone if j != i], many)
        )
        for i in everyone
    ]


def shapley_one_by_one(votes: list[int], quota: int) -> list[Fraction]:
    brings = [0] * len(votes)
    orders = list(permutations(range(len(votes))))
    for order in orders:
        got = 0
        for i in order:
            got += votes[i]
            if got >= quota:
                brings[i] += 1
                break
    return [Fraction(each, len(orders)) for each in brings]


def test_the_council_of_the_six_of_1958() -> None:
    # Germany, France, Italy 4, Belgium, Netherlands 2, Luxembourg 1; 12 of 17 (textbook values)
    votes = [4, 4, 4, 2, 2, 1]
    assert power.swings(votes, 12) == [10, 10, 10, 6, 6, 0]
    assert power.shapley(votes, 12) == [Fraction(each, 60) for each in (14, 14, 14, 9, 9, 0)]


def test_the_security_council() -> None:
    # five with a veto, ten without, nine votes needed: 421/2145 and 4/2145 (Straffin 1980)
    found = power.shapley([7] * 5 + [1] * 10, 39)
    assert found == [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    assert power.swings([7] * 5 + [1] * 10, 39) == [848] * 5 + [84] * 10


@given(ASSEMBLIES)
def test_it_is_what_counting_one_by_one_gives(assembly: tuple[list[int], int]) -> None:
    votes, quota = assembly
    swings = swings_one_by_one(votes, quota)
    assert power.swings(votes, quota) == swings
    assert power.shapley(votes, quota) == shapley_one_by_one(votes, quota)
    total = sum(swings)
    assert power.banzhaf(votes, quota) == [Fraction(each, total or 1) for each in swings]
    subsets = [c for k in range(len(votes) + 1) for c in combinations(votes, k)]
    assert power.winning(votes, quota) == sum(sum(each) >= quota for each in subsets)


def test_thirty_lists_of_a_large_council_add_up() -> None:
    votes = [12, 9, 7, 5, 4, 3, 2, *[1] * 23]
    assert sum(power.shapley(votes, 33)) == 1
    assert sum(power.banzhaf(votes, 33)) == 1
