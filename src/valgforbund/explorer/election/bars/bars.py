"""Votes as bars behind their fields: one is dragged from seat to seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut
from valgforbund.margins import Step, Way, every_step
from valgforbund.margins.way import NEW, OTHERS
from valgforbund.pictures.steps import reach
from valgforbund.scenario import Scenario
from valgforbund.wording import Words, margins
from valgforbund.wording.moves import is_open

HERE = Path(__file__)
SHORT = 12  # characters of a list's name
SAID = ("says", "snap")  # by the page itself


class BarsWidget(anywidget.AnyWidget):
    """The bars in the page; ``bars.js`` beside this file draws and drags them.

    Attributes
    ----------
    bars : list of dict
        For each row its list's ``letter``, and ``part``: its votes in per cent of the largest.
    texts : dict of str
        ``language``, and what is said of the votes while a bar is dragged.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = HERE.with_suffix(".js").read_text("utf-8")
    _css = HERE.with_suffix(".css").read_text("utf-8")
    bars: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)


class Bars:
    """The votes of every list, to be moved by hand as the slider moves those of one.

    Every move shifts anew from the scenario at which the bar was grabbed, and one drag is one
    step back, however long it takes.

    Parameters
    ----------
    state, guard
        What is changed, and what wraps the callbacks.

    Attributes
    ----------
    widget : BarsWidget
    """

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._words: Words | None = None
        self._base = self._last = state.scenario
        self._grabbed = state.remembered
        self._range, self._source, self._is_moved = range(0), NEW, False
        self._guarded = guard(self._move)
        self.widget = BarsWidget()
        self.widget.on_msg(lambda _, content, __: self.hear(content))

    def hear(self, message: object) -> None:
        """What the page says.

        Parameters
        ----------
        message : dict
            ``{"grab": letter}`` begins a drag, changes nothing, and is answered with its range
            and ``snaps``: where seats move. ``{"move": letter, "to": votes}`` is an act, and
            answered when it is done.
        """
        if not isinstance(message, dict):
            return
        if "grab" in message:
            self._grab(message["grab"])
        else:
            self._guarded(message)
            self.widget.send({"moved": message.get("to")})

    def _grab(self, letter: object) -> None:
        scenario, words = self._state.scenario, self._words
        if words is None or letter not in scenario.letters:
            return
        self._base, self._last, self._is_moved = scenario, scenario, False
        self._grabbed = self._state.remembered
        self._source = source_for(scenario, str(letter), self._state.view.source)
        held = scenario.ballots[scenario.letters.index(str(letter))]
        low, high = reach(scenario, str(letter), self._source)
        self._range = range(low, high + 1)
        way = Way(scenario, str(letter), self._source)
        steps = every_step(way, held - low, high - held)
        self.widget.send(
            {
                "grabbed": letter,
                "votes": held,
                "low": low,
                "high": high,
                "source": margins.source_name(words, self._source),
                "snaps": [*snaps(words, way, steps)],
            }
        )

    def _move(self, message: dict[str, Any]) -> None:
        letter, votes, before = message.get("move"), message.get("to"), self._state.scenario
        is_there = letter in before.letters and before == self._last
        if not is_there or not isinstance(votes, int) or votes not in self._range:
            raise ScenarioError("bar_gone")
        held = self._base.ballots[before.letters.index(str(letter))]
        self._last = self._base.shift(str(letter), votes - held, self._source)
        if self._is_moved and self._last == self._base:  # back where it began: no step at all
            self._is_moved = False
            self._state.remind(self._grabbed)
            return
        with self._state.hold_trait_notifications():
            self._state.look(moving=letter)
            self._state.change(self._last, held=self._is_moved)
        self._is_moved = self._is_moved or self._last != before

    def show(self, results: Results) -> None:
        """Show the votes of one count."""
        scenario, words = results.scenario, results.words
        self._words = words
        most = max(*scenario.ballots, 1)
        pairs = zip(scenario.letters, scenario.ballots, strict=True)
        said = {each: words.template(f"bars.{each}") for each in SAID}
        with self.widget.hold_sync():
            self.widget.texts = {"language": words.language, **said}
            self.widget.bars = [
                {"letter": letter, "sign": cut(letter, SHORT), "part": round(100 * votes / most, 2)}
                for letter, votes in pairs
            ]


def source_for(scenario: Scenario, letter: str, chosen: str) -> str:
    """Where votes for a list come from: what was chosen, unless that is itself or gone."""
    known = {NEW, OTHERS, *scenario.letters} - {letter}
    return chosen if chosen in known else NEW


def snaps(words: Words, way: Way, steps: Sequence[Step]) -> Iterator[dict[str, Any]]:
    """The numbers of votes nearest to now at which the list's seats are others, and who has them.

    Parameters
    ----------
    words : Words
    way : Way
        That the votes go.
    steps : sequence of Step
        Of that way, in order.
    """
    below = [each._replace(amount=after.amount - 1) for each, after in pairwise(steps)]
    near = [each for each in below if each.amount < 0] + [each for each in steps if each.amount > 0]
    for each in near:  # below: the most votes with which it is so; above: the least
        step = each._replace(changes=way.changes(each.amount))
        if step.changes and not is_open(step.changes):
            yield {"votes": way.held + step.amount, "who": margins.who_changes(words, step)}
