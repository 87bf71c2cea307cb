"""Candidates as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import ScenarioError
from valgforbund.proportional import Candidate
from valgforbund.proportional.people import read, written

NAMES = st.from_regex(
    r"[A-ZÅÄÖ][a-zåäö]+( [A-ZÅÄÖ][a-zåäö-]+)?( \((S|M|m|SD|KD|mp)\))?", fullmatch=True
)
SEXES = st.sampled_from(["", "woman", "man"])


def test_lines_in_every_form() -> None:
    assert read("Maja Berg\n\n Nils ( Man ) \nEva (KVINNA) - Bo (mand)\nAnna-Lisa / Per") == (
        Candidate("Maja Berg"),
        Candidate("Nils", sex="man"),
        Candidate("Eva", "Bo", "woman", "man"),
        Candidate("Anna-Lisa", "Per"),
    )


@pytest.mark.parametrize("word", ["kvinna", "kvinde", "woman", "k", "w"])
def test_a_woman_is_one_in_every_language(word: str) -> None:
    assert read(f"Ann ({word})")[0] == Candidate("Ann", sex="woman")


def test_letters_say_the_sex_where_one_of_them_is_no_party() -> None:
    assert read("Maja Berg (k) – Nils Ek (m)\nBo (m)") == (
        Candidate("Maja Berg", "Nils Ek", "woman", "man"),
        Candidate("Bo", sex="man"),
    )


@pytest.mark.parametrize("name", ["Kim Exempel (M)", "Kim Exempel (m)", "Kim (SD)", "Eva (K)"])
def test_a_bracket_is_a_party_where_it_says_no_sex(name: str) -> None:
    assert read(name) == (Candidate(name),)
    assert read(f"{name} – Bo (S)") == (Candidate(name, "Bo (S)"),)
    assert read(f"{name} (man)") == (Candidate(name, sex="man"),)
    with_others = read(f"{name}\nMaja (kvinna)")
    assert with_others == (Candidate(name), Candidate("Maja", sex="woman"))


def test_large_letters_are_parties_also_beside_small_ones() -> None:
    assert read("Eva (k)\nKim (M)\nBo (M) (m)") == (
        Candidate("Eva", sex="woman"),
        Candidate("Kim (M)"),
        Candidate("Bo (M)", sex="man"),
    )


def test_what_somebody_is_called_may_stand_in_brackets() -> None:
    assert read("Anna (Anki) Berg (kvinna)") == (Candidate("Anna (Anki) Berg", sex="woman"),)


@pytest.mark.parametrize(
    "line",
    [
        "Eva (k), Eli (m)",
        "Eva (k) Eli (m)",
        "Eva; Eli",
        "Eva, Eli",
        "Maja – Eva (k), Eli (m)",
        "Eva – Eli – Bo",
        "Eva (k) Ek",
        "Eva (kvinna) Ek",
        "Eva (S) Eli (M)",
        "Eva (kvinna) Eli (man)",
        "Eva (S) (kvinna) Eli (M)",
    ],
)
def test_two_people_in_a_line_are_not_taken_as_one(line: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        read(f"Maja\n{line}")
    assert caught.value.code == "candidates_in_a_line"
    assert line in str(caught.value)
    assert "Line 2" in str(caught.value)


def test_the_mark_of_a_woman_is_that_of_the_language() -> None:
    pair = Candidate("Ann", "Eve", "woman", "woman")
    english = {"woman": "woman", "man": "man"}
    assert written([pair], english) == "Ann (woman) – Eve (woman)"
    assert read(written([pair], english)) == (pair,)


def test_nothing_is_nobody() -> None:
    assert read(" \n\t\n") == ()


@given(st.lists(st.tuples(NAMES, NAMES, SEXES, SEXES).map(lambda each: Candidate(*each))))
def test_what_is_written_reads_as_it_was(people: list[Candidate]) -> None:
    assert read(written(people)) == tuple(people)
