"""No action sends more messages than Jupyter's server takes at once: it drops the rest."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from comm import DummyComm

from explorer.constitution.page import ToolPage
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario

AT_ONCE = 2000  # the server takes 3,000 in three seconds, and does not count new widgets
MOST = {f"L{k}": 900 - k for k in range(99)}


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of messages sent to the page; it goes on growing."""
    kinds: list[str] = []

    def note(_: DummyComm, kind: str, *_args: object, **_values: object) -> None:
        kinds.append(kind)

    monkeypatch.setattr(DummyComm, "publish_msg", note)
    return kinds


@contextmanager
def few(sent: list[str]) -> Iterator[None]:
    sent.clear()
    yield
    assert sent
    assert sent.count("comm_msg") <= AT_ONCE


def lines(seats: dict[str, int]) -> str:
    return "\n".join(f"{letter} {n}" for letter, n in seats.items())


@pytest.mark.parametrize(("count", "is_refused"), [(500, True), (100, True), (99, False)])
def test_a_council_that_is_pasted(sent: list[str], count: int, is_refused: bool) -> None:
    page = ToolPage()
    before = page.proposal
    with few(sent):
        page.type("council.pasted", lines({f"L{k}": 0 for k in range(1, count)} | {"A": 9}))
        page.press("tools.paste_button")
    assert ("højst være 99 lister" in page.alert) == is_refused, page.alert
    assert (page.proposal == before) == is_refused


def explorer(sent: list[str]) -> Part:
    with few(sent):
        return Page(Scenario(MOST, 99, [["L1", "L2"]]))


def constitution(sent: list[str]) -> Part:
    with few(sent):
        return ToolPage()


@pytest.mark.parametrize("made", [explorer, constitution])
def test_a_tool_with_all_it_may_have(sent: list[str], made: Callable[[list[str]], Part]) -> None:
    page = made(sent)
    for language in ("English", "Dansk"):
        with few(sent):
            page.choose("app.language", language)
    for tab in range(1, min(5, len(page.tab_row.children))):
        with few(sent):
            page.tab_row.selected_index = tab
