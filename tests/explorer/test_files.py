"""What leaves a tool as a file or a code, and what comes back: all of it, or nothing, in words."""

import io
import json
import random
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import openpyxl
import pytest

import valgforbund as vf
from explorer.browser import Browser
from explorer.page import Page
from explorer.part import classes
from explorer.test_memory import (
    SMALL,
    Make,
    Opened,
    constitution,
    every_tool,
    lesson,
    proportional,
    review,
    walk,
)
from valgforbund import Scenario
from valgforbund.explorer.workbench.files import FilesMenu
from valgforbund.sharing.envelope import MOST_BYTES, Kind
from valgforbund.sharing.packing import packed, unpacked

PIECE = 1_000_000


class Desk:
    """What the script of the page does with files, for one tool."""

    def __init__(self, root: widgets.Widget) -> None:
        waiting = [root]
        while "vf-files" not in classes(waiting[0]):
            waiting = [*waiting[1:], *getattr(waiting[0], "children", ())]
        self.menu: FilesMenu = waiting[0]
        self.heard: list[dict[str, Any]] = []
        self.menu.send = lambda content, buffers=None: self.heard.append(content)  # type: ignore[method-assign]  # the page is here

    def say(self, message: dict[str, Any], *buffers: bytes) -> None:
        self.menu._handle_custom_msg(message, [memoryview(each) for each in buffers])

    def offer(self) -> dict[str, str]:
        """What the menu offers when it is unfolded."""
        self.say({"ask": 7})
        assert self.heard[-1]["number"] == 7
        offer: dict[str, str] = self.heard.pop()["offer"]
        return offer

    def open(self, data: bytes | str, name: str = "x.valgforbund.json") -> None:
        """Choose a file, which the page sends piece by piece."""
        data = data.encode() if isinstance(data, str) else data
        of = max(1, -(-len(data) // PIECE))
        for part in range(of):
            piece = data[part * PIECE : (part + 1) * PIECE]
            self.say({"part": part, "of": of, "number": 3, "name": name}, piece)
            if self.heard and self.heard[-1] == {"got": part, "number": 3}:
                self.heard.pop()
            else:
                return

    def paste(self, text: str) -> None:
        self.say({"code": text})


def desk(one: Opened) -> Desk:
    return Desk(one.root)


# ---- there and back ----


@pytest.mark.parametrize("seed", range(4))
@every_tool
def test_a_file_gives_a_tool_back_elsewhere(make: Make, seed: int) -> None:
    one, chance = make(), random.Random(seed)
    done = walk(one, chance, 12)
    other = make()
    before = other.state.remembered
    desk(other).open(desk(one).offer()["file"])
    assert other.alert().startswith(("Åbnet", "Opened", "Öppnat")), (done, other.alert())
    assert other.state.current == one.state.current, done
    assert other.state.original == one.state.original
    assert other.state.view.language == before.now.view.language
    other.state.undo()
    assert other.state.now[:2] == before.now[:2]  # one step
    assert not other.state.can_undo


@every_tool
def test_a_code_gives_what_is_counted(make: Make) -> None:
    one, chance = make(), random.Random(5)
    walk(one, chance, 12)
    other = make()
    desk(other).paste(f"> {desk(one).offer()['code'][:40]}\n> {desk(one).offer()['code'][40:]} ")
    assert other.state.current == one.state.current
    other.state.undo()
    assert not other.state.can_undo


def test_what_was_undone_is_in_no_file() -> None:
    page = Page(SMALL)
    page.votes("A", "98765")
    page.state.undo()
    offer = Desk(page.explorer).offer()
    assert "98765" not in offer["file"]
    assert b"98765" not in unpacked(offer["code"])


def test_around_a_scenario_stand_focus_baseline_variants_and_where_it_came_from() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    page.votes("O", "4000")
    page.press("variants.pin")
    page.choose("view.baseline", "Helt uden valgforbund")
    offer = Desk(page.explorer).offer()
    assert offer["name"] == "naestved-2025.valgforbund.json"
    file = vf.open_file(offer["file"].encode())
    assert file.state == page.scenario == vf.read(offer["code"])
    assert file.original == vf.load("KV2025", "Næstved")
    assert [*file.variants.values()] == [page.scenario]
    assert tuple(file.view.baseline) == ("none", "")
    assert file.view.focus == page.state.view.focus
    assert "Næstved" in file.source.votes
    assert file.source.program == f"valgforbund {vf.__version__}"
    names: dict[str, Scenario] = {}
    exec(offer["python"], names)
    assert names["s"] == page.scenario

    other = Page(SMALL)
    Desk(other.explorer).open(offer["file"])
    view = {"baseline": page.state.view.baseline, "pins": page.state.view.pins}
    assert {name: getattr(other.state.view, name) for name in view} == view
    assert other.sentences == page.sentences
    Desk(other.explorer).open(offer["file"])  # the same variants do not come twice
    assert other.state.view.pins == page.state.view.pins


def test_a_file_that_python_wrote_opens_against_the_election_it_is_a_change_of(tmp_path) -> None:
    s = vf.load("KV2025", "Næstved").leave("Å")
    s.save(tmp_path / "s.json")
    page = Page(SMALL)
    Desk(page.explorer).open((tmp_path / "s.json").read_bytes())
    assert page.scenario == s
    assert page.state.original == vf.load("KV2025", "Næstved")
    assert vf.open_file(tmp_path / "s.json").state == s


def test_a_file_that_a_person_wrote_opens() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    own = '{"kind":"scenario","version":1,"state":{"seats":3,"lists":[{"letter":"X","votes":5}]}}'
    for data in (own.encode(), own.encode("utf-16"), b"\xef\xbb\xbf" + own.encode()):
        page.state.open(SMALL)
        Desk(page.explorer).open(data)
        assert page.scenario == Scenario({"X": 5}, 3)
        assert page.state.original == page.scenario


def test_a_link_comes_after_what_is_kept() -> None:
    one = Page(SMALL)
    Browser(one.explorer).hello()
    one.votes("A", "61")
    kept, link = Browser(one.explorer).body, SMALL.with_seats(9).code()
    other = Page(SMALL)
    Desk(other.explorer).say({"link": link})
    assert other.scenario == SMALL  # the page has not said yet what it found
    Browser(other.explorer).put_back(kept)
    assert other.scenario == SMALL.with_seats(9)
    other.state.undo()
    assert other.scenario == SMALL.with_votes({"A": 61})
    Desk(other.explorer).say({"link": link})  # into an open page
    assert other.scenario == SMALL.with_seats(9)


def test_a_large_file_comes_in_pieces() -> None:
    page = Page(SMALL)
    offer = Desk(page.explorer).offer()["file"]
    spaced = offer.replace("\n", "\n" + " " * 300_000)
    assert PIECE * 3 < len(spaced) < MOST_BYTES
    Desk(page.explorer).open(spaced)
    assert page.told.startswith("Åbnet")


def test_pieces_of_another_file_are_nobodys() -> None:
    page = Page(SMALL)
    one = Desk(page.explorer)
    one.say({"part": 1, "of": 2, "number": 9, "name": "x"}, b"{}")
    one.say({"part": 0, "of": 2, "number": 1, "name": "x"}, b"{")
    one.say({"part": 1, "of": 2, "number": 2, "name": "x"}, b"}")
    assert page.alert == ""
    assert page.scenario == SMALL


# ---- files of the first version: they never change, and are read for ever ----

SAVED = Path(__file__).parent / "saved"


def saved(kind: str) -> bytes:
    return (SAVED / f"{kind}.valgforbund.json").read_bytes()


def test_a_constitution_of_the_first_version() -> None:
    one = constitution()
    desk(one).open(saved("proposal"))
    assert one.state.current.council.seats.to_dict() == {"A": 5, "B": 2, "C": 2}
    assert one.state.original.council.seats.to_dict() == {"A": 4, "B": 3, "C": 2}
    assert [each.size for each in one.state.current.committees.committees] == [3] * 5


def test_a_meeting_of_the_first_version() -> None:
    """The example that was published: its board is A, E, B, F and C."""
    one = proportional()
    desk(one).open(saved("meeting"))
    assert one.state.current.present == 15
    assert one.state.original.present == 13
    assert set(one.state.current.board.elected) == {"A", "B", "C", "E", "F"}


def test_a_class_s_work_of_the_first_version() -> None:
    one = lesson()
    desk(one).open(saved("classwork"))
    assert one.state.scenario.ballots == (11, 9, 6, 3, 2)
    assert one.state.guesses == {"A": 3}


def test_remarks_of_the_first_version() -> None:
    one = review()
    desk(one).open(saved("remarks"))
    assert one.state.current.written("sf") == {"Ærø": "Ring til A"}
    assert one.root.party == "SF – Socialistisk Folkeparti"


# ---- what is no file of the tool: each with its message, and the tool as before ----


def wrong(mine: str) -> dict[str, tuple[bytes, str]]:
    """What cannot be opened, and what the page says of it in Danish."""
    torn = mine.encode()[: len(mine) // 2]
    kind = json.loads(mine)["kind"]
    reads_tables = kind in ("scenario", "proposal", "classwork")
    other = "proposal" if kind == "scenario" else "scenario"
    state = Kind("election", 1, dict).write({})
    return {
        "torn": (torn, "er beskadiget: den kan ikke læses fra linje"),
        "empty": (b"", "Filen er tom"),
        "nested": (b'{"a":' * 100_000, "for mange lag"),
        "a key twice": (b'{"kind":"a","kind":"b"}', "»kind« to gange"),
        "NaN": (b'{"kind":NaN}', "NaN"),
        "another kind": (mine.replace(f'"{kind}"', f'"{other}"', 1).encode(), "her åbnes"),
        "a later version": (mine.replace('"version": 1', '"version": 7').encode(), "i version 7"),
        "no state": (
            mine.replace('"state"', '"stat"', 1).encode(),
            "ikke en fil herfra" if reads_tables else "ikke gemt med programmet",
        ),
        "a list for a state": (
            f'{{"kind":"{kind}","version":1,"state":[]}}'.encode(),
            "$.state skal filen have felter",
        ),
        "nothing for a state": (
            f'{{"kind":"{kind}","version":1,"state":{{}}}}'.encode(),
            "mangler ved $.state",
        ),
        "a table": (
            b"A;81\nB;x",
            "Linje 2" if reads_tables else "»x.valgforbund.json« er ikke gemt",
        ),
        "a picture": (
            b"\x89PNG\r\n\x1a\n\xff\xfe",
            "kan ikke læses som tekst" if reads_tables else "ikke gemt med programmet",
        ),
        "a code torn": (b"VF1-abc", "Koden er ikke hel"),
        "a code of tomorrow": (b"VF9-abc", "Koden begynder med VF9"),
        "what a browser keeps": (packed(state).encode(), "Filen indeholder election"),
        "too large": (b"{" + b" " * MOST_BYTES, "må højst fylde 8.000.000 byte"),
    }


@every_tool
def test_what_cannot_be_opened_is_told_and_leaves_the_tool_as_it_was(make: Make) -> None:
    one = make()
    walk(one, random.Random(2), 8)
    one.state.look(language="da")
    files = desk(one)
    for what, (data, told) in wrong(files.offer()["file"]).items():
        before, shown = one.state.remembered, one.shown()
        files.open(data)
        assert told in one.alert(), (what, one.alert())
        assert one.state.remembered == before, what
        assert one.shown() == shown, what


LISTS = [{"letter": "A", "votes": 3}, {"letter": "B", "votes": 3}]
MANY = [{"letter": f"L{n}", "votes": 1} for n in range(500)]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"lists": MANY}, "højst være 99 lister"),
        ({"lists": [{"letter": "A", "votes": 10**9 + 1}]}, "1.000.000.000"),
        ({"lists": [{"letter": "A", "votes": hex(10**30)}]}, "1.000.000.000"),
        ({"lists": [{"letter": "A", "votes": 10**30}]}, "højst 19 cifre"),
        ({"lists": [{"letter": "A", "votes": -5}]}, "der stod -5"),
        ({"seats": 1000}, "højst være 999"),
        ({"seats": 0}, "mandater"),
        ({"lists": [{"letter": "A", "votes": 3, "candidates": 10**6}]}, "højst være 999"),
        ({"lists": LISTS * 2}, "A"),
        ({"alliances": [{"lists": ["A", {"lists": ["A", "B"]}]}]}, "A"),
        ({"alliances": [{"lists": ["A", "Q"]}]}, "Q"),
    ],
)
def test_what_cannot_be_typed_cannot_be_opened_either(changes: dict, told: str) -> None:
    page = Page(SMALL)
    state = {"lists": LISTS, "seats": 5, **changes}
    before = page.state.remembered
    for around in (
        {"state": state},
        {"state": {"lists": LISTS, "seats": 5}, "original": state},
        {"state": {"lists": LISTS, "seats": 5}, "variants": [{"name": "x", "state": state}]},
        {"state": {"lists": LISTS, "seats": 5}, "view": {"drawn": [state]}},
    ):
        Desk(page.explorer).open(json.dumps({"kind": "scenario", "version": 1, **around}))
        assert told in page.alert
        assert page.state.remembered == before
        page.explorer.guard.clear()


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ({"focus": ["A", "Q"]}, "view"),
        ({"ours": "<b>"}, "view"),
        ({"moving": "Q"}, "view"),
        ({"baseline": ["out", "Q"]}, "view"),
        ({"baseline": ["hello", ""]}, "$.view.baseline"),
        ({"measure": "votes"}, "$.view.measure"),
        ({"source": "Q"}, "$.view.source"),
        ({"per_cent_of": -1}, "$.view.per_cent_of"),
        ({"per_cent_of": 10**12}, "højst være 1.000.000.000"),
        ({"language": "xx"}, "»language«"),
    ],
)
def test_a_look_that_cannot_be_is_refused(view: dict, told: str) -> None:
    page = Page(SMALL)
    before = page.state.remembered
    state = {"lists": LISTS, "seats": 5}
    around = {"kind": "scenario", "version": 1, "state": state, "view": view}
    Desk(page.explorer).open(json.dumps(around))
    assert told in page.alert
    assert page.state.remembered == before


def test_five_variants_are_more_than_there_is_room_for() -> None:
    page, state = Page(SMALL), {"lists": LISTS, "seats": 5}
    variants = [{"name": "x", "state": state | {"seats": n}} for n in range(1, 6)]
    file = {"kind": "scenario", "version": 1, "state": state, "variants": variants}
    Desk(page.explorer).open(json.dumps(file))
    assert "4" in page.alert
    assert page.state.view.pins == ()
    Desk(page.explorer).open(json.dumps(file | {"variants": variants[:4]}))
    assert [pin.name for pin in page.state.view.pins] == ["x", "x (2)", "x (3)", "x (4)"]


def test_markup_in_a_file_is_text_on_the_page() -> None:
    page = Page(SMALL)
    name = "<img src=x onerror=alert(1)>"
    state = {"lists": [{"letter": "A", "votes": 3, "name": name}], "seats": 5, "place": name}
    Desk(page.explorer).open(json.dumps({"kind": "scenario", "version": 1, "state": state}))
    assert page.scenario.names == (name,)
    html = [each.value for each in Opened(page.explorer, page.state).all() if is_html(each)]
    assert html
    assert not [each for each in html if "<img src=x" in each]
    assert Desk(page.explorer).offer()["name"] == "img-src-x-onerror-alert-1.valgforbund.json"


def is_html(widget: widgets.Widget) -> bool:
    return isinstance(getattr(widget, "value", None), str) and not isinstance(
        widget, (widgets.Text, widgets.Textarea)
    )


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ({"large": 2 * 1024**3}, "må højst fylde 200.000.000 byte; denne fylder 2.147.483.648"),
        ({"unreadable": "mappe"}, "»mappe« kan ikke læses"),
        ({"several": 3}, "3 filer"),
        ({"code": "hej <b>"}, "Det er ikke en kode"),
        ({"code": "\ud83d"}, "Det er ikke en kode"),
        ({"link": "VF1-abc"}, "Koden er ikke hel"),
    ],
)
def test_what_the_page_could_not_send_is_told(message: dict, told: str) -> None:
    page = Page(SMALL)
    Browser(page.explorer).hello()
    before = page.state.remembered
    Desk(page.explorer).say(message)
    assert told in page.alert
    assert page.state.remembered == before


def test_a_piece_too_many_is_refused_before_anything_is_read() -> None:
    page = Page(SMALL)
    one = Desk(page.explorer)
    one.menu.limit = MOST_BYTES
    for part in range(9):
        one.say({"part": part, "of": 9, "number": 1, "name": "x"}, b" " * PIECE)
    assert "må højst fylde" in page.alert
    assert one.heard[-1] == {"got": 7, "number": 1}


def test_the_lesson_opens_only_what_a_class_can_count() -> None:
    one = lesson()
    file = json.loads(desk(one).offer()["file"])
    scenario = file["state"]["scenario"]
    for changes, told in (
        ({"scenario": {**scenario, "seats": 31}}, "9"),
        ({"allied": ["A", "Q"]}, "Q"),
        ({"guesses": [["Q", 3]]}, "Q"),
    ):
        before = one.state.remembered
        desk(one).open(json.dumps({**file, "state": {**file["state"], **changes}}))
        assert told in one.alert()
        assert one.state.remembered == before


def test_the_review_opens_remarks_on_parties_that_stood() -> None:
    one = review()
    file = json.loads(desk(one).offer()["file"])
    assert file["kind"] == "remarks"
    for party, remarks in (("Q", []), (file["state"]["party"], [["Q", "Ry", "x"]])):
        before = one.state.remembered
        state = {"party": party, "remarks": remarks}
        desk(one).open(json.dumps({**file, "state": state}))
        assert "»Q«" in one.alert()
        assert one.state.remembered == before


# ---- tables ----


def test_the_lesson_opens_what_a_class_has_counted() -> None:
    one = lesson()
    files = desk(one)
    files.open("Liste;Stemmer\nPizza;11\nSushi;7\nTaco;6\nI alt;24", "klassen.csv")
    assert one.state.scenario.letters == ("A", "B", "C")
    assert one.state.scenario.names == ("Pizza", "Sushi", "Taco")
    assert one.state.scenario.ballots == (11, 7, 6)
    assert "3 lister, 24 stemmer" in one.alert()
    files.paste("Ja 12\nNej 9")
    assert one.state.scenario.names == ("Ja", "Nej")
    one.state.undo()
    one.state.undo()
    before = one.state.remembered
    for text, told in (
        ("\n".join(f"Liste {n};{n}" for n in "abcdefghi"), "Linje 1"),
        ("\n".join(f"{each};9" for each in "ABCDEFGHI"), "En klasse tæller 2 til 8 lister"),
        ("A;9", "En klasse tæller 2 til 8 lister"),
        ("Liste;Stemmer;Mandater\nA;9;20\nB;7;11", "højst 9 mandater"),
        ("A;8123\nB;x", "Linje 2"),
    ):
        files.open(text, "x.csv")
        assert told in one.alert(), text
        assert one.state.remembered == before


def test_konstituering_opens_seats_by_list() -> None:
    one = constitution()
    files = desk(one)
    for data in (
        b"Parti;Stemmer;Mandater\nSocialdemokratiet;8.123;9\nSF;400;5\nI alt;8.523;14",
        "Parti;Mandater\nSocialdemokratiet;9\nSF;5\nNøgle;0".encode("latin-1"),
        sheet_bytes([("Liste", "Mandater"), ("A", 9), ("F", 5)]),
    ):
        files.open(data, "råd.xlsx" if data.startswith(b"PK") else "råd.csv")
        seats = one.root.seats.to_dict()
        assert {each: n for each, n in seats.items() if n} == {"A": 9, "F": 5}
        assert "9" in one.alert() or "14" in one.alert()
    files.paste("A 14, C 5")
    assert one.root.seats.to_dict() == {"A": 14, "C": 5}
    before = one.state.remembered
    for text, told in (("A;1000", "999"), ("A;9\nB;x", "Linje 2"), ("\n" * 9 + "A", "Linje 10")):
        files.open(text, "x.csv")
        assert told in one.alert(), (text, one.alert())
        assert one.state.remembered == before


@pytest.mark.parametrize("make", [review, proportional])
def test_where_there_is_nothing_to_do_with_a_table_it_is_said_who_opens_it(make: Make) -> None:
    one = make()
    before = one.state.remembered
    for act in (lambda: desk(one).open("A;5\nB;3", "x.csv"), lambda: desk(one).paste("A 5")):
        act()
        assert "Tabeller åbnes i værktøjet Valgforbund" in one.alert()
        assert one.state.remembered == before


def sheet_bytes(rows: list[tuple[object, ...]]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()
