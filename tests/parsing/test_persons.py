"""Candidates as people type them: names and votes, and never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import ScenarioError
from valgforbund.parsing import DANISH, ENGLISH, persons


@pytest.mark.parametrize(
    ("text", "name", "votes"),
    [
        ("Anna Berg 123", "Anna Berg", 123),
        ("Anna Berg\t1.234", "Anna Berg", 1234),
        ("Anna Berg: 1 234", "Anna Berg", 1234),
        ("3. Anna Berg; 12", "Anna Berg", 12),
        ("3\tAnna Berg\t12", "Anna Berg", 12),
        ("  Bo  von  Dam , 0 ", "Bo von Dam", 0),
        ("Søren Å. Ø-Larsen 7", "Søren Å. Ø-Larsen", 7),
        ("Erik den 7. 12", "Erik den 7.", 12),
    ],
)
def test_a_line_is_a_name_and_votes(text: str, name: str, votes: int) -> None:
    assert persons(text) == ((name, votes),)


def test_thousands_are_those_of_the_language() -> None:
    assert persons("Anna 1,234", ENGLISH) == (("Anna", 1234),)
    with pytest.raises(ScenarioError):
        persons("Anna 1,234", DANISH)


@pytest.mark.parametrize(
    "text", ["Anna", "123", "Anna 12.7", "Anna -5", "12 34", "Anna 12 stk", "…"]
)
def test_what_is_no_such_line_is_told_with_its_number(text: str) -> None:
    with pytest.raises(ScenarioError) as error:
        persons(f"Bo 1\n\n{text}")
    assert error.value.code == "person_not_read"
    assert "3" in str(error.value)


def test_nothing_is_nobody_and_too_many_are_told() -> None:
    assert persons(" \n\n") == ()
    with pytest.raises(ScenarioError) as error:
        persons("Anna 1\n" * 1000)
    assert error.value.code == "persons_too_many"


names = st.from_regex(r"[A-ZÆØÅ][a-zæøå]{1,8}( [A-ZÆØÅ][a-zæøå]{1,8}){0,2}", fullmatch=True)


@given(st.lists(st.tuples(names, st.integers(0, 10**6)), max_size=8), st.sampled_from("\t;: "))
def test_what_is_written_is_read(rows: list[tuple[str, int]], sign: str) -> None:
    assert persons("\n".join(f"{name}{sign}{votes}" for name, votes in rows)) == tuple(rows)
