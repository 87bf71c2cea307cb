"""A row as a person uses it: votes, per cent, alliance, candidates, name."""

import pytest

from explorer.page import Page
from valgforbund import Scenario, count
from valgforbund.sources.bundled import load

SMALL = Scenario(
    {"A": 8123, "B": 5000, "C": 1900, "D": 700},
    9,
    [["C", "D"]],
    names={"A": "Alfa", "B": "Beta", "C": "Gamma", "D": "Delta"},
)


@pytest.fixture
def page() -> Page:
    return Page(SMALL)


@pytest.mark.parametrize("text", ["9123", "9.123", " 9 123 ", "9 123"])
def test_votes_are_read_as_people_write_them(page: Page, text: str) -> None:
    page.votes("A", text)
    assert page.scenario == SMALL.with_votes({"A": 9123})
    assert page.find("lists.votes_of", letter="A").value == "9.123"
    assert page.before("A") == "før: 8.123 stemmer"
    page.assert_in_step()


@pytest.mark.parametrize("text", ["12.7", "-5", "1e3", "", "mange", "8,123", "<b>1</b>", "٣"])
def test_anything_else_is_told_and_the_old_value_stays(page: Page, text: str) -> None:
    page.votes("A", text)
    assert page.scenario == SMALL
    assert page.find("lists.votes_of", letter="A").value == "8.123"
    assert page.alert.startswith("Stemmer på liste A: et helt tal fra 0 til 1.000.000.000; ")
    assert 'role="alert"' in page.html_with("vf-alert")
    assert "<b>1" not in page.html_with("vf-alert")
    page.assert_in_step()
    page.votes("A", "9000")
    assert page.alert == ""


def test_a_table_in_a_field_is_refused_with_the_place_where_it_belongs(page: Page) -> None:
    for text in ("A\t100", "A\t100\u2028B\t90", "Alfa\t100\u2028Beta\t90"):
        page.votes("A", text)
        assert page.alert.startswith("Her er indsat en tabel med flere kolonner: »A")
        assert "»Indsæt en kolonne med stemmer«" in page.alert
        assert page.scenario == SMALL
    page.votes("A", "8123\t4040")  # numbers only: a column
    assert page.scenario.ballots[:2] == (8123, 4040)


def test_the_same_mistake_twice_is_told_twice(page: Page) -> None:
    page.votes("A", "12.7")
    page.votes("B", "9")
    page.votes("A", "12.7")
    assert "12.7" in page.alert
    assert page.find("lists.votes_of", letter="A").value == "8.123"


def test_more_than_a_billion_votes_are_refused(page: Page) -> None:
    page.votes("A", "1000000001")
    assert page.scenario == SMALL
    assert "1.000.000.000" in page.alert


def test_english_marks_in_english() -> None:
    page = Page(SMALL, "en")
    page.votes("A", "9,123")
    assert page.scenario.votes["A"] == 9123
    page.votes("A", "9,12")
    assert page.alert.startswith("Votes for list A: a whole number from 0 to 1,000,000,000; got")


def test_no_votes_at_all() -> None:
    page = Page(SMALL)
    for letter in "ABCD":
        page.votes(letter, "0")
        page.assert_in_step()
    assert page.sentences == ["Skriv stemmer på listerne, så fordeles mandaterne."]
    assert set(page.seats().values()) == {"0"}


# ---- alliances ----


def test_a_list_leaves_and_an_alliance_of_two_is_dissolved(page: Page) -> None:
    page.alone("D")
    assert page.scenario.alliances == ()
    assert page.before("D") == "før: C-D"
    assert page.before("C") == "før: C-D"
    assert any("træk en liste oven på en anden" in each for each in page.sentences)
    page.press("bar.undo")
    assert page.scenario == SMALL


def test_a_new_alliance_is_among_the_choices(page: Page) -> None:
    page.ally("A", "Nyt valgforbund med B")
    assert [a.name for a in page.scenario.alliances] == ["A-B", "C-D"]
    assert page.before("A") == "før: står alene"
    page.assert_in_step()


def test_only_free_lists_are_offered_for_a_new_alliance(page: Page) -> None:
    labels = [option[0] for option in page.find("lists.alliance_of", letter="A").options]
    assert labels == ["står alene", "C-D", "Nyt valgforbund med B"]


def test_alliances_are_exclusive(page: Page) -> None:
    page.ally("A", "Nyt valgforbund med B")
    page.ally("A", "C-D")
    assert [a.name for a in page.scenario.alliances] == ["A-C-D"]
    page.assert_in_step()


def test_a_member_can_go_from_one_alliance_into_a_new_one(page: Page) -> None:
    page.ally("D", "Nyt valgforbund med A")
    assert [a.name for a in page.scenario.alliances] == ["A-D"]
    page.assert_in_step()


# ---- candidates ----


def test_a_candidate_limit_bites_and_the_surplus_stays_in_the_alliance(page: Page) -> None:
    before = count(SMALL).seats
    page.type("lists.candidates_of", "1", letter="C")
    assert page.row("C")[0] == "1"
    assert int(page.row("D")[0]) >= before["D"]
    assert page.before("C") == "før: uden kandidatloft"
    page.type("lists.candidates_of", "–", letter="C")
    assert page.scenario == SMALL


@pytest.mark.parametrize("text", ["0", "-1", "1,5", "x"])
def test_candidates_are_a_whole_number_from_1(page: Page, text: str) -> None:
    page.type("lists.candidates_of", text, letter="C")
    assert page.scenario == SMALL
    assert page.alert.startswith("Kandidater på liste C: et helt tal fra 1 til 999; ")
    page.assert_in_step()


def test_an_empty_field_is_no_limit() -> None:
    page = Page(SMALL.with_candidates({"A": 2}))
    page.type("lists.candidates_of", "", letter="A")
    assert page.scenario == SMALL
    assert page.find("lists.candidates_of", letter="A").value == "–"


def test_lolland_ran_out_of_candidates() -> None:
    page = Page(load("KV2025", "Lolland"))
    assert page.row("Æ")[0] == "4"
    page.type("lists.candidates_of", "5", letter="Æ")
    assert page.row("Æ")[0] == "5"
    assert page.before("Æ") == "før: 4 kand. · 4 mandater"


# ---- names ----


def test_a_list_is_renamed(page: Page) -> None:
    page.type("lists.name_of", "Alfas venner", letter="A")
    assert page.scenario.names[0] == "Alfas venner"
    assert page.before("A") == "før: Alfa"


def test_a_list_without_a_name_is_called_by_its_letter(page: Page) -> None:
    page.type("lists.name_of", "  ", letter="A")
    assert page.find("lists.name_of", letter="A").value == "A"


def test_markup_in_a_name_stays_text(page: Page) -> None:
    page.type("lists.name_of", "<img src=x onerror=alert(1)>", letter="A")
    assert "<img src=x" not in page.html
    page.assert_in_step()


def test_a_name_that_is_too_long_is_refused(page: Page) -> None:
    page.type("lists.name_of", "x" * 201, letter="A")
    assert page.find("lists.name_of", letter="A").value == "Alfa"
    assert "200" in page.alert


# ---- what a row shows ----


def test_seats_with_without_and_change_are_those_of_the_count(page: Page) -> None:
    with_, without = count(SMALL).seats, count(SMALL.without_alliances()).seats
    for letter in SMALL.letters:
        change = with_[letter] - without[letter]
        signed = f"+{change}" if change > 0 else f"−{-change}" if change else "0"
        assert page.row(letter) == [str(with_[letter]), str(without[letter]), signed]


def test_several_changes_stand_beside_each_other(page: Page) -> None:
    page.votes("C", "2000")
    page.type("lists.candidates_of", "3", letter="C")
    page.alone("C")
    assert page.before("C") == "før: 1.900 stemmer · C-D · uden kandidatloft"
