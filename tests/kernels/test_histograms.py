"""How often each number occurs, against numpy's own counting."""

import numpy as np

from valgforbund.kernels import histograms


def test_lists_blocs_and_changes_are_counted_and_added_to_what_was_there() -> None:
    chance = np.random.default_rng(1)
    more = chance.integers(0, 10, size=(4, 500))
    less = chance.integers(0, 8, size=(4, 500))
    blocs = [[0, 2], [1, 2, 3], []]
    found = (np.ones((7, 31), int), np.ones((7, 25), int), np.ones((7, 55), int))
    histograms.add(more, less, blocs, found)
    groups = [[0], [1], [2], [3], *blocs]
    for row, group in enumerate(groups):
        with_, without = more[group].sum(axis=0), less[group].sum(axis=0)
        for counts, numbers in zip(found, (with_, without, with_ - without + 24), strict=True):
            assert (counts[row] - 1 == np.bincount(numbers, minlength=counts.shape[1])).all()
