"""Who is elected: the persons of a count, and whom the alliance seats."""

import re

from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario, candidates, elected, substitutes
from valgforbund.explorer.election.panels.people import People
from valgforbund.sources.bundled import load

NAESTVED = load("KV2025", "Næstved")


def rows(page: Page, place: int) -> list[list[str]]:
    """The cells of one of the three tables, without its heading."""
    table = page.open(People).tables[place].value
    lines = re.findall(r"<tr>(.*?)</tr>", table)[1:]
    return [[plain(each) for each in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", x)] for x in lines]


def test_the_alliance_of_naestved_seats_two_persons_and_costs_two_others_their_seats() -> None:
    """Official result: Patrick Elm (O) and Lizette Laugesen (Æ) were elected."""
    page = Page(NAESTVED)
    page.choose("view.focus", "C-I-M-O-V-Æ")
    assert rows(page, 0) == [
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
        "i stedet for A nr. 23 og A nr. 8."
    )
    assert page.account[0] == said
    page.choose("view.baseline", "Hvis Æ stod udenfor")
    assert not any("i stedet for" in each for each in page.account)


def test_every_seat_has_the_person_of_the_official_result() -> None:
    shown = rows(Page(NAESTVED), 1)
    official = candidates("KV2025", "Næstved").dropna(subset="seat").sort_values("seat")
    assert len(shown) == len(official) == NAESTVED.seats
    for (number, who, votes, _), person in zip(shown, official.itertuples(), strict=True):
        assert int(number) == person.seat
        assert who == f"{person.letter} {person.name}, nr. {person.candidate}"
        assert int(votes.replace(".", "")) == person.votes


def test_the_first_substitute_of_each_list_and_what_they_lack() -> None:
    shown = rows(Page(NAESTVED), 2)
    first = substitutes(NAESTVED).query("order == 1")
    assert [who.split()[0] for who, *_ in shown] == first.letter.to_list()
    assert [int(lacks) for *_, lacks in shown] == first.lacks.to_list()


def test_other_votes_are_an_assumption_that_is_said() -> None:
    page = Page(NAESTVED)
    assert "antagelse" not in page.open(People).text
    page.votes("O", "9000")
    assert "Det er en antagelse, ikke en optælling." in page.open(People).text
    assert len(rows(page, 1)) == len(elected(page.scenario)) == NAESTVED.seats


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
    assert any(who == "Q ukendt kandidat" for _, who, *_ in rows(page, 1))
    assert page.alert == ""


def test_nobody_is_elected_without_votes() -> None:
    page = Page(NAESTVED.with_votes(dict.fromkeys(NAESTVED.letters, 0)))
    assert page.open(People).text == page.words("question.no_votes")
