"""A real Chromium for the browser tests, and the explorer open in it behind both doors."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from servers import ROOT, started

from .complaints import listen
from .explorer_page import SIZE, ExplorerPage
from .start import look
from .wire import Wire

HOSTED = "valg.example"  # this machine, under a name that is not known to be this machine
# No sandbox, because CI is root; and nothing that asks a host on its own.
ARGUMENTS = [
    f"--host-resolver-rules=MAP {HOSTED} 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPEN_SECONDS = 120  # a kernel that imports everything while others keep the machine busy
ACT_SECONDS = 15
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium; where there is none, a skip in words, or a failure where it is required."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        sentence = f"the browser tests did not run: none of {', '.join(names)} is installed"
        if os.environ.get("VALGFORBUND_BROWSER") == "required":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page of its own, with no cookies."""
    context = chromium.new_context(viewport=SIZE)
    yield context.new_page()
    context.close()


@dataclass(frozen=True)
class Door:
    """The explorer open behind a door, and how to close page and server."""

    explorer: ExplorerPage
    close: Callable[[], None]


@pytest.fixture(scope="session")
def opened(chromium: Browser) -> Iterator[dict[str, Door]]:  # noqa: ARG001  pages close first
    """Where the explorer is open, by door: a kernel of its own for each test takes too long."""
    doors: dict[str, Door] = {}
    yield doors
    for door in doors.values():
        door.close()


@pytest.fixture
def explorer(
    request: pytest.FixtureRequest,
    chromium: Browser,
    opened: dict[str, Door],
    tmp_path: Path,
    measured: Callable[[str], None],
) -> Iterator[ExplorerPage]:
    """The explorer as a person finds it; afterwards nothing may have complained."""
    name = getattr(request, "param", "app")
    # Only a page on which all went well serves the next test.
    door = opened.pop(name, None) or enter(chromium, name, tmp_path)
    one = door.explorer
    one.begin()
    yield one
    if request.node.stash[FAILED]:
        picture = tmp_path / "failed.png"
        one.page.screenshot(path=picture, full_page=True)
        measured(f"{request.node.name} failed: {picture}")
        door.close()
        return
    heard = one.complaints.copy()
    one.complaints.clear()
    if one.is_used_up:
        door.close()
    else:
        opened[name] = door
    assert not heard


def enter(browser: Browser, door: str, folder: Path) -> Door:
    """Open the explorer as its door asks, on a server and a copy of the notebook of its own.

    JupyterLab saves what is run: the next page on the same copy would not find it fresh.
    """
    folder.joinpath("notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "explorer.ipynb", folder / "notebooks")
    with ExitStack() as stack:
        server = stack.enter_context(started(door, folder))
        context = stack.enter_context(browser.new_context(viewport=SIZE, locale="da-DK"))
        context.set_default_timeout(OPEN_SECONDS * 1000)
        page = context.new_page()
        complaints, wire = listen(page, server), Wire(page)
        page.goto(server.address)
        if door == "lab":
            # JupyterLab forgets a cell that is run before the kernel is there.
            page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
            page.locator(".jp-CodeCell").click()
            page.keyboard.press("Shift+Enter")
        look(page)
        context.set_default_timeout(ACT_SECONDS * 1000)
        return Door(ExplorerPage(page, complaints, wire), stack.pop_all().close)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report
