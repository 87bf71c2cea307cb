"""A workbook: the numbers of the frames as numbers, names never formulas, no two sheets alike."""

import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest

import valgforbund as vf
from valgforbund import council
from valgforbund.explorer.constitution.examples import herlev, naestved
from valgforbund.explorer.proportional.examples import pairs, tied
from valgforbund.reports.excel import Book, Title
from valgforbund.reports.separated import separated
from valgforbund.reports.sheets import EXACT, Sheet, sheet
from valgforbund.reports.tables import Named, tables
from valgforbund.reports.workbook import written
from valgforbund.study import figures
from valgforbund.wording import words

DAY = dt.date(2026, 11, 30)
NÆSTVED = vf.load("KV2025", "Næstved")
COMPARED = vf.compare(NÆSTVED, "C-I-M-O-V-Æ")
TIE = vf.Scenario({"A": 10, "B": 10}, 3)
FORMULAS = ("=1+2", "+1", "-1", "@SUM(A1)", "＝1", "=cmd|' /C calc'!A0")
NAMED = vf.Scenario(
    {letter: 100 - n for n, letter in enumerate("ABCDEF")},
    9,
    [["A", "B"]],
    names=dict(zip("ABCDEF", FORMULAS, strict=True)),
)
EVERY = {
    "scenario": NÆSTVED,
    "count": vf.count(TIE),
    "comparison": COMPARED,
    "study": vf.study("EP2024"),
    "review": vf.party_review("SF", "EP2024"),
    "herlev": herlev(words("da")),
    "posts": naestved(words("da")),
    "council": council.Council({"A": 14, "C": 5}),
    "meeting": pairs(),
    "tied": tied(),
}
LAST = ["Definitioner", "Kolonner", "Kilder"]


def opened(objects: object, **options: object) -> openpyxl.Workbook:
    file = written(objects, date=DAY, **options)  # type: ignore[arg-type]
    return openpyxl.load_workbook(io.BytesIO(file))


def cells(book: openpyxl.Workbook, name: str) -> pd.DataFrame:
    head, *rows = book[name].iter_rows(values_only=True)
    return pd.DataFrame(rows, columns=list(head))


def named(shown: object, key: str) -> Named:
    return next(each for each in tables(shown) if each.key == key)


# ---- numbers ----


def test_the_ledger_is_the_frames() -> None:
    book = opened(COMPARED)
    found = cells(book, "Med og uden")
    ledger = COMPARED.ledger
    assert found["Liste"].to_list() == ledger.index.to_list()
    assert found["Mandater med"].to_list() == ledger["seats_with"].to_list()
    assert found["Ændring"].to_list() == ledger["change"].to_list()
    official = vf.official_seats("KV2025", "Næstved").to_dict()
    assert dict(zip(found["Liste"], found["Mandater med"], strict=True)) == official
    for row in book["Med og uden"].iter_rows(min_row=2, min_col=3):
        assert {cell.data_type for cell in row} == {"n"}


def test_the_votes_add_up() -> None:
    found = cells(opened(NÆSTVED), "Lister")
    assert found["Stemmer"].sum() == NÆSTVED.votes.sum()
    assert found["Andel"].sum() == pytest.approx(1)
    book = opened(NÆSTVED)
    assert book["Lister"]["E2"].number_format == "0.0%"
    assert book["Lister"]["D2"].number_format == "#,##0"


def test_a_lot_is_text_and_an_unknown_number_is_empty() -> None:
    book = opened(TIE)
    found = cells(book, "Mandater")
    assert found["Mandater"].to_list() == ["1–2", "1–2"]
    assert found["Forventet"].to_list() == [1.5, 1.5]
    assert cells(book, "Lister")["Kandidater"].isna().all()
    outcomes = cells(book, "Mulige udfald")
    assert sorted(outcomes["A"]) == [1, 2]
    assert list(outcomes.columns) == ["A", "B", "Sandsynlighed"]


def test_a_negative_end_of_a_lot_is_no_dash_beside_a_dash() -> None:
    tie = vf.Scenario({"A": 10, "B": 10, "C": 5}, 4, [["A", "C"]])
    found = sheet(words("da"), named(vf.compare(tie, "A-C"), "ledger"))
    assert found.rows[0][-1] == "−1–1"


def test_what_a_spreadsheet_would_round_is_text() -> None:
    large = 2**70
    found = cells(opened(vf.Scenario({"A": large, "B": EXACT}, 9)), "Lister")
    assert found["Stemmer"].to_list() == [str(large), EXACT]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (pd.NA, None),
        (None, None),
        (np.nan, None),
        (float("inf"), "∞"),
        (np.int64(7), 7),
        (np.bool_(True), True),
        ((1, 2), "1, 2"),
        (-(2**60), str(-(2**60))),
    ],
)
def test_every_kind_of_value(value: object, cell: object) -> None:
    frame = pd.DataFrame({"x": pd.Series([value], dtype=object)})
    ((found,),) = sheet(words("da"), Named("lists", frame)).rows
    assert found == cell
    assert type(found) is type(cell)


# ---- text ----


def test_names_that_look_like_formulas_stay_text() -> None:
    book = opened(NAMED)
    found = cells(book, "Lister")
    assert found["Navn"].to_list() == list(FORMULAS)
    for place in book.worksheets:
        for row in place.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (place.title, cell.coordinate)
                if isinstance(cell.value, str) and cell.value[0] in "=+-@＝":
                    assert cell.quotePrefix, (place.title, cell.coordinate)
    with zipfile.ZipFile(io.BytesIO(written(NAMED, date=DAY))) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name), name


def test_signs_that_a_file_cannot_hold_are_left_out() -> None:
    book = Book(Title("x", DAY))
    book.add(Sheet("a", ("h\x07",), ("h",), (("bell\x07 " + "x" * 40_000,),)))
    found = openpyxl.load_workbook(io.BytesIO(book.file()))["a"]
    assert found["A1"].value == "h"
    assert found["A2"].value.startswith("bell x")
    assert len(found["A2"].value) == 32_767


# ---- sheets ----


@pytest.mark.parametrize("name", EVERY)
def test_every_object_has_its_tables_with_heads_in_danish(name: str) -> None:
    book = opened(EVERY[name])
    shown = list(tables(EVERY[name]))
    assert len(book.sheetnames) == len(shown) + 3
    assert book.sheetnames[-3:] == LAST
    da = words("da")
    for each, place in zip(shown, book.worksheets, strict=False):
        found = sheet(da, each)
        assert place.max_row == len(each.frame) + 1
        for column in found.columns:
            assert column in each.own or f"sheet.{column}" in da, (each.key, column)
        assert place.freeze_panes in {"A2", "B2"}
        assert all(8 <= size.width <= 60 for size in place.column_dimensions.values())
        assert place["A1"].font.bold


def test_several_are_told_apart_by_their_names() -> None:
    book = opened({"nu": NÆSTVED, "uden Æ": NÆSTVED.leave("Æ")})
    assert {"Lister nu", "Lister uden Æ"} <= {*book.sheetnames}
    alone = cells(book, "Mandater uden Æ").set_index("Liste")["Mandater"]
    assert alone.to_dict() == vf.count(NÆSTVED.leave("Æ")).seats.to_dict()
    assert {"Lister 1", "Lister 2"} <= {*opened([NÆSTVED, TIE]).sheetnames}


def test_names_of_sheets_are_valid_and_no_two_are_equal() -> None:
    wild = ("[a]:*?/\\'" * 9, "x" * 80, "X" * 80, "History", "", "'", "x" * 80 + "y")
    book = opened(dict(zip(map(str, wild), [TIE] * len(wild), strict=True)))
    lower = [name.casefold() for name in book.sheetnames]
    assert len(lower) == len({*lower})
    for name in book.sheetnames:
        assert 1 <= len(name) <= 31
        assert not {*name} & {*"[]:*?/\\"}
        assert name.strip("'") == name
        assert name.casefold() != "history"


def test_definitions_sources_and_codes_are_sheets() -> None:
    book = opened({"en": NÆSTVED, "to": COMPARED})
    defined = dict(book["Definitioner"].iter_rows(values_only=True))
    assert "netop dette valgforbund er opløst" in defined["Uden"]
    assert "Spildte stemmer" in defined
    columns = list(book["Kolonner"].iter_rows(values_only=True))
    assert ("Med og uden", "Mandater med", "seats_with") in columns
    said = list(book["Kilder"].iter_rows(values_only=True))
    assert ("Program", f"valgforbund {vf.__version__}") in said
    assert ("Kilde en", "Stemmer: valgets officielle resultat, valg.dk.") in said
    codes = [text for what, text in said if what.startswith("Kode")]
    read = [vf.read(code) for code in codes]
    assert read == [NÆSTVED, NÆSTVED, NÆSTVED.dissolve("C-I-M-O-V-Æ")]


def test_the_country_has_its_figures_in_words_of_the_language() -> None:
    found = cells(opened(EVERY["study"]), "I alt")
    assert len(found) == len(figures.FIGURES)
    assert found["Tal"][0] == "Kommuner"
    en = words("en")
    for figure in figures.FIGURES:
        assert en(f"sheet.means_{figure.name}") == figure.definition


def test_a_meeting_is_swedish_where_that_is_asked() -> None:
    book = opened(pairs(), language="sv")
    assert book.sheetnames == ["Presidium", "Nämnd", "Definitioner", "Kolumner", "Källor"]
    board = cells(book, "Nämnd")
    elected = board.loc[board["Status"] == "vald", "Kandidat"].to_list()
    assert elected == list(pairs().board.elected)
    with pytest.raises(vf.ScenarioError, match="no language 'sv'"):
        written([pairs(), NÆSTVED], language="sv")


# ---- the file ----


def test_it_is_written_and_read_by_pandas(tmp_path: Path) -> None:
    path = vf.workbook(COMPARED, tmp_path / "Næstved.xlsx", date=DAY)
    assert path.read_bytes()[:2] == b"PK"
    found = pd.read_excel(path, sheet_name="Med og uden", index_col=0, engine="calamine")
    assert found["Mandater uden"].sum() == 31
    props = openpyxl.load_workbook(path).properties
    assert (props.creator, props.created.date()) == (f"valgforbund {vf.__version__}", DAY)


def test_what_has_no_tables_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    for wrong, message in (
        (5, "no tables of '5'"),
        ("Næstved", "no tables of 'Næstved'"),
        ([], "nothing to write"),
        ([NÆSTVED, None], "no tables of 'None'"),
    ):
        with pytest.raises(vf.ScenarioError, match=message):
            vf.workbook(wrong, tmp_path / "x.xlsx")
    with pytest.raises(vf.ScenarioError, match=r"\.xlsx.*'\.xls'"):
        vf.workbook(NÆSTVED, tmp_path / "x.xls")
    assert not list(tmp_path.iterdir())


# ---- CSV ----


def test_a_table_as_danish_and_as_international_csv() -> None:
    found = sheet(words("da"), named(NÆSTVED, "lists"))
    danish, other = (separated(found, danish=each) for each in (True, False))
    assert danish.startswith(b"\xef\xbb\xbf")
    ours = pd.read_csv(io.BytesIO(danish), sep=";", decimal=",", encoding="utf-8-sig")
    theirs = pd.read_csv(io.BytesIO(other))
    assert not other.startswith(b"\xef\xbb\xbf")
    for frame in (ours, theirs):
        assert frame["Stemmer"].to_list() == NÆSTVED.votes.to_list()
        assert frame["Andel"].to_list() == pytest.approx(NÆSTVED.lists["share"].to_list())
        assert frame["Navn"].to_list() == NÆSTVED.lists["name"].to_list()
    assert danish.count(b"\r\n") == len(NÆSTVED.letters) + 1


def test_names_in_csv_are_no_formulas_and_keep_their_marks() -> None:
    wild = vf.Scenario({"A": 1, "B": 2}, 9, names={"A": "=1+2", "B": 'a;b,"c"'})
    found = sheet(words("da"), named(wild, "lists"))
    for danish, mark in ((True, ";"), (False, ",")):
        frame = pd.read_csv(
            io.BytesIO(separated(found, danish=danish)), sep=mark, encoding="utf-8-sig"
        )
        assert frame["Navn"].to_list() == ["'=1+2", 'a;b,"c"']


def test_without_the_packages_one_sentence_names_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for package, write in (
        ("openpyxl", lambda: vf.workbook(TIE, tmp_path / "x.xlsx")),
        ("typst", lambda: vf.note(TIE, tmp_path / "x.pdf")),
    ):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(vf.ScenarioError, match=f"needs the package {package}.*extra app"):
            write()
    vf.note(TIE, tmp_path / "x.html")  # needs nothing
    assert [each.name for each in tmp_path.iterdir()] == ["x.html"]


def test_who_is_elected_and_whom_the_alliance_moves_are_sheets() -> None:
    book = opened({"a": COMPARED, "b": NÆSTVED})
    seats, official = cells(book, "Valgte"), vf.candidates("KV2025", "Næstved")
    elected = official.dropna(subset="seat").sort_values("seat")
    assert seats["Kandidat"].to_list() == elected["candidate"].to_list()
    assert seats["Navn"].to_list() == elected["name"].to_list()
    assert set(seats["Valgt ved"]) <= {
        "personlige stemmer", "fordelingstal", "listestemmer", "personlige stemmer og listestemmer"
    }  # fmt: skip
    after = cells(book, "Stedfortrædere")
    assert len(after) == official["substitute"].notna().sum()
    moved = cells(book, "Flyttede personer").set_index("Navn")
    assert moved.loc["Patrick Elm", ["Med", "Uden"]].to_list() == ["valgt", "ikke valgt"]
    assert sum(moved["Ændring"]) == 0


def test_it_is_told_whose_candidates_are_given(tmp_path: Path) -> None:
    people = vf.candidates("KV2025", "Næstved")
    assert "lagt ind" not in cells(opened(NÆSTVED, candidates=people), "Kilder").to_string()
    moved = people["candidate"].map({1: 10, 2: -10}).where(people["letter"] == "O")
    people["votes"] += moved.fillna(0).astype(int)
    place = tmp_path / "x.valgforbund.json"
    NÆSTVED.save(place, candidates=people)
    both = {"a": COMPARED, "b": NÆSTVED}
    for book in (opened(both, candidates=people), opened(vf.open_file(place))):
        assert "Kandidaterne på O er lagt ind af brugeren" in cells(book, "Kilder").to_string()
        official = vf.candidates("KV2025", "Næstved").query("letter == 'O' and candidate == 1")
        votes = cells(book, "Valgte").query("Liste == 'O' and Kandidat == 1")["Stemmer"]
        assert votes.to_list() == [official["votes"].item() + 10]


def test_candidates_that_nobody_knows_have_no_sheet_and_those_given_have_one() -> None:
    assert "Valgte" not in opened(vf.load("KV2021", "Glostrup")).sheetnames
    people = pd.DataFrame({"letter": ["A", "B"], "candidate": 1, "name": "=1+2", "votes": [9, 8]})
    book = opened(TIE, candidates=people)
    assert cells(book, "Valgte")["Navn"].to_list()[:2] == ["=1+2", "=1+2"]
    assert book["Valgte"].cell(2, 5).data_type != "f"
