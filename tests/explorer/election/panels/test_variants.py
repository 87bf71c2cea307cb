"""Pinned variants side by side."""

import re

import pytest

from explorer.page import Page
from explorer.part import Part, plain
from valgforbund import Scenario, count, load, official_seats
from valgforbund.explorer.election.panels.variants import MOST
from valgforbund.margins import margins
from valgforbund.pictures.variants import rows as picture_rows
from valgforbund.wording import words

SMALL = Scenario({"A": 600, "B": 300, "C": 110, "D": 90}, 9, [["B", "C"]], place="Et sted")


def opened(scenario: Scenario, ours: str = "") -> Page:
    page = Page(scenario)
    if ours:
        page.state.look(ours=ours)
    return page


def panel(page: Page) -> Part:
    return page.part("vf-tray")


def pin(page: Page, label: str, name: str = "") -> None:
    panel(page).choose("variants.what", label)
    panel(page).type("variants.name", name)
    panel(page).press("variants.pin")


def rows(page: Page) -> dict[str, list[str]]:
    """The cells of every row, by its first."""
    lines = re.findall(r"<tr>(.*?)</tr>", panel(page).html)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line) for line in lines]
    return {plain(first): [plain(each) for each in rest] for first, *rest in cells}


@pytest.fixture
def naestved() -> Page:
    return opened(load("KV2025", "Næstved"), "Å")


def test_alone_and_with_others_beside_what_is_shown(naestved: Page) -> None:
    pin(naestved, "Å alene")
    pin(naestved, "Å i C-I-M-O-V-Æ", "borgerlig")
    found = rows(naestved)
    assert found["Liste Å"] == ["Vises nu", "Å alene", "borgerlig"]
    s = naestved.scenario
    worlds = [s, s.leave("Å"), s.join("Å", "C-I-M-O-V-Æ")]
    missing = [margins(each).loc["Å", "votes_to_gain"] for each in worlds]
    assert missing[:2] == [930, 1093]
    for cell, votes in zip(found["Mangler til næste mandat"], missing, strict=True):
        assert cell.startswith(naestved.words.number(int(votes)) + " (tager det fra ")
    assert found["Mandater"] == [str(count(each).seats["Å"]) for each in worlds]
    assert found["Kan miste, før et mandat går tabt"] == ["har intet at miste"] * 3
    assert "Valg" not in found


def test_who_gains_if_we_fail_is_named() -> None:
    page = opened(load("KV2025", "Næstved"), "Æ")
    pin(page, "det, der vises nu")
    row = margins(page.scenario).loc["Æ"]
    cell = rows(page)["Kan miste, før et mandat går tabt"][0]
    heirs = [each[:-2] for each in row["lose_changes"].split() if each.endswith("+1")]
    assert cell == f"{int(row['votes_to_lose'])} (så får {page.words.join(heirs)} det)"


def test_pins_stay_as_they_were_while_what_is_shown_changes() -> None:
    page = opened(SMALL, "C")
    pin(page, "det, der vises nu", "før")
    page.votes("C", "310")
    assert rows(page)["Stemmer"] == ["310", "110"]
    assert rows(page)["Mandater"] == [
        str(count(page.scenario).seats["C"]),
        str(count(SMALL).seats["C"]),
    ]


def test_a_pin_can_be_shown_and_that_can_be_undone() -> None:
    page = opened(SMALL, "C")
    pin(page, "C sammen med D")
    page.press("variants.open_long", name="C sammen med D")
    assert page.scenario == SMALL.unite(["C", "D"])
    page.press("bar.undo")
    assert page.scenario == SMALL


def test_a_pin_of_another_election_says_so_and_opens_it() -> None:
    page = opened(SMALL, "A")
    pin(page, "det, der vises nu", "lille")
    page.choose("bar.election", page.words("election.KV2025"))
    page.type("bar.place", "Næstved")
    page.state.look(ours="A")
    assert rows(page)["Valg"] == ["Næstved KV2025", "Et sted"]
    page.state.look(ours="Å")
    assert rows(page)["Mandater"][1] == "stiller ikke op"
    page.press("variants.open_long", name="lille · Et sted")
    assert page.scenario == SMALL
    page.press("bar.undo")
    assert page.scenario.place == "Næstved"


def test_a_fifth_is_refused_and_a_removed_one_makes_room() -> None:
    page = opened(SMALL, "C")
    for votes in range(MOST):
        page.votes("A", str(500 + votes))
        pin(page, "C alene")
    names = [each.name for each in page.state.view.pins]
    assert names == ["C alene", "C alene (2)", "C alene (3)", "C alene (4)"]
    page.votes("A", "510")
    pin(page, "C alene")
    assert page.alert == "Der kan højst gemmes 4 varianter; fjern én først."
    page.press("variants.keep")  # the tray's button says so, too
    assert page.alert == "Der kan højst gemmes 4 varianter; fjern én først."
    page.press("variants.remove_long", name=names[1])
    assert [each.name for each in page.state.view.pins] == [names[0], *names[2:]]
    pin(page, "C alene")
    assert len(page.state.view.pins) == MOST
    assert page.alert == ""


def test_what_is_kept_is_called_by_what_was_changed() -> None:
    page = opened(load("KV2025", "Næstved"), "Ø")
    page.press("variants.keep")
    page.press("variants.keep")
    assert page.told == "Det, der vises, er allerede gemt som »A-B-F-Ø-Å · Ø 1«."
    page.alone("O")
    page.press("variants.keep")
    page.ally("O", "A-B-F-Ø-Å")
    page.press("variants.keep")
    assert [each.name for each in page.state.view.pins] == [
        "A-B-F-Ø-Å · Ø 1",
        "O ude · Ø 1",
        "O i A-B-F-O-Ø-Å · Ø 1",
    ]
    pin(page, "det, der vises nu", "nok en")
    assert "allerede gemt" in page.told
    assert len(page.state.view.pins) == 3


def test_of_many_changes_two_are_named() -> None:
    page = opened(load("KV2025", "Næstved"))
    for letter in "CIMOV":
        page.alone(letter)
    page.votes("A", "15.000")
    page.type("bar.seats", "25")
    page.press("variants.keep")
    name = page.state.view.pins[0].name
    assert name.startswith("C-I-M-O-V-Æ opløst, A +572 stemmer, … · redder ")


def test_without_our_list_only_what_is_shown_can_be_pinned() -> None:
    page = opened(SMALL)
    assert panel(page).choices("variants.what") == ["det, der vises nu"]
    assert "Gem op til fire varianter" in panel(page).html
    pin(page, "det, der vises nu", "<b>")
    assert "Vælg vores liste" in panel(page).html
    page.state.look(ours="C")
    assert "&lt;b&gt;" in panel(page).html


def test_a_lot_is_shown_as_a_range() -> None:
    page = opened(Scenario({"A": 10, "B": 10, "C": 1}, 3), "A")
    pin(page, "det, der vises nu")
    assert rows(page)["Mandater"] == ["1–2", "1–2"]
    assert rows(page)["Forskel til det viste"] == ["0", "0"]


# ---- the picture ----


def test_the_variants_of_this_election_are_one_picture(naestved: Page) -> None:
    page = naestved
    pin(page, "Å alene", "alene")
    shown = panel(page)
    assert "<img" not in shown.html  # nobody looks
    (fold,) = [w for w in shown.widgets() if w.__class__.__name__ == "Fold"]
    fold.selected_index = 0
    seats = official_seats("KV2025", "Næstved")  # who stood together stand beside each other
    told = ", ".join(f"{letter} {seats[letter]}" for letter in "CIOVÆABFØÅ" if seats[letter])
    assert f"Vises nu: {told}; Å: {seats['Å']};" in shown.html
    alone = count(page.scenario.leave("Å"))
    assert f"Å: {alone.spans['Å'].low}" in shown.html
    page.type("bar.place", "Lejre")
    assert shown.parts("vf-picture-rows")[0].root.layout.display == "none"


def test_lists_stand_in_one_order_in_all_rows() -> None:
    s = load("KV2025", "Næstved")
    worlds = {"nu": count(s), "O ude": count(s.leave("O")), "ingen": count(s.without_alliances())}
    orders = [[piece.short for piece in row.pieces] for row in picture_rows(words("da"), worlds)]
    every = [letter for letter in "CIMOVÆABFØÅ" if any(letter in row for row in orders)]
    assert orders == [[letter for letter in every if letter in row] for row in orders]
