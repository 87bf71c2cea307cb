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
        ("1. Anna Berg; 12", "Anna Berg", 12),
        ("1\tAnna Berg\t12", "Anna Berg", 12),
        ("  Bo  von  Dam , 0 ", "Bo von Dam", 0),
        ("Søren Å. Ø-Larsen 7", "Søren Å. Ø-Larsen", 7),
        ("Erik den 7. 12", "Erik den 7.", 12),
    ],
)
def test_a_line_is_a_name_and_votes(text: str, name: str, votes: int) -> None:
    assert persons(text).typed == ((name, votes),)


def test_thousands_are_those_of_the_language() -> None:
    assert persons("Anna 1,234", ENGLISH).typed == (("Anna", 1234),)
    with pytest.raises(ScenarioError):
        persons("Anna 1,234", DANISH)


@pytest.mark.parametrize(
    "text",
    [
        *("Anna", "123", "Anna 12.7", "Anna -5", "12 34", "Anna 12 stk", "…"),
        # a fraction, two numbers, and the columns of a wider table are no votes
        *("Anna 5,5", "Anna 100 12", "Anna\t100\t12", "Anna; 100; 12", "Anna 1234 567"),
    ],
)
def test_what_is_no_such_line_is_told_with_its_number(text: str) -> None:
    with pytest.raises(ScenarioError) as error:
        persons(f"Bo 1\n\n{text}")
    assert error.value.code == "person_not_read"
    assert "3" in str(error.value)


def test_places_on_the_ballot_paper_are_where_a_candidate_stands() -> None:
    assert persons("2. Bo 100\n1. Anna 50").typed == (("Anna", 50), ("Bo", 100))
    for text in ("3. Anna 5", "1. Anna 5\nBo 6", "1. Anna 5\n1. Bo 6", "0. Anna 5\n1. Bo 6"):
        with pytest.raises(ScenarioError) as error:
            persons(text)
        assert error.value.code == "persons_places"
        assert str(error.value)


@pytest.mark.parametrize("line", ["Listestemmer 500", "listestemmer: 500", "List votes\t500"])
def test_list_votes_are_nobodys(line: str) -> None:
    found = persons(f"1. Anna 100\n2. Bo 200\n{line}")
    assert found.typed == (("Anna", 100), ("Bo", 200))
    assert found.list_votes == 500
    with pytest.raises(ScenarioError):
        persons(f"{line}\n{line}")


@pytest.mark.parametrize(
    "line", ["I alt 100", "Ialt; 100", "Sum: 100", "Total 100", "Personlige stemmer i alt 100"]
)
def test_a_sum_is_nobody(line: str) -> None:
    assert persons(f"Anna 100\n{line}") == ((("Anna", 100),), None, (line,))


def test_nothing_is_nobody_and_too_many_are_told() -> None:
    assert persons(" \n\n").typed == ()
    with pytest.raises(ScenarioError) as error:
        persons("Anna 1\n" * 1000)
    assert error.value.code == "persons_too_many"


names = st.from_regex(r"[A-ZÆØÅ][a-zæøå]{1,8}( [A-ZÆØÅ][a-zæøå]{1,8}){0,2}", fullmatch=True)


@given(st.lists(st.tuples(names, st.integers(0, 10**6)), max_size=8), st.sampled_from("\t;: "))
def test_what_is_written_is_read(rows: list[tuple[str, int]], sign: str) -> None:
    assert persons("\n".join(f"{name}{sign}{votes}" for name, votes in rows)).typed == tuple(rows)
