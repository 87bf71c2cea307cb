"""On paper: the answer, the pictures and the tables on as many pages as it takes, no controls."""

import re

import pytest

from .tools import NOTEBOOKS, opened

pytestmark = pytest.mark.browser

PAPER = {"portrait": 703, "landscape": 1031}  # pixels of A4 between its margins
PAGE = re.compile(rb"/Type\s*/Page\b")

# What is wider than what a browser shrinks to the paper, and what is cut by something around it.
CUT = """() => {
  const edge = document.documentElement.clientWidth * 1.3, cut = [];
  for (const each of document.querySelectorAll(".vf-explorer *")) {
    if (!each.checkVisibility()) continue;
    const box = each.getBoundingClientRect(), look = getComputedStyle(each);
    if (box.width > 1 && box.right > edge) cut.push(["wide", each.className || each.tagName]);
    const hides = look.overflowY !== "visible" && look.clipPath === "none";
    if (hides && !each.matches("input, select, textarea, .widget-label, .vf-said, [class*=badge]")
        && each.scrollHeight > each.clientHeight + 2) cut.push(["cut", each.className]);
  }
  return cut;
}"""
HELD = """() => {
  const root = document.querySelector(".vf-explorer");
  const held = [];
  for (let each = root; each; each = each.parentElement) {
    const look = getComputedStyle(each);
    if (each.clientHeight && each.scrollHeight > each.clientHeight + 2
        && look.overflowY !== "visible" && each !== document.documentElement)
      held.push(each.id || each.className);
  }
  return held;
}"""
PRESSED = ".vf-explorer :is(button.jupyter-button, [role=tab], [role=slider]):visible"
LIGHT = ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize(("door", "theme"), [("app", "dark"), ("lab", "dark")])
@pytest.mark.parametrize("tool", NOTEBOOKS)
def test_every_tool_on_paper(chromium, tmp_path, tool, door, theme):
    with opened(chromium, tool, tmp_path, door, theme) as shown:
        page = shown.page
        for tab in shown.tabs():
            page.emulate_media(media="print")
            for name, width in PAPER.items():
                page.set_viewport_size({"width": width, "height": 900})
                page.wait_for_timeout(300)
                assert page.evaluate(CUT) == [], (tab, name)
                assert page.evaluate(HELD) == [], (tab, name)
            assert page.locator(PRESSED).count() == 0, tab
            ground = "each => getComputedStyle(each).backgroundColor"
            assert shown.roots.first.evaluate(ground) in LIGHT
            page.emulate_media(media="screen")
            page.set_viewport_size({"width": 1440, "height": 1000})


def test_the_explorer_on_paper_has_all_of_it(chromium, tmp_path):
    with opened(chromium, "election", tmp_path) as shown:
        page = shown.page
        page.get_by_role("tab", name="Tæt på", exact=True).click()
        shown.settle()
        for landscape in (False, True):
            pages = len(PAGE.findall(page.pdf(format="A4", landscape=landscape)))
            assert 2 < pages < 10
        page.emulate_media(media="print")
        assert page.get_by_role("status").first.is_visible()
        assert page.locator(".vf-rows > .vf-row").last.is_visible()
        for picture in ("seats", "votes", "steps", "race"):
            assert page.locator(f".vf-picture-{picture} img").first.is_visible()
