"""Every possible structure in the explorer."""

import re
from typing import Any

import pytest

from explorer.page import Page
from explorer.part import Part, plain
from valgforbund import Scenario, count, load, structures
from valgforbund.explorer.election.panels import structures as tab
from valgforbund.explorer.election.panels.structures import EveryStructure, stable

SMALL = Scenario(
    {"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]], place="Et sted"
)


def opened(scenario: Scenario, ours: str = "") -> Page:
    page = Page(scenario)
    page.state.look(ours=ours)
    page.open(EveryStructure)
    return page


def panel(page: Page) -> Part:
    return page.open(EveryStructure)


def said(page: Page) -> str:
    return " ".join(panel(page).said)


def stability(page: Page) -> str:
    """What stands below the answer."""
    below = panel(page).sentences[len(panel(page).said) :]
    return " ".join(below)


def tables(page: Page) -> dict[str, list[list[str]]]:
    """Rows of every table by its caption."""
    found = {}
    for text in re.findall(r"<table.*?</table>", panel(page).html, re.DOTALL):
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
    assert 'aria-label="Søjler' in panel(page).html


def test_stable_structures_and_what_stable_means(monkeypatch: pytest.MonkeyPatch) -> None:
    searches = []

    def searched(*given: Any) -> Any:
        searches.append(given)
        return stable(*given)

    monkeypatch.setattr(tab, "stable", searched)
    page = opened(SMALL, "D")
    every = structures(SMALL)
    free, consenting = every.stable(), every.stable(consent=True)
    text = stability(page)
    assert text.startswith(f"Stabile muligheder: {free.number}")
    assert f"; {consenting.number}" in text
    assert ("også den nuværende" in text) == (free.present or consenting.present)
    assert "uanset lodtrækning" in text
    assert len(searches) == 1
    page.state.look(ours="A")  # another list: the same structures are stable
    assert len(searches) == 1
    panel(page).type("structures.forbidden", "A-B")
    assert len(searches) == 2
    restricted = structures(SMALL, forbidden=[("A", "B")]).stable()
    assert stability(page).startswith(f"Stabile muligheder: {restricted.number}")


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
    shown.type("structures.bloc", "a, D")
    assert "Mandater til A-D" in tables(page)
    shown.type("structures.forbidden", "A-B, C-D")
    assert sum(int(row[1]) for row in tables(page)["Mandater til A-D"]) <= 15
    restricted = structures(SMALL, forbidden=[("A", "B"), ("C", "D")])
    assert f"{restricted.number} mulige" in said(page)
    shown.type("structures.forbidden", "")
    shown.type("structures.allowed", "A-C")
    assert f"{structures(SMALL, allowed=[('A', 'C')]).number} mulige" in said(page)


@pytest.mark.parametrize(
    ("field", "typed"), [("bloc", "Q"), ("forbidden", "A"), ("allowed", "A-Q")]
)
def test_bad_input_is_told_and_what_was_there_stays(field: str, typed: str) -> None:
    page = opened(SMALL, "B")
    before = tables(page)
    panel(page).type(f"structures.{field}", typed)
    assert page.alert
    assert panel(page).value(f"structures.{field}") == ""
    assert tables(page) == before


def test_many_lists_wait_for_the_button_and_too_many_say_why() -> None:
    page = opened(load("KV2025", "Næstved"), "Ø")
    assert "Tryk for at tælle dem alle" in said(page)
    assert panel(page).sees("structures.start")
    page = opened(load("KV2025", "København"))
    assert "højst 13 lister" in said(page)
    panel(page).press("structures.start")
    assert "24 lister" in said(page)
    assert tables(page) == {}


def test_a_change_counts_again_and_another_place_forgets_what_was_typed() -> None:
    page = opened(SMALL, "D")
    panel(page).type("structures.forbidden", "C-D")
    page.votes("D", "5")
    assert "D har" in said(page)
    page.type("bar.place", "Samsø")
    assert panel(page).value("structures.forbidden") == ""
    assert "sæt af valgforbund" in said(page)


def test_english() -> None:
    page = opened(SMALL, "D")
    page.choose("app.language", "English")
    assert "the best of 15 possible sets of alliances" in said(page)


def test_changes_are_written_as_on_the_rest_of_the_page() -> None:
    text = plain(panel(opened(SMALL, "C")).html)
    assert re.search(r"[A-D] [−+]\d, [A-D] [−+]\d", text)
    assert not re.search(r"[A-D][−+]\d", text)
