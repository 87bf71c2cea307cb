"""Every tab in a real page: it finishes its work, says something, and stays inside the page."""

import pytest
from playwright.sync_api import expect

from valgforbund.explorer.election.questions import PANELS
from valgforbund.wording import words

from .questions import open_tab

pytestmark = pytest.mark.browser

WORK_SECONDS = 120
# How far the page, and whatever is not in a box that scrolls, reach beyond the page's edge.
BEYOND = """root => {
  const page = document.scrollingElement, edge = root.getBoundingClientRect().right + 0.5;
  const wide = [...root.querySelectorAll(".lm-TabPanel-tabContents *, .vf-tabs *")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.right > edge && box.width > 1 && box.height > 1 && !each.closest(".vf-scroll");
  });
  return [page.scrollWidth - page.clientWidth, wide.map(each => String(each.className))];
}"""


def work_is_done(explorer):
    explorer.settle()
    expect(explorer.root.locator(".vf-job:visible")).to_have_count(0, timeout=WORK_SECONDS * 1000)
    explorer.settle()


@pytest.mark.parametrize(
    ("explorer", "language"), [("app", "da"), ("app", "en"), ("lab", "da")], indirect=["explorer"]
)
def test_every_tab_works_and_is_tidy(explorer, language):
    texts, explorer.is_used_up = words(language), True
    explorer.open_example("example.naestved")
    explorer.look("Sprog", {"da": "Dansk", "en": "English"}[language])
    for panel in PANELS:
        open_tab(explorer.root, texts(panel.title), language)
        work_is_done(explorer)
        shown = explorer.root.locator(".vf-tabs:visible > .widget-tab-contents")
        assert len(shown.inner_text()) > 100, panel.title
        for width in (1440, 1024):
            explorer.widen(width)
            assert explorer.root.evaluate(BEYOND) == [0, []], (panel.title, width)
        assert explorer.alert.count() == 0, panel.title


def test_all_structures_are_counted_when_asked(explorer):
    texts, explorer.is_used_up = words("da"), True
    explorer.open_example("example.class")
    open_tab(explorer.root, texts("tab.structures"))
    work_is_done(explorer)
    expect(explorer.root.locator(".vf-tabs:visible")).to_contain_text(
        "52"
    )  # five lists: Bell's number
