"""Who is elected: the persons of a count, and whom the alliance seats."""

import io

import openpyxl
import pytest

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from valgforbund import (
    Scenario,
    ScenarioError,
    candidates,
    compare,
    elected,
    margins,
    open_file,
    substitutes,
)
from valgforbund.explorer.election.filing import FILING
from valgforbund.explorer.election.kept import ViewForm
from valgforbund.explorer.election.panels.people import People
from valgforbund.explorer.election.panels.tables import Tables
from valgforbund.people.ladder import ladder
from valgforbund.sharing.candidates import Person
from valgforbund.sharing.document import Source
from valgforbund.sources.bundled import load

NAESTVED = load("KV2025", "Næstved")


MOVED, SEATS, NEXT = (
    "Hvem valgforbundet flytter",
    "De valgte, i mandaternes orden",
    "Første stedfortræder i hver liste",
)


def rows(page: Page, caption: str) -> list[list[str]]:
    """The cells of one of the tables, without its heading."""
    page.open(People)
    return tables(page)[caption]


def test_the_alliance_of_naestved_seats_two_persons_and_costs_two_others_their_seats() -> None:
    """Official result: Patrick Elm (O) and Lizette Laugesen (Æ) were elected."""
    page = Page(NAESTVED)
    page.choose("view.focus", "C-I-M-O-V-Æ")
    assert rows(page, MOVED) == [
        ["A nr. 23", "147", "ikke valgt", "valgt"],
        ["A nr. 8", "129", "ikke valgt", "valgt"],
        ["O Patrick Elm, nr. 3", "235", "valgt", "ikke valgt"],
        ["Æ Lizette Laugesen, nr. 2", "257", "valgt", "ikke valgt"],
    ]


def test_the_account_names_them() -> None:
    page = Page(NAESTVED)
    page.choose("view.focus", "C-I-M-O-V-Æ")
    said = (
        "Med valgforbundet er Patrick Elm (O) og Lizette Laugesen (Æ) valgt "
        "i stedet for nr. 23 på liste A og nr. 8 på liste A."
    )
    assert page.account[0] == said
    page.choose("view.baseline", "Hvis Æ stod udenfor")
    assert not any("i stedet for" in each for each in page.account)


def test_every_seat_has_the_person_of_the_official_result() -> None:
    shown = rows(Page(NAESTVED), SEATS)
    official = candidates("KV2025", "Næstved").dropna(subset="seat").sort_values("seat")
    assert len(shown) == len(official) == NAESTVED.seats
    for (who, number, votes, _), person in zip(shown, official.itertuples(), strict=True):
        assert int(number) == person.seat
        assert who == f"{person.letter} {person.name}, nr. {person.candidate}"
        assert int(votes.replace(".", "")) == person.votes


def test_the_first_substitute_of_each_list_and_what_they_lack() -> None:
    shown = rows(Page(NAESTVED), NEXT)
    first = substitutes(NAESTVED).query("order == 1")
    assert [who.split()[0] for who, *_ in shown] == first.letter.to_list()
    assert [int(lacks) for *_, lacks in shown] == first.lacks.to_list()


def test_other_votes_are_an_assumption_that_is_said() -> None:
    page = Page(NAESTVED)
    assert "antagelse" not in page.open(People).text
    page.votes("O", "9000")
    assert "Det er en antagelse, ikke en optælling." in page.open(People).text
    assert len(rows(page, SEATS)) == len(elected(page.scenario)) == NAESTVED.seats


def test_scaled_votes_are_told_of_a_list_without_a_seat_too() -> None:
    page = Page(NAESTVED)
    assert page.seats()["M"] == "0"
    page.votes("M", "500")
    assert page.seats()["M"] == "0"
    assert "Det er en antagelse, ikke en optælling." in page.open(People).text
    note = page.explorer.report(page.explorer.counted(), "txt").decode()
    assert "Det er en antagelse, ikke en optælling." in " ".join(note.split())


def test_that_others_are_numbers_is_said_as_long_as_they_are() -> None:
    page = Page(NAESTVED)
    typed(page, "O", "Githa 1000\nNikolaj 900\nAnna 5\nBo 4")
    assert "har kun de valgte navn" in page.open(People).text
    page = Page(Scenario({"A": 100}, 1))
    typed(page, "A", "Ane 10")
    assert "har kun de valgte navn" not in page.open(People).text


def test_a_lot_between_lists_names_whom_it_may_elect() -> None:
    s = load("KV2025", "Stevns")
    page = Page(s.with_votes({"Ø": int(s.votes["Ø"]) + 1}))
    said = "lod mellem B Line Krogh Lay, Store Heddinge (nr. 1) og Ø nr. 1"
    assert [who for who, *_ in rows(page, SEATS)][16] == said
    note = page.explorer.report(page.explorer.counted(), "txt").decode()
    assert said in " ".join(note.split())
    # who comes next if the lot falls so
    assert {"B nr. 4", "Ø nr. 2"} <= {who for who, *_ in rows(page, NEXT)}


def test_a_lot_inside_a_list_says_on_whom_it_fell() -> None:
    """Official result: Jens Fjeldal (V) was elected, with as many votes as no. 2."""
    page = Page(load("KV2025", "Læsø"))
    said = (
        "V lod mellem nr. 2 og Jens Fjeldal (nr. 5); ved valget faldt det på Jens Fjeldal (nr. 5)"
    )
    assert said in [who for who, *_ in rows(page, SEATS)]
    assert page.account[0] == (
        "Med valgforbundet er nr. 2 på liste V eller Jens Fjeldal (V) valgt "
        "i stedet for nr. 2 på liste O. "
        "Et lod afgør det mellem nr. 2 på liste V og Jens Fjeldal (V)."
    )
    page.state.look(followed=Person("V", 2))
    assert followed(page).startswith(
        "Et lod afgør, om V nr. 2 er valgt. Ved valget faldt det på Jens Fjeldal (V)."
    )
    page.votes("V", "400")
    assert "Ved valget" not in followed(page)


def test_who_lacks_more_votes_than_the_list_has_has_a_dash() -> None:
    page = Page(NAESTVED)
    page.open(People)
    page.choose("people.list", named(page, "A"))
    votes = int(NAESTVED.votes["A"])
    frame = ladder(NAESTVED, "A")
    shown = ladder_of(page, "A")
    assert (frame["lacks"] > votes).any()
    for row, lacks in zip(shown, frame["lacks"].fillna(votes + 1), strict=True):
        assert row[3] == (page.words.number(lacks) if lacks <= votes else "–")
    assert "flere stemmer, end hele listen har fået" in page.open(People).text


def test_where_no_candidates_are_known_it_says_so() -> None:
    for s in (load("KV2021", "Lejre"), Scenario({"A": 3, "B": 2}, 3)):
        panel = Page(s).open(People)
        assert panel.text.startswith("Kandidaterne ved dette valg er ikke med her.")
        assert not any(table.value for table in panel.tables)


def test_a_list_that_was_typed_has_unknown_candidates() -> None:
    page = Page(NAESTVED)
    page.type("tools.add_letter", "Q")
    page.press("tools.add_button")
    page.votes("Q", "9000")
    assert not any(who.startswith("Q") for who, *_ in rows(page, SEATS))
    assert "Kandidaterne på Q kendes ikke" in page.open(People).text
    assert page.alert == ""


def test_nobody_is_elected_without_votes() -> None:
    page = Page(NAESTVED.with_votes(dict.fromkeys(NAESTVED.letters, 0)))
    assert page.open(People).text.startswith(page.words("question.no_votes"))


# ---- one list in order, and one person through what-ifs ----


def ladder_of(page: Page, letter: str) -> list[list[str]]:
    return rows(page, f"Kandidaterne på {letter}, i rækkefølge")


def followed(page: Page) -> str:
    """What stands at the top of the panel."""
    return page.open(People).part("vf-followed-box").text


def test_a_list_shows_all_its_candidates_and_the_votes_between_them() -> None:
    page = Page(NAESTVED)
    page.open(People)
    page.choose("people.list", "O Dansk Folkeparti")
    shown = ladder_of(page, "O")
    frame = ladder(NAESTVED, "O")
    assert [int(votes.replace(".", "")) for _, votes, *_ in shown] == frame["votes"].to_list()
    assert shown[2] == ["Patrick Elm, nr. 3", "235", "valgt", "487", "–", "119"]
    assert shown[3] == ["nr. 4", "116", "ikke valgt", "120", "120", "–"]
    assert page.state.view.moving == "O"  # the slider moves its votes


def test_who_is_pressed_is_followed_through_votes_alliances_and_undo() -> None:
    page = Page(NAESTVED)
    page.choose("view.focus", "C-I-M-O-V-Æ")
    page.open(People).press_row("Æ Lizette Laugesen, nr. 2")
    assert page.state.view.followed == ("Æ", 2)
    near, lose = margins(NAESTVED).loc["Æ"], ladder(NAESTVED, "Æ")["to_lose"].iloc[0]
    assert followed(page) == (
        f"Lizette Laugesen (Æ) er valgt. Med {lose} personlige stemmer færre er det ikke længere "
        f"sikkert. Mister Æ et mandat, er det denne plads: det sker med {near['votes_to_lose']} "
        "stemmer færre på listen. Uden netop dette valgforbund: ikke valgt."
    )
    assert page.account[0] == followed(page)
    page.votes("Æ", "500")
    assert followed(page).startswith("Lizette Laugesen (Æ) er ikke valgt: Æ har intet mandat.")
    assert "Før ændringerne: valgt." in followed(page)
    page.press("bar.undo")
    assert followed(page).startswith("Lizette Laugesen (Æ) er valgt.")
    page.press("people.unfollow")
    assert followed(page) == ""
    assert page.state.view.followed is None


def test_a_substitute_is_told_what_is_lacking() -> None:
    page = Page(NAESTVED)
    page.open(People)
    page.choose("people.list", "O Dansk Folkeparti")
    page.open(People).press_row("nr. 4")
    gain = margins(NAESTVED).loc["O", "votes_to_gain"]
    number = page.words.number(int(gain))
    assert followed(page) == (
        "O nr. 4 er ikke valgt: stedfortræder nr. 1. Der mangler 120 personlige stemmer. Får O ét "
        f"mandat mere, er det denne plads: det kræver {number} stemmer mere på listen."
    )
    page.choose("app.language", "English")
    assert followed(page).startswith("O no. 4 is not elected: substitute no. 1.")


def test_who_is_followed_is_kept_and_forgotten_with_the_election() -> None:
    page = Page(NAESTVED)
    page.state.look(followed=Person("O", 3))
    kept = ViewForm.of(page.state.view)
    assert kept.view() == page.state.view
    page.state.open(load("KV2025", "Læsø"))
    assert page.state.view.followed is None


def test_who_does_not_stand_here_is_not_lost_in_an_error() -> None:
    page = Page(NAESTVED)
    page.state.look(followed=Person("O", 99))
    assert followed(page) == "O nr. 99 er ikke med her."
    page.state.look(followed=Person("O", 3))
    page.votes("O", "0")
    assert "ikke valgt" in followed(page)
    page.state.change(page.scenario.with_votes(dict.fromkeys(NAESTVED.letters, 0)))
    assert followed(page) == "O nr. 3 er ikke med her."
    assert page.alert == ""


def test_the_ledger_has_the_lists_that_gain_and_pay_with_their_persons() -> None:
    page = Page(NAESTVED)
    page.choose("view.focus", "C-I-M-O-V-Æ")
    page.open(Tables)
    assert tables(page)["Hvem vinder, og hvem betaler?"] == [
        ["A ud: nr. 23 og nr. 8", "10", "12", "−2"],
        ["O ind: Patrick Elm, nr. 3", "3", "2", "+1"],
        ["Æ ind: Lizette Laugesen, nr. 2", "1", "0", "+1"],
    ]
    ledger = compare(NAESTVED, "C-I-M-O-V-Æ").ledger
    assert ledger["change"].sum() == 0


def test_the_ledger_of_what_nobody_can_name_has_seats_alone() -> None:
    page = Page(load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]]))
    page.open(Tables)
    for who, *_ in tables(page)["Hvem vinder, og hvem betaler?"]:
        assert who in page.scenario.letters
    page = Page(Scenario({"A": 9, "B": 2, "C": 1}, 1, [["B", "C"]]))
    page.open(Tables)
    assert "Ingen liste har andre mandater" in page.html


def test_who_is_followed_stands_in_the_file() -> None:
    page, other = Page(NAESTVED), Page(load("KV2025", "Læsø"))
    page.state.look(followed=Person("O", 3))
    FILING.open(other.state, FILING.file(page.state, Source.now("")))
    assert other.state.view.followed == ("O", 3)
    assert followed(other).startswith("Patrick Elm (O) er valgt.")
    file = FILING.file(page.state, Source.now(""))
    changed = file.replace(b'"followed": ["O", 3]', b'"followed": ["Ukendt", 3]')
    assert changed != file
    with pytest.raises(ScenarioError) as error:
        FILING.open(other.state, changed)
    assert error.value.code == "saved_value_wrong"
    assert other.state.view.followed == ("O", 3)


# ---- candidates that a person types ----


def named(page: Page, letter: str) -> str:
    """A list as the menu has it."""
    return next(each for each in page.choices("people.list") if each.split()[0] == letter)


def typed(page: Page, letter: str, text: str) -> None:
    """Type candidates of a list, by the label that the menu has."""
    page.open(People)
    page.choose("people.list", named(page, letter))
    page.open(People)
    page.type("people.typed", text)
    page.press("people.use_typed")


def test_candidates_of_a_list_that_was_typed_are_elected_and_kept() -> None:
    page = Page(NAESTVED)
    page.type("tools.add_letter", "Q")
    page.press("tools.add_button")
    page.votes("Q", "3000")
    typed(page, "Q", "Anna Berg 900\nBo Dam 1.200\nCy; 5")
    assert page.alert == ""
    own = [row for row in rows(page, SEATS) if row[0].startswith("Q ")]
    assert [who for who, *_ in own] == ["Q Bo Dam, nr. 2", "Q Anna Berg, nr. 1"][: len(own)]
    assert own
    # all others are still those of the election
    assert any(who == "V Kenneth Sørensen, Holmegaard, nr. 1" for who, *_ in rows(page, SEATS))
    kept = page.state.view.typed
    assert [each.name for each in kept] == ["Anna Berg", "Bo Dam", "Cy"]
    assert kept[0].list_votes == 3000 - 900 - 1200 - 5
    assert ViewForm.of(page.state.view).view() == page.state.view
    page.press("bar.undo")
    assert page.state.view.typed == ()


def test_in_an_election_of_ones_own_they_are_the_only_ones() -> None:
    page = Page(Scenario({"A": 100, "B": 60}, 3))
    typed(page, "A", "Ane 10\nBo 50\nCy 30")
    assert [row[:2] for row in rows(page, SEATS)] == [["A Bo, nr. 2", "1"], ["A Cy, nr. 3", "3"]]
    assert "Kandidaterne på B kendes ikke" in page.open(People).text
    page.choose("people.form", "Partiliste")
    typed(page, "A", "Ane 10\nBo 50\nCy 30")
    # The figure is 34: Bo has it, and comes before Cy (30) until 150 votes make it 51; the ten
    # list votes give Ane 20, and with ten more she is Cy's equal and stands higher.
    assert [row[3] for row in ladder_of(page, "A")] == ["–", "50", "10"]
    typed(page, "A", "")
    assert "Kandidaterne ved dette valg er ikke med her." in page.open(People).text


def test_what_cannot_be_read_or_be_true_changes_nothing() -> None:
    page = Page(NAESTVED)
    for text, said in (
        ("Anna", "Linje 1 skal være et navn"),
        ("Anna 99999", "listen har kun"),
        ("Anna 100\nListestemmer 200", "giver 300 tilsammen"),
        ("3. Anna 100", "Numrene foran navnene"),
        (" \n", "Der står ingen kandidater på O"),
    ):
        typed(page, "O", text)
        assert said in page.alert
        assert page.state.view.typed == ()
        assert page.value("people.typed") == text


def test_list_votes_and_sums_are_nobody_and_that_is_told() -> None:
    page = Page(NAESTVED)
    votes = int(NAESTVED.votes["Æ"])
    typed(page, "Æ", f"Anna 100\nBo 200\nListestemmer {votes - 300}\nI alt {votes}")
    assert [each.name for each in page.state.view.typed] == ["Anna", "Bo"]
    assert {each.list_votes for each in page.state.view.typed} == {votes - 300}
    assert f"I alt {votes}" in page.html
    assert "Listestemmer:" in page.html


def test_fewer_candidates_than_the_list_has_are_told() -> None:
    page = Page(NAESTVED)
    typed(page, "O", "Githa 1000\nNikolaj 900")
    assert "På O er der skrevet to kandidater, men listen har fire." in page.html
    typed(page, "O", "Githa 1000\nNikolaj 900\nAnna 5\nBo 4")
    assert "er der skrevet" not in page.html


def test_typed_candidates_are_a_change_and_the_way_back_leads_to_those_of_the_election() -> None:
    page = Page(NAESTVED)
    assert page.find("bar.reset").disabled
    typed(page, "O", "Githa 1000\nNikolaj 900")
    assert "ændret" in page.explorer.memory.widget.called
    assert not page.find("bar.reset").disabled
    page.press("bar.reset")
    assert page.state.view.typed == ()
    assert "ændret" not in page.explorer.memory.widget.called
    assert any(who == "O Patrick Elm, nr. 3" for who, *_ in rows(page, SEATS))
    page.press("bar.undo")
    assert len(page.state.view.typed) == 2


def test_what_was_typed_can_be_corrected_and_is_that_of_its_list() -> None:
    page = Page(NAESTVED)
    typed(page, "O", "Githa 1000\nNikolaj 900")
    assert page.value("people.typed") == "Githa 1.000\nNikolaj 900"
    page.choose("people.list", named(page, "Æ"))
    assert page.value("people.typed") == ""
    page.type("people.typed", "Anna 5\nBo")  # not yet done
    page.choose("people.list", "O Dansk Folkeparti")
    assert page.value("people.typed") == "Anna 5\nBo"
    page.type("people.typed", "Githa 1000\nNikolaj 900\nCy 7\nDan 6")
    page.press("people.use_typed")
    page.press("bar.undo")
    assert page.value("people.typed") == "Githa 1.000\nNikolaj 900"
    page.press("bar.undo")
    assert page.value("people.typed") == "Githa 1.000\nNikolaj 900"  # nothing is lost


def test_who_is_followed_is_not_somebody_else_once_others_are_typed() -> None:
    page = Page(NAESTVED)
    page.state.look(followed=Person("Æ", 2))
    typed(page, "Æ", "Carla Ny 700\nBo Ny 100")
    assert page.state.view.followed is None
    page.state.look(followed=Person("Æ", 1))
    typed(page, "Æ", "Carla Ny 701\nDan Ny 100")
    assert page.state.view.followed == ("Æ", 1)
    typed(page, "O", "Githa 1000\nNikolaj 900")
    assert page.state.view.followed == ("Æ", 1)


def test_typed_candidates_stand_in_the_file_beside_those_of_the_election() -> None:
    page, other = Page(NAESTVED), Page(load("KV2025", "Læsø"))
    typed(page, "O", "Githa 1000\nNikolaj 900")
    data = FILING.file(page.state, Source.now(""))
    FILING.open(other.state, data)
    assert other.state.view.typed == page.state.view.typed
    assert rows(other, SEATS) == rows(page, SEATS)
    told = open_file(data).candidates
    assert told[told["letter"] == "O"]["name"].to_list() == ["Githa", "Nikolaj"]
    assert set(told["letter"]) == set(NAESTVED.letters)
    other.press("bar.reset")
    assert any(who == "O Patrick Elm, nr. 3" for who, *_ in rows(other, SEATS))


def test_note_and_workbook_say_whose_candidates_were_typed() -> None:
    page = Page(NAESTVED)
    said = "Kandidaterne på O og Æ er lagt ind af brugeren"
    before = page.explorer.report(page.explorer.counted(), "txt").decode()
    assert said not in " ".join(before.split())
    typed(page, "O", "Githa 1000\nNikolaj 900")
    typed(page, "Æ", "Anna 0\nBo 0\nCarl 0")
    results = page.explorer.counted()
    note = " ".join(page.explorer.report(results, "txt").decode().split())
    assert note.count(said) == 2  # what was changed, and the sources
    assert "Intet: tallene er som i kilden." not in note
    book = openpyxl.load_workbook(io.BytesIO(page.explorer.report(results, "xlsx")))
    cells = [str(x) for sheet in book for row in sheet.iter_rows(values_only=True) for x in row]
    assert sum(said in each for each in cells) == 1
