"""The headline speaks of our alliance, or of the one that was last touched, wherever that was."""

import random

import pytest

from explorer.page import Page
from valgforbund import Scenario, count
from valgforbund.explorer.election.panels.goal import Goal
from valgforbund.sources.bundled import load

LYNGBY = load("KV2025", "Lyngby-Taarbæk")
SEVEN = Scenario(
    {"A": 900, "B": 400, "C": 130, "D": 600, "E": 250, "F": 500, "G": 320},
    9,
    [["A", "B", "C"], ["D", "E"]],
)


def test_what_our_list_needs_and_takes() -> None:
    """Å of Lyngby-Taarbæk takes M-V-Å from "What do we need?": not a word of I-O."""
    page = Page(LYNGBY)
    page.state.look(ours="Å")
    page.open(Goal)
    page.press_row("M-V-Å")
    assert page.focus == frozenset("MVÅ")
    assert page.first.startswith("Å: ét mandat nu, intet mandat før ændringerne.")
    assert page.sentences[1] == "Seneste ændring: Å får ét mere, O ét færre."
    assert page.sentences[2].startswith("Valgforbundet M-V-Å")
    page.press("bar.undo")
    assert page.scenario == LYNGBY
    page.press("bar.redo")
    assert page.focus == frozenset("MVÅ")


def test_choosing_our_list_looks_at_its_alliance() -> None:
    page = Page(LYNGBY)
    page.choose("view.focus", "I-M-O-V")
    page.choose("view.ours", "Å Alternativet")
    assert page.focus == frozenset("CÅ")
    page.choose("view.ours", "Z Saxen")  # it is in none: what was looked at stays
    assert page.focus == frozenset("CÅ")
    page.choose("view.focus", "A-B-F-Ø")  # a choice is a choice
    assert page.focus == frozenset("ABFØ")


@pytest.mark.parametrize(
    ("letter", "choice", "expected"),
    [
        ("E", "A-B-C", "ABCE"),
        ("F", "Nyt valgforbund med G", "FG"),
        ("C", "står alene", "AB"),
        ("B", "D-E", "BDE"),  # not A-C, which it left
    ],
)
def test_a_menu_in_a_row(letter: str, choice: str, expected: str) -> None:
    for before in ("A-B-C", "D-E"):
        page = Page(SEVEN)
        page.choose("view.focus", before)
        page.ally(letter, choice)
        assert page.focus == frozenset(expected)


def test_of_two_that_changed_it_is_ours() -> None:
    page = Page(SEVEN)
    page.choose("view.ours", "C C")
    page.ally("B", "D-E")
    assert page.focus == frozenset("AC")


def test_what_others_do_leaves_our_alliance_in_focus() -> None:
    page = Page(load("KV2025", "København"))
    page.state.look(ours="Ø")
    ours, first = page.focus, page.first
    assert "takket være valgforbundet" in first
    page.alone("A")
    assert page.focus == ours
    assert "takket være valgforbundet" in page.first
    page.press("bar.undo")
    assert (page.focus, page.first) == (ours, first)


def test_one_state_has_one_headline() -> None:
    page = Page(load("KV2025", "Næstved"))
    page.state.look(ours="Ø")
    page.alone("O")
    gone = page.focus, page.sentences
    assert "Seneste ændring: A får ét mere, O ét færre." in page.sentences
    before, after = count(page.state.original).seats, count(page.scenario).seats
    assert (after - before)[after != before].to_dict() == {"A": 1, "O": -1}
    page.press("bar.reset")
    page.press("bar.undo")
    assert (page.focus, page.sentences) == gone
    page.press("bar.undo")
    assert not any(each.startswith("Seneste ændring") for each in page.sentences)


def test_an_alliance_that_comes_back_with_a_step_is_looked_at_as_before() -> None:
    page = Page(SEVEN)
    page.choose("view.focus", "A-B-C")
    page.ally("F", "D-E")
    assert page.focus == frozenset("DEF")
    page.press("bar.undo")
    assert page.focus == frozenset("ABC")
    page.press("bar.redo")
    assert page.focus == frozenset("DEF")


def test_votes_that_move_seats_are_told_where_nobody_is_allied() -> None:
    page = Page(SEVEN.without_alliances())
    before = count(page.scenario).seats
    page.votes("A", "10")
    after = count(page.scenario).seats
    lost = page.words.word(int(before["A"] - after["A"]))
    assert page.first.startswith("Seneste ændring: ")
    assert f"A {lost} færre" in page.first
    assert page.sentences[1].startswith("Ingen valgforbund endnu: træk en liste oven på en anden")


def test_nothing_that_is_no_change_of_an_alliance_moves_it() -> None:
    page = Page(SEVEN)
    page.choose("view.focus", "D-E")
    page.votes("A", "17")
    page.type("bar.seats", "15")
    page.alone("F")
    assert page.focus == frozenset("DE")


def test_a_variant_that_is_taken_up_again() -> None:
    page = Page(SEVEN)
    page.ally("F", "Nyt valgforbund med G")
    panel = page.part("vf-tray")
    panel.press("variants.pin")
    page.press("bar.undo")
    page.choose("view.focus", "A-B-C")
    panel.press("variants.open_long", name="det, der vises nu")
    assert page.focus == frozenset("FG")


def test_after_any_change_the_focus_is_an_alliance_that_was_touched() -> None:
    chance = random.Random(7)
    page = Page(SEVEN)
    for _ in range(60):
        before = set(page.scenario.alliances)
        letter = chance.choice(page.scenario.letters)
        page.ally(letter, chance.choice(page.choices("lists.alliance_of", letter=letter)))
        changed = [each for each in page.scenario.alliances if each not in before]
        if changed:
            assert page.focus in {frozenset(each.letters) for each in changed}
