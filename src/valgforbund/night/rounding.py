"""Expected seats as whole ones."""

from __future__ import annotations

import numpy as np


def rounded(expected: np.ndarray) -> np.ndarray:
    """Expected seats as whole numbers that add up: the largest remainders are rounded up.

    Where all candidates are used up fewer seats are expected than the council has.

    Examples
    --------
    >>> rounded(np.array([2.6, 1.7, 0.7])).tolist(), rounded(np.array([2.0, 3.0])).tolist()
    ([2, 2, 1], [2, 3])
    """
    whole_ = np.floor(expected + 1e-9)
    rest = expected - whole_
    order = np.lexsort((-expected, -rest))
    missing = round(max(rest.sum(), 0))
    whole_[order[:missing]] += 1
    return whole_.astype(int)
