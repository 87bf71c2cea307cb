"""Frames of whole numbers of any size, and the names of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

LETTER = "letter"
ALLIANCE = "alliance"
MEASURE = "measure"

_LARGEST = 2**63 - 1


def whole(values: Sequence[int]) -> np.ndarray:
    """Whole numbers as int64; as Python ints where one is too large for that.

    Examples
    --------
    >>> whole([1, 2]).dtype, whole([2**70]).dtype
    (dtype('int64'), dtype('O'))
    """
    fits = all(-_LARGEST <= value <= _LARGEST for value in values)
    return np.array(values, dtype=np.int64 if fits else object)


def table(
    index: Iterable[str], name: str, columns: Mapping[str, Sequence[object] | np.ndarray]
) -> pd.DataFrame:
    """A frame with text labels; columns of whole numbers keep every digit.

    Examples
    --------
    >>> table(["A"], "letter", {"votes": [2**70]}).loc["A", "votes"]
    1180591620717411303424
    """
    labels = pd.Index(list(index), dtype="str", name=name)
    return pd.DataFrame(
        {key: _column(values) for key, values in columns.items()},
        index=labels,
        columns=list(columns),
    )


def _column(values: Sequence[object] | np.ndarray) -> object:
    """Python ints as whole numbers; everything else as pandas has it."""
    if isinstance(values, np.ndarray):
        return values
    if values and all(type(value) is int for value in values):
        return whole(values)  # type: ignore[arg-type]  # checked one line above
    return list(values)
