"""The tool: the request, both elections, lots, bad input, the way back, three languages."""

import re

import pytest

from valgforbund.explorer.proportional import ProportionalElections
from valgforbund.explorer.proportional.examples import pairs, tied
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


def test_who_won_by_lot_is_said_and_marked() -> None:
    tool = ProportionalElections(tied())
    vote = board(tool)
    tool.state.elect("board", tool.state.meeting.board.settle(["F", "C"]))
    assert "Lotten föll på C och F; H fick ingen plats." in said(vote)
    assert "C 2 4 lott" in plain(vote._table.value)
    assert "H 2 lott" in plain(vote._table.value)
    assert "4 lott C I 2" in plain(vote._elected.value)


def test_a_lot_between_officers_names_who_came_first() -> None:
    tool = ProportionalElections(tied())
    presidium = panel(tool, 1)
    presidium._rows[1]._votes.value = "6"
    tool.state.elect("presidium", tool.state.meeting.presidium.settle("C"))
    assert "Lotten föll på C före A." in said(presidium)
    assert "Ordförande: C. Vice ordförande: A." in said(presidium)


def test_the_order_of_the_lists_leaves_a_drawn_lot() -> None:
    tool = ProportionalElections(tied())
    vote = board(tool)
    vote._draw.click()
    elected = set(tool.state.meeting.board.elected)
    for _ in range(4):
        vote._shuffle.click()
        assert set(tool.state.meeting.board.elected) == elected
        assert "glömd" not in plain(tool._alert.value)


def test_a_lot_that_a_change_forgets_is_told_and_undo_brings_it_back() -> None:
    tool = ProportionalElections(tied())
    vote = board(tool)
    vote._draw.click()
    held = tool.state.meeting
    vote._rows[2]._votes.value = "1"
    told = plain(tool._alert.value)
    assert "Nämnd: lotten mellan C, F och H är glömd efter ändringen." in told
    assert "Tryck på Ångra för att gå tillbaka." in told
    tool._language.value = "en"
    assert "the lot between C, F, and H is forgotten" in plain(tool._alert.value)
    tool._undo.click()
    assert tool.state.meeting == held
    assert tool._alert.value == ""
    vote._rows[0]._signatories.value = "Maja"
    assert tool.state.meeting.board.drawn == held.board.drawn
    assert tool._alert.value == ""
    vote._posts.value = "4"
    assert "forgotten" in plain(tool._alert.value)
    vote._officers.value = False
    assert tool._alert.value == ""


def test_another_example_is_another_meeting_and_forgets_nothing() -> None:
    tool = ProportionalElections(tied())
    board(tool)._draw.click()
    tool._examples.value = "prop.example_published"
    assert tool._alert.value == ""


def test_a_second_election_that_no_longer_fits_is_told(tool: ProportionalElections) -> None:
    board(tool)._officers.value = False
    chairs = panel(tool, 3)
    chairs._rows[1]._votes.value = "7"
    chairs._draw.click()
    held = tool.state.meeting
    board(tool)._rows[1]._people.value = "F\nG"  # E is off the board
    told = plain(tool._alert.value)
    assert "Nämndens ordförande: lotten mellan A och E är glömd efter ändringen." in told
    assert "nämndens egna listor" in told
    tool._undo.click()
    assert tool.state.meeting == held
    assert panel(tool, 3)._rows[1]._votes.value == "7"


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
    assert (
        "Ledamöter: 2 kvinnor och 3 män; kravet på minst 2 av vartdera könet (40 %) är uppfyllt."
        in text
    )
    assert "Ersättare: 1 kvinna och 4 män; minst 2 av vartdera könet krävs (40 %, " in text
    assert "Valet måste göras om." in text


PAIRS = (
    "Ada (k) – Bo (m)\nCarl (m)\nEmil (m) – Fia (k)",
    "Gun (k) – Hans (m)\nIvar (m) – Jan (m)",
)


def test_the_elected_stand_beside_their_substitutes(tool: ProportionalElections) -> None:
    for row, people in zip(board(tool)._rows, PAIRS, strict=False):
        row._people.value = people
    shown = plain(board(tool)._elected.value)
    assert "Ordning Ledamot Personlig ersättare Lista Jämförelsetal Uppdrag" in shown
    assert "1 Ada (k) Bo (m) I 7 ordförande 2 Gun (k) Hans (m) II 5 vice ordförande" in shown
    assert "3 Carl (m) – I 3,5 4 Ivar (m) Jan (m) II 2,5 5 Emil (m) Fia (k) I 2,33" in shown
    assert "Utan personlig ersättare: Carl." in said(board(tool))


def test_where_nobody_has_a_substitute_none_is_missed(tool: ProportionalElections) -> None:
    shown = plain(board(tool)._elected.value)
    assert "Ordning Ledamot Lista Jämförelsetal Uppdrag 1 A I 7 ordförande" in shown
    assert "ersättare" not in said(board(tool))
    board(tool)._officers.value = False
    assert "Uppdrag" not in plain(board(tool)._elected.value)


def test_the_example_of_pairs_fails_on_the_side_of_the_substitutes() -> None:
    tool = ProportionalElections(pairs())
    text = said(board(tool))
    assert (
        "Ledamöter: 2 kvinnor och 3 män; kravet på minst 2 av vartdera könet (40 %) är uppfyllt."
        in text
    )
    assert "Ersättare: 1 kvinna och 4 män; minst 2 av vartdera könet krävs" in text
    assert tool.state.meeting.board.vacant == 0
    assert not tool.state.meeting.board.short


def test_swedish_law_asks_for_no_share() -> None:
    tool = ProportionalElections(pairs())
    panel(tool, 0)._rule.value = "sweden"
    text = said(board(tool))
    assert "Ersättare: 1 kvinna och 4 män." in text
    assert "svenska kommunallagen kräver ingen andel" in text
    assert "göras om" not in text
    assert "40 %" not in text
    panel(tool, 0)._rule.value = "finland"
    assert "Valet måste göras om." in said(board(tool))


def test_the_share_is_of_the_board_not_of_its_officers() -> None:
    tool = ProportionalElections(pairs())
    board(tool)._officers.value = False
    assert "kvinn" not in said(panel(tool, 3))


def test_how_pairs_are_written_stands_above_the_lists(tool: ProportionalElections) -> None:
    hint = plain(board(tool)._hint.value)
    assert "En person per rad" in hint
    assert "Maja Berg (k) – Nils Ek (m)" in hint
    assert "ersättare" not in plain(panel(tool, 1)._hint.value)  # a presidium has none
    tool._language.value = "en"
    assert "Maja Berg (w) – Nils Ek (m)" in plain(board(tool)._hint.value)
    board(tool)._rows[0]._people.value = "Ann (w)\nEve (w)\nMay (w)"
    assert board(tool)._rows[0]._people.value == "Ann (w)\nEve (w)\nMay (w)"


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


def test_posts_that_nobody_can_fill(tool: ProportionalElections) -> None:
    board(tool)._rows[0]._people.value = "A"
    assert "ingen fylla" not in said(board(tool))
    board(tool)._posts.value = "6"
    assert "En plats kan ingen fylla." in said(board(tool))
    board(tool)._posts.value = "7"
    assert "2 platser kan ingen fylla." in said(board(tool))


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("_votes", "7,5", "Röster för lista I: ett heltal från 0 till 999; det stod ”7,5”."),
        ("_votes", "1000", "Röster för lista I: ett heltal från 0 till 999; det stod ”1000”."),
        ("_people", "Eva (k), Eli (m)", "Rad 1 på en kandidatlista nämner mer än en person"),
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


@pytest.mark.parametrize("typed", ["0", "x", "", "1000"])
def test_present_members_and_posts_are_named_where_they_are_refused(
    tool: ProportionalElections, typed: str
) -> None:
    before = tool.state.meeting
    panel(tool, 0)._present.value = typed
    stood = f"det stod ”{typed}”" if typed else "fältet är tomt"
    sentence = f"Närvarande ledamöter: ett heltal från 1 till 999; {stood}."
    assert sentence in plain(tool._alert.value)
    board(tool)._posts.value = typed
    assert f"Platser: ett heltal från 2 till 999; {stood}." in plain(tool._alert.value)
    assert tool.state.meeting == before


def test_why_so_many_must_ask_gives_the_quotient(tool: ProportionalElections) -> None:
    request = panel(tool, 0)
    assert "13 delat med (5 + 1) är 2,17, avrundat uppåt till 3: så många kan tillsammans" in plain(
        request._text.value
    )
    request._rule.value = "finland"
    request._present.value = "12"
    assert "12 delat med (5 + 1) är 2, ett heltal som inte avrundas uppåt." in plain(
        request._text.value
    )


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
