"""What a note on a council says: true in every world, the same in every format, all text text."""

import base64
import datetime as dt
import html
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import mistune
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import valgforbund as vf
from valgforbund.baselines import Baseline
from valgforbund.reports.note import FORMATS, filed, written
from valgforbund.reports.notes import council, told
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Chart
from valgforbund.reports.writers.markdown import escaped
from valgforbund.wording import words

from .pages import DAY, NO_POPPLER, Html, codes, every, pages, paper, said, section

NÆSTVED = vf.load("KV2025", "Næstved")
BLUE = "C-I-M-O-V-Æ"
CLASS = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]], place="Klasse 8")
TIE = vf.Scenario({"A": 10, "B": 10, "C": 5}, 4, [["A", "C"]])
HOSTILE = {
    "A": "<script>alert(1)</script>",
    "B": "#set page(fill: red)",
    "C": "**bold** [x](http://y) | `k`",
    "D": "=1+2",
    "E": r"$\frac{1}{2}$ \ _x_ ~y~",
    "F": '"}]} {{x}} {0} @z',
    "G": "漢字 العربية",
    "H": "-5 & <b>",
}
BAD = vf.Scenario(
    {letter: 1000 - 37 * i for i, letter in enumerate(HOSTILE)},
    15,
    [["A", "B", "C"], ["D", "E"]],
    names=HOSTILE,
    place="#pagebreak() <i>",
    election="Test & *it*",
    notes=["<u>note</u>"],
)
COUNCILS = ("Næstved", "København", "Vallensbæk", "Læsø")


def plainly(text: str) -> str:
    """With ordinary blanks."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


# ---- what it says ----


def test_the_answer_of_næstved_is_the_explorers_headline() -> None:
    text = said(vf.compare(NÆSTVED, BLUE))
    answer = text.split("\n\n")[3]
    assert answer.startswith(
        "Valgforbundet C-I-M-O-V-Æ redder to mandater: O og Æ får ét mere hver, A to færre"
    )
    assert "Flertal: 16 af 31." in answer


def test_the_seats_are_the_official_ones_and_those_counted_without() -> None:
    official = vf.official_seats("KV2025", "Næstved")
    without = vf.count(NÆSTVED.dissolve(BLUE)).seats
    rows = section(said(vf.compare(NÆSTVED, BLUE)), "Mandater").splitlines()
    for letter, seats in official.items():
        row = next(each for each in rows if each.startswith(f"{letter} "))
        found = re.search(r"med (\d+), uden (\d+), ± (\S+), valgt (\d+)", row)
        assert found
        assert (int(found[1]), int(found[2]), int(found[4])) == (seats, without[letter], seats)
        assert int(found[3].replace("−", "-")) == seats - without[letter]
    votes = f"{NÆSTVED.votes.sum():,}".replace(",", ".")
    assert f"Hele rådet: Stemmer {votes}, med 31, uden 31, ± 0, valgt 31" in rows


def test_who_gains_and_who_pays_stand_under_their_own_heads() -> None:
    text = section(said(vf.compare(NÆSTVED, BLUE)), "Hvem vinder, og hvem betaler?")
    gains, pays = text.split("Betaler:")
    assert re.findall(r"- (\S+) (\S)", gains) == [("+1", "O"), ("+1", "Æ")]
    assert re.findall(r"- (\S+) (\S) .*: 10 i stedet for 12", pays) == [("−2", "A")]


def test_whom_the_alliance_seats_and_who_pays_are_named() -> None:
    """Official result: Patrick Elm (O) and Lizette Laugesen (Æ) were elected."""
    text = plainly(said(vf.compare(NÆSTVED, BLUE)))
    assert (
        "Med valgforbundet er Patrick Elm (O) og Lizette Laugesen (Æ) valgt i stedet for nr. 23 på "
        "liste A og nr. 8 på liste A." in section(text, "Hvem vinder, og hvem betaler?")
    )
    moved = section(text, "Hvem valgforbundet flytter")
    assert "O Patrick Elm, nr. 3: med valgforbundet valgt, uden ikke valgt" in moved
    assert "A nr. 23: med valgforbundet ikke valgt, uden valgt" in moved
    other = plainly(said(vf.compare(NÆSTVED, BLUE, NÆSTVED.leave("Æ"))))
    assert "i stedet for nr." not in section(other, "Hvem vinder, og hvem betaler?")


def test_every_seat_has_its_member_and_every_list_its_first_substitute() -> None:
    text = plainly(said(NÆSTVED))
    rows = section(text, "Hvem er valgt").splitlines()
    official = vf.candidates("KV2025", "Næstved")
    for _, person in official.dropna(subset="seat").iterrows():
        who = f"{person['letter']} {person['name']}, nr. {person['candidate']}"
        votes = f"{person['votes']:,}".replace(",", ".")
        assert any(row.startswith(f"{person['seat']}") and who in row for row in rows)
        assert any(who in row and row.endswith(votes) for row in rows)
    after = section(text, "Første stedfortræder i hver liste")
    for _, person in official[official["substitute"] == 1].iterrows():
        assert f"{person['letter']} nr. {person['candidate']}: " in after
    assert "har kun de valgte navn" in after
    assert "antagelse" in plainly(said(NÆSTVED.shift("O", 500)))


def test_candidates_that_are_given_are_named() -> None:
    s = vf.Scenario({"A": 60, "B": 30}, 3, place="Klub")
    people = pd.DataFrame(
        [("A", 1, "Ane", 10), ("A", 2, "Bo <b>", 50), ("A", 3, None, 0), ("B", 1, "Cy", 30)],
        columns=["letter", "candidate", "name", "votes"],
    )
    text = plainly(written(s, ".txt", date=DAY, candidates=people).decode())
    assert "A Bo <b>, nr. 2" in section(text, "Hvem er valgt")
    assert "A nr. 3" in section(text, "Første stedfortræder i hver liste")
    uncounted = written(s, ".txt", date=DAY, candidates=people.assign(votes=pd.NA)).decode()
    assert "Hvem er valgt" not in uncounted


def test_it_is_told_whose_candidates_are_given(tmp_path: Path) -> None:
    people = vf.candidates("KV2025", "Næstved")
    told = "Kandidaterne på O er lagt ind af brugeren; de er ikke kildens."
    assert "lagt ind" not in plainly(written(NÆSTVED, ".txt", candidates=people).decode())
    first = (people["letter"] == "O") & (people["candidate"] == 1)
    people["votes"] += 1000 * first
    for shown in (NÆSTVED, vf.count(NÆSTVED), vf.compare(NÆSTVED, BLUE)):
        text = plainly(written(shown, ".txt", candidates=people).decode())
        assert told in section(text, "Hvad er ændret?")
    place = tmp_path / "x.valgforbund.json"
    NÆSTVED.save(place, candidates=people.assign(name=people["letter"] + "Kim"))
    text = plainly(written(vf.open_file(place), ".txt").decode())
    assert told in text
    assert "O OKim, nr. 1" in section(text, "Hvem er valgt")


def test_close_calls_are_the_margins() -> None:
    text = section(said(vf.compare(NÆSTVED, BLUE)), "Hvor tæt var det?")
    margins = vf.margins(NÆSTVED)
    for letter in BLUE.split("-"):
        lacks = int(margins.loc[letter, "votes_to_gain"])
        assert re.search(rf"^{letter}: \D*{lacks:,}".replace(",", r"\."), text, re.MULTILINE)


def test_a_scenario_is_about_the_alliance_that_saves_most() -> None:
    saved = vf.savings(NÆSTVED)["saved_dissolved"]
    assert saved.idxmax() == BLUE
    assert said(NÆSTVED) == said(vf.compare(NÆSTVED, BLUE)) == said(vf.count(NÆSTVED))


@pytest.mark.parametrize(
    ("baseline", "asked", "means"),
    [
        ("dissolved", "uden netop dette valgforbund", "Uden: det samme valg, hvor netop"),
        ("none", "helt uden valgforbund", "Helt uden valgforbund: "),
        (NÆSTVED.leave("Æ"), "at Æ er med", "Uden Æ: "),
        (NÆSTVED.with_seats(29), "de to valg", "I sammenligningen: "),
    ],
)
def test_the_baseline_is_named_and_defined(baseline: object, asked: str, means: str) -> None:
    text = said(vf.compare(NÆSTVED, BLUE, baseline))  # type: ignore[arg-type]
    assert asked in text.split("\n\n")[2]
    assert means in section(text, "Hvad ordene betyder")


def test_a_list_that_would_join_is_a_case_of_its_own() -> None:
    compared = vf.compare(NÆSTVED, BLUE, Baseline("in", "Ø"))  # type: ignore[arg-type]
    note = council.note(words("da"), Case(compared, Baseline("in", "Ø"), NÆSTVED), DAY)
    assert note.question.startswith("Hvad ville det betyde, hvis Ø kom med i")
    text = filed(note, ".txt", DAY).decode()
    assert "med Ø" in section(text, "Mandater")
    assert "Intet: tallene er som i kilden." in text  # the scenario itself is the world without
    assert [vf.read(code) for code in codes(text)] == [NÆSTVED]


def test_what_was_changed_against_the_source_is_listed() -> None:
    changed = NÆSTVED.with_votes({"A": 14000}).with_seats(29).leave("Æ").with_list("X", 77)
    text = section(said(changed), "Hvad er ændret?")
    assert "Stemmer: A 14.000 i stedet for 14.428." in text
    assert "Rådet har 29 mandater i stedet for 31." in text
    assert "Nye lister: X 77." in text
    assert "Nye valgforbund: C-I-M-O-V." in text
    assert "ikke er der længere: C-I-M-O-V-Æ." in text
    assert "Intet" in section(said(NÆSTVED), "Hvad er ændret?")
    assert "egne" in section(said(CLASS), "Hvad er ændret?")
    fewer = NÆSTVED.without_list("Å").with_candidates({"A": 5}).with_names({"B": "Bi"})
    text = section(said(fewer), "Hvad er ændret?")
    assert "Lister, der er taget ud: Å." in text
    assert "Kandidater: A 5 i stedet for " in text
    assert "Nye navne: B Bi." in text


def test_lots_are_shown_as_lots() -> None:
    text = said(TIE)
    assert "Lodtrækning mellem" in text.split("\n\n")[3]
    assert "1–2 (lod)" in section(text, "Mandater")
    assert "Lod: lige kvotienter" in section(text, "Hvad ordene betyder")
    counted = vf.count(TIE)
    drawn = said(counted.settle({counted.lots[0]: "B"}))
    assert "Loddet er trukket: B vandt over" in drawn
    assert "Lod: lige kvotienter" in drawn  # the other world still waits for its own


def test_seats_that_nobody_can_fill_are_said_to_be_empty() -> None:
    few = vf.Scenario({"A": 100, "B": 20}, 9, candidates={"A": 3, "B": 2})
    text = said(few)
    assert "4 pladser står tomme" in text
    assert "Hele rådet: Stemmer 120, Mandater 5" in text


def test_without_alliances_nothing_is_compared() -> None:
    text = said(CLASS.without_alliances())
    assert "Der er ingen valgforbund: 8 mandater fordeles" in text
    assert "Hvem vinder" not in text
    assert "Uden:" not in text


def test_unknown_alliances_are_not_no_alliances() -> None:
    text = said(vf.load("KV2021", "Næstved"))
    assert "Der er ingen valgforbund" not in text
    assert "hvem der var i valgforbund, er ikke kendt" in text
    assert "ikke det officielle resultat" in text
    assert "valgt 13" in section(text, "Mandater")  # A's official seats; ours are 14


def test_no_votes_are_no_seats() -> None:
    text = said(vf.Scenario({"A": 0, "B": 0}, 9, [["A", "B"]]))
    assert "Der er ingen stemmer endnu." in text


def test_the_dates_are_those_of_writing_and_of_polling() -> None:
    text = said(NÆSTVED)
    assert text.startswith("Notat · Skrevet 30. november 2026. Valgdag: 18. november 2025.")
    assert "fra valgdagen 18. november 2025" in text
    assert said(NÆSTVED, language="en").startswith("Note · Written November 30, 2026.")


def test_variants_stand_side_by_side_with_their_codes() -> None:
    alone, others = CLASS.leave("C"), CLASS.unite("BCD").with_seats(9)
    text = said(CLASS, variants={"C alene": alone, "Tre sammen": others})
    part = text.partition("Varianterne side om side")[2]
    for letter in CLASS.letters:
        seats = [vf.count(s).seats[letter] for s in (CLASS, alone, others)]
        row = f"{letter}: Dette notat {seats[0]}, C alene {seats[1]}, Tre sammen {seats[2]}"
        assert row in part
    assert "Valgforbund: Dette notat C-D, C alene ingen, Tre sammen B-C-D" in part
    assert [vf.read(code) for code in codes(text)] == [CLASS, alone, others]


def test_a_variant_without_one_of_the_lists_says_so() -> None:
    text = said(CLASS, variants={"uden D": CLASS.without_list("D")})
    assert "D: Dette notat 2, uden D –" in text
    assert "C-D i alt: Dette notat 3, uden D 1" in text


# ---- errors ----


def test_what_cannot_be_a_note_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    with pytest.raises(vf.ScenarioError, match=r"\.pdf, \.html, \.md, \.txt.*'\.docx'"):
        vf.note(CLASS, path)
    with pytest.raises(vf.ScenarioError, match="Expected a Comparison, Count or Scenario; got '5'"):
        vf.note(5, tmp_path / "note.txt")
    with pytest.raises(vf.ScenarioError, match="no language 'xx'"):
        vf.note(CLASS, tmp_path / "note.txt", language="xx")
    with pytest.raises(vf.ScenarioError, match="by name"):
        vf.note(CLASS, tmp_path / "note.txt", variants=[CLASS])  # type: ignore[arg-type]
    with pytest.raises(vf.ScenarioError, match="At most 4 variants"):
        vf.note(CLASS, tmp_path / "note.txt", variants={str(n): CLASS for n in range(5)})
    with pytest.raises(vf.ScenarioError, match="Expected a Scenario; got '7'"):
        vf.note(CLASS, tmp_path / "note.txt", variants={"x": 7})  # type: ignore[dict-item]
    assert not list(tmp_path.iterdir())


def test_a_note_is_a_file_and_leaves_what_it_is_about_alone(tmp_path: Path) -> None:
    before = CLASS.code()
    for suffix in FORMATS:
        path = vf.note(CLASS, tmp_path / f"Møde{suffix.upper()}", date=DAY)
        assert path.read_bytes() == written(CLASS, suffix, date=DAY)
    assert CLASS.code() == before


def test_without_a_date_it_is_todays(tmp_path: Path) -> None:
    today = dt.datetime.now().astimezone().date()
    assert str(today.year) in vf.note(CLASS, tmp_path / "n.txt").read_text("utf-8").splitlines()[0]


# ---- the formats ----


@pytest.mark.parametrize("place", COUNCILS)
def test_a_council_is_one_page_of_a4_and_its_members_one_tagged_and_titled(place: str) -> None:
    file = written(vf.load("KV2025", place), ".pdf", date=DAY)
    assert file.startswith(b"%PDF-1.")
    assert pages(file) == 2
    assert b"/StructTreeRoot" in file
    assert b"/MarkInfo" in file
    assert re.search(rb"/Lang ?\(da\)", file)
    assert b"pdfuaid" in file  # the typesetter checked it against PDF/UA
    assert re.search(rb"/MediaBox ?\[0 0 595\.\d+ 841\.\d+\]", file)
    assert b"DejaVuSans" in file
    assert b"Libertinus" in file


def test_who_is_not_known_takes_no_page() -> None:
    glostrup = vf.load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
    assert pages(written(glostrup, ".pdf", date=DAY)) == 1
    assert "Hvem er valgt" not in said(glostrup)
    assert "Hvem er valgt" not in said(NÆSTVED.with_votes(dict.fromkeys(NÆSTVED.letters, 0)))


def test_variants_are_a_page_of_their_own() -> None:
    pinned = {"uden Æ": NÆSTVED.leave("Æ"), "helt uden": NÆSTVED.without_alliances()}
    assert pages(written(NÆSTVED, ".pdf", date=DAY, variants=pinned)) == 3


def test_many_lists_with_long_names_reach_beyond_no_page(tmp_path: Path) -> None:
    named = {f"L{n:02}": "Et langt navn der bliver ved " * 6 for n in range(24)}
    votes = {letter: 1000 + 13 * n for n, letter in enumerate(named)}
    letters = list(named)
    many = vf.Scenario(votes, 31, [letters[:12], letters[12:]], names=named)
    file = written(many, ".pdf", date=DAY)
    assert pages(file) <= 2
    text = paper(file, tmp_path)
    if text is not None:
        assert all(letter in text for letter in letters)


def test_the_paper_says_what_the_text_says(tmp_path: Path) -> None:
    files = every(vf.compare(NÆSTVED, BLUE))
    text = paper(files[".pdf"], tmp_path)
    if text is None:
        pytest.skip(NO_POPPLER)
    flat = "".join(text.split()).replace("\u00ad", "").replace("-", "")
    plain = files[".txt"].decode()
    for sentence in re.findall(r"^- (.*)$", plain, re.MULTILINE):
        assert "".join(sentence.split()).replace("-", "") in flat
    assert [vf.read(code) for code in codes(text)] == [NÆSTVED]


@pytest.mark.parametrize("shown", [NÆSTVED, BAD, CLASS], ids=["Næstved", "hostile", "class"])
def test_a_page_is_one_file_without_scripts_and_with_nothing_from_elsewhere(
    shown: vf.Scenario,
) -> None:
    page = Html(written(shown, ".html", date=DAY))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "iframe", "object", "form", "base"}
    for tag, named in page.tags:
        assert not any(key.startswith("on") for key in named), tag
        assert not named.get("href"), tag
        assert (named.get("src") or "data:").startswith("data:"), tag
        assert tag != "img" or named.get("alt")
    assert ("html", {"lang": "da"}) in page.tags
    assert any(named.get("name") == "viewport" for tag, named in page.tags if tag == "meta")


def test_names_are_text_in_every_format(tmp_path: Path) -> None:
    files = every(BAD, variants={"<script>x": BAD.leave("A")})
    page = Html(files[".html"])
    for name in HOSTILE.values():
        assert name in page.text
        assert name in files[".txt"].decode()
        assert escaped(name) in files[".md"].decode()
    assert pages(files[".pdf"]) == 2
    text = paper(files[".pdf"], tmp_path)
    if text is not None:
        for letter in "ABCDEF":
            assert HOSTILE[letter] in text
        assert "<u>note</u>" in text


shown_as = mistune.create_markdown(escape=True, plugins=["strikethrough", "table", "url"])
MARKS = "*_`~<>[]()#+-=.!|&$:@^\\{}1a "


@given(st.text(MARKS, max_size=12) | st.text(max_size=20))
@example("1. x")
@example("- x")
@example("--- ---")
@example("# x")
@example("https://example.org www.example.org a@example.org")
@example("&lt; &#60; ![a](b) [a]: b")
@example("| a | b |")
def test_a_reader_of_markdown_shows_the_text_itself(name: str) -> None:
    one = " ".join(name.split())
    if not one.isprintable() or not one:
        return
    found = str(shown_as(escaped(one))).strip().removeprefix("<p>").removesuffix("</p>")
    assert html.unescape(found) == one
    assert "<" not in found


def test_plain_text_has_no_heading_over_nothing() -> None:
    text = written(NÆSTVED, ".txt", date=DAY).decode()
    assert "Billeder" not in text
    assert not re.search(r"^-+\n\n.+\n-+$", text, re.MULTILINE)


MARKED = re.compile(r"(?<!\\)(?:\\\\)*[*_`<\[]")


def test_markdown_has_no_markup_but_ours() -> None:
    text = written(BAD, ".md", date=DAY).decode()
    tables = re.findall(r"(?:^\|.*\|\n?)+", text, re.MULTILINE)
    assert len(tables) == 2
    for table in tables:
        rows = table.splitlines()
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
        for row in rows:
            bare = row.replace("**", "") if row.startswith("| **") else row
            assert not MARKED.search(bare), row


def test_charts_are_svg_whose_text_is_text() -> None:
    note = told.note(NÆSTVED, "da", DAY)
    charts = [b for s in note.sections for b in s.blocks if isinstance(b, Chart)]
    assert len(charts) == 2
    for chart in charts:
        tree = ET.fromstring(chart.svg)
        texts = ["".join(each.itertext()) for each in tree.iter("{http://www.w3.org/2000/svg}text")]
        assert "uden" in texts
        assert chart.alt
    page = written(NÆSTVED, ".html", date=DAY).decode()
    sources = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert [base64.b64decode(each).decode() for each in sources] == [c.svg for c in charts]


def test_the_same_note_is_the_same_file() -> None:
    for suffix in FORMATS:
        assert written(CLASS, suffix, date=DAY) == written(CLASS, suffix, date=DAY), suffix


RECOUNTED = [
    vf.compare(NÆSTVED, BLUE),
    vf.compare(NÆSTVED, BLUE, "none"),
    vf.compare(NÆSTVED, BLUE, NÆSTVED.leave("Æ")),
]


@pytest.mark.parametrize("compared", RECOUNTED, ids=["dissolved", "none", "out"])
def test_the_line_of_python_counts_it_again(compared: vf.Comparison) -> None:
    text = said(compared)
    told = re.search(r"er hele valget: (.*) tæller det igen i Python", text)
    assert told
    first, _, last = told[1].replace("VF1-…", codes(text)[0]).rpartition("; ")
    names: dict[str, object] = {"vf": vf}
    exec(first, names)
    again = eval(last, names)
    assert again.spans == compared.spans
    assert again.baseline == compared.baseline


def test_a_note_of_the_largest_council_is_written(tmp_path: Path) -> None:
    many = vf.Scenario(
        {f"{n:02}": 1000 + 7 * n for n in range(99)}, 299, [[f"{n:02}" for n in range(9)]]
    )
    file = written(many, ".pdf", date=DAY)
    assert 1 < pages(file) <= 4  # of a council of 99 lists and 299 seats
    text = paper(file, tmp_path)
    assert text is None or "98" in text
