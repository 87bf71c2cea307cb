"""Nothing of a tool reaches beyond it, on a phone, a tablet and a screen."""

import pytest

from .tools import NOTEBOOKS, opened

pytestmark = pytest.mark.browser

# What can be used or read and begins inside the tool, but ends outside; what scrolls in a box of
# its own is inside that box.
BEYOND = """() => [...document.querySelectorAll(".vf-explorer")].flatMap(tool => {
  const edge = tool.getBoundingClientRect().right;
  const scrolls = each => each !== tool && (
    ["auto", "scroll"].includes(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
  return [...tool.querySelectorAll("button, input, select, img, th, td, p, h1, h2")]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().width > 1)
    .filter(each => each.getBoundingClientRect().right > edge + 0.5 && !scrolls(each))
    .map(each => each.outerHTML.slice(0, 120));
})"""


@pytest.mark.parametrize("tool", NOTEBOOKS)
def test_nothing_reaches_beyond_the_tool(chromium, tmp_path, tool):
    with opened(chromium, tool, tmp_path) as shown:
        for width in (390, 1024, 1440):
            shown.page.set_viewport_size({"width": width, "height": 900})
            shown.settle()
            assert shown.page.evaluate(BEYOND) == [], width
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert shown.page.evaluate(wide) <= 0, width
