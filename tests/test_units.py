"""The tree that is counted."""

from valgforbund import Scenario

NESTED = Scenario(
    {"A": 5, "B": 4, "C": 3, "D": 0, "E": 2},
    9,
    [["B", ["C", "D"]]],
    candidates={"C": 2, "D": 7, "E": 20},
)


def test_alliances_stand_where_their_first_list_stands() -> None:
    root = NESTED.council
    assert [(unit.name, unit.votes) for unit in root.children] == [("A", 5), ("B-C-D", 7), ("E", 2)]
    assert [leaf.name for leaf in root.lists] == ["A", "B", "C", "D", "E"]
    assert [leaf.position for leaf in root.lists] == [0, 1, 2, 3, 4]


def test_what_a_unit_can_fill_are_the_candidates_of_its_lists_with_votes() -> None:
    capacity = {leaf.name: leaf.capacity for leaf in NESTED.council.lists}
    assert capacity == {"A": 9, "B": 9, "C": 2, "D": 0, "E": 9}
    group = NESTED.council.children[1]
    assert [(unit.name, unit.capacity) for unit in group.children] == [("B", 9), ("C-D", 2)]
    assert group.limits == [9, 2]


def test_no_limits_where_none_can_bite() -> None:
    assert Scenario({"A": 5, "B": 4}, 9, candidates={"A": 9}).council.limits is None
