"""A notebook that was saved with what it showed, opened by somebody who has run nothing yet."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from servers import ROOT, Server, started

from valgforbund import load

from .explorer_page import SIZE
from .lifeline import ACT_MS, OPEN_MS, Lifeline
from .line import Line

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

# where a person asks JupyterLab to keep what widgets hold
SETTINGS = "lab/user-settings/@jupyter-widgets/jupyterlab-manager/plugin.jupyterlab-settings"
SAVE = "window.jupyterapp.commands.execute('docmanager:save')"


@contextmanager
def opened(browser: Browser, server: Server) -> Iterator[Lifeline]:
    """The notebook in a browser that knows nothing of it; nothing is run."""
    line, context = Line(server.port), browser.new_context(viewport=SIZE, locale="da-DK")
    context.set_default_timeout(ACT_MS)
    one = Lifeline("lab", context.new_page(), server, line)
    one.page.goto(server.address, timeout=OPEN_MS)
    one.page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=OPEN_MS)
    yield one
    context.close()
    line.close()


def test_no_number_of_a_stored_notebook_is_shown_as_live(chromium: Browser, tmp_path: Path) -> None:
    tmp_path.joinpath("notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "explorer.ipynb", tmp_path / "notebooks")
    settings = tmp_path / "person" / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"saveState": True}))
    with started("lab", tmp_path) as server, opened(chromium, server) as one:
        one.choose("Run", "Run All Cells")
        one.is_open()
        one.explorer.type_votes("O", "5.000")
        assert one.is_fresh()["O"] == 5000
        one.page.evaluate(SAVE)
    path = tmp_path / "egne" / "explorer.ipynb"  # the person's own
    stored: dict[str, Any] = json.loads(path.read_text("utf-8"))
    held = stored["metadata"].pop("widgets")
    assert "5.000" in json.dumps(held)
    with started("lab", tmp_path) as server:
        # as JupyterLab saves it unless asked: no tool and no number, but how to open it
        path.write_text(json.dumps(stored), "utf-8")
        with opened(chromium, server) as one:
            output = one.page.locator(".jp-OutputArea-output")
            expect(output).to_have_text("Kør cellen for at åbne værktøjet (Shift+Enter).")
            expect(one.page.locator(".vf-explorer")).to_have_count(0)
        # with the widgets: what they show lies under a veil that says since when
        stored["metadata"]["widgets"] = held
        path.write_text(json.dumps(stored), "utf-8")
        with opened(chromium, server) as one:
            expect(one.explorer.votes("O")).to_have_value("5.000")
            one.is_veiled()
            dialog = one.page.get_by_role("alertdialog")
            expect(dialog).to_contain_text("er fra, da notesbogen blev gemt")
            one.go_on()
            fresh = load("KV2025", "Lyngby-Taarbæk")
            assert one.is_fresh()["O"] == fresh.votes["O"]
