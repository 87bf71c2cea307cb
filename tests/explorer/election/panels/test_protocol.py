"""The tab that shows how it was counted: levels, seats one by one, marks, sentences."""

import re

import pytest

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from valgforbund import Scenario, count, load
from valgforbund.explorer.election.panels.protocol import HowCounted
from valgforbund.sources.bundled import official_order

CLASS = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
TIE = Scenario({"A": 10, "B": 10, "C": 7, "D": 1}, 4, [["C", "D"]])  # A or B the fourth


def untagged(html: str) -> str:
    return re.sub("<[^>]*>", " ", html)


class Tab:
    """The opened tab, and what is on it."""

    def __init__(self, scenario: Scenario, language: str = "da") -> None:
        self.page = Page(scenario, language)
        self.part = self.page.open(HowCounted)

    @property
    def html(self) -> str:
        return self.part.html

    @property
    def said(self) -> list[str]:
        return self.part.part("vf-why").sentences

    @property
    def seat(self) -> int:
        """The number of the seat that is looked at; 0: all at once."""
        return self.part.value("protocol.seat_menu")

    def rows(self) -> list[list[str]]:
        """The cells of each row, head first."""
        lines = re.findall(r"<tr>(.*?)</tr>", self.html)
        return [
            [untagged(each).split() for each in re.findall(r"<t[hd].*?</t[hd]>", line)]
            for line in lines
        ]

    def cells(self, kind: str) -> list[str]:
        """What stands in the cells of a kind."""
        found = re.findall(rf'<td class="vf-q-{kind}"[^>]*>(.*?)</td>', self.html)
        return [" ".join(untagged(each).split()) for each in found]

    def next(self) -> None:
        self.page.press("protocol.next")


@pytest.fixture
def tab() -> Tab:
    return Tab(CLASS)


def test_the_university_example_all_at_once(tab: Tab) -> None:
    assert tab.rows() == [
        [["Delt", "med"], ["A"], ["B"], ["C", "D"]],
        [["1"], ["25", "3"], ["31", "1"], ["27", "2"]],
        [["2"], ["12,5", "6"], ["15,5", "4"], ["13,5", "5"]],
        [["3"], ["8,3", "første", "uden"], ["10,3", "7"], ["9", "8", "sidste"]],
        [["4"], ["6,3"], ["7,8"], ["6,8"]],
    ]
    (said,) = tab.said
    assert said == (
        "Det sidste mandat, nr. 8, går til C-D med 9; nærmest et mandat mere er A med 8,3 "
        "(0,7 mindre)."
    )
    assert 'scope="col"' in tab.html
    assert 'scope="row"' in tab.html
    assert "<caption>Mandaterne i hele rådet</caption>" in tab.html


def test_inside_an_alliance(tab: Tab) -> None:
    tab.page.choose("protocol.level", "Inde i C-D")
    assert tab.rows()[1:] == [
        [["1"], ["11", "2", "nr.", "5"], ["16", "1", "nr.", "2"]],
        [["2"], ["5,5", "første", "uden"], ["8", "3", "nr.", "8", "sidste"]],
        [["3"], ["3,7"], ["5,3"]],
    ]
    labels = [label for label, _ in tab.page.find("protocol.seat_menu").options]
    assert labels == ["alle på én gang", "nr. 2: D i C-D", "nr. 5: C i C-D", "nr. 8: D i C-D"]


def test_a_teacher_walks_through_seat_by_seat(tab: Tab) -> None:
    assert tab.page.find("protocol.previous").disabled
    given = []
    for n in range(1, 9):
        tab.next()
        assert tab.seat == n
        (now,) = tab.cells("now")
        assert f" {n}" in now
        given.append(now.split()[0])
        assert len(tab.cells("won")) == n - 1
        assert tab.html.count('aria-current="true"') == 1
    assert given == ["31", "27", "25", "15,5", "13,5", "12,5", "10,3", "9"]
    assert tab.page.find("protocol.next").disabled
    assert tab.cells("first-out") == ["8,3 første uden"]
    for _ in range(8):
        tab.page.press("protocol.previous")
    assert tab.seat == 0
    assert not tab.page.state.can_undo
    tab.page.assert_in_step()


def test_the_sentence_and_the_rival_of_the_chosen_seat(tab: Tab) -> None:
    tab.page.choose("protocol.seat_menu", "nr. 5: C i C-D")
    outer, inner = tab.said
    assert outer == (
        "Mandat nr. 5 går til C-D: 27 : 2 = 13,5 er den største kvotient, der er tilbage "
        "(1 foran A med 12,5)."
    )
    assert inner == (
        "Inde i C-D er det mandat nr. 2, og det går til C: 11 : 1 = 11 er den største kvotient, "
        "der er tilbage (3 foran D med 8)."
    )
    assert tab.cells("rival") == ["12,5 næststørst"]
    assert tab.cells("first-out") == tab.cells("limit") == []
    tab.page.choose("protocol.level", "Inde i C-D")  # the seat stays, because it is C-D's
    assert tab.cells("now") == ["11 2 nr. 5"]
    assert tab.cells("rival") == ["8 næststørst"]
    tab.page.choose("protocol.level", "Hele rådet")
    tab.page.choose("protocol.seat_menu", "nr. 1: B")
    tab.page.choose("protocol.level", "Inde i C-D")  # B's seat is not
    assert tab.seat == 0


def test_lolland_shows_where_candidates_ran_out() -> None:
    tab = Tab(load("KV2025", "Lolland"))
    tab.page.choose("protocol.level", "Inde i C-I-Æ")
    assert tab.cells("limit") == ["683 ingen kandidat"]
    tab.page.choose("protocol.seat_menu", "nr. 16: Æ i C-I-Æ")
    assert tab.cells("limit") == []  # its turn has not come
    tab.page.choose("protocol.seat_menu", "nr. 23: C i C-I-Æ")
    assert tab.cells("limit") == ["683 ingen kandidat"]
    assert tab.said[1].endswith("Hos Æ stod 683 for tur, men der er ikke flere kandidater.")


def test_a_lot_is_marked_and_said() -> None:
    tab = Tab(TIE)
    assert tab.cells("lot") == ["5 lod", "5 lod"]
    assert tab.said == ["Lodtrækning mellem A og B om ét mandat: de har samme kvotient, 5."]
    tab.page.choose("protocol.seat_menu", "nr. 4: lodtrækning")
    assert tab.cells("now") == ["5 lod", "5 lod"]
    assert tab.said == ["Lodtrækning mellem A og B om ét mandat: de har samme kvotient, 5."]
    tab.page.press("lot.draw")
    winner = tab.page.scenario.drawn[0][1][0]
    loser = "A" if winner == "B" else "B"
    assert tab.seat == 4  # still chosen
    assert tab.cells("now") == ["5 4 sidste, ved lod"]
    assert tab.cells("first-out") == ["5 tabte ved lod"]
    (said,) = tab.said
    assert said == (
        f"Mandat nr. 4 går til {winner} ved lod: A og B har samme kvotient, 5, og der er kun "
        "ét mandat til dem."
    )
    tab.page.choose("protocol.seat_menu", "alle på én gang")
    (said,) = tab.said
    assert said == (
        f"Det sidste mandat, nr. 4, går til {winner} med 5; {loser} har lige så meget, men tabte "
        "lodtrækningen."
    )


def test_many_lists_run_down_the_page_and_wide_tables_scroll_in_their_box() -> None:
    tab = Tab(load("KV2013", "København"))
    rows = tab.rows()
    assert len(rows) == 33  # 32 lists
    assert rows[0][1:4] == [["1"], ["2"], ["3"]]
    assert '<div class="vf-scroll"><table' in tab.html


def test_a_very_large_council_shows_the_quotients_at_the_line() -> None:
    votes = {f"L{n}": 1_000 + 7 * n for n in range(95)} | {"L95": 400_000}
    s = Scenario(votes, 999, [["L0", "L1", "L2"]], candidates={"L3": 1})
    page = Page(s)
    tab = page.open(HowCounted)
    rows = {row[0]: row[1:] for row in tables(page)["Mandaterne i hele rådet"]}
    counted = count(s)
    assert len(rows) == 94  # 93 free lists and an alliance
    assert sum(int(row[0]) for row in rows.values()) == 999
    for unit, (seats, last, following) in rows.items():
        here = [unit] if unit in votes else ["L0", "L1", "L2"]
        held, has = sum(votes[each] for each in here), counted.seats_of(here)
        assert seats == str(int(has))
        assert last.endswith(f"= {page.words.number(held)} : {has}")
        if unit != "L3":
            assert following.endswith(f"= {page.words.number(held)} : {int(has) + 1}")
    assert rows["L3"][2] == "ingen kandidat"
    assert len(tab.html) < 50_000
    page.choose("protocol.seat_menu", page.choices("protocol.seat_menu")[1])
    rows = {row[0]: row[1:] for row in tables(page)["Mandaterne i hele rådet"]}
    assert [unit for unit, row in rows.items() if row[0] != "0"] == ["L95"]


def test_every_seat_of_a_council_is_the_official_one() -> None:
    s = load("KV2025", "Lolland")
    tab = Tab(s)
    for n, letter in enumerate(official_order("KV2025", "Lolland"), 1):
        tab.next()
        assert f"går til {letter}:" in tab.said[-1]
        assert tab.part.chosen("protocol.seat_menu").startswith(f"nr. {n}: {letter}")


def test_a_changed_scenario_keeps_what_is_looked_at_where_it_can(tab: Tab) -> None:
    tab.page.choose("protocol.level", "Inde i C-D")
    tab.page.choose("protocol.seat_menu", "nr. 5: C i C-D")
    tab.page.votes("A", "26")
    assert (tab.part.chosen("protocol.level"), tab.seat) == ("Inde i C-D", 5)
    tab.page.alone("D")
    assert (tab.part.chosen("protocol.level"), tab.seat) == ("Hele rådet", 5)
    tab.page.type("bar.seats", "4")
    assert tab.seat == 0
    tab.next()
    tab.page.type("bar.place", "Næstved")
    assert (tab.part.chosen("protocol.level"), tab.seat) == ("Hele rådet", 0)


def test_nested_groups_have_levels_of_their_own() -> None:
    tab = Tab(Scenario({"A": 50, "B": 30, "C": 20, "D": 10}, 9, [["B", ["C", "D"]]]))
    labels = [label for label, _ in tab.page.find("protocol.level").options]
    assert labels == ["Hele rådet", "Inde i B-(C-D)", "Inde i C-D"]
    tab.page.choose("protocol.level", "Inde i C-D")
    assert all(cell for cell in tab.cells("won"))
    tab.next()
    assert len(tab.said) == 3


def test_no_votes_and_vacant_seats() -> None:
    tab = Tab(Scenario({"A": 0, "B": 0}, 9))
    assert tab.said == ["Skriv stemmer på listerne, så fordeles mandaterne."]
    assert tab.page.find("protocol.next").disabled
    short = Tab(Scenario({"A": 10, "B": 5}, 5, candidates={"A": 2, "B": 1}))
    assert len(short.page.find("protocol.seat_menu").options) == 1 + 3
    limits = [each.split()[0] for each in short.cells("limit")]
    assert sorted(limits) == ["1,7", "2,5", "3,3"]
    assert short.said[0].endswith("; ingen andre kvotienter er tilbage.")


def test_in_english_and_with_signs() -> None:
    tab = Tab(Scenario({"<b>": 1300, "{x}": 1100, "$y$": 40}, 3, [["<b>", "$y$"]]), "en")
    tab.next()
    assert "<b>" not in tab.part.part("vf-why").html
    assert tab.said[0].startswith("Seat no. 1 goes to <b>-$y$: 1,340 : 1 = 1,340 is the")
    assert count(tab.page.scenario).lots == ()
