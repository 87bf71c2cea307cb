"""Files that are broken, foreign or hostile: each with what is said, and nothing is harmed."""

import json
import random
import resource
import struct
import time
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import feeds
import pytest
import workbooks
from codes import raised_in
from markupsafe import escape
from sampling import all_or

import valgforbund as vf
from valgforbund import Scenario, ScenarioError, sources
from valgforbund.sources import limits
from valgforbund.sources.opened import opened
from valgforbund.sources.read import read
from valgforbund.wording import words
from valgforbund.wording.reading import told, understood

LEJRE = vf.load("KV2025", "Lejre")
EXPORT = "Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
ROW = "<table:table-row>{}</table:table-row>"
STANDS = {feeds.name("kandidat-data", LEJRE): feeds.standing(LEJRE)}


def text(content: str) -> Callable[[], bytes]:
    return content.encode


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    return workbooks.zipped(files)


def noise(n: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(n)


def lying_zip(name: str, size: int) -> bytes:
    """An entry that unfolds to far more than the archive says of it."""
    data = bytearray(zipped({name: b"0" * size}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


def encrypted_zip() -> bytes:
    data = bytearray(zipped({"xl/workbook.xml": "x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + place
        data[at] |= 1
    return bytes(data)


def packed(method: int) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("content.xml", "<x/>")
    return target.getvalue()


def entity_bomb(of: str) -> bytes:
    head = '<!DOCTYPE x [<!ENTITY a "1111111111">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ) + "]>"  # fmt: skip
    return workbooks.xlsx_of(of, head)


def far(place: str) -> bytes:
    """A sheet that has two cells, far from each other."""
    return workbooks.xlsx_of(
        f'<row r="1">{workbooks.cell("A1", "A")}</row>'
        f"<row>{workbooks.cell(place, 5)}</row>"
    )  # fmt: skip


CORNER = f'<row r="1048576">{workbooks.cell("XFD1048576", 5)}</row>'


def prefixed(prefix: str, name: str = "urn:x") -> bytes:
    """A far cell behind a prefix of its own."""
    inside = CORNER.replace("</", "</x:").replace("<x:", "<!").replace("<", "<x:")
    tags = inside.replace("<x:!", "</x:").replace("<x:/x:", "</x:").replace("x:", f"{prefix}:")
    return workbooks.xlsx_of(f'<{prefix}:a xmlns:{prefix}="{name}">{tags}</{prefix}:a>')


def many_sheets(n: int) -> bytes:
    """Sheets that are all the same part, each just as large as may be."""
    names = "".join(f'<sheet name="Ark{i}" sheetId="{i}" r:id="r1"/>' for i in range(2, n + 2))
    return workbooks.xlsx_of(
        f'<row r="1">{workbooks.cell("A1", "A")}</row><row r="500">'
        f"{workbooks.cell('OJ500', 5)}</row>",
        book=workbooks.BOOK.replace("</sheets>", f"{names}</sheets>"),
    )


def torn_ods(end: str) -> bytes:
    """A sheet of OpenDocument whose XML ends before a tag."""
    return changed_ods(lambda content: content[: content.index(end)])


def changed_ods(change: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(BytesIO(workbooks.ods([("A", 5), ("B", 7)]))) as archive:
        files = {each: archive.read(each).decode() for each in archive.namelist()}
    return zipped(files | {"content.xml": change(files["content.xml"])})


def without_places() -> bytes:
    """A wide row and many rows, whose cells do not say where they stand."""
    wide = "<row>" + "<c><v>1</v></c>" * 3_000 + "</row>"
    return workbooks.xlsx_of(wide + "<row><c><v>1</v></c></row>" * 3_000)


# file, bytes, code, and words that the message has
BROKEN: list[tuple[str, Callable[[], bytes], str, str]] = [
    # nothing, noise, too much
    ("tom.csv", text(""), "file_empty", "'tom.csv' is empty"),
    ("tom.xlsx", text(""), "file_empty", "'tom.xlsx' is empty"),
    ("blanke.csv", text("  \n\n \t \n"), "table_empty", "no lists"),
    ("skilletegn.csv", text(";;;\n;;;\n"), "table_empty", "no lists"),
    ("mærke.csv", lambda: b"\xef\xbb\xbf", "table_empty", "no lists"),
    ("støj.csv", lambda: noise(5_000), "file_no_text", "no text that can be read"),
    ("støj.xlsx", lambda: noise(5_000), "file_no_text", "no text that can be read"),
    ("nuller.csv", lambda: b"\x00" * 500, "file_no_text", "no text"),
    ("billede.png", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file_no_text", "no text"),
    ("notat.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01", "file_no_text", "no text"),
    ("stor.csv", lambda: b"A;5\n" * 600_000, "file_too_large", "at most 2 MB"),
    ("størst.csv", lambda: b"A" * (limits.MOST_FILE + 1), "file_too_large", "at most 20 MB"),
    ("lang.csv", text("A;5\n" + "B" * 30_000 + ";5"), "line_too_long", "20000 characters"),
    ("rækker.csv", text("A;5\n" * 20_001), "table_too_long", "at most 20000"),
    # encodings
    ("halv16.csv", lambda: b"\xff\xfeA\x00;\x005", "file_no_text", "no text"),
    ("utf16.csv", lambda: b"\xff\xfe\x00\xd8\x00\xd8", "file_no_text", "no text"),
    ("falsk8.csv", lambda: b"\xef\xbb\xbfA;\xff\xfe5", "file_no_text", "no text"),
    ("utf32.csv", lambda: "A;5".encode("utf-32")[:-1], "file_no_text", "no text"),
    ("styretegn.csv", text("A\x01;5"), "file_no_text", "no text"),
    # numbers
    ("brøk.csv", text("A;5\nB;12.7"), "column_no_whole", "Line 2"),
    ("negativ.csv", text("A;5\nB;-7\nC;8"), "column_no_whole", "Line 2"),
    ("nan.csv", text("A;5\nB;NaN\nC;8"), "column_no_whole", "Line 2"),
    ("uendelig.csv", text("A;5\nB;inf\nC;8"), "column_no_whole", "Line 2"),
    ("e.csv", text("A;5\nB;1e3\nC;8"), "column_no_whole", "Line 2"),
    ("ord.csv", text("A;fem\nB;seks"), "column_line", "Line 1"),
    ("tom celle.csv", text("A;5\nB;\nC;8"), "column_no_number", "Line 2"),
    ("stort tal.csv", text(f"A;5\nB;{10**30}"), "number_too_large", "at most 1000000000"),
    ("for stort.csv", text("A;5\nB;1000000001"), "number_too_large", "at most 1000000000"),
    ("cifre.csv", text("A;5\nB;" + "9" * 5_000), "number_too_large", "at most"),
    ("arabisk.csv", text("A;5\nB;٣٤\nC;8"), "column_no_whole", "Line 2"),
    ("procent.csv", text("A;40 %\nB;90 %"), "column_share", "Line 1"),
    ("to kolonner.csv", text("A;5;6;7\nB;8;9;10"), "column_unclear", "3 columns of numbers"),
    ("mandater.csv", text("Liste;Stemmer;Mandater\nA;5;1,5\nB;4;2"), "table_seats", "got '1,5'"),
    ("mandater2.csv", text("Liste;Stemmer;Mandater\nA;5;1000"), "table_seats", "got '1000'"),
    ("kandidater.csv", text("Liste;Stemmer;Kandidater\nA;5;x"), "table_candidates", "got 'x'"),
    ("ingen.csv", text("Liste;Stemmer;Kandidater\nA;5;0"), "candidates_not_whole", "list A"),
    # lists
    ("500.csv", text("\n".join(f"L{n};5" for n in range(500))), "too_many_lists", "at most 99"),
    ("to gange.csv", text("A;5\nB;6\nA;7"), "column_repeated", "List A occurs twice"),
    ("to former.csv", text("Å;5\nA\u030a;6"), "column_repeated", "List Å occurs twice"),
    ("usynlig.csv", text("A;5\nA\u200b;6"), "column_repeated", "List A occurs twice"),
    ("store og små.csv", text("A;5\na;6"), "column_same_list", "Is a the same list as A"),
    ("ens navne.csv", text("SF;5\nSocialistisk Folkeparti;6"), "column_repeated", "List F"),
    ("bogstav.csv", text(f"Liste;Navn;Stemmer\n{'L' * 101};x;5"), "letter_too_long", "100"),
    ("navn.csv", text(f"Liste;Navn;Stemmer\nA;{'x' * 201};5"), "name_not_text", "200"),
    ("uden navn.csv", text("5\n6\n8"), "table_without_names", "line 1"),
    ("delvis.csv", text("A;5\n;6\nC;8"), "column_line", "Line 2"),
    ("overskrift.csv", text("Liste;Stemmer\n"), "table_empty", "no lists"),
    # our own JSON, and other people's
    ("valg.json", text('{"kind": "scenario", "version": 1, "sta'), "saved_torn", "line 1"),
    ("dyb.json", text('{"a":' * 100_000), "saved_too_deep", "too deep"),
    ("andet.json", text('{"type": "FeatureCollection"}'), "file_foreign", "no file of this"),
    ("liste.json", text('[{"party": "A", "votes": 5}]'), "file_foreign", "no file of this"),
    ("stregkode.csv", text("A;5\nB;"), "column_no_number", "missing for list B"),
    ("to steder.csv", text("Område;Liste;Stemmer\nNord;A;5\nNord;A;6"), "column_repeated_area",
     "twice for 'Nord'"),
    ("kun mandater.csv", text("Liste;Mandater\nA;5"), "column_without_votes", "no column of votes"),
    ("to tal.csv", text("Liste;Stemmer;Stemmer 2021\nA;5;6"), "column_several",
     "Stemmer, Stemmer 2021"),
    ("værktøj.json", text('{"kind":"lesson","version":1,"state":{}}'),
     "saved_of_another_kind", "lesson"),
    ("nyere.json", text('{"kind":"scenario","version":9,"state":{}}'), "kept_version_unknown", "9"),
    # zip files
    ("afbrudt.xlsx", lambda: workbooks.xlsx([("A", 5)])[:-200], "file_damaged", "damaged"),
    ("afbrudt2.ods", lambda: workbooks.ods([("A", 5)])[:60], "file_damaged", "damaged"),
    ("kun pk.xlsx", lambda: b"PK\x03\x04", "file_damaged", "damaged"),
    ("tom.zip", lambda: zipped({}), "file_unknown", "neither a workbook"),
    ("tekst.zip", lambda: zipped({"a.txt": "A;5"}), "file_unknown", "neither a workbook"),
    ("word.docx", lambda: zipped({"word/document.xml": "<x/>"}), "file_unknown", "neither"),
    ("sti.zip", lambda: zipped({"../../kandidat-data-x.json": "{}"}), "archive_path", "out of"),
    ("rod.zip", lambda: zipped({"/etc/kandidat-data-x.json": "{}"}), "archive_path", "out of"),
    ("drev.zip", lambda: zipped({"C:\\kandidat-data-x.json": "{}"}), "archive_path", "out of"),
    ("sti.xlsx", lambda: zipped({"xl\\..\\..\\workbook.xml": ""}), "archive_path", "out of"),
    ("kode.zip", encrypted_zip, "file_encrypted", "password"),
    ("lzma.ods", lambda: packed(zipfile.ZIP_LZMA), "file_damaged", "damaged"),
    ("bzip2.ods", lambda: packed(zipfile.ZIP_BZIP2), "file_damaged", "damaged"),
    ("mange.xlsx", lambda: zipped({"xl/workbook.xml": ""} | {f"{n}": "" for n in range(1_001)}),
     "archive_too_many", "at most 1000"),
    ("bombe.xlsx", lambda: zipped({"xl/workbook.xml": b"0" * 60_000_000}),
     "file_too_large", "at most 50 MB"),
    ("bombe.ods", lambda: zipped({"content.xml": b"0" * 60_000_000}), "file_too_large", "50 MB"),
    ("løgn.xlsx", lambda: lying_zip("xl/workbook.xml", 60_000_000), "file_damaged", "damaged"),
    # workbooks
    ("gammel.xls", lambda: OLE, "file_old_excel", "old version of Excel"),
    ("kode.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "file_encrypted",
     "password"),
    ("intet.xlsx", lambda: workbooks.xlsx([]), "file_empty", "'intet.xlsx' is empty"),
    ("uden ark.xlsx", lambda: zipped({"xl/workbook.xml": "<workbook/>"}), "file_damaged",
     "damaged"),
    ("ikke xml.ods", lambda: zipped({"content.xml": "hej"}), "file_damaged", "damaged"),
    ("formler.xlsx", lambda: workbooks.xlsx([("A", 5), ("B", "=SUM(B1:B1)")]), "sheet_unsolved",
     "formulas without a result"),
    ("fejl.xlsx", lambda: workbooks.xlsx_of(
        f'<row r="1">{workbooks.cell("A1", "A")}{workbooks.cell("B1", 5)}</row>'
        f'<row r="2">{workbooks.cell("A2", "B")}<c r="B2" t="e"><v>#DIV/0!</v></c></row>'),
     "column_no_number", "Line 2"),
    ("dato.xlsx", lambda: workbooks.xlsx([("A", 5), ("B", __import__("datetime").date(2025, 1, 2)),
                                          ("C", 8)]), "column_no_whole", "Line 2"),
    ("sandt.xlsx", lambda: workbooks.xlsx([("A", 5), ("B", True), ("C", 8)]), "column_no_whole",
     "Line 2"),
    ("minus.xlsx", lambda: workbooks.xlsx([("A", 5), ("B", -5), ("C", 8)]), "column_no_whole",
     "Line 2"),
    ("stort.xlsx", lambda: workbooks.xlsx([("A", 5), ("B", 1e30)]), "number_too_large", "at most"),
    ("langt væk.xlsx", lambda: far("XFD1048576"), "sheet_too_large", "row 1048576"),
    ("langt ned.xlsx", lambda: far("B900000"), "sheet_too_large", "at most 200000 cells"),
    ("skjult.xlsx", lambda: far("&#88;FD1048576"), "sheet_too_large", "cells"),
    ("uden steder.xlsx", without_places, "sheet_too_large", "row 3001 and column 3000"),
    ("enheder.xlsx", lambda: entity_bomb('<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is>'
                                         '</c><c r="B1"><v>5</v></c></row>'), "file_damaged",
     "damaged"),
    ("gentaget.ods", lambda: workbooks.ods_of(
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'),
     "sheet_too_large", "row 1048576 and column 16384"),
    ("gentaget2.ods", lambda: workbooks.ods_of(
        '<table:table-row table:number-rows-repeated="x"><table:table-cell '
        'office:value-type="float" office:value="1"/></table:table-row>'),
     "sheet_too_large", "cells"),
    *((f"del.{end}", lambda end=end: workbooks.xlsx_of(CORNER, part=f"Ark.{end}"),
       "sheet_too_large", "row 1048576 and column 16384") for end in ("XML", "Xml", "foo", "txt")),
    ("del.png", lambda: workbooks.xlsx_of(CORNER, part="sheet1.png"), "file_damaged", "damaged"),
    *((f"præfiks {prefix}.xlsx", lambda prefix=prefix: prefixed(prefix), "sheet_too_large",
       "column 16384") for prefix in ("x", "x-1", "x.y", "é", "x.-")),
    ("to præfikser.xlsx", lambda: prefixed("x:y"), "file_damaged", "damaged"),
    ("fremmed indhold.xlsx", lambda: workbooks.xlsx_of(CORNER, part="../../content.xml"),
     "archive_path", "out of"),
    ("utf-16.xlsx", lambda: zipped({"xl/workbook.xml": workbooks.BOOK.encode("utf-16")}),
     "file_damaged", "damaged"),
    ("mange ark.xlsx", lambda: many_sheets(400), "book_too_large", "at most 1000000"),
    ("mange mærker.xlsx", lambda: workbooks.xlsx_of("<c/>" * 3_000_001), "book_too_long",
     "at most 3000000"),
    ("mange navne.xlsx", lambda: workbooks.xlsx_of(f"<c {'a=b ' * 7_000_000}/>"),
     "book_too_long", "pieces of XML"),
    ("mellemrum.xlsx", lambda: workbooks.xlsx_of(
        f'<row r="1"><c r="A1"><f>1</f>{" " * 9_000_000}<x/></c></row>'), "file_damaged",
     "damaged"),
    ("uden slut.xlsx", lambda: workbooks.xlsx_of("<row><c><v>5</v></c>"), "file_damaged",
     "damaged"),
    *((f"afbrudt ved {end}.ods", lambda end=end: torn_ods(f"</{end}>"), "file_damaged", "damaged")
      for end in ("text:p", "table:table-cell", "table:table-row", "table:table",
                  "office:spreadsheet", "office:body", "office:document-content")),
    ("efter slut.ods", lambda: changed_ods(lambda content: content + "<x/>"), "file_damaged",
     "damaged"),
    ("krydset.ods", lambda: changed_ods(lambda content: content.replace(
        "</table:table-row></table:table>", "</table:table></table:table-row>")), "file_damaged",
     "damaged"),
    ("enhed.ods", lambda: changed_ods(lambda content: content.replace(
        "?><office", '?><!DOCTYPE x [<!ENTITY a "A">]><office').replace(">A<", ">&a;<")),
     "file_damaged", "damaged"),
    ("navnerum.ods", lambda: workbooks.ods_of(
        '<table:table-row xmlns:table="urn:x" table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"/></table:table-row>'), "sheet_too_large", "row 1048576"),
    # the CSV of valg.dk
    ("tom eksport.csv", text(EXPORT), "table_empty", "no lists"),
    ("eksport.csv", text(EXPORT + "1. Byrum;A;S;Ane And;to"), "valgdk_votes", "Line 2"),
    ("eksport2.csv", text(EXPORT + "1. Byrum;A"), "valgdk_row", "Line 2 lacks cells"),
    ("eksport3.csv", text(EXPORT + "".join(f"1.;L{n};L{n};Listestemmer;1\n" for n in range(100))),
     "too_many_lists", "at most 99"),
    # the feed
    ("kandidat-data-Kommunalvalg-Læsø.json", text("[1, 2"), "feed_torn_candidates", "Læsø.json'"),
    ("kandidat-data-Kommunalvalg-X.json", text("{}"), "feed_torn_candidates", "$.Valgart"),
    ("kandidat-data-y.json", lambda: json.dumps(feeds.standing(LEJRE, Valgdag=7)).encode(),
     "feed_torn_candidates", "at $.Valgdag"),
    ("kandidat-data-z.json", lambda: json.dumps(
        feeds.standing(LEJRE, Kandidatlister=[{"Navn": "x"}])).encode(),
     "feed_torn_candidates", "$.Kandidatlister[0].KandidatlisteId"),
    ("ene.json", text('{"kind":"scenario","version":1,"state":{"seats":9,"lists":[{"letter":"A",'
                      '"votes":5}],"alliances":[{"lists":["A"]}]}}'), "saved_alone", "A stands"),
    ("nul.json", text('{"kind":"scenario","version":0,"state":{}}'), "kept_version_unknown", "0"),
    ("valgresultater-Kommunalvalg-Læsø.json", text("{}"), "feed_no_candidates", "kandidat-data"),
    ("feed.zip", lambda: zipped({"kandidat-data-a.json": b"\xff\xfe{"}), "feed_torn_candidates",
     "'kandidat-data-a.json'"),
    ("feed2.zip", lambda: zipped({"kandidat-data-a.json": "[" * 50_000}), "feed_torn_candidates",
     "at $"),
    ("feed3.zip", lambda: lying_zip("kandidat-data-a.json", 600_000_000 // 100), "file_damaged",
     "damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "code", "says"), BROKEN, ids=[each[0] for each in BROKEN])
def test_a_broken_file_is_refused_in_words(
    name: str, data: Callable[[], bytes], code: str, says: str
) -> None:
    began = time.perf_counter()
    with pytest.raises(ScenarioError) as error:
        opened(name, data(), seats=9)
    assert error.value.code == code
    assert says in str(error.value)
    assert len(words("da").error(error.value)) < 400
    assert time.perf_counter() - began < 10  # seconds, on a machine with much to do


def test_every_code_of_the_readers_is_in_a_test() -> None:
    here, readers = Path(__file__).parent, Path(sources.__file__).parent
    ours = [
        path for path in readers.glob("*.py") if path.stem not in ("areas", "bundled", "councils")
    ]
    tested = "".join(path.read_text("utf-8") for path in here.glob("*.py"))
    tested += here.parent.joinpath("test_errors.py").read_text("utf-8")
    assert {code for code in raised_in(ours) if f'"{code}"' not in tested} == set()


def test_there_are_enough_of_them() -> None:
    assert len(BROKEN) >= 60
    assert len({each[0] for each in BROKEN}) == len(BROKEN)


def test_memory_stays_bounded_while_bombs_are_refused() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, data, _, _ in BROKEN:
        if "bombe" in name or "langt" in name or "gentaget" in name:
            content = data()
            with pytest.raises(ScenarioError):
                opened(name, content)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 400_000  # kilobytes


@pytest.mark.parametrize("place", [5, [], {}, b"Lejre", 1.5, "\ud83d"])
def test_a_place_is_text(place: object) -> None:
    for x in ("A;5\nB;7", b"A;5\nB;7"):
        with pytest.raises(ScenarioError, match=r"place|half"):
            read(x, seats=9, place=place)  # type: ignore[arg-type]  # that is what is tested


@pytest.mark.parametrize("noise", [1e-9, -1e-9, 9e-13, -9e-13])
@pytest.mark.parametrize("book", [workbooks.xlsx, workbooks.ods])
def test_noise_of_reckoning_is_no_fraction(
    book: Callable[[list[tuple[str, float]]], bytes], noise: float
) -> None:
    found = opened("a.xlsx", book([("A", 8123 + noise), ("B", 40), ("C", noise)]), seats=9)
    assert found.results[0].scenario.ballots == (8123, 40, 0)


def test_paths_of_a_person() -> None:
    for wrong in (5, None, 1.5, [1]):
        with pytest.raises(ScenarioError, match="A code, a file or a table is wanted"):
            read(wrong)  # type: ignore[arg-type]
    with pytest.raises(ScenarioError):
        read("x" * 100_000)
    with pytest.raises(ScenarioError):
        read("A\x00;5")


def test_nothing_is_written_when_an_archive_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "feed.zip"
    path.write_bytes(feeds.zipped(feeds.council(LEJRE)))
    before = sorted(tmp_path.rglob("*"))
    vf.read_feed(path)
    assert sorted(tmp_path.rglob("*")) == before


MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{0}{x!r}",
    "%s%n",
    "$\\frac$",
)


@pytest.mark.parametrize("name", MARKUP)
def test_markup_in_a_name_stays_text(name: str) -> None:
    s = read(f"Liste;Navn;Stemmer\nA;{name};5\nB;x;4\nI alt {name};;9", seats=9)
    assert s.names[0] == name
    assert escape(name) in s._repr_html_() or "<script" not in s._repr_html_()
    found = opened("a.csv", f"Liste;Stemmer\n{name};5\nB;4\nI alt;9".encode(), seats=9)
    for language in ("da", "en"):
        assert understood(words(language), found)
        assert all(told(words(language), found))
    scenario = feeds.standing(LEJRE)
    scenario["Kandidatlister"][0]["Navn"] = name
    files = {feeds.name("kandidat-data", LEJRE): scenario}
    feed = opened("feed.zip", feeds.zipped(files))
    assert feed.results[0].scenario.names[0] == " ".join(name.split())


def test_what_is_open_stays_as_it_was_after_each() -> None:
    before, refused = LEJRE.code(), 0
    for name, data, _, _ in all_or(BROKEN, BROKEN[::6]):
        if name.startswith("bombe"):
            continue
        try:
            found = opened(name, data(), into=LEJRE)
        except ScenarioError:
            refused += 1
        else:  # what is wrong is not in its votes, and nothing else is taken
            [result] = found.results
            assert found.into
            assert result.scenario.with_votes(LEJRE.votes) == LEJRE
    assert refused > 10
    assert LEJRE.code() == before
    assert Scenario(LEJRE.votes, 9).letters == LEJRE.letters


def test_a_file_that_says_it_is_json_in_another_form(tmp_path: Path) -> None:
    saved = tmp_path / "lejre.json"
    from valgforbund.sharing.form import SCENARIO, ScenarioForm

    saved.write_bytes(SCENARIO.write(ScenarioForm.of(LEJRE)))
    assert read(saved) == LEJRE
    pretty = json.dumps(json.loads(saved.read_text("utf-8")), indent=1, ensure_ascii=False)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        saved.write_text(pretty, encoding)
        assert read(saved) == LEJRE
