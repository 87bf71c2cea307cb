"""Tables in a real page: rows are pressed, columns sorted, the whole copied; by keyboard, too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from valgforbund.wording import words

from .explorer_page import ExplorerPage, both_doors
from .questions import open_tab

pytestmark = pytest.mark.browser

TEXTS = words("da")
BEST = "M-V-Å"  # for Å in Lyngby-Taarbæk: the smallest of equals is the first
HOSTILE = {"A": "<img src=x onerror=alert(1)>", "B": "=cmd|' /C calc'!A0", "C": "$x$", "F": '"F"'}
NO_CLIPBOARD = """() => {
  window.kept = navigator.clipboard;
  Object.defineProperty(navigator, "clipboard", {value: undefined, configurable: true});
}"""


def opened(explorer: ExplorerPage, tab: str) -> None:
    open_tab(explorer.root, TEXTS(tab))
    explorer.settle()
    expect(explorer.root.locator(".vf-job:visible")).to_have_count(0)


def table(explorer: ExplorerPage, caption: str) -> Locator:
    return explorer.root.get_by_role("table", name=caption)


def column(found: Locator, place: int) -> list[str]:
    """What stands in a column, from top to bottom."""
    return found.locator(f"tbody tr > :nth-child({place})").all_inner_texts()


def head(found: Locator, name: str) -> Locator:
    return found.get_by_role("columnheader", name=name, exact=True)


def sort(found: Locator, name: str) -> None:
    head(found, name).get_by_role("button").click()


@pytest.fixture
def bounds(explorer: ExplorerPage) -> Locator:
    """What every list can have: letters and names, and whole numbers."""
    opened(explorer, "tab.partners")
    found = table(explorer, TEXTS("bounds.caption"))
    expect(found).to_be_visible()
    return found


@pytest.fixture
def clipboard(explorer: ExplorerPage) -> Iterator[ExplorerPage]:
    context = explorer.page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield explorer
    context.clear_permissions()


def read(explorer: ExplorerPage) -> list[list[str]]:
    """The cells on the clipboard."""
    text = explorer.page.evaluate("(window.kept ?? navigator.clipboard).readText()")
    return [line.split("\t") for line in text.splitlines()]


def copy(explorer: ExplorerPage, caption: str) -> None:
    button = explorer.root.get_by_role("button", name=f"{TEXTS('table.copy')}: {caption}")
    button.click()
    expect(button.locator("xpath=preceding-sibling::*")).to_have_text(TEXTS("table.copied"))


@both_doors
@pytest.mark.parametrize("how", ["click", "Enter", "Space", "cell"])
def test_pressing_a_row_tries_it(explorer: ExplorerPage, how: str) -> None:
    explorer.look("Vores liste", "Å Alternativet")
    opened(explorer, "tab.partners")
    label = TEXTS("strategy.try_row", what=BEST)
    row = explorer.root.get_by_role("button", name=label, exact=True)
    expect(row).to_be_visible()
    if how == "click":
        row.click()
    elif how == "cell":
        row.locator("xpath=ancestor::tr").locator("td").first.click()
    else:
        row.focus()
        row.press(how)
    explorer.settle()
    alliance = explorer.root.get_by_label("Valgforbund for liste Å", exact=True)
    expect(alliance.locator("option:checked")).to_have_text(BEST)
    if how in {"Enter", "Space"}:  # whoever goes by keyboard goes on from there
        expect(row).to_be_focused()
    explorer.press("Fortryd")
    expect(alliance.locator("option:checked")).to_have_text("C-Å")


@both_doors
def test_columns_sort_and_the_third_press_leads_back(bounds: Locator) -> None:
    lists, most = TEXTS("bounds.list"), TEXTS("bounds.most")
    given = column(bounds, 1)
    letters = [name.split(" ")[0] for name in given]
    sort(bounds, lists)
    expect(head(bounds, lists)).to_have_attribute("aria-sort", "ascending")
    by_alphabet = [name.split(" ")[0] for name in column(bounds, 1)]
    assert by_alphabet == sorted(letters, key="ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ".index)
    sort(bounds, lists)
    assert [name.split(" ")[0] for name in column(bounds, 1)] == by_alphabet[::-1]
    sort(bounds, lists)
    assert column(bounds, 1) == given
    assert bounds.locator("[aria-sort]").count() == 0

    sort(bounds, most)  # as numbers, the largest first, equal ones as they were
    expect(head(bounds, most)).to_have_attribute("aria-sort", "descending")
    numbers = [int(text.split(" ")[0]) for text in column(bounds, 5)]
    assert numbers == sorted(numbers, reverse=True)
    assert max(numbers) > 9
    seats = dict(zip(column(bounds, 1), numbers, strict=True))
    assert column(bounds, 1) == sorted(given, key=lambda name: -seats[name])
    sort(bounds, most)
    sort(bounds, most)


def test_the_order_stays_while_numbers_change(explorer: ExplorerPage, bounds: Locator) -> None:
    now = TEXTS("bounds.now")
    sort(bounds, now)
    explorer.type_votes("Å", "9.000")
    expect(explorer.root.locator(".vf-stale")).to_have_count(0)
    expect(head(bounds, now)).to_have_attribute("aria-sort", "descending")
    seats = {letter: int(now) for letter, (now, _, _) in explorer.seats().items()}
    wanted = sorted(seats, key=lambda letter: -seats[letter])  # equal ones as they were
    assert [name.split(" ")[0] for name in column(bounds, 1)] == wanted
    assert column(bounds, 2) == [str(seats[letter]) for letter in wanted]
    sort(bounds, now)
    sort(bounds, now)


@both_doors
def test_the_whole_is_copied_as_a_spreadsheet_takes_it(clipboard: ExplorerPage) -> None:
    explorer = clipboard
    opened(explorer, "tab.close_calls")
    caption = TEXTS("margins.caption", source=TEXTS("slider.new"))
    copy(explorer, caption)
    first, *rows = read(explorer)
    assert first == [
        TEXTS(f"margins.{key}") for key in ("unit", "seats", "gain", "from", "lose", "to")
    ]
    shown = table(explorer, caption)
    assert len(rows) == shown.locator("tbody tr").count()
    assert {len(row) for row in rows} == {6}
    by_list = {row[0]: row for row in rows}
    assert by_list["O Dansk Folkeparti"][1:3] == ["1", "1.215"]
    assert by_list["O Dansk Folkeparti"][4].isdigit()


def test_what_is_copied_is_no_formula_and_what_is_shown_no_html(clipboard: ExplorerPage) -> None:
    explorer = clipboard
    for letter, name in HOSTILE.items():
        explorer.rename(letter, name)
    explorer.add_list("=1+1", "=1+1")
    opened(explorer, "tab.partners")
    caption = TEXTS("bounds.caption")
    shown = column(table(explorer, caption), 1)
    for letter, name in HOSTILE.items():
        assert f"{letter} {name}" in shown
    copy(explorer, caption)
    first = [row[0] for row in read(explorer)]
    assert "'=1+1" in first
    assert f"A {HOSTILE['A']}" in first
    assert not [cell for cell in first if cell[0] in "=+-@"]


def test_copying_works_where_there_is_no_clipboard(clipboard: ExplorerPage) -> None:
    explorer = clipboard
    opened(explorer, "tab.savings")
    caption = TEXTS("savings.caption")
    explorer.page.evaluate(NO_CLIPBOARD)
    copy(explorer, caption)
    button = explorer.root.get_by_role("button", name=f"{TEXTS('table.copy')}: {caption}")
    expect(button).to_be_focused()
    assert [row[0] for row in read(explorer)] == [
        TEXTS("savings.column.alliance"),
        "A-B-F-Ø",
        "C-Å",
        "I-M-O-V",
    ]
    explorer.page.evaluate("() => { delete navigator.clipboard; delete window.kept; }")


def test_a_screen_reader_is_told_what_can_be_done(explorer: ExplorerPage) -> None:
    opened(explorer, "tab.savings")
    nodes, caption = explorer.accessible(), TEXTS("savings.caption")
    assert ("table", caption) in nodes
    assert ("columnheader", TEXTS("savings.column.seats")) in nodes
    assert ("button", TEXTS("savings.column.seats")) in nodes
    assert ("button", f"{TEXTS('table.copy')}: {caption}") in nodes
    assert ("button", TEXTS("savings.focus_row", what="C-Å")) in nodes
    assert explorer.root.locator(".vf-copied[aria-live=polite]").count() > 0


@pytest.mark.parametrize("width", [1440, 390])
def test_a_wide_table_scrolls_in_its_own_box(explorer: ExplorerPage, width: int) -> None:
    opened(explorer, "tab.close_calls")
    explorer.widen(width)
    box = explorer.root.locator(".vf-margins .vf-scroll")
    inside, seen = box.evaluate("box => [box.scrollWidth, box.clientWidth]")
    page = explorer.page.evaluate("document.scrollingElement.scrollWidth")
    assert page <= width
    assert (inside > seen) == (width == 390)
