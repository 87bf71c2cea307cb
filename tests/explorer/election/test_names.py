"""What a list is called: the name it has now, wherever names stand, also in an own election."""

import pytest

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from valgforbund import Scenario
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.close_calls import CloseCalls
from valgforbund.explorer.election.panels.protocol import HowCounted
from valgforbund.explorer.election.panels.tables import Tables
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.parties import Party
from valgforbund.sources.bundled import load

GLOSTRUP = load("KV2021", "Glostrup")
OWN = Scenario({"A": 500, "B": 400, "C": 20}, 9)


def everywhere(page: Page) -> str:
    """The page, with every tab that names lists opened once."""
    found = []
    for panel in (Tables, CloseCalls, HowCounted, Uncertainty):
        page.open(panel)
        found.append(page.html)
    return "".join(found)


def party(page: Page, letter: str) -> Party:
    """Who a list is on this page."""
    shown = Results(page.scenario, page.state.original, page.state.view, None)
    return shown.parties[letter]


def rename(page: Page, letter: str, name: str) -> None:
    page.type("lists.name_of", name, letter=letter)


@pytest.mark.parametrize("scenario", [GLOSTRUP, OWN], ids=["real", "own"])
def test_a_renamed_list_has_its_new_name_everywhere(scenario: Scenario) -> None:
    page = Page(scenario)
    letter = scenario.letters[-1]
    old = party(page, letter).name
    rename(page, letter, "Byens bedste liste")
    text = everywhere(page)
    assert f'title="{letter} Byens bedste liste"' in text
    for beginning in ("Lister uden mandat", "Hvor tæt var det?", "Hvad listerne kan vente"):
        (rows,) = (body for caption, body in tables(page).items() if caption.startswith(beginning))
        names = [row[0] for row in rows]
        if beginning != "Lister uden mandat" or any(name.startswith(letter) for name in names):
            assert f"{letter} Byens bedste liste" in names, beginning
            assert f"{letter} {old}" not in names, beginning
    assert f'title="{letter} {old}"' not in text


def test_a_renamed_list_keeps_its_colour_and_undo_brings_its_name_back() -> None:
    page = Page(GLOSTRUP)
    before = party(page, "V")
    rename(page, "V", "Glostrups liste")
    after = party(page, "V")
    assert (after.name, after.short) == ("Glostrups liste", "Glostrups liste")
    assert (after.key, after.colour, after.ink) == (before.key, before.colour, before.ink)
    page.press("bar.undo")
    assert party(page, "V") == before


def test_lists_of_an_own_election_have_the_names_that_were_typed() -> None:
    page = Page()
    page.choose("bar.examples", page.words("bar.empty"))
    for letter, name, votes in (("A", "Cykellisten", "900"), ("B", "Skovlisten", "300")):
        rename(page, letter, name)
        page.votes(letter, votes)
    text = everywhere(page)
    for name in ("A Cykellisten", "B Skovlisten"):
        assert f'title="{name}"' in text
        assert f'<th scope="row">{name}</th>' in text
