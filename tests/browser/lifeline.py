"""An explorer whose kernel, server and line a test can cut, and what the page then says."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Locator, Page, expect
from servers import ROOT, Server, started

import valgforbund as vf
from valgforbund.sources.bundled import load

from .explorer_page import SIZE, ExplorerPage
from .foreign_lab import foreign_lab
from .line import Line
from .start import look
from .wire import Wire

OPEN_MS, ACT_MS = 60_000, 15_000
FALL_MS = 30_000  # a person waits two seconds; a busy machine may be late
FRESH_SECONDS = 30

# A button beside the tool, with which the kernel's main thread has long to do.
WORK = """
def work(_, seconds=20):
    import time
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
"""
CELL = """
import ipywidgets
from valgforbund.explorer import Explorer
button = ipywidgets.Button(description="regn længe")
button.on_click(work)
ipywidgets.VBox([button, Explorer()])
"""


class Lifeline:
    """The explorer in an open page, its server, and the line between them."""

    def __init__(self, door: str, page: Page, server: Server, line: Line) -> None:
        self.door, self.page, self.server, self.line = door, page, server, line
        self.explorer = ExplorerPage(page, [], Wire(page))
        self.context = page.context
        # JupyterLab tells of a dead kernel or server itself, in a dialog over the page.
        dialog = page.locator(".jp-Dialog").first
        page.add_locator_handler(dialog, self._dismiss, no_wait_after=True)

    # ---- what a person does ----

    def open(self) -> None:
        """Open the page as a person does, and run the cells where there are cells."""
        address = self.server.address.replace(f":{self.server.port}/", f":{self.line.port}/")
        self.page.goto(address, timeout=OPEN_MS)
        if self.door != "app":
            idle = self.page.get_by_text("Python 3 (ipykernel) | Idle")
            idle.wait_for(timeout=OPEN_MS)
            self.page.locator(".jp-CodeCell").first.click()
            self.choose("Run", "Run All Cells")
        self.is_open()

    def choose(self, menu: str, item: str) -> None:
        """Choose something in a menu of JupyterLab."""
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def press(self) -> None:
        """Press [Fortsæt]; JupyterLab's own dialog lies over it again and again."""
        if self.door == "lab":
            self.button.dispatch_event("click")
        else:
            self.button.click()

    def go_on(self) -> None:
        """Press [Fortsæt], and wait until the tool is back."""
        self.press()
        self.is_back()

    def waits_or_goes_on(self) -> None:
        """Wait until the tool is back: by itself, or where what was lost is waited for, by a press.

        What a page sends just before it sees that its line is torn never arrives; a widget that
        waits for the answer is not to be trusted, and the veil stays.
        """
        with suppress(AssertionError):
            expect(self.page.locator(".vf-veiled")).to_have_count(0, timeout=FALL_MS)
            return
        self.go_on()

    # ---- what a person sees ----

    @property
    def veil(self) -> Locator:
        return self.page.get_by_role("alertdialog").filter(has_text="er gemt her")

    @property
    def button(self) -> Locator:
        return self.page.get_by_role("button", name="Fortsæt")

    def is_open(self) -> None:
        """Wait until the tool is there."""
        look(self.page, OPEN_MS)

    def is_veiled(self) -> None:
        """Wait until the page says that it is not connected; nothing can be typed then."""
        expect(self.page.locator(".vf-veiled")).to_be_visible(timeout=FALL_MS)
        assert self.explorer.votes("O").evaluate("field => Boolean(field.closest('[inert]'))")

    def is_back(self) -> None:
        """Wait until the veil is gone and a tool is there."""
        expect(self.page.locator(".vf-veiled")).to_have_count(0, timeout=OPEN_MS)
        self.is_open()

    def is_fresh(self) -> dict[str, int]:
        """The seats are soon those of a fresh count of the fields; the votes in the fields."""
        end = time.monotonic() + FRESH_SECONDS
        while (shown := self._shown()) != (count := self._count()):
            assert time.monotonic() < end, (shown, count)
            self.page.wait_for_timeout(100)
        return self._votes()

    def _dismiss(self, _: Locator) -> None:
        """Several may lie over each other, and go while we press."""
        buttons = self.page.locator(".jp-Dialog .jp-mod-accept")
        buttons.evaluate_all("buttons => buttons.forEach(each => each.click())")

    def _shown(self) -> dict[str, str]:
        return {letter: now for letter, (now, _, _) in self.explorer.seats().items()}

    def _votes(self) -> dict[str, int]:
        letters = self.explorer.seats()
        return {
            letter: int(self.explorer.votes(letter).input_value().replace(".", ""))
            for letter in letters
        }

    def _count(self) -> dict[str, str]:
        base, alliances = load("KV2025", "Lyngby-Taarbæk"), {}
        for letter in base.letters:
            menu = self.explorer.root.get_by_label(f"Valgforbund for liste {letter}", exact=True)
            name = menu.evaluate("menu => menu.selectedOptions[0].textContent")
            alliances.setdefault(name, []).append(letter)
        alliances.pop("står alene", None)
        limits = dict(zip(base.letters, base.limits, strict=True))
        counted = vf.Scenario(
            self._votes(), base.seats, alliances=alliances.values(), candidates=limits
        )
        return {letter: str(seats) for letter, seats in vf.count(counted).seats.items()}


@contextmanager
def lifeline(
    browser: Browser, door: str, folder: Path, settings: Sequence[str] = ()
) -> Iterator[Lifeline]:
    """The explorer of a server of its own, open at the other end of a line.

    The door is ``"app"``, ``"lab"``, or ``"foreign"``: a JupyterLab that others started.
    """
    notebook = nbformat.read(ROOT / "notebooks" / "explorer.ipynb", as_version=4)
    notebook.cells[0] = nbformat.v4.new_code_cell(WORK)
    notebook.cells[1].source = CELL
    folder.joinpath("notebooks").mkdir()
    nbformat.write(notebook, folder / "notebooks" / "explorer.ipynb")
    options = ["--ready", "0"] if door == "app" else []
    with ExitStack() as stack:
        server = stack.enter_context(
            foreign_lab(folder)
            if door == "foreign"
            else started(door, folder, options=options, settings=settings)
        )
        line = Line(server.port)
        stack.callback(line.close)
        context = stack.enter_context(browser.new_context(viewport=SIZE, locale="da-DK"))
        context.set_default_timeout(ACT_MS)
        one = Lifeline(door, context.new_page(), server, line)
        one.open()
        yield one
