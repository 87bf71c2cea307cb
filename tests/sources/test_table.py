"""Tables from wherever: in any order, encoding and format, alone or into what is open."""

import codecs
import sys
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path

import pytest
import workbooks
from sampling import all_or

import valgforbund as vf
from valgforbund import Scenario, ScenarioError
from valgforbund.sources.opened import opened, pasted
from valgforbund.sources.read import reading_of
from valgforbund.sources.reading import Reading

ROWS = (
    ("A", "Socialdemokratiet", 8123, "A-F", 12, 5),
    ("F", "SF - Socialistisk Folkeparti", 1040, "A-F", 7, 0),
    ("O", "Dansk Folkeparti", 303, "", 3, 0),
    ("V", "Venstre, Danmarks Liberale Parti", 9001, "", 25, 4),
)
HEADS = {
    "da": ("Bogstav", "Parti", "Stemmer", "Valgforbund", "Kandidater", "Mandater"),
    "en": ("Letter", "Name", "Votes", "Alliance", "Candidates", "Seats"),
    "sv": ("Bokstav", "Namn", "Röster", "Valförbund", "Antal kandidater", "Mandat"),
    "years": ("Listebogstav", "Listenavn", "Stemmer 2021", "Valgforbund KV21", "Opstillede",
              "Mandater KV 2021"),
}  # fmt: skip
WHOLE = Scenario(
    {row[0]: row[2] for row in ROWS},
    9,
    [["A", "F"]],
    {row[0]: row[4] for row in ROWS},
    {row[0]: row[1] for row in ROWS},
)


def one(reading: Reading) -> Scenario:
    (result,) = reading.results
    return result.scenario


def codes(reading: Reading) -> list[str]:
    return [each.code for each in reading.remarks]


def table(head: Sequence[str], order: Sequence[int], sign: str = ";") -> str:
    rows = [head, *([str(each) for each in row] for row in ROWS)]
    quoted = [[f'"{each}"' if sign in each else each for each in row] for row in rows]
    return "\n".join(sign.join(row[i] for i in order) for row in quoted)


ORDERS = all_or([*permutations(range(6))], [*permutations(range(6))][::60])


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_columns_in_any_order_with_words_in_three_languages(head: str, sign: str) -> None:
    for order in ORDERS:
        found = pasted(table(HEADS[head], order, sign))
        assert one(found) == WHOLE, order
        assert found.results[0].official == (5, 0, 0, 4)
        assert codes(found) == ["seats_summed"]


@pytest.mark.parametrize("order", all_or([*permutations(range(4))], [(0, 1, 2, 3), (3, 2, 1, 0)]))
def test_letters_names_votes_and_alliances_are_told_apart_without_words(
    order: tuple[int, ...],
) -> None:
    rows = [(*row[:3], row[3] or "V-O") for row in ROWS]
    text = "\n".join(";".join(str(row[i]) for i in order) for row in rows)
    found = one(pasted(text, seats=9))
    assert found.votes.to_dict() == WHOLE.votes.to_dict()
    assert found.names == WHOLE.names
    assert [each.letters for each in found.alliances] == [("A", "F"), ("O", "V")]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "latin-1"),
        (b"", "cp1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_end_of_line(mark: bytes, encoding: str, end: str) -> None:
    text = end.join(["Bogstav;Parti;Stemmer", "Ø;Enhedslisten;8.123", "Å;Ærø Først;40", ""])
    found = opened("stemmer.csv", mark + text.encode(encoding), seats=9)
    assert one(found).votes.to_dict() == {"Ø": 8123, "Å": 40}
    assert one(found).names == ("Enhedslisten", "Ærø Først")
    is_guessed = encoding in ("latin-1", "cp1252")
    assert codes(found) == (["encoding"] if is_guessed else [])


@pytest.mark.parametrize("number", ["8123", "8.123", "8 123", "8,123", "8\u00a0123", "8\u202f123"])
def test_every_way_to_write_thousands(number: str) -> None:
    assert one(pasted(f"A;{number}\nB;7", seats=9)).ballots == (8123, 7)
    assert one(pasted(f"A\t{number}\nB\t7", seats=9)).ballots == (8123, 7)


def test_titles_totals_blanks_and_notes_are_left_out_and_told() -> None:
    text = (
        "Kommunalvalg 2021\nLejre Kommune\n;;;\nListe;Navn;Stemmer;%\nA;Socialdemokratiet;3.489;61"
        "\nF;SF;2.454;39\nGyldige stemmer;;5.943;\nBlanke stemmer;;12;\nI alt;;5.955;\n"
        "Kilde: valg.dk, hentet 1. december"
    )
    found = pasted(text, seats=25)
    assert one(found).votes.to_dict() == {"A": 3489, "F": 2454}
    title, *asides, unused = found.remarks
    assert dict(title.values) == {
        "text": "Kommunalvalg 2021 · Lejre Kommune", "place": "Lejre", "election": "KV2021",
    }  # fmt: skip
    assert [(each["line"], each["why"]) for each in asides] == [
        (7, "total"), (8, "blank"), (9, "total"), (10, "foot"),
    ]  # fmt: skip
    assert unused["names"] == "%"
    wrong = pasted("A 10\nB 20\nI alt 31", seats=9)
    assert dict(wrong.remarks[1].values) == {"text": "I alt 31", "sum": 30}


@pytest.mark.parametrize("of", [workbooks.xlsx, workbooks.ods])
def test_workbooks(of: Callable[[Sequence[Sequence[object]]], bytes]) -> None:
    rows: list[Sequence[object]] = [
        ("Valget i Andeby",),
        (),
        HEADS["da"],
        *ROWS,
        ("I alt", "", 18467),
    ]
    name = "stemmer.xlsx" if of is workbooks.xlsx else "stemmer.ods"
    found = opened(name, of(rows))
    assert one(found) == WHOLE
    assert codes(found) == ["line", "line", "seats_summed"]
    assert found.columns == ("letter", "name", "votes", "alliance", "candidates", "seats")


def test_the_first_sheet_that_one_can_see_is_read_and_the_others_told() -> None:
    data = workbooks.xlsx([], ("Tal", [("A", 5), ("B", 4)]), ("Andet", [("C", 1)]))
    found = opened("tal.xlsx", data, seats=9)
    assert one(found).ballots == (5, 4)
    assert found.remarks[0]["names"] == "Andet"


def test_numbers_of_a_workbook_are_never_taken_for_thousands() -> None:
    data = workbooks.xlsx([("Liste", "Stemmer"), ("A", 8.123), ("B", 5)])
    with pytest.raises(ScenarioError, match=r"Line 2: .*8\.1230"):
        opened("tal.xlsx", data, seats=9)


@pytest.mark.parametrize("size", [9, 31])
def test_shares_alone_are_votes_of_the_smallest_part_that_was_written(size: int) -> None:
    found = pasted("Parti;Procent\nSF;25,1\nA;60\nØ;14,9 %", seats=size)
    assert one(found).votes.to_dict() == {"F": 251, "A": 600, "Ø": 149}
    assert found.remarks[0]["total"] == 1000


def test_shares_beside_votes_are_not_used() -> None:
    assert one(pasted("A;8.123;65,2 %\nB;4.040;34,8 %", seats=9)).ballots == (8123, 4040)


def test_a_name_gives_the_letter_and_a_letter_the_name_of_the_party() -> None:
    found = pasted("Parti;Stemmer\nVenstre;5\nEnhedslisten Lejre;4\nByens Liste;3", seats=9)
    assert one(found).letters == ("V", "Ø", "Byens Liste")
    named = pasted("A;5\nÆ;4\nE;3", seats=9)
    assert [one(named).party(each) for each in "AÆE"] == ["Socialdem.", "Danm.dem.", None]
    assert one(named).names[2] == "E"  # 24 lists had that letter
    assert named.remarks[0]["letters"] == "A, Æ"


def test_alliances_by_any_text_and_lists_that_say_no() -> None:
    text = "Liste;Stemmer;Valgforbund\nA;5;1\nB;4;Rød\nC;3;1\nD;2;rød\nE;1;-\nF;1;nej\nG;1;Blå"
    found = pasted(text, seats=9)
    assert [each.letters for each in one(found).alliances] == [("A", "C"), ("B", "D")]
    assert [each["letter"] for each in found.remarks if each.code == "alliance_of_one"] == ["G"]


PLACES = (
    "Kommune;Liste;Stemmer\nLejre;A;10\n;B;5\nLæsø Kommune;A;3\nLæsø Kommune;B;1\n0370;V;7\n"
    "I alt;;26"
)


def test_a_table_of_many_places() -> None:
    found = pasted(PLACES)
    assert {place: s.ballots for place, s in found.scenarios.items()} == {
        "Lejre": (10, 5), "Læsø": (3, 1), "Næstved": (7,),
    }  # fmt: skip
    assert [s.seats for s in found.scenarios.values()] == [
        vf.load("KV2025", place).seats for place in found.scenarios
    ]
    assert one(pasted(PLACES, place="læsø")).ballots == (3, 1)
    with pytest.raises(ScenarioError, match="3 places in the file; choose one, such as Lejre"):
        found.result()
    with pytest.raises(ScenarioError, match="'Odense' is not in the file"):
        pasted(PLACES, place="Odense")


def test_a_column_of_places_needs_no_word_over_it() -> None:
    found = pasted("Lejre;A;10\nLejre;B;5\nLæsø;A;3\nLæsø;B;1")
    assert [*found.scenarios] == ["Lejre", "Læsø"]


# ---- into what is open ----

OPEN = vf.load("KV2025", "Lejre")


def test_into_an_open_election_the_votes_of_the_lists_that_it_has() -> None:
    found = pasted("Parti;Stemmer\nSF;9.999\nSocialdemokratiet;1\nAndeby Først;77", into=OPEN)
    assert one(found) == OPEN.with_votes({"F": 9999, "A": 1})
    assert {each.code: dict(each.values) for each in found.remarks} == {
        "votes_for": {"n": 2, "lists": len(OPEN.letters)},
        "lists_left_out": {"letters": "Andeby Først"},
        "lists_kept": {"letters": ", ".join(each for each in OPEN.letters if each not in "AF")},
    }


def test_shares_into_an_open_election_are_of_its_votes() -> None:
    s = Scenario({"A": 100, "B": 60, "C": 40}, 9)
    found = pasted("A 25\nB 25,5\nC 49,5", into=s)
    assert one(found).ballots == (50, 51, 99)


def test_of_many_places_the_one_that_is_open() -> None:
    found = pasted(PLACES, into=OPEN)
    assert one(found).votes[["A", "B"]].to_list() == [10, 5]
    with pytest.raises(ScenarioError, match="'Odense' is not in the file"):
        pasted(PLACES, into=vf.load("KV2025", "Odense"))


def test_numbers_alone_go_to_the_lists_as_they_stand() -> None:
    s = Scenario({"A": 1, "B": 1, "C": 1}, 9)
    assert one(pasted("7\n8\n9\n24", into=s)).ballots == (7, 8, 9)


def test_what_is_open_is_not_changed() -> None:
    before = OPEN.code()
    pasted("Parti;Stemmer\nSF;9.999", into=OPEN)
    assert OPEN.code() == before


# ---- the size of the council ----


def test_how_many_seats_there_are() -> None:
    assert one(pasted("A 5\nB 4", seats=3)).seats == 3
    found = pasted("A 5\nB 4", place="Læsø")
    assert (one(found).seats, one(found).place, codes(found)) == (
        9, "Læsø", ["names_usual", "seats_assumed"],
    )  # fmt: skip
    with pytest.raises(ScenarioError) as error:
        pasted("A 5\nB 4")
    assert error.value.code == "read_seats_missing"
    with pytest.raises(ScenarioError, match="at most 999"):
        pasted("A 5\nB 4", seats=1000)


# ---- paths and texts ----


def test_a_code_then_a_path_then_a_table(tmp_path: Path) -> None:
    file = tmp_path / "stemmer.csv"
    file.write_text("A;5\nB;4", "utf-8")
    assert vf.read(OPEN.code()) == OPEN
    assert vf.read(str(file), seats=9).ballots == (5, 4)
    assert vf.read(file, seats=9) == vf.read(file.read_bytes(), seats=9)
    assert vf.read("A;5\nB;4", seats=9).ballots == (5, 4)
    assert vf.read("A 5, B 4", seats=9).ballots == (5, 4)
    for missing in ("C:\\Brugere\\mig\\tal.xlsx", tmp_path / "nej"):
        with pytest.raises(ScenarioError, match="There is no file"):
            vf.read(missing)


def test_a_name_that_begins_with_a_sign_stays_text() -> None:
    names = ("=1+1", "+45 Liste", "-Liste", "@Liste", "=HYPERLINK(A1)")
    text = "Liste;Navn;Stemmer\n" + "\n".join(f"L{n};{each};5" for n, each in enumerate(names))
    assert one(pasted(text, seats=9)).names == names
    rows = [(f"L{n}", each, 5) for n, each in enumerate(names)]
    sheet = "".join(
        f'<row r="{n}">'
        + "".join(workbooks.cell(f"{c}{n}", value) for c, value in zip("ABC", row, strict=True))
        + "</row>"
        for n, row in enumerate(rows, 1)
    )
    assert one(opened("a.xlsx", workbooks.xlsx_of(sheet), seats=9)).names == names


def test_everything_that_is_remarked_is_data() -> None:
    found = reading_of("A 5\nB 4\nI alt 9", seats=9)
    assert hash(found) == hash(reading_of("A 5\nB 4\nI alt 9", seats=9))
    assert dict(found.remarks[0].values) == {"line": 3, "text": "I alt 9", "why": "total"}


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: pasted("X;5\nY;4", into=OPEN), "read_no_known_list"),
        (lambda: pasted("A;5\n" * 600_000, seats=9), "text_too_large"),
        (lambda: pasted(PLACES).result(), "read_place_missing"),
        (lambda: pasted(PLACES).official_seats("", "Lejre"), "official_seats_unknown"),
        (lambda: vf.read(OPEN.code(), place="Lejre"), "read_code_is_whole"),
        (lambda: pasted("A;5\nB;-1", into=OPEN), "column_no_whole"),
    ],
)
def test_what_is_refused_has_its_own_words(ask: Callable[[], object], code: str) -> None:
    with pytest.raises(ScenarioError) as error:
        ask()
    assert error.value.code == code
    assert str(error.value)


def test_without_the_reader_of_workbooks_one_sentence_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ScenarioError, match=r"valgforbund\[app\]") as error:
        opened("a.xlsx", workbooks.xlsx([("A", 5)]), seats=9)
    assert error.value.code == "reader_missing"
    assert one(opened("a.csv", b"A;5", seats=9)).ballots == (5,)
