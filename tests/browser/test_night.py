"""Valgaften in a real browser: the clock goes, the map is walked through, a reload stands still."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import evenings
import feeds
import pytest
from playwright.sync_api import Browser, Page, expect
from servers import started

from .complaints import listen
from .files_page import FilesPage, told
from .memory_page import MemoryPage
from .tools import OPEN_SECONDS, SHIPPED, ToolPage
from .wire import Wire

pytestmark = pytest.mark.browser

SLOW = 60_000  # ms: others may keep the machine busy
TOLD = re.compile(r"Hvad der er sket til kl\.")


class NightPage:
    """What a person does and sees."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clock = page.locator(".vf-night-time")
        self.line = page.locator(".vf-night-line [role=slider]")
        self.events = page.locator(".vf-night-events")
        self.council = page.locator(".vf-night-council > .vf-card")

    def ready(self) -> None:
        expect(self.events).to_contain_text(TOLD, timeout=OPEN_SECONDS * 1000)

    def press(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).click()

    def shows(self, time: str) -> None:
        """The clock, and all that is shown beside it, is of this time."""
        expect(self.clock).to_have_text(time, timeout=SLOW)
        expect(self.page.locator(".vf-night-parties")).to_contain_text(f"kl. {time}", timeout=SLOW)
        named = re.compile(f"kl. {time}$")
        expect(self.page.locator(".vf-night-map svg")).to_have_attribute("aria-label", named)
        if self.events.locator("table").count():  # nothing has happened before the first count
            expect(self.events).to_contain_text(f"kl. {time}", timeout=SLOW)


@pytest.fixture(scope="module")
def night(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NightPage]:
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, locale="da-DK")
    folder: Path = tmp_path_factory.mktemp("night")
    with started("app", folder, "valgaften", options=[SHIPPED]) as server:
        page = context.new_page()
        page.set_default_timeout(OPEN_SECONDS * 1000)
        complaints, wire = listen(page, server), Wire(page)
        page.goto(server.address)
        shown = NightPage(page)
        shown.ready()
        ToolPage(page, complaints, wire).settle()
        yield shown
        assert complaints == []
        context.close()


def test_the_line_is_dragged_by_keyboard_and_all_follows(night: NightPage) -> None:
    night.shows("22:00")
    night.line.press("Home")
    night.shows("20:00")
    night.line.press("ArrowRight")
    night.shows("20:01")
    night.line.press("PageUp")
    night.shows("20:16")
    night.line.press("ArrowLeft")
    night.line.press("PageDown")
    night.shows("20:00")


def test_it_plays_and_pauses(night: NightPage) -> None:
    night.line.press("Home")
    night.shows("20:00")
    night.page.get_by_label("Fart", exact=True).select_option(label="600×")
    night.press("Start")
    expect(night.clock).to_have_text(re.compile(r"2[1-3]:"), timeout=SLOW)
    night.press("Pause")
    expect(night.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    night.page.wait_for_timeout(2000)
    stood = night.clock.inner_text()
    night.page.wait_for_timeout(2000)
    night.shows(stood)


def test_the_map_is_walked_through_by_keyboard(night: NightPage) -> None:
    """One stop of the Tab key; the arrows lead to a neighbour, Enter looks at it."""
    stops = night.page.locator(".vf-night-map [tabindex='0']")
    expect(stops).to_have_count(1)
    night.page.locator('.vf-night-map path[data-code="851"]').click()  # Aalborg
    expect(night.council).to_contain_text("Aalborg kl.", timeout=SLOW)
    expect(stops).to_have_attribute("data-code", "851")
    stops.focus()
    stops.press("ArrowUp")
    code = night.page.evaluate("document.activeElement.dataset.code")
    assert code in ("810", "849", "860")  # Brønderslev, Jammerbugt or Hjørring
    night.page.keyboard.press("Enter")
    expect(night.council).to_contain_text(re.compile("(Brønderslev|Jammerbugt|Hjørring) kl."))
    current = night.page.locator(".vf-night-map path[aria-pressed='true']")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("data-code", code)
    night.press("Luk")
    expect(night.council).to_be_hidden()


def test_one_press_opens_the_votes_in_the_explorer_and_keeps_what_is_done_there(
    night: NightPage,
) -> None:
    """In a page of its own: the night goes on, and neither a reload nor another press loses it."""
    night.line.press("Home")
    night.page.get_by_role("button", name="Se på København, som vi følger").click()
    expect(night.council).to_contain_text("København kl. 20:00", timeout=SLOW)
    assert night.page.get_by_role("link", name="Regn på stemmerne, som de står").count() == 0
    with night.page.context.expect_page() as opened:
        night.page.get_by_role("link", name="Regn på de ventede stemmer").click()
    there = opened.value
    there.set_default_timeout(OPEN_SECONDS * 1000)
    note = there.locator(".vf-banner").first
    expect(note).to_contain_text("ventede, ikke talte: kl. 20:00", timeout=OPEN_SECONDS * 1000)
    expect(there.get_by_text("Hvem kan danne flertal?").first).to_be_visible()
    assert there.url.endswith("/explorer")
    kept = MemoryPage(there)
    kept.type("Mandater", "57")
    kept.expect_kept()
    there.reload()
    kept.expect_value("Mandater", "57")
    expect(note).to_contain_text("ventede, ikke talte: kl. 20:00")
    there.close()
    expect(night.council).to_contain_text("København kl. 20:00")
    assert not MemoryPage(night.page).store("valgforbund:handed:")
    night.press("Luk")


def test_a_reload_gives_back_where_one_was_and_stands_still(night: NightPage) -> None:
    kept = MemoryPage(night.page)
    night.line.press("Home")
    night.line.press("PageUp")
    night.shows("20:15")
    we = night.page.get_by_label("Vores parti", exact=True)
    we.select_option(label="Vi er Venstre")
    night.page.get_by_role("button", name="Se på Næstved, som vi følger").click()
    expect(night.council).to_contain_text("Næstved kl. 20:15", timeout=SLOW)
    night.press("Start")
    night.press("Pause")
    kept.expect_kept()
    time = night.clock.inner_text()
    night.page.reload()
    night.ready()
    night.shows(time)
    expect(night.council).to_contain_text(f"Næstved kl. {time}", timeout=SLOW)
    expect(night.page.locator(".vf-night-headline")).to_contain_text("Venstre")
    expect(we.locator(":checked")).to_have_text("Vi er Venstre")
    expect(night.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    night.press("Fortryd")
    expect(we.locator(":checked")).to_have_text("Vi er Alternativet")
    night.press("Luk")


def test_a_file_has_whose_evening_it_is_and_what_we_follow(
    night: NightPage, tmp_path: Path
) -> None:
    files, ours = FilesPage(night.page), night.page.locator(".vf-night-ours")
    search = ours.get_by_role("combobox")
    search.fill("Læsø")
    search.press("Enter")
    expect(ours).to_contain_text("Læsø", timeout=SLOW)
    file = files.save(tmp_path)
    assert told(file)["kind"] == "evening"
    night.press("Fortryd")
    expect(ours).not_to_contain_text("Læsø", timeout=SLOW)
    files.choose(file)
    files.is_opened()
    expect(ours).to_contain_text("Læsø", timeout=SLOW)
    night.press("Fortryd")
    expect(ours).not_to_contain_text("Læsø", timeout=SLOW)


def put(folder: Path, sent: Sequence[evenings.Sent]) -> None:
    for each in sent:
        feeds.written(folder, {each.path: each.content})


def test_a_night_that_comes_in(night: NightPage, tmp_path: Path) -> None:
    """A folder grows; until a count is there, and after a reload, no other night is shown."""
    page, sent = night.page, evenings.sent(*evenings.PLACES)
    line, body = page.locator(".vf-night-followed"), page.locator(".vf-night-body")
    page.get_by_role("button", name="Følg en optælling, der er i gang").click()
    page.get_by_label("Mappe eller sftp-adresse").fill(str(tmp_path))
    night.press("Følg den")
    expect(line).to_contain_text("Venter på de første optællinger", timeout=SLOW)
    expect(body).to_be_hidden()
    expect(night.clock).to_be_hidden()
    put(tmp_path, sent[: len(sent) // 2])
    expect(body).to_be_visible(timeout=SLOW)
    expect(page.locator(".vf-night-which")).to_contain_text("tælles nu")
    expect(line).to_contain_text("Sidst set kl.")
    counted = page.locator(".vf-night-counted")
    expect(counted).to_have_text(re.compile(r"^\d+ af 14 steder talt$"))
    before = counted.inner_text()
    put(tmp_path, sent[len(sent) // 2 :])
    expect(counted).to_have_text("14 af 14 steder talt", timeout=SLOW)
    assert before != counted.inner_text()
    (tmp_path / "valgresultater-Kommunalvalg-Odder-1-181120252359.json").write_text('{"Kom')
    expect(line).to_contain_text("Lagt til side: én fil, der ikke kan læses.", timeout=SLOW)
    expect(counted).to_have_text("14 af 14 steder talt")
    MemoryPage(page).expect_kept()
    page.reload()
    expect(line).to_contain_text("Her blev en optælling fulgt", timeout=OPEN_SECONDS * 1000)
    expect(body).to_be_hidden()
    night.press("Følg den igen")
    expect(counted).to_have_text("14 af 14 steder talt", timeout=SLOW)
    night.press("Tilbage til genspillet")
    expect(line).to_be_hidden()
    night.shows("22:00")
