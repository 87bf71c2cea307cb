"""What is typed: numbers that are refused, and text that stays text."""

import re

import pytest
from playwright.sync_api import expect

from .explorer_page import both_doors

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=alert(1)>"


def test_broken_number_is_refused_and_the_old_value_stays(explorer):
    seats, sentence = explorer.seats(), explorer.first.inner_text()
    explorer.type_votes("V", "12.7")
    expect(explorer.alert).to_be_visible()
    expect(explorer.alert).to_contain_text("liste V")
    expect(explorer.alert).to_contain_text("12.7")
    expect(explorer.votes("V")).to_have_value("1.606")
    expect(explorer.hint("V")).to_be_empty()
    assert explorer.seats() == seats
    assert explorer.first.inner_text() == sentence

    explorer.type_votes("V", "1.700")
    expect(explorer.alert).to_have_count(0)
    expect(explorer.hint("V")).to_contain_text("før: 1.606 stemmer")


@pytest.mark.parametrize("text", ["8.123", "8 123", "8123"])
def test_thousands_are_read_as_they_are_written(explorer, text):
    explorer.type_votes("V", text)
    expect(explorer.hint("V")).to_contain_text("før: 1.606 stemmer")
    expect(explorer.votes("V")).to_have_value("8.123")
    expect(explorer.alert).to_have_count(0)


@pytest.mark.parametrize("text", ["-5", "1e3", "12,7", "8.12", "", "en million"])
def test_nothing_else_is_read(explorer, text):
    explorer.type_votes("O", text)
    expect(explorer.alert).to_contain_text("liste O")
    expect(explorer.votes("O")).to_have_value("1.237")
    expect(explorer.hint("O")).to_be_empty()


def test_unknown_place_is_told_and_nothing_changes(explorer):
    explorer.choose_place("Nestved")
    expect(explorer.alert).to_contain_text("Næstved")
    expect(explorer.place).to_have_attribute("placeholder", "Lyngby-Taarbæk")
    expect(explorer.place).to_have_value("")


@both_doors
def test_names_and_letters_stay_text(explorer):
    images = explorer.page.locator("img").count()
    explorer.rename("A", MARKUP)
    expect(explorer.hint("A")).to_contain_text("Socialdemokratiet")
    for letter, name in (("$\\frac$", "brøk"), ("_X", MARKUP)):
        explorer.add_list(letter, name)
        explorer.type_votes(letter.replace("$", "＄").replace("\\", "＼"), "1.400")
    # All three are named in the sentence, the menus, the tables and both pictures.
    explorer.ally("_X", "Nyt valgforbund med $\\frac$")
    explorer.look("Valgforbund i fokus", "$\\frac$-_X")
    explorer.look("Vores liste", "_X " + MARKUP[:23] + "…")
    expect(explorer.first).to_contain_text("For _X betyder det")
    for picture in (explorer.seats_picture, explorer.votes_picture):
        expect(picture).to_have_js_property("complete", True)
    expect(explorer.seats_picture).to_have_attribute("alt", re.compile(re.escape("$\\frac$")))
    expect(explorer.seats_picture).to_have_attribute("alt", re.compile(re.escape("_X")))
    expect(explorer.name("A")).to_have_value(MARKUP)
    assert explorer.page.locator("img[src=x]").count() == 0
    assert explorer.page.locator("img").count() == images
    assert explorer.root.locator("mjx-container, .MathJax, .katex, math").count() == 0


def test_a_column_from_a_spreadsheet_in_the_first_field(explorer):
    """The browser makes one line of it, with blanks where lines ended."""
    explorer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer.page.evaluate("text => navigator.clipboard.writeText(text)", "8.123\n4.040\n303\n")
    first = explorer.votes("A")
    first.select_text()
    first.press("ControlOrMeta+v")
    first.press("Enter")
    for letter, votes in (("A", "8.123"), ("B", "4.040"), ("C", "303")):
        expect(explorer.votes(letter)).to_have_value(votes)
    explorer.press("Fortryd")  # all of it at once
    for letter in "ABC":
        expect(explorer.hint(letter)).to_be_empty()


def test_what_was_understood_of_a_pasted_table_is_said(explorer):
    pasted = explorer.root.get_by_label("Indsatte stemmer")
    if not pasted.is_visible():
        explorer.root.get_by_text("Tilføj, fjern eller indsæt").click()
    pasted.fill("A\tSocialdemokratiet\t8.123\nI alt\t\t8.200")
    explorer.press("Brug tallene")
    said = explorer.root.locator(".vf-alert [role=status]")
    expect(said).to_contain_text("»I alt 8.200« passer ikke")
    expect(explorer.votes("A")).to_have_value("8.123")
