"""Posts by d'Hondt with some held by office, against giving them one by one."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from valgforbund.council.office import share
from valgforbund.dhondt import apportion

GROUPS = st.lists(
    st.tuples(st.integers(1, 15), st.sampled_from([0, 0, 0, 1, 2])), min_size=1, max_size=6
)


def one_by_one(members: list[int], posts: int, held: list[int]) -> tuple[list[int], set[int], int]:
    """Every group has its posts by office; the largest next quotients get the rest."""
    got = held[:]
    left = posts - sum(held)
    while left:
        quotients = [Fraction(m, g + 1) for m, g in zip(members, got, strict=True)]
        first = [i for i, each in enumerate(quotients) if each == max(quotients)]
        if len(first) > left:
            return got, set(first), left
        for i in first:
            got[i] += 1
        left -= len(first)
    return got, set(), 0


@given(GROUPS, st.integers(0, 8))
def test_it_is_what_giving_posts_one_by_one_gives(groups: list[tuple[int, int]], more: int) -> None:
    members = [each for each, _ in groups]
    held = [each for _, each in groups]
    level = share(members, sum(held) + more, held)
    seats, tied, stake = one_by_one(members, sum(held) + more, held)
    assert (level.seats, set(level.tied), level.stake) == (seats, tied, stake)


def test_without_offices_it_is_dhondt() -> None:
    assert share([11, 8, 2], 9, [0, 0, 0]) == apportion([11, 8, 2], 9)


def test_a_post_by_office_counts_as_the_groups_first() -> None:
    assert share([14, 5], 7, [1, 0]).seats == share([14, 5], 7, [0, 0]).seats
    # 14, 7, 4.67, 4 are the four largest quotients of the two others
    assert apportion([14, 4, 1], 5).seats == [4, 1, 0]
    assert share([14, 4, 1], 5, [0, 0, 1]).seats == [3, 1, 1]
