"""Two people on one server: nothing that one of them does is ever seen by the other."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from servers import Server

import valgforbund as vf

from .complaints import listen
from .explorer_page import SIZE, ExplorerPage
from .files_page import FilesPage, content, told
from .memory_page import OPEN_SECONDS, MemoryPage
from .test_memory import ready, reload, serving, shows
from .wire import Wire

pytestmark = pytest.mark.browser

NÆSTVED = vf.load("KV2025", "Næstved")
HERS = ("Annes liste", "4.321")  # what only Anne wrote


class Person(NamedTuple):
    """Somebody's browser, with the explorer in it."""

    explorer: ExplorerPage
    files: FilesPage
    kept: MemoryPage

    @property
    def page(self) -> Page:
        return self.explorer.page

    def sees(self, text: str) -> bool:
        """Whether a text is anywhere on the page, or in a field."""
        fields = self.page.locator("input, textarea").evaluate_all("all => all.map(e => e.value)")
        return any(text in each for each in (self.page.content(), *fields))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "server") as one:
        yield one


@pytest.fixture
def people(server: Server, chromium: Browser) -> Iterator[list[Person]]:
    """Anne and Bo, who open the page at the same moment; nothing may complain."""
    found = []
    for _ in range(2):
        context = chromium.new_context(viewport=SIZE, locale="da-DK")
        context.set_default_timeout(OPEN_SECONDS * 1000)
        page = context.new_page()
        explorer = ExplorerPage(page, listen(page, server), Wire(page))
        found.append(Person(explorer, FilesPage(page), MemoryPage(page)))
    for each in found:
        each.page.goto(server.address, wait_until="commit")
    for each in found:
        ready(each.page)
        each.explorer.settle()
    yield found
    for each in found:
        each.page.context.close()
        assert [told for told in each.explorer.complaints if "ERR_ABORTED" not in told] == []


def test_two_people_do_not_see_each_other(
    people: list[Person], server: Server, tmp_path: Path
) -> None:
    anne, bo = people
    assert server.kernels() == 2
    for each in people:  # both at once
        each.explorer.place.fill("Næstved")
        each.explorer.place.press("Enter")
    for each in people:
        each.explorer.settle()
        shows(each.explorer, NÆSTVED)

    # Anne has a variant, votes and a name; Bo other votes.
    file = json.loads(saved(anne, tmp_path / "empty").read_text("utf-8"))
    pinned = {"name": "Annes variant", "state": file["state"]}
    anne.files.choose(content("x.json", json.dumps({**file, "variants": [pinned]})))
    anne.files.is_opened()
    for each, votes in ((anne, "4.321"), (bo, "800")):
        each.explorer.votes("O").fill(votes)
        each.explorer.votes("O").press("Enter")
    for each in people:
        each.explorer.settle()
    anne.explorer.rename("O", "Annes liste")
    hers, his = NÆSTVED.with_votes({"O": 4321}), NÆSTVED.with_votes({"O": 800})
    shows(anne.explorer, hers)
    shows(bo.explorer, his)

    # What each takes away is what each did.
    files = [told(saved(each, tmp_path / name)) for each, name in ((anne, "anne"), (bo, "bo"))]
    assert [each["name"] for each in files[0]["variants"]] == ["Annes variant"]
    assert "variants" not in files[1]
    assert vf.read(saved(bo, tmp_path / "again")) == his

    # Nor does it come by a reload, from what is kept, or when one of them goes back.
    for each in people:
        each.kept.expect_kept()
    assert all(map(anne.sees, HERS))
    assert not any(map(bo.sees, HERS))
    tabs = [{entry["tab"] for entry in each.kept.entries()} for each in people]
    assert [len(each) for each in tabs] == [1, 1]
    assert tabs[0] != tabs[1]
    reload(bo.explorer)
    bo.kept.expect_kept()
    bo.explorer.settle()
    anne.explorer.press("Fortryd")
    anne.explorer.press("Fortryd")
    shows(anne.explorer, NÆSTVED)
    shows(bo.explorer, his)
    assert not any(map(bo.sees, HERS))
    anne.page.close()
    shows(bo.explorer, his)
    bo.explorer.press("Fortryd")
    shows(bo.explorer, NÆSTVED)


def saved(person: Person, folder: Path) -> Path:
    folder.mkdir()
    return person.files.save(folder)
