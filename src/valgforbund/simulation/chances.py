"""What a simulation found: chances and expectations, each with its Monte Carlo error."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from valgforbund import checks
from valgforbund.alliances import Alliance
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, Column, table, text, whole
from valgforbund.order import named
from valgforbund.scenario import Scenario
from valgforbund.simulation.sampler import Model
from valgforbund.simulation.tally import Tally

WITH, WITHOUT = "with", "without"
LOW, HIGH = 0.05, 0.95  # nine draws of ten lie between
BLOC, SAVED, EVENT, SEATS = "bloc", "saved", "event", "seats"


@dataclass(frozen=True, eq=False)
class Simulation:
    """Chances of seats over many draws of votes; made by `simulate`.

    Columns that end in ``_error`` are Monte Carlo standard errors: how much a number would differ
    in another run with another seed. They shrink with the root of the draws, and know nothing of
    whether the model is right. Without an alliance, what needs a world without it is left out.

    Attributes
    ----------
    scenario, baseline : Scenario
        The worlds with and without; the same where no alliance is named.
    alliance : Alliance or None
        Whose seats are counted.
    model : Poll, Swing or Draws
    draws, seed : int
    groups : dict of name to letters
        The blocs.
    closed_form : Series or None
        What each member of the alliance can expect to gain against the alliance dissolved, see
        `comparison.expected_gains`; None where the baseline is another.
    tally : Tally
        The bare numbers.

    Examples
    --------
    >>> from valgforbund.simulation.simulate import simulate
    >>> from valgforbund.simulation.swing import Swing
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> sim = simulate(s, "C-D", model=Swing(points=0), draws=10)
    >>> sim.seats_with.loc["D"].to_dict()
    {0: 0.0, 1: 0.0, 2: 1.0, 3: 0.0}
    >>> sim.chances["probability"].to_dict()
    {'saves': 1.0, 'costs': 0.0, 'nothing': 0.0, 'lot_with': 0.0, 'lot_without': 0.0, 'lot': 0.0}
    """

    scenario: Scenario
    baseline: Scenario
    alliance: Alliance | None
    model: Model
    draws: int
    seed: int
    groups: dict[str, tuple[str, ...]]
    closed_form: pd.Series[float] | None
    tally: Tally

    def __repr__(self) -> str:
        name = "no alliance" if self.alliance is None else self.alliance.name
        return f"<Simulation: {self.draws} draws, {name}, {self.model!r}>"

    # ---- lists ----

    @property
    def seats_with(self) -> pd.DataFrame:
        """Probability of each number of seats, by list, in the scenario itself.

        Returns
        -------
        DataFrame
            Index ``letter``; a column a number of seats, from 0 to the largest that occurred.
        """
        return self._distribution(WITH)

    @property
    def seats_without(self) -> pd.DataFrame:
        """The same in the world without the alliance."""
        self._needs_alliance()
        return self._distribution(WITHOUT)

    @property
    def lists(self) -> pd.DataFrame:
        """One row a list.

        Returns
        -------
        DataFrame
            Index ``letter``; ``party``; for each world ``mean_…`` with its error, and ``low_…`` and
            ``high_…``, between which nine of ten draws lie; ``change``, the mean of seats with
            minus without; ``gains`` and ``loses``, how likely the alliance gives the list seats
            or takes them.
        """
        letters = self.scenario.letters
        columns: dict[str, Column] = {PARTY: text([self.scenario.party(x) for x in letters])}
        for world, counts in self._worlds.items():
            mean, error = _mean(counts[self._lists], 0)
            columns |= {f"mean_{world}": mean, f"mean_{world}_error": error}
            columns[f"low_{world}"] = whole(_quantile(counts[self._lists], LOW).tolist())
            columns[f"high_{world}"] = whole(_quantile(counts[self._lists], HIGH).tolist())
        if self.alliance is not None:
            change, least = self.tally.change[self._lists], self._least
            mean, error = _mean(change, least)
            columns |= {"change": mean, "change_error": error}
            columns["gains"] = change[:, 1 - least :].sum(axis=1) / self.draws
            columns["loses"] = change[:, :-least].sum(axis=1) / self.draws
        return table(letters, LETTER, columns)

    def at_least(self, seats: int) -> pd.DataFrame:
        """Probability that a list gets at least so many seats.

        Returns
        -------
        DataFrame
            Index ``letter``; ``with`` and ``without``, each with its error.
        """
        number = checks.whole(seats, 1, "seats_not_whole")
        return self._chances(LETTER, self.scenario.letters, self._lists, [number] * 2)

    # ---- the alliance ----

    @property
    def saved(self) -> pd.DataFrame:
        """Probability of each number of seats that the alliance saves.

        Returns
        -------
        DataFrame
            Index ``saved``, negative where it costs seats; ``probability`` and its error.
        """
        counts = self._saved
        numbers = np.arange(len(counts)) + self._least
        kept = (counts > 0) | (numbers == 0)
        index = pd.Index(numbers[kept], name=SAVED)
        return pd.DataFrame(self._probability(counts[kept]), index=index)

    @property
    def chances(self) -> pd.DataFrame:
        """How likely the alliance saves seats, and how often a lot decides.

        Returns
        -------
        DataFrame
            Index ``event``: ``saves`` (at least one seat), ``costs``, ``nothing``; ``lot_with``,
            ``lot_without``, ``lot`` (in any of the worlds). ``probability`` and its error.
        """
        counts = dict(zip(("lot_with", "lot_without", "lot"), self.tally.lots, strict=True))
        if self.alliance is None:
            counts = {"lot_with": counts["lot_with"]}
        else:
            saved, least = self._saved, self._least
            saving = {"saves": saved[1 - least :].sum(), "costs": saved[:-least].sum()}
            counts = saving | {"nothing": saved[-least]} | counts
        return table(counts, EVENT, self._probability(np.array(list(counts.values()))))

    @property
    def members(self) -> pd.DataFrame:
        """What the alliance brings each of its lists, and all of them together.

        Returns
        -------
        DataFrame
            Index ``letter``, last the alliance by name; ``saved``, the mean over the draws, its
            error, and ``closed_form``: (m − 1)(1 − P) / 2 seats for the alliance, in proportion
            to votes for a member. That holds on average over all elections in large councils;
            missing where the baseline is not the alliance dissolved.
        """
        alliance = self._needs_alliance()
        names = [*alliance.letters, alliance.name]
        rows = [self.scenario.letters.index(letter) for letter in alliance.letters]
        rows.append(self._row(alliance.name))
        mean, error = _mean(self.tally.change[rows], self._least)
        form = np.full(len(names), np.nan)
        if self.closed_form is not None:
            form[:-1] = self.closed_form.to_numpy()
            form[-1] = math.fsum(form[:-1])  # the same in whatever order
        return table(names, LETTER, {SAVED: mean, f"{SAVED}_error": error, "closed_form": form})

    # ---- blocs ----

    @property
    def majorities(self) -> pd.DataFrame:
        """How likely each bloc has more than half of the seats.

        Returns
        -------
        DataFrame
            Index ``bloc``; ``with`` and ``without``, each with its error.
        """
        needed = [self.scenario.seats // 2 + 1, self.baseline.seats // 2 + 1]
        rows = slice(len(self.scenario.letters), None)
        return self._chances(BLOC, tuple(self.groups), rows, needed)

    def bloc(self, name: str) -> pd.DataFrame:
        """Probability of each number of seats of a bloc, with and without.

        Returns
        -------
        DataFrame
            Index ``seats``; a column a world.
        """
        found = {world: counts[self._row(name)] for world, counts in self._worlds.items()}
        frame = pd.DataFrame({world: pd.Series(counts) for world, counts in found.items()})
        frame = frame.fillna(0).rename_axis(SEATS)
        seen = np.flatnonzero(frame.sum(axis=1).to_numpy())
        return frame.iloc[seen[0] : seen[-1] + 1] / self.draws

    # ---- from the bare numbers ----

    @property
    def _lists(self) -> slice:
        return slice(len(self.scenario.letters))

    @cached_property
    def _worlds(self) -> dict[str, np.ndarray]:
        both = {WITH: self.tally.with_, WITHOUT: self.tally.without}
        return both if self.alliance is not None else {WITH: both[WITH]}

    @property
    def _least(self) -> int:
        """The change that the first column of changes stands for."""
        return -self.baseline.seats

    @property
    def _saved(self) -> np.ndarray:
        counts: np.ndarray = self.tally.change[self._row(self._needs_alliance().name)]
        return counts

    def _needs_alliance(self) -> Alliance:
        if self.alliance is None:
            raise ScenarioError("simulation_without_alliance")
        return self.alliance

    def _row(self, bloc: str) -> int:
        name = named(bloc, self.groups)
        if name is None:
            raise ScenarioError("bloc_unknown", value=bloc, blocs=", ".join(self.groups))
        return len(self.scenario.letters) + list(self.groups).index(name)

    def _distribution(self, world: str) -> pd.DataFrame:
        counts = self._worlds[world][self._lists]
        most = np.flatnonzero(self.tally.with_[self._lists].sum(axis=0))[-1]
        if self.alliance is not None:  # both worlds have the same columns
            most = max(most, np.flatnonzero(self.tally.without[self._lists].sum(axis=0))[-1])
        columns = {number: counts[:, number] / self.draws for number in range(most + 1)}
        frame = pd.DataFrame(columns, index=self.scenario.index)
        return frame.rename_axis(columns=SEATS)

    def _chances(
        self, name: str, labels: tuple[str, ...], rows: slice, least: list[int]
    ) -> pd.DataFrame:
        """How likely rows have at least so many seats in each world."""
        columns: dict[str, Column] = {}
        for (world, counts), number in zip(self._worlds.items(), least, strict=False):
            found = self._probability(counts[rows, number:].sum(axis=1))
            columns |= {world: found["probability"], f"{world}_error": found["error"]}
        return table(labels, name, columns)

    def _probability(self, counts: np.ndarray) -> dict[str, np.ndarray]:
        share = counts / self.draws
        return {"probability": share, "error": np.sqrt(share * (1 - share) / self.draws)}


def _mean(counts: np.ndarray, first: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean of each row of counts and its standard error; the first column stands for `first`."""
    draws = counts.sum(axis=1)
    numbers = np.arange(counts.shape[1]) + first
    mean = counts @ numbers / draws
    variance = counts @ numbers**2 / draws - mean**2
    return mean, np.sqrt(np.maximum(variance, 0) / draws)


def _quantile(counts: np.ndarray, share: float) -> np.ndarray:
    """The least number in each row that so many draws do not exceed."""
    reached = counts.cumsum(axis=1) >= share * counts.sum(axis=1, keepdims=True)
    least: np.ndarray = reached.argmax(axis=1)
    return least
