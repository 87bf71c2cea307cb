"""The table of lists: heading, per cent of a stated total, rows that come and go."""

import pytest

from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario
from valgforbund.sources.bundled import load

POLL = Scenario({"A": 500, "B": 300, "C": 200}, 9, [["B", "C"]])


@pytest.fixture
def page() -> Page:
    """Entered as per cent."""
    page = Page(POLL)
    page.choose("tools.unit", "Procent af")
    return page


def test_per_cent_of_the_votes_there_are(page: Page) -> None:
    assert page.find("tools.total").value == "1.000"
    assert page.find("lists.per_cent_of", letter="A").value == "50"
    assert (page.converted("A"), page.before("A")) == ("= 500", "")
    assert page.scenario == POLL
    page.assert_in_step()


def test_a_share_becomes_votes_and_the_conversion_is_shown(page: Page) -> None:
    page.type("lists.per_cent_of", "12,55", letter="A")
    assert page.scenario.votes["A"] == 126  # 125.5, half a vote up
    assert page.converted("A") == "= 126"
    assert page.before("A") == "før: 500 stemmer · 4 eller 5 mandater"
    page.assert_in_step()


@pytest.mark.parametrize("text", ["101", "-1", "x", "", "12,5,5"])
def test_what_is_no_share_is_told_and_the_old_one_stays(page: Page, text: str) -> None:
    page.type("lists.per_cent_of", text, letter="A")
    assert page.scenario == POLL
    assert page.find("lists.per_cent_of", letter="A").value == "50"
    assert page.alert.startswith("En andel skal være et tal fra 0 til 100 procent; ")


def test_another_total_keeps_the_shares(page: Page) -> None:
    page.type("tools.total", "46.000")
    assert page.scenario.votes.to_dict() == {"A": 23000, "B": 13800, "C": 9200}
    assert page.find("lists.per_cent_of", letter="B").value == "30"
    page.assert_in_step()


def test_a_total_that_was_changed_is_undone_with_its_shares(page: Page) -> None:
    page.type("tools.total", "46.000")
    page.press("bar.undo")
    assert page.scenario == POLL
    assert page.find("tools.total").value == "1.000"
    assert page.find("lists.per_cent_of", letter="A").value == "50"
    page.press("bar.redo")
    assert page.find("tools.total").value == "46.000"
    assert page.find("lists.per_cent_of", letter="A").value == "50"


@pytest.mark.parametrize("text", ["0", "12.7", "", "tusind"])
def test_a_total_is_a_whole_number_from_1(page: Page, text: str) -> None:
    page.type("tools.total", text)
    assert page.alert
    assert page.scenario == POLL
    assert page.find("tools.total").value == "1.000"


def test_a_poll_in_an_empty_election() -> None:
    page = Page()
    page.choose("bar.examples", "Nyt, tomt valg")
    page.choose("tools.unit", "Procent af")
    page.type("tools.total", "1.000")
    for letter, share in (("A", "40"), ("B", "35,5"), ("C", "24,5")):
        page.type("lists.per_cent_of", share, letter=letter)
    assert page.scenario.votes.to_dict() == {"A": 400, "B": 355, "C": 245}
    page.assert_in_step()


def test_back_to_votes(page: Page) -> None:
    page.choose("tools.unit", "Stemmer")
    assert page.find("lists.votes_of", letter="A").value == "500"
    assert page.find("tools.total").layout.display == "none"
    assert page.converted("A") == ""


def test_a_total_never_makes_more_votes_than_a_person_may_type(page: Page) -> None:
    page.type("tools.total", "1")
    page.type("tools.pasted", "900000000\n900000000\n900000000")
    page.press("tools.paste_button")
    page.type("tools.total", "1000000000")
    assert max(page.scenario.ballots) <= 10**9
    page.assert_in_step()


def test_rows_come_and_go_with_the_place() -> None:
    page = Page(load("KV2025", "Samsø"))
    assert len(page.rows) == 4
    page.type("bar.place", "København")
    assert len(page.rows) == 24
    page.press("bar.undo")
    assert len(page.rows) == 4
    page.assert_in_step()


def test_the_total_and_the_councils_first_size_stand_in_the_title(page: Page) -> None:
    texts = [plain(text) for text in page.texts()]
    assert any("1.000 stemmer" in text for text in texts)
    page.type("bar.seats", "11")
    texts = [plain(text) for text in page.texts()]
    assert any("11 mandater" in text and "9" in text for text in texts)


def test_the_head_names_the_baseline(page: Page) -> None:
    assert "helt uden" not in page.html_with("vf-head")
    page.choose("view.baseline", "Helt uden valgforbund")
    assert "helt uden" in page.html_with("vf-head")
    page.choose("view.baseline", "Hvis B stod udenfor")
    assert "B ude" in page.html_with("vf-head")


# ---- how much of a night is counted ----


@pytest.mark.parametrize("text", ["12 af 27", "12/27", "talt: 12 af 27", " Talt 12 AF 27 "])
def test_what_is_counted_is_noted_and_told(page: Page, text: str) -> None:
    page.type("lists.part", text)
    assert page.scenario == POLL.with_notes(["counted_in_part:12/27"])
    assert page.find("lists.part").value == "talt: 12 af 27"
    told = "Optællingen er ikke færdig: 12 af 27 afstemningsområder er talt."
    assert page.banner == told
    results = page.explorer.bench.results
    assert told in page.explorer.report(results, "txt").decode()
    page.press("bar.undo")
    assert (page.scenario, page.banner) == (POLL, "")
    page.press("bar.redo")
    page.type("lists.part", "27 af 27")
    assert page.banner == "Alle 27 afstemningsområder er talt."
    page.type("lists.part", "")
    assert page.scenario == POLL
    page.assert_in_step()


@pytest.mark.parametrize("text", ["12", "28 af 27", "0 af 0", "12 af", "tolv af 27", "1.200 af 2"])
def test_what_tells_no_part_is_refused(page: Page, text: str) -> None:
    page.type("lists.part", text)
    assert page.alert.startswith("Skriv, hvor mange afstemningsområder der er talt")
    assert (page.scenario, page.find("lists.part").value) == (POLL, "")


def test_a_part_takes_the_place_of_what_a_feed_told() -> None:
    page = Page(POLL.with_notes(["size_assumed", "counted_in_part"]))
    assert page.find("lists.part").value == ""
    page.type("lists.part", "3 af 4")
    assert page.scenario.notes == ("size_assumed", "counted_in_part:3/4")


def test_votes_that_are_typed_by_hand_need_no_official_seats_beside_them() -> None:
    page = Page(load("KV2025", "Næstved"))
    page.type("lists.part", "3 af 4")
    assert len(page.row("A")) == 3
