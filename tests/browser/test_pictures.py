"""Pictures are drawn by the browser: in the theme that is on, on white paper, as measured."""

import pytest
from playwright.sync_api import Page

from valgforbund import compare, load
from valgforbund.charts import page as on_page
from valgforbund.explorer.workbench.stylesheet import colours
from valgforbund.palette import DARK, LIGHT
from valgforbund.pictures import seats
from valgforbund.wording import words

pytestmark = pytest.mark.browser

SHOWN = """<style>{}</style><body data-vf-page><div class="vf-explorer" style="width: 700px">
{}</div></body>"""
FILLS = "root => [...root.querySelectorAll('text')].map(each => getComputedStyle(each).fill)"
REACH = """root => [...root.querySelectorAll("text")].map(each => {
  const {left, right} = each.getBoundingClientRect(), width = each.textLength.baseVal.value;
  return right - left - width;
})"""


@pytest.fixture
def shown(page: Page) -> Page:
    """The seats of Næstved, as wide as they were drawn."""
    compared = compare(load("KV2025", "Næstved"), "C-I-M-O-V-Æ")
    drawing = seats.picture(words("da"), compared).draw(700, 260)
    page.set_content(SHOWN.format(colours(), on_page(drawing, "Mandater")))
    return page


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


@pytest.mark.parametrize(
    ("media", "scheme", "palette"),
    [("screen", "light", LIGHT), ("screen", "dark", DARK), ("print", "dark", LIGHT)],
)
def test_the_theme_that_is_on(shown: Page, media, scheme, palette) -> None:
    shown.emulate_media(media=media, color_scheme=scheme)
    fills = shown.locator("svg").evaluate(FILLS)
    assert rgb(palette["ink"]) in fills
    assert rgb(palette["quiet"]) in fills
    other = DARK if palette is LIGHT else LIGHT
    assert rgb(other["ink"]) not in fills


def test_texts_are_as_wide_as_they_were_measured(shown: Page) -> None:
    strayed = shown.locator("svg").evaluate(REACH)
    assert len(strayed) > 30
    assert max(map(abs, strayed)) < 2


def test_a_screen_reader_says_what_it_shows(shown: Page) -> None:
    assert shown.get_by_role("img", name="Mandater", exact=True).count() == 1
