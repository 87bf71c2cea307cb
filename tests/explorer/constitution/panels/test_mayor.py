"""Borgmester: three ballots from stated votes, and the lot."""

import pytest

from explorer.constitution.page import Lines, ToolPage
from valgforbund.council import elect_mayor
from valgforbund.explorer.constitution.panels.mayor import MayorPanel


@pytest.fixture
def page() -> ToolPage:
    found = ToolPage({"A": 9, "B": 7, "C": 5})
    found.open(MayorPanel)
    return found


def votes(page: ToolPage) -> Lines:
    return page.lines(MayorPanel, "mayor.candidate")


def sides(page: ToolPage) -> Lines:
    return page.lines(MayorPanel, "mayor.who")


def test_a_majority_of_those_present_elects_at_once(page: ToolPage) -> None:
    votes(page).add("Jensen", "11", "", "")
    assert "Jensen er valgt til borgmester" in page.text
    page.type("mayor.present", "20")
    assert page.proposal.mayor == elect_mayor(20, {"Jensen": 11})


def test_the_ballots_stay_or_the_members_present_do(page: ToolPage) -> None:
    for name, many in (("Jensen", "10"), ("Hansen", "10")):
        votes(page).add(name, many, "", "")
    for place in range(2):
        votes(page).edit(place, 2, "10")
    page.type("mayor.present", "20")
    assert page.proposal.mayor.ballots[1] == (("Jensen", 10), ("Hansen", 10))
    for typed, said in (
        ("19", "flere stemmer (20)"),
        ("22", "Byrådet har 21 medlemmer"),
        ("0", "Fremmødte medlemmer: et helt tal fra 1"),
    ):
        page.type("mayor.present", typed)
        assert said in page.alert
        assert page.find("mayor.present").value == "20"
    votes(page).edit(1, 1, "8")
    votes(page).edit(0, 2, "9")
    page.type("mayor.present", "18")
    assert "Med 18 fremmødte er Jensen valgt i 1. afstemning" in page.alert


def test_a_candidate_stands_on_one_line(page: ToolPage) -> None:
    votes(page).add("Hansen", "12", "", "")
    votes(page).add("Hansen", "10", "", "")
    assert "Hansen står på to linjer" in page.alert
    assert votes(page).shown == [("Hansen", "12", "", "")]
    votes(page).add("", "5", "", "")
    assert "Linjen med »5« mangler" in page.alert


def test_lists_and_groups_that_are_not_there_are_told_at_once(page: ToolPage) -> None:
    lines = sides(page)
    for typed in ("Q", "Socialdemokratiet"):
        lines.add(typed, "Hansen")
        assert f"Der er ingen liste {typed}; listerne er A, B, C" in page.alert
        assert lines.shown == []
    lines.add("A", "Jensen")
    lines.add("A", "Hansen")
    assert "A står på to linjer" in page.alert
    lines.edit(0, 0, "Q")
    assert lines.shown == [("A", "Jensen")]


def test_three_ballots_and_a_lot(page: ToolPage) -> None:
    lines = votes(page)
    for name, many in (("Jensen", "9"), ("Hansen", "7"), ("Olsen", "5")):
        lines.add(name, many, "", "")
    assert "Ingen fik flertal af de fremmødte: 11 af 21" in page.text
    for place, many in enumerate(("9", "7", "5")):
        lines.edit(place, 2, many)
    assert "3. afstemning mellem Jensen og Hansen" in page.text
    lines.edit(0, 3, "9")
    lines.edit(1, 3, "9")
    assert "lod mellem Jensen og Hansen om borgmesterposten" in page.text
    page.press("lot.draw")
    assert "er valgt til borgmester ved lodtrækning" in page.text
    assert not page.sees("lot.draw")


def test_a_changed_ballot_voids_those_after_it(page: ToolPage) -> None:
    lines = votes(page)
    lines.add("Jensen", "9", "9", "")
    lines.add("Hansen", "7", "", "")
    assert lines.shown == [("Jensen", "9", "", ""), ("Hansen", "7", "", "")]
    lines.edit(0, 2, "9")
    assert "Jensen er valgt" in page.text  # all votes of the second fell on one
    lines.edit(1, 1, "8")
    assert lines.shown == [("Jensen", "9", "", ""), ("Hansen", "8", "", "")]


def test_lots_over_who_goes_on(page: ToolPage) -> None:
    lines = votes(page)
    for name in ("Jensen", "Hansen", "Olsen"):
        lines.add(name, "7", "", "")
    for place in range(3):
        lines.edit(place, 2, "7")
    assert "hvilke 2 der går videre til 3. afstemning" in page.text
    page.press("lot.draw")
    assert "gik videre til 3. afstemning" in page.text
    assert page.proposal.mayor.next_ballot == 3


def test_lists_that_vote_as_one(page: ToolPage) -> None:
    page.group("B", page.words("council.new_with", letter="C"))
    sides(page).add("B-C", "Hansen")
    sides(page).add("A", "Jensen")
    page.press("mayor.use")
    assert votes(page).shown == [("Hansen", "12", "", ""), ("Jensen", "9", "", "")]
    assert "Hansen er valgt" in page.text
    assert page.find("mayor.use").disabled


def test_wrong_votes_are_told(page: ToolPage) -> None:
    votes(page).add("Jensen", "22", "", "")
    assert "(22), end der er medlemmer til stede (21)" in page.alert
    assert votes(page).typed[0] == "Jensen"
    votes(page).add("Jensen", "ni", "", "")
    assert "Stemmer på Jensen" in page.alert
    page.type("mayor.present", "0")
    assert "Fremmødte medlemmer: et helt tal fra 1" in page.alert
    page.press("mayor.clear")
    assert page.alert == ""
    assert not page.state.can_undo


def test_nobody_got_a_vote_in_the_second(page: ToolPage) -> None:
    votes(page).add("Jensen", "9", "", "")
    votes(page).edit(0, 2, "0")
    assert "Begynd forfra" in page.text
