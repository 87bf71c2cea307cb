"""Lists as people name them in a row."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import Scenario, ScenarioError
from valgforbund.parsing import groups, items, letters, names

VOTES = dict.fromkeys(["A", "B", "C", "F", "V", "Ø"], 1)
NAMES = {
    "A": "Socialdemokratiet",
    "B": "Radikale Venstre",
    "F": "SF – Socialistisk Folkeparti",
    "V": "Venstre",
    "Ø": "Enhedslisten",
}
LISTS = Scenario(VOTES, 9, names=NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A, F og Ø", "AFØ"),
        ("A, F, og Ø.", "AFØ"),
        ("A and F", "AF"),
        ("A och F samt Ø", "AFØ"),
        ("A/F", "AF"),
        ("A & F + Ø", "AFØ"),
        ("A–C", "AC"),
        ("A — C", "AC"),
        ("a-ø", "AØ"),
        ("afø", "AFØ"),
        ("a f ø", "AFØ"),
        ("A;F\nØ", "AFØ"),
        ("A\tF", "AF"),
        ("a oe", "AØ"),
        ("A A", "A"),
        ("(A), [F]", "AF"),
        ("Liste A og F", "AF"),
        ("listerne A, F", "AF"),
        ("A-", "A"),
        ("\ufeffA\u200b, F", "AF"),
        ("O\u0308, A", "ÖA"),
        ("  ", ""),
        ("", ""),
        ("SF", "F"),
        ("Radikale Venstre, venstre", "BV"),
        ("A Radikale Venstre F", "ABF"),
        ("sf-enhedslisten", "FØ"),
        ("Socialdemokratiet og SF", "AF"),
    ],
)
def test_letters_in_every_spelling(text: str, found: str) -> None:
    lists = Scenario({**VOTES, "Ö": 1}, 9, names=NAMES) if "Ö" in found else LISTS
    assert letters(text, lists) == tuple(found)


@pytest.mark.parametrize("text", ["A til F", "a to f", "A till F", "A .. F", "F til A"])
def test_a_row_of_lists_is_asked_for_in_words(text: str) -> None:
    assert set(letters(text, LISTS)) == set("ABCF")


def test_a_dash_joins_what_it_stands_between_and_never_what_lies_between() -> None:
    assert letters("A-F", LISTS) == letters("A–F", LISTS) == ("A", "F")


def test_a_list_that_is_called_like_an_alliance_or_like_a_word() -> None:
    lists = Scenario({"A-B": 1, "A": 1, "B": 1, "og": 1, "til": 1, "B/C": 1}, 3)
    assert letters("A-B", lists) == ("A-B",)
    assert letters("a-b, A", lists) == ("A-B", "A")
    assert letters("A-B-A", lists) == ("A-B", "A")
    assert letters("B-A", lists) == ("B", "A")
    assert letters("a, og, b", lists) == ("A", "og", "B")
    assert letters("A og B", lists) == ("A", "og", "B")
    assert letters("A til B", lists) == ("A", "til", "B")
    assert letters("B/C, A", lists) == ("B/C", "A")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("X", "X"),
        ("A, X", "X"),
        ("A-X", "X"),
        ("AX", "AX"),
        ("A Xyz partiet F", "Xyz partiet"),
        ("og", "og"),
        ("A..F", "A..F"),
    ],
)
def test_what_is_no_list_is_named(text: str, named: str) -> None:
    with pytest.raises(ScenarioError) as error:
        letters(text, LISTS)
    assert (error.value.code, error.value.values["letter"]) == ("letter_unknown", named)


def test_a_name_of_two_lists_is_refused_with_both() -> None:
    lists = Scenario({"K": 1, "L": 1}, 3, names={"K": "Borgerlisten", "L": "Borgerlisten"})
    with pytest.raises(ScenarioError) as error:
        letters("borgerlisten", lists)
    assert error.value.code == "letter_of_several"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A-Ø, B/F", ["AØ", "BF"]),
        ("a-ø; b+f", ["AØ", "BF"]),
        ("A-Ø og B-F", ["AØ", "BF"]),
        ("A-Ø\nB–F", ["AØ", "BF"]),
        ("A, F og Ø", ["AFØ"]),
        ("A og Ø", ["AØ"]),
        ("", []),
    ],
)
def test_groups_of_lists(text: str, found: list[str]) -> None:
    assert groups(text, LISTS) == tuple(map(tuple, found))


def test_lists_and_groups_side_by_side() -> None:
    assert items("A, V-Ø og b", LISTS) == (("A",), ("V", "Ø"), ("B",))


def test_other_names_one_after_another() -> None:
    assert names("Formand for A og B; Havnen,\nMuseet") == (
        "Formand for A og B",
        "Havnen",
        "Museet",
    )


@given(
    st.lists(st.sampled_from(sorted(VOTES)), max_size=6, unique=True),
    st.sampled_from([", ", " ", "-", "–", "/", "+", " & ", " og ", "; ", "\n", "", " - "]),
    st.booleans(),
)
def test_what_is_written_in_a_row_is_read_again(
    named: list[str], joiner: str, is_small: bool
) -> None:
    text = joiner.join(named)
    assert letters(text.lower() if is_small else text, LISTS) == tuple(named)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for read in (letters, groups, items):
        with suppress(ScenarioError):
            found = read(text, LISTS)
            flat = found if read is letters else [each for group in found for each in group]
            assert set(flat) <= set(LISTS.letters)
