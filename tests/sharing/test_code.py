"""A scenario's code gives the same scenario back; whatever is no whole code is refused in words."""

import base64
import json
import random
import time
import zlib

import pytest
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st

import valgforbund as vf
from valgforbund import Scenario, ScenarioError, count, load, read
from valgforbund.sharing.envelope import MOST_BYTES, Kind
from valgforbund.sharing.form import SCENARIO
from valgforbund.sharing.packing import COMMON, packed, unpacked

S = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
SEEN = st.characters(exclude_categories=("C", "Z", "M"))
LETTER = st.text(SEEN, min_size=1, max_size=6)
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
WHOLE = st.one_of(st.integers(0, 60), st.integers(0, 10**40), st.just(10**5000))


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario: odd letters and names, huge votes, limits, groups in groups, notes, lots."""
    chance = draw(st.randoms(use_true_random=False))
    votes = draw(st.dictionaries(LETTER, WHOLE, min_size=1, max_size=7))
    try:
        plain = Scenario(votes, draw(st.integers(1, 12)))
    except ScenarioError:  # two of the letters are the same one
        plain = Scenario({"A": 3, "Æ": 3, "Ø-Å": 3}, 4)
    letters = list(plain.letters)
    named = {letter: draw(TEXT) for letter in letters if draw(st.booleans())}
    limited = {letter: draw(st.integers(1, 5)) for letter in letters if draw(st.booleans())}
    texts = {"place": draw(TEXT), "election": draw(TEXT), "notes": draw(st.lists(TEXT, max_size=2))}
    groups = _groups(chance, letters)
    try:
        s = Scenario(plain.votes, plain.seats, groups, limited, named, **texts)
    except ScenarioError:  # an alliance would be called like a list
        s = Scenario(plain.votes, plain.seats, (), limited, named, **texts)
    c = count(s)
    while c.lots and chance.random() < 0.8:
        lot = c.lots[-1]
        c = c.settle({lot: chance.sample(lot.tied, lot.seats)})
    return c.scenario


def _groups(chance: random.Random, letters: list[str]) -> list[list[object]]:
    if len(letters) < 2 or chance.random() < 0.2:
        return []
    size = chance.randint(2, len(letters))
    inside = chance.sample(letters, size)
    inner = _groups(chance, inside[1:]) if size > 2 else []
    taken = {each for group in inner for each in _flat(group)}
    rest = [each for each in letters if each not in inside]
    group: list[object] = [*inner, *(each for each in inside if each not in taken)]
    return [group, *_groups(chance, rest)]


def _flat(group: list[object]) -> list[object]:
    return [x for each in group for x in (_flat(each) if isinstance(each, list) else [each])]


@given(scenarios())
def test_a_code_gives_the_scenario_back(s: Scenario) -> None:
    assert read(s.code()) == s


@pytest.mark.parametrize("seed", range(30))
def test_so_it_does_with_lots_drawn_at_every_level(seed: int) -> None:
    s = count(random_scenario(random.Random(seed))).draw(seed).scenario
    again = read(s.code())
    assert again == s
    assert count(again).seats.equals(count(s).seats)


def test_it_is_a_few_hundred_characters_for_every_council_of_the_country() -> None:
    places = vf.elections().query("election == 'KV2025'")["place"]
    codes = {place: load("KV2025", place) for place in places}
    assert all(read(s.code()) == s for s in codes.values())
    assert max(len(s.code()) for s in codes.values()) < 700
    assert len(load("KV2025", "Næstved").code()) < 250


def test_a_code_that_was_printed_is_read_for_ever() -> None:
    """Written by the first version; it never changes."""
    printed = (
        "VF1-f_DkUqNS7jA0MMCTQVBLMRNcqd_U3JioDIBqnDmu_GBoYERclkA1zwjFPKQSxcQckUcOLys-vEMBqRhGM8QYVz4w"
        "MjDEnRXwhRNSzjC0NCI-c6CaaYYzr5gYkZpbUE02RErMljjTsg-O1AkJUBxpFAA"
    )
    assert read(printed) == load("KV2025", "Læsø")
    assert read("\n".join([" " + printed[:50], printed[50:100] + " ", printed[100:]])) == read(
        printed
    )


def test_what_is_torn_is_refused_wherever_it_is_torn() -> None:
    code = S.code()
    torn = [code[:n] for n in range(4, len(code))] + [code + "A", code + "AAAA"]
    torn += [
        code[:n] + ("B" if code[n] == "A" else "A") + code[n + 1 :] for n in range(4, len(code))
    ]
    for each in torn:
        with pytest.raises(ScenarioError) as error:
            read(each)
        assert error.value.code == "code_torn", each


@given(st.text(max_size=60), st.booleans())
def test_nothing_that_is_no_code_does_harm(text: str, looks_like_one: bool) -> None:
    with pytest.raises(ScenarioError):
        read("VF1-" * looks_like_one + text)


@given(st.binary(max_size=60))
def test_nor_does_anything_with_a_true_check_sum(data: bytes) -> None:
    with pytest.raises(ScenarioError) as error:
        read(packed(data))
    assert error.value.code in ("kept_not_readable", "kept_of_another_kind")


def bomb(size: int) -> str:
    press = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=COMMON)
    body = press.compress(b" " * size) + press.flush()
    return "VF1-" + base64.urlsafe_b64encode(b"\0\0\0\0" + body).decode()


def test_a_bomb_is_not_unfolded() -> None:
    code = bomb(100 * MOST_BYTES)
    assert len(code) < 2_000_000
    with pytest.raises(ScenarioError) as error:
        read(code)
    assert error.value.code == "kept_too_large"


def test_what_unfolds_to_the_limit_is_looked_at() -> None:
    with pytest.raises(ScenarioError) as error:
        read(bomb(MOST_BYTES))
    assert error.value.code == "code_torn"  # its check sum is none


def test_deep_nesting_is_no_crash() -> None:
    deep = b'{"lists":[' * 20_000
    text = b'{"kind":"scenario","version":1,"state":{"lists":[],"seats":1,"alliances":[' + deep
    with pytest.raises(ScenarioError) as error:
        read(packed(text))
    assert error.value.code == "kept_not_readable"


def state(**changes: object) -> bytes:
    form = {"lists": [{"letter": "A", "votes": 3}, {"letter": "B", "votes": 3}], "seats": 1}
    return Kind("scenario", 1, dict).write({**form, **changes})


FOREIGN = {
    "votes below 0": ({"lists": [{"letter": "A", "votes": -1}]}, "kept_not_readable"),
    "votes that are no number": ({"lists": [{"letter": "A", "votes": "7"}]}, "kept_not_readable"),
    "votes in fractions": ({"lists": [{"letter": "A", "votes": 1.5}]}, "kept_not_readable"),
    "no lists": ({"lists": []}, "no_lists"),
    "a list twice": ({"lists": [{"letter": "A", "votes": 1}] * 2}, "letter_repeated"),
    "no seats": ({"seats": 0}, "seats_not_whole"),
    "a field of the future": ({"method": "sainte_lague"}, "kept_not_readable"),
    "an unknown list": ({"alliances": [{"lists": ["A", "Q"]}]}, "letter_unknown"),
    "a lot that is not due": (
        {"seats": 2, "drawn": [{"tied": ["A", "B"], "seats": 1, "winners": ["A"]}]},
        "lot_not_due",
    ),
    "a lot won by nobody": (
        {"drawn": [{"tied": ["A", "B"], "seats": 1, "winners": ["C"]}]},
        "lot_winners",
    ),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_cannot_be_is_refused_as_anywhere(what: str) -> None:
    changes, code = FOREIGN[what]
    with pytest.raises(ScenarioError) as error:
        read(packed(state(**changes)))
    assert error.value.code == code


def test_where_it_goes_wrong_is_told() -> None:
    lists = [{"letter": "A", "votes": 1}, {"letter": "B", "votes": True}]
    with pytest.raises(ScenarioError, match=r"\.lists\[1\]\.votes"):
        read(packed(state(lists=lists)))


def test_the_schema_says_what_is_allowed() -> None:
    schema = SCENARIO.schema
    assert schema["properties"]["kind"] == {"const": "scenario"}
    row = schema["$defs"]["Row"]
    assert row["required"] == ["letter", "votes"]
    assert row["additionalProperties"] is False


def test_a_code_is_the_same_whenever_it_is_made() -> None:
    assert S.code() == S.code()
    assert S.code() != S.with_seats(9).code()
    assert unpacked(S.code()).startswith(b'{"kind":"scenario","version":1,')


@pytest.mark.parametrize(
    "around", ["»{}«", '"{}"', "> {}", "\u201e{}\u201c", "\ufeff{}", "\n  {}\n", "<{}>"]
)
def test_what_a_mail_puts_around_a_code_does_not_matter(around: str) -> None:
    s = vf.load("KV2025", "Næstved")
    code = s.code()
    assert vf.read(around.format(code)) == s
    broken = "\n> ".join(code[at : at + 60] for at in range(0, len(code), 60))
    assert vf.read(around.format(broken.replace("-", "-\u00ad", 1))) == s


def test_a_code_of_very_many_lists_is_refused_at_once() -> None:
    began = time.perf_counter()
    lists = [{"letter": f"L{n}", "votes": 1} for n in range(60_000)]
    state = {"kind": "scenario", "version": 1, "state": {"lists": lists, "seats": 9}}
    with pytest.raises(ScenarioError, match="at most 1000 lists"):
        read(packed(json.dumps(state).encode()))
    assert time.perf_counter() - began < 5  # seconds
