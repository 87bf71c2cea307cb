"""The main story, behind both doors: a person changes something, and everything follows."""

import pytest
from playwright.sync_api import expect

import valgforbund as vf
from valgforbund.sources.bundled import load

from .explorer_page import ExplorerPage, both_doors

pytestmark = pytest.mark.browser


def counted(scenario: vf.Scenario) -> dict[str, str]:
    return {letter: str(seats) for letter, seats in vf.count(scenario).seats.items()}


def shown(explorer: ExplorerPage) -> dict[str, str]:
    return {letter: now for letter, (now, _, _) in explorer.seats().items()}


@pytest.mark.story
@both_doors
def test_place_alliance_votes_and_the_way_back(explorer):
    scenario = load("KV2025", "Næstved")
    explorer.choose_place("næstved")
    expect(explorer.first).to_contain_text("C-I-M-O-V-Æ redder to mandater")
    expect(explorer.first).to_contain_text("O og Æ får ét mere hver, A to færre")
    expect(explorer.place).to_have_attribute("placeholder", "Næstved")
    assert shown(explorer) == counted(scenario)
    explorer.expect_seats("Æ", 1, 0)
    pictures = [explorer.seats_picture, explorer.votes_picture]
    sources = [picture.inner_html() for picture in pictures]
    sentence = explorer.first.inner_text()

    # Out of its alliance Æ loses its seat, and everything says so.
    explorer.ally("Æ", "står alene")
    explorer.expect_seats("Æ", 0, 0)
    expect(explorer.first).to_have_text("Seneste ændring: A får ét mere, Æ ét færre.")
    others = explorer.headline.nth(1)
    expect(others).to_contain_text("C-I-M-O-V ")
    expect(others).not_to_contain_text("2 mandater")
    for picture, source in zip(pictures, sources, strict=True):
        expect(picture).not_to_have_js_property("innerHTML", source)
    assert shown(explorer) == counted(scenario.leave("Æ"))
    expect(explorer.hint("Æ")).to_contain_text("før: C-I-M-O-V-Æ")
    alone = [picture.inner_html() for picture in pictures]

    # Votes: the numbers move, and the original stands beside them.
    explorer.type_votes("Æ", "2.500")
    expect(explorer.row("Æ").locator(".vf-now")).to_have_text("1")
    expect(explorer.hint("Æ")).to_contain_text("før: 1.312 stemmer")
    assert shown(explorer) == counted(scenario.leave("Æ").with_votes({"Æ": 2500}))

    # Two steps back lead to the same picture, a third one to the place before.
    explorer.press("Fortryd")
    expect(explorer.seats_picture).to_have_js_property("innerHTML", alone[0])
    explorer.press("Fortryd")
    for picture, source in zip(pictures, sources, strict=True):
        expect(picture).to_have_js_property("innerHTML", source)
    expect(explorer.first).to_have_text(sentence)
    expect(explorer.hint("Æ")).to_be_empty()
    explorer.press("Fortryd")
    expect(explorer.place).to_have_attribute("placeholder", "Lyngby-Taarbæk")
    expect(explorer.first).to_contain_text("I-M-O-V redder ét mandat")
    explorer.press("Gentag")
    expect(explorer.place).to_have_attribute("placeholder", "Næstved")
    for picture, source in zip(pictures, sources, strict=True):
        expect(picture).to_have_js_property("innerHTML", source)


def test_lejre_in_five_minutes(explorer):
    """What the late form cost: with Ø inside, C has 3 and Ø 2; without, C 4 and Ø 1."""
    explorer.look("Valg", "Kommunalvalg 2021")
    explorer.choose_place("Lejre")
    expect(explorer.banner).to_contain_text("ikke registreret")
    explorer.ally("F", "Nyt valgforbund med A")
    explorer.ally("Ø", "A-F")
    explorer.ally("C", "Nyt valgforbund med V")
    explorer.ally("O", "C-V")
    explorer.look("Valgforbund i fokus", "A-F-Ø")
    explorer.look("sammenlignet med", "Hvis Ø stod udenfor")
    explorer.expect_seats("C", 3, 4)
    explorer.expect_seats("Ø", 2, 1)
    expect(explorer.first).to_contain_text("At Ø er med, flytter ét mandat fra C til Ø")
    changes = {letter: change for letter, (_, _, change) in explorer.seats().items()}
    assert {letter for letter, change in changes.items() if change != "0"} == {"C", "Ø"}
