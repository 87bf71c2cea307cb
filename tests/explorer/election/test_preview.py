"""A file that is no scenario of ours: what was understood is shown, and used only when asked."""

import io
from collections.abc import Callable

import feeds
import pytest
import workbooks

import valgforbund as vf
from explorer.browser import Browser
from explorer.page import Page
from explorer.part import plain
from explorer.test_files import Desk
from valgforbund import Scenario
from valgforbund.explorer.election.panels.people import People
from valgforbund.sharing.packing import unpacked

LEJRE = vf.load("KV2025", "Lejre")
SMALL = Scenario({"A": 600, "B": 300, "C": 100}, 9, [["B", "C"]], place="Et sted")
TABLE = "Parti;Stemmer\nSF;9.999\nSocialdemokratiet;1\nI alt;10.000"


def opened(data: bytes | str, scenario: Scenario = LEJRE, name: str = "tal.csv") -> Page:
    page = Page(scenario)
    Desk(page.explorer).open(data, name)
    return page


def offers(page: Page) -> bool:
    return page.part("vf-preview").root.layout.display != "none"


def says(page: Page) -> str:
    return plain(page.part("vf-preview").html)


def test_nothing_is_offered_before_something_is_brought() -> None:
    assert not offers(Page(LEJRE))


def test_what_was_understood_is_shown_and_nothing_is_changed() -> None:
    page = opened(TABLE)
    assert (page.alert, page.scenario, page.state.can_undo) == ("", LEJRE, False)
    assert offers(page)
    told = says(page)
    assert "»tal.csv« er læst, men ikke brugt endnu" in told
    assert "Læst: en tabel med stemmer til 2 af 13 lister." in told
    assert "Kolonnerne er læst som navn og stemmer." in told
    assert "Ikke lister: »I alt · 10.000« (sum)." in told
    assert "Uændret, fordi de ikke står i tabellen: B, C, " in told
    assert "9.999" in told


def test_used_as_votes_it_is_one_step_back() -> None:
    page = opened(TABLE)
    page.press("preview.use")
    assert page.scenario == LEJRE.with_votes({"F": 9999, "A": 1})
    assert page.told.startswith("Åbnet.")
    assert not offers(page)
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == LEJRE
    assert not page.state.can_undo


def test_used_as_a_new_election_it_has_its_own_lists() -> None:
    page = opened(TABLE)
    page.choose("preview.as", "et nyt valg")
    assert "Indtil I retter det, regnes der med 25 mandater, som i det valg, der er åbent." in says(
        page
    )
    page.press("preview.use")
    assert page.scenario.letters == ("F", "A")
    assert page.scenario.seats == 25
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == LEJRE


def test_a_table_with_other_lists_is_first_of_all_an_election_of_its_own() -> None:
    page = opened("Liste;Stemmer;Mandater;Valgforbund\nX;50;3;1\nY;40;2;1\nA;5;0;", SMALL)
    assert "en tabel med 3 lister, 95 stemmer og 5 mandater" in says(page)
    page.press("preview.use")
    assert page.scenario == Scenario(
        {"X": 50, "Y": 40, "A": 5}, 5, [["X", "Y"]], names={"A": "Socialdemokratiet"}
    )


def test_left_alone_it_is_gone_and_nothing_has_happened() -> None:
    page = opened(TABLE)
    page.press("preview.drop")
    assert not offers(page)
    assert (page.scenario, page.state.can_undo) == (LEJRE, False)


def test_what_was_read_beside_another_election_is_not_offered_any_more() -> None:
    page = opened(TABLE)
    page.votes("A", "5")
    assert not offers(page)
    assert page.scenario == LEJRE.with_votes({"A": 5})


@pytest.mark.parametrize("kind", [workbooks.xlsx, workbooks.ods])
def test_a_workbook(kind: Callable[..., bytes]) -> None:
    page = opened(kind([("Liste", "Stemmer"), ("A", 5), ("B", 7)]), SMALL, "tal.xlsx")
    page.press("preview.use")
    assert page.scenario == SMALL.with_votes({"A": 5, "B": 7})


def test_a_pasted_table() -> None:
    page = Page(SMALL)
    Desk(page.explorer).paste("A\t5\nB\t7")
    assert "Det indsatte er læst, men ikke brugt endnu" in says(page)
    page.press("preview.use")
    assert page.scenario == SMALL.with_votes({"A": 5, "B": 7})


def test_the_official_feed_of_several_councils_opens_the_one_that_is_chosen() -> None:
    every = [vf.load("KV2025", place) for place in ("Læsø", "Samsø", "Fanø")]
    files = {path: each for s in every for path, each in feeds.council(s, areas=2).items()}
    page = opened(feeds.zipped(files), SMALL, "feed.zip")
    assert "officielle data fra valg.dk med 3 råd" in says(page)
    assert "Optalt er 6 af 6 afstemningsområder, heraf 6 ved fintællingen." in says(page)
    page.choose("preview.place", "Samsø")
    page.press("preview.use")
    assert page.scenario == vf.load("KV2025", "Samsø")
    page.assert_in_step()


def test_the_candidates_of_a_feed_are_named_kept_and_sent() -> None:
    laeso = vf.load("KV2025", "Læsø")
    page = Page(SMALL)
    kept = Browser(page.explorer)
    kept.hello()
    Desk(page.explorer).open(feeds.zipped(feeds.council(laeso)), "feed.zip")
    people = len(vf.candidates("KV2025", "Læsø"))
    assert f"Med følger navnene på {people} kandidater. De bliver i denne browser" in says(page)
    page.press("preview.use")
    told = page.open(People).text
    assert "Nr. 1 på C" in told
    assert "har navn her" not in told  # all have
    offer = Desk(page.explorer).offer()
    assert "på C" in offer["file"]
    assert "på C".encode() not in unpacked(offer["code"])
    file = vf.open_file(offer["file"].encode())
    assert set(file.candidates.letter) == set(laeso.letters)

    other, third = Page(SMALL), Page(SMALL)
    Desk(other.explorer).open(offer["file"])
    Browser(third.explorer).put_back(kept.body)
    for each in (other, third):
        assert each.open(People).text == told
    page.press("bar.undo")
    assert page.state.view.candidates == ()
    page.press("bar.redo")
    assert page.open(People).text == told
    page.type("bar.place", "Fanø")
    assert page.state.view.candidates == ()


def test_a_feed_of_more_than_ten_megabytes_arrives_in_pieces() -> None:
    files = feeds.council(vf.load("KV2025", "Læsø"))
    target = io.BytesIO(feeds.zipped(files))
    import zipfile

    with zipfile.ZipFile(target, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("billede.png", bytes(11_000_000))
    page = opened(target.getvalue(), SMALL, "feed.zip")
    page.press("preview.use")
    assert page.scenario == vf.load("KV2025", "Læsø")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04", "»x.xlsx« er beskadiget og kan ikke læses. Hent eller gem den igen."),
        (b"\x00\x01" * 50, "»x.xlsx« kan ikke læses som tekst."),
        (
            b"A;5\nB;-1",
            "Linje 2: Her skal stå et helt tal, 0 eller mere, f.eks. 1.234; der stod »-1«.",
        ),
        (
            b"A;5\nB;x",
            "Linje 2: Her skal stå et helt tal, 0 eller mere, f.eks. 1.234; der stod »x«.",
        ),
    ],
)
def test_what_cannot_be_read_is_told_and_the_tool_stands_as_before(data: bytes, told: str) -> None:
    page = Page(SMALL)
    desk = Desk(page.explorer)
    desk.open(TABLE, "først.csv")
    before = page.state.remembered
    desk.open(data, "x.xlsx")
    assert page.alert.startswith(told)
    assert page.state.remembered == before
    assert not offers(page)
    page.assert_in_step()


def test_markup_of_a_file_is_text() -> None:
    name = "<img src=x onerror=alert(1)>"
    page = opened(f"Liste;Navn;Stemmer\nA;{name};5\nB;x;7\n{name}", SMALL, f"{name}.csv")
    html = "".join(str(getattr(each, "value", "")) for each in page.widgets())
    assert "<img src=x" not in html


# ---- where it is, and how many seats ----

OWN = "Liste;Stemmer;Valgforbund\nA;14.233;A-F\nF;3.025;A-F\nV;14.988;V-C\nC;3.480;V-C"


def asked(data: str = OWN) -> Page:
    """The first screen, and what is opened on it."""
    page = Page()
    page.state.look(asking=True)
    Desk(page.explorer).open(data, "tal.csv")
    return page


def test_on_the_first_screen_a_table_is_an_election_of_its_own() -> None:
    page = asked()
    assert "stemmer i det valg, der er åbent" not in str(page.find("preview.as").options)
    page.press("preview.use")
    assert page.scenario.letters == ("A", "F", "V", "C")
    assert [each.letters for each in page.scenario.alliances] == [("A", "F"), ("V", "C")]
    assert not page.state.view.asking


def test_the_place_that_was_asked_for_is_the_table_s() -> None:
    page = Page()
    page.state.look(asking=True)
    page.type("start.where", "Næstved")
    Desk(page.explorer).open(OWN, "tal.csv")
    assert page.find("preview.where").value == "Næstved"
    assert page.find("preview.seats").value == "31"  # as in 2025, and said
    assert "antaget at være som i Næstved i 2025" in says(page)
    page.press("preview.use")
    assert (page.scenario.place, page.scenario.election, page.scenario.seats) == ("Næstved", "", 31)


@pytest.mark.parametrize("typed", ["Skælskør", "xyzzy", "Od"])
def test_a_place_that_nobody_knows_is_said_and_asked_for_again(typed: str) -> None:
    page = Page()
    page.state.look(asking=True)
    before = page.scenario
    page.type("start.where", typed)
    message = page.alert
    assert typed in message
    page.choose("start.who", "A Socialdemokratiet")  # of what is open
    page.press("start.show")
    assert page.state.view.asking
    assert page.alert == message
    assert page.find("start.where").value == typed
    assert page.scenario == before
    page.type("start.where", "Næstved")
    assert page.find("start.where").value == ""
    page.press("start.show")
    assert not page.state.view.asking
    assert page.scenario.place == "Næstved"


def test_a_place_that_was_taken_out_again_is_not_asked_for() -> None:
    page = Page()
    page.state.look(asking=True)
    page.type("start.where", "xyzzy")
    page.type("start.where", "")
    page.press("start.show")
    assert not page.state.view.asking


def test_place_and_seats_are_typed_before_it_is_used() -> None:
    page = asked()
    page.type("preview.where", "Vores by")
    page.type("preview.seats", "27")
    page.press("preview.use")
    assert (page.scenario.place, page.scenario.seats) == ("Vores by", 27)
    assert page.state.original == page.scenario  # it never was another
    assert "før" not in plain(page.parts("vf-rows")[0].html)


def test_a_size_that_cannot_be_changes_nothing() -> None:
    page = asked()
    page.type("preview.seats", "0")
    assert page.alert
    assert page.find("preview.seats").value == "21"
    assert offers(page)


def test_the_open_election_is_named_where_votes_go_into_it() -> None:
    page = opened(TABLE)
    labels = [label for label, _ in page.find("preview.as").options]
    assert "stemmer i det valg, der er åbent (Lejre)" in labels


def test_what_is_pasted_on_the_first_screen_is_shown_before_it_is_used() -> None:
    page = Page()
    page.state.look(asking=True)
    page.press("start.paste")
    page.find("start.pasted").value = "A. Socialdemokratiet\t14.233\nF. SF\t3.025"
    page.press("start.read")
    assert offers(page)
    page.press("preview.use")
    assert page.scenario.ballots == (14233, 3025)
    assert not page.state.view.asking


def test_what_is_pasted_is_of_the_place_that_was_asked_for() -> None:
    for typed in ("Næstved", "Lyngby-Taarbæk"):  # the second is open already
        page = Page()
        page.state.look(asking=True)
        page.type("start.where", typed)
        page.press("start.paste")
        page.find("start.pasted").value = "A. Socialdemokratiet\t14.233\nF. SF\t3.025"
        page.press("start.read")
        assert page.find("preview.where").value == typed


def test_the_place_for_what_is_pasted_says_what_it_takes() -> None:
    page = Page()
    page.state.look(asking=True)
    assert not page.sees("start.pasted")
    page.press("start.paste")
    assert page.sees("start.pasted")
    assert "En liste på hver linje: bogstav eller navn og stemmer" in page.html


def test_a_code_that_is_pasted_on_the_first_screen_opens() -> None:
    page = Page()
    page.state.look(asking=True)
    page.find("start.pasted").value = LEJRE.code()
    page.press("start.read")
    assert page.scenario == LEJRE
    assert not page.state.view.asking


def test_what_is_pasted_into_an_empty_election_is_all_there_is() -> None:
    page = Page()
    page.press("start.empty")
    page.find("tools.pasted").value = "A 14.233\nF 3.025"
    page.press("tools.paste_button")
    assert offers(page)
    page.press("preview.use")
    assert page.scenario.letters == ("A", "F")
