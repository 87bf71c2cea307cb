"""What a measure of votes means is one press away wherever its name stands."""

import re

import pytest

from explorer.page import Page
from explorer.part import plain
from valgforbund.explorer.election.panels.tables import Tables
from valgforbund.waste import MEASURES
from valgforbund.wording import LANGUAGES, words
from valgforbund.wording.stemmespild import CHOICES


def meanings(page: Page) -> dict[str, str]:
    """The texts that can be opened, by the id that opens them."""
    found = re.findall(r'<p id="(.*?)" popover="auto".*?>(.*?)</p>', page.html_with("vf-meanings"))
    return {name: plain(text) for name, text in found}


def opens(html: str) -> dict[str, str]:
    """What the buttons say that open a text, and its id."""
    pattern = r'<button type="button" class="vf-term" popovertarget="(.*?)">(.*?)</button>'
    return {plain(text): name for name, text in re.findall(pattern, html)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_in_the_account_opens_its_meaning(language: str) -> None:
    page, texts = Page(language=language), words(language)
    page.open(Tables)
    found, known = opens(page.html_with("vf-tables-votes")), meanings(page)
    assert set(found) == {texts(f"measure.{each}") for each in MEASURES}
    for each in MEASURES:
        assert known[found[texts(f"measure.{each}")]] == texts(f"meaning.{each}")


@pytest.mark.parametrize("measure", CHOICES)
def test_the_sentence_and_the_menu_open_the_meaning_of_the_measure_they_show(measure: str) -> None:
    page, texts = Page(), words("da")
    page.find("measure.label").value = measure
    name = texts(f"measure.{measure}")
    assert any(each.startswith(f"{name}: ") for each in page.account)
    known = meanings(page)
    (told,) = opens(page.html_with("vf-sentences")).items()
    assert (told[0], known[told[1]]) == (name, texts(f"meaning.{measure}"))
    (asked,) = opens(page.html_with("vf-measure")).items()
    assert (asked[0], known[asked[1]]) == ("Hvad er det?", texts(f"meaning.{measure}"))


def test_the_measure_of_waste_has_a_name_that_people_use() -> None:
    assert any(each.startswith("Spildte stemmer: ") for each in Page().account)
