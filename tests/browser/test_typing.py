"""What is typed: numbers that are refused, and text that stays text."""

import re

import pytest
from playwright.sync_api import expect

from .explorer_page import both_doors
from .questions import open_tab

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


def test_a_press_on_the_field_that_enter_led_to_keeps_it_selected(explorer):
    fields = explorer.page.locator(".vf-cell input")
    for place, votes in enumerate(("2001", "2002", "2003")):
        fields.nth(place).click()
        explorer.page.keyboard.type(votes)
        explorer.page.keyboard.press("Enter")
    for place, shown in enumerate(("2.001", "2.002", "2.003")):
        expect(fields.nth(place)).to_have_value(shown)


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
    open_tab(explorer.root, "Regnskab")  # with both pictures
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
    expect(explorer.first).to_contain_text("_X: 0 eller 1 mandat; lodtrækning afgør det.")
    for picture in (explorer.seats_picture, explorer.votes_picture):
        expect(picture).to_be_visible()
    expect(explorer.seats_picture).to_have_attribute(
        "aria-label", re.compile(re.escape("$\\frac$"))
    )
    expect(explorer.seats_picture).to_have_attribute("aria-label", re.compile(re.escape("_X")))
    expect(explorer.name("A")).to_have_value(MARKUP)
    assert explorer.page.locator("img[src=x]").count() == 0
    assert explorer.page.locator("img").count() == images
    assert explorer.root.locator("mjx-container, .MathJax, .katex, math").count() == 0


def test_a_column_from_a_spreadsheet_fills_the_fields_below(explorer):
    texts = "8 123\r\n4.040\r\n303\r\n"
    paste(explorer, "A", texts)
    for letter, votes in (("A", "8.123"), ("B", "4.040"), ("C", "303")):
        expect(explorer.votes(letter)).to_have_value(votes)
    said = explorer.root.locator(".vf-alert [role=status]")
    expect(said).to_have_text("3 tal udfyldt, fra liste A til liste C.")
    explorer.press("Fortryd")  # all of it at once
    for letter in "ABC":
        expect(explorer.hint(letter)).to_be_empty()


@pytest.mark.parametrize(
    ("letter", "text", "told"),
    [
        ("V", "1\n2\nmange\n4", "Linje 3 er ikke et tal, der kan stå her: »mange«"),
        ("V", "1\n2\n3\n4\n5", "Der er indsat 5 tal, men fra liste V og ned"),
    ],
)
def test_a_column_that_does_not_fit_changes_nothing(explorer, letter, text, told):
    before = explorer.total()
    paste(explorer, letter, text)
    expect(explorer.alert).to_contain_text(told)
    expect(explorer.votes(letter)).to_have_value("1.606")
    assert explorer.total() == before


def test_a_night_is_typed_from_field_to_field(explorer):
    """Enter and the arrows lead on, and what is typed takes the place of what stood there."""
    keys = explorer.page.keyboard
    explorer.votes("A").click()
    for typed, key in (("3000", "Enter"), ("4000", "ArrowDown"), ("13000", "Enter")):
        keys.type(typed)
        keys.press(key)
    keys.press("ArrowUp")
    keys.type("13001")
    keys.press("ArrowUp")
    assert focused(explorer) == "Stemmer på liste B"
    explorer.settle()
    for letter, votes in (("A", "3.000"), ("B", "4.000"), ("C", "13.001"), ("F", "4.275")):
        expect(explorer.votes(letter)).to_have_value(votes)
    expect(explorer.hint("A")).to_contain_text("før: 3.345 stemmer")


def test_above_the_first_and_below_the_last_field_there_is_no_other(explorer):
    explorer.votes("A").press("ArrowUp")
    assert focused(explorer) == "Stemmer på liste A"
    explorer.votes("Å").fill("400")
    explorer.votes("Å").press("Enter")
    assert focused(explorer) == "Stemmer på liste Å"
    explorer.settle()
    expect(explorer.hint("Å")).to_contain_text("før: 303 stemmer")


def test_a_second_press_puts_the_caret_into_the_number(explorer):
    field = explorer.votes("A")
    field.click()
    assert field.evaluate(SELECTED) == "3.345"
    field.click()
    assert field.evaluate(SELECTED) == ""


SELECTED = "field => field.value.slice(field.selectionStart, field.selectionEnd)"


def focused(explorer):
    """What the field with the focus is called."""
    return explorer.page.evaluate("document.activeElement.labels[0].textContent")


def paste(explorer, letter, text):
    """As a person pastes into the field of a list."""
    explorer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    explorer.votes(letter).select_text()
    explorer.votes(letter).press("ControlOrMeta+v")
    explorer.settle()


def test_what_was_understood_of_a_pasted_table_is_said(explorer):
    pasted = explorer.root.get_by_label("Indsatte stemmer")
    if not pasted.is_visible():
        explorer.root.get_by_text("Tilføj, fjern eller indsæt").click()
    pasted.fill("A\tSocialdemokratiet\t8.123\nI alt\t\t8.200")
    explorer.press("Brug tallene")
    said = explorer.root.locator(".vf-alert [role=status]")
    expect(said).to_contain_text("»I alt · 8.200« passer ikke")
    expect(explorer.votes("A")).to_have_value("8.123")
