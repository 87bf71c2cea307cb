"""Votes that the person has drawn: a table of draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.kernels import batch
from valgforbund.scenario import Scenario


@dataclass(frozen=True, eq=False)
class Draws:
    """A table of votes: each row is counted once, in its order.

    Parameters
    ----------
    table : DataFrame
        A column a letter, a row a draw; whole numbers, 0 or more.

    Raises
    ------
    ScenarioError
        If it is no frame, has no rows, or a list has two columns.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31}, seats=3)
    >>> table = pd.DataFrame({"A": [25, 30], "B": [31, 30]})
    >>> Draws(table).sampler(s).centre.round(3).tolist()
    [0.474, 0.526]
    """

    table: pd.DataFrame

    def __post_init__(self) -> None:
        if not isinstance(self.table, pd.DataFrame) or self.table.empty:
            raise ScenarioError("draws_not_table", value=type(self.table).__name__)

    def __len__(self) -> int:
        return len(self.table)

    def sampler(self, scenario: Scenario) -> TableSampler:
        """What gives the rows out as votes of this scenario."""
        columns: dict[str, pd.Series] = {}
        for name, column in self.table.items():
            letter = scenario.known(checks.letter(name))
            if letter in columns:
                raise ScenarioError("draws_column_repeated", letter=letter)
            columns[letter] = column
        rows = []
        for letter in scenario.letters:
            if letter not in columns:
                raise ScenarioError("draws_column_missing", letter=letter)
            rows.append(_votes(columns[letter], letter))
        return TableSampler(np.array(rows))


@dataclass(frozen=True, eq=False)
class TableSampler:
    """Rows of a table; see `Draws`."""

    rows: np.ndarray

    @property
    def centre(self) -> np.ndarray:
        """Each list's share of all votes in the table."""
        shares: np.ndarray = self.rows.sum(axis=1) / (self.rows.sum() or 1)
        return shares

    def votes(self, _: np.random.Generator, draws: range) -> np.ndarray:
        """Votes of some rows."""
        return self.rows[:, draws.start : draws.stop]


def _votes(column: pd.Series, letter: str) -> np.ndarray:
    """A column as whole numbers in float64."""
    if is_bool_dtype(column) or not is_numeric_dtype(column):
        return np.array([_whole(column, row, letter) for row in range(len(column))], dtype=float)
    values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    bad = np.flatnonzero(~(np.isfinite(values) & (values >= 0) & (values == np.floor(values))))
    if bad.size:
        _whole(column, int(bad[0]), letter)
    return values


def _whole(column: pd.Series, row: int, letter: str) -> int:
    """A number of a column, or an error that says in which row it is none."""
    place = {"letter": letter, "row": column.index[row]}
    number = checks.whole(column.iloc[row], 0, "draws_not_votes", **place)
    if number > batch.MOST:
        raise ScenarioError("votes_too_many_to_draw", value=number)
    return number
