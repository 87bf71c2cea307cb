"""Sheets as people have them: totals, years, titles, partners, abbreviations, areas, sizes."""

import time
from pathlib import Path

import openpyxl
import pytest
import workbooks

import valgforbund as vf
from valgforbund import Scenario, ScenarioError, count
from valgforbund.parsing import SEATS, read
from valgforbund.sources.columns import of_table
from valgforbund.sources.opened import opened, pasted, proposed
from valgforbund.sources.read import reading_of
from valgforbund.sources.reading import Reading

LEJRE = vf.load("KV2025", "Lejre")


def one(reading: Reading) -> Scenario:
    (result,) = reading.results
    return result.scenario


def said(reading: Reading, code: str) -> dict[str, object]:
    """The values of the one remark of this code; none where there is none."""
    found = [dict(each.values) for each in reading.remarks if each.code == code]
    assert len(found) < 2
    return found[0] if found else {}


# ---- lines that are no lists ----


@pytest.mark.parametrize(
    ("label", "why"),
    [
        *(
            (each, "total")
            for each in ("I alt (gyldige)", "I alt gyldige stemmer", "Gyldige i alt")
        ),
        *((each, "total") for each in ("Hele kommunen", "Total i kommunen", "Ialt gyldige")),
        *((each, "total") for each in ("Stemmer total", "Sum af lister", "Total votes", "Summa")),
        *((each, "cast") for each in ("I alt afgivne stemmer", "Afgivne", "Votes cast in all")),
        *((each, "invalid") for each in ("Ugyldige i alt", "Ogiltiga röster", "Andre ugyldige")),
        *((each, "blank") for each in ("Heraf blanke", "Blank votes", "Blanke stemmesedler")),
        *((each, "postal") for each in ("Brevstemmer", "Heraf brevstemmer", "Postal votes")),
        *((each, "partly") for each in ("Heraf personlige", "of which personal")),
    ],
)
@pytest.mark.parametrize("into", [None, Scenario({"A": 1, "B": 1, "I": 1}, 9)])
def test_what_is_no_list_becomes_none(label: str, why: str, into: Scenario | None) -> None:
    found = pasted(f"Liste;Stemmer\nA;5\nB;7\n{label};12", seats=9, into=into)
    assert one(found).votes[["A", "B"]].to_list() == [5, 7]
    assert sum(one(found).ballots) == (13 if into else 12)
    assert said(found, "line") == {"line": 4, "text": f"{label} · 12", "why": why}


def test_a_last_line_that_is_the_sum_is_no_list_but_that_of_a_party_is() -> None:
    sums = pasted("Liste;Stemmer\nA;500\nB;700\nByen;1.200", seats=9)
    assert one(sums).letters == ("A", "B")
    assert said(sums, "line")["why"] == "total"
    for last in ("Venstre", "V", "V. Venstre", "Venstre (V)"):
        kept = pasted(f"Liste;Stemmer\nA;500\nB;700\n{last};1.200", seats=9)
        assert one(kept).votes.to_dict() == {"A": 500, "B": 700, "V": 1200}
    few = pasted("Liste;Stemmer\nA;5\nB;7\nByens Liste;12", seats=9)
    assert one(few).ballots == (5, 7, 12)
    seats = read("Venstre 5\nRadikale 3\nByens Liste 8", measure=SEATS)
    assert [each.value for each in seats.rows] == [5, 3, 8]
    two = pasted("Liste;Stemmer\nAndeby Først;500\nByen;500", seats=9)
    assert len(one(two).letters) == 2


def test_as_many_numbers_as_there_are_lists_are_theirs_also_where_the_last_is_a_sum() -> None:
    s = Scenario({"A": 1, "B": 1, "C": 1}, 9)
    assert one(pasted("5\n7\n12", into=s)).ballots == (5, 7, 12)
    with_total = pasted("5\n7\n8\n20", into=s)
    assert one(with_total).ballots == (5, 7, 8)
    assert said(with_total, "line")["why"] == "total"


def test_shares_are_votes_of_the_total_that_is_told() -> None:
    shares = "Parti;Procent\nSF;25,1 %\nA;60,0 %\nØ;14,9 %"
    found = pasted(f"{shares}\nI alt;8.000", seats=9)
    assert one(found).votes.to_dict() == {"F": 2008, "A": 4800, "Ø": 1192}
    assert said(found, "shares_of_stated") == {"total": 8000}
    only = pasted(f"{shares}\nI alt;100 %", seats=9)
    assert one(only).votes.to_dict() == {"F": 251, "A": 600, "Ø": 149}
    s = Scenario({"A": 1, "F": 2, "Ø": 3}, 9, names={"F": "SF"})
    assert one(pasted(f"{shares}\nI alt;8.000", into=s)).ballots == (4800, 2008, 1192)


# ---- columns ----


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("Stemmer 2017;Stemmer 2021", (6, 8)),
        ("Stemmer 2021;Stemmer 2017", (5, 7)),
        ("KV17;KV21", (6, 8)),
        ("2017;2021", (6, 8)),
        ("Votes 2025;Votes 2021", (5, 7)),
        ("Stemmer;2021", (5, 7)),
        ("Stemmer;Ændring", (5, 7)),
    ],
)
def test_of_several_columns_the_newest_year_and_the_rest_is_told(
    head: str, values: tuple[int, int]
) -> None:
    found = pasted(f"Liste;{head};Bemærkning\nA;5;6;ny\nB;7;8;", seats=9)
    assert one(found).ballots == values
    first, second = head.split(";")
    unused = second if values == (5, 7) else first
    assert said(found, "columns_left_out") == {"names": f"{unused}, Bemærkning"}


@pytest.mark.parametrize("head", ["Stemmer;Stemmer 2021", "Stemmer;Votes"])
def test_several_columns_that_no_year_tells_apart_are_asked_about(head: str) -> None:
    with pytest.raises(ScenarioError, match="Several columns may be the votes") as error:
        pasted(f"Liste;{head}\nA;5;6\nB;7;8", seats=9)
    assert str(error.value).count(head.replace(";", ", ")) == 1


def test_seats_of_another_year_are_not_those_of_the_votes() -> None:
    found = pasted("Liste;Mandater 2017;Stemmer 2021\nA;5;60\nB;4;70", seats=9)
    assert found.results[0].official is None
    assert said(found, "columns_left_out") == {"names": "Mandater 2017"}


@pytest.mark.parametrize("rows", ["A;8.123;7.012\nB;4.040;3.900", "A;60;50\nB;7;9"])
def test_two_columns_without_words_are_votes_and_seats_only_where_they_can_be(rows: str) -> None:
    with pytest.raises(ScenarioError, match="write a word over each") as error:
        pasted(rows, seats=9)
    assert error.value.code == "column_unclear"


def test_words_with_years_over_lines_without_columns() -> None:
    found = pasted("Liste Stemmer 2017 Stemmer 2021\nA 5 6\nB 7 8", seats=9)
    assert one(found).ballots == (6, 8)


def test_an_alliance_that_votes_for_an_open_election_do_not_use_is_told() -> None:
    found = pasted("Liste;Stemmer;Valgforbund\nA;5;1\nB;7;1", into=LEJRE)
    assert said(found, "columns_left_out") == {"names": "Valgforbund"}


# ---- areas ----


def test_areas_below_each_other_are_summed() -> None:
    for head in ("Valgsted;Liste;Stemmer", "Område;Liste;Stemmer", "Tælling;Liste;Stemmer"):
        found = pasted(f"{head}\nNord;A;10\nNord;B;5\nSyd;A;3\nSyd;B;1\nI alt;;19", seats=9)
        assert one(found).votes.to_dict() == {"A": 13, "B": 6}
        assert said(found, "areas_summed") == {"n": 2}
    merged = pasted("Valgsted;Liste;Stemmer\nNord;A;10\n;B;5\nSyd;A;3\n;B;1", seats=9)
    assert one(merged).votes.to_dict() == {"A": 13, "B": 6}
    without = pasted("Nord;A;10\nNord;B;5\nSyd;A;3\nSyd;B;1", seats=9)
    assert one(without).votes.to_dict() == {"A": 13, "B": 6}
    into = pasted("Valgsted;Liste;Stemmer\nNord;A;10\nSyd;A;3", into=LEJRE)
    assert one(into).votes["A"] == 13


def test_without_a_column_of_areas_the_refusal_says_what_to_write() -> None:
    with pytest.raises(ScenarioError, match="write Area over the column") as error:
        pasted("A;5\nB;7\nA;9", seats=9)
    assert error.value.code == "column_repeated"


@pytest.mark.parametrize("last", ["", "\nI alt;13;6;19;2", "\nHele kommunen;13;6;19;2"])
def test_lists_over_the_columns_are_summed_over_the_rows(last: str) -> None:
    found = pasted(f"Valgsted;A;B;I alt;Blanke\nNord;10;5;15;1\nSyd;3;1;4;1{last}", seats=9)
    assert one(found).votes.to_dict() == {"A": 13, "B": 6}
    assert said(found, "areas_summed") == {"n": 2}
    whys = [each["why"] for each in found.remarks if each.code == "line"]
    assert sorted(whys) == sorted(["total", "blank"] + ["total"] * bool(last))
    commas = pasted("Valgsted,A,B\nNord,10,5\nSyd,3,1", seats=9)
    assert one(commas).votes.to_dict() == {"A": 13, "B": 6}
    named = pasted("Valgsted;Socialdemokratiet;SF\nNord;10;5\nSyd;3;-", seats=9)
    assert one(named).votes.to_dict() == {"A": 13, "F": 5}


# ---- the council ----


@pytest.mark.parametrize(
    "line",
    ["Mandater: 31", "Antal mandater: 31", "Byrådets størrelse 31", "Seats: 31", "31 mandater",
     "Mandater i alt: 31", "Rådet har 31 medlemmer"],
)  # fmt: skip
@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("sign", [";", "\t", " "])
def test_a_line_tells_the_size_of_the_council(line: str, is_above: bool, sign: str) -> None:
    table = f"A{sign}8.123\nB{sign}40"
    text = f"{line}\n{table}" if is_above else f"{table}\n{line}"
    found = pasted(text)
    assert one(found).votes.to_dict() == {"A": 8123, "B": 40}
    assert one(found).seats == 31
    assert said(found, "seats_said") == {"text": line, "seats": 31}
    asked = pasted(text, seats=9)
    assert one(asked).seats == 9
    assert said(asked, "line")["why"] == "size"


@pytest.mark.parametrize(
    ("title", "place", "election"),
    [
        ("Kommunalvalg 2021 - Næstved Kommune", "Næstved", "KV2021"),
        ("KV21 Næstved", "Næstved", "KV2021"),
        ("KV 21, Næstved Kommune", "Næstved", "KV2021"),
        ("Kommunalvalget i Høje-Taastrup den 16. november 2021", "Høje-Taastrup", "KV2021"),
        ("Næstved Kommune", "Næstved", ""),
        ("Municipal election 2021, Næstved", "Næstved", "KV2021"),
        ("Næstved Kommune\nKommunalvalg 2021", "Næstved", "KV2021"),
        ("Kommunalvalg 2021", "", "KV2021"),
        ("Køge og Næstved", "", ""),
    ],
)
def test_a_title_tells_place_and_election(title: str, place: str, election: str) -> None:
    for text in (f"{title}\nListe;Stemmer\nA;8.123\nB;40", f"{title}\nA 8.123\nB 40"):
        found = one(pasted(text, seats=9))
        assert found.votes.to_dict() == {"A": 8123, "B": 40}
        assert (found.place, found.election) == (place, election)
    if place:
        assert one(pasted(text)).seats == vf.load("KV2021", place).seats
    assert one(pasted(text, seats=9, place="Læsø")).place == "Læsø"


def test_a_table_of_another_place_is_first_of_all_another_election() -> None:
    ways = proposed("a.csv", "Næstved Kommune\nListe;Stemmer\nA;5\nC;7".encode(), LEJRE)
    assert [each.into for each in ways] == [False, True]


def test_seats_that_are_not_those_of_the_count_are_told() -> None:
    lot = pasted("Liste;Stemmer;Mandater\nA;10;1\nB;90;8\nC;45;4", seats=13)
    assert count(one(lot)).lots  # A and B have 10 each for the last seat
    assert not said(lot, "seats_differ")
    wrong = pasted("Liste;Stemmer;Mandater\nA;10;5\nB;90;4", seats=9)
    assert wrong.results[0].official == (5, 4)
    assert said(wrong, "seats_differ") == {"table": "A 5, B 4", "counted": "A 0–1, B 8–9"}
    short = pasted("Liste;Stemmer;Mandater\nA;10;1\nB;90;4", seats=9)
    assert short.results[0].official is None
    assert said(short, "seats_not_all") == {"sum": 5, "seats": 9}


# ---- names and alliances ----


@pytest.mark.parametrize(
    "form", ["{0}. {1}", "{0} - {1}", "{0} – {1}", "{0} {1}", "Liste {0}: {1}", "({0}) {1}",
             "{0}: {1}", "{0}) {1}", "Liste {0} - {1}", "{1} ({0})"],
)  # fmt: skip
def test_letter_and_name_in_one_cell(form: str) -> None:
    rows = [("A", "Socialdemokratiet", 9), ("E", "Byens Liste", 7), ("I", "Liberal Alliance", 5)]
    for head in ("Liste", "Parti", "Bogstav"):
        table = "\n".join(f"{form.format(*row)};{row[2]}" for row in rows)
        found = one(pasted(f"{head};Stemmer\n{table}", seats=9))
        assert found.votes.to_dict() == {"A": 9, "E": 7, "I": 5}
        assert found.names == tuple(row[1] for row in rows)


@pytest.mark.parametrize("form", ["{0}.", "Liste {0}", "({0})", "{0}:"])
def test_a_letter_beside_a_name_has_signs_around_it(form: str) -> None:
    found = one(pasted(f"Liste;Navn;Stemmer\n{form.format('E')};Byens Liste;7\nA;x;5", seats=9))
    assert (found.letters, found.names[0]) == (("E", "A"), "Byens Liste")


def test_abbreviations_are_parties_in_an_election_of_its_own() -> None:
    short = {"LA": "I", "DF": "O", "RV": "B", "KF": "C", "DD": "Æ", "EL": "Ø", "Enhl.": "Ø",
             "Soc.dem.": "A", "Mod": "M", "Alt": "Å", "LA Liberal Alliance": "I",
             "Liberal Alliance (LA)": "I", "SF": "F", "KD": "K"}  # fmt: skip
    for called, letter in short.items():
        found = one(pasted(f"Parti;Stemmer\n{called};9\nVenstre;7", seats=9))
        assert found.letters == (letter, "V"), called
        assert not found.parties[letter].is_local, called


def test_initials_are_parties_only_beside_other_abbreviations() -> None:
    found = pasted("S;9\nV;8\nSF;7\nLA;6\nR;5\nK;4", seats=9)
    assert one(found).letters == ("A", "V", "F", "I", "B", "C")
    assert said(found, "initials") == {"letters": "S, R, K"}
    assert one(pasted("S;9\nV;8\nA;7", seats=9)).letters == ("S", "V", "A")
    assert one(pasted("S;9\nA;8\nSF;7\nLA;6", seats=9)).letters == ("S", "A", "F", "I")


@pytest.mark.parametrize(
    "texts",
    [
        ("B og F", "A og F", "A og B", "C", "V"),
        ("B, F", "A, F", "A, B", "C", "V"),
        ("B + F", "A+F", "A + B", "C", "V"),
        ("Radikale og SF", "Socialdemokratiet, SF", "A, B", "Konservative", "Venstre"),
        ("med B og F", "", "", "med C", ""),
        ("A-B-F", "A-B-F", "A-B-F", "V-C", "V-C"),
        ("rød", "rød", "rød", "blå", "blå"),
        ("A", "A", "A", "V", "V"),
    ],
)
def test_alliances_are_named_by_their_partners(texts: tuple[str, ...]) -> None:
    rows = "\n".join(f"{each};9;{text}" for each, text in zip("ABFVC", texts, strict=True))
    found = pasted(f"Liste;Stemmer;Valgforbund\n{rows}\nO;5;nej".replace(", ", " og "), seats=9)
    assert [{*each.letters} for each in one(found).alliances] == [{*"ABF"}, {*"VC"}]
    assert not [each for each in found.remarks if each.code.startswith("alliance")]


def test_partners_that_contradict_each_other_are_told_by_their_lines() -> None:
    found = pasted("Liste;Stemmer;Valgforbund\nA;9;B\nB;8;F\nF;7;", seats=9)
    assert one(found).alliances == ()
    told = [dict(each.values) for each in found.remarks if each.code == "alliance_unclear"]
    assert [(each["line"], each["letter"]) for each in told] == [(2, "A"), (3, "B")]


@pytest.mark.parametrize(
    "no",
    ["uden", "#N/A", "n/a", "Intet valgforbund", "ikke i et forbund", "alene", "No", "none", "0"],
)
def test_words_that_say_no_alliance_unite_nobody(no: str) -> None:
    found = pasted(f"Liste;Stemmer;Valgforbund\nA;5;x\nF;7;x\nB;3;{no}\nC;4;{no}", seats=9)
    assert [each.letters for each in one(found).alliances] == [("A", "F")]


# ---- what is not guessed ----


@pytest.mark.parametrize(
    "number", ["-5", "5*", "ca. 5", "1e3", "#N/A", "81 23", "8.123 (43,2%)", "fem 5", ""]
)
@pytest.mark.parametrize("name", ["A", "Socialdemokratiet", "SF"])
@pytest.mark.parametrize("sign", [";", "\t", " | "])
def test_a_first_list_whose_number_is_wrong_is_no_title(name: str, number: str, sign: str) -> None:
    with pytest.raises(ScenarioError) as error:
        pasted(f"{name}{sign}{number}\nVenstre{sign}7\nC{sign}9", seats=9)
    assert error.value.values["line"] == 1


def test_nor_is_one_before_words_or_without_columns() -> None:
    for text in ("Socialdemokratiet -5\nVenstre 7", "A 5\nListe Stemmer\nB 7"):
        with pytest.raises(ScenarioError):
            pasted(text, seats=9)


def test_a_year_or_a_code_beside_the_lists_is_not_their_votes() -> None:
    assert one(pasted("2021;A;50\n2021;B;70", seats=9)).ballots == (50, 70)
    for text in ("101;A;50\n101;B;70", "1;A;50\n2;B;70\n4;C;90", " ;Lejre;Læsø\nA;5;50\nB;6;60"):
        with pytest.raises(ScenarioError) as error:
            pasted(text, seats=9)
        assert error.value.code == "column_unclear"


def test_a_comma_between_thousands_that_cut_a_number_is_told() -> None:
    with pytest.raises(ScenarioError, match="comma in '8,123'") as error:
        pasted("Liste,Stemmer\nA,8,123\nB,7", seats=9)
    assert error.value.code == "column_cut"


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_other_ends_of_lines(end: str) -> None:
    assert one(pasted(f"Liste;Stemmer{end}A;5{end}B;7", seats=9)).ballots == (5, 7)


@pytest.mark.parametrize("called", ["A, B", "A og B", "A/B", "A + B"])
@pytest.mark.parametrize("into", [None, Scenario({"A": 1, "B": 1}, 9)])
def test_two_lists_with_one_number_are_refused(called: str, into: Scenario | None) -> None:
    with pytest.raises(ScenarioError, match="names two lists, A and B") as error:
        pasted(f"{called};12\nV;5", seats=9, into=into)
    assert error.value.code == "column_together"


def test_marks_of_notes_and_rules_between_lines_are_no_names() -> None:
    found = pasted("| Liste | Stemmer |\n|---|---:|\n| A* | 5 |\n| B¹ | 7 |", seats=9)
    assert one(found).votes.to_dict() == {"A": 5, "B": 7}


def test_numbers_that_a_spreadsheet_reckoned_are_whole() -> None:
    rows = [("Liste", "Stemmer"), ("A", 8123.000000001), ("B", 6.999999999)]
    assert one(opened("a.xlsx", workbooks.xlsx(rows), seats=9)).ballots == (8123, 7)
    shares = [("Liste", "Procent"), ("A", 0.413), ("B", 0.587)]
    assert one(opened("a.xlsx", workbooks.xlsx(shares), seats=9)).ballots == (413, 587)


def test_totals_in_the_export_of_valg_dk_are_no_lists() -> None:
    head = "Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal"
    rows = "1. Nord;A;S;Listestemmer;5\n1. Nord;;Blanke stemmer;;3\nI alt;;;;8"
    assert one(pasted(f"{head}\n{rows}", seats=9)).votes.to_dict() == {"A": 5}


def test_a_table_wider_than_any_is_refused_at_once() -> None:
    for text in ("\n".join(["A" + ";1" * 9_000] * 100), "\n".join(["a," * 5_000] * 100)):
        began = time.perf_counter()
        with pytest.raises(ScenarioError, match="at most 250") as error:
            pasted(text, seats=9)
        assert error.value.code == "table_too_wide"
        assert time.perf_counter() - began < 10  # seconds, on a machine with much to do


# ---- codes and sheets ----


def test_a_code_in_a_file_of_text() -> None:
    assert vf.read(f"Her er koden: {LEJRE.code()}\n".encode()) == LEJRE


def test_a_code_is_found_in_a_mail() -> None:
    code = LEJRE.code()
    mail = "Hej Mette, her er koden:\n\n" + "\n".join(
        f"> {code[i : i + 60]}" for i in range(0, len(code), 60)
    )
    for text in (mail, f"{mail}\n\nHilsen Bo", f"Koden er {code}.", f"https://x.dk/#{code}"):
        assert vf.read(text) == LEJRE


def test_the_first_sheet_that_holds_a_table_is_read_and_the_others_told() -> None:
    cover = [("Valget i byen",), ("Udarbejdet af Mette",), ("Side 1 af 3",)]
    data = workbooks.xlsx(
        cover,
        ("Tal", [("Liste", "Stemmer"), ("A", 5), ("B", 7)]),
        ("Før", [("A", 8), ("B", 9)]),
        ("Noter", [("Tak til alle",)]),
    )
    found = opened("a.xlsx", data, seats=9)
    assert one(found).ballots == (5, 7)
    assert said(found, "sheet_read") == {"name": "Tal"}
    assert said(found, "sheets_with_tables") == {"names": "Før"}
    assert said(found, "sheets_left_out") == {"names": "Sheet, Noter"}


def test_a_formula_without_a_result_in_the_total_is_no_harm() -> None:
    rows = [("Liste", "Stemmer"), ("A", 5), ("B", 7), ("I alt", "=SUM(B2:B3)")]
    assert one(opened("a.xlsx", workbooks.xlsx(rows), seats=9)).ballots == (5, 7)
    bare = [("A", 5), ("B", 7), ("", "=SUM(B1:B2)")]
    assert one(opened("a.xlsx", workbooks.xlsx(bare), seats=9)).ballots == (5, 7)


def test_a_workbook_that_is_too_large_is_told_so_at_once() -> None:
    with pytest.raises(ScenarioError, match="at most 20 MB"):
        opened("a.xlsx", b"PK\x03\x04" + b"x" * 25_000_000, seats=9)


@pytest.mark.parametrize(("text", "n"), [("14.233,00", 14233), ("14,233.00", 14233), ("5,0", 5)])
def test_decimals_that_are_nought_are_a_whole_number(text: str, n: int) -> None:
    assert one(pasted(f"A;{text}\nB;7", seats=9)).ballots == (n, 7)


@pytest.mark.parametrize("total", ["I alt 8.000", "8.000"])
def test_a_column_of_shares_beside_the_lists_needs_a_total(total: str) -> None:
    s = Scenario({"A": 1, "B": 1}, 9)
    pasted_, fitted = of_table(f"25,1 %\n74,9 %\n{total}", s, ".", new=False)
    assert fitted.values == {"A": 2008, "B": 5992}
    assert [each.why for each in pasted_.asides] == ["total"]
    for text in ("25,1 %\n74,9 %", "25,1 %\n74,9 %\n100 %"):
        with pytest.raises(ScenarioError, match="Add a line with all valid votes") as error:
            of_table(text, s, ".", new=False)
        assert error.value.code == "column_share"


def test_a_total_of_numbers_alone_is_none_of_them_also_where_it_is_wrong() -> None:
    s = Scenario({"A": 1, "B": 1}, 9)
    assert one(pasted("5\n7\nI alt 13", into=s)).ballots == (5, 7)


# ---- Python ----


def test_a_workbook_of_ours_is_read_whole_or_its_sheet_where_its_votes_were_changed(
    tmp_path: Path,
) -> None:
    path = vf.workbook(LEJRE, tmp_path / "lejre.xlsx")
    assert vf.read(path) == LEJRE
    book = openpyxl.load_workbook(path)
    book["Lister"]["D2"] = 9999
    book.save(path)
    changed = reading_of(path)
    assert one(changed).ballots == (9999, *LEJRE.ballots[1:])
    assert (one(changed).place, one(changed).seats) == (LEJRE.place, LEJRE.seats)
    assert {each.letters for each in one(changed).alliances} == {
        each.letters for each in LEJRE.alliances
    }
    assert said(changed, "code_of_others") == {"seats": LEJRE.seats, "place": LEJRE.place}


FEW = {
    "one list": Scenario({"A": 100}, 5),
    "without votes": Scenario({"A": 0}, 1, names={"A": "En liste"}),
    "with candidates": Scenario({"Å": 7}, 3, candidates={"Å": 2}, place="Klub"),
    "two": Scenario({"A": 1, "B": 0}, 2, [["A", "B"]]),
}


@pytest.mark.parametrize("name", FEW)
def test_a_workbook_of_few_lists_is_read_as_it_is(name: str, tmp_path: Path) -> None:
    s = FEW[name]
    path = vf.workbook(s, tmp_path / "x.xlsx")
    assert vf.read(path) == s
    book = openpyxl.load_workbook(path)
    votes = [each.value for each in book["Lister"][1]].index("Stemmer") + 1
    book["Lister"].cell(2, votes).value = 55
    book.create_sheet("Forside", 0)["A1"] = "Bilag 3"
    book.save(path)
    assert vf.read(path).votes.to_dict() == {**s.votes, s.letters[0]: 55}


def test_an_opened_file_is_noted_and_put_into_a_workbook(tmp_path: Path) -> None:
    LEJRE.save(tmp_path / "lejre.json")
    file = vf.open_file(tmp_path / "lejre.json")
    assert vf.read(vf.workbook(file, tmp_path / "lejre.xlsx")) == LEJRE
    assert "Lejre" in vf.note(file, tmp_path / "lejre.txt").read_text("utf-8")


def test_remarks_are_there_before_the_seats_are_known() -> None:
    found = reading_of("Liste;Stemmer;Note\nA;5;x\nB;4;y")
    assert said(found, "columns_left_out") == {"names": "Note"}
    assert not found.results
    with pytest.raises(ScenarioError) as error:
        found.result()
    assert error.value.code == "read_seats_missing"
