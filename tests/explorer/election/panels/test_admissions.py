"""The tab "Should we let them in?": the sentences, the tables, and trying a row."""

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, admissions
from valgforbund.explorer.election.panels.admissions import Admissions
from valgforbund.sources.bundled import load

S = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
JOIN, LEAVE = "Hvis en liste kommer med", "Hvis et medlem går ud og står alene"


def opened(scenario: Scenario, language: str = "da") -> Page:
    page = Page(scenario, language)
    page.open(Admissions)
    return page


def panel(page: Page) -> Part:
    return page.open(Admissions)


def lines(page: Page) -> str:
    return " ".join(panel(page).said)


def rows(page: Page, caption: str) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in tables(page)[caption]}


def test_a_member_that_would_lose_is_named() -> None:
    page = opened(S)
    assert rows(page, JOIN)["D"] == ["A −1", "D +1", "0", "–", "nej: A taber"]
    assert rows(page, JOIN)["B"] == ["–", "–", "0", "–", "ja"]
    assert "Kommer D med, har A grund til at sige nej: D får ét mere, A ét færre." in lines(page)
    assert rows(page, LEAVE)["C"] == ["A −1", "–", "−1", "D +1", "nej: A taber"]


def test_we_are_our_list_s_alliance_whatever_is_looked_at() -> None:
    page = opened(load("KV2025", "Næstved"))
    page.state.look(ours="Ø")
    asked = lines(page)
    page.choose("view.focus", "C-I-M-O-V-Æ")
    assert page.focus == frozenset("CIMOVÆ")
    assert lines(page) == asked
    assert {*rows(page, LEAVE)} == {*"ABFØÅ"}


def test_the_tables_say_what_the_engine_says() -> None:
    s = load("KV2025", "Næstved")
    page = opened(s)
    page.choose("view.focus", "A-B-F-Ø-Å")
    frame = admissions(s, "A-B-F-Ø-Å")
    shown = rows(page, JOIN) | rows(page, LEAVE)
    for who, row in frame.iterrows():
        if row["kind"] != "merges":
            agreed = "ja" if row["all_agree"] else f"nej: {row['objects']} taber"
            assert shown[who][-1] == agreed
            assert shown[who][2].replace("−", "-").replace("+", "") == str(row["alliance"])
    assert "Kommer M med i A-B-F-Ø-Å, vinder medlemmerne" in lines(page)
    assert [*rows(page, "Hvis to valgforbund slås sammen")] == ["C-I-M-O-V-Æ"]


def test_trying_a_row_is_one_step_that_can_be_undone() -> None:
    page = opened(S)
    page.press_row("D")
    assert [each.name for each in page.scenario.alliances] == ["A-C-D"]
    assert page.focus == {"A", "C", "D"}
    page.press("bar.undo")
    assert page.scenario == S
    assert not page.state.can_undo


def test_a_lot_is_a_lot() -> None:
    page = opened(Scenario({"A": 20, "B": 45, "C": 35, "D": 40}, 5, [["A", "B"]]))
    assert rows(page, JOIN)["D"][-1] == "lod: A kan tabe"
    assert "Kommer D med, kan lodtrækning koste A et mandat." in lines(page)


def test_without_an_alliance_or_anybody_outside() -> None:
    page = opened(Scenario({"A": 20, "B": 45}, 5))
    assert panel(page).text == page.words("admissions.none")
    assert not panel(page).pressable()
    page = opened(Scenario({"A": 20, "B": 45}, 5, [["A", "B"]]))
    assert lines(page).startswith("Alle lister er allerede med i A-B.")


def test_english() -> None:
    page = opened(S, "en")
    assert "If D joins, A would have reason to object: D gets one more, A one fewer." in lines(page)


def test_letters_are_never_html() -> None:
    page = opened(Scenario({"<b>": 412, "B": 673, "C": 389, "<i>": 422}, 25, [["<b>", "C"]]))
    html = panel(page).html
    assert "<i>" not in html
    assert "&lt;i&gt;" in html
