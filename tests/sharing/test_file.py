"""A file gives the same scenario back; whatever is no whole file is refused, and told where."""

import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

import valgforbund as vf
from valgforbund import Scenario, ScenarioError, load, read
from valgforbund.sharing import read_code, read_file
from valgforbund.sharing.file import SCENARIOS, Look
from valgforbund.sharing.form import ScenarioForm
from valgforbund.sharing.schema import SCHEMA, text_of_schema

from .test_code import scenarios

S = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
HERE = Path(__file__).parent
NAESTVED = HERE / "naestved-2025.valgforbund.json"


@given(s=scenarios())
@settings(max_examples=40)
def test_a_file_gives_the_scenario_back(
    s: Scenario, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("saved") / "s.valgforbund.json"
    s.save(path)
    assert read(path) == s
    assert read(str(path)) == s
    assert vf.open_file(path).state == s
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(
        json.loads(path.read_text("utf-8"))
    )


def test_a_file_can_be_read_by_a_person(tmp_path: Path) -> None:
    load("KV2025", "Næstved").save(tmp_path / "x.json", "de officielle resultater")
    lines = (tmp_path / "x.json").read_text("utf-8").splitlines()
    assert '      {"letter": "Å", "votes": 382, "name": "Alternativet", "candidates": 3}' in lines
    assert '      {"lists": ["C", "I", "M", "O", "V", "Æ"]}' in lines
    assert '    "seats": 31,' in lines
    assert max(map(len, lines)) < 110
    source = vf.open_file(tmp_path / "x.json").source
    assert source.votes == "de officielle resultater"
    assert source.program == f"valgforbund {vf.__version__}"
    assert len(source.saved) == len("2026-03-01")


def test_a_file_of_the_first_version_is_read_for_ever() -> None:
    """Written by the first version; it never changes."""
    file = vf.open_file(NAESTVED)
    base = load("KV2025", "Næstved")
    assert (file.kind, file.version) == ("scenario", 1)
    assert file.state == base.leave("Å").with_votes({"O": 4000})
    assert file.original == base
    assert dict(file.variants) == {"Uden V": base.leave("V")}
    assert file.view.focus == frozenset("CIMOVÆ")
    assert tuple(file.view.baseline) == ("out", "C")
    assert (file.source.saved, file.source.program) == ("2026-03-01", "valgforbund 0.1.0")
    assert read(NAESTVED) == file.state


def test_what_is_around_a_scenario_comes_back() -> None:
    form, other = ScenarioForm.of(S), ScenarioForm.of(S.with_seats(9))
    look = Look(frozenset("CD"), ours="C", drawn=(other,))
    document = SCENARIOS.of(form, other, view=look)
    assert SCENARIOS.read(SCENARIOS.write(document)) == document


def test_the_schema_in_the_package_is_that_of_the_files() -> None:
    assert SCHEMA.read_text("utf-8") == text_of_schema()


def test_the_schema_refuses_what_is_refused() -> None:
    check = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    plain = json.loads(NAESTVED.read_text("utf-8"))
    assert check.is_valid(plain)
    for place, wrong in (("seats", -5), ("seats", "31"), ("place", 5), ("notes", "x")):
        changed = plain | {"state": plain["state"] | {place: wrong}}
        assert not check.is_valid(changed)
        with pytest.raises(ScenarioError, match=rf"\.state\.{place}"):
            read_file(json.dumps(changed).encode())


def test_a_file_of_a_tool_is_opened_as_what_stands_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b'{"kind":"remarks","version":1,"state":{"party":"SF"}}')
    file = vf.open_file(path)
    assert (file.kind, file.state) == ("remarks", {"party": "SF"})
    with pytest.raises(ScenarioError, match="holds remarks"):
        read(path)


@pytest.mark.parametrize("kind", ["", "<script>", "Scenario", "x" * 5_000, "lesson"])
def test_a_kind_that_no_tool_writes_is_told(kind: str) -> None:
    for version in (0, -1, 1):
        plain = {"kind": kind, "version": version, "state": {}}
        with pytest.raises(ScenarioError, match="known here are scenario, proposal, meeting"):
            vf.open_file(json.dumps(plain).encode())
    with pytest.raises(ScenarioError, match=r"version -1"):
        vf.open_file(b'{"kind":"remarks","version":-1,"state":{}}')


# ---- what is no file of ours ----

GOOD = NAESTVED.read_text("utf-8")
ENCODED = {
    "utf-8": GOOD.encode(),
    "utf-8 with a mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "utf-16": GOOD.encode("utf-16"),
    "utf-16 without a mark": GOOD.encode("utf-16-le"),
    "utf-32": GOOD.encode("utf-32"),
    "other ends of lines": GOOD.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("how", ENCODED)
def test_what_a_program_made_of_the_letters_does_not_matter(how: str) -> None:
    assert read_file(ENCODED[how]) == read(NAESTVED)


def changed(**state: object) -> bytes:
    plain = json.loads(GOOD)
    return json.dumps(plain | {"state": plain["state"] | state}).encode()


def votes(written: str) -> bytes:
    return GOOD.replace('"votes": 14428', f'"votes": {written}', 1).encode()


def with_variants(names: Iterable[str]) -> bytes:
    plain = json.loads(GOOD)
    small = {"seats": 9, "lists": [{"letter": "A", "votes": 5}]}
    return json.dumps(
        plain | {"variants": [{"name": each, "state": small} for each in names]}
    ).encode()


BAD = {
    "nothing": (b"", "saved_empty", []),
    "blanks": (b" \r\n\0 ", "saved_empty", []),
    "latin-1": (GOOD.encode("latin-1"), "saved_no_text", ["UTF-8"]),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "saved_no_text", ["byte 0"]),
    "a zip": (b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(255)), "saved_no_text", []),
    "a table": (b"A;8123\nB;4040\n", "saved_torn", ["line 1"]),
    "torn in the middle": (GOOD[: len(GOOD) // 2].encode(), "saved_torn", ["line"]),
    "without its last bracket": (GOOD.rstrip()[:-1].encode(), "saved_torn", ["line"]),
    "with something after it": (GOOD.encode() + b"{}", "saved_torn", ["line"]),
    "comments": (b"// hej\n" + GOOD.encode(), "saved_torn", ["line 1, character 1"]),
    "a comma too many": (GOOD.replace("\n  }", ",\n  }", 1).encode(), "saved_torn", ["line"]),
    "nested deep": (b'{"state":' * 200_000, "saved_too_deep", []),
    "nested deep, in lists": (b"[" * 200_000 + b"]" * 200_000, "saved_too_deep", []),
    "alliances nested deep": (
        changed(alliances=[json.loads('{"lists":["A",' * 80 + '{"lists":["B","C"]}' + "]}" * 80)]),
        "alliances_too_deep",
        ["10"],
    ),
    "a key twice": (
        GOOD.replace('"seats": 31', '"seats": 31, "seats": 5').encode(),
        "saved_key_twice",
        ["'seats'"],
    ),
    "NaN": (votes("NaN"), "saved_no_number", ["NaN"]),
    "Infinity": (votes("-Infinity"), "saved_no_number", ["-Infinity"]),
    "10^30": (votes("1" + "0" * 30), "saved_value_not_whole", [".lists[0].votes", "31 digits"]),
    "1e30": (votes("1e30"), "saved_value_not_whole", [".lists[0].votes", "1e+30"]),
    "5,000 digits": (votes("9" * 5000), "saved_number_too_long", []),
    "below 0": (votes("-5"), "saved_value_not_whole", [".lists[0].votes", "-5"]),
    "a fraction": (votes("12.7"), "saved_value_not_whole", [".lists[0].votes", "12.7"]),
    "true": (votes("true"), "saved_value_not_whole", ["true"]),
    "null": (votes("null"), "saved_value_not_whole", ["null"]),
    "text": (votes('"8123"'), "saved_value_not_whole", ['"8123"']),
    "votes left out": (
        GOOD.replace('"votes": 14428, ', "", 1).encode(),
        "saved_field_missing",
        ["'votes'", "$.state.lists[0]"],
    ),
    "a field of tomorrow": (changed(method="x"), "saved_field_unknown", ["'method'", "$.state"]),
    "another kind": (
        GOOD.replace('"scenario"', '"proposal"', 1).encode(),
        "saved_of_another_kind",
        ["a constitution of a council", "an election"],
    ),
    "kind is a number": (GOOD.replace('"scenario"', "7", 1).encode(), "saved_foreign", ["kind"]),
    "no envelope": (json.dumps(json.loads(GOOD)["state"]).encode(), "saved_foreign", ["version"]),
    "a list": (b"[1, 2]", "saved_foreign", ["kind"]),
    "a text": (b'"VF1"', "saved_foreign", ["kind"]),
    "a later version": (
        GOOD.replace('"version": 1', '"version": 2', 1).encode(),
        "kept_version_unknown",
        ["version 2", "up to 1"],
    ),
    "a version that is none": (
        GOOD.replace('"version": 1', '"version": "1"', 1).encode(),
        "saved_value_not_whole",
        ["$.version", '"1"'],
    ),
    "version 0": (
        GOOD.replace('"version": 1', '"version": 0', 1).encode(),
        "kept_version_unknown",
        ["version 0"],
    ),
    "version -1": (
        GOOD.replace('"version": 1', '"version": -1', 1).encode(),
        "kept_version_unknown",
        ["version -1"],
    ),
    "a list alone in an alliance": (changed(alliances=[{"lists": ["A"]}]), "saved_alone", ["A"]),
    "nobody in an alliance": (changed(alliances=[{"lists": []}]), "saved_alone", []),
    "a list alone in a group": (
        changed(alliances=[{"lists": ["A", {"lists": ["B"]}]}]),
        "saved_alone",
        ["B"],
    ),
    "no lists": (changed(lists=[]), "no_lists", []),
    "no seats": (changed(seats=0), "seats_not_whole", ["'0'"]),
    "a list twice": (
        changed(lists=[{"letter": "A", "votes": 1}] * 2),
        "letter_repeated",
        ["letter A"],
    ),
    "lists that look alike": (
        changed(lists=[{"letter": each, "votes": 1} for each in ("A", "A\u200b")], alliances=[]),
        "letter_repeated",
        ["letter A"],
    ),
    "a letter nobody can see": (
        changed(lists=[{"letter": "\u200b", "votes": 1}], alliances=[]),
        "letter_empty",
        [],
    ),
    "a name too long": (
        changed(lists=[{"letter": "A", "votes": 1, "name": "x" * 201}], alliances=[]),
        "name_not_text",
        ["200"],
    ),
    "half a character": (
        GOOD.replace('"Alternativet"', '"\\ud83d"', 1).encode(),
        "saved_value_wrong",
        [],
    ),
    "an alliance in itself": (
        changed(alliances=[{"lists": ["A", {"lists": ["B", {"lists": ["A", "C"]}]}]}]),
        "letter_given_twice",
        ["List A"],
    ),
    "an alliance of strangers": (changed(alliances=[{"lists": ["A", "Q"]}]), "letter_unknown", []),
    "a list in two alliances": (
        changed(alliances=[{"lists": ["A", "B"]}, {"lists": ["B", "C"]}]),
        "list_in_two_alliances",
        ["List B"],
    ),
    "a number for a list": (
        changed(alliances=[{"lists": ["A", 5]}]),
        "saved_value_wrong",
        ["$.state.alliances[0].lists[1]", "5"],
    ),
    "a lot that is not due": (
        changed(drawn=[{"tied": ["A", "B"], "seats": 1, "winners": ["A"]}]),
        "lot_not_due",
        [],
    ),
    "very many lists": (
        changed(lists=[{"letter": f"L{n}", "votes": 1} for n in range(60_000)], alliances=[]),
        "too_many_lists",
        ["1000"],
    ),
    "one list very often": (
        changed(lists=[{"letter": "A", "votes": 1}] * 60_000, alliances=[]),
        "too_many_lists",
        ["1000"],
    ),
    "very many variants": (
        with_variants(str(n) for n in range(20_000)),
        "too_many_variants",
        ["100"],
    ),
    "one variant very often": (with_variants(["x"] * 60_000), "too_many_variants", ["100"]),
    "a field of tomorrow around it": (
        GOOD.replace('"version"', '"metode": 5, "version"', 1).encode(),
        "saved_field_unknown",
        ["'metode'", "At $ "],
    ),
    "more than may be": (b" " * 8_000_001, "saved_too_large", ["8000000"]),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_told_with_its_place_and_what_is_allowed(what: str) -> None:
    data, code, parts = BAD[what]
    began = time.perf_counter()
    with pytest.raises(ScenarioError) as error:
        read_file(data)
    assert error.value.code == code
    assert [part for part in parts if part not in str(error.value)] == []
    with pytest.raises(ScenarioError):
        vf.open_file(data) if code != "saved_of_another_kind" else read_file(data)
    assert time.perf_counter() - began < 10  # seconds, on a machine with much to do


def test_two_variants_of_one_name_are_told() -> None:
    with pytest.raises(ScenarioError, match="label x is given twice"):
        vf.open_file(with_variants("xyx"))


def test_a_file_larger_than_any_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)  # takes no room
    with pytest.raises(ScenarioError, match="8000000 bytes; this one has 2147483648"):
        vf.open_file(path)


@pytest.mark.parametrize("path", ["", "a\0b", "/", "no/such/file.json", 5])
def test_what_is_no_path_to_a_file_is_told(path: object) -> None:
    for act in (vf.open_file, read_file, S.save):
        with pytest.raises(ScenarioError) as error:
            act(path)  # type: ignore[operator]  # that is what is tested
        codes = ("saved_no_path", "saved_not_opened", "saved_not_written", "path_no_file")
        assert error.value.code in codes


def test_where_writing_fails_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.json"
    S.save(path)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ScenarioError, match="No space left"):
        S.with_seats(9).save(path)
    assert read(path) == S
    assert [each.name for each in tmp_path.iterdir()] == ["s.json"]


def test_markup_in_a_file_is_text() -> None:
    name = "<img src=x onerror=alert(1)>"
    lists = [{"letter": "A", "votes": 3, "name": name}, {"letter": "<b>", "votes": 2}]
    s = read_file(changed(lists=lists, alliances=[]))
    assert s.names == (name, "<b>")
    assert "<img" not in s._repr_html_()


def test_saving_changes_nothing(tmp_path: Path) -> None:
    before = S.code()
    S.save(tmp_path / "s.json")
    assert S.code() == before
    assert read_code(before) == S
