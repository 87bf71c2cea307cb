"""Konstituering in a real browser: alone, and opened below the explorer's tab of majorities."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from servers import ROOT, started

from .complaints import listen
from .conftest import OPEN_SECONDS
from .questions import open_tab
from .start import look

pytestmark = pytest.mark.browser

BESIDE_FILES = 934, 575  # what JupyterLab leaves of 1366 and 1024 pixels beside its list of files
TABS = {
    "Flertal": "Flertal, hvor alle er nødvendige",
    "Udvalg": "Trin for trin",
    "Aftalen": "Mangler og problemer",
    "Poster uden mandat": "Ingen poster endnu",
    "Borgmester": "Hver liste stemmer samlet",
}

# What reaches to the right of the tool or its tabs, and fields and buttons that nobody could call
# by a name.
FITS = """root => {
  const right = each => each.getBoundingClientRect().right;
  const edge = each => right(each.parentElement.closest(".vf-tabs") ?? root);
  const shown = [...root.querySelectorAll("*")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !each.closest(".vf-scroll");
  });
  const names = each => each.labels?.length ? each.labels[0].textContent : each.textContent;
  return [
    shown.filter(each => right(each) > edge(each) + 1).map(each => each.className),
    shown.filter(each => each.matches("input, select, textarea, button") && !names(each).trim())
      .map(each => each.outerHTML),
  ];
}"""


@contextmanager
def opened(page: Page, folder: Path, notebook: str) -> Iterator[Page]:
    folder.joinpath("notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / f"{notebook}.ipynb", folder / "notebooks")
    with started("app", folder, notebook) as server:
        complaints = listen(page, server)
        page.goto(server.address, timeout=OPEN_SECONDS * 1000)
        if notebook == "explorer":
            look(page, OPEN_SECONDS * 1000)
        else:
            expect(page.locator(".vf-tabs")).to_be_visible(timeout=OPEN_SECONDS * 1000)
        yield page
        assert not complaints


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def test_a_council_constitutes_itself(page: Page, tmp_path: Path) -> None:
    with opened(page, tmp_path, "konstituering"):
        expect(page).to_have_title("Herlev – Konstituering")
        expect(page.get_by_role("note")).to_contain_text(
            "Antaget ved åbningen: A, B, F og Ø er én valggruppe"
        )

        tab(page, "Udvalg")
        seats = page.get_by_role("table", name="Pladser efter d'Hondt over grupperne")
        expect(seats.get_by_role("row").nth(2)).to_have_text("Børne- og Uddannelsesudvalget541")
        page.get_by_role("button", name="Gennemfør udligningen").click()
        expect(seats.get_by_role("row").nth(2)).to_contain_text("3 −12 +1")
        page.get_by_label("Valggruppe for liste B").select_option("står alene")
        expect(page.get_by_text("Grupper: A-F-Ø 13, B 1, C 5.")).to_be_visible()
        size = page.get_by_label("Medlemmer 2", exact=True)
        size.fill("4")
        size.press("Tab")
        expect(page.get_by_role("alert")).to_contain_text("ulige antal")
        expect(size).to_have_value("5")
        page.get_by_role("button", name="Fortryd", exact=True).click()
        expect(page.get_by_text("Grupper: A-B-F-Ø 14, C 5.")).to_be_visible()

        for width in (1440, 1024, *BESIDE_FILES):
            page.set_viewport_size({"width": width, "height": 1000})
            for name, text in TABS.items():
                tab(page, name)
                expect(page.get_by_text(text)).to_be_visible()
                wide, nameless = page.locator(".vf-constitution").evaluate(FITS)
                assert (wide, nameless) == ([], []), (width, name)


def test_the_tool_opens_below_the_explorer_as_wide_as_its_tab(page: Page, tmp_path: Path) -> None:
    with opened(page, tmp_path, "explorer"):
        open_tab(page, "Flertal og poster")
        expect(page.get_by_text("Flertal kræver 11 af 21 mandater.")).to_be_visible()
        page.get_by_role("button", name="Konstituér dette byråd").click()
        tool = page.locator(".vf-constitution")
        expect(tool.get_by_role("note")).to_contain_text("Lyngby-Taarbæk")
        tab(page, "Borgmester")
        expect(tool.get_by_text("Fremmødte medlemmer")).to_be_visible()
        assert tool.bounding_box()["width"] > 700
        assert tool.evaluate(FITS) == [[], []]
