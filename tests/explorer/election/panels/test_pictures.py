"""The pictures: drawn by the page, with words for those who do not see them."""

import re
import xml.etree.ElementTree as ET

import pytest

from explorer.page import Page
from valgforbund import Scenario
from valgforbund.sources.bundled import load


def picture(page: Page, css: str) -> tuple[list[str], str]:
    """Its boxes and texts, and its alternative text."""
    element = page.html_with(css)
    found = re.search(r'<svg class="vf-chart" role="img" aria-label="([^"]*)"', element)
    assert found, element[:200]
    parts = [
        f"{each.tag} {each.attrib} {each.text}"
        for each in ET.fromstring(f"<div>{element}</div>").iter()
    ]
    assert parts
    return parts, found[1].replace("\xa0", " ")


def test_the_pictures_say_in_words_what_they_show() -> None:
    page = Page()
    _, alt = picture(page, "vf-picture-seats")
    for letter in page.scenario.letters:
        now, other = page.row(letter)[0], page.row(letter)[-2]
        assert f"{letter} {now} mod {other}" in alt
    _, alt = picture(page, "vf-picture-votes")
    assert "M 490" in alt or "M " in alt
    assert "spildt" in alt


def test_another_measure_is_another_picture_and_says_so() -> None:
    page = Page()
    before = picture(page, "vf-picture-votes")
    page.find("measure.label").value = "remainder"
    after = picture(page, "vf-picture-votes")
    assert after[0] != before[0]
    assert "mandaternes pris" in after[1]
    assert "et mandat kostede" in after[1] or "I-M-O-V" in after[1]


def test_the_pictures_change_with_the_scenario_and_come_back_with_undo() -> None:
    page = Page()
    seats, votes = picture(page, "vf-picture-seats"), picture(page, "vf-picture-votes")
    page.alone("O")
    assert picture(page, "vf-picture-seats") != seats
    page.press("bar.undo")
    assert picture(page, "vf-picture-seats") == seats
    assert picture(page, "vf-picture-votes") == votes


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario({"A": 0}, 1),
        Scenario({"A": 1}, 999),
        Scenario({"A": 0, "B": 0}, 9, [["A", "B"]]),
        Scenario({"A": 10**30, "B": 1}, 5),
        Scenario({f"L{i}": i for i in range(99)}, 999),
        Scenario({f"L{i}": 7 for i in range(99)}, 31, [[f"L{i}" for i in range(50)]]),
        load("KV2013", "København"),
    ],
    ids=["one list without votes", "999 seats", "no votes", "10^30", "99 lists", "99 tied", "32"],
)
def test_the_ends_of_what_is_allowed(scenario: Scenario) -> None:
    page = Page(scenario)
    for measure in ("remainder", "unrepresented", "wasted"):
        page.find("measure.label").value = measure
        assert page.alert == ""
        assert picture(page, "vf-picture-seats")
        assert picture(page, "vf-picture-votes")
    page.assert_in_step()
