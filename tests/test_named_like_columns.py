"""Lists and groups that are called like a column of a frame that has a column for each of them."""

import pytest

from valgforbund import Scenario, count
from valgforbund.council import (
    Council,
    agree,
    appoint,
    levelling,
    movable,
    regroupings,
    together,
)


def test_a_list_called_probability() -> None:
    """A tie for one seat: two results, each as likely as the other."""
    outcomes = count(Scenario({"probability": 5, "A": 5}, 1)).outcomes
    assert outcomes.columns.to_list() == ["probability", "A", "probability_"]
    assert sorted(outcomes["probability"].to_list()) == [0, 1]
    assert outcomes["probability_"].to_list() == [0.5, 0.5]
    both = Scenario({"probability": 5, "probability_": 5}, 1)
    assert count(both).outcomes["probability__"].to_list() == [0.5, 0.5]


def test_a_list_called_open() -> None:
    a = agree({"open": 9, "A": 5}).give("chair", "Plan", "open").give("chair", "Plan", None)
    assert a.table.loc[("chair", "Plan")].to_dict() == {"open": 1, "A": 0, "open_": 1}


def test_groups_called_like_the_size_and_what_is_added() -> None:
    plain, strange = (
        levelling(appoint({one: 10, other: 9}, dict.fromkeys(["Børn", "Kultur", "Plan"], 3))).table
        for one, other in (("A", "B"), ("size", "extra"))
    )
    assert plain.columns.to_list() == ["A", "B", "size", "extra"]
    assert strange.columns.to_list() == ["size", "extra", "size_", "extra_"]
    assert strange.iloc[:, :3].to_numpy().tolist() == plain.iloc[:, :3].to_numpy().tolist()
    assert strange["extra_"].str.replace("size", "A").to_list() == plain["extra"].to_list()


@pytest.mark.parametrize(
    "letters", [("posts", "groups", "C"), ("A", "A_low", "A_high"), ("A_low", "posts_low", "posts")]
)
def test_lists_called_like_columns_of_regroupings(letters: tuple[str, ...]) -> None:
    plain, strange = (
        regroupings(appoint(dict(zip(names, (11, 8, 2), strict=True)), {"Børn": 9}))
        for names in ("ABC", letters)
    )
    assert strange.columns.is_unique
    assert strange.to_numpy().tolist() == plain.to_numpy().tolist()
    assert strange.columns[2::3].to_list() == list(letters)
    for mine, theirs in (([0], "A"), ([1, 2], "BC")):
        found = together(strange, [letters[i] for i in mine])
        assert list(found.values()) == list(together(plain, theirs).values())


def test_which_lists_may_move_is_another_matter() -> None:
    assert movable(appoint(Council({"posts": 9, "A": 5}), {"Børn": 7})) == ("posts", "A")
