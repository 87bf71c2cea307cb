"""From one tool to another by the menu: one server, and the scenario goes along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from servers import ROOT, Server, started

from .complaints import listen
from .memory_page import OPEN_SECONDS, MemoryPage
from .survey import grave
from .tools import SHIPPED

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

SIZE = {"width": 1366, "height": 900}
NOTEBOOKS = ROOT / "notebooks"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=SIZE, locale="da-DK")
    context.set_default_timeout(OPEN_SECONDS * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """All notebooks as they are shipped, on one server; their use changes none of them."""
    before = as_they_are()
    with started("app", tmp_path_factory.mktemp("tools"), options=[SHIPPED]) as server:
        yield server
    assert as_they_are() == before


def as_they_are() -> dict[str, bytes]:
    """Every notebook, byte for byte."""
    return {path.name: path.read_bytes() for path in NOTEBOOKS.glob("*.ipynb")}


def menu(page: Page) -> Locator:
    """The menu of the first tool of the page, opened."""
    found = page.locator(".vf-elsewhere").first
    found.locator("summary").click()
    return found


def ready(page: Page) -> None:
    """The tool is there and has said what it found."""
    page.locator(".vf-memory-line").first.wait_for(state="attached")
    page.locator(".vf-explorer:not(.vf-asleep)").first.wait_for()
    if page.locator(".vf-asking").count():
        page.get_by_role("button", name="Bare se", exact=True).click()
    page.wait_for_timeout(500)


def seats(page: Page) -> dict[str, str]:
    """The seats in the tool for the council, by letter."""
    rows = page.locator(".vf-council-row").all()
    found = [
        (row.locator(".vf-badge").first.inner_text(), row.locator("input").last) for row in rows
    ]
    return {letter: field.input_value() for letter, field in found}


def resize(page: Page, seats: str) -> None:
    field = page.get_by_label("Mandater", exact=True).first
    field.fill(seats)
    field.press("Enter")
    expect(page.locator(".vf-memory-line").first).to_contain_text("gemt")


def test_every_tool_leads_to_every_other(page: Page, server: Server) -> None:
    complaints = listen(page, server)
    page.goto(server.address)
    names = []
    goals = {
        "Konstituering": "konstituering",
        "Valgaften": "valgaften",
        "Et partis valgforbund": "party-review",
        "Undervisning": "undervisning",
        "Forholdstalsvalg": "jamforelsetal",
        "": "",
    }
    for name, goal in goals.items():
        ready(page)
        links = menu(page).locator("nav > *")
        names.append(links.locator("b").all_inner_texts())
        expect(page.locator("[aria-current=page]")).to_have_count(1)
        assert "token" not in " ".join(filter(None, (a.get_attribute("href") for a in links.all())))
        if name:
            links.filter(has_text=name).click()
            page.wait_for_url(f"**/{goal}*")
    assert [len(each) for each in names] == [6] * 6
    assert names[:5] == [names[0]] * 5  # the last one is in Swedish
    assert "Proportionella val" in names[5]
    assert "token" not in page.url
    assert complaints == []


def test_the_seats_go_along_and_what_was_made_of_them_is_not_taken_away(
    page: Page, server: Server
) -> None:
    complaints = listen(page, server)
    page.goto(server.address)
    ready(page)
    resize(page, "23")
    menu(page).get_by_text("Konstituering").click()
    page.wait_for_url("**/konstituering")
    ready(page)
    place = page.locator(".vf-place input").first
    expect(place).to_have_attribute("placeholder", "Lyngby-Taarbæk")
    assert sum(int(each) for each in seats(page).values()) == 23
    # what is made of them stays when nothing has changed there
    field = page.locator(".vf-council-row input").last
    field.fill("7")
    field.press("Enter")
    expect(page.locator(".vf-memory-line").first).to_contain_text("gemt")
    changed = seats(page)
    menu(page).get_by_text("Valgforbund", exact=True).click()
    page.wait_for_url("**/explorer")
    ready(page)
    expect(page.get_by_label("Mandater", exact=True).first).to_have_value("23")
    menu(page).get_by_text("Konstituering").click()
    page.wait_for_url("**/konstituering")
    ready(page)
    assert seats(page) == changed
    # other seats are a step there, that can be undone
    page.go_back()
    ready(page)
    resize(page, "19")
    menu(page).get_by_text("Konstituering").click()
    page.wait_for_url("**/konstituering")
    ready(page)
    page.wait_for_timeout(1000)
    assert sum(int(each) for each in seats(page).values()) == 19
    page.get_by_role("button", name="Fortryd").first.click()
    page.wait_for_timeout(1000)
    assert seats(page) == changed
    assert complaints == []


def test_a_new_tab_takes_them_along_too(page: Page, server: Server) -> None:
    page.goto(server.address)
    ready(page)
    resize(page, "23")
    with page.context.expect_page() as opened:
        menu(page).get_by_text("Konstituering").click(modifiers=["Control"])
    there = opened.value
    ready(there)
    expect(there.locator(".vf-place input").first).to_have_attribute(
        "placeholder", "Lyngby-Taarbæk"
    )
    assert sum(int(each) for each in seats(there).values()) == 23
    assert there.url.endswith("/konstituering")
    assert page.url == server.address  # this one stays
    assert not MemoryPage(page).store("valgforbund:handed:")


def test_what_cannot_be_taken_is_told_and_changes_nothing(page: Page, server: Server) -> None:
    page.goto(server.address)
    ready(page)
    page.get_by_label("Eksempler").first.select_option(label="Nyt, tomt valg")
    page.wait_for_timeout(1500)
    menu(page).get_by_text("Konstituering").click()
    page.wait_for_url("**/konstituering")
    ready(page)
    expect(page.locator(".vf-alert [role=alert]").first).to_be_visible()
    expect(page.locator(".vf-place input").first).to_have_attribute("placeholder", "Herlev")


def test_the_menu_is_opened_and_left_by_keyboard(page: Page, server: Server) -> None:
    page.goto(server.address)
    ready(page)
    summary = page.locator(".vf-elsewhere summary").first
    summary.focus()
    summary.press("Enter")
    fold = page.locator(".vf-elsewhere details").first
    expect(fold).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(page.locator(".vf-elsewhere a").first).to_be_focused()
    assert grave(page, {}) == []
    page.keyboard.press("Escape")
    expect(fold).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_in_jupyterlab_it_opens_the_copy_beside_and_ours_stay_as_they_were(
    page: Page, tmp_path: Path
) -> None:
    before = as_they_are()
    with started("lab", tmp_path, options=[SHIPPED]) as server:
        page.goto(server.address)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        ready(page)
        resize(page, "23")
        menu(page).get_by_text("Konstituering").click()
        place = page.locator(".vf-constitution .vf-place input").first
        expect(place).to_have_attribute("placeholder", "Lyngby-Taarbæk")
        assert sum(int(each) for each in seats(page).values()) == 23
        page.evaluate("jupyterapp.commands.execute('docmanager:save-all')")
        page.wait_for_timeout(2000)
    copies = {path.name for path in (tmp_path / "egne").glob("*.ipynb")}
    assert copies == set(before)
    assert "application/vnd.jupyter.widget-view" in (tmp_path / "egne/explorer.ipynb").read_text()
    assert as_they_are() == before
