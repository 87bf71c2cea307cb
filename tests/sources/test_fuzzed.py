"""Anything at all is read or refused in words: tables, workbooks, the feed; in bounded time."""

import json
from typing import Any

import feeds
import pytest
import workbooks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError
from sampling import examples

import valgforbund as vf
from valgforbund import ScenarioError
from valgforbund.sources.opened import opened, pasted, proposed
from valgforbund.sources.reading import Reading
from valgforbund.wording import words
from valgforbund.wording.reading import told, understood

LEJRE = vf.load("KV2025", "Lejre")
DA = words("da")
SLOWLY = settings(examples(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])

ANYTHING = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
WORDS = [
    *("A", "B", "Ø", "F", "SF", "Venstre", "Byens Liste", "Lejre", "Læsø Kommune", "A-F", "-"),
    *("8.123", "8,123", "12,5 %", "0", "7", "-5", "1e9", "NaN", "=1+1", "I alt", "Blanke"),
    *("Liste", "Navn", "Stemmer", "Mandater", "Valgforbund", "Kandidater", "Kommune", "%"),
]
CELL = st.one_of(st.sampled_from(WORDS), ANYTHING, st.integers(-5, 10**12).map(str))
VALUE = st.one_of(CELL, st.integers(-5, 10**12), st.floats(), st.booleans(), st.none())
ROWS = st.lists(st.lists(CELL, max_size=6), max_size=12)
SIGNS = st.sampled_from([";", ",", "\t", "|", " ", "; "])
JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANYTHING),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(ANYTHING, inside)),
    max_leaves=6,
)


def holds(reading: Reading) -> None:
    """What was read can be counted, and said."""
    assert reading.results
    for each in reading:
        s = each.scenario
        assert len(s.letters) <= 99
        assert 1 <= s.seats <= 99 * 999
        assert all(0 <= votes <= 10**9 for votes in s.ballots)
        counted = vf.count(s)
        assert sum(counted.seats) + counted.open_seats + counted.vacant == s.seats
        if each.official is not None:
            assert len(each.official) == len(s.letters)
    assert understood(DA, reading)
    assert all(told(DA, reading))


def in_words(error: ScenarioError) -> None:
    assert DA.error(error).strip()
    assert len(str(error)) < 2_000


@SLOWLY
@given(ROWS, SIGNS, st.booleans())
def test_any_table_as_text(rows: list[list[str]], sign: str, beside: bool) -> None:
    text = "\n".join(sign.join(row) for row in rows)
    try:
        holds(pasted(text, into=LEJRE if beside else None, seats=None if beside else 9))
    except ScenarioError as error:
        in_words(error)


@pytest.mark.exhaustive
@SLOWLY
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.zip", "a.json", ""]))
def test_any_bytes(data: bytes, name: str) -> None:
    for each in (data, b"PK\x03\x04" + data, b"{" + data):
        try:
            for way in proposed(name, each, LEJRE):
                holds(way)
        except ScenarioError as error:
            in_words(error)


@pytest.mark.exhaustive
@SLOWLY
@given(st.lists(st.lists(VALUE, max_size=5), max_size=8), st.booleans(), st.data())
def test_any_workbook_and_any_damage_to_one(
    rows: list[list[Any]], as_ods: bool, data: st.DataObject
) -> None:
    plain = [["" if each is None else each for each in row] for row in rows]
    try:
        book = workbooks.ods(plain) if as_ods else workbooks.xlsx(rows)
    except (ValueError, IllegalCharacterError):  # characters and numbers that no workbook can hold
        return
    at = data.draw(st.integers(0, 999)) * len(book) // 1_000  # its length is not always the same
    for content in (book, book[:at], book[:at] + b"\xff" + book[at + 1 :]):
        try:
            holds(opened("a.xlsx", content, seats=9))
        except ScenarioError as error:
            in_words(error)


def spoilt(files: feeds.Files, data: st.DataObject) -> feeds.Files:
    """The same files with one value of one of them replaced, doubled or gone."""
    files = json.loads(json.dumps(files))
    thing: Any = files[data.draw(st.sampled_from(sorted(files)))]
    while True:
        keys = sorted(thing) if isinstance(thing, dict) else [*range(len(thing))]
        key = data.draw(st.sampled_from(keys))
        deeper = isinstance(thing[key], dict | list) and thing[key]
        if not deeper or data.draw(st.integers(0, 3)) == 0:
            break
        thing = thing[key]
    what = data.draw(st.sampled_from(["junk", "gone", "twice"]))
    if what == "gone":
        del thing[key]
    elif what == "twice" and isinstance(thing, list):
        thing.append(thing[key])
    else:
        thing[key] = data.draw(JUNK)
    return files


@pytest.mark.exhaustive
@SLOWLY
@given(st.data())
def test_any_feed(data: st.DataObject) -> None:
    s = vf.load("KV2025", "Læsø")
    files = feeds.council(s, "CCVOCCVCF", areas=2)
    for _ in range(data.draw(st.integers(1, 4))):
        files = spoilt(files, data)
    try:
        holds(opened("feed.zip", feeds.zipped(files)))
    except ScenarioError as error:
        in_words(error)
