"""The bar: election, place, size, the way back, language."""

import pytest

from explorer.page import Page
from valgforbund import Scenario
from valgforbund.sources.bundled import load


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.mark.parametrize("typed", ["Næstved", "næstved", " Næst ", "NÆSTVED"])
def test_a_place_is_found_by_its_beginning(page: Page, typed: str) -> None:
    page.type("bar.place", typed)
    assert page.scenario == load("KV2025", "Næstved")
    assert page.find("bar.place").placeholder == "Næstved"
    page.assert_in_step()


def test_a_whole_name_wins_over_longer_ones(page: Page) -> None:
    page.type("bar.place", "Holbæk")
    assert page.scenario.place == "Holbæk"
    page.type("bar.place", "Ringsted")
    assert page.scenario.place == "Ringsted"


@pytest.mark.parametrize(("typed", "near"), [("Fre", "Fredensborg"), ("Nestved", "Næstved")])
def test_near_misses_are_told(page: Page, typed: str, near: str) -> None:
    start = page.scenario
    page.type("bar.place", typed)
    assert near in page.alert
    assert page.scenario == start
    page.assert_in_step()


def test_å_may_be_written_aa_and_the_other_way(page: Page) -> None:
    page.type("bar.place", "Århus")
    assert page.scenario.place == "Aarhus"
    page.type("bar.place", "Aabenraa")
    assert page.scenario.place == "Aabenraa"
    page.type("bar.place", "A\u030abenra\u030a")  # å as some computers write it
    assert page.scenario.place == "Aabenraa"


@pytest.mark.parametrize("typed", ["0173", "173", " 173 ", "lyngby-taarbæk kommune", "Lyngby Tår"])
def test_a_place_by_its_code_or_in_another_spelling(page: Page, typed: str) -> None:
    page.type("bar.place", "Næstved")
    page.type("bar.place", typed)
    assert (page.alert, page.scenario.place) == ("", "Lyngby-Taarbæk")


def test_no_such_place(page: Page) -> None:
    page.type("bar.place", "Atlantis<b>")
    assert page.alert.startswith("Der er intet sted ved navn »Atlantis<b>« (Kommunalvalg 2025)")
    page.assert_in_step()


def test_the_same_place_again_and_nothing_typed(page: Page) -> None:
    start = page.scenario
    page.votes("A", "1")
    page.type("bar.place", "Lyngby")
    assert page.scenario == start
    page.press("bar.undo")
    assert page.scenario.votes["A"] == 1
    page.type("bar.place", " ")
    assert page.scenario.votes["A"] == 1
    page.assert_in_step()


def test_another_election_keeps_the_place_where_it_can(page: Page) -> None:
    page.type("bar.place", "Næstved")
    page.choose("bar.election", "Kommunalvalg 2013")
    assert (page.scenario.election, page.scenario.place) == ("KV2013", "Næstved")
    page.choose("bar.election", "Europa-Parlamentsvalg 2024")
    assert page.scenario.election == "EP2024"
    page.choose("bar.election", "Regionsrådsvalg 2025")
    assert page.scenario.election == "RV2025"
    page.assert_in_step()
    for election in ("EP2024", "KV2013", "KV2025"):
        page.press("bar.undo")
        assert page.scenario.election == election
        page.assert_in_step()


def test_an_own_election_stands_in_the_menu_and_leads_back() -> None:
    page = Page(Scenario({"A": 3, "B": 2}, 5, place="Klubben"))
    assert page.find("bar.election").label == "Eget valg"
    assert page.find("bar.place").placeholder == "Klubben"
    page.choose("bar.election", "Kommunalvalg 2025")
    page.press("bar.undo")
    assert page.find("bar.election").label == "Eget valg"
    page.type("bar.place", "Samsø")
    assert page.scenario == Scenario({"A": 3, "B": 2}, 5, place="Samsø")


def test_the_size_of_the_council(page: Page) -> None:
    page.type("bar.seats", " 23 ")
    assert page.scenario.seats == 23
    assert page.first == "Seneste ændring: A og C får ét mere hver."
    assert any("redder" in each or "flytter" in each for each in page.sentences)
    page.assert_in_step()
    page.press("bar.reset")
    assert page.scenario.seats == 21
    page.press("bar.undo")
    assert page.scenario.seats == 23


@pytest.mark.parametrize("text", ["0", "-3", "12.5", "mange", "", "1000"])
def test_a_size_that_cannot_be(page: Page, text: str) -> None:
    page.type("bar.seats", text)
    assert page.alert
    assert page.scenario.seats == 21
    page.assert_in_step()


def test_an_even_size_is_a_warning_not_an_error(page: Page) -> None:
    page.type("bar.seats", "22")
    assert page.alert == ""
    assert "Et råd har et ulige antal medlemmer; her er der 22." in "".join(page.texts())
    page.type("bar.seats", "21")
    assert "ulige antal" not in "".join(page.texts())


@pytest.mark.parametrize("seats", [1, 999])
@pytest.mark.parametrize("place", ["København", "Samsø"])
def test_the_smallest_and_the_largest_council(place: str, seats: int) -> None:
    page = Page(load("KV2025", place))
    page.type("bar.seats", str(seats))
    assert page.alert == ""
    page.assert_in_step()


def test_a_new_size_ends_the_note_that_it_was_assumed() -> None:
    page = Page(load("KV2013", "Næstved"))
    assert "størrelse er antaget: 31" in page.banner
    page.type("bar.seats", "29")
    assert "antaget" not in page.banner
    assert "ikke det officielle resultat" in page.banner


def test_opening_an_example_and_undo_of_an_equal_scenario_shows_the_right_original() -> None:
    """By hand what an example opens, then the example: undo leads back to the other original."""
    page = Page(load("KV2021", "Glostrup"))
    page.ally("B", "Nyt valgforbund med F")
    page.ally("Ø", "B-F")
    page.ally("O", "Nyt valgforbund med U")
    page.votes("Ø", "476")
    page.choose("view.focus", "B-F-Ø")
    by_hand = page.scenario
    page.choose("bar.examples", "Glostrup 2021: lodtrækning, hvis Ø havde fået 20 flere")
    assert page.scenario == by_hand
    assert page.before("B") == ""
    page.press("bar.undo")
    assert page.scenario == by_hand
    assert page.before("B") == "før: står alene"
    page.assert_in_step()


# ---- an election of one's own ----


def test_an_election_of_ones_own_is_named_and_keeps_its_votes() -> None:
    own = Scenario({"A": 600, "B": 300, "C": 100}, 9, [["B", "C"]])
    page = Page(own)
    page.press("variants.keep")
    page.type("bar.place", "Næstved")
    assert page.scenario.place == page.state.original.place == "Næstved"
    assert page.scenario.ballots == own.ballots
    assert [pin.scenario.place for pin in page.state.view.pins] == ["Næstved"]
    page.type("bar.place", "Vores <b>by")
    assert page.scenario.place == "Vores <b>by"
    page.press("bar.undo")
    page.press("bar.undo")
    assert page.scenario == own


def test_the_menu_leads_from_ones_own_place_to_the_real_one() -> None:
    page = Page(Scenario({"A": 600, "B": 300}, 9))
    page.type("bar.place", "Næstved")
    page.choose("bar.election", page.words("election.KV2025"))
    assert page.scenario == load("KV2025", "Næstved")


def test_an_election_that_was_opened_empty_has_no_before() -> None:
    page = Page()
    page.press("start.empty")
    page.votes("A", "600")
    page.type("bar.seats", "31")
    assert "før" not in page.part("vf-rows").root.children[0].children[-1].value
    assert "i stedet for" not in page.part("vf-lists").html
