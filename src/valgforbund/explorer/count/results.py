"""Everything the panels show, counted once for one scenario and one way to look at it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache

import pandas as pd

from valgforbund.alliances import Alliance
from valgforbund.baselines import NONE, Baseline, Reference
from valgforbund.comparison import NO_ALLIANCE, Comparison, compare
from valgforbund.counting import Count
from valgforbund.explorer.count.view import View
from valgforbund.explorer.workbench.markup import SIGN, signs
from valgforbund.margins import Margin
from valgforbund.margins.closest import close
from valgforbund.official import Official
from valgforbund.parsing.evening import of_night
from valgforbund.parties import Party
from valgforbund.people.bundled import bundled
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import frame_of, replaced
from valgforbund.sources.places import known_seats
from valgforbund.sources.source import load
from valgforbund.waste import waste_by_list
from valgforbund.wording import Words, baseline, words

WIDE, CANVAS = 600, 440  # the boxes of pictures in style.css are as wide


class Results:
    """One count and its comparisons; computed when a panel asks.

    Parameters
    ----------
    scenario, original : Scenario
        What is shown, and what changed values are held against.
    view : View
        How the person looks at it.
    alliance : Alliance or None
        The alliance in focus.
    previous : Scenario, optional
        What the person's last step changed.
    """

    def __init__(
        self,
        scenario: Scenario,
        original: Scenario,
        view: View,
        alliance: Alliance | None,
        previous: Scenario | None = None,
    ) -> None:
        self.scenario, self.original, self.view = scenario, original, view
        self.previous = previous
        self.words: Words = words(view.language)
        self.alliance = alliance
        fits = alliance is not None and view.baseline.holds(alliance, scenario)
        self.baseline = view.baseline if fits else Baseline("dissolved")
        self.reference = view.reference if view.reference in self.references else None

    @property
    def wide(self) -> int:
        """CSS pixels of a picture: fewer on a canvas, where what is written in it is larger."""
        return CANVAS if self.view.large else WIDE

    @property
    def references(self) -> list[Reference]:
        """What the seats can be held against whatever the alliances are, in the order of a menu."""
        return [
            *([Reference("real")] if self.real_seats else []),
            *([Reference("original")] if self.has_original else []),
            *(Reference("variant", pin.name) for pin in self.view.pins_of(self.scenario)),
        ]

    @property
    def has_original(self) -> bool:
        """Whether there were votes when it was opened, which changes are shown against."""
        return any(self.original.ballots)

    @property
    def other(self) -> Baseline | Reference:
        """What the person compares with."""
        return self.reference or self.baseline

    @property
    def is_compared(self) -> bool:
        """Whether there is another world to show."""
        return self.alliance is not None or self.reference is not None

    @cached_property
    def compared(self) -> Comparison:
        """The scenario beside the other world; with itself while there is none."""
        if self.reference is None:
            return self.membership
        other = self._drawn(self._referred(self.reference))
        return Comparison(self.alliance or NO_ALLIANCE, "scenario", self.counted, other)

    @cached_property
    def last_step(self) -> Comparison | None:
        """The scenario beside what it was before the last step; None where that left it alone."""
        if self.previous is None or self.previous == self.scenario:
            return None
        before = Count(self.previous)
        return Comparison(self.alliance or NO_ALLIANCE, "scenario", self.counted, before)

    def _referred(self, reference: Reference) -> Count:
        if reference.kind == "original":
            return Count(self.original)
        if reference.kind == "variant":
            return Count(next(x.scenario for x in self.view.pins if x.name == reference.name))
        return _real(self.original.election, self.original.place)

    @cached_property
    def membership(self) -> Comparison:
        """With and without, of the same votes; with itself while there is no alliance."""
        if self.alliance is None:
            counted = Count(self.scenario)
            return Comparison(NO_ALLIANCE, NONE, counted, counted)
        compared = compare(self.scenario, self.alliance, self.baseline)
        if self._joins:
            return replace(compared, with_=self._drawn(compared.with_))
        return replace(compared, without=self._drawn(compared.without))

    @cached_property
    def candidates(self) -> pd.DataFrame | None:
        """Those that came along or were typed; None where the bundled ones are meant."""
        held, typed = self.view.candidates, self.view.typed
        if not typed:
            return frame_of(held) if held else None
        return frame_of(replaced(held or bundled(self.original), typed))

    @property
    def typed(self) -> tuple[str, ...]:
        """The lists that stand with candidates that the person typed."""
        letters = dict.fromkeys(each.letter for each in self.view.typed)
        return tuple(each for each in self.scenario.letters if each in letters)

    @property
    def counted(self) -> Count:
        """The count of the scenario itself."""
        return self.membership.without if self._joins else self.membership.with_

    @cached_property
    def against_none(self) -> Comparison | None:
        """All alliances together against none; None while there is no alliance."""
        if self.alliance is None:
            return None
        return self.against(self.alliance, NONE)

    @property
    def elsewhere(self) -> dict[str, Count]:
        """The worlds that the scenario is compared with, each once, by what they are called."""
        if self.alliance is None or self.against_none is None:
            return {self.worlds[1]: self.compared.without} if self.reference else {}
        none, joins = self.against_none.without, self._joins
        other = self.membership.with_ if joins else self.membership.without
        found = {self.membership_worlds[not joins]: other}
        if none.scenario != other.scenario:
            found[self.words("world.none")] = none
        if self.reference is not None:
            found[self.worlds[1]] = self.compared.without
        return found

    @cached_property
    def before(self) -> dict[str, Span]:
        """Seats by letter as the election was opened; none where it was opened empty."""
        return Count(self.original).spans if self.has_original else {}

    @cached_property
    def close(self) -> Margin:
        """How close our list is to one seat more and one fewer, with new votes."""
        return close(self.scenario, self.view.ours)

    @cached_property
    def by_list(self) -> pd.DataFrame:
        """Where each list's votes ended."""
        return waste_by_list(self.counted)

    @cached_property
    def signs(self) -> dict[str, str]:
        """What stands for each letter on a badge."""
        return signs(self.scenario.letters, SIGN)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Who each list is."""
        known = dict(zip(self.original.letters, self.original.names, strict=True))
        kept = {letter: name for letter, name in known.items() if letter in self.scenario.letters}
        # a list that the person renames stays the party it was, and keeps its colour
        found = self.scenario.with_names(kept).parties
        names = zip(self.scenario.letters, self.scenario.names, strict=True)
        renamed = {each: name for each, name in names if known.get(each, name) != name}
        found |= {
            each: replace(found[each], name=name, short=name) for each, name in renamed.items()
        }
        elsewhere = self.compared.without.scenario.parties if self.reference else {}
        return {**elsewhere, **found}

    @cached_property
    def official(self) -> dict[str, int]:
        """Official seats by letter, where ours are not meant to be them."""
        is_beside = self.reference == Reference("real")
        meant = not self.scenario.notes or of_night(self.scenario.notes)
        return {} if is_beside or meant else self.real_seats

    @cached_property
    def real_seats(self) -> dict[str, int]:
        """Official seats by letter of the election that was opened; none where not known."""
        return known_seats(self.original.election, self.original.place)

    @property
    def worlds(self) -> tuple[str, str]:
        """What the two worlds that are compared are called."""
        if self.reference is not None:
            return baseline.worlds(self.words, self.reference)
        return self.membership_worlds

    @property
    def membership_worlds(self) -> tuple[str, str]:
        """What the world with and the world without are called."""
        if self.alliance is None:
            return self.words("world.now"), self.words("world.none")
        return baseline.worlds(self.words, self.baseline)

    @property
    def tells_votes(self) -> bool:
        """Whether it is known where the votes of the other world ended: by its alliances."""
        return baseline.tells_votes(self.reference, self.compared.without.scenario)

    @property
    def _joins(self) -> bool:
        """Whether the person asks what a list would do inside: then that is the world with."""
        return self.baseline.kind == "in"

    def _drawn(self, world: Count) -> Count:
        """Another world, with its lots where the person has drawn them."""
        for drawn in self.view.drawn:
            if world.lots and drawn.with_drawn(()) == world.scenario:
                return Count(drawn)
        return world

    def against(self, alliance: Alliance, baseline: str) -> Comparison:
        """The scenario's comparison of any of its alliances."""
        compared = compare(self.scenario, alliance, baseline)
        return replace(compared, without=self._drawn(compared.without))

    def seats(self, letter: str) -> Span:
        """Seats of a list in the scenario."""
        return self.counted.spans[letter]

    def other_seats(self, letter: str) -> Span:
        """Seats of a list in the other world."""
        return self.compared.spans[letter][self.reference is not None or not self._joins]

    def change(self, letter: str) -> Span:
        """What is another for a list than in the other world."""
        more, less = self.compared.spans[letter]
        return more - less


@lru_cache(maxsize=8)
def _real(election: str, place: str) -> Official:
    """What was given out, of an election of which that is known."""
    return Official(load(election, place), known_seats(election, place))


def in_focus(scenario: Scenario, seen: tuple[frozenset[str], ...], ours: str) -> Alliance | None:
    """The alliance that shares most members with the one last seen, else with its stand-in.

    Where it shares none: the alliance of our own list, else the one that saves most seats. Of equal
    ones that with most votes.
    """
    if not scenario.alliances:
        return None
    for members in seen:
        shared = {each: len(members & set(each.letters)) for each in scenario.alliances}
        if any(shared.values()):
            return max(scenario.alliances_by_votes, key=shared.__getitem__)
    own = scenario.alliance_of(ours) if ours in scenario.letters else None
    ranked = scenario.alliances_by_votes
    return own or max(ranked, key=lambda each: compare(scenario, each).saved.high)
