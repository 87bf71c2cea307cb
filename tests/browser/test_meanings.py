"""What a measure means: by click and by keyboard, inside the window, gone with Escape."""

import pytest
from playwright.sync_api import expect

from valgforbund.wording import words

from .explorer_page import ExplorerPage, both_doors

pytestmark = pytest.mark.browser
MEANING = words("da")("meaning.wasted")


@both_doors
@pytest.mark.parametrize("width", [1440, 700])
def test_a_measure_says_what_it_means(explorer: ExplorerPage, width: int) -> None:
    page = explorer.page
    explorer.widen(width)
    meaning = explorer.root.get_by_text(MEANING)
    tall = explorer.root.bounding_box()["height"]
    for name in ("Spildte stemmer", "Hvad er det?"):
        button = explorer.root.get_by_role("button", name=name, exact=True).first
        button.click()
        expect(meaning).to_be_visible()
        box = meaning.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= box["y"] + box["height"] <= page.viewport_size["height"]
        page.keyboard.press("Escape")
        expect(meaning).to_be_hidden()
        button.focus()
        for key in ("Enter", "Space"):
            page.keyboard.press(key)
            expect(meaning).to_be_visible()
            page.keyboard.press("Escape")
            expect(meaning).to_be_hidden()
    assert explorer.root.bounding_box()["height"] == tall  # nothing moved
