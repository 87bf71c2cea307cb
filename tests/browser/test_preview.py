"""In the real page: a file that is no scenario of ours is shown first, and used when asked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import workbooks
from playwright.sync_api import Browser, expect

from .files_page import FilesPage
from .tools import ToolPage, opened

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

ROWS = (
    ("Kommunalvalg i Andeby",),
    ("Bogstav", "Parti", "Stemmer", "Valgforbund", "Kandidater", "Mandater"),
    ("A", "Socialdemokratiet", 8123, "A-F", 12, 4),
    ("F", "SF - Socialistisk Folkeparti", 1040, "A-F", 7, 0),
    ("X", "Andeby <b>først</b>", 303, "", 3, 0),
    ("V", "Venstre, Danmarks Liberale Parti", 9001, "", 25, 5),
    ("I alt", "", 18467),
)


@pytest.fixture(scope="module", params=[("app", "light"), ("lab", "dark")], ids="/".join)
def tool(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[ToolPage]:
    door, theme = request.param
    with opened(chromium, "election", tmp_path_factory.mktemp("preview"), door, theme) as page:
        yield page


def test_a_workbook_is_shown_then_used(tool: ToolPage, request: pytest.FixtureRequest) -> None:
    files = FilesPage(tool.page)
    book = {"name": "andeby.xlsx", "mimeType": "", "buffer": workbooks.xlsx(ROWS)}
    before = tool.page.locator(".vf-lists").inner_text()
    files.choose(book)
    preview = tool.page.locator(".vf-preview")
    expect(preview).to_contain_text("»andeby.xlsx« er læst, men ikke brugt endnu")
    expect(preview).to_contain_text("Læst: en tabel med 4 lister, 18.467 stemmer og 9 mandater.")
    expect(preview).to_contain_text("Andeby <b>først</b>")
    tool.settle()
    assert tool.page.locator(".vf-lists").inner_text() == before
    for width in (1366, 390):
        tool.page.set_viewport_size({"width": width, "height": 1000})
        tool.settle()
        box = preview.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        if folder := os.environ.get("VALGFORBUND_PICTURES"):
            name = f"preview-{request.node.callspec.id.replace('/', '-')}-{width}.png"
            tool.page.screenshot(path=Path(folder) / name)
    tool.page.set_viewport_size({"width": 1440, "height": 1000})
    preview.get_by_role("button", name="Brug ikke").click()
    expect(preview).to_be_hidden()
    files.choose(book)
    preview.get_by_role("button", name="Brug", exact=True).click()
    expect(preview).to_be_hidden()
    expect(tool.page.locator(".vf-alert").first).to_contain_text("Åbnet.")
    tool.settle()
    values = tool.page.locator(".vf-lists").first.evaluate(
        "each => [...each.querySelectorAll('input')].map(field => field.value)"
    )
    assert {"8.123", "1.040", "303", "9.001"} <= {*values}
    assert tool.complaints == []
