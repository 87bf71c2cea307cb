"""The tab of close calls: the sentence, votes to the next seat, the steps, the race."""

import re
from itertools import combinations

import pytest

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario, count, margins
from valgforbund.explorer.election.panels.close_calls import CloseCalls
from valgforbund.explorer.election.panels.majorities import Majorities
from valgforbund.sources.bundled import load

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
SMALL = Scenario({"A": 600, "B": 300, "C": 100}, 9, [["B", "C"]])
STEPS = "Hvor mandater flytter, når Ø får flere eller færre stemmer"
RACE = "Kvotienterne omkring grænsen"


def opened(scenario: Scenario, language: str = "da") -> Page:
    page = Page(scenario, language)
    page.open(CloseCalls)
    return page


def rows(page: Page, beginning: str) -> dict[str, list[str]]:
    (found,) = (body for caption, body in tables(page).items() if caption.startswith(beginning))
    return {row[0]: row[1:] for row in found}


def units(page: Page, source: str = "") -> dict[str, list[str]]:
    """The rows of the table of margins by letter or name of the alliance."""
    found = rows(page, f"Hvor tæt var det? Stemmer fra og til: {source}")
    return {name.split(" ")[0]: row for name, row in found.items()}


def alts(page: Page) -> list[str]:
    return re.findall(r'<svg class="vf-chart" role="img" aria-label="(.*?)"', page.html)


# ---- the sentence on the question ----


def answer(page: Page) -> str:
    return page.answers[2]


def test_the_closest_seat_answers_how_sure_it_is() -> None:
    page = Page(load("KV2025", "Næstved"))
    assert answer(page) == (
        "B mister et mandat til A (inde i valgforbundet) med 104 stemmer færre (alt andet lige)."
    )


def test_our_list_has_its_own_answer() -> None:
    page = Page(load("KV2025", "Næstved"))
    page.state.look(ours="Æ")
    row = margins(page.scenario).loc["Æ"]
    number = page.words.number
    assert row["lose_changes"] == "C+1 Æ-1"
    assert answer(page) == (
        f"Med {row['votes_to_lose']} stemmer færre går mandatet til C. "
        f"{number(int(row['votes_to_gain']))} stemmer mere giver to mandater."
    )


def test_the_sentence_follows_the_scenario_and_the_language() -> None:
    page = Page(GLOSTRUP)
    assert "O mangler 15 stemmer for at tage et mandat fra U" in answer(page)
    page.votes("O", "427")
    assert "U og O står til lodtrækning, som 1 stemme mere ville afgøre" in answer(page)
    page.choose("app.language", "English")
    assert "a lot is due between U and O, which 1 vote more decides" in answer(page)


def test_where_nobody_can_win_a_seat_it_says_so() -> None:
    page = Page(Scenario({"A": 6, "B": 5}, 3, candidates={"A": 1, "B": 1}))
    assert answer(page) == "B mister et mandat med 5 stemmer færre (alt andet lige)."


def test_the_other_questions_answer_for_our_list_too() -> None:
    page = Page(load("KV2025", "Næstved"))
    page.state.look(ours="Æ")
    home = page.scenario.alliance_of("Æ")
    assert home is not None
    assert count(page.scenario).seats["Æ"] == 1
    assert count(page.scenario.dissolve(home.name)).seats["Æ"] == 0
    assert page.answers[0] == (
        "Æ: ét mandat med valgforbundet, intet mandat uden. "
        "Spildte stemmer: 0 med valgforbundet, 1.773 uden."
    )
    seats = dict(count(page.scenario).seats[lambda each: each > 0])
    smallest = [
        group
        for n in range(1, len(seats) + 1)
        for group in combinations(seats, n)
        if 16 <= sum(seats[each] for each in group) < 16 + min(seats[each] for each in group)
    ]
    needed = sum("Æ" in group for group in smallest)
    assert (needed, len(smallest)) == (14, 37)
    assert page.answers[3].startswith(
        "Æ er nødvendig i 14 af 37 mindste flertal. Flertal: 16 af 31"
    )
    assert page.open(Majorities).text.startswith("Æ er nødvendig i 14 af 37 mindste flertal.")


def test_for_our_list_the_tab_begins_with_it_and_then_with_the_picture() -> None:
    page = opened(load("KV2025", "Næstved"))
    page.state.look(ours="Æ")
    panel = page.open(CloseCalls)
    assert panel.text.startswith(answer(page))
    assert panel.html.index("<svg") < panel.html.index("<table")


# ---- the table ----


def test_the_table_has_the_numbers_of_the_engine_for_lists_and_alliances() -> None:
    page = opened(GLOSTRUP)
    found, frame = units(page), margins(GLOSTRUP)
    assert len(found) == len(frame)
    assert found["Ø"] == [
        "0", "20: lod · 21: sikkert", "F (inde i valgforbundet)", "–", "–",
    ]  # fmt: skip
    assert found["F"][3:] == [
        "20: lod · 21: sikkert", "Ø (inde i valgforbundet)",
    ]  # fmt: skip
    assert found["B-F-Ø"] == ["2", "23", "A", "555", "V"]


def test_a_lot_now_is_named() -> None:
    page = opened(Scenario({"A": 10, "B": 10}, 3))
    assert units(page)["A"] == [
        "1–2", "nu: lod · 1: sikkert", "B", "nu: lod · 1: sikkert", "B",
    ]  # fmt: skip


def test_the_table_takes_votes_from_where_the_slider_takes_them() -> None:
    page = opened(GLOSTRUP)
    page.find("slider.list").value = "Ø"
    page.find("slider.source").value = "F"
    found = units(page, "F")
    assert found["Ø"][1] == "10: lod · 11: sikkert"
    assert found["B-F-Ø"][1] == found["F"][1] == "giver stemmerne"
    page.choose("slider.source", "alle andre, forholdsmæssigt")
    found = units(page, "alle andre, forholdsmæssigt")
    votes = re.findall(r"\d+", found["O-U"][1])
    assert int(votes[-1]) == margins(GLOSTRUP, "others").loc["O-U", "votes_to_gain"]


# ---- the steps of a list ----


def test_the_steps_of_a_list_are_said_drawn_and_listed() -> None:
    page = opened(GLOSTRUP)
    page.find("slider.list").value = "Ø"
    assert (
        "Ø med flere stemmer: 20: lodtrækning (F får måske ét færre, Ø måske ét mere); "
        "21: Ø får ét mere, F ét færre" in (plain(page.html))
    )
    found = rows(page, STEPS)
    assert found["476 (+20)"][0] == "0–1"
    assert found["477 (+21)"][0] == "1"
    assert found["477 (+21)"][-1] == "F −1, Ø +1"
    assert found["479 (+23)"][2:] == ["3", "A −1, Ø +1"]
    (alt,) = (each for each in alts(page) if each.startswith("Mandater til Ø"))
    assert "fra 477: ét mandat" in alt


def test_the_menu_of_the_steps_is_that_of_the_slider() -> None:
    page = opened(SMALL)
    page.choose("steps.list", "A A")
    assert page.find("slider.list").value == "A"
    page.choose("slider.list", "C C")
    assert page.find("steps.list").value == "C"
    page.assert_in_step()


def test_our_list_is_shown_first() -> None:
    page = opened(SMALL)
    page.choose("view.ours", "A A")
    assert page.find("steps.list").value == "A"


def test_with_and_without_are_the_worlds_of_the_view() -> None:
    page = opened(load("KV2025", "Næstved"))
    page.choose("view.focus", "C-I-M-O-V-Æ")
    page.find("slider.list").value = "Æ"
    (alt,) = (each for each in alts(page) if each.startswith("Mandater til Æ"))
    with_, without = alt.split("uden: ")
    assert "fra 1.204: ét mandat" in with_  # 1,312 can lose 108
    s = page.scenario.dissolve("C-I-M-O-V-Æ")
    lacking = int(margins(s).loc["Æ", "votes_to_gain"])
    assert f"fra {1312 + lacking:,}".replace(",", ".") in without


# ---- the race ----


def test_the_race_has_the_last_seats_and_who_came_next() -> None:
    page = opened(load("KV2025", "Næstved"))
    found = tables(page)[RACE]
    assert [row[:3] for row in found[4:6]] == [
        ["31", "Æ", "C-I-M-O-V-Æ"], ["næste", "A", "A-B-F-Ø-Å"],
    ]  # fmt: skip
    assert found[4][3] == "1.474,44 = 23.591 : 16"
    assert found[5][4] == "841"  # what A-B-F-Ø-Å lacks as a whole
    (alt,) = (each for each in alts(page) if each.startswith("Kvotienterne"))
    assert "31 Æ 1.474,44; næste A 1.421,94" in alt


def test_a_lot_in_the_race_is_a_lot() -> None:
    page = opened(Scenario({"A": 10, "B": 10, "C": 3}, 3))
    found = tables(page)[RACE]
    assert [row[0] for row in found][:5] == ["1", "2", "lod", "lod", "næste"]
    assert [row[1] for row in found][2:5] == ["A", "B", "A"]


def test_whose_seat_a_lot_inside_an_alliance_decides_is_not_said() -> None:
    s = Scenario({"A": 20, "B": 9, "C": 9}, 2, [["B", "C"]])
    assert count(s).lots
    page = opened(s)
    assert "lod inde i valgforbundet" in [row[1] for row in tables(page)[RACE]]


@pytest.mark.parametrize(
    "scenario",
    [
        Scenario({"A": 0, "B": 0, "C": 0}, 9),
        Scenario({"A": 5}, 3),
        Scenario({"A": 0, "B": 0, "C": 4}, 3, [["A", "B"]]),
        Scenario({"A": 10**30, "B": 10**12}, 3),
        Scenario({"A": 6, "B": 5}, 5, candidates={"A": 1, "B": 1}),
        Scenario({"A": 500, "B": 300, "C": 200, "D": 90}, 9, [["A", ["B", "C"]]]),
        Scenario({"$x$": 50, "<b>": 30, "En liste med et meget langt navn": 20}, 3),
    ],
)
def test_every_scenario_can_be_shown(scenario: Scenario) -> None:
    for language in ("da", "en"):
        page = opened(scenario, language)
        assert page.alert == ""
        assert "<b>:" not in page.html
        for source in ("others", "new"):
            page.find("slider.source").value = source
            assert page.alert == ""
        page.assert_in_step()
