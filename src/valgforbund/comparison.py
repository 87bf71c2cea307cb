"""With and without: what an alliance saves, for whom and at whose cost, against a named baseline.

Gains and losses are listed by list; they cannot be paired one to one. "With" is always the
scenario itself. The lots of the two worlds are independent, so what is open is a range.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import pandas as pd

from valgforbund.alliances import Alliance, AllianceLike
from valgforbund.baselines import DISSOLVED, NONE, Baseline
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.frames import (
    ALLIANCE,
    LETTER,
    MEASURE,
    PARTY,
    Column,
    nearest,
    real,
    table,
    text,
    whole,
)
from valgforbund.movements import Movement, movements
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.waste import MEASURES, spans_by_measure

NO_SEATS = Span(0, 0)
NO_ALLIANCE = Alliance("", ())  # of a count that stands beside itself


@dataclass(frozen=True)
class Comparison:
    """A scenario with an alliance, and a world without it; made by `compare`.

    Attributes
    ----------
    alliance : Alliance
        Whose saved seats are counted.
    baseline : str
        ``"dissolved"``, ``"none"`` or ``"scenario"``: what "without" means.
    with_, without : Count
        The two worlds.
    """

    alliance: Alliance
    baseline: str
    with_: Count
    without: Count

    def _repr_html_(self) -> str:
        from valgforbund.reports import shown  # noqa: PLC0415 -- only a notebook needs the words

        return shown.comparison(self)

    @cached_property
    def saved(self) -> Span:
        """Seats of the alliance's lists with, minus without; ``int()`` of it if no lot decides."""
        letters = self.alliance.letters
        return self.with_.seats_of(letters) - self.without.seats_of(letters)

    @property
    def ledger(self) -> pd.DataFrame:
        """Seats by list.

        Returns
        -------
        DataFrame
            Index ``letter``; ``party``; ``seats_with``, ``seats_without``, ``change``, missing
            where a lot decides, and each with ``_low`` and ``_high``.
        """
        columns = {
            "seats_with": [more for more, _ in self.spans.values()],
            "seats_without": [less for _, less in self.spans.values()],
            "change": [more - less for more, less in self.spans.values()],
        }
        return table(self.spans, LETTER, {PARTY: self._parties, **spread(columns)})

    @property
    def _parties(self) -> Column:
        worlds = self.without.scenario, self.with_.scenario
        known = {letter: each.party(letter) for each in worlds for letter in each.letters}
        return text([known[letter] for letter in self.spans])

    @cached_property
    def spans(self) -> dict[str, tuple[Span, Span]]:
        """Seats with and without by letter; a list that one world does not have has none there."""
        more, less = self.with_.spans, self.without.spans
        return {
            letter: (more.get(letter, NO_SEATS), less.get(letter, NO_SEATS))
            for letter in {**more, **less}
        }

    @property
    def changes(self) -> dict[str, Span]:
        """The lists whose seats differ, or may differ after a lot, with their change."""
        moved = {letter: more - less for letter, (more, less) in self.spans.items()}
        return {letter: span for letter, span in moved.items() if span != NO_SEATS}

    @cached_property
    def movements(self) -> tuple[Movement, ...]:
        """What certainly changes, for lists that share a lot together."""
        return movements(self.without, self.with_)

    @property
    def cancels(self) -> bool:
        """Whether no seat differs although one of several alliances, by itself, moves seats."""
        scenario = self.with_.scenario
        several = len(scenario.alliances) > 1 and not self.changes
        return several and any(compare(scenario, each).changes for each in scenario.alliances)

    @cached_property
    def measures(self) -> tuple[dict[str, Span], dict[str, Span]]:
        """Votes by measure in both worlds, without a frame."""
        return spans_by_measure(self.with_), spans_by_measure(self.without)

    @property
    def waste(self) -> pd.DataFrame:
        """Votes and shares by measure.

        Returns
        -------
        DataFrame
            Index ``measure``; ``with``, ``without``, ``change`` in votes, each with ``_low`` and
            ``_high``, and ``share_with``, ``share_without`` (of all votes in each world).
        """
        more, less = self.measures
        columns = spread(
            {
                "with": [more[measure] for measure in MEASURES],
                "without": [less[measure] for measure in MEASURES],
                "change": [more[measure] - less[measure] for measure in MEASURES],
            }
        )
        shares = {
            f"share_{world}": real(
                [None if span.is_open or not total else span.low / total for span in spans.values()]
            )
            for world, spans, total in (
                ("with", more, sum(self.with_.scenario.ballots)),
                ("without", less, sum(self.without.scenario.ballots)),
            )
        }
        return table(MEASURES, MEASURE, columns | shares)


def compare(
    scenario: Scenario, alliance: AllianceLike, baseline: str | Baseline | Scenario = DISSOLVED
) -> Comparison:
    """Compare a scenario with a world without an alliance.

    Parameters
    ----------
    scenario : Scenario
        The world with.
    alliance : name, Alliance or tuple of letters
        Whose seats are compared.
    baseline : str, Baseline or Scenario
        ``"dissolved"``: just this alliance dissolved, all others kept. ``"none"``: no alliances
        at all. Or another scenario, such as ``scenario.leave("D")``. Or a person's choice: with
        one list ``in``, that is the world with, and the scenario itself the world without.

    Raises
    ------
    ScenarioError
        If the alliance or the baseline is unknown, or the two worlds are of different places.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> k = compare(s, "C-D")
    >>> int(k.saved), k.ledger.change.to_dict()
    (1, {'A': -1, 'B': 0, 'C': 0, 'D': 1})
    """
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    chosen = scenario.alliance(alliance)
    if isinstance(baseline, Baseline):
        return _chosen(scenario, chosen, baseline)
    if isinstance(baseline, Scenario):
        if scenario.place and baseline.place and scenario.place != baseline.place:
            raise ScenarioError("places_differ", place=scenario.place, other=baseline.place)
        return Comparison(chosen, "scenario", count(scenario), count(baseline))
    if baseline == DISSOLVED:
        return Comparison(chosen, DISSOLVED, count(scenario), count(scenario.dissolve(chosen)))
    if baseline == NONE:
        return Comparison(chosen, NONE, count(scenario), count(scenario.without_alliances()))
    raise ScenarioError("baseline_unknown", value=baseline)


def _chosen(scenario: Scenario, alliance: Alliance, baseline: Baseline) -> Comparison:
    """The comparison; "with" is always the world with the member inside."""
    letter = baseline.letter
    if baseline.kind == "out":
        return compare(scenario, alliance, scenario.leave(letter))
    if baseline.kind == "in":
        joined = scenario.join(letter, alliance)
        return compare(joined, (*alliance.letters, letter), scenario)
    return compare(scenario, alliance, baseline.kind)


def savings(scenario: Scenario) -> pd.DataFrame:
    """What every alliance saves, against both baselines side by side.

    Returns
    -------
    DataFrame
        Index ``alliance``; ``seats`` (missing where a lot decides), and for ``dissolved`` and
        ``none``: ``saved_…`` with ``_low`` and ``_high``, and ``changes_…``: the lists whose
        seats differ, as text such as ``"A-2 O+1 Æ+1"`` (a range where a lot decides): who got the
        saved seats and who had them. ``expected_gain``: see `expected_gains`, to hold
        ``saved_dissolved`` against. The seats that several alliances save may be the same: they
        do not add up.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> savings(s)["saved_dissolved"].to_dict(), savings(s)["changes_dissolved"].to_dict()
    ({'C-D': 1}, {'C-D': 'A-1 D+1'})
    """
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    both = {
        baseline: [compare(scenario, each, baseline) for each in scenario.alliances]
        for baseline in (DISSOLVED, NONE)
    }
    spans = {"seats": [k.with_.seats_of(k.alliance.letters) for k in both[DISSOLVED]]}
    for baseline, comparisons in both.items():
        spans[f"saved_{baseline}"] = [k.saved for k in comparisons]
    changes = {
        f"changes_{baseline}": text([changes_text(k.changes) for k in comparisons])
        for baseline, comparisons in both.items()
    }
    # added up exactly: the order of the lists is none of its digits
    expected = [math.fsum(expected_gains(scenario, each)) for each in scenario.alliances]
    names = [each.name for each in scenario.alliances]
    return table(names, ALLIANCE, spread(spans) | changes | {"expected_gain": real(expected)})


def expected_gains(scenario: Scenario, alliance: AllianceLike) -> pd.Series[float]:
    """What the lists of an alliance can expect to gain by it in a large council.

    A sanity line beside the real number: what chance brings on average, whatever the others do.
    It is somewhat less in small councils, and the real number is whole.

    Returns
    -------
    Series
        Seats by letter. An alliance of m members (with votes) and the share P of all votes gains
        (m - 1)(1 - P) / 2 against itself dissolved; a list with the share p gets p / P of that.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> expected_gains(s, "C-D").round(2).to_dict()
    {'C': 0.14, 'D': 0.2}
    """
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    chosen = scenario.alliance(alliance)
    votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
    own = {letter: votes[letter] for letter in chosen.letters}
    joint, total = sum(own.values()), sum(votes.values())
    inside = [(each,) if isinstance(each, str) else each.letters for each in chosen.members]
    more = sum(any(map(own.__getitem__, letters)) for letters in inside) - 1
    gains = [
        nearest(Fraction(each * more * (total - joint), 2 * total * joint)) if joint else 0.0
        for each in own.values()
    ]
    index = pd.Index(list(own), dtype="str", name=LETTER)
    return pd.Series(gains, index=index, name="expected_gain")


def changes_text(changes: dict[str, Span]) -> str:
    """The lists whose seats differ, each with its sign."""
    return " ".join(
        letter + "…".join(f"{end:+d}" if end else "0" for end in dict.fromkeys(span.ends))
        for letter, span in changes.items()
    )


def spread(spans: Mapping[str, Sequence[Span | None]]) -> dict[str, Column]:
    """Columns of spans as three each: the number where it is sure, the least, the most."""
    columns: dict[str, Column] = {}
    for name, column in spans.items():
        low = [None if span is None else span.low for span in column]
        high = [None if span is None else span.high for span in column]
        sure = [least if least == most else None for least, most in zip(low, high, strict=True)]
        columns |= {name: whole(sure), f"{name}_low": whole(low), f"{name}_high": whole(high)}
    return columns
