"""The search's parts: levels as the plain count has them, sets, and what is inside them."""

import random

import numpy as np
import pytest
from sampling import fair

from valgforbund.dhondt import apportion
from valgforbund.kernels.cells import cells_of
from valgforbund.kernels.levels import LIMITS, SEATED, TIED, VOTES, share, work_sheet
from valgforbund.kernels.tables import MOST_SETS, sets_of, structures_of


@pytest.mark.parametrize("plain", [True, False])
def test_a_level_with_limits_and_lots_is_that_of_the_plain_count(plain: bool) -> None:
    chance = random.Random(plain)
    for _ in fair(range(2000)):
        units = chance.randint(1, 7)
        most = chance.choice([3, 9, 99, 99999])
        votes = [chance.randint(0, most) for _ in range(units)]
        seats = chance.randint(0, 14)
        limits = [chance.choice([1, 2, 5, 99]) for _ in range(units)]
        work = work_sheet(units, plain)
        work[VOTES, :units], work[LIMITS, :units] = votes, limits
        stake = share(work, units, seats)
        level = apportion(votes, seats, limits)
        assert work[SEATED, :units].tolist() == level.seats, (votes, seats, limits)
        assert tuple(np.flatnonzero(work[TIED, :units])) == level.tied
        assert stake == level.stake


def test_sets_grow_list_by_list() -> None:
    sets = sets_of(np.zeros((4, 4), dtype=bool))
    assert sets is not None
    assert len(sets.grow) == 16
    for number, inside in enumerate(sets.inside):
        for i in range(inside.nonzero()[0].max(initial=-1) + 1, 4):
            grown = sets.inside[sets.grow[number, i]]
            assert grown.tolist() == [*inside[:i], True, *inside[i + 1 :]]
    assert sets.sums([1, 2, 4, 8], plain=True)[-1] == 15


def test_too_many_sets_are_none() -> None:
    assert sets_of(np.zeros((17, 17), dtype=bool)) is None
    full = sets_of(np.zeros((16, 16), dtype=bool))
    assert full is not None
    assert len(full.grow) == MOST_SETS


def test_structures_are_counted_up_to_a_number() -> None:
    sets = sets_of(np.zeros((6, 6), dtype=bool))
    assert sets is not None
    assert structures_of(sets, 1000) == 203
    assert 50 < structures_of(sets, 50) <= 203


def test_seats_inside_the_sets_that_occur() -> None:
    sets = sets_of(np.zeros((3, 3), dtype=bool))
    assert sets is not None
    votes, limits = np.array([10, 10, 3]), np.array([9, 9, 9])
    occurs = np.zeros((8, 6), dtype=bool)
    occurs[3, 3] = occurs[7, 2] = occurs[7, 4] = True
    cells = cells_of(sets, votes, limits, occurs, plain=True)
    assert cells.sets.tolist() == [3, 7, 7, 7]
    assert cells.seats.tolist() == [3, 2, 3, 4]
    cell = cells.first[3] + 3
    assert cells.certain[cell].tolist() == [1, 1, 0]
    assert cells.lucky[cell].tolist() == [1, 1, 0]
    low, high = cells.worth(np.array([0, 1]))
    assert (low[cell], high[cell]) == (3, 3)
    low, high = cells.worth(np.array([0]))
    assert (low[cell], high[cell]) == (1, 2)
