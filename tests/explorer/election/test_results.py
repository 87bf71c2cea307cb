"""Which alliance is in focus, and when a baseline no longer makes sense."""

import pytest

from explorer.page import Page
from valgforbund import Scenario, compare, count
from valgforbund.baselines import Baseline
from valgforbund.explorer.count.results import Results, in_focus
from valgforbund.explorer.count.view import View
from valgforbund.sources.bundled import load

# seven lists: A-B-C and D-E allied, F and G free
SEVEN = Scenario(
    {"A": 900, "B": 400, "C": 130, "D": 600, "E": 250, "F": 500, "G": 320},
    9,
    [["A", "B", "C"], ["D", "E"]],
)
NOBODY = (frozenset(),)


@pytest.fixture
def page() -> Page:
    page = Page(SEVEN)
    page.choose("view.focus", "A-B-C")
    return page


def letters(page: Page) -> str:
    return "".join(sorted(page.focus))


def test_without_a_choice_the_alliance_that_saves_most() -> None:
    for place in ("Næstved", "Lolland", "Lyngby-Taarbæk"):
        s = load("KV2025", place)
        chosen = in_focus(s, NOBODY, "")
        assert chosen is not None
        best = max(compare(s, each).saved.high for each in s.alliances)
        assert compare(s, chosen).saved.high == best


def test_our_own_alliance_comes_before_the_one_that_saves_most() -> None:
    chosen = in_focus(SEVEN, NOBODY, "E")
    assert chosen is not None
    assert chosen.name == "D-E"
    assert in_focus(SEVEN, NOBODY, "F") is not None  # it is in none


def test_no_alliance_no_focus() -> None:
    assert in_focus(SEVEN.without_alliances(), (frozenset("AB"),), "A") is None


def test_a_member_leaves_and_another_joins(page: Page) -> None:
    page.alone("C")
    assert letters(page) == "AB"
    page.ally("F", "A-B")
    assert letters(page) == "ABF"
    page.alone("A")
    assert letters(page) == "BF"  # not one member of the first is left but B


def test_all_members_are_replaced_one_by_one(page: Page) -> None:
    page.ally("F", "A-B-C")
    for letter in "ABC":
        page.alone(letter)
        if letter == "A":
            page.ally("G", "B-C-F")
    assert letters(page) == "FG"


def test_a_vanished_alliance_has_a_stand_in_and_comes_back_with_undo(page: Page) -> None:
    page.alone("C")
    page.alone("B")
    assert letters(page) == "DE"
    page.votes("F", "501")
    assert letters(page) == "DE"
    for expected in ("DE", "AB", "ABC"):
        page.press("bar.undo")
        assert letters(page) == expected


def test_a_choice_after_that_is_kept(page: Page) -> None:
    page.alone("C")
    page.alone("B")
    page.ally("F", "Nyt valgforbund med G")
    page.choose("view.focus", "F-G")
    page.press("bar.undo")
    page.press("bar.undo")
    assert letters(page) in {"AB", "DE"}  # F-G is gone
    page.press("bar.redo")
    page.press("bar.redo")
    assert letters(page) == "FG"


def test_an_alliance_that_comes_back_can_be_chosen_again(page: Page) -> None:
    page.alone("C")
    page.alone("B")  # the focus is at D-E
    page.ally("B", "D-E")
    assert letters(page) == "BDE"
    page.alone("B")
    page.ally("A", "Nyt valgforbund med B")
    page.ally("C", "A-B")
    page.choose("view.focus", "D-E")
    page.choose("view.focus", "A-B-C")
    assert letters(page) == "ABC"
    assert page.sentences[1].startswith("Valgforbundet A-B-C")


def test_a_removed_member_does_not_move_the_focus(page: Page) -> None:
    page.choose("tools.remove", "A A")
    page.press("tools.remove_button")
    assert letters(page) == "BC"


def test_the_focus_follows_an_undo_across_places() -> None:
    page = Page()
    assert letters(page) == "IMOV"
    page.type("bar.place", "Næstved")
    page.choose("view.focus", "A-B-F-Ø-Å")
    page.press("bar.undo")
    assert page.scenario.place == "Lyngby-Taarbæk"
    assert page.focus in {frozenset(a.letters) for a in page.scenario.alliances}


# ---- baselines ----


def test_a_baseline_falls_back_when_it_no_longer_makes_sense(page: Page) -> None:
    page.choose("view.baseline", "Hvis C stod udenfor")
    assert page.first.startswith("At C er med")
    page.alone("C")
    assert page.find("view.baseline").value == Baseline("dissolved")
    page.press("bar.undo")
    assert page.find("view.baseline").value == Baseline("out", "C")


def test_a_list_that_joined_is_no_outsider_any_more(page: Page) -> None:
    page.choose("view.baseline", "Hvis F kom med")
    assert page.first.startswith("Hvis F kom med i A-B-C")
    page.ally("F", "A-B-C")
    assert page.find("view.baseline").value == Baseline("dissolved")


def test_a_baseline_of_a_list_that_is_removed(page: Page) -> None:
    page.choose("view.baseline", "Hvis F kom med")
    page.choose("tools.remove", "F F")
    page.press("tools.remove_button")
    assert page.find("view.baseline").value == Baseline("dissolved")
    page.assert_in_step()


@pytest.mark.parametrize(
    "baseline", [Baseline("dissolved"), Baseline("none"), Baseline("out", "B"), Baseline("in", "F")]
)
def test_the_seats_shown_are_always_those_of_the_scenario_itself(baseline: Baseline) -> None:
    results = Results(SEVEN, SEVEN, View(baseline=baseline), SEVEN.alliances[0])
    assert {each: results.seats(each).low for each in SEVEN.letters} == count(SEVEN).seats.to_dict()


def test_official_seats_only_where_ours_are_not_meant_to_be_them() -> None:
    assert (
        Results(load("KV2025", "Næstved"), load("KV2025", "Næstved"), View(), None).official == {}
    )
    s = load("KV2021", "Næstved")
    official = Results(s, s, View(), None).official
    assert (official["A"], official["B"]) == (13, 2)
    assert sum(official.values()) == 31
