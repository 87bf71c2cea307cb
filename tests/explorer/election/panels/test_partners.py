"""The tab "Whom should we ask?": the best coalition in words, filters, trying one, the bounds."""

import pytest

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, bounds, margins, partners
from valgforbund.explorer.election.panels.partners import PAGE, Partners
from valgforbund.sources.bundled import load
from valgforbund.strategy import coalitions

NÆSTVED = load("KV2025", "Næstved")
FANØ = load("KV2025", "Fanø")
S = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
REACH = "Hvad hver liste kan få, alt efter hvem der går sammen"


def opened(scenario: Scenario, ours: str, language: str = "da") -> Page:
    page = Page(scenario, language)
    page.state.look(ours=ours)
    page.open(Partners)
    return page


def panel(page: Page) -> Part:
    return page.open(Partners)


def lines(page: Page) -> str:
    return " ".join(panel(page).said)


def rows(page: Page) -> list[list[str]]:
    (found,) = (
        body
        for caption, body in tables(page).items()
        if caption.startswith("De bedste valgforbund")
    )
    return found


def test_næstved_whom_å_should_ask() -> None:
    page = opened(NÆSTVED, "Å")
    assert lines(page).startswith(
        "Bedst for Å er M-Å: intet mandat, og der mangler 603 stemmer til det første mod 930 nu."
    )
    assert "A-B-F-Ø-Å bliver til A-B-F-Ø; C-I-M-O-V-Æ bliver til C-I-O-V-Æ" in lines(page)
    found = rows(page)
    assert found[1][:3] == ["Ø-Å", "0", "633"]
    assert found[1][5] == "A-B-F-Ø-Å → A-B-F"
    assert found[-1][:3] == ["A-B-F-Ø-Å nu", "0", "930"]
    assert len(found) == PAGE + 1


def test_the_rows_are_those_of_the_engine_and_there_are_more() -> None:
    page = opened(NÆSTVED, "Å")
    page.press("strategy.more")
    frame = partners(NÆSTVED, "Å").head(2 * PAGE)
    shown = rows(page)[: 2 * PAGE]
    assert [row[0] for row in shown] == frame["coalition"].to_list()
    lacks = [page.words.number(int(votes)) for votes in frame["votes_missing"]]
    assert [row[2] for row in shown] == lacks
    assert [row[3] for row in shown] == [each or "–" for each in frame["gainers"]]


def test_partners_that_lose_are_named_and_a_painless_coalition_beside() -> None:
    page = opened(S, "D")
    first, *_ = rows(page)
    assert (first[0], first[4]) == ("A-C-D", "A")
    assert "A taber og har grund til at sige nej" in lines(page)
    assert "Med kun én partner er A-D bedst: 6 mandater mod 5 nu" in lines(page)
    assert "Bedst uden at nogen partner taber: C-D, 6 mandater mod 5 nu" in lines(page)


def test_filters_by_menu_and_by_text() -> None:
    page = opened(FANØ, "Å")
    page.choose("partners.size", "højst 3 lister")
    assert all(row[0].removesuffix(" nu").count("-") <= 2 for row in rows(page)[:PAGE])
    page.type("partners.include", "x")
    assert "x" in page.alert
    assert page.find("partners.include").value == ""
    page.type("partners.include", "ø; B")
    assert [row[0] for row in rows(page)[:1]] == ["B-Ø-Å"]
    assert page.find("partners.include").value == "Ø, B"
    page.type("partners.apart", "B-Ø")
    assert "B" in page.alert
    assert page.find("partners.apart").value == ""
    page.type("partners.include", "")
    page.type("partners.apart", "C-L, V")
    names = [row[0] for row in rows(page)]
    assert not any("V" in name or {"C", "L"} <= {*name.split("-")} for name in names[:PAGE])
    assert page.find("partners.apart").value == "C-L, V"
    assert page.alert == ""


@pytest.mark.parametrize("key", ["partners.include", "partners.apart"])
def test_an_unknown_letter_is_told_and_nothing_changes(key: str) -> None:
    page = opened(FANØ, "Å")
    before = rows(page)
    page.type(key, "Q")
    assert "Q" in page.alert
    assert "A, B, C" in page.alert
    assert rows(page) == before


def test_another_place_forgets_the_filters() -> None:
    page = opened(FANØ, "Å")
    page.type("partners.include", "L")
    page.type("bar.place", "Samsø")
    assert page.find("partners.include").value == ""
    assert page.alert == ""


def test_trying_a_coalition_is_one_step() -> None:
    page = opened(FANØ, "Å")
    page.choose("partners.size", "højst 2 lister")
    page.press_row("Ø-Å")
    assert [each.name for each in page.scenario.alliances] == ["A-F", "B-L", "Ø-Å"]
    assert page.focus == {"Ø", "Å"}
    page.press("bar.undo")
    assert page.scenario == FANØ


def test_choosing_a_list_here_is_choosing_our_list() -> None:
    page = opened(S, "D")
    panel(page).type("view.ours", "B")
    assert page.state.view.ours == "B"
    assert "for B" in lines(page)


def test_what_every_list_can_have() -> None:
    page = opened(S, "D")
    frame = bounds(S)
    found = {row[0]: row[1:] for row in tables(page)[REACH]}
    for letter, row in frame.iterrows():
        now, fewest, _, most, _ = found[letter]
        assert (fewest, most) == (str(row["fewest"]), str(row["most"]))
        assert row["fewest"] <= int(now) <= row["most"]


def test_too_many_lists_say_so(monkeypatch) -> None:
    monkeypatch.setattr(coalitions, "MOST", 2**10)
    s = Scenario({f"{10 + i}": 100 + i for i in range(23)}, 9)
    page = opened(s, "10")
    assert page.find("partners.size").options[0] == ("højst 3 lister", 0)
    assert "højst 20 lister" in panel(page).text
    assert len(rows(page)) >= PAGE


def test_alone_and_full_lists() -> None:
    page = opened(Scenario({"A": 412, "B": 3}, 5, candidates={"A": 2}), "A")
    assert "2 mandater, og flere kan A ikke få" in lines(page)
    page = opened(Scenario({"A": 5}, 3), "A")
    before = page.scenario
    page.press_row("A alene nu")
    assert page.scenario == before


def test_a_lot_is_a_lot() -> None:
    page = opened(Scenario({"A": 10, "B": 10, "C": 10}, 1), "A")
    assert rows(page)[0][1] == "0–1"
    assert [row[3] for row in tables(page)[REACH]] == ["alene"] * 3


def test_nothing_is_better_than_today() -> None:
    page = opened(Scenario({"A": 0, "B": 0, "C": 0}, 5, [["A", "B"]]), "A")
    assert lines(page).startswith(
        "A står allerede i sit bedste valgforbund, A-B: intet mandat, "
        "og der mangler 1 stemme til det første."
    )


def test_english_and_letters_that_are_html() -> None:
    page = opened(Scenario({"<b>": 412, "B": 673, "<i>": 389}, 9, [["<b>", "<i>"]]), "<b>", "en")
    assert "<i>" not in panel(page).html
    assert any(caption.startswith("The best alliances for") for caption in tables(page))


# ---- the picture ----


def test_the_picture_has_a_bar_for_now_and_each_place() -> None:
    page = opened(NÆSTVED, "Å")
    alt = panel(page).parts("vf-picture-rows")[0].html
    now = vf_margin(NÆSTVED, "Å")
    assert f"som nu: 0 · {now} stemmer til næste" in alt
    alone = vf_margin(NÆSTVED.leave("Å"), "Å")
    assert f"alene: 0 · {alone} stemmer til næste" in alt.replace("\xa0", " ").replace(".", "")


def vf_margin(scenario: Scenario, letter: str) -> int:
    return int(margins(scenario).loc[letter, "votes_to_gain"])
