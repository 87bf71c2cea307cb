"""What is kept in JupyterLab: by notebook and cell, whatever happens to kernel, page and code."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from servers import ROOT, Server, started

from valgforbund import load
from valgforbund.explorer.count.examples import lyngby
from valgforbund.wording import words

from .complaints import listen
from .explorer_page import ExplorerPage
from .memory_page import OPEN_SECONDS, MemoryPage
from .test_memory import back, ready, reload, shows
from .wire import Wire

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

LYNGBY = lyngby(words("da")).scenario
WRITE = """source => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = 1;
  notebook.activeCell.model.sharedModel.setSource(source);
}"""
HAS_KERNEL = """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session
  ?.kernel?.connectionStatus === "connected\""""
RUN = """async () => {
  const { content: notebook, sessionContext } = window.jupyterapp.shell.currentWidget;
  await sessionContext.session.kernel.requestKernelInfo(); // it answers
  notebook.activeCellIndex = 1;
  await window.jupyterapp.commands.execute("notebook:run-cell");
}"""
RESTART = """async () => {
  await window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart();
}"""


@pytest.fixture
def lab(page: Page, tmp_path: Path) -> Iterator[tuple[ExplorerPage, MemoryPage, Server]]:
    """JupyterLab with the explorer's notebook, its cell run."""
    tmp_path.joinpath("notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "explorer.ipynb", tmp_path / "notebooks")
    page.set_default_timeout(OPEN_SECONDS * 1000)
    with started("lab", tmp_path) as server:
        complaints, wire = listen(page, server), Wire(page)
        page.goto(server.address)
        run(page)
        yield ExplorerPage(page, complaints, wire), MemoryPage(page), server


def run(page: Page) -> None:
    page.wait_for_function(HAS_KERNEL)
    page.evaluate(RUN)
    ready(page)


def restart(one: ExplorerPage) -> None:
    one.page.evaluate(RESTART)
    one.wire.forget()
    run(one.page)


def test_the_cell_that_runs_again_shows_what_it_held(
    lab: tuple[ExplorerPage, MemoryPage, Server],
) -> None:
    one, kept, _ = lab
    title = one.page.title()
    kept.expect_fresh()
    one.type_votes("O", "500")
    kept.expect_kept()
    assert one.page.title() == title  # the page is JupyterLab's

    restart(one)
    back(one, kept)
    shows(one, LYNGBY.with_votes({"O": 500}))

    # another scenario is what is shown; what was kept of the first is offered
    source = "import valgforbund as vf\nfrom valgforbund.explorer import Explorer\n"
    one.page.evaluate(WRITE, source + 'Explorer(vf.load("KV2025", "Læsø"))')
    run(one.page)
    expect(one.place).to_have_attribute("placeholder", "Læsø")
    expect(kept.offer).to_contain_text("Lyngby-Taarbæk, ændret")
    shows(one, load("KV2025", "Læsø"))
    one.type_votes("A", "150")
    kept.expect_kept()
    restart(one)
    back(one, kept)
    shows(one, load("KV2025", "Læsø").with_votes({"A": 150}))

    # the page opens again on a kernel that lives
    one.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    reload(one)
    back(one, kept)
    shows(one, load("KV2025", "Læsø").with_votes({"A": 150}))
    one.type_votes("A", "160")
    kept.expect_kept()
    restart(one)
    back(one, kept)
    shows(one, load("KV2025", "Læsø").with_votes({"A": 160}))


def test_a_kernel_that_is_gone_and_the_button_that_goes_on(
    lab: tuple[ExplorerPage, MemoryPage, Server],
) -> None:
    one, kept, server = lab
    one.type_votes("O", "500")
    kept.expect_kept()
    for each in server.processes():
        if "ipykernel_launcher" in each.cmdline():
            each.kill()
    one.page.locator(".jp-Dialog").get_by_role("button", name="Ok").click()  # JupyterLab's word
    one.wire.forget()
    one.page.get_by_role("button", name="Fortsæt").click()
    expect(one.votes("O")).to_have_value("500")
    back(one, kept)
    shows(one, LYNGBY.with_votes({"O": 500}))
