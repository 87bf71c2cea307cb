"""The lesson in front of a class: a vote, a field by hand, a guess, an exercise, the explorer."""

import shutil

import pytest
from playwright.sync_api import Locator, Page, expect
from servers import ROOT, started

from .complaints import listen
from .conftest import OPEN_SECONDS

pytestmark = pytest.mark.browser

# How far a card's parts reach to the right of it, and the smallest letters of a text in it.
FITS = """() => [...document.querySelectorAll(".vf-lesson")].map(card => {
  const edge = card.getBoundingClientRect().right, parts = [...card.querySelectorAll("*")];
  const shown = parts.filter(each => each.getBoundingClientRect().width > 1);
  const texts = shown.filter(each => [...each.childNodes].some(
    node => node.nodeType === 3 && node.textContent.trim()));
  // what a picture is drawn in grows with it
  const grown = each => each.localName === "text" ? each.ownerSVGElement.getScreenCTM().a : 1;
  return [
    Math.max(0, ...shown.map(each => each.getBoundingClientRect().right - edge)),
    Math.min(...texts.map(each => grown(each) * parseFloat(getComputedStyle(each).fontSize))),
  ];
})"""


@pytest.fixture
def lesson(page: Page, tmp_path):
    tmp_path.joinpath("notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "undervisning.ipynb", tmp_path / "notebooks")
    with started("app", tmp_path, "undervisning") as server:
        complaints = listen(page, server)
        page.goto(server.address, timeout=OPEN_SECONDS * 1000)
        expect(page.locator(".vf-task").last).to_be_visible(timeout=OPEN_SECONDS * 1000)
        yield page
        assert not complaints


def typed(page: Page, label: str, text: str) -> Locator:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")
    return field


def test_a_class_works_through_the_lesson(lesson: Page) -> None:
    page = lesson
    expect(page).to_have_title("Skoleklassen – Undervisning: valgforbund")
    expect(page.get_by_text("lesson.vote")).to_have_count(0)  # no code

    numbers = page.locator(".vf-stands .vf-number")
    expect(numbers).to_have_text(["?"] * 5)  # part 2 asks for them
    page.get_by_role("button", name="Vis hele tabellen").click()
    expect(numbers.first).to_have_text("3 mandater")
    page.get_by_role("button", name="Begynd forfra").first.click()
    typed(page, "Stemmer på liste B", "14")
    page.get_by_role("button", name="Vis hele tabellen").click()
    expect(page.locator(".vf-stands").nth(1).locator(".vf-number")).to_have_text("2 mandater")
    typed(page, "Stemmer på liste B", "7")
    page.get_by_role("button", name="Begynd forfra").first.click()

    right = page.locator(".vf-right")
    expect(right).to_have_count(0)  # of the table that was shown whole
    typed(page, "Stemmerne på liste A delt med 2", "5,5")
    expect(right).to_have_count(1)
    # the next field still has the cursor
    expect(page.get_by_label("Stemmerne på liste A delt med 3", exact=True)).to_be_focused()
    typed(page, "Stemmerne på liste A delt med 3", "33")
    expect(page.get_by_text("33 er 11 gange 3")).to_be_visible()

    for letter, seats in zip("ABCDE", "21110", strict=True):
        expect(page.get_by_text("Valgforbundet D-E redder")).to_have_count(0)
        typed(page, f"Gæt på mandater til liste {letter}", seats)
    page.get_by_role("button", name="Lås gættet").click()
    expect(page.get_by_text("5 af 5 lister er gættet rigtigt")).to_be_visible()
    expect(page.locator(".vf-picture-seats svg:visible")).to_be_visible()
    expect(page.get_by_text("3 + 2 = 5 stemmer")).to_be_visible()

    page.get_by_role("button", name="Træk lod").click()
    expect(page.get_by_text("Loddet er trukket")).to_be_visible()

    typed(page, "Svar på opgave 1", "3")
    expect(page.get_by_text("1 af 8 opgaver er løst")).to_be_visible()
    answer = page.locator(".vf-task").nth(1).locator("details p")
    expect(answer).to_be_hidden()
    page.get_by_text("Vis svaret").nth(1).click()
    expect(answer).to_be_visible()

    for width in (1440, 1024):
        page.set_viewport_size({"width": width, "height": 1000})
        for beyond, smallest in page.evaluate(FITS):
            assert beyond <= 0.5
            assert smallest >= 18  # pixels: read from the last row

    button = page.get_by_role("button", name="Åbn jeres valg i værktøjet")
    button.click()
    expect(page.locator(".vf-rows > .vf-row").first).to_be_visible()
    expect(page.locator(".vf-rows .vf-name input").first).to_have_value("Fodbold")
    expect(button).to_have_css("font-size", "20px")  # the explorer has looks of its own
