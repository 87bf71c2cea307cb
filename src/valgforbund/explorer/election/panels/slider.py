"""The slider: votes to the chosen list, from new voters, all others, or one list."""

from __future__ import annotations

from functools import partial

import ipywidgets as widgets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.bars.bars import source_for
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.margins import next_change
from valgforbund.pictures.steps import reach
from valgforbund.scenario import Scenario


class Slider:
    """Moves votes within a stated range around the list's value, one vote at a time.

    Every move shifts anew from the scenario at which the slider was set up, so that the way
    there and back ends where it began. Anything else that changes the scenario sets it up anew.
    """

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._base: Scenario = state.scenario
        self._last: Scenario | None = None  # the scenario the slider itself made
        self._letter, self._source = "", ""
        self._ours = ""
        self._original: Scenario | None = None  # whose list it is: another place, another list
        self._list = fields.Menu(guard, "slider.list", lambda each: state.look(moving=each))
        self._from = fields.Menu(guard, "slider.source", lambda each: state.look(source=each))
        self._slider = fields.Slide(guard, "slider.slide", self._move)
        self._typed = fields.Whole(guard, "slider.votes", self._type)
        self._range = widgets.HTML()
        choose = fields.row(self._list, self._from, kind="vf-shift-choice")
        moves = fields.row(self._slider, self._typed, kind="vf-shift-move")
        self._down, self._up = (
            fields.Button(
                guard, f"slider.{key}", partial(self._step, up=up), tip=f"slider.{key}_long"
            )
            for key, up in (("next_down", False), ("next_up", True))
        )
        steps = fields.row(self._down, self._up, kind="vf-shift-steps")
        self.widget = widgets.Box([choose, moves, self._range, steps])
        self.widget.add_class("vf-shift")

    def _move(self, votes: int) -> None:
        amount = votes - self._held(self._base)
        scenario = self._base.shift(self._letter, amount, self._source)
        self._last = scenario
        self._put(scenario, drag=True)

    def _type(self, votes: int) -> None:
        scenario = self._state.scenario
        amount = votes - self._held(scenario)
        self._put(scenario.shift(self._letter, amount, self._source))

    def _step(self, *, up: bool) -> None:
        """To the next number of votes at which a seat moves, or a lot begins or ends."""
        scenario = self._state.scenario
        amount = next_change(scenario, self._letter, self._source, up=up)
        if amount is None:
            raise ScenarioError("no_change_up" if up else "no_change_down", letter=self._letter)
        self._put(scenario.shift(self._letter, amount, self._source))

    def _put(self, scenario: Scenario, drag: bool = False) -> None:
        """The list that is moved stays the chosen one, whatever its votes do to the headline."""
        with self._state.hold_trait_notifications():
            self._state.look(moving=self._letter)
            self._state.change(scenario, drag)

    def _held(self, scenario: Scenario) -> int:
        return scenario.ballots[scenario.letters.index(self._letter)]

    def show(self, results: Results) -> None:
        """Show the list's votes; set the slider up anew unless it made this scenario itself."""
        words, scenario, view = results.words, results.scenario, results.view
        names = {
            letter: words("slider.from_list", letter=cut(letter), name=cut(name))
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        }
        stays = self._letter in names and self._ours == view.ours
        stays = stays and results.original is self._original
        letter = self._letter if stays and not view.moving else chosen(results)
        self._original, self._ours = results.original, view.ours
        source = source_for(scenario, letter, view.source)
        lists = [(name, each) for each, name in names.items()]
        sources = [(words("slider.new"), "new"), (words("slider.others"), "others")]
        sources += [(name, each) for name, each in lists if each != letter]
        self._list.show(words, lists, letter)
        self._from.show(words, sources, source)
        for button in (self._down, self._up):
            button.show(words)
        own = scenario == self._last and (letter, source) == (self._letter, self._source)
        self._letter, self._source = letter, source
        votes = self._held(scenario)
        self._typed.show(words, words.number(votes))
        self._slider.name(words)
        if not own:
            self._base, self._last = scenario, None
            low, high = reach(scenario, letter, source)
            self._slider.reach(low, high, votes)
            self._range.value = element(
                "div",
                element("span", words.number(low)),
                element("span", words.number(high)),
                class_="vf-range",
            )


def chosen(results: Results) -> str:
    """The list that was chosen; else our own, else the smallest that the alliance moves."""
    letters, view = results.scenario.letters, results.view
    if view.moving in letters:
        return view.moving
    if view.ours in letters:
        return view.ours
    members = results.alliance.letters if results.alliance else letters
    changes = results.membership.changes
    gainers = [each for each in members if each in changes and changes[each].high > 0]
    return max(gainers or members, key=results.scenario.by_votes.index)
