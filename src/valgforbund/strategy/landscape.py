"""What all structures come to: distributions, best and worst, where the present one stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter

import pandas as pd

from valgforbund import checks
from valgforbund.alliances import SEPARATOR
from valgforbund.comparison import NO_SEATS, changes_text, spread
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, Column, real, table, text, whole
from valgforbund.kernels.search import Extremes, Kept, Search
from valgforbund.progress import Progress, silent
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.strategy.structure import Stable, Structure, structure

SHOWN = 5  # structures of a kind


class Structures:
    """All structures of a scenario, counted; made by `structures`.

    What is sure is kept apart from what a lot decides. Frames are made when asked for.

    Attributes
    ----------
    scenario : Scenario
    bloc : tuple of str
        The lists whose seats together are looked at; may be empty.
    number : int
        How many structures there are.
    """

    def __init__(
        self, scenario: Scenario, bloc: tuple[str, ...], order: tuple[int, ...], search: Search
    ) -> None:
        self.scenario, self.bloc, self.number = scenario, bloc, search.number
        self._order, self._search = order, search
        self._extremes: dict[tuple[str, ...], Extremes] = {}

    def __repr__(self) -> str:
        place = self.scenario.place or "scenario"
        return f"<{place}: {self.number} structures of {len(self.scenario.letters)} lists>"

    # ---- distributions ----

    @property
    def distribution(self) -> pd.DataFrame:
        """How often each list gets how many seats.

        Returns
        -------
        DataFrame
            Index ``letter`` and ``seats``; ``structures`` in which the list surely has so many,
            and their ``share`` of all; ``by_lot``: those in which a lot decides whether it has,
            and their ``share_by_lot``.
        """
        frames = {letter: self.distribution_of(letter) for letter in self.scenario.letters}
        return pd.concat(frames, names=[LETTER])

    def distribution_of(self, lists: str | Iterable[str]) -> pd.DataFrame:
        """The same for one list, or for several together; index ``seats``."""
        often = self.often(lists)
        seats = range(min(span.low for span in often), max(span.high for span in often) + 1)
        sure = [often.get(Span(n, n), 0) for n in seats]
        lots = [
            sum(times for span, times in often.items() if span.is_open and n in _range(span))
            for n in seats
        ]
        columns: dict[str, Column] = {
            "structures": whole(sure),
            "share": real([n / self.number for n in sure]),
            "by_lot": whole(lots),
            "share_by_lot": real([n / self.number for n in lots]),
        }
        return pd.DataFrame(columns, index=pd.RangeIndex(seats.start, seats.stop, name="seats"))

    def often(self, lists: str | Iterable[str]) -> dict[Span, int]:
        """How often a list, or several together, have these fewest and most seats."""
        letters = letters_of(self.scenario, lists)
        if len(letters) == 1:
            found = self._search.spans(self._place[letters[0]])
        else:
            found = self.extremes(letters).often
        return {Span(*span): times for span, times in found.items()}

    # ---- the present structure among all ----

    @property
    def standing(self) -> pd.DataFrame:
        """Where the present structure stands among all, list by list.

        Returns
        -------
        DataFrame
            Index ``letter``; ``party``. Seats, missing where a lot decides, each with ``_low`` and
            ``_high``: ``now``; ``best`` and ``worst`` over all structures (sure seats first, then
            what lots could add); ``to_best`` and ``to_worst``: their difference to now. Shares of
            all structures in which the list has, whatever lots decide, ``fewer`` or ``more`` seats
            than now; ``same`` is the rest.
        """
        letters = self.scenario.letters
        found = self._standing({letter: (letter,) for letter in letters}, LETTER)
        party = text([self.scenario.party(letter) for letter in letters])
        return found.assign(party=party)[[PARTY, *found]]

    @property
    def bloc_standing(self) -> pd.DataFrame:
        """The same for the bloc; its row is called by its letters. No row where there is none."""
        name = SEPARATOR.join(self.bloc)
        return self._standing({name: self.bloc} if self.bloc else {}, "bloc")

    def _standing(self, units: dict[str, tuple[str, ...]], name: str) -> pd.DataFrame:
        often = [self.often(letters) for letters in units.values()]
        now = [self.now(letters) for letters in units.values()]
        best, worst = (
            [edge(each, key=attrgetter("ends")) for each in often] for edge in (max, min)
        )
        spans = {
            "now": now,
            "best": best,
            "worst": worst,
            "to_best": [more - less for more, less in zip(best, now, strict=True)],
            "to_worst": [less - more for less, more in zip(worst, now, strict=True)],
        }
        shares = [self._shares(each, at) for each, at in zip(often, now, strict=True)]
        columns: dict[str, Column] = {
            column: real([share[i] for share in shares])
            for i, column in enumerate(("fewer", "same", "more"))
        }
        return table(units, name, spread(spans) | columns)

    def _shares(self, often: dict[Span, int], now: Span) -> tuple[float, float, float]:
        """Shares of structures with surely fewer seats than now, neither, and surely more."""
        fewer = sum(times for span, times in often.items() if span.high < now.low)
        more = sum(times for span, times in often.items() if span.low > now.high)
        same = self.number - fewer - more
        return fewer / self.number, same / self.number, more / self.number

    def now(self, lists: str | Iterable[str]) -> Span:
        """Seats in the present structure, before its lots."""
        return self._present.seats_of(letters_of(self.scenario, lists))

    # ---- structures ----

    def best(self, lists: str | Iterable[str] = ()) -> pd.DataFrame:
        """The structures in which a list, or several together, do best; the bloc if none is named.

        Returns
        -------
        DataFrame
            Index ``rank``: up to five, the fewest moves first. ``alliances`` (as text; lists not
            named are alone), ``seats`` of the lists (with ``_low`` and ``_high``), ``moves``: how
            many lists move, and ``movers``: which (fewest that will do); ``changes`` against the
            present structure, such as ``"A+1 B-1"``.
        """
        letters = letters_of(self.scenario, lists or self.bloc)
        return self._frame(letters, self.nearest(letters)[0])

    def worst(self, lists: str | Iterable[str] = ()) -> pd.DataFrame:
        """The structures in which they do worst; as `best`."""
        letters = letters_of(self.scenario, lists or self.bloc)
        return self._frame(letters, self.nearest(letters)[1])

    def nearest(
        self, lists: str | Iterable[str], progress: Progress | None = None
    ) -> tuple[list[Structure], list[Structure]]:
        """The nearest of the best and of the worst structures for these lists."""
        found = self.extremes(letters_of(self.scenario, lists), progress)
        return [*map(self._structure, found.best)], [*map(self._structure, found.worst)]

    def extremes(self, letters: tuple[str, ...], progress: Progress | None = None) -> Extremes:
        """The search for lists together; done once."""
        if letters not in self._extremes:
            places = [self._place[letter] for letter in letters]
            tell = progress or silent
            self._extremes[letters] = self._search.extremes(places, SHOWN, tell)
        return self._extremes[letters]

    def stable(self, *, consent: bool = False, progress: Progress | None = None) -> Stable:
        """The structures in which no list gains a seat by a move of its own.

        A move is one list leaving its alliance to stand alone, or to join another alliance or
        list. It gains if the fewest seats of the list after it are more than its most before it,
        so whatever lots decide.

        Parameters
        ----------
        consent : bool
            Whether those it moves to must agree: then a move counts only if for none of them the
            fewest or the most seats fall.
        progress : callable, optional
            Called with the structures that are checked and their number.

        Notes
        -----
        Where pairs are forbidden only allowed moves count. About half a microsecond a structure.
        """
        tell = progress or silent
        number, kept = self._search.stable(consent, SHOWN, tell)
        nearest = tuple(map(self._structure, kept))
        return Stable(number, consent, nearest, any(not each.moves for each in kept))

    def _structure(self, kept: Kept) -> Structure:
        """A structure in the letters and the order of the scenario."""
        letters, order = self.scenario.letters, self._order
        blocks: dict[int, list[int]] = {}
        for place, block in sorted(zip(order, kept.blocks, strict=True)):
            blocks.setdefault(block, []).append(place)
        wanted = [tuple(letters[place] for place in block) for block in blocks.values()]
        return structure(self.scenario, wanted)

    def _frame(self, letters: tuple[str, ...], structures: list[Structure]) -> pd.DataFrame:
        counts = [count(self.scenario.with_alliances(each.alliances)) for each in structures]
        before = self._present.spans
        changes = [
            {
                letter: change
                for letter, span in counted.spans.items()
                if (change := span - before[letter]) != NO_SEATS
            }
            for counted in counts
        ]
        columns: dict[str, Column] = {
            "alliances": text([each.name for each in structures]),
            **spread({"seats": [counted.seats_of(letters) for counted in counts]}),
            "moves": whole([len(each.movers) for each in structures]),
            "movers": text([", ".join(each.movers) for each in structures]),
            "changes": text([changes_text(each) for each in changes]),
        }
        return pd.DataFrame(columns, index=pd.RangeIndex(1, len(structures) + 1, name="rank"))

    @cached_property
    def _place(self) -> dict[str, int]:
        """Places of the letters in the search."""
        return {self.scenario.letters[i]: n for n, i in enumerate(self._order)}

    @cached_property
    def _present(self) -> Count:
        return count(self.scenario.with_drawn(()))


def letters_of(scenario: Scenario, lists: str | Iterable[str]) -> tuple[str, ...]:
    """The letters of one list or several, in the order of the scenario."""
    wanted = checks.named(lists, scenario)
    if not wanted:
        raise ScenarioError("bloc_empty")
    return tuple(letter for letter in scenario.letters if letter in wanted)


def _range(span: Span) -> range:
    """Every number of seats that a list may have."""
    return range(span.low, span.high + 1)
