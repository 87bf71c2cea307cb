"""At least 40 per cent of each sex, and where it is open."""

from itertools import product

import pytest

from valgforbund.proportional import balance

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
