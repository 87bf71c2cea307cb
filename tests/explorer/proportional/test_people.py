"""Candidates as people type them."""

from hypothesis import given
from hypothesis import strategies as st

from valgforbund.explorer.proportional.people import read, written
from valgforbund.proportional import Candidate

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


def test_nothing_is_nobody() -> None:
    assert read(" \n\t\n") == ()


@given(st.lists(st.tuples(NAMES, NAMES, SEXES, SEXES).map(lambda each: Candidate(*each))))
def test_what_is_written_reads_as_it_was(people: list[Candidate]) -> None:
    assert read(written(people)) == tuple(people)
