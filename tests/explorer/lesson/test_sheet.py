"""The sheet of d'Hondt by hand: which fields there are, and how they are marked."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slow_count import outcomes

from valgforbund import Scenario, ScenarioError, count
from valgforbund.explorer.lesson.sheet import SEATS, Sheet

CLASS = Scenario({"A": 11, "B": 7, "C": 6, "D": 3, "E": 0}, seats=5)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(count(CLASS))


def test_a_list_without_votes_has_no_fields_and_one_divisor_more_than_needed(sheet: Sheet) -> None:
    assert list(sheet.divisors) == [2, 3, 4]
    assert {letter for letter, _ in sheet.fields} == set("ABCD")
    assert len(sheet.fields) == 4 * 4


@given(st.lists(st.integers(0, 40), min_size=2, max_size=5), st.integers(1, 6))
def test_the_right_seats_are_those_of_every_possible_result(votes: list[int], seats: int) -> None:
    scenario = Scenario(dict(zip("ABCDE", votes, strict=False)), seats)
    sheet = Sheet(count(scenario))
    possible = [dict(result) for result in outcomes(scenario)]
    for letter in (letter for letter, column in sheet.fields if column == SEATS):
        right = {n for n in range(seats + 1) if sheet.write((letter, SEATS), str(n)).right}
        assert right == {result.get(letter, 0) for result in possible}


def test_it_is_done_when_every_field_is_right(sheet: Sheet) -> None:
    seats = {"A": "3", "B": "1", "C": "1", "D": "0"}
    for letter, column in sheet.fields:
        assert not sheet.is_done
        votes = Fraction(int(CLASS.votes[letter]), max(column, 1))
        text = f"{float(votes):.2f}".replace(".", ",") if column else seats[letter]
        assert sheet.write((letter, column), text).right
    assert sheet.is_done
    assert sheet.right == len(sheet.fields)


def test_what_is_no_number_leaves_the_field_as_it_was(sheet: Sheet) -> None:
    sheet.write(("A", 2), "5,5")
    with pytest.raises(ScenarioError):
        sheet.write(("A", 2), "fem")
    with pytest.raises(ScenarioError):
        sheet.write(("A", SEATS), "2,5")
    assert sheet.typed(("A", 2)) == "5,5"
    assert sheet.mark(("A", SEATS)) is None
    sheet.wipe(("A", 2))
    assert (sheet.typed(("A", 2)), sheet.mark(("A", 2))) == ("", None)


def test_after_another_vote_the_answers_to_the_same_questions_stay(sheet: Sheet) -> None:
    sheet.write(("A", 2), "5,5")
    sheet.write(("B", 2), "3,5")
    sheet.write(("B", SEATS), "1")
    new = sheet.after(count(CLASS.with_votes({"A": 12})))
    assert [new.typed(each) for each in (("A", 2), ("B", 2), ("B", SEATS))] == ["", "3,5", ""]
    assert sheet.typed(("A", 2)) == "5,5"
    fewer = sheet.after(count(CLASS.without_list("B")))
    assert [fewer.typed(each) for each in (("A", 2), ("B", 2))] == ["5,5", ""]
