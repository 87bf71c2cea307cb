"""What is said of a file that somebody brought: what was understood, left out and assumed."""

import feeds
import pytest

import valgforbund as vf
from valgforbund.sources.opened import opened, pasted
from valgforbund.sources.reading import Reading
from valgforbund.wording import words
from valgforbund.wording.reading import told, understood

DA, EN = words("da"), words("en")
LEJRE = vf.load("KV2025", "Lejre")
LÆSØ = vf.load("KV2025", "Læsø")


def feed(files: feeds.Files) -> Reading:
    return opened("feed.zip", feeds.zipped(files))


def test_a_table_and_its_columns() -> None:
    found = pasted("Kommune;Liste;Stemmer;Valgforbund\nLejre;X;5.000;1\nLejre;Y;1;1")
    assert understood(DA, found) == (
        "Læst: en tabel med 2 lister, 5.001 stemmer og 25 mandater. "
        "Kolonnerne er læst som sted, bogstav, stemmer og valgforbund."
    )
    assert told(DA, found) == [
        "Rådets størrelse står der ikke. Den er antaget at være som i Lejre i 2025: 25 mandater."
    ]
    assert understood(EN, found).startswith("Read: a table with 2 lists, 5,001 votes and 25 seats.")


def test_votes_for_what_is_open_tell_how_many_lists_got_some() -> None:
    found = pasted("SF 7\nAndeby 3", into=LEJRE)
    assert understood(DA, found).startswith("Læst: en tabel med stemmer til én af 13 lister.")
    assert told(DA, found)[0] == "Udeladt, fordi de ikke er i det åbne valg: Andeby."


def test_lines_that_are_no_lists_share_a_sentence() -> None:
    found = pasted("Valget\nListe;Stemmer\nX;5\nY;4\nI alt;10\nBlanke;2\nKilde: avisen", seats=9)
    assert told(DA, found) == [
        "Overskriften »Valget« er sprunget over.",
        "Noten »Kilde: avisen« er sprunget over.",
        "Ikke lister: »I alt · 10« (sum) og »Blanke · 2« (blanke stemmer).",
        "»I alt · 10« passer ikke: Listerne har 9 tilsammen.",
    ]


def test_a_night_that_is_half_counted() -> None:
    files = feeds.council(LÆSØ, "CCVOCCVCF", areas=3)
    files[feeds.name("valgresultater", LÆSØ, 3)]["Resultatart"] = feeds.NOTHING
    files[feeds.name("valgresultater", LÆSØ, 2)]["Resultatart"] = feeds.FIRST
    found = feed(files)
    assert understood(DA, found).startswith("Læst: officielle data fra valg.dk med 7 lister, ")
    assert told(DA, found) == ["Optalt er 2 af 3 afstemningsområder, heraf 1 ved fintællingen."]


def test_many_councils_are_counted_and_some_named() -> None:
    every = vf.study("KV2025").councils["place"][:5]
    files = {}
    for place in every:
        s = vf.load("KV2025", place)
        files[feeds.name("kandidat-data", s)] = feeds.standing(s)
    found = feed(files)
    assert understood(DA, found) == "Læst: officielle data fra valg.dk med 5 råd."
    nothing, sizes = told(DA, found)
    assert nothing == "Der er ikke talt nogen stemmer op endnu."
    assert sizes.startswith("Rådets størrelse er fra vores egen tabel 5 steder: ")


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_remark_of_every_kind_can_be_said(language: str) -> None:
    every = [
        pasted("A 12,5 %\nB 50\nC 37.5", seats=9),
        pasted("A 12,5 %\nB 50\nC 37.5", into=LEJRE),
        pasted("Liste;Stemmer;Valgforbund\nA;5;1\nB;4;2", place="Læsø"),
        opened("a.csv", "Å;5\nB;4".encode("latin-1"), seats=9),
    ]
    for found in every:
        assert understood(words(language), found)
        sentences = told(words(language), found)
        assert sentences
        assert not [each for each in sentences if "{" in each or "None" in each]
