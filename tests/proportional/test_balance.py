"""At least 40 per cent of each sex, and where it is open."""

from itertools import product

import pytest

from valgforbund import ScenarioError
from valgforbund.proportional import Candidate, Election, balance, slate

W, M = "woman", "man"


@pytest.mark.parametrize(
    ("women", "men", "met"),
    [
        (2, 3, True),
        (1, 4, False),
        (3, 4, True),
        (2, 5, False),
        (2, 2, True),
        (3, 3, True),
        (1, 1, True),
    ],
)
def test_forty_per_cent(women: int, men: int, met: bool) -> None:
    assert balance([W] * women + [M] * men).met is met
    assert (min(women, men) * 100 >= 40 * (women + men)) is met


@pytest.mark.parametrize("size", [1, 3])
def test_a_body_of_one_or_three_is_open(size: int) -> None:
    for sexes in product((W, M), repeat=size):
        assert balance(sexes).met is None


def test_unstated_sexes_leave_it_open_only_where_they_decide() -> None:
    assert balance([W, W, M, M, ""]).met is True
    assert balance([W, M, M, M, ""]).met is None
    assert balance([M, M, M, M, ""]).met is False
    assert balance([W, W, M, M, ""]).unstated == 1


def test_a_sex_is_read_as_in_an_election() -> None:
    """In English, Danish and Swedish; what is no sex is an error, not a sex that is not stated."""
    for words in (("kvinde", "mand"), ("kvinna", "man"), ("Woman", "Man"), ("K", "M"), (W, M)):
        assert balance(words)[:3] == (1, 1, 0)
        people = [Candidate(f"{i}", sex=word) for i, word in enumerate(words)]
        assert Election([slate("1", 5, people)], 2).balance()[:3] == (1, 1, 0)
    assert balance(["", None, float("nan"), " "]).unstated == 4  # type: ignore[list-item]
    for word in ("x", "kvinder", 5):
        with pytest.raises(ScenarioError, match=rf"'woman', 'man' or empty; got '{word}'"):
            balance([word])  # type: ignore[list-item]
        with pytest.raises(ScenarioError, match=rf"'woman', 'man' or empty; got '{word}'"):
            Election([slate("1", 5, [Candidate("A", sex=word)])], 2)  # type: ignore[arg-type]
