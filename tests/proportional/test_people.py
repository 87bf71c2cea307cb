"""Candidates as people type them."""

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import ScenarioError
from valgforbund.proportional import Candidate, Election, Slate, slate
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


def test_a_text_of_several_lines_names_one_candidate_a_line() -> None:
    assert names("Anna Berg\nBo Holm") == ["Anna Berg", "Bo Holm"]
    assert names("Anna Berg\r\n\r\nBo Holm\n") == ["Anna Berg", "Bo Holm"]
    assert names("A B C D") == names(" A  B C D\n") == ["A", "B", "C", "D"]
    pair = slate("1", 7, "Maja Berg (kvinde) – Nils Ek (mand)").candidates
    assert pair == (Candidate("Maja Berg", "Nils Ek", "woman", "man"),)


def names(text: str) -> list[str]:
    return [each.name for each in slate("1", 7, text).candidates]


@pytest.mark.parametrize("text", ["Anna, Bo", "Anna;Bo", "Anna Berg\nBo Holm, Ida Ek"])
def test_commas_do_not_part_candidates(text: str) -> None:
    with pytest.raises(ScenarioError, match="Write one person a line"):
        slate("A", 10, text)


TABLE = pd.DataFrame({"name": ["Anna", "Bo"], "votes": [3, 2]})


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: slate("A", float("nan"), "X"), "whole number, 0 or more; got 'nan'"),
        (lambda: slate("A", 3, None), "names in order"),
        (lambda: slate("A", 3, 5), "names in order"),
        (lambda: slate("A", 3, Candidate("X")), "names in order"),
        (lambda: slate("A", 3, [None]), "Place 1 of list A has no name"),
        (lambda: slate("A", 3, TABLE), r"take one of its columns, such as table\['name'\]"),
        (lambda: slate("A", 3, []), "names no candidates"),
        (lambda: Election(TABLE, 2), r"lists of candidates, such as \[slate"),
        (lambda: Election(None, 2), r"lists of candidates, such as \[slate"),
        (lambda: Election(slate("A", 3, "X"), 2), r"lists of candidates, such as \[slate"),
        (lambda: Election([("A", 3, "X")], 2), r"lists of candidates, such as \[slate"),
        (lambda: Election([Slate("A", 3, ("AB",))], 2), "names in order"),  # not A and substitute B
        (lambda: Election([Slate("A", 3, None)], 2), "names in order"),
    ],
)
def test_what_is_no_list_of_candidates_is_told_in_words(
    make: Callable[[], object], said: str
) -> None:
    with pytest.raises(ScenarioError, match=said):
        make()
