"""How it was counted, in a real page: a walk seat by seat, and wide tables in their own box."""

import pytest
from playwright.sync_api import expect

from .questions import open_tab

pytestmark = pytest.mark.browser

# How far the page, and the table's box, can be scrolled to the side.
ASIDE = """root => {
  const page = document.scrollingElement, box = root.querySelector(".vf-protocol .vf-scroll");
  return [page.scrollWidth - page.clientWidth, box.scrollWidth - box.clientWidth];
}"""


def show(explorer, name):
    open_tab(explorer.root, name)
    explorer.settle()


def test_a_walk_through_the_seats_of_a_class(explorer):
    explorer.open_example("example.class")
    show(explorer, "Sådan blev der talt")
    table = explorer.root.get_by_role("table", name="Mandaterne i hele rådet")
    now = table.locator("[aria-current=true]")
    expect(now).to_have_count(0)
    # F 11 and 5.5, M 7, V 6, S and K 5 together
    for n, quotient in enumerate(("11", "7", "6", "5,5", "5"), 1):
        explorer.press("Næste mandat ▶")
        expect(now.locator("span")).to_have_text(quotient)
        expect(now.locator("b")).to_have_text(str(n))
    expect(explorer.root.get_by_role("button", name="Næste mandat ▶")).to_be_disabled()
    explorer.look("Vis", "Inde i S-K")
    inside = explorer.root.get_by_role("table", name="Mandaterne inde i S-K")
    expect(inside.locator("[aria-current=true]")).to_contain_text("nr. 5")
    show(explorer, "Regnskab")


@pytest.mark.parametrize("width", [1440, 1024])
def test_a_wide_table_scrolls_in_its_own_box(explorer, width):
    explorer.open("Kommunalvalg 2013", "København")
    show(explorer, "Sådan blev der talt")
    explorer.widen(width)
    page, box = explorer.root.evaluate(ASIDE)
    assert page == 0
    assert box > 100
    show(explorer, "Regnskab")


def test_an_alliance_is_put_in_focus_from_the_table_of_all(explorer):
    explorer.open("Kommunalvalg 2025", "Næstved")
    show(explorer, "Alle valgforbund")
    explorer.press("Sæt A-B-F-Ø-Å i fokus")
    expect(explorer.first).to_contain_text("Valgforbundet A-B-F-Ø-Å")
    show(explorer, "Regnskab")
