"""Behind a reverse proxy: below a path, under another name, websockets and all."""

import re

import pytest
from playwright.sync_api import expect
from proxy import proxied
from servers import stand_in, started

from .complaints import listen

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
