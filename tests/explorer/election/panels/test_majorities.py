"""The explorer's tab of majorities: the council that was counted, and the tool from there."""

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario, load
from valgforbund.council import Council, majorities
from valgforbund.counting import count
from valgforbund.explorer.election.panels.majorities import Majorities


def opened(scenario: Scenario, language: str = "da") -> Page:
    page = Page(scenario, language)
    page.open(Majorities)
    return page


def test_lists_each_for_itself_then_alliances_as_blocs() -> None:
    page = opened(load("KV2025", "Næstved"))
    alone = majorities(Council.of(count(page.scenario)).without_groups())
    power = {row[0]: row[1:] for row in tables(page)["Hvor ofte er en gruppe afgørende?"]}
    assert power["A"][3] == page.words.share(float(alone.shapley["A"])).replace("\xa0", " ")
    assert "Flertal kræver 16 af 31 mandater" in plain(page.html)
    page.choose("majorities.blocs", page.words("majorities.by_alliances"))
    assert "C-I-M-O-V-Æ har det alene" in plain(page.html)


def test_with_and_without_the_alliance_in_focus() -> None:
    s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]])
    page = opened(s)
    worlds = tables(page)["Hvad betød valgforbund for flertallet?"]
    assert {row[0]: row[1:4] for row in worlds} == {
        "A": ["2", "3", "−1"], "B": ["3", "3", "0"], "C": ["1", "1", "0"], "D": ["2", "1", "+1"],
    }  # fmt: skip
    assert "B + D" in plain(page.html)


def test_an_open_lot_is_said_instead() -> None:
    page = opened(Scenario({"A": 10, "B": 10, "C": 5}, 4))
    assert "når loddet er trukket" in plain(page.html)
    assert page.find("constitution.open").disabled
    page.press("lot.draw")
    assert "Flertal kræver 3 af 4 mandater" in plain(page.html)
    assert not page.find("constitution.open").disabled


def test_a_lot_in_the_other_world_only_leaves_out_the_comparison() -> None:
    page = opened(Scenario({"A": 12, "B": 6, "C": 4, "D": 2}, 2, [["B", "D"]]))
    assert not count(page.scenario).lots
    assert count(page.scenario.dissolve("B-D")).lots
    assert "Hvad betød valgforbund for flertallet?" not in tables(page)


def test_no_votes_at_all() -> None:
    page = opened(Scenario({"A": 0, "B": 0}, 3))
    assert page.find("constitution.open").disabled
    assert page.alert == ""


def test_the_tool_opens_below_with_these_seats() -> None:
    page = opened(load("KV2025", "Næstved"), "en")
    page.press("constitution.open")
    assert "Constituting the council" in page.html
    tool = page.part("vf-constitution").root
    assert tool.proposal.council == Council.of(count(page.scenario))


def test_the_tool_below_says_when_it_has_earlier_numbers() -> None:
    page = opened(load("KV2025", "Lyngby-Taarbæk"))
    page.press("constitution.open")
    says = "bruger stadig Lyngby-Taarbæk med de tidligere tal"
    assert says not in plain(page.html)
    page.votes("A", "9000")
    assert says in plain(page.html)
    page.state.undo()
    assert says not in plain(page.html)
    page.votes("A", "9000")
    page.press("constitution.open")
    assert says not in plain(page.html)
    assert "er ændret: det er ikke valgets resultat" in plain(page.html)


def test_the_tool_below_speaks_as_the_explorer_does() -> None:
    page = opened(load("KV2025", "Læsø"))
    page.press("constitution.open")
    page.state.look(language="en")
    tool = page.part("vf-constitution").root
    assert tool.state.view.language == "en"
    page.state.look(language="da")
    assert tool.state.view.language == "da"


def test_a_delegation_to_the_european_parliament_has_no_majority() -> None:
    page = opened(load("EP2024"))
    assert "de har intet flertal for sig selv" in plain(page.html)
    assert page.button("constitution.open").disabled


# ---- the picture ----


def test_the_picture_says_who_has_a_majority_and_what_others_lack() -> None:
    page = opened(load("KV2025", "Næstved"))
    alt = pictures(page)
    # official seats: C 4, I 3, O 3, V 5, Æ 1 against A 10, B 2, F 2, Ø 1; 16 of 31 is a majority
    assert "C-I-M-O-V-Æ 16: flertal; A-B-F-Ø-Å 15: 1 mangler" in alt
    alone = opened(load("KV2025", "Næstved").without_alliances())
    assert "A 10: 6 mangler; V 5: 11 mangler" in pictures(alone)


def pictures(page: Page) -> str:
    return " ".join(each.html for each in page.parts("vf-picture-rows"))
