"""The explorer by keyboard, by screen reader and in colours that the computer sets."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from .explorer_page import ExplorerPage
from .survey import NAMES
from .test_every_tool import SAME

pytestmark = pytest.mark.browser


def test_the_variants_and_what_is_done_with_them_are_told_apart(explorer: ExplorerPage) -> None:
    explorer.is_used_up = True  # the variants stay
    for votes in ("303", "304"):
        explorer.type_votes("Å", votes)
        explorer.press("+ Gem denne")
    names = [name for _, name in explorer.page.evaluate(NAMES)]
    assert max(Counter(each for each in names if each not in SAME).values()) == 1
    assert "Fjern Å +1 stemme · redder 1" in names


FOCUSED = """() => {
  const at = document.activeElement, look = getComputedStyle(at);
  const name = at.ariaLabel || at.labels?.[0]?.textContent || at.textContent;
  return [name.trim(), parseFloat(look.outlineWidth) >= 2 && look.outlineStyle !== "none"];
}"""


def test_the_tab_key_reaches_everything_in_order_and_is_seen(explorer: ExplorerPage) -> None:
    page, reached, unseen = explorer.page, [], []
    explorer.root.locator(".vf-bar select").first.focus()
    for _ in range(120):
        name, is_seen = page.evaluate(FOCUSED)
        reached.append(name)
        if not is_seen:
            unseen.append(name)
        if name == "Regnskab":
            break
        page.keyboard.press("Tab")
    wanted = [
        "Skriv som", "Stemmer på liste A", "Stemmer på liste Å",
        "Flyt stemmer til", "Skyder: stemmer på den valgte liste",
        "Tilføj, fjern eller indsæt", "Valgforbund i fokus", "Regnskab",
    ]  # fmt: skip
    assert [name for name in reached if name in wanted] == wanted
    assert unseen == []


def test_from_the_top_to_the_first_question(explorer: ExplorerPage) -> None:
    """Past the bar in one press, or into it with the arrows."""
    page = explorer.page
    explorer.root.get_by_role("button", name="Til svarene").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED)[0].replace("\N{NO-BREAK SPACE}", " ").startswith("Hvad sker der?")
    explorer.root.get_by_role("button", name="Til svarene").focus()
    page.keyboard.press("Tab")
    assert explorer.root.locator(".vf-bar :focus").count() == 1
    page.keyboard.press("Tab")
    assert explorer.root.locator(".vf-bar :focus").count() == 0
    page.keyboard.press("Shift+Tab")
    first = page.evaluate(FOCUSED)[0]
    page.keyboard.press("ArrowRight")
    second = page.evaluate(FOCUSED)[0]
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(FOCUSED)[0] == first != second


def test_a_fold_opens_and_closes_by_keyboard(explorer: ExplorerPage) -> None:
    fold = explorer.root.get_by_role("button", name="Tilføj, fjern eller indsæt")
    for key, state in (("Enter", "true"), (" ", "false"), ("Enter", "true"), (" ", "false")):
        fold.press(key)
        expect(fold).to_have_attribute("aria-expanded", state)
        letter = explorer.root.get_by_label("Bogstav")
        expect(letter).to_be_visible(visible=state == "true")


def test_the_page_speaks_the_language_of_the_tool(explorer: ExplorerPage) -> None:
    for language, code in (("English", "en"), ("Dansk", "da")):
        explorer.root.locator(".vf-bar select").last.select_option(language)
        expect(explorer.root).to_have_attribute("lang", code)
        expect(explorer.page.locator("html")).to_have_attribute("lang", code)


def test_where_the_computer_sets_the_colours(explorer: ExplorerPage) -> None:
    explorer.page.emulate_media(forced_colors="active")
    ground = "each => getComputedStyle(each).backgroundColor"
    badge = explorer.row("A").locator(".vf-badge")
    assert badge.evaluate(ground) == "rgb(200, 16, 46)"
    width = "each => getComputedStyle(each).borderBottomWidth"
    for row in (".vf-questions", ".vf-tabs"):
        tabs = explorer.root.locator(f"{row} > .lm-TabBar .lm-TabBar-tab")
        assert [tabs.nth(n).evaluate(width) for n in (0, 1)] == ["3px", "1px"], row
    explorer.page.emulate_media(forced_colors="none")
