"""The explorer on paper: the answer, the pictures and the tables on as many pages as it takes."""

import re

import pytest

from .explorer_page import ExplorerPage
from .questions import open_tab

pytestmark = pytest.mark.browser

PAGE = re.compile(rb"/Type\s*/Page\b")


def test_the_explorer_on_paper_has_all_of_it(explorer: ExplorerPage) -> None:
    page, explorer.is_used_up = explorer.page, True
    open_tab(page, "Tæt på")
    page.locator(".vf-picture-steps svg:visible").wait_for()
    explorer.settle()
    for landscape in (False, True):
        pages = len(PAGE.findall(page.pdf(format="A4", landscape=landscape)))
        assert 2 < pages < 10
    page.emulate_media(media="print")
    assert explorer.first.is_visible()  # the answer
    assert explorer.rows.last.is_visible()
    for name, pictures in (("Tæt på", ("steps", "race")), ("Regnskab", ("seats", "votes"))):
        page.emulate_media(media="screen")
        open_tab(page, name)
        explorer.settle()
        page.emulate_media(media="print")
        for picture in pictures:
            assert page.locator(f".vf-picture-{picture} svg:visible").first.is_visible()
