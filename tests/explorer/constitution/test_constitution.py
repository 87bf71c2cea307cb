"""The tool as a whole: opening, typing, going back, languages, errors."""

import pytest

from explorer.constitution.page import ToolPage
from valgforbund import Scenario, load
from valgforbund.council import Council
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.constitution import PANELS
from valgforbund.explorer.constitution.examples import EXAMPLES


@pytest.fixture
def page() -> ToolPage:
    return ToolPage({"A": 9, "B": 6, "C": 4})


def test_it_opens_with_herlev_and_says_what_is_assumed() -> None:
    page = ToolPage()
    assert page.proposal.place == "Herlev"
    assert "Valgforbundene ved dette valg er ikke registreret" in page.banner
    assert "Antaget ved åbningen: A, B, F og Ø er én valggruppe" in page.banner
    assert "ikke juridisk bindende" in page.text


def test_it_is_fed_from_a_count_from_a_council_and_from_seats() -> None:
    counted = ToolPage(load("KV2025", "Næstved"))
    assert counted.proposal.council.size == 31
    assert "talt op her" in counted.banner
    own = ToolPage(Scenario({"A": 5, "B": 3}, 3))
    assert "talt op fra stemmerne" in own.banner
    council = ToolPage(Council({"A": 2, "B": 2, "C": 1}, [["A", "C"]]))
    assert [group.name for group in council.proposal.council.groups] == ["A-C", "B"]
    with pytest.raises(ScenarioError):
        ToolPage(Scenario({"A": 5, "B": 5}, 3))
    with pytest.raises(ScenarioError):
        ToolPage("Herlev")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", EXAMPLES)
def test_every_tab_of_every_example_shows_in_both_languages(key: str, language: str) -> None:
    page = ToolPage({"A": 1}, language)
    page.example(key)
    for panel in PANELS:
        page.open(panel)
        assert page.alert == ""
    assert not page.tool.guard.active


def test_typed_seats_groups_and_the_way_back(page: ToolPage) -> None:
    start = page.proposal
    page.seat("A", "7")
    page.group("B", page.words("council.new_with", letter="C"))
    assert page.proposal.council.by_group == {"A": 7, "B-C": 10}
    page.group("A", "B-C")
    assert page.proposal.council.by_group == {"A-B-C": 17}
    page.group("A", page.words("lists.alone"))
    for _ in range(4):
        page.press("bar.undo")
    assert page.proposal == start
    assert page.find("bar.undo").disabled
    page.press("bar.redo")
    assert page.proposal.council.bench("A") == 7
    assert page.find("council.seats_of", letter="A").value == "7"
    page.press("bar.reset")
    assert page.proposal == start


@pytest.mark.parametrize("typed", ["x", "-1", "1,5", "1000", ""])
def test_wrong_seats_are_told_and_taken_back(page: ToolPage, typed: str) -> None:
    start = page.proposal
    page.seat("B", typed)
    assert page.alert
    assert page.proposal == start
    assert page.find("council.seats_of", letter="B").value == "6"
    assert not page.state.can_undo
    page.seat("B", "5")
    assert page.alert == ""


def test_a_council_that_is_too_small_for_its_committees_is_refused_in_words() -> None:
    page = ToolPage()
    page.seat("A", "3")
    assert "Økonomiudvalget har 7 medlemmer" in page.alert
    assert "højst have 6 i et byråd på 13: gør først det udvalg mindre" in page.alert


def test_committees_that_are_only_assumed_follow_the_council() -> None:
    page = ToolPage({"A": 8, "B": 6})
    page.seat("A", "1")
    assert page.alert == ""
    assert {each.size for each in page.proposal.committees.committees} == {3}
    assert "størrelserne følger byrådets" in page.banner


def test_another_place_another_election_and_what_is_not_there(page: ToolPage) -> None:
    page.choose("bar.election", "Kommunalvalg 2025")
    page.type("bar.place", "næstv")
    assert page.proposal.place == "Næstved"
    page.choose("bar.election", "Kommunalvalg 2021")
    assert (page.proposal.place, page.proposal.election) == ("Næstved", "KV2021")
    page.type("bar.place", "0173")
    assert page.proposal.place == "Lyngby-Taarbæk"
    page.type("bar.place", "370")
    page.type("bar.place", "Atlantis")
    assert "Atlantis" in page.alert
    assert page.proposal.place == "Næstved"


def test_a_pasted_council_replaces_the_one_there_is(page: ToolPage) -> None:
    page.type("council.pasted", "A 14\nC\t5\nÅ 0")
    page.press("tools.paste_button")
    assert page.proposal.council.seats.to_dict() == {"A": 14, "C": 5, "Å": 0}
    assert "skrevet ind" in page.banner
    page.press("bar.undo")
    assert page.proposal.council.letters == ("A", "B", "C")
    page.type("council.pasted", "A 1000")
    page.press("tools.paste_button")
    assert "999" in page.alert


@pytest.mark.parametrize("sign", ["\n", ", "])
def test_a_total_among_pasted_seats_is_no_list(page: ToolPage, sign: str) -> None:
    page.type("council.pasted", sign.join(["A 9", "C 5", "F 2", "Ø 2", "B 1", "I alt 19"]))
    page.press("tools.paste_button")
    seats = {"A": 9, "C": 5, "F": 2, "Ø": 2, "B": 1}
    assert page.proposal.council.seats.to_dict() == seats
    assert page.proposal.council.size == 19
    assert page.told.endswith("Ikke lister: »I alt 19« (sum).")


def test_pasted_seats_by_name(page: ToolPage) -> None:
    page.type("council.pasted", "Parti\tStemmer\tMandater\nSocialdemokratiet\t8.123\t9\nSF\t40\t")
    page.press("tools.paste_button")
    assert page.proposal.council.seats.to_dict() == {"A": 9, "F": 0}
    assert page.proposal.names == ("Socialdemokratiet", "SF")


def test_a_column_of_seats_in_the_first_field(page: ToolPage) -> None:
    page.type("council.seats_of", "4 3 2", letter="A")
    assert page.proposal.council.benches == (4, 3, 2)


def test_at_most_99_pasted_lists(page: ToolPage) -> None:
    page.type("council.pasted", "\n".join(f"L{n} 1" for n in range(500)))
    page.press("tools.paste_button")
    assert page.alert == "Der kan højst være 99 lister."
    assert page.proposal.council.letters == ("A", "B", "C")


def test_texts_follow_the_language(page: ToolPage) -> None:
    page.choose("app.language", "English")
    assert "The council" in page.text
    assert "The seats were typed in" in page.banner
    assert page.tab_row.titles[1] == "Committees"


def test_letters_are_never_read_as_markup() -> None:
    letter = "<b>{x}"
    page = ToolPage({letter: 3, "A": 2})
    for panel in PANELS:
        page.open(panel)
    assert letter not in page.html
    assert "&lt;b&gt;{x}" in page.html
    assert page.alert == ""
