"""Groups of lists: read, named, found."""

import pytest

from valgforbund import Alliance
from valgforbund.council import Group
from valgforbund.council.groups import find, read

LETTERS = ["A", "B", "C", "F"]


@pytest.mark.parametrize(
    "groups",
    [
        [["F", "A"]],
        [Alliance("A-F", ("A", "F"))],
        [Group("A-F", ("A", "F"))],
        {"A-F": ["A", "F"]},
        [("A", " F ")],
    ],
)
def test_groups_in_any_form_come_in_the_order_of_the_lists(groups: object) -> None:
    assert [group.name for group in read(groups, LETTERS)] == ["A-F", "B", "C"]


def test_an_alliance_with_a_group_inside_is_one_group() -> None:
    nested = Alliance("A-B-F", ("A", Alliance("B-F", ("B", "F"))))
    assert read([nested], LETTERS)[0] == Group("A-B-F", ("A", "B", "F"))


def test_names_that_somebody_gave_stay_and_empty_groups_vanish() -> None:
    assert [group.name for group in read({"Rød": ["A", "F"], "Tom": []}, LETTERS)] == [
        "Rød",
        "B",
        "C",
    ]


def test_a_group_is_found_by_name_before_letter() -> None:
    groups = read({"B": ["A", "F"], "x": ["B"]}, LETTERS)
    assert find("B", groups).letters == ("A", "F")
    assert find("C", groups).letters == ("C",)
    assert find(groups[0], groups) == groups[0]
