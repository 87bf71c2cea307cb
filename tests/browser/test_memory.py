"""Nothing is lost: whatever happens to page or kernel, the page comes back as it was left.

After each of it the seats on the page are those of a fresh count of what was typed.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from servers import ROOT, Server, started

from valgforbund import count
from valgforbund.explorer.count.examples import lyngby
from valgforbund.scenario import Scenario
from valgforbund.wording import words

from .complaints import listen
from .explorer_page import SIZE, ExplorerPage
from .memory_page import KEPT, OPEN_SECONDS, MemoryPage
from .questions import open_tab
from .start import look
from .wire import Wire

pytestmark = pytest.mark.browser

LYNGBY = lyngby(words("da")).scenario
FORBIDDEN = """
for (const store of ["localStorage", "sessionStorage"]) Object.defineProperty(window, store, {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); }
});"""
FULL = """
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  if (key.startsWith("valgforbund:kept")) throw new DOMException("", "QuotaExceededError");
  put.call(this, key, text);
};"""


@contextmanager
def serving(folder: Path, notebook: str = "explorer") -> Iterator[Server]:
    folder.joinpath("notebooks").mkdir(parents=True)
    shutil.copy(ROOT / "notebooks" / f"{notebook}.ipynb", folder / "notebooks")
    with started("app", folder, notebook, options=["--ready", "0"]) as server:
        yield server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The explorer as a page."""
    with serving(tmp_path_factory.mktemp("memory") / "explorer") as one:
        yield one


@pytest.fixture
def person(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody's own, with nothing in its store."""
    context = chromium.new_context(viewport=SIZE, locale="da-DK")
    context.set_default_timeout(OPEN_SECONDS * 1000)
    yield context
    context.close()


Open = Callable[..., tuple[ExplorerPage, MemoryPage]]


@pytest.fixture
def open_page(server: Server, person: BrowserContext) -> Iterator[Open]:
    """Opens the explorer in another tab of the same browser; nothing may complain."""
    heard: list[list[str]] = []

    def open_one(page: Page | None = None) -> tuple[ExplorerPage, MemoryPage]:
        new = page or person.new_page()
        complaints, wire = listen(new, server), Wire(new)
        heard.append(complaints)
        new.goto(server.address)
        ready(new)
        return ExplorerPage(new, complaints, wire), MemoryPage(new)

    yield open_one
    # a page that is left gets no answer to what it has just asked, and can say no more
    every = (each for complaints in heard for each in complaints)
    assert [each for each in every if "ERR_ABORTED" not in each and "Cannot send" not in each] == []


def ready(page: Page) -> None:
    look(page)


def reload(one: ExplorerPage) -> None:
    """What the page before it was asked is answered to nobody."""
    one.wire = Wire(one.page)
    one.page.reload()
    ready(one.page)


def back(one: ExplorerPage, kept: MemoryPage) -> None:
    """The page is there again, and what it kept."""
    ready(one.page)
    kept.expect_kept()
    one.settle()


def shows(one: ExplorerPage, s: Scenario) -> None:
    """The fields hold these votes, and the seats are those of a fresh count of them."""
    for letter, votes in zip(s.letters, s.ballots, strict=True):
        expect(one.votes(letter)).to_have_value(words("da").number(votes))
    seats = {letter: now for letter, (now, *_) in one.seats().items()}
    assert seats == {letter: str(n) for letter, n in count(s).seats.items()}


# ---- reload and Back ----


def test_a_reload_gives_everything_back(open_page: Open) -> None:
    one, kept = open_page()
    kept.expect_fresh()
    one.type_votes("O", "500")
    one.ally("Å", "står alene")
    one.look("Vores liste", "Å Alternativet")
    open_tab(one.root, "Hvem skal vi spørge?")
    one.look("Størrelse", "højst 3 lister")
    kept.expect_kept()
    assert one.page.title().startswith("Lyngby-Taarbæk, ændret · gemt ")
    headline = one.headline.first.inner_text()
    wanted = LYNGBY.with_votes({"O": 500}).leave("Å")
    shows(one, wanted)

    reload(one)
    back(one, kept)
    shows(one, wanted)
    assert one.headline.first.inner_text() == headline
    assert one.page.title().startswith("Lyngby-Taarbæk, ændret · gemt ")
    expect(one.root.get_by_role("tab", name="Hvem skal vi spørge?")).to_have_attribute(
        "aria-selected", "true"
    )
    expect(one.root.get_by_label("Størrelse", exact=True)).to_have_value("højst 3 lister")
    one.press("Fortryd")
    shows(one, LYNGBY.with_votes({"O": 500}))
    one.press("Fortryd")
    shows(one, LYNGBY)
    one.press("Gentag")
    kept.expect_kept()

    one.page.goto("about:blank")
    one.wire = Wire(one.page)
    one.page.go_back()
    back(one, kept)
    shows(one, LYNGBY.with_votes({"O": 500}))
    one.press("Gentag")
    shows(one, wanted)


def test_a_reload_while_something_is_calculated(open_page: Open) -> None:
    one, kept = open_page()
    one.type_votes("O", "900")
    open_tab(one.root, "Usikkerhed")
    one.look("Trækninger", "100.000")
    kept.expect_kept()
    reload(one)
    back(one, kept)
    shows(one, LYNGBY.with_votes({"O": 900}))
    expect(one.root.get_by_label("Trækninger", exact=True)).to_have_value("100.000")
    expect(one.root.locator(".vf-uncertainty .vf-lead")).to_be_visible(timeout=OPEN_SECONDS * 1000)


# ---- two tabs ----


def test_two_tabs_do_not_overwrite_each_other(open_page: Open) -> None:
    (one, kept), (other, kept_too) = open_page(), open_page()
    kept_too.expect_fresh()
    one.type_votes("O", "500")
    other.type_votes("O", "700")
    kept.expect_kept()
    kept_too.expect_kept()
    for each, memory, votes in ((one, kept, 500), (other, kept_too, 700), (one, kept, 500)):
        reload(each)
        back(each, memory)
        shows(each, LYNGBY.with_votes({"O": votes}))
    assert len({entry["tab"] for entry in kept.entries()}) == 2


def test_a_duplicated_tab_begins_alike_and_is_another(
    open_page: Open, person: BrowserContext
) -> None:
    one, kept = open_page()
    one.type_votes("O", "500")
    kept.expect_kept()
    with person.expect_page() as opened:  # with a copy of all that the tab knows of itself
        one.page.evaluate("() => { window.open('about:blank'); }")
    name = "() => sessionStorage.getItem('valgforbund:tab')"
    other, kept_too = open_page(opened.value)
    back(other, kept_too)
    shows(other, LYNGBY.with_votes({"O": 500}))
    assert one.page.evaluate(name) != other.page.evaluate(name)
    other.type_votes("O", "700")
    kept_too.expect_kept()
    for each, memory, votes in ((one, kept, 500), (other, kept_too, 700)):
        reload(each)
        back(each, memory)
        shows(each, LYNGBY.with_votes({"O": votes}))


def test_what_a_closed_tab_left_is_offered_and_not_forced(open_page: Open) -> None:
    one, kept = open_page()
    one.type_votes("O", "500")
    kept.expect_kept()
    one.page.close()
    other, kept_too = open_page()
    expect(kept_too.offer).to_contain_text("Her ligger Lyngby-Taarbæk, ændret, fra ")
    shows(other, LYNGBY)
    kept_too.press("Hent det")
    back(other, kept_too)
    shows(other, LYNGBY.with_votes({"O": 500}))
    expect(kept_too.offer).to_be_hidden()
    assert len(kept_too.entries()) == 1
    other.page.close()
    third, kept_last = open_page()
    kept_last.press("Slet det")
    expect(kept_last.offer).to_be_hidden()
    assert kept_last.entries() == []
    shows(third, LYNGBY)


# ---- the kernel ----


def test_what_did_not_reach_a_killed_kernel_is_typed_again(open_page: Open, server: Server) -> None:
    known = {each.pid for each in server.processes()}
    one, kept = open_page()
    one.type_votes("O", "500")
    one.type_votes("M", "800")
    kept.expect_kept()
    for each in server.processes():
        if each.pid not in known and "ipykernel_launcher" in each.cmdline():
            each.kill()
            psutil.wait_procs([each], timeout=10)
    field = one.votes("O")
    field.evaluate(
        """(field, text) => {
          field.value = text;
          for (const kind of ["input", "change"])
            field.dispatchEvent(new Event(kind, {bubbles: true}));
        }""",
        "1.000",
    )
    reload(one)
    expect(one.votes("O")).to_have_value("1.000", timeout=OPEN_SECONDS * 1000)
    kept.expect_kept()
    one.settle()
    shows(one, LYNGBY.with_votes({"O": 1000, "M": 800}))
    one.complaints.clear()  # that its kernel was killed


def test_what_stands_in_a_field_that_was_not_left_is_counted_when_the_page_is_back(
    open_page: Open,
) -> None:
    one, kept = open_page()
    one.type_votes("O", "500")
    kept.expect_kept()
    one.votes("M").fill("7")  # and no more
    reload(one)
    expect(one.votes("M")).to_have_value("7", timeout=OPEN_SECONDS * 1000)
    kept.expect_kept()
    one.settle()
    shows(one, LYNGBY.with_votes({"O": 500, "M": 7}))
    one.type_votes("M", "800")
    kept.expect_kept()
    shows(one, LYNGBY.with_votes({"O": 500, "M": 800}))


def test_what_was_typed_into_a_field_that_is_gone_is_told(open_page: Open) -> None:
    one, kept = open_page()
    one.type_votes("O", "500")
    kept.expect_kept()
    ((key, _),) = kept.store(KEPT).items()
    lost = '[{"name":"Stemmer på liste Q","place":0,"value":"812","number":9}]'
    kept.write(key.replace("kept:", "typed:", 1), lost)
    reload(one)
    expect(kept.note).to_contain_text("Du havde skrevet »812« i »Stemmer på liste Q«")
    shows(one, LYNGBY.with_votes({"O": 500}))
    # nor is anything typed again that had arrived
    heard = '[{"name":"Stemmer på liste O","place":0,"value":"500","number":9}]'
    kept.write(key.replace("kept:", "typed:", 1), heard)
    reload(one)
    back(one, kept)
    one.press("Fortryd")
    shows(one, LYNGBY)
    reload(one)
    back(one, kept)
    shows(one, LYNGBY)


def test_what_lies_too_long_goes(open_page: Open) -> None:
    one, kept = open_page()
    one.type_votes("O", "500")
    kept.expect_kept()
    ((key, text),) = kept.store(KEPT).items()
    entry, tab = json.loads(text), key.split(":")[2]
    day = 24 * 3600 * 1000
    for days in (*range(2, 42), 400):
        old = {**entry, "tab": f"old-{days}", "saved": entry["saved"] - days * day}
        kept.write(key.replace(tab, f"old-{days}"), json.dumps(old))
    other, kept_too = open_page()
    expect(kept_too.offer).to_contain_text("Her ligger Lyngby-Taarbæk, ændret, fra ")
    left = sorted(each["tab"] for each in kept_too.entries())
    assert left == sorted([tab, *(f"old-{days}" for days in range(2, 30))])
    shows(other, LYNGBY)


# ---- what is no whole entry ----


def test_a_torn_entry_is_put_aside_with_a_word(open_page: Open) -> None:
    one, kept = open_page()
    one.type_votes("O", "500")
    kept.expect_kept()
    ((key, text),) = kept.store(KEPT).items()
    for torn, said in (
        (text[:200], "beskadiget"),
        ("{}", "beskadiget"),
        ("x" * 3_000_000, "beskadiget"),
        (text.replace('"body":"VF1-', '"body":"VF1-AA'), "kunne ikke vises"),
        (text.replace('"body":"VF1-', '"body":"VF7-'), "kunne ikke vises"),
    ):
        kept.write(key, torn)
        one.wire = Wire(one.page)
        one.page.reload()
        one.page.locator(".vf-explorer:not(.vf-asleep)").first.wait_for()
        expect(kept.note).to_contain_text(said)
        expect(kept.note).to_contain_text("lagt til side, ikke slettet")
        one.settle()
        shows(one, LYNGBY)
        assert torn in kept.store("valgforbund:aside:").values()
    expect(kept.alert).to_contain_text("Koden begynder med VF7")
    look(one.page)
    one.type_votes("O", "700")
    kept.expect_kept()
    reload(one)
    back(one, kept)
    shows(one, LYNGBY.with_votes({"O": 700}))


@pytest.mark.parametrize(
    ("script", "said"),
    [(FORBIDDEN, "lader ikke noget blive gemt"), (FULL, "Browserens lager er fyldt")],
    ids=["forbidden", "full"],
)
def test_without_a_store_it_is_said_and_the_tool_works(
    open_page: Open, person: BrowserContext, script: str, said: str
) -> None:
    page = person.new_page()
    page.add_init_script(script)
    one, kept = open_page(page)
    one.type_votes("O", "500")
    expect(kept.note).to_contain_text(said)
    kept.expect_fresh()
    shows(one, LYNGBY.with_votes({"O": 500}))


# ---- afresh, and away ----


def test_starting_afresh_is_one_press_and_deleting_all_is_asked_for(open_page: Open) -> None:
    (one, kept), (other, kept_too) = open_page(), open_page()
    for each, memory in ((one, kept), (other, kept_too)):
        each.type_votes("O", "500")
        memory.expect_kept()
    kept.write("somebody-else", "stays")
    kept.press("Start forfra")
    one.settle()
    shows(one, LYNGBY)
    one.press("Fortryd")
    shows(one, LYNGBY.with_votes({"O": 500}))
    one.type_votes("O", "501")
    kept.expect_kept()
    kept.line.get_by_role("button", name="Slet alt på denne computer").dblclick()
    expect(kept.line.get_by_role("button").last).to_have_text("Slet alt på denne computer")
    assert kept.store() != {}
    kept.press("Slet alt på denne computer")
    kept.press("Ja, slet alt")
    expect(kept.note).to_contain_text("er slettet")
    one.settle()
    shows(one, LYNGBY)
    expect(one.root.locator("button.vf-undo")).to_be_disabled()
    assert kept.store() == {}
    kept_too.expect_fresh()
    reload(one)
    one.settle()
    shows(one, LYNGBY)
    assert kept.store() == {}
    assert one.page.evaluate("() => localStorage.getItem('somebody-else')") == "stays"


# ---- every tool ----

TOOLS = {
    "konstituering": ("", "Mandater til liste C", "4"),
    "jamforelsetal": ("", "Närvarande ledamöter", "15"),
    "undervisning": ("", "Stemmer på liste B", "9"),
    "party-review": ("Skriv en bemærkning til Ærø", "Bemærkning til Ærø", "Ring til A"),
}


@pytest.mark.parametrize("notebook", TOOLS)
def test_every_tool_comes_back(notebook: str, person: BrowserContext, tmp_path: Path) -> None:
    row, label, text = TOOLS[notebook]
    with serving(tmp_path, notebook) as server:
        page = person.new_page()
        complaints, kept = listen(page, server), MemoryPage(page)
        page.goto(server.address)
        if row:
            page.get_by_role("button", name=row).click()
        kept.type(label, text)
        kept.expect_kept()
        page.reload()
        kept.expect_value(label, text)
        kept.expect_kept()
        kept.delete()
        expect(kept.note).not_to_be_empty()
        field = page.get_by_label(label, exact=True).first
        expect(field).to_be_hidden() if row else expect(field).not_to_have_value(text)
        assert kept.store() == {}
        assert [each for each in complaints if "ERR_ABORTED" not in each] == []
