"""Aftalen: posts are added, given to others and removed; d'Hondt beside them; what is missing."""

import pytest

from explorer.constitution.page import ToolPage
from explorer.election.panels.test_tables import tables
from valgforbund.explorer.constitution.panels.agreement import AgreementPanel

MATRIX, HELD = "Hvem får hvad", "Over og under"


@pytest.fixture
def page() -> ToolPage:
    found = ToolPage({"A": 9, "C": 5, "F": 3, "V": 2})
    found.open(AgreementPanel)
    return found


def give(page: ToolPage, kind: str, body: str, holder: str, number: str = "", person="") -> None:
    page.choose("agreement.kind", page.words(f"agreement.kind_{kind}"))
    page.type("agreement.body", body)
    page.choose("agreement.holder", holder)
    page.type("agreement.number", number)
    page.type("agreement.person", person)
    page.press("agreement.add")


def test_posts_are_laid_out_and_held_against_dhondt(page: ToolPage) -> None:
    page.type("agreement.parties", "a, v")
    assert page.proposal.parties == ("A", "V")
    give(page, "mayor", "", "A", person="Jensen")
    give(page, "chair", "Børneudvalget", "A")
    give(page, "member", "Børneudvalget", "V", "3")
    rows = {row[0]: row[1:] for row in tables(page)[MATRIX]}
    assert rows["Borgmester"] == ["1", "", "", "", ""]
    assert rows["Medlem: Børneudvalget"] == ["", "", "", "3", ""]
    assert rows["I alt"] == ["2", "0", "0", "3", "0"]
    assert page.proposal.mayors == "A"
    assert page.value("agreement.number") == page.value("agreement.person") == ""
    held = {row[0]: row[4] for row in tables(page)[HELD]}
    assert held["Formænd: A"] == "som d'Hondt"
    page.type("agreement.number", "mange")
    page.press("agreement.add")
    assert "mange" in page.alert


def test_a_post_in_a_committee_names_it(page: ToolPage) -> None:
    for kind in ("chair", "vice", "member", "outside"):
        give(page, kind, "", "A")
        assert "skriv, hvilket udvalg eller organ" in page.alert
    assert page.proposal.posts == ()
    give(page, "deputy", "", "A")
    assert page.proposal.posts[0].body == "Viceborgmester"


def test_a_post_goes_to_another_list_or_away(page: ToolPage) -> None:
    give(page, "chair", "Børneudvalget", "A")
    give(page, "vice", "Børneudvalget", page.words("agreement.open"))
    page.press_row("Næstformand: Børneudvalget")
    page.choose("agreement.other", "F")
    page.type("agreement.name", "Hansen")
    page.press("agreement.save")
    assert page.proposal.posts[1][2:] == ("F", "Hansen")
    assert page.find("agreement.name").value == "Hansen"
    page.press("agreement.remove")
    assert [post.kind for post in page.proposal.posts] == ["chair"]
    assert not page.sees("agreement.name")
    page.press("bar.undo")
    assert len(page.proposal.posts) == 2


def test_a_row_of_before_edits_nothing_else(page: ToolPage) -> None:
    for holder in "AC":
        give(page, "chair", "Børneudvalget", holder)
    assert not page.sees("agreement.name")
    place, key = page.pressable()["Formand: Børneudvalget"]
    page.press_row("Formand: Børneudvalget")
    page.press("agreement.remove")
    place.press(key)
    assert "rækken er der ikke mere" in page.alert
    assert not page.sees("agreement.name")


def test_a_mayor_who_changes_lists_takes_the_finance_committee_along(page: ToolPage) -> None:
    give(page, "mayor", "", "A")
    page.press_row("Borgmester")
    page.choose("agreement.other", "V")
    page.press("agreement.save")
    assert page.proposal.mayors == page.proposal.agreement.mayor == "V"


def test_findings_are_said_in_words(page: ToolPage) -> None:
    page.type("agreement.parties", "F V")
    text = page.text
    assert "Parterne mangler 5 mandater i at have flertal" in text
    assert "Borgmesteren er ikke aftalt" in text
    assert "Børneudvalget mangler en formand" in text
    give(page, "chair", "Børneudvalget", "A")
    give(page, "chair", "Børneudvalget", "C")
    give(page, "member", "Idrætsforum", "V")
    assert "Børneudvalget har 2 formænd" in page.text
    assert "Størrelsen på Idrætsforum kendes ikke" in page.text


def test_consent_is_asked_of_who_gets_less_than_dhondt(page: ToolPage) -> None:
    page.type("agreement.parties", "A F")
    give(page, "chair", "Børneudvalget", "A")
    give(page, "member", "Børneudvalget", "A", "6")
    assert "C får i Børneudvalget 2 pladser færre end efter d'Hondt" in page.text
    assert "V får" not in page.text


def test_herlev_by_groups_and_by_lists() -> None:
    page = ToolPage()
    page.open(AgreementPanel)
    assert "Klimaplan" in page.text
    held = {row[0]: row[4] for row in tables(page)[HELD]}
    # three chairs are stated: 14, 7 and 5 are the largest numbers
    assert (held["Formænd: A-B-F-Ø"], held["Formænd: C"]) == ("1 over", "1 under")
    assert held["Poster uden for byrådet: C"] == "1 under"
    page.choose("agreement.against", page.words("agreement.against_lists"))
    held = {row[0]: row[4] for row in tables(page)[HELD]}
    assert held["Poster uden for byrådet: B"] == "4 over"
    assert held["Formænd: A"] == "2 under"
    assert "ikke juridisk bindende" in page.text
