"""A real Chromium for the browser tests, and the explorer open in it behind both doors."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from servers import ROOT, Server, started

from .complaints import listen
from .explorer_page import SIZE, ExplorerPage
from .wire import Wire

# No sandbox, because CI is root; and nothing that asks a host on its own.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPEN_SECONDS = 120  # a kernel that imports everything while others keep the machine busy
ACT_SECONDS = 15
MEASURED = pytest.StashKey[list[str]]()
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


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Server]]:
    """Start `app` or `lab` once, on a copy of the notebook; all servers end with the session."""
    with ExitStack() as stack:

        @cache
        def running(command: str) -> Server:
            folder = tmp_path_factory.mktemp(command)
            folder.joinpath("notebooks").mkdir()
            shutil.copy(ROOT / "notebooks" / "explorer.ipynb", folder / "notebooks")
            return stack.enter_context(started(command, folder))

        yield running


@pytest.fixture(scope="session")
def opened() -> dict[str, ExplorerPage]:
    """The explorer by door, where it is open: a kernel of its own for each test takes too long."""
    return {}


@pytest.fixture
def explorer(
    request: pytest.FixtureRequest,
    chromium: Browser,
    serve: Callable[[str], Server],
    opened: dict[str, ExplorerPage],
    tmp_path: Path,
) -> Iterator[ExplorerPage]:
    """The explorer as a person finds it; afterwards nothing may have complained."""
    door = getattr(request, "param", "app")
    # Only a page on which all went well serves the next test.
    one = opened.pop(door, None) or enter(chromium, serve(door), door)
    one.begin()
    yield one
    if request.node.stash[FAILED]:
        picture = tmp_path / "failed.png"
        one.page.screenshot(path=picture, full_page=True)
        request.config.stash[MEASURED].append(f"{request.node.name} failed: {picture}")
        one.page.context.close()
        return
    heard = one.complaints.copy()
    one.complaints.clear()
    if one.is_used_up:
        one.page.context.close()
    else:
        opened[door] = one
    assert not heard


def enter(browser: Browser, server: Server, door: str) -> ExplorerPage:
    """Open the explorer as its door asks: JupyterLab runs the cell when it is told."""
    context = browser.new_context(viewport=SIZE, locale="da-DK")
    context.set_default_timeout(OPEN_SECONDS * 1000)
    page = context.new_page()
    complaints, wire = listen(page, server), Wire(page)
    # Not the workspace that another page may have left: reset.
    page.goto(server.address + ("&reset" if door == "lab" else ""))
    if door == "lab":
        # JupyterLab forgets a cell that is run before the kernel is there.
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        page.locator(".jp-CodeCell").click()
        page.keyboard.press("Shift+Enter")
    page.locator(".vf-picture-votes img").wait_for()
    context.set_default_timeout(ACT_SECONDS * 1000)
    return ExplorerPage(page, complaints, wire)


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> list[str]:
    """Lines for the end of the run, where they are seen whatever the options."""
    return request.config.stash[MEASURED]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[MEASURED] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    lines = config.stash[MEASURED]
    if lines:
        terminalreporter.section("explorer in Chromium")
        terminalreporter.write_line("\n".join(lines))
