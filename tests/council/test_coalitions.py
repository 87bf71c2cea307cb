"""Coalitions in which everyone is needed, against all subsets one by one."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from valgforbund.council import coalitions


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), st.data())
def test_they_are_the_subsets_that_lose_without_any_one(
    seats: list[int], data: st.DataObject
) -> None:
    quota = data.draw(st.integers(1, max(1, sum(seats))))
    names = [f"L{i}" for i in range(len(seats))]
    by_name = dict(zip(names, seats, strict=True))
    wanted = {
        frozenset(each)
        for many in range(1, len(seats) + 1)
        for each in combinations(names, many)
        if quota <= sum(map(by_name.get, each)) < quota + min(map(by_name.get, each))
    }
    found = list(coalitions.minimal(seats, names, quota))
    assert {frozenset(each.groups) for each in found} == wanted
    assert len(found) == len(wanted) == coalitions.count(seats, quota)
    assert all(each.seats == sum(map(by_name.get, each.groups)) for each in found)
