"""Every possible structure in the explorer."""

import re

import pytest

from explorer.page import Page, plain
from valgforbund import Scenario, count, load, structures
from valgforbund.explorer.panels.structures import EveryStructure
from valgforbund.explorer.tabs import PANELS

SMALL = Scenario(
    {"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]], place="Et sted"
)
PLACE = PANELS.index(EveryStructure)


def opened(scenario: Scenario, ours: str = "") -> Page:
    page = Page(scenario)
    page.state.look(ours=ours)
    page.explorer._tabs.widget.selected_index = PLACE
    return page


def panel(page: Page) -> EveryStructure:
    return page.explorer._tabs._panels[PLACE]


def said(page: Page) -> str:
    return plain(panel(page)._lines.value)


def tables(page: Page) -> dict[str, list[list[str]]]:
    """Rows of every table by its caption."""
    found = {}
    for text in re.findall(r"<table.*?</table>", panel(page)._tables.value, re.DOTALL):
        caption = plain(re.findall(r"<caption>(.*?)</caption>", text)[0])
        rows = re.findall(r"<tr>(.*?)</tr>", text.split("</thead>")[1])
        found[caption] = [
            [plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows
        ]
    return found


def test_the_university_example_by_hand() -> None:
    page = opened(SMALL, "D")
    assert said(page).startswith(
        "D har 2 mandater nu, og det er det bedste af 15 mulige sæt af valgforbund"
    )
    found = tables(page)
    assert [row[:2] for row in found["Mandater til D"]] == [["1", "11"], ["2", "4"]]
    assert found["De bedste, færrest flytninger først"][0] == [
        "C-D",
        "2",
        "ingen",
        "intet mandat flytter",
    ]
    every = structures(SMALL)
    for row in found["Alle lister"]:
        assert row[1] == str(int(every.standing.loc[row[0], "now"]))
    assert 'alt="Søjler' in panel(page)._image.value


def test_stable_structures_and_what_stable_means() -> None:
    page = opened(SMALL, "D")
    every = structures(SMALL)
    free, consenting = every.stable(), every.stable(consent=True)
    text = plain(panel(page)._stable.value)
    assert text.startswith(f"Stabile muligheder: {free.number}")
    assert f"; {consenting.number}" in text
    assert ("også den nuværende" in text) == (free.present or consenting.present)
    assert "uanset lodtrækning" in text
    before = panel(page)._checks._found
    page.state.look(ours="A")  # another list: the same structures are stable
    assert panel(page)._checks._found is before
    panel(page)._forbidden.value = "A-B"
    restricted = structures(SMALL, forbidden=[("A", "B")]).stable()
    assert plain(panel(page)._stable.value).startswith(f"Stabile muligheder: {restricted.number}")


def test_best_and_worst_count_as_they_say() -> None:
    page = opened(SMALL, "B")
    for caption in (
        "De bedste, færrest flytninger først",
        "De dårligste, færrest flytninger først",
    ):
        for alliances, seats, *_ in tables(page)[caption]:
            groups = [each.split("-") for each in alliances.split(", ")]
            groups = [each for each in groups if len(each) > 1]
            assert page.words.span(count(SMALL.with_alliances(groups)).spans["B"]) == seats


def test_a_bloc_and_forbidden_pairs() -> None:
    page = opened(SMALL, "B")
    shown = panel(page)
    shown._bloc.value = "a, D"
    assert "Mandater til A-D" in tables(page)
    shown._forbidden.value = "A-B, C-D"
    assert sum(int(row[1]) for row in tables(page)["Mandater til A-D"]) <= 15
    restricted = structures(SMALL, forbidden=[("A", "B"), ("C", "D")])
    assert f"{restricted.number} mulige" in said(page)
    shown._forbidden.value = ""
    shown._allowed.value = "A-C"
    assert f"{structures(SMALL, allowed=[('A', 'C')]).number} mulige" in said(page)


@pytest.mark.parametrize(
    ("field", "typed"), [("_bloc", "Q"), ("_forbidden", "A"), ("_allowed", "A-Q")]
)
def test_bad_input_is_told_and_what_was_there_stays(field: str, typed: str) -> None:
    page = opened(SMALL, "B")
    before = panel(page)._tables.value
    getattr(panel(page), field).value = typed
    assert page.alert
    assert getattr(panel(page), field).value == ""
    assert panel(page)._tables.value == before


def test_many_lists_wait_for_the_button_and_too_many_say_why() -> None:
    page = opened(load("KV2025", "Næstved"), "Ø")
    assert "Tryk for at tælle dem alle" in said(page)
    assert panel(page)._start.layout.display == ""
    page = opened(load("KV2025", "København"))
    assert "højst 13 lister" in said(page)
    panel(page)._start.click()
    assert "24 lister" in said(page)
    assert panel(page)._tables.value == ""


def test_a_change_counts_again_and_another_place_forgets_what_was_typed() -> None:
    page = opened(SMALL, "D")
    panel(page)._forbidden.value = "C-D"
    page.votes("D", "5")
    assert "D har" in said(page)
    page.type("bar.place", "Samsø")
    assert panel(page)._forbidden.value == ""
    assert "sæt af valgforbund" in said(page)


def test_english() -> None:
    page = opened(SMALL, "D")
    page.choose("app.language", "English")
    assert "the best of 15 possible sets of alliances" in said(page)
