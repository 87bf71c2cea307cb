"""Which coalitions there are, within what a person allows."""

from itertools import combinations

import pytest

from valgforbund import Scenario
from valgforbund.strategy import coalitions as module
from valgforbund.strategy.coalitions import allied, coalitions, largest_size

S = Scenario({"A": 6, "B": 5, "C": 4, "D": 3, "E": 2}, seats=9, alliances=[["A", "B"], ["C", "D"]])


def sets(**asked: object) -> list[set[str]]:
    rows = coalitions(S, "C", **asked)
    return [{letter for letter, is_in in zip("ABCDE", row, strict=True) if is_in} for row in rows]


def every() -> list[set[str]]:
    return [{"C", *some} for size in range(5) for some in combinations("ABDE", size)]


def same(found: list[set[str]], wanted: list[set[str]]) -> bool:
    return sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def test_all_coalitions_once_and_alone_first() -> None:
    assert same(sets(), every())
    assert sets()[0] == {"C"}


@pytest.mark.parametrize(
    ("size", "fewest", "most"), [(1, 1, 1), (3, 1, 3), ((2, 4), 2, 4), ((3, 3), 3, 3), (9, 1, 9)]
)
def test_size_counts_the_list_itself(size: object, fewest: int, most: int) -> None:
    assert same(sets(size=size), [each for each in every() if fewest <= len(each) <= most])


def test_include_and_apart() -> None:
    assert same(sets(include="E"), [each for each in every() if "E" in each])
    assert same(sets(include=["E", "A"]), [each for each in every() if {"A", "E"} <= each])
    assert same(sets(apart=[("A", "B")]), [each for each in every() if not {"A", "B"} <= each])
    assert same(sets(apart=[("C", "B")]), [each for each in every() if "B" not in each])
    three = [each for each in every() if len(each & {"A", "B", "D"}) <= 1]
    assert same(sets(apart=[("A", "B", "D")]), three)
    both = [each for each in three if "E" in each and len(each) <= 3]
    assert same(sets(apart=[("A", "B", "D")], include=["E"], size=3), both)


def test_many_lists_are_no_trouble_while_coalitions_are_small() -> None:
    s = Scenario({f"L{i}": 1 for i in range(99)}, seats=9)
    assert len(coalitions(s, "L0", size=3)) == 1 + 98 + 98 * 97 // 2


def test_the_largest_size_keeps_the_number_in_bounds(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST", 2**10)
    for lists in (1, 2, 11, 12, 24, 99):
        s = Scenario({f"L{i}": 1 for i in range(lists)}, seats=9)
        size = largest_size(lists)
        assert len(coalitions(s, "L0", size=size)) <= 2**10
        assert size == lists or lists > 11


def test_those_left_behind_stay_together() -> None:
    assert [each.name for each in allied(S, ("A", "C")).alliances] == ["A-C"]
    assert [each.name for each in allied(S, ("C",)).alliances] == ["A-B"]
    five = S.with_alliances([["A", "B", "D", "E"]])
    assert [each.name for each in allied(five, ("A", "C")).alliances] == ["A-C", "B-D-E"]
