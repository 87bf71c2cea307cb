"""Notes on a council that constitutes itself, on a meeting, on a party."""

import re

import pytest

import valgforbund as vf
from valgforbund import council
from valgforbund.council import findings, levelling
from valgforbund.council.proposal import Proposal
from valgforbund.explorer.constitution.examples import herlev, naestved
from valgforbund.explorer.proportional.examples import pairs, published, tied
from valgforbund.proportional import second_election
from valgforbund.proportional.meeting import Meeting
from valgforbund.reports.note import written
from valgforbund.wording import words

from .pages import DAY, Html, every, pages, said, section

HERLEV = herlev(words("da"))
MODERATES = vf.party_review("Moderaterne", "KV2025")


# ---- a council ----


def test_a_proposal_says_who_agreed_and_what_is_missing() -> None:
    text = said(HERLEV)
    # 9 + 1 + 2 + 2 seats of 19; a majority is 10
    assert "Aftalens parter A, F, Ø og B har 14 af 19 mandater; flertal kræver 10." in text
    many = len(findings(HERLEV.agreement))
    assert f"Aftalen har {many} mangler" in text
    assert section(text, "Mangler og problemer").count("\n") == many - 1
    groups = section(text, "Grupper")
    assert "A Socialdemokratiet: Gruppe A-B-F-Ø, Mandater 9" in groups
    assert "Hele rådet: Mandater 19" in groups


def test_committees_are_shared_by_dhondt_and_levelled() -> None:
    text = section(said(HERLEV), "Udvalg")
    # 14 and 5 members: 7 places are 5 and 2, 5 places are 4 and 1
    assert "Økonomiudvalget: Medlemmer 7, A-B-F-Ø (14) 5, C (5) 2" in text
    assert text.count("Medlemmer 5, A-B-F-Ø (14) 4, C (5) 1") == 5
    found = levelling(HERLEV.committees)
    assert dict(found.due) == {"A-B-F-Ø": -1, "C": 1}  # 25 places at once are 19 and 6
    levelled = section(said(HERLEV), "Udligning efter § 27")
    assert "A-B-F-Ø afgiver én plads." in levelled
    assert "C har krav på én plads mere." in levelled


def test_posts_that_need_no_seat_and_their_turns() -> None:
    text = section(said(naestved(words("da"))), "Poster uden mandat")
    assert "2 af 2 løfter kan holdes." in text
    assert "- 1. " in text


def test_ballots_for_the_mayor_are_told_where_there_are_any() -> None:
    assert "Borgmester\n---" not in said(HERLEV)
    mayor = council.elect_mayor(19, {"Anna": 12, "Bo": 7})
    elected = Proposal(HERLEV.committees, HERLEV.names, mayor)
    assert "Anna" in section(said(elected), "Borgmester")


@pytest.mark.parametrize(
    "held",
    [
        council.Council({"A": 14, "C": 5}),
        council.appoint({"A": 14, "C": 5}, {"Børn": 5}),
        council.agree({"A": 14, "C": 5}, {"Børn": 5}, ["A"]).give("mayor", "Borgmester", "A"),
    ],
    ids=["council", "committees", "agreement"],
)
def test_a_part_of_a_proposal_has_a_note_of_its_own(held: object) -> None:
    text = said(held)
    assert "14" in section(text, "Grupper")
    assert pages(written(held, ".pdf", date=DAY)) == 1
    assert ("Børn" in text) == (not isinstance(held, council.Council))
    assert ("Aftalens parter A har 14 af 19" in text) == isinstance(held, council.Agreement)


def test_an_open_lot_leaves_the_levelling_open() -> None:
    held = council.appoint({"A": 11, "C": 8, "V": 2}, {"Kultur": 9, "Børn": 9})
    assert held.lots
    text = said(held)
    assert "lod mellem" in section(text, "Udvalg")
    assert "(lod)" in section(text, "Udvalg")
    assert "først regnes ud, når loddet" in section(text, "Udligning efter § 27")


# ---- a meeting ----


@pytest.mark.parametrize(
    ("language", "elected", "chair"),
    [
        ("sv", "Valda: A, E, B, F och C.", "Ordförande: A. Vice ordförande: E."),
        ("da", "Valgt: A, E, B, F og C.", "Formand: A. Næstformand: E."),
        ("en", "Elected: A, E, B, F, and C.", "Chair: A. Vice chair: E."),
    ],
)
def test_the_published_example_in_three_languages(language: str, elected: str, chair: str) -> None:
    text = said(published(), language=language)
    assert elected in text.split("\n\n")[3]
    assert chair in text
    for number in ("A 7 [1]", "E 5 [2]", "H 1"):
        assert number in text
    file = written(published(), ".pdf", date=DAY, language=language)
    assert pages(file) == 1
    assert re.search(rb"/Lang ?\(%s\)" % language.encode(), file)
    page = Html(written(published(), ".html", date=DAY, language=language))
    assert ("html", {"lang": language}) in page.tags


def test_pairs_stand_with_their_substitutes_and_sexes() -> None:
    text = section(said(pairs(), language="sv"), "Nämnd")
    assert "Cecilia Holm (kvinna): Personlig ersättare Erik Sand (man)" in text
    assert "Valet måste göras om." in text


def test_a_lot_is_open_until_it_is_drawn() -> None:
    open_ = said(tied(), language="sv")
    assert "[?]" in open_
    drawn = said(tied().with_election("board", tied().board.draw(1)), language="sv")
    assert "[?]" not in drawn
    assert "lott" in section(drawn, "Nämnd")


def test_the_second_election_is_told_where_nothing_was_agreed() -> None:
    first = published()
    board = first.board.revised(officers=False)
    meeting = Meeting(first.rule, first.present, first.presidium, board)
    chairs = second_election(board)
    text = section(said(meeting, language="da"), "Udvalgets formand")
    assert f"Formand: {chairs.chair}. Næstformand: {chairs.vice_chair}." in text
    waits = Meeting(first.rule, 12, first.presidium, tied().board.revised(officers=False))
    assert section(said(waits, language="da"), "Udvalgets formand")


def test_swedish_is_the_meetings_alone() -> None:
    with pytest.raises(vf.ScenarioError, match="no language 'sv'"):
        written(HERLEV, ".txt", language="sv")


# ---- a party ----


def test_a_review_has_every_municipality_with_its_numbers() -> None:
    text = said(MODERATES)
    assert "fik 6 mandater: 3 flere end uden partiets egne valgforbund" in text
    rows = section(text, "Kommune for kommune").splitlines()
    every = vf.study("KV2025").lists
    lists = every[every["name"].str.startswith("Moderaterne")]
    assert len(rows) == len(lists)
    for place, votes in zip(lists["place"], lists["votes"], strict=True):
        row = next(each for each in rows if each.startswith(f"{place}: "))
        assert f"Stemmer {votes:,}".replace(",", ".") in row
    assert rows[0].split(":")[0] in {"Helsingør", "Tårnby", "Vejle"}  # where it owed a seat


def test_remarks_are_text_beside_the_notes() -> None:
    review = vf.party_review("SF", "EP2024", remarks={"Danmark": "**Husk** <b>dette</b>"})
    files = every(review)
    assert "**Husk** <b>dette</b>" in files[".txt"].decode()
    assert "**Husk** <b>dette</b>" in Html(files[".html"]).text
    assert r"\*\*Husk\*\* \<b\>dette" in files[".md"].decode()
    assert files[".pdf"].startswith(b"%PDF")


def test_places_stand_in_the_danish_order() -> None:
    s = [
        vf.Scenario({"A": 10, "V": 30}, 3, names={"V": "Venstre"}, place=place, election="KV2025")
        for place in ("Aarhus", "Ærø", "Vejle", "Odense")
    ]
    text = said(vf.party_review("Venstre", s))
    for part in ("Kommune for kommune", "Det samme i ord"):
        found = [row.split(":")[0].removeprefix("- ") for row in section(text, part).splitlines()]
        assert found == ["Odense", "Vejle", "Ærø", "Aarhus"]


def test_the_picture_shows_what_alliances_came_to() -> None:
    page = every(MODERATES)[".html"].decode()
    alts = re.findall(r'<img [^>]*alt="(.*?)"', page)
    totals = MODERATES.totals.loc[["seats", "gave", "took", "regret"]]
    bars = zip(totals["label"], totals["value"], strict=True)
    assert alts == ["; ".join(f"{label}: {value}" for label, value in bars)]


def test_a_party_that_lost_by_its_alliance_has_its_picture() -> None:
    """D would have the second seat alone: 40 against 39 and 41."""
    s = vf.Scenario(
        {"A": 60, "C": 39, "V": 41},
        3,
        [["C", "V"]],
        names={"C": "Konservative", "V": "Venstre"},
        place="Ry",
        election="KV2025",
    )
    review = vf.party_review("Konservative", s)
    assert every(review)[".pdf"].startswith(b"%PDF")
