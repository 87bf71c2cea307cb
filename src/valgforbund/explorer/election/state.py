"""What the explorer holds: the scenario with its history, and how the person looks at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from valgforbund.baselines import Baseline
from valgforbund.explorer.count.view import View
from valgforbund.explorer.workbench import state
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import Candidate, Person

# what is looked at does not change with the name of the place
STAY = ("focus", "baseline", "reference", "moving", "per_cent_of", "candidates", "typed", "ours")
ONE_DRAG = 1.0  # seconds after a move was shown that end a drag of the slider


class State(state.State[Scenario]):
    """One scenario, where it came from, and the way back.

    Parameters
    ----------
    scenario : Scenario
        Opened as the original that changed values are shown against.
    view : View
        The total that shares are of, and the worlds whose lots were drawn, go with the steps.
    clock : callable
        Seconds; tells one drag of the slider from the next.
    """

    def __init__(
        self, scenario: Scenario, view: View, clock: Callable[[], float] = time.monotonic
    ) -> None:
        # members of the alliance in focus, and of its stand-in
        self.seen: tuple[frozenset[str], ...] = (view.focus,)
        self._clock, self._dragged = clock, float("-inf")
        super().__init__(scenario, view)

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown."""
        return self.current

    def change(self, scenario: Scenario, drag: bool = False, held: bool = False) -> None:
        """Put another scenario in place; one drag of the slider is one step back.

        Where alliances were made or changed, ours is looked at, if there is one, else one of these.
        Who still holds what they dragged goes on with the same step.
        """
        if scenario == self.current:
            return
        touched = self._touched(scenario)
        now = self._clock()
        if not held and not (drag and now - self._dragged < ONE_DRAG):
            self.remember()
        self._dragged = now if drag else float("-inf")
        with self.hold_trait_notifications():
            if touched:
                self.look(focus=touched)
            self.current = scenario

    def put(self, scenario: Scenario) -> None:
        """Put one from elsewhere in place: a change, or another place and so opened."""
        here = self.original
        if (here.place, here.election) == (scenario.place, scenario.election):
            self.change(scenario)
        else:
            self.open(scenario, ours=self.view.ours)

    def open(self, original: Scenario, current: Scenario | None = None, **view: Any) -> None:
        """Open another election; the way back leads to the one before.

        Our list is still ours where the same party stands.
        """
        fresh: dict[str, Any] = {"focus": frozenset(), "baseline": Baseline("dissolved")}
        fresh |= {"per_cent_of": 0, "moving": "", "asking": False, "reference": None}
        fresh |= {"candidates": (), "typed": (), "followed": None}
        fresh["opened"] = self.view.opened + 1
        fresh["ours"] = self.view.ours if self._stands_in(original) else ""
        super().open(original, current, **{**fresh, **view})

    def _stands_in(self, original: Scenario) -> bool:
        """Whether our list is there, too, as the same party."""
        ours, here = self.view.ours, self.current
        known = ours in here.letters and ours in original.letters
        return known and here.parties[ours].name == original.parties[ours].name

    def look(self, **view: Any) -> None:
        """Look at the scenario in another way; who chooses our list looks at its alliance."""
        ours = view.get("ours", self.view.ours)
        if ours != self.view.ours and "focus" not in view and ours in self.current.letters:
            home = self.current.alliance_of(ours)
            view |= {"focus": frozenset(home.letters)} if home else {}
        if "focus" in view:
            self.seen = (view["focus"],)
            view["chosen"] = self.view.chosen + 1
        super().look(**view)

    @property
    def previous(self) -> Scenario | None:
        """What the last step changed; None where it opened an election, or there is none."""
        then = self.last
        if then is None or then.view.opened != self.view.opened:
            return None
        before: Scenario = then.current
        return before

    def draw_elsewhere(self, worlds: Iterable[Scenario]) -> None:
        """Remember worlds that the scenario is compared with, their lots drawn; one step back."""
        self.remember()
        self.look(drawn=(*self.view.drawn, *worlds))

    def nominate(self, typed: tuple[Candidate, ...]) -> None:
        """Put candidates that the person typed in place of others; one step back.

        Who is followed is so no longer where another may stand in their place.
        """
        before = self.view.typed
        if typed == before:
            return
        self.remember()
        followed = self.view.followed
        if followed is not None and _of(before, followed) != _of(typed, followed):
            followed = None
        self.look(typed=typed, followed=followed)

    @property
    def is_changed(self) -> bool:
        """Whether votes, alliances, lists or the candidates of one are others by now."""
        return super().is_changed or bool(self.view.typed)

    def reset(self) -> None:
        """Back to the election that was opened, with its own candidates; one step back."""
        if not self.is_changed:
            return
        self.remember()
        with self.hold_trait_notifications():
            self.look(typed=())
            self.current = self.original

    def saw(self, letters: Iterable[str]) -> None:
        """Remember who is in the alliance in focus now.

        Where it shares no member with the one before it is only a stand-in: if that one comes
        back, by undo for one, it is looked at again.
        """
        members, chosen = frozenset(letters), self.seen[0]
        self.seen = (chosen, members) if chosen and not chosen & members else (members,)

    @property
    def remembered(self) -> state.Remembered:
        """All that is remembered, with the alliance in focus."""
        seen = tuple(tuple(sorted(members)) for members in self.seen)
        return super().remembered._replace(beside=seen)

    def remind(self, remembered: state.Remembered) -> None:
        """Hold and remember what was remembered before, in place of all that is held."""
        seen = tuple(map(frozenset, remembered.beside))
        self.seen, self._dragged = seen or (remembered.now.view.focus,), float("-inf")
        super().remind(remembered)

    def begin_again(self, first: state.Remembered) -> None:
        """As when the election that was first is opened."""
        view = replace(first.now.view, opened=self.view.opened + 1)
        super().begin_again(first._replace(now=first.now._replace(view=view)))

    def is_fresh(self, first: state.Remembered) -> bool:
        """Who passed the first screen only to look has done nothing yet."""
        held = self.remembered
        view = replace(held.now.view, asking=first.now.view.asking)
        return bool(held._replace(now=held.now._replace(view=view)) == first)

    def _touched(self, scenario: Scenario) -> frozenset[str]:
        """Who is in our alliance, if the step to this scenario made or changed any.

        Where we have none: of those changed one that somebody joined, else the one most like that
        in focus.
        """
        before, ours = self.current.alliances, self.view.ours
        places = [frozenset(each.letters) for each in before]

        def rank(members: frozenset[str]) -> tuple[bool, int]:
            joined = not any(members <= place for place in places)
            return joined, len(members & self.seen[-1])

        touched = [each for each in scenario.alliances_by_votes if each not in before]
        home = scenario.alliance_of(ours) if ours in scenario.letters else None
        if home is not None and (touched or scenario.alliances != before):
            return frozenset(home.letters)
        return max((frozenset(each.letters) for each in touched), key=rank, default=frozenset())

    def remember(self) -> None:
        """What is held now is about to change; that ends a drag."""
        self._dragged = float("-inf")
        super().remember()

    def look_back(self, then: state.Moment) -> View:
        """What was drawn, and the total that shares were of, come back with a step.

        So does the alliance in focus, with a step that changes alliances.
        So do our list and the variants where it leads to another election: those that came with
        a file go with it.
        """
        self._dragged = float("-inf")
        view: View = self.view
        before: View = then.view
        total = view.per_cent_of and before.per_cent_of
        view = replace(
            view,
            opened=before.opened,
            drawn=before.drawn,
            per_cent_of=total or view.per_cent_of,
            asking=before.asking,
            candidates=before.candidates,
            typed=before.typed,
        )
        if then.current.alliances != self.current.alliances:
            view = replace(view, focus=before.focus)
            self.seen = (before.focus,)
        here, there = self.original, then.original
        if (here.place, here.election) == (there.place, there.election):
            return view
        own = (pin for pin in view.pins_of(there) if pin not in before.pins)
        return replace(view, ours=before.ours, pins=(*before.pins, *own))

    def name(self, place: str) -> None:
        """Say where an election of the person's own is; all else stays as it is."""
        view, renamed = self.view, self.view.pins_of(self.original)
        seen = {each: getattr(view, each) for each in STAY}
        seen["pins"] = tuple(
            pin._replace(scenario=pin.scenario.with_place(place)) if pin in renamed else pin
            for pin in view.pins
        )
        self.open(self.original.with_place(place), self.current.with_place(place), **seen)

    def settle(self) -> None:
        """What is held now could be shown: `take_back` returns to it.

        A drag rests from now on: however long the showing took, the person did not wait.
        """
        if self._dragged > float("-inf"):
            self._dragged = self._clock()
        self._settled_seen = self.seen
        super().settle()

    def take_back(self) -> None:
        """What is held now could not be shown: return to what could."""
        self.seen, self._dragged = self._settled_seen, float("-inf")
        super().take_back()


def _of(typed: Iterable[Candidate], person: Person) -> str | None:
    """The name of a person, where it was typed."""
    here = (each.name for each in typed if (each.letter, each.candidate) == person)
    return next(here, None)
