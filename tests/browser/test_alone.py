"""Parts of the explorer in cells of their own, some twice: all are in step with each other."""

import pytest
from playwright.sync_api import expect
from servers import started

from .cells import with_cells
from .complaints import listen
from .conftest import OPEN_SECONDS

pytestmark = pytest.mark.browser

EXPLORER = """
from valgforbund import load
from valgforbund.explorer import Explorer
e = Explorer(load("KV2025", "Lyngby-Taarbæk"))
"""
PARTS = ("lists", "votes", "votes", "savings")


def test_parts_alone_are_live_also_twice(page, tmp_path):
    cells = (f'e.panels["{name}"]' for name in PARTS)
    with started("app", with_cells(tmp_path, EXPLORER, *cells)) as server:
        complaints = listen(page, server)
        page.goto(server.address, timeout=OPEN_SECONDS * 1000)
        alone = page.locator(".vf-alone")
        expect(alone).to_have_count(len(PARTS), timeout=OPEN_SECONDS * 1000)
        pictures = page.locator(".vf-picture-votes svg:visible")
        expect(pictures).to_have_count(2)
        before = [each.get_attribute("aria-label") for each in pictures.all()]
        saved = alone.nth(3).inner_text()
        page.get_by_label("Valgforbund for liste O", exact=True).select_option("står alene")
        for place, alt in enumerate(before):
            expect(pictures.nth(place)).not_to_have_attribute("aria-label", alt)
        after = [each.get_attribute("aria-label") for each in pictures.all()]
        assert len({*before}) == len({*after}) == 1
        expect(alone.nth(3)).not_to_have_text(saved)
        field = page.get_by_label("Stemmer på liste O", exact=True)
        field.fill("mange")
        field.press("Tab")
        expect(alone.nth(0).get_by_role("alert")).to_contain_text("mange")  # beside the field
        assert not complaints
