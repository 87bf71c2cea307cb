"""One walk through every tab of a tool, and all that is looked at on the way.

Opening a tool and doing the work of its tabs takes most of the time of such a test: so each tool
is opened once behind each door, and the tests ask what was found.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .tools import SIZE, ToolPage, opened

WHERE = {"include": [".vf-explorer"]}  # the rest of the page is the host's
GRAVE = ("serious", "critical")
# what a theme can change
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

# What a person can use and sees, with the name that a screen reader says; a head of a column is
# called as its column, and told apart by its table.
NAMES = """() => [...document.querySelectorAll(
  ".vf-explorer :is(button, input, select, textarea, summary, [role=button], [role=slider])")]
  .filter(each => each.checkVisibility() && !each.closest("[aria-hidden=true], th[scope=col]"))
  .map(each => [each.tagName, each.ariaLabel || each.labels?.[0]?.textContent || each.textContent])
  .map(([tag, name]) => [tag, name.replaceAll("\\u200b", "").trim()])"""

WIDTHS = (390, 1024, 1440)
# What can be used or read and begins inside the tool, but ends outside; what scrolls in a box of
# its own is inside that box.
BEYOND = """() => [...document.querySelectorAll(".vf-explorer")].flatMap(tool => {
  const edge = tool.getBoundingClientRect().right;
  const scrolls = each => each !== tool && (
    ["auto", "scroll"].includes(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
  return [...tool.querySelectorAll("button, input, select, svg, th, td, p, h1, h2")]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().width > 1)
    .filter(each => each.getBoundingClientRect().right > edge + 0.5 && !scrolls(each))
    .map(each => each.outerHTML.slice(0, 120));
})"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

PAPER = {"portrait": 703, "landscape": 1031}  # pixels of A4 between its margins
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
GROUND = "each => getComputedStyle(each).backgroundColor"
LANGUAGES = """() => [document.querySelector(".vf-explorer").lang, document.documentElement.lang]"""

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
CHANGE = "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})"


class Tab(NamedTuple):
    """What was found in one tab.

    Attributes
    ----------
    grave : dict of list
        What keeps somebody from using it, by theme.
    names : list of str
        What a screen reader says of all that can be used.
    cut, held : dict of list
        What is wider than the paper or cut on it, and what keeps the page from growing.
    pressed : int
        How much could be pressed on paper.
    ground : str
        The colour of the paper.
    """

    grave: dict[str, list[Any]]
    names: list[str]
    cut: dict[str, list[Any]]
    held: dict[str, list[str]]
    pressed: int
    ground: str


class Survey(NamedTuple):
    """What was found in one tool behind one door, which opened in the dark.

    Attributes
    ----------
    tabs : dict of Tab
    beyond : dict of list
        What reaches beyond the tool, by width, in the page without code.
    languages : list of str
        Of the tool and of the page.
    complaints : list of str
    """

    tabs: dict[str, Tab]
    beyond: dict[int, list[Any]]
    languages: list[str]
    complaints: list[str]


def survey(browser: Browser, tool: str, folder: Path, door: str) -> Survey:
    """Walk through a tool."""
    with opened(browser, tool, folder, door, "dark") as shown:
        beyond = {width: _beyond(shown, width) for width in WIDTHS} if door == "app" else {}
        shown.page.set_viewport_size(SIZE)
        tabs = {tab: _look_at(shown, door) for tab in shown.tabs()}
        languages = shown.page.evaluate(LANGUAGES)
        return Survey(tabs, beyond, languages, [*shown.complaints])


def _look_at(shown: ToolPage, door: str) -> Tab:
    """The tab that is open: on paper, then unfolded, in the dark and in the light."""
    page = shown.page
    cut, held = {}, {}
    with _printed(page):
        for name, width in PAPER.items():
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(300)
            cut[name], held[name] = page.evaluate(CUT), page.evaluate(HELD)
        pressed = page.locator(PRESSED).count()
        ground = shown.roots.first.evaluate(GROUND)
    shown.unfold()
    found = {"dark": grave(page, COLOURS)}
    _change(page, door, "light")
    found["light"] = grave(page, {})
    names = [name for _, name in page.evaluate(NAMES)]
    _change(page, door, "dark")
    return Tab(found, names, cut, held, pressed, ground)


def _beyond(shown: ToolPage, width: int) -> list[Any]:
    shown.page.set_viewport_size({"width": width, "height": 900})
    shown.settle()
    wide = shown.page.evaluate(WIDE)
    return [*shown.page.evaluate(BEYOND), *[wide] * (wide > 0)]


@contextmanager
def _printed(page: Page) -> Iterator[None]:
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="screen")
    page.set_viewport_size(SIZE)


def grave(page: Page, options: dict[str, Any]) -> list[Any]:
    """What axe finds that keeps somebody from using the page, and where."""
    found = Axe().run(page, context=WHERE, options=options).response["violations"]
    return [
        (each["id"], [node["html"][:200] for node in each["nodes"]])
        for each in found
        if each["impact"] in GRAVE
    ]


def _change(page: Page, door: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # no colour on its way
    if door == "lab":
        page.evaluate(CHANGE, THEMES[theme])
    page.wait_for_timeout(300)
