"""Borgmester: three ballots from stated votes, and the lot."""

import pytest

from explorer.constitution.page import ToolPage, add, edit, hidden, shown
from valgforbund.council import elect_mayor
from valgforbund.explorer.constitution.panels.mayor import MayorPanel


@pytest.fixture
def page() -> ToolPage:
    found = ToolPage({"A": 9, "B": 7, "C": 5})
    found.panel = found.open(MayorPanel)
    return found


def test_a_majority_of_those_present_elects_at_once(page: ToolPage) -> None:
    add(page.panel._votes, "Jensen", "11", "", "")
    assert "Jensen er valgt til borgmester" in page.text
    page.type("mayor.present", "20")
    assert page.proposal.mayor == elect_mayor(20, {"Jensen": 11})


def test_the_ballots_stay_or_the_members_present_do(page: ToolPage) -> None:
    for name, many in (("Jensen", "10"), ("Hansen", "10")):
        add(page.panel._votes, name, many, "", "")
    for place in range(2):
        edit(page.panel._votes, place, 2, "10")
    page.type("mayor.present", "20")
    assert page.proposal.mayor.ballots[1] == (("Jensen", 10), ("Hansen", 10))
    for typed, said in (
        ("19", "flere stemmer (20)"),
        ("22", "Byrådet har 21 medlemmer"),
        ("0", "fremmødte"),
    ):
        page.type("mayor.present", typed)
        assert said in page.alert
        assert page.find("mayor.present").value == "20"
    edit(page.panel._votes, 1, 1, "8")
    edit(page.panel._votes, 0, 2, "9")
    page.type("mayor.present", "18")
    assert "Med 18 fremmødte er Jensen valgt i 1. afstemning" in page.alert


def test_a_candidate_stands_on_one_line(page: ToolPage) -> None:
    add(page.panel._votes, "Hansen", "12", "", "")
    add(page.panel._votes, "Hansen", "10", "", "")
    assert "Hansen står på to linjer" in page.alert
    assert shown(page.panel._votes) == [("Hansen", "12", "", "")]
    add(page.panel._votes, "", "5", "", "")
    assert "Linjen med »5« mangler" in page.alert


def test_lists_and_groups_that_are_not_there_are_told_at_once(page: ToolPage) -> None:
    sides = page.panel._sides
    for typed in ("Q", "Socialdemokratiet"):
        add(sides, typed, "Hansen")
        assert f"Der er ingen liste {typed}; listerne er A, B, C" in page.alert
        assert shown(sides) == []
    add(sides, "A", "Jensen")
    add(sides, "A", "Hansen")
    assert "A står på to linjer" in page.alert
    edit(sides, 0, 0, "Q")
    assert shown(sides) == [("A", "Jensen")]


def test_three_ballots_and_a_lot(page: ToolPage) -> None:
    votes = page.panel._votes
    for name, many in (("Jensen", "9"), ("Hansen", "7"), ("Olsen", "5")):
        add(votes, name, many, "", "")
    assert "Ingen fik flertal af de fremmødte: 11 af 21" in page.text
    for place, many in enumerate(("9", "7", "5")):
        edit(votes, place, 2, many)
    assert "3. afstemning mellem Jensen og Hansen" in page.text
    edit(votes, 0, 3, "9")
    edit(votes, 1, 3, "9")
    assert "lod mellem Jensen og Hansen om borgmesterposten" in page.text
    page.press("lot.draw")
    assert "er valgt til borgmester ved lodtrækning" in page.text
    assert hidden(page.panel._draw)


def test_a_changed_ballot_voids_those_after_it(page: ToolPage) -> None:
    votes = page.panel._votes
    add(votes, "Jensen", "9", "9", "")
    add(votes, "Hansen", "7", "", "")
    assert shown(votes) == [("Jensen", "9", "", ""), ("Hansen", "7", "", "")]
    edit(votes, 0, 2, "9")
    assert "Jensen er valgt" in page.text  # all votes of the second fell on one
    edit(votes, 1, 1, "8")
    assert shown(votes) == [("Jensen", "9", "", ""), ("Hansen", "8", "", "")]


def test_lots_over_who_goes_on(page: ToolPage) -> None:
    votes = page.panel._votes
    for name in ("Jensen", "Hansen", "Olsen"):
        add(votes, name, "7", "", "")
    for place in range(3):
        edit(votes, place, 2, "7")
    assert "hvilke 2 der går videre til 3. afstemning" in page.text
    page.press("lot.draw")
    assert "gik videre til 3. afstemning" in page.text
    assert page.proposal.mayor.next_ballot == 3


def test_lists_that_vote_as_one(page: ToolPage) -> None:
    page.group("B", page.words("bench.new_with", letter="C"))
    add(page.panel._sides, "B-C", "Hansen")
    add(page.panel._sides, "A", "Jensen")
    page.press("mayor.use")
    assert shown(page.panel._votes) == [("Hansen", "12", "", ""), ("Jensen", "9", "", "")]
    assert "Hansen er valgt" in page.text
    assert page.panel._use.disabled


def test_wrong_votes_are_told(page: ToolPage) -> None:
    add(page.panel._votes, "Jensen", "22", "", "")
    assert "(22), end der er medlemmer til stede (21)" in page.alert
    assert page.panel._votes._new.values[0] == "Jensen"
    add(page.panel._votes, "Jensen", "ni", "", "")
    assert "Stemmer på Jensen" in page.alert
    page.type("mayor.present", "0")
    assert "fremmødte" in page.alert
    page.press("mayor.clear")
    assert page.alert == ""
    assert not page.state.can_undo


def test_nobody_got_a_vote_in_the_second(page: ToolPage) -> None:
    add(page.panel._votes, "Jensen", "9", "", "")
    edit(page.panel._votes, 0, 2, "0")
    assert "Begynd forfra" in page.text
