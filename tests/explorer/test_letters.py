"""Lists are read in one way wherever they are typed, and so are places."""

from collections.abc import Callable

import pytest

from explorer.constitution.page import ToolPage
from explorer.page import Page
from explorer.part import Part
from valgforbund import load
from valgforbund.explorer.constitution.panels.agreement import AgreementPanel
from valgforbund.explorer.constitution.panels.committees import CommitteesPanel
from valgforbund.explorer.constitution.panels.posts import PostsPanel
from valgforbund.explorer.election.panels.partners import Partners
from valgforbund.explorer.election.panels.structures import EveryStructure
from valgforbund.explorer.election.panels.uncertainty import Uncertainty

NAESTVED = load("KV2025", "Næstved")
SPELLINGS = ("A, F og Ø", "a/f/ø", "A–F–Ø", "afø", "a & SF + oe", "Socialdemokratiet, F, Ø")


def explorer(panel: type) -> Callable[[], tuple[Page | ToolPage, Part]]:
    def opened() -> tuple[Page, Part]:
        page = Page(NAESTVED)
        return page, page.open(panel)

    return opened


def constitution(panel: type) -> Callable[[], tuple[Page | ToolPage, Part]]:
    def opened() -> tuple[ToolPage, Part]:
        page = ToolPage({"A": 9, "F": 4, "V": 6, "Ø": 2}, "da")
        page.type("bar.place", "Næstved")
        return page, page.open(panel)

    return opened


FIELDS = {
    "partners.include": explorer(Partners),
    "partners.apart": explorer(Partners),
    "structures.bloc": explorer(EveryStructure),
    "structures.allowed": explorer(EveryStructure),
    "structures.forbidden": explorer(EveryStructure),
    "simulation.control_bloc": explorer(Uncertainty),
    "agreement.parties": constitution(AgreementPanel),
    "promises.allied": constitution(PostsPanel),
    "regrouping.ours": constitution(CommitteesPanel),
}


@pytest.mark.parametrize("key", FIELDS)
def test_the_same_lists_in_every_spelling_mean_the_same(key: str) -> None:
    page, part = FIELDS[key]()
    if key == "partners.apart":  # there A, F, Ø and A-F-Ø mean two things
        spellings: tuple[str, ...] = ("A-F-Ø", "a/f/ø", "A–F–Ø", "afø", "a & SF + oe")
    else:
        spellings = SPELLINGS
    shown = set()
    for text in spellings:
        part.type(key, "V")
        part.type(key, text)
        assert page.alert == "", text
        shown.add(part.value(key))
    (one,) = shown
    assert {*one} >= {*"AFØ"}


@pytest.mark.parametrize("key", FIELDS)
def test_what_is_no_list_is_told_and_what_was_there_comes_back(key: str) -> None:
    page, part = FIELDS[key]()
    part.type(key, "A-F")
    before = part.value(key)
    part.type(key, "A-Q")
    assert page.alert.startswith("Der er ingen liste Q;")
    assert part.value(key) == before
