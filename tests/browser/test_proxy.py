"""Behind a reverse proxy: below a path, under another name, websockets and all."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from proxy import proxied
from servers import ROOT, stand_in, started

from .complaints import listen
from .conftest import HOSTED, OPEN_SECONDS
from .explorer_page import SIZE, ExplorerPage
from .files_page import PASTE, FilesPage
from .test_memory import LYNGBY, ready, shows
from .wire import Wire

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

NAME = "valg.localhost"  # every browser takes it for this machine
OPTIONS = ["--base-url", "valg", "--host-name", NAME]


@pytest.mark.parametrize("keeps_host", [True, False], ids=["its name", "our name"])
@pytest.mark.parametrize("door", ["app", "lab"])
def test_a_page_lives_behind_a_proxy(page, tmp_path, door, keeps_host):
    page.set_default_timeout(120_000)
    with (
        started(door, stand_in(tmp_path), options=OPTIONS) as server,
        proxied(server.port, keeps_host=keeps_host) as port,
    ):
        assert server.page.startswith("/valg/")
        complaints = listen(page, server)
        page.goto(f"http://{NAME}:{port}{server.page}?{server.query}")
        if door == "lab":
            page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
            page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        page.get_by_role("button", name="klik", exact=True).click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=30_000)
        assert re.match(rf"http://{NAME}:{port}/valg/", page.url)
        assert [each for each in complaints if "127.0.0.1" not in each] == []


def test_another_name_reads_why_in_danish(page, tmp_path):
    with (
        started("app", stand_in(tmp_path), options=["--ready", "0"]) as server,
        proxied(server.port, keeps_host=True) as port,
    ):
        found = page.goto(f"http://{NAME}:{port}{server.page}?{server.query}")
        assert found.status == 403
        expect(page.get_by_role("heading")).to_have_text("Navnet gælder ikke")
        expect(page.locator("code")).to_have_text(f"--host-name {NAME}")


def test_a_link_made_here_opens_the_scenario_elsewhere(chromium: Browser, tmp_path: Path) -> None:
    """Whoever gets it must be let in as before: the link has no token."""
    tmp_path.joinpath("notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "explorer.ipynb", tmp_path / "notebooks")
    options = ["--base-url", "valg", "--host-name", HOSTED, "--ready", "0"]
    with (
        started("app", tmp_path, options=options) as server,
        proxied(server.port, keeps_host=True) as port,
    ):
        here = f"http://{HOSTED}:{port}{server.page}"

        def visit() -> ExplorerPage:
            page = chromium.new_context(viewport=SIZE, locale="da-DK").new_page()
            page.set_default_timeout(OPEN_SECONDS * 1000)
            one = ExplorerPage(page, listen(page, server), Wire(page))
            page.goto(f"{here}?{server.query}")
            ready(page)
            return one

        one = visit()
        one.type_votes("O", "500")
        files = FilesPage(one.page)
        files.unfold("Gem")
        files.menu.get_by_role("button", name="Kopiér link").click()
        expect(files.status).to_have_text("Kopieret")
        files.unfold("Åbn")  # a page without https may not read what was copied: a person pastes
        field = files.menu.get_by_label(PASTE)
        field.press("Control+V")
        link = field.input_value()
        assert link.startswith(f"{here}#VF1-")
        assert server.query.removeprefix("token=") not in link

        other = visit()
        other.page.goto(link)
        ready(other.page)
        FilesPage(other.page).is_opened()
        shows(other, LYNGBY.with_votes({"O": 500}))
        assert "#" not in other.page.url
        for each in (one, other):
            each.page.context.close()
            heard = [told for told in each.complaints if "ERR_ABORTED" not in told]
            assert [told for told in heard if "127.0.0.1" not in told] == []
