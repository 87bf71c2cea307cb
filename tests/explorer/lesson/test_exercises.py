"""The exercises: their answers come from the engine, and here from stated facts or by hand."""

import pytest
from slow_count import outcomes

from valgforbund import ScenarioError
from valgforbund.explorer.lesson.exercise import Exercise
from valgforbund.explorer.lesson.exercises import ALLIED, INVENTED, exercises
from valgforbund.wording import LANGUAGES, words


def test_the_answers_are_those_that_are_known() -> None:
    # the university's example; one grand alliance is none; Næstved's two saved seats, and none
    # against none; M's votes moved nothing; Glostrup's 20 votes are a lot
    alone, allied, cost, grand, kept, none, fate, lot = exercises(words("da"))
    known = [each.answer for each in (alone, allied, cost, grand, kept, none)]
    assert known == ["3", "2", "A", "0", "2", "0"]
    assert fate.answer == "De talte med i valgforbundet, men flyttede intet"
    assert lot.answer == "Lodtrækning mellem F og Ø"
    assert lot.choices[:2] == ("F", "Ø")


def test_the_invented_answers_are_those_of_the_slow_count() -> None:
    alone, allied = (dict(next(iter(outcomes(each)))) for each in (INVENTED, ALLIED))
    first, second, third, *_ = exercises(words("en"))
    assert int(first.answer) == alone["A"]
    assert int(second.answer) == allied["D"]
    assert [each for each in "ABCD" if allied.get(each, 0) < alone.get(each, 0)] == [third.answer]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exercise_can_be_solved_and_failed(language: str) -> None:
    for each in exercises(words(language)):
        assert each.question
        assert each.reason
        assert each.is_right(each.read(each.answer))
        assert each.answer not in each.traps
        assert not each.choices or each.answer in each.choices
        assert len(set(each.choices)) == len(each.choices)
        wrong = each.choices or ("0", "1", "2", "3")
        assert not all(each.is_right(other) for other in wrong)


def test_a_number_is_read_as_people_write_it_and_a_choice_as_it_is() -> None:
    number, choice = Exercise("?", "!", "1000"), Exercise("?", "!", "A", choices=("A", "B"))
    assert number.read(" 1.000 ") == "1000"
    assert choice.read("A") == "A"
    with pytest.raises(ScenarioError):
        number.read("mange")
