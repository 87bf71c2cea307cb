"""What chances and intervals promised, beside what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.frames import Kind, flags, text, whole

SIZES = (0.0, 0.01, 0.02, 0.04, 0.08, 0.15, 0.25)  # of lists' shares, where a class begins
BINS = 10
PART, SIZE = "part", "size"


class Claim(NamedTuple):
    """That a list gets so many seats.

    Attributes
    ----------
    code, letter : str
        The council and the list.
    part : float
        How much was counted.
    share : float
        Of the votes when all was counted.
    number : int
    probability : float
    happened : bool
    """

    code: str
    letter: str
    part: float
    share: float
    number: int
    probability: float
    happened: bool


class Interval(NamedTuple):
    """That a list's share and seats lie between two numbers.

    Attributes
    ----------
    code, letter, part, share
        As in a claim.
    covered, seats_covered : bool
        Whether they did.
    promised : float
        The chance that the seats would, as the model saw it.
    pit : float
        Where the seats came in their distribution, from 0 to 1, by chance inside of a number:
        uniform if the chances are right.
    """

    code: str
    letter: str
    part: float
    share: float
    covered: bool
    seats_covered: bool
    promised: float
    pit: float


def _real(values: object) -> np.ndarray:
    return np.array(values, dtype=float)


_WHO: dict[str, Kind] = {"code": text, "letter": text, PART: _real, "share": _real}
CLAIMS: dict[str, Kind] = {**_WHO, "number": whole, "probability": _real, "happened": flags}
INTERVALS: dict[str, Kind] = {
    **_WHO,
    **dict.fromkeys(("covered", "seats_covered"), flags),
    **dict.fromkeys(("promised", "pit"), _real),
}


@dataclass(frozen=True, eq=False)
class Calibration:
    """Chances and intervals that were stated, and what came.

    Attributes
    ----------
    claims : DataFrame
        A row a claim, the columns of `Claim`.
    intervals : DataFrame
        A row an interval, the columns of `Interval`.
    """

    claims: pd.DataFrame
    intervals: pd.DataFrame

    def __repr__(self) -> str:
        return f"<Calibration: {len(self.claims)} chances, {len(self.intervals)} intervals>"

    def reliability(self, by: str | None = None, bins: int = BINS) -> pd.DataFrame:
        """Of what was said to be so likely, how much came.

        Parameters
        ----------
        by : str, optional
            ``"part"`` (how much was counted) or ``"size"`` (of the list, where its class begins).
        bins : int
            Of chances, equally wide.

        Returns
        -------
        DataFrame
            The column `by`, if any; ``low`` and ``high`` of the chances in a bin; the number of
            ``claims``; their mean ``probability``; how much ``happened``; and ``error``, by how
            much that strays by chance alone: one standard deviation, as if claims were
            independent.
        """
        claims = self._classed(self.claims)
        edges = np.linspace(0, 1, bins + 1)
        place = np.clip(np.searchsorted(edges, claims["probability"], side="right"), 1, bins)
        claims = claims.assign(low=edges[place - 1], high=edges[place])
        groups = claims.groupby([*self._by(by), "low", "high"], sort=True)
        found = groups.agg(
            claims=("happened", "size"),
            probability=("probability", "mean"),
            happened=("happened", "mean"),
        ).reset_index()
        spread = found["probability"] * (1 - found["probability"]) / found["claims"]
        return found.astype({"claims": "Int64"}).assign(error=np.sqrt(spread))

    def coverage(self, by: str | None = None) -> pd.DataFrame:
        """How many intervals held.

        Returns
        -------
        DataFrame
            The column `by`, if any; the number of ``intervals``; how many of shares were
            ``covered``, and of seats, ``seats_covered``, beside what these ``promised``; all as
            parts of 1.
        """
        intervals = self._classed(self.intervals).assign(all=0)
        groups = intervals.groupby(self._by(by) or ["all"], sort=True)
        columns = ["covered", "seats_covered", "promised"]
        found = groups[columns].mean()
        found.insert(0, "intervals", groups.size().astype("Int64"))
        return found.reset_index().drop(columns=[] if by else "all")

    def pit(self, by: str | None = None, bins: int = BINS) -> pd.DataFrame:
        """Where seats came in their distributions: each bin should have the same part.

        Returns
        -------
        DataFrame
            The column `by`, if any; ``low`` and ``high`` of a bin; the ``share`` that came there.
        """
        intervals = self._classed(self.intervals).assign(all=0)
        edges = np.linspace(0, 1, bins + 1)
        rows = []
        for value, each in intervals.groupby((self._by(by) or ["all"])[0], sort=True):
            share = np.histogram(each["pit"], edges)[0] / len(each)
            rows += [(value, *row) for row in zip(edges[:-1], edges[1:], share, strict=True)]
        frame = pd.DataFrame(rows, columns=[by or "all", "low", "high", "share"])
        return frame if by else frame.drop(columns="all")

    def called(self, least: float = 0.99) -> tuple[int, float]:
        """How many claims were at least so likely, and how many of them came."""
        sure = self.claims[self.claims["probability"] >= least]
        return len(sure), float(sure["happened"].mean())

    def _by(self, by: str | None) -> list[str]:
        if by not in (None, PART, SIZE):
            raise ScenarioError("calibration_by", value=by, known=f"{PART}, {SIZE}")
        return [] if by is None else [by]

    def _classed(self, rows: pd.DataFrame) -> pd.DataFrame:
        starts = np.array(SIZES)
        place = np.searchsorted(starts, rows["share"].to_numpy(), side="right") - 1
        return rows.assign(size=starts[place])
