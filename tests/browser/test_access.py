"""Every tool by keyboard, by screen reader and in the dark: axe-core, names, Tab, language."""

from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .tools import NOTEBOOKS, opened

pytestmark = pytest.mark.browser

DOORS = [("app", "light"), ("app", "dark"), ("lab", "light"), ("lab", "dark")]
GRAVE = ("serious", "critical")
WHERE = {"include": [".vf-explorer"]}  # the rest of the page is the host's

# What a person can use and sees, with the name that a screen reader says; a head of a column is
# called as its column, and told apart by its table.
NAMES = """() => [...document.querySelectorAll(
  ".vf-explorer :is(button, input, select, textarea, summary, [role=button], [role=slider])")]
  .filter(each => each.checkVisibility() && !each.closest("[aria-hidden=true], th[scope=col]"))
  .map(each => [each.tagName, each.ariaLabel || each.labels?.[0]?.textContent || each.textContent])
  .map(([tag, name]) => [tag, name.replaceAll("\\u200b", "").trim()])"""
SAME = {"Vores liste", "Spildte stemmer"}  # they do the same wherever they are


def wrong(page):
    """What axe finds that keeps somebody from using the page, and where."""
    found = Axe().run(page, context=WHERE).response["violations"]
    return [
        (each["id"], [node["html"][:200] for node in each["nodes"]])
        for each in found
        if each["impact"] in GRAVE
    ]


@pytest.mark.parametrize(("door", "theme"), DOORS)
@pytest.mark.parametrize("tool", NOTEBOOKS)
def test_axe_finds_nothing_grave(chromium, tmp_path, tool, door, theme):
    with opened(chromium, tool, tmp_path, door, theme) as shown:
        for tab in shown.tabs():
            shown.unfold()
            assert wrong(shown.page) == [], (tab, door, theme)
        assert shown.complaints == []


@pytest.mark.parametrize("tool", NOTEBOOKS)
def test_what_does_something_else_is_called_something_else(chromium, tmp_path, tool):
    with opened(chromium, tool, tmp_path) as shown:
        for tab in shown.tabs():
            shown.unfold()
            names = [name for _, name in shown.page.evaluate(NAMES)]
            assert "" not in names
            twice = [name for name, times in Counter(names).items() if times > 1]
            assert set(twice) <= SAME, tab


def test_the_variants_and_what_is_done_with_them_are_told_apart(chromium, tmp_path):
    with opened(chromium, "election", tmp_path) as shown:
        shown.page.get_by_role("tab", name="Varianter").click()
        for _ in range(2):
            shown.page.get_by_role("button", name="Fasthold", exact=True).click()
            shown.settle()
        names = [name for _, name in shown.page.evaluate(NAMES)]
        assert max(Counter(each for each in names if each not in SAME).values()) == 1
        assert "Fjern det, der vises nu (2)" in names


FOCUSED = """() => {
  const at = document.activeElement, look = getComputedStyle(at);
  const name = at.ariaLabel || at.labels?.[0]?.textContent || at.textContent;
  return [name.trim(), parseFloat(look.outlineWidth) >= 2 && look.outlineStyle !== "none"];
}"""


def test_the_tab_key_reaches_everything_in_order_and_is_seen(chromium, tmp_path):
    with opened(chromium, "election", tmp_path) as shown:
        page, reached, unseen = shown.page, [], []
        page.locator(".vf-bar select").first.focus()
        for _ in range(120):
            name, is_seen = page.evaluate(FOCUSED)
            reached.append(name)
            if not is_seen:
                unseen.append(name)
            if name == "Regnskab":
                break
            page.keyboard.press("Tab")
        wanted = [
            "Sted", "Eksempler …", "Skriv som", "Stemmer på liste A", "Stemmer på liste Å",
            "Flyt stemmer til", "Skyder: stemmer på den valgte liste",
            "Tilføj, fjern eller indsæt", "Valgforbund i fokus", "Regnskab",
        ]  # fmt: skip
        assert [name for name in reached if name in wanted] == wanted
        assert unseen == []


def test_a_fold_opens_and_closes_by_keyboard(chromium, tmp_path):
    with opened(chromium, "election", tmp_path) as shown:
        fold = shown.page.get_by_role("button", name="Tilføj, fjern eller indsæt")
        for key, state in (("Enter", "true"), (" ", "false"), ("Enter", "true")):
            fold.press(key)
            expect(fold).to_have_attribute("aria-expanded", state)
        expect(shown.page.get_by_label("Bogstav")).to_be_visible()


def test_the_page_speaks_the_language_of_the_tool(chromium, tmp_path):
    with opened(chromium, "election", tmp_path) as shown:
        for language, code in (("English", "en"), ("Dansk", "da")):
            shown.page.locator(".vf-bar select").last.select_option(language)
            expect(shown.roots.first).to_have_attribute("lang", code)
            expect(shown.page.locator("html")).to_have_attribute("lang", code)


def test_a_tool_among_other_things_speaks_its_own_language(chromium, tmp_path):
    with opened(chromium, "proportional", tmp_path, "lab") as shown:
        expect(shown.roots.first).to_have_attribute("lang", "sv")
        expect(shown.page.locator("html")).not_to_have_attribute("lang", "sv")


def test_where_the_computer_sets_the_colours(chromium, tmp_path):
    with opened(chromium, "election", tmp_path) as shown:
        shown.page.emulate_media(forced_colors="active")
        ground = "each => getComputedStyle(each).backgroundColor"
        assert shown.page.locator(".vf-badge").first.evaluate(ground) == "rgb(200, 16, 46)"
        tabs = shown.page.locator(".vf-tabs .lm-TabBar-tab")
        width = "each => getComputedStyle(each).borderTopWidth"
        assert [tabs.nth(n).evaluate(width) for n in (0, 1)] == ["3px", "1px"]
