"""Every tool in both doors: axe-core in light and dark, names, language, widths and paper."""

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .survey import COLOURS, PAPER, WIDTHS, Survey, grave, survey
from .tools import NOTEBOOKS

pytestmark = pytest.mark.browser

DOORS = ("app", "lab")
SAME = {"Vores liste", "Spildte stemmer"}  # they do the same wherever they are
LANGUAGES = {"proportional": "sv"}  # the others speak Danish
LIGHT = ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.fixture(
    scope="module", params=[(tool, door) for door in DOORS for tool in NOTEBOOKS], ids="-".join
)
def walked(
    request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, str, Survey]:
    """A tool, its door, and what was found there."""
    tool, door = request.param
    return tool, door, survey(chromium, tool, tmp_path_factory.mktemp("tool"), door)


PALE = """<main class="vf-explorer" style="background: #fff">
<p style="color: #bbb">pale</p><button></button></main>"""


@pytest.mark.parametrize(
    ("options", "rules"),
    [({}, {"color-contrast", "button-name"}), (COLOURS, {"color-contrast"})],
)
def test_axe_finds_what_is_grave(page: Page, options: dict[str, Any], rules: set[str]) -> None:
    page.set_content(PALE)
    assert {rule for rule, _ in grave(page, options)} == rules


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave(walked: tuple[str, str, Survey], theme: str) -> None:
    _, _, found = walked
    assert {name: tab.grave[theme] for name, tab in found.tabs.items() if tab.grave[theme]} == {}


def test_nothing_complained(walked: tuple[str, str, Survey]) -> None:
    assert walked[2].complaints == []


def test_what_does_something_else_is_called_something_else(
    walked: tuple[str, str, Survey],
) -> None:
    for name, tab in walked[2].tabs.items():
        assert tab.names
        assert "" not in tab.names
        twice = {each for each, times in Counter(tab.names).items() if times > 1}
        # who is elected stands among the list's candidates, too
        assert {each for each in twice if not each.startswith("Følg ")} <= SAME, name


def test_a_tool_among_other_things_speaks_its_own_language(
    walked: tuple[str, str, Survey],
) -> None:
    tool, door, found = walked
    language, page = found.languages
    assert language == LANGUAGES.get(tool, "da")
    assert (page == language) is (door == "app")  # JupyterLab speaks its own


def test_nothing_reaches_beyond_the_tool(walked: tuple[str, str, Survey]) -> None:
    _, door, found = walked
    assert found.beyond == ({width: [] for width in WIDTHS} if door == "app" else {})


def test_every_tool_on_paper(walked: tuple[str, str, Survey]) -> None:
    whole = {paper: [] for paper in PAPER}
    for name, tab in walked[2].tabs.items():
        assert (tab.cut, tab.held) == (whole, whole), name
        assert tab.pressed == 0, name
        assert tab.ground in LIGHT
