"""The tab "Whom should we ask?": the best coalition in words, filters, trying one, the bounds."""

import re
from itertools import compress

import pytest
from sampling import fair

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, Span, bounds, count, margins, partners
from valgforbund.explorer.election.panels.partners import PAGE, Partners
from valgforbund.sources.bundled import load
from valgforbund.strategy import coalitions
from valgforbund.strategy.coalitions import allied

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
    assert found[0][:3] == ["bliv, hvor I er: A-B-F-Ø-Å", "0", "930"]
    assert found[2][:3] == ["Ø-Å", "0", "633"]
    assert found[2][5] == "A-B-F-Ø-Å → A-B-F"
    assert len(found) == PAGE + 1


def test_the_rows_are_those_of_the_engine_and_there_are_more() -> None:
    page = opened(NÆSTVED, "Å")
    page.press("strategy.more")
    frame = partners(NÆSTVED, "Å").head(2 * PAGE)
    shown = rows(page)[1 : 2 * PAGE + 1]
    assert [row[0] for row in shown] == frame["coalition"].to_list()
    lacks = [page.words.number(int(votes)) for votes in frame["votes_missing"]]
    assert [row[2] for row in shown] == lacks
    assert [row[3] for row in shown] == [each or "–" for each in frame["gainers"]]


def test_partners_that_lose_are_named_and_a_painless_coalition_beside() -> None:
    page = opened(S, "D")
    stay, first, *_ = rows(page)
    assert stay[0] == "bliv, hvor I er: D alene"
    assert (first[0], first[4]) == ("A-D", "A")
    assert "A taber og har grund til at sige nej" in lines(page)
    assert lines(page).startswith("Bedst for D er A-D: 6 mandater mod 5 nu")
    assert "Bedst uden at nogen partner taber: C-D, 6 mandater mod 5 nu" in lines(page)


def test_filters_by_menu_and_by_text() -> None:
    page = opened(FANØ, "Å")
    page.choose("partners.size", "højst 3 lister")
    assert all(row[0].count("-") <= 2 for row in rows(page)[1 : PAGE + 1])
    assert "Undersøgt er valgforbund på højst tre lister." in lines(page)
    page.type("partners.include", "x")
    assert "x" in page.alert
    assert page.find("partners.include").value == ""
    page.type("partners.include", "ø; B")
    assert rows(page)[1][0] == "B-Ø-Å"
    assert page.find("partners.include").value == "Ø, B"
    page.type("partners.apart", "B-Ø")
    assert "B" in page.alert
    assert page.find("partners.apart").value == ""
    page.type("partners.include", "")
    page.type("partners.apart", "C-L, V")
    names = [row[0] for row in rows(page)[1:]]
    assert not any("V" in name or {"C", "L"} <= {*name.split("-")} for name in names)
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
    assert [row[0] for row in rows(page)] == ["bliv, hvor I er: A alene"]


def test_a_lot_is_a_lot() -> None:
    page = opened(Scenario({"A": 10, "B": 10, "C": 10}, 1), "A")
    assert rows(page)[0][1] == "0–1"
    assert [row[3] for row in tables(page)[REACH]] == ["alene"] * 3


def test_nothing_is_better_than_today() -> None:
    page = opened(Scenario({"A": 0, "B": 0, "C": 0}, 5, [["A", "B"]]), "A")
    assert lines(page).startswith(
        "Intet andet valgforbund giver A mere end det nuværende, A-B: intet mandat, "
        "og der mangler 1 stemme til det første."
    )


def test_english_and_letters_that_are_html() -> None:
    page = opened(Scenario({"<b>": 412, "B": 673, "<i>": 389}, 9, [["<b>", "<i>"]]), "<b>", "en")
    assert "<i>" not in panel(page).html
    assert any(caption.startswith("The best alliances for") for caption in tables(page))


def test_staying_is_a_row_also_where_a_group_is_inside() -> None:
    nested = Scenario({"A": 40, "B": 55, "C": 31, "D": 30}, 7, [["A", ["C", "D"]]])
    page = opened(nested, "C")
    now = count(nested).spans["C"]
    assert rows(page)[0][:2] == ["bliv, hvor I er: A-C-D", str(now.low)]


def test_where_nobody_said_who_they_are_no_list_is_answered_for() -> None:
    page = Page(NÆSTVED)
    page.open(Partners)
    assert panel(page).find("view.ours").value == ""
    assert lines(page) == page.answers[1] == "Vælg jeres liste øverst, så står svaret her."
    assert [caption for caption in tables(page) if "bedste" in caption] == []
    panel(page).type("view.ours", "Å")
    assert page.state.view.ours == "Å"
    assert "for Å" in lines(page)


# ---- the card ----

COUNCILS = (
    *("Fanø", "Læsø", "Samsø", "Ærø", "Langeland", "Morsø", "Struer", "Lemvig", "Vallensbæk"),
    "Odder",
)


@pytest.mark.parametrize("place", fair(COUNCILS))
def test_the_card_says_what_counting_every_coalition_gives_and_so_does_the_panel(
    place: str,
) -> None:
    s = load("KV2025", place)
    page = Page(s)
    page.open(Partners)
    for letter in s.letters:
        page.state.look(ours=letter)
        worlds = {
            "-".join(compress(s.letters, row)): allied(s, tuple(compress(s.letters, row)))
            for row in coalitions.coalitions(s, letter)
        }
        spans = {name: count(world).spans[letter] for name, world in worlds.items()}
        best, now = max(span.ends for span in spans.values()), count(s).spans[letter]
        card = page.answers[1]
        assert lines(page).startswith(re.split(r"[.:]", card)[0])
        if card.startswith("Int"):  # none is better
            assert best == now.ends
            continue
        named = re.match(rf"Bedst for {letter} er (at stå alene|[^:]+):", card)
        assert named
        assert spans[letter if named[1] == "at stå alene" else named[1]].ends == best
        assert page.words.seats_span(Span(*best)) in card
        if best == now.ends:  # then it is closer to the first
            assert not now.high


def test_the_card_of_aalborg_2025() -> None:
    page = Page(load("KV2025", "Aalborg"))
    page.state.look(ours="C")
    assert page.answers[1].startswith("Bedst for C er ")
    assert page.answers[1].endswith(": 4 mandater mod 3 nu.")


def test_the_card_of_næstved_2025_says_what_is_nearest() -> None:
    """Six allied lists give Æ its one seat; M, Æ and Ø would lack 717 votes to a second."""
    page = Page(NÆSTVED)
    page.state.look(ours="Æ")
    assert page.answers[1] == (
        "Intet andet valgforbund giver Æ mere. "
        "Tættest på 2 mandater er M-Æ-Ø: Æ mangler dér 717 stemmer."
    )
    assert vf_margin(NÆSTVED.unite(["M", "Æ", "Ø"]), "Æ") == 717


@pytest.mark.parametrize("size", [2, 4, 0])
def test_an_alliance_with_a_group_inside_or_too_large_is_still_where_we_stand(size: int) -> None:
    """Ø has one seat where it is and 597 votes to a second; no coalition gives it two."""
    groups = [["A", "B", "F", "Å"], ["C", "I", "M", "O", "V", ["Æ", "Ø"]]]
    page = Page(NÆSTVED.with_alliances(groups))
    page.state.look(ours="Ø")
    assert page.answers[1] == (
        "Intet andet valgforbund giver Ø mere. "
        "Tættest på 2 mandater er M-Ø-Å: Ø mangler dér 21 stemmer."
    )
    page = opened(page.scenario, "Ø")
    if size:
        page.choose("partners.size", f"højst {size} lister")
    said = lines(page)
    assert said.startswith(
        "Intet andet valgforbund giver Ø mere end det nuværende, C-I-M-O-V-Æ-Ø: ét mandat, og der "
        "mangler 597 stemmer til ét mere."
    )
    nearest = "M-Ø: Ø mangler dér 403" if size == 2 else "M-Ø-Å: Ø mangler dér 21"
    assert f"Tættest på 2 mandater er {nearest} stemmer." in said


def test_of_many_lists_card_and_panel_count_the_small_coalitions() -> None:
    s = Scenario({f"{10 + i}": 100 + i for i in range(24)}, 9)
    page = opened(s, "10")
    assert page.find("partners.size").value == 6
    assert "Undersøgt er valgforbund på højst seks lister." in lines(page)
    assert page.answers[1].endswith("Undersøgt er valgforbund på højst seks lister.")


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
