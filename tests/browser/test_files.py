"""What is open leaves the page as a file, a code or a link, and another page shows the same."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from servers import Server

import valgforbund as vf
from valgforbund import Scenario
from valgforbund.explorer.count.examples import lyngby
from valgforbund.wording import words

from .complaints import listen
from .explorer_page import SIZE, ExplorerPage
from .files_page import FilesPage, content, told
from .memory_page import OPEN_SECONDS, MemoryPage
from .test_memory import ready, serving, shows
from .wire import Wire

pytestmark = pytest.mark.browser

LYNGBY = lyngby(words("da")).scenario
MARKUP = "<img src=x onerror=document.title='ude'>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The explorer as a page."""
    with serving(tmp_path_factory.mktemp("files") / "explorer") as one:
        yield one


Open = Callable[..., tuple[ExplorerPage, FilesPage]]


@pytest.fixture
def visit(server: Server, chromium: Browser) -> Iterator[Open]:
    """Opens the explorer in a browser of somebody else's; nothing may complain."""
    contexts: list[BrowserContext] = []
    heard: list[list[str]] = []

    def visit_one(behind: str = "", size: dict[str, int] = SIZE) -> tuple[ExplorerPage, FilesPage]:
        context = chromium.new_context(
            viewport=size, locale="da-DK", permissions=["clipboard-read", "clipboard-write"]
        )
        contexts.append(context)
        context.set_default_timeout(OPEN_SECONDS * 1000)
        page = context.new_page()
        complaints, wire = listen(page, server), Wire(page)
        heard.append(complaints)
        page.goto(server.address + behind)
        ready(page)
        return ExplorerPage(page, complaints, wire), FilesPage(page)

    yield visit_one
    for context in contexts:
        context.close()
    assert [each for complaints in heard for each in complaints if "ERR_ABORTED" not in each] == []


def answer(one: ExplorerPage) -> str:
    """The headline; what was opened is told in a status of its own."""
    return one.first.inner_text()


def test_a_file_shows_the_same_in_another_browser(visit: Open, tmp_path: Path) -> None:
    one, files = visit()
    one.type_votes("O", "500")
    one.ally("Å", "står alene")
    wanted = LYNGBY.with_votes({"O": 500}).leave("Å")
    headline = answer(one)
    file = files.save(tmp_path)
    assert file.name == "lyngby-taarbaek-2025.valgforbund.json"
    assert vf.read(file) == wanted

    other, theirs = visit()
    shows(other, LYNGBY)
    theirs.choose(file)
    theirs.is_opened()
    shows(other, wanted)
    assert answer(other) == headline
    kept = MemoryPage(other.page)
    kept.expect_kept()
    other.page.reload()
    ready(other.page)
    kept.expect_kept()
    shows(ExplorerPage(other.page, other.complaints, Wire(other.page)), wanted)
    other.press("Fortryd")
    shows(other, LYNGBY)
    other.press("Gentag")
    shows(other, wanted)


def test_a_file_that_is_dropped_opens_wherever_it_falls(visit: Open) -> None:
    one, files = visit()
    for where, seats in ((".vf-says", 9), ("body", 19), (".vf-votes input", 31)):
        s = vf.load("KV2025", "Næstved").with_seats(seats)
        text = json.dumps({"kind": "scenario", "version": 1, "state": state_of(s)})
        files.drop(where, "x.json", text)
        expect(one.root.get_by_label("Mandater", exact=True).first).to_have_value(str(seats))
        shows(one, s)


def state_of(s: Scenario) -> object:
    rows = zip(s.letters, s.ballots, s.limits, s.names, strict=True)
    return {
        "lists": [
            {"letter": letter, "votes": votes, "candidates": most, "name": name}
            for letter, votes, most, name in rows
        ],
        "seats": s.seats,
        "alliances": [{"lists": list(each.letters)} for each in s.alliances],
        "place": s.place,
        "election": s.election,
    }


def test_a_code_and_python_are_copied_and_no_link_to_this_computer(visit: Open) -> None:
    one, files = visit()
    one.type_votes("O", "500")
    wanted = LYNGBY.with_votes({"O": 500})
    code = files.copy("Kopiér kode")
    assert vf.read(code) == wanted
    names: dict[str, Scenario] = {}
    exec(files.copy("Kopiér Python"), names)
    assert names["s"] == wanted
    files.unfold("Gem")
    expect(files.menu.get_by_text("virker kun på din egen computer")).to_be_visible()
    expect(files.menu.get_by_role("button", name="Kopiér link")).to_be_hidden()
    one.page.keyboard.press("Escape")
    expect(files.menu.get_by_role("button", name="Gem", exact=True)).to_be_focused()

    other, theirs = visit()
    theirs.paste(f"> {code[:60]}\n> {code[60:]}")
    theirs.is_opened()
    shows(other, wanted)
    assert MemoryPage(other.page).store("valgforbund:typed:") == {}  # the code was no field


def test_a_page_that_is_opened_with_a_code_shows_it(visit: Open) -> None:
    s = vf.load("KV2025", "Næstved").leave("Å")
    one, files = visit(f"#{s.code()}")
    files.is_opened()
    shows(one, s)
    assert "#" not in one.page.url
    one.type_votes("O", "500")
    MemoryPage(one.page).expect_kept()
    one.page.reload()  # what became of it, and not the code again
    ready(one.page)
    MemoryPage(one.page).expect_kept()
    shows(ExplorerPage(one.page, one.complaints, Wire(one.page)), s.with_votes({"O": 500}))
    code = s.with_seats(9).code()
    one.page.evaluate("code => { location.hash = code; }", code)  # a link followed on the page
    expect(one.root.get_by_label("Mandater", exact=True).first).to_have_value("9")


BAD = {
    "torn": ("x.json", '{"kind":"scenario","version":1,"sta', "er beskadiget"),
    "foreign": ("tal.csv", "A;8123\nB;x", "Linje 2"),
    "of tomorrow": ("x.json", '{"kind":"scenario","version":9,"state":{}}', "i version 9"),
    "of a tool": ("x.json", '{"kind":"remarks","version":1,"state":{}}', "her åbnes et valg"),
    "below 0": (
        "x.json",
        '{"kind":"scenario","version":1,"state":{"seats":3,"lists":[{"letter":"A","votes":-5}]}}',
        "der stod -5",
    ),
}


def test_what_cannot_be_opened_is_told_and_the_page_stays(visit: Open, tmp_path: Path) -> None:
    one, files = visit()
    one.type_votes("O", "500")
    wanted = LYNGBY.with_votes({"O": 500})
    for name, text, said in BAD.values():
        files.choose(content(name, text))
        expect(files.alert).to_contain_text(said)
        shows(one, wanted)
    files.paste("hej")
    expect(files.alert).to_contain_text("Det er ikke en kode")
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(2 * 1024**3)  # takes no room
    files.choose(large)
    expect(files.alert).to_contain_text(
        "må højst fylde 200.000.000 byte; denne fylder 2.147.483.648"
    )
    shows(one, wanted)
    one.press("Fortryd")
    shows(one, LYNGBY)


def test_markup_in_a_file_runs_nowhere(visit: Open) -> None:
    one, files = visit()
    lists = [{"letter": "A", "votes": 5, "name": MARKUP}, {"letter": "<b>", "votes": 3}]
    state = {"seats": 3, "lists": lists, "place": MARKUP}
    files.choose(content("x.json", json.dumps({"kind": "scenario", "version": 1, "state": state})))
    files.is_opened()
    one.settle()
    assert one.page.locator("img[src=x]").count() == 0
    assert one.page.title() != "ude"
    expect(one.votes("A")).to_have_value("5")


TOOLS = {
    "konstituering": ("", "Mandater til liste C", "4", "proposal", "Gem", "Åbn"),
    "jamforelsetal": ("", "Närvarande ledamöter", "15", "meeting", "Spara", "Öppna"),
    "undervisning": ("", "Stemmer på liste B", "9", "classwork", "Gem", "Åbn"),
    "party-review": (
        "Skriv en bemærkning til Ærø",
        "Bemærkning til Ærø",
        "Ring",
        "remarks",
        "Gem",
        "Åbn",
    ),
}


@pytest.mark.parametrize("notebook", TOOLS)
def test_every_tool_saves_and_opens(notebook: str, chromium: Browser, tmp_path: Path) -> None:
    row, label, text, kind, save, opens = TOOLS[notebook]
    with serving(tmp_path / "server", notebook) as server:
        pages: list[Page] = []
        complaints: list[list[str]] = []
        for _ in range(2):
            context = chromium.new_context(viewport=SIZE, locale="da-DK")
            context.set_default_timeout(OPEN_SECONDS * 1000)
            pages.append(context.new_page())
            complaints.append(listen(pages[-1], server))
            pages[-1].goto(server.address)
        one, other = pages
        if row:
            one.get_by_role("button", name=row).click()
        kept = MemoryPage(one)
        kept.type(label, text)
        kept.expect_kept()
        files = FilesPage(one, save, opens)
        file = files.save(tmp_path)
        assert told(file)["kind"] == kind

        theirs = FilesPage(other, save, opens)
        theirs.choose(file)
        expect(theirs.alert).not_to_be_empty()
        if row:
            other.get_by_role("button", name=row).click()
        MemoryPage(other).expect_value(label, text)
        for page in pages:
            page.context.close()
        assert [each for some in complaints for each in some if "ERR_ABORTED" not in each] == []
