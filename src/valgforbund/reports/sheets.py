"""A table as cells: heads in the person's language, numbers as numbers, a lot as "0–1"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from valgforbund.ranges import about
from valgforbund.reports.tables import Named
from valgforbund.wording import Words

Value: TypeAlias = int | float | str | bool | None

EXACT: Final = 2**53  # beyond it a spreadsheet loses digits: such a number is text
LOW, HIGH = "_low", "_high"
SHARES: Final = ("share", "banzhaf", "shapley", "probability", "seat_share", "pivotal")


@dataclass(frozen=True)
class Sheet:
    """A table as it is written.

    Attributes
    ----------
    name : str
        What it is called, of any length.
    head : tuple of str
        In the person's language.
    columns : tuple of str
        As Python calls them.
    rows : tuple of tuples
    """

    name: str
    head: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def is_share(self, place: int) -> bool:
        """Whether a column holds shares of 1."""
        return self.columns[place].startswith(SHARES)


def sheet(words: Words, named: Named) -> Sheet:
    """The cells of a table.

    A column with its least and most beside it becomes one: the number, or both where a lot
    decides.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> from valgforbund.reports.tables import tables
    >>> from valgforbund.wording import words
    >>> tie = count(Scenario({"A": 10, "B": 10}, seats=3))
    >>> found = sheet(words("en"), [each for each in tables(tie) if each.key == "seats"][0])
    >>> found.head, found.rows[0]
    (('List', 'Party', 'Votes', 'Seats', 'Expected'), ('A', None, 10, '1–2', 1.5))
    """
    frame = _whole(named.frame)
    known = [each for each in frame.columns if each not in named.own]
    cells: dict[str, list[Value]] = {}
    for column in frame.columns:
        base = _base(column, known)
        if base is None:
            cells[column] = [_value(each) for each in frame[column]]
        elif base not in cells:
            cells[base] = _spans(words, frame, base)
        if column in named.codes:
            cells[column] = [
                _called(words, named.codes[column](each), each) for each in cells[column]
            ]
    head = tuple(_head(words, each, own=each in named.own) for each in cells)
    rows = tuple(zip(*cells.values(), strict=True)) if cells else ()
    return Sheet(words(f"sheet.name_{named.key}"), head, tuple(cells), rows)


def _whole(frame: pd.DataFrame) -> pd.DataFrame:
    """With its labels as columns, where they say something."""
    named = [name for name in frame.index.names if name is not None]
    if not named:
        return frame
    labels = frame.index.to_frame(index=False).set_axis(named, axis=1)
    return pd.concat([labels, frame.reset_index(drop=True)], axis=1)


def _base(column: str, columns: list[str]) -> str | None:
    """What a column is the least or the most of, or has beside it; None for one alone."""
    for end in ("", LOW, HIGH):
        if column.endswith(end) and column in columns:
            base = column[: len(column) - len(end)]
            if base + LOW in columns and base + HIGH in columns:
                return base
    return None


def _spans(words: Words, frame: pd.DataFrame, base: str) -> list[Value]:
    """The number where it is sure, both ends where it is open, nothing where neither is known."""
    found: list[Value] = []
    for low, high in zip(frame[base + LOW], frame[base + HIGH], strict=True):
        ends = _value(low), _value(high)
        sure = ends[0] == ends[1]
        found.append(ends[0] if sure else f"{_text(words, ends[0])}–{_text(words, ends[1])}")
    return found


def _text(words: Words, value: Value) -> str:
    if isinstance(value, float):
        return words.decimal(value)
    return "" if value is None else str(value).replace("-", "−")


def _value(value: Any) -> Value:
    """A Python value; missing is None, what a spreadsheet cannot hold is text."""
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(_value(each)) for each in value)
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value) if abs(int(value)) <= EXACT else about(int(value))
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else "∞"
    return str(value)


def _called(words: Words, key: str, value: Value) -> Value:
    """What a code is called, where we have a word for it."""
    return words(key) if key in words else value


def _head(words: Words, column: str, *, own: bool) -> str:
    key = f"sheet.{column}"  # what has none is called as Python calls it
    return column if own or key not in words else words(key)
