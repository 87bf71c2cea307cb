"""The tool: the request, both elections, lots, bad input, the way back, three languages."""

import re

import pytest

from valgforbund.explorer.proportional import ProportionalElections
from valgforbund.explorer.proportional.state import tied
from valgforbund.explorer.proportional.vote import Vote
from valgforbund.wording import words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def tool() -> ProportionalElections:
    return ProportionalElections()


def panel(tool: ProportionalElections, place: int):
    tool._tabs.widget.selected_index = place
    return tool._tabs._panels[place]


def board(tool: ProportionalElections) -> Vote:
    return panel(tool, 2)


def said(vote: Vote) -> str:
    return plain(vote._text.value)


def test_the_published_example(tool: ProportionalElections) -> None:
    assert "Valda: A, E, B, F och C." in said(board(tool))
    assert "Ordförande: A. Vice ordförande: E." in said(board(tool))
    assert "Ordförande: A. Vice ordförande: C." in said(panel(tool, 1))
    table = plain(board(tool)._table.value)
    for cell in ("A 7 1", "E 5 2", "B 3,5 3", "F 2,5 4", "C 2,33 5"):
        assert cell in table, (cell, table)
    request = plain(panel(tool, 0)._text.value)
    assert "måste minst tre ledamöter begära det." in request


def test_the_request_is_open_on_aland_where_it_goes_up(tool: ProportionalElections) -> None:
    request = panel(tool, 0)
    request._present.value = "12"
    assert "2 eller 3 ledamöter" in plain(request._text.value)
    request._rule.value = "sweden"
    assert "måste minst två ledamöter begära det." in plain(request._text.value)


def test_a_lot_is_shown_and_drawn_and_that_can_be_undone() -> None:
    tool = ProportionalElections(tied())
    vote = board(tool)
    assert "lotten avgör 2 platser mellan C, F och H" in said(vote)
    assert vote._draw.layout.display == ""
    vote._draw.click()
    assert "lotten" not in said(vote)
    assert vote._draw.layout.display == "none"
    assert len(tool.state.meeting.board.elected) == 5
    tool._undo.click()
    assert tool.state.meeting == tied()
    tool._redo.click()
    assert len(tool.state.meeting.board.elected) == 5


def test_members_who_break_ranks(tool: ProportionalElections) -> None:
    row = board(tool)._rows[0]
    row._votes.value = "6"
    assert "12 av 13 närvarande röstade på en lista." in said(board(tool))
    board(tool)._rows[2]._votes.value = "3"
    assert "14 röster är fler än 13 närvarande." in said(board(tool))


def test_names_substitutes_and_sexes(tool: ProportionalElections) -> None:
    rows = board(tool)._rows
    rows[0]._people.value = "Ada (k) – Bo (m)\nCarl (m) – Dan (m)\nEmil (m) – Fia (k)"
    rows[1]._people.value = "Gun (k) – Hans (m)\nIvar (m) – Jan (m)"
    text = said(board(tool))
    assert "Ledamöter: 2 kvinnor och 3 män; minst 2 av vartdera könet (40 %) är uppfyllt." in text
    assert "Ersättare: 1 kvinnor och 4 män; minst 2 av vartdera könet krävs (40 %)." in text
    assert "Valet måste göras om." in text


def test_a_body_of_three_is_open(tool: ProportionalElections) -> None:
    vote = board(tool)
    vote._posts.value = "3"
    vote._rows[0]._people.value = "Ada (k)\nCarl (m)"
    vote._rows[1]._people.value = "Gun (k)"
    assert "är inte avgjort" in said(vote)


def test_signatories(tool: ProportionalElections) -> None:
    board(tool)._rows[0]._signatories.value = "Maja, Nils"
    assert "Listornas ombud: Maja (I)." in said(board(tool))


def test_a_short_list_is_named(tool: ProportionalElections) -> None:
    board(tool)._rows[0]._people.value = "A"
    assert "För få namn på lista I" in said(board(tool))


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("_votes", "7,5", "Ett heltal, 0 eller mer, förväntades; det stod ”7,5”."),
        ("_people", "E", "E står på lista I och igen på lista II; en person får bara stå på ett"),
        ("_people", "", "Lista I har inga kandidater."),
        ("_name", "II", "Två kandidatlistor heter II"),
        ("_name", " ", "En kandidatlista ska ha ett namn."),
    ],
)
def test_bad_input_is_told_and_nothing_is_lost(
    tool: ProportionalElections, field: str, typed: str, sentence: str
) -> None:
    before = tool.state.meeting
    part = getattr(board(tool)._rows[0], field)
    shown = part.value
    part.value = typed
    assert sentence in plain(tool._alert.value)
    assert tool.state.meeting == before
    assert part.value == shown
    board(tool)._rows[0]._votes.value = "8"
    assert tool._alert.value == ""


def test_lists_come_and_go(tool: ProportionalElections) -> None:
    vote = board(tool)
    vote._add.click()
    assert [each.name for each in tool.state.meeting.board.slates] == ["I", "II", "III", "IV"]
    assert len(vote._box.children) == 4
    vote._rows[1]._remove.click()
    assert [each.name for each in tool.state.meeting.board.slates] == ["I", "III", "IV"]
    vote._add.click()
    assert [each.name for each in tool.state.meeting.board.slates][-1] == "II"
    for _ in range(16):
        vote._add.click()
    vote._add.click()
    assert "högst 20 listor" in plain(tool._alert.value)
    for _ in range(20):
        vote._rows[0]._remove.click()
    assert "behöver minst en kandidatlista" in plain(tool._alert.value)


def test_the_order_is_drawn_and_nobody_is_lost(tool: ProportionalElections) -> None:
    vote = board(tool)
    vote._shuffle.click()
    assert sorted(each.name for each in tool.state.meeting.board.slates) == ["I", "II", "III"]
    assert set(tool.state.meeting.board.elected) == set("AEBFC")


def test_without_an_agreement_there_is_a_second_election(tool: ProportionalElections) -> None:
    board(tool)._officers.value = False
    assert "ett andra proportionellt val" in said(board(tool))


def test_the_second_election_is_among_those_on_the_board(tool: ProportionalElections) -> None:
    chairs = panel(tool, 3)
    assert "avtalades på förhand" in said(chairs)
    assert "Ordförande: A. Vice ordförande: E." in said(chairs)
    assert chairs._left.layout.display == "none"
    board(tool)._officers.value = False
    chairs = panel(tool, 3)
    assert chairs._left.layout.display == ""
    assert [row._people.value for row in chairs._rows[:2]] == ["A\nB\nC", "E\nF"]
    assert "Ordförande: A. Vice ordförande: E." in said(chairs)
    chairs._rows[0]._people.value = "D\nB"  # D is not on the board
    assert "D på lista I är inte invald" in plain(tool._alert.value)
    chairs._rows[0]._people.value = "B\nA"
    assert "Ordförande: B. Vice ordförande: E." in said(chairs)
    chairs._rows[1]._votes.value = "7"
    assert "lotten avgör en plats mellan B och E" in said(chairs)
    chairs._draw.click()
    assert "lotten" not in said(chairs)
    board(tool)._rows[0]._people.value = "A\nC\nD"  # B is off the board: its lists stand again
    assert [row._people.value for row in panel(tool, 3)._rows[:2]] == ["A\nC\nD", "E\nF"]


def test_the_second_election_waits_for_the_lot() -> None:
    tool = ProportionalElections(tied())
    board(tool)._officers.value = False
    assert "Först ska det vara avgjort" in said(panel(tool, 3))
    board(tool)._draw.click()
    assert "Ordförande: A. Vice ordförande: E." in said(panel(tool, 3))


def test_names_are_escaped(tool: ProportionalElections) -> None:
    board(tool)._rows[0]._people.value = "<img onerror=x>"
    assert "<img" not in board(tool)._table.value + board(tool)._text.value


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_every_language(language: str) -> None:
    tool = ProportionalElections(tied(), language)
    texts = words(language, COUNCIL_LANGUAGES)
    assert tool._tabs.widget.titles[1] == texts("prop.tab_presidium")
    for place in range(4):
        panel(tool, place)
    tool._examples.value = "prop.example_published"
    assert said(board(tool)).strip().startswith(texts("prop.elected", names="")[:4])
    tool._language.value = "da"
    assert "Valgt: A, E, B, F og C." in said(board(tool))
