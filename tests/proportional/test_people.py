"""Candidates as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import ScenarioError
from valgforbund.proportional import Candidate
from valgforbund.proportional.people import read, written

NAMES = st.from_regex(r"[A-ZÅÄÖ][a-zåäö]+( [A-ZÅÄÖ][a-zåäö-]+)?", fullmatch=True)
SEXES = st.sampled_from(["", "woman", "man"])


def test_lines_in_every_form() -> None:
    assert read("Maja Berg\n\n Nils (m) \nEva (K) - Bo (M)\nAnna-Lisa / Per") == (
        Candidate("Maja Berg"),
        Candidate("Nils", sex="man"),
        Candidate("Eva", "Bo", "woman", "man"),
        Candidate("Anna-Lisa", "Per"),
    )


def test_english_women() -> None:
    assert read("Ann (w)")[0].sex == "woman"


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
    assert written([pair], woman="w") == "Ann (w) – Eve (w)"
    assert read(written([pair], woman="w")) == (pair,)


def test_nothing_is_nobody() -> None:
    assert read(" \n\t\n") == ()


@given(st.lists(st.tuples(NAMES, NAMES, SEXES, SEXES).map(lambda each: Candidate(*each))))
def test_what_is_written_reads_as_it_was(people: list[Candidate]) -> None:
    assert read(written(people)) == tuple(people)
