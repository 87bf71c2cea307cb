"""The tool: the request, both elections, lots, bad input, the way back, three languages."""

import pytest

from explorer.proportional.page import MeetingPage, read, said
from valgforbund.explorer.proportional.examples import pairs, published, tied
from valgforbund.explorer.proportional.tables import comparison_table
from valgforbund.wording import words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES


@pytest.fixture
def tool() -> MeetingPage:
    return MeetingPage()


def test_the_published_example(tool: MeetingPage) -> None:
    assert "Valda: A, E, B, F och C." in said(tool.board)
    assert "Ordförande: A. Vice ordförande: E." in said(tool.board)
    assert "Ordförande: A. Vice ordförande: C." in said(tool.presidium)
    table = read(tool.board.html)
    for cell in ("A 7 1", "E 5 2", "B 3,5 3", "F 2,5 4", "C 2,33 5"):
        assert cell in table, (cell, table)
    request = said(tool.request)
    assert "måste minst tre ledamöter begära det." in request


def test_the_request_is_open_on_aland_where_it_goes_up(tool: MeetingPage) -> None:
    request = tool.request
    request.type("prop.present", "12")
    assert "2 eller 3 ledamöter" in said(request)
    request.type("prop.rule", "sweden")
    assert "måste minst två ledamöter begära det." in said(request)


def test_a_lot_is_shown_and_drawn_and_that_can_be_undone() -> None:
    tool = MeetingPage(tied())
    vote = tool.board
    assert "lotten avgör 2 platser mellan C, F och H" in said(vote)
    assert vote.sees("lot.draw")
    vote.press("lot.draw")
    assert "lotten" not in said(vote)
    assert not vote.sees("lot.draw")
    assert len(tool.meeting.board.elected) == 5
    tool.press("bar.undo")
    assert tool.meeting == tied()
    tool.press("bar.redo")
    assert len(tool.meeting.board.elected) == 5


def test_who_won_by_lot_is_said_and_marked() -> None:
    tool = MeetingPage(tied())
    vote = tool.board
    tool.state.elect("board", tool.meeting.board.settle(["F", "C"]))
    assert "Lotten föll på C och F; H fick ingen plats." in said(vote)
    assert "C 2 4 lott" in read(vote.html)
    assert "H 2 lott" in read(vote.html)
    assert "4 lott C I 2" in read(vote.html)


def test_a_lot_between_officers_names_who_came_first() -> None:
    tool = MeetingPage(tied())
    presidium = tool.presidium
    presidium.type("prop.votes_of", "6", slate="II")
    tool.state.elect("presidium", tool.meeting.presidium.settle("C"))
    assert "Lotten föll på C före A." in said(presidium)
    assert "Ordförande: C. Vice ordförande: A." in said(presidium)


def test_the_order_of_the_lists_leaves_a_drawn_lot() -> None:
    tool = MeetingPage(tied())
    vote = tool.board
    vote.press("lot.draw")
    elected = set(tool.meeting.board.elected)
    for _ in range(4):
        vote.press("prop.shuffle")
        assert set(tool.meeting.board.elected) == elected
        assert "glömd" not in tool.alert


def test_a_lot_that_a_change_forgets_is_told_and_undo_brings_it_back() -> None:
    tool = MeetingPage(tied())
    vote = tool.board
    vote.press("lot.draw")
    held = tool.meeting
    vote.type("prop.votes_of", "1", slate="III")
    told = tool.alert
    assert "Nämnd: lotten mellan C, F och H är glömd efter ändringen." in told
    assert "Tryck på Ångra för att gå tillbaka." in told
    tool.speak("en")
    assert "the lot between C, F, and H is forgotten" in tool.alert
    tool.press("bar.undo")
    assert tool.meeting == held
    assert tool.alert == ""
    vote.type("prop.signatories_of", "Maja", slate="I")
    assert tool.meeting.board.drawn == held.board.drawn
    assert tool.alert == ""
    vote.type("prop.posts", "4")
    assert "forgotten" in tool.alert
    vote.tick("prop.officers", False)
    assert tool.alert == ""


def test_another_example_is_another_meeting_and_forgets_nothing() -> None:
    tool = MeetingPage(tied())
    tool.board.press("lot.draw")
    tool.example("prop.example_published")
    assert tool.alert == ""


def test_a_second_election_that_no_longer_fits_is_told(tool: MeetingPage) -> None:
    tool.board.tick("prop.officers", False)
    chairs = tool.chairs
    chairs.type("prop.votes_of", "7", slate="II")
    chairs.press("lot.draw")
    held = tool.meeting
    tool.people("II", "F\nG")  # E is off the board
    told = tool.alert
    assert "Nämndens ordförande: lotten mellan A och E är glömd efter ändringen." in told
    assert "nämndens egna listor" in told
    tool.press("bar.undo")
    assert tool.meeting == held
    assert tool.chairs.value("prop.votes_of", slate="II") == "7"


def test_members_who_break_ranks(tool: MeetingPage) -> None:
    tool.board.type("prop.votes_of", "6", slate="I")
    assert "12 av 13 närvarande röstade på en lista." in said(tool.board)
    tool.board.type("prop.votes_of", "3", slate="III")
    assert "14 röster är fler än 13 närvarande." in said(tool.board)


def test_names_substitutes_and_sexes(tool: MeetingPage) -> None:
    tool.people("I", "Ada (k) – Bo (m)\nCarl (m) – Dan (m)\nEmil (m) – Fia (k)")
    tool.people("II", "Gun (k) – Hans (m)\nIvar (m) – Jan (m)")
    text = said(tool.board)
    assert (
        "Ledamöter: 2 kvinnor och 3 män; kravet på minst 2 av vartdera könet (40 %) är uppfyllt."
        in text
    )
    assert "Ersättare: 1 kvinna och 4 män; minst 2 av vartdera könet krävs (40 %, " in text
    assert "Valet måste göras om." in text


PAIRS = {
    "I": "Ada (k) – Bo (m)\nCarl (m)\nEmil (m) – Fia (k)",
    "II": "Gun (k) – Hans (m)\nIvar (m) – Jan (m)",
}


def test_the_elected_stand_beside_their_substitutes(tool: MeetingPage) -> None:
    for slate, people in PAIRS.items():
        tool.people(slate, people)
    shown = read(tool.board.html)
    assert "Ordning Ledamot Personlig ersättare Lista Jämförelsetal Uppdrag" in shown
    assert "1 Ada (kvinna) Bo (man) I 7 ordförande 2 Gun (kvinna) Hans (man) II 5" in shown
    assert "3 Carl (man) – I 3,5 4 Ivar (man) Jan (man) II 2,5 5 Emil (man) Fia (kvinna)" in shown
    assert "Utan personlig ersättare: Carl." in said(tool.board)


def test_where_nobody_has_a_substitute_none_is_missed(tool: MeetingPage) -> None:
    shown = read(tool.board.html)
    assert "Ordning Ledamot Lista Jämförelsetal Uppdrag 1 A I 7 ordförande" in shown
    assert "ersättare" not in said(tool.board)
    tool.board.tick("prop.officers", False)
    assert "Uppdrag" not in read(tool.board.html)


def test_the_example_of_pairs_fails_on_the_side_of_the_substitutes() -> None:
    tool = MeetingPage(pairs())
    text = said(tool.board)
    assert (
        "Ledamöter: 2 kvinnor och 3 män; kravet på minst 2 av vartdera könet (40 %) är uppfyllt."
        in text
    )
    assert "Ersättare: 1 kvinna och 4 män; minst 2 av vartdera könet krävs" in text
    assert tool.meeting.board.vacant == 0
    assert not tool.meeting.board.short


def test_swedish_law_asks_for_no_share() -> None:
    tool = MeetingPage(pairs())
    tool.request.type("prop.rule", "sweden")
    text = said(tool.board)
    assert "Ersättare: 1 kvinna och 4 män." in text
    assert "svenska kommunallagen kräver ingen andel" in text
    assert "göras om" not in text
    assert "40 %" not in text
    tool.request.type("prop.rule", "finland")
    assert "Valet måste göras om." in said(tool.board)


def test_the_share_is_of_the_board_not_of_its_officers() -> None:
    tool = MeetingPage(pairs())
    tool.board.tick("prop.officers", False)
    assert "kvinn" not in said(tool.chairs)


def test_how_pairs_are_written_stands_above_the_lists(tool: MeetingPage) -> None:
    hint = read(tool.board.html)
    assert "En person per rad" in hint
    assert "Maja Berg (kvinna) – Nils Ek (man)" in hint
    assert "ersättare" not in read(tool.presidium.html)  # a presidium has none
    tool.speak("en")
    assert "Maja Berg (woman) – Nils Ek (man)" in read(tool.board.html)
    tool.people("I", "Ann (w)\nEve (woman)\nMay (M)")
    typed = tool.board.value("prop.candidates_of", slate="I")
    assert typed == "Ann (woman)\nEve (woman)\nMay (M)"


def test_a_party_in_brackets_is_no_sex(tool: MeetingPage) -> None:
    tool.people("I", "Kim Exempel (M)\nAli Exempel (S)")
    assert "män" not in said(tool.board)
    assert tool.board.value("prop.candidates_of", slate="I") == "Kim Exempel (M)\nAli Exempel (S)"
    tool.people("I", "Kim Exempel (M) (kvinna)\nAli Exempel (S) (man)")
    assert "1 kvinna och 1 man" in said(tool.board)


def test_a_body_of_three_is_open(tool: MeetingPage) -> None:
    vote = tool.board
    vote.type("prop.posts", "3")
    vote.type("prop.candidates_of", "Ada (k)\nCarl (m)", slate="I")
    vote.type("prop.candidates_of", "Gun (k)", slate="II")
    assert "är inte avgjort" in said(vote)


def test_signatories(tool: MeetingPage) -> None:
    tool.board.type("prop.signatories_of", "Maja, Nils", slate="I")
    assert "Listornas ombud: Maja (I)." in said(tool.board)


def test_a_short_list_is_named(tool: MeetingPage) -> None:
    tool.people("I", "A")
    assert "För få namn på lista I" in said(tool.board)


def test_posts_that_nobody_can_fill(tool: MeetingPage) -> None:
    tool.people("I", "A")
    assert "ingen fylla" not in said(tool.board)
    tool.board.type("prop.posts", "6")
    assert "En plats kan ingen fylla." in said(tool.board)
    tool.board.type("prop.posts", "7")
    assert "2 platser kan ingen fylla." in said(tool.board)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("votes_of", "7,5", "Röster för lista I: ett heltal från 0 till 999; det stod ”7,5”."),
        (
            "votes_of",
            "1000",
            "Röster för lista I: ett heltal från 0 till 999; det stod ”1000”.",
        ),
        (
            "candidates_of",
            "Eva (k), Eli (m)",
            "Rad 1 på en kandidatlista nämner mer än en person",
        ),
        (
            "candidates_of",
            "E",
            "E står på lista I och igen på lista II; en person får bara stå på ett",
        ),
        ("candidates_of", "", "Lista I har inga kandidater."),
        ("slate", "II", "Två kandidatlistor heter II"),
        ("slate", " ", "En kandidatlista ska ha ett namn."),
        ("slate", "x" * 5000, "Ett namn får ha högst 100 tecken"),
        ("candidates_of", "x" * 101, "Ett namn får ha högst 100 tecken"),
        ("candidates_of", f"A – {'y' * 101}", "Ett namn får ha högst 100 tecken"),
        ("candidates_of", "$" + "\\frac{" * 300 + "}{2}" * 300 + "$", "högst 100 tecken"),
        ("signatories_of", "A, " + "z" * 101, "Ett namn får ha högst 100 tecken"),
    ],
)
def test_bad_input_is_told_and_nothing_is_lost(
    tool: MeetingPage, field: str, typed: str, sentence: str
) -> None:
    before = tool.meeting
    key, first = f"prop.{field}", tool.board.parts("vf-slate")[0]
    shown = first.value(key, slate="I", n=1)
    first.type(key, typed, slate="I", n=1)
    assert sentence in tool.alert
    assert tool.meeting == before
    assert first.value(key, slate="I", n=1) == shown
    tool.board.type("prop.votes_of", "8", slate="I")
    assert tool.alert == ""


def test_what_looks_like_mathematics_is_text_everywhere(tool: MeetingPage) -> None:
    first = tool.board.parts("vf-slate")[0]
    first.type("prop.slate", "$\\frac{1}{2}$", slate="I", n=1)
    first.type("prop.candidates_of", "$\\sqrt{x}$\n$\\alpha$", slate="$\\frac{1}{2}$")
    assert tool.alert == ""
    for tab in range(4):
        tool.tab_row.selected_index = tab
        for widget in tool.widgets():
            for name in ("description", "tooltip"):
                assert "$" not in (getattr(widget, name, None) or ""), (tab, name)


@pytest.mark.parametrize("typed", ["0", "x", "", "1000"])
def test_present_members_and_posts_are_named_where_they_are_refused(
    tool: MeetingPage, typed: str
) -> None:
    before = tool.meeting
    tool.request.type("prop.present", typed)
    stood = f"det stod ”{typed}”" if typed else "fältet är tomt"
    sentence = f"Närvarande ledamöter: ett heltal från 1 till 999; {stood}."
    assert sentence in tool.alert
    tool.board.type("prop.posts", typed)
    assert f"Platser: ett heltal från 2 till 999; {stood}." in tool.alert
    assert tool.meeting == before


def test_why_so_many_must_ask_gives_the_quotient(tool: MeetingPage) -> None:
    request = tool.request
    why = "13 delat med (5 + 1) är 2,17, avrundat uppåt till 3: så många kan tillsammans"
    assert why in said(request)
    request.type("prop.rule", "finland")
    request.type("prop.present", "12")
    assert "12 delat med (5 + 1) är 2, ett heltal som inte avrundas uppåt." in said(request)


def test_lists_come_and_go(tool: MeetingPage) -> None:
    vote = tool.board
    vote.press("prop.add")
    assert [each.name for each in tool.meeting.board.slates] == ["I", "II", "III", "IV"]
    assert len(vote.parts("vf-slate")) == 4
    vote.press("prop.remove_of", slate="II")
    assert [each.name for each in tool.meeting.board.slates] == ["I", "III", "IV"]
    vote.press("prop.add")
    assert [each.name for each in tool.meeting.board.slates][-1] == "II"
    for _ in range(16):
        vote.press("prop.add")
    vote.press("prop.add")
    assert "högst 20 listor" in tool.alert
    for each in tool.meeting.board.slates:
        vote.press("prop.remove_of", slate=each.name)
    assert "behöver minst en kandidatlista" in tool.alert


def test_the_order_is_drawn_and_nobody_is_lost(tool: MeetingPage) -> None:
    vote = tool.board
    vote.press("prop.shuffle")
    assert sorted(each.name for each in tool.meeting.board.slates) == ["I", "II", "III"]
    assert set(tool.meeting.board.elected) == set("AEBFC")


def test_without_an_agreement_there_is_a_second_election(tool: MeetingPage) -> None:
    tool.board.tick("prop.officers", False)
    assert "ett andra proportionellt val" in said(tool.board)


def stand_for_chair(tool: MeetingPage) -> list[str]:
    """The candidates of the second election's lists."""
    return [tool.chairs.value("prop.candidates_of", slate=each) for each in ("I", "II")]


def test_the_second_election_is_among_those_on_the_board(tool: MeetingPage) -> None:
    chairs = tool.chairs
    assert "avtalades på förhand" in said(chairs)
    assert "Ordförande: A. Vice ordförande: E." in said(chairs)
    assert not chairs.sees("prop.add")
    tool.board.tick("prop.officers", False)
    chairs = tool.chairs
    assert chairs.sees("prop.add")
    assert stand_for_chair(tool) == [
        "A\nB\nC",
        "E\nF",
    ]
    assert "Ordförande: A. Vice ordförande: E." in said(chairs)
    chairs.type("prop.candidates_of", "D\nB", slate="I")  # D is not on the board
    assert "D på lista I är inte invald" in tool.alert
    chairs.type("prop.candidates_of", "B\nA", slate="I")
    assert "Ordförande: B. Vice ordförande: E." in said(chairs)
    chairs.type("prop.votes_of", "7", slate="II")
    assert "lotten avgör en plats mellan B och E" in said(chairs)
    chairs.press("lot.draw")
    assert "lotten" not in said(chairs)
    tool.people("I", "A\nC\nD")  # B is off the board: its lists stand again
    assert stand_for_chair(tool) == [
        "A\nC\nD",
        "E\nF",
    ]


def test_the_second_election_waits_for_the_lot() -> None:
    tool = MeetingPage(tied())
    tool.board.tick("prop.officers", False)
    assert "Först ska det vara avgjort" in said(tool.chairs)
    tool.board.press("lot.draw")
    assert "Ordförande: A. Vice ordförande: E." in said(tool.chairs)


def test_names_are_escaped(tool: MeetingPage) -> None:
    tool.people("I", "<img onerror=x>")
    assert "<img" not in tool.board.html


@pytest.mark.parametrize("language", ["sv", "da", "en"])
def test_every_language(language: str) -> None:
    tool = MeetingPage(tied(), language)
    texts = tool.words
    assert tool.tab_row.titles[1] == texts("prop.tab_presidium")
    assert all(said(part) for part in (tool.request, tool.presidium, tool.board, tool.chairs))
    tool.example("prop.example_published")
    assert said(tool.board).strip().startswith(texts("prop.elected", names="")[:4])
    tool.speak("da")
    assert "Valgt: A, E, B, F og C." in said(tool.board)


def test_the_place_won_is_no_digit_of_the_number_that_is_copied() -> None:
    """A of the published example has the number 7 and the first place: not "A 71"."""
    shown = comparison_table(words("sv", COUNCIL_LANGUAGES), published().board)
    assert 'data-copy="A 7 (1)"' in shown
    assert "</b> <i>1</i>" in shown
