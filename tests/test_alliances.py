"""Alliances as groups of letters: names, nesting, leaving, joining, dissolving."""

import pytest

from valgforbund import Alliance, Scenario, ScenarioError
from valgforbund.council import Council

VOTES = {"V": 9, "A": 8, "C": 7, "L1": 3, "L2": 2, "Ø": 1}
NESTED = Scenario(VOTES, 9, [["C", ["L2", "L1"]], ["Ø", "A"]])


def names(s: Scenario) -> list[str]:
    return [group.name for alliance in s.alliances for group in alliance.groups]


def test_alliances_and_their_members_stand_in_the_order_of_the_lists() -> None:
    inner = Alliance("L1-L2", ("L1", "L2"))
    assert NESTED.alliances == (
        Alliance("A-Ø", ("A", "Ø")),
        Alliance("C-L1-L2", ("C", inner)),
    )
    assert NESTED.alliances[1].letters == ("C", "L1", "L2")


def test_the_order_in_which_groups_are_given_does_not_matter() -> None:
    assert Scenario(VOTES, 9, [["A", "Ø"], [["L1", "L2"], "C"]]) == NESTED


def test_a_group_of_one_is_no_group() -> None:
    s = Scenario(VOTES, 9, [["V"], [["A", "C"]], [[["L1"], "L2"], []], []])
    assert names(s) == ["A-C", "L1-L2"]


@pytest.mark.parametrize(
    "which", ["C-L1-L2", "L2-C-L1", ("L1", "L2", "C"), NESTED.alliances[1], ["C", "L1", "L2"]]
)
def test_an_alliance_is_meant_by_name_letters_or_itself(which: object) -> None:
    assert NESTED.alliance(which) == NESTED.alliances[1]


def test_a_name_is_found_before_its_parts() -> None:
    s = Scenario({"A-B": 1, "C": 2, "A": 3, "B": 4, "D": 5}, 9, [["A-B", "C"], ["A", "D"]])
    assert s.alliance("A-B-C").letters == ("A-B", "C")
    with pytest.raises(ScenarioError, match="no alliance A-B;"):
        s.alliance("A-B")


def test_who_is_in_which_outermost_alliance() -> None:
    assert NESTED.alliance_of("L1") == NESTED.alliances[1]
    assert NESTED.alliance_of("V") is None
    homes = NESTED.lists["alliance"].fillna("").tolist()
    assert homes == ["", "A-Ø", "C-L1-L2", "C-L1-L2", "C-L1-L2", "A-Ø"]


def test_who_leaves_stands_alone_and_an_alliance_of_one_is_dissolved() -> None:
    assert names(NESTED.leave("A")) == ["C-L1-L2", "L1-L2"]
    assert names(NESTED.leave("L1")) == ["A-Ø", "C-L2"]
    assert names(NESTED.leave("C")) == ["A-Ø", "L1-L2"]
    assert NESTED.leave("V") == NESTED


def test_a_dissolved_inner_group_gives_its_members_to_its_parent() -> None:
    assert NESTED.dissolve("L1-L2").alliances[1].members == ("C", "L1", "L2")
    assert names(NESTED.dissolve("L1-L2")) == ["A-Ø", "C-L1-L2"]


def test_a_dissolved_alliance_leaves_its_groups_together() -> None:
    assert names(NESTED.dissolve("C-L1-L2")) == ["A-Ø", "L1-L2"]
    assert names(NESTED.dissolve("A-Ø")) == ["C-L1-L2", "L1-L2"]


def test_who_joins_leaves_the_old_alliance_first() -> None:
    assert names(NESTED.join("V", "A-Ø")) == ["V-A-Ø", "C-L1-L2", "L1-L2"]
    assert names(NESTED.join("A", "C-L1-L2")) == ["A-C-L1-L2", "L1-L2"]
    assert names(NESTED.join("V", "L1-L2")) == ["V-C-L1-L2", "V-L1-L2", "A-Ø"]
    assert names(NESTED.join("C", "L1-L2")) == ["A-Ø", "C-L1-L2"]
    assert NESTED.join("L1", "C-L1-L2") == NESTED


def test_lists_unite_and_leave_what_they_were_in() -> None:
    assert names(NESTED.unite(["V", "L1"])) == ["V-L1", "A-Ø", "C-L2"]
    assert names(NESTED.unite(["A", "C"])) == ["A-C", "L1-L2"]
    assert names(NESTED.unite("VA")) == ["V-A", "C-L1-L2", "L1-L2"]


def test_none_left() -> None:
    assert NESTED.without_alliances().alliances == ()
    assert NESTED.with_alliances([["V", "A"]]).alliances == (Alliance("V-A", ("V", "A")),)


def test_a_name_is_taken_in_whatever_order_its_letters_stand() -> None:
    # with B before A the alliance would be called B-A, as the list is
    for letters in (("A", "B", "B-A"), ("B", "A", "B-A")):
        with pytest.raises(ScenarioError, match=r"B-A|A-B"):
            Scenario(dict.fromkeys(letters, 5), 3, [["A", "B"]])
        with pytest.raises(ScenarioError, match=r"B-A|A-B"):
            Council(dict.fromkeys(letters, 5), [["A", "B"]])
    dashed = Scenario({"C": 5, "A-B": 4}, 3, [["A-B", "C"]])
    assert dashed.alliance("A-B-C").name == dashed.alliance(("A-B", "C")).name == "C-A-B"
