"""Any of the tools, open behind any door, in a light or a dark theme."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page
from servers import ROOT, started

from .complaints import listen
from .explorer_page import STILL
from .start import look
from .wire import Wire

NOTEBOOKS = {
    "election": "explorer",
    "constitution": "konstituering",
    "proportional": "jamforelsetal",
    "review": "party-review",
    "night": "valgaften",
    "lesson": "undervisning",
}
SHIPPED = f"--notebooks={ROOT / 'notebooks'}"  # all of them: tools lead from one to another
OPEN_SECONDS = 120  # a kernel that imports everything while others keep the machine busy
WORK_SECONDS = 120
SIZE = {"width": 1440, "height": 1000}
PAGE = ".jp-Notebook, body[data-voila]"  # what is JupyterLab's own may move as it likes
THEME = "person/lab/user-settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"


class ToolPage:
    """A tool in an open page; the page may have more than one of its roots.

    Parameters
    ----------
    page : Page
    complaints : list of str
        What the page and its requests complained of; it goes on growing.
    wire : Wire
        Knows whether the kernel has answered.
    """

    def __init__(self, page: Page, complaints: list[str], wire: Wire) -> None:
        self.page, self.complaints, self._wire = page, complaints, wire
        self.roots = page.locator(".vf-explorer")

    def tabs(self) -> Iterator[str]:
        """Open one tab after the other, and wait until it has done its work; gives their names."""
        yield ""
        questions = self.page.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab")
        for question in questions.all():
            question.click()
            self.settle()
            yield question.inner_text()
            yield from self._parts()
        if not questions.count():
            yield from self._parts()

    def _parts(self) -> Iterator[str]:
        tabs = self.page.locator(".vf-tabs:visible > .lm-TabBar .lm-TabBar-tab")
        for place in range(1, tabs.count()):
            tabs.nth(place).click()
            self.settle()
            yield tabs.nth(place).inner_text()

    def unfold(self) -> None:
        """Open every fold that is closed."""
        closed = ".jupyter-widget-Collapse:not(.jupyter-widget-Collapse-open) > [role=button]"
        fold = self.page.locator(f"{closed}:visible").first
        while fold.count():
            fold.press("Enter")
            self.page.locator(PAGE).first.evaluate(STILL)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing changes any more and no job runs."""
        self._answered()
        for job in self.page.locator(".vf-job").all():
            job.wait_for(state="hidden", timeout=WORK_SECONDS * 1000)
        self._answered()

    def _answered(self) -> None:
        for _ in range(2):  # a page holds changes back while an earlier one is under way
            self.page.locator(PAGE).first.evaluate(STILL)
            self._wire.wait(WORK_SECONDS)


@contextmanager
def opened(
    browser: Browser, tool: str, folder: Path, door: str = "app", theme: str = "light"
) -> Iterator[ToolPage]:
    """A tool on a server of its own, which has all the others, too."""
    name = NOTEBOOKS[tool]
    if theme == "dark":
        settings = folder / THEME
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"theme": "JupyterLab Dark"}))
    context = browser.new_context(viewport=SIZE, locale="da-DK", color_scheme=theme)
    with started(door, folder, name, options=[SHIPPED]) as server:
        page = context.new_page()
        page.set_default_timeout(OPEN_SECONDS * 1000)
        complaints, wire = listen(page, server), Wire(page)
        page.goto(server.address)
        if door == "lab":
            page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
            page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        page.locator(".vf-explorer").last.wait_for(state="attached")
        page.locator("[lang] > .vf-access").last.wait_for(state="attached")
        if tool == "election":
            look(page)
        shown = ToolPage(page, complaints, wire)
        shown.settle()
        yield shown
        context.close()
