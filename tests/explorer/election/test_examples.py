"""Each example opens and shows what its title says, held against an independent count."""

from collections import Counter
from fractions import Fraction

import pytest

from explorer.page import Page
from valgforbund import Scenario
from valgforbund.explorer.count.examples import EXAMPLES
from valgforbund.wording import LANGUAGES, words


def seats(s: Scenario, groups: list[str]) -> dict[str, int]:
    """The certain winners of largest quotients, alliances first; candidates are not limited."""
    votes = dict(zip(s.letters, s.ballots, strict=True))

    def share(units: dict[str, int], number: int) -> Counter[str]:
        quotients = sorted(
            ((Fraction(v, d), u) for u, v in units.items() for d in range(1, number + 1)),
            reverse=True,
        )
        return Counter(unit for _, unit in quotients[:number])

    free = [letter for letter in s.letters if letter not in "".join(groups)]
    outer = share({u: sum(votes[x] for x in u) for u in [*groups, *free]}, s.seats)
    won: dict[str, int] = {letter: outer.get(letter, 0) for letter in free}
    for group in groups:
        inside = share({letter: votes[letter] for letter in group}, outer.get(group, 0))
        won |= {letter: inside.get(letter, 0) for letter in group}
    return won


def shown(page: Page) -> dict[str, int]:
    return {letter: int(text) for letter, text in page.seats().items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", EXAMPLES)
def test_every_example_opens_in_every_language_and_can_be_left_again(
    key: str, language: str
) -> None:
    page = Page(language=language)
    start = page.scenario
    page.choose("bar.examples", words(language)(key))
    assert page.alert == ""
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == start
    page.assert_in_step()


def open_example(key: str) -> Page:
    page = Page()
    page.choose("bar.examples", words("da")(key))
    return page


def test_the_first_page_is_lyngby_where_o_is_saved_a_seat() -> None:
    page = Page()
    assert page.scenario.place == "Lyngby-Taarbæk"
    assert page.focus == frozenset("IMOV")
    with_ = seats(page.scenario, ["ABFØ", "CÅ", "IMOV"])
    without = seats(page.scenario, ["ABFØ", "CÅ"])
    assert shown(page) == with_
    assert {x: with_[x] - without[x] for x in with_ if with_[x] != without[x]} == {"O": 1, "C": -1}
    assert "redder ét mandat: O får ét mere, C ét færre" in page.first


def test_the_school_class() -> None:
    page = open_example("example.class")
    with_ = seats(page.scenario, ["SK"])
    assert shown(page) == with_
    assert with_["S"] + with_["K"] == 1
    without = seats(page.scenario, [])
    assert without["S"] + without["K"] == 0
    assert page.scenario.notes == ()


def test_glostrup_is_a_lot_between_f_and_ø() -> None:
    page = open_example("example.lot")
    assert page.scenario.votes["Ø"] == page.scenario.votes["F"] == 476
    assert (page.row("F")[0], page.row("Ø")[0]) == ("0–1", "0–1")
    assert any("Lodtrækning mellem F og Ø om ét mandat" in each for each in page.sentences)
    assert page.find("lot.draw").layout.display == ""


def test_lolland_ran_out_of_candidates() -> None:
    page = open_example("example.lolland")
    free_choice = seats(page.scenario, ["CIÆ", "AF", "BV", "DØ"])
    assert free_choice["Æ"] == 5
    assert (page.row("Æ")[0], page.row("C")[0]) == ("4", str(free_choice["C"] + 1))


def test_lejre_shows_what_the_late_form_cost() -> None:
    page = open_example("example.lejre")
    s = page.scenario
    late, in_time = seats(s, ["AF", "COV"]), seats(s, ["AFØ", "COV"])
    assert shown(page) == late
    assert (late["C"], late["Ø"], in_time["C"], in_time["Ø"]) == (4, 1, 3, 2)
    assert "Hvis Ø kom med i A-F, flyttede der ét mandat fra C til Ø" in page.first


def test_næstved_two_seats_saved() -> None:
    page = open_example("example.naestved")
    with_ = seats(page.scenario, ["CIMOVÆ", "ABFØÅ"])
    without = seats(page.scenario, ["ABFØÅ"])
    assert shown(page) == with_
    assert sum(with_[x] - without[x] for x in "CIMOVÆ") == 2
    assert "redder to mandater" in page.first


def test_the_empty_election_asks_for_votes() -> None:
    page = open_example("bar.empty")
    assert page.sentences == ["Skriv stemmer på listerne, så fordeles mandaterne."]
    page.votes("A", "61")
    page.votes("B", "40")
    assert shown(page) == seats(page.scenario, [])
    assert page.find("bar.election").label == "Eget valg"


def test_the_story_of_lejre_from_the_menu() -> None:
    """Choose Lejre 2021, ally A, F and Ø, then V, C and O, and ask what if Ø stayed out."""
    page = Page()
    page.choose("bar.election", "Kommunalvalg 2021")
    page.type("bar.place", "Lejre")
    page.ally("F", "Nyt valgforbund med A")
    page.ally("Ø", "A-F")
    page.ally("V", "Nyt valgforbund med C")
    page.ally("O", "C-V")
    page.choose("view.focus", "A-F-Ø")
    page.choose("view.baseline", "Hvis Ø stod udenfor")
    assert (page.row("C")[-3:], page.row("Ø")[-3:]) == (["3", "4", "−1"], ["2", "1", "+1"])
    assert page.first.startswith("At Ø er med, flytter ét mandat fra C til Ø")
