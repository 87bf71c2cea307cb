"""Uncertainty: how likely seats, saved seats and majorities are before the votes are in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.chances import Chances, lists, saved
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import element, label
from valgforbund.explorer.workbench.table import Table
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.simulation.chances import Simulation
from valgforbund.simulation.poll import Poll
from valgforbund.simulation.simulate import simulate
from valgforbund.simulation.swing import Swing
from valgforbund.wording import council
from valgforbund.wording import simulation as wording

SWING, POLL = "swing", "poll"
APART, TOGETHER = "apart", "together"
DRAWS = (1_000, 10_000, 100_000, 1_000_000)
MOST_PEOPLE = 1_000_000
FIELDS = {
    "points": (Swing, "points"),
    "sample": (Poll, "sample"),
    "effect": (Poll, "design_effect"),
    "undecided": (Poll, "undecided"),
}
UNSURE = 0.5  # of a guessed share: its standard deviation
LONGEST = 60  # letters of a bloc that make its name


class Settings(NamedTuple):
    """What the person chose, in the units of the models."""

    kind: str = SWING
    points: float = 6.0
    moves: str = APART
    sample: int = 1000
    effect: float = 1.5
    undecided: float = 0.0
    draws: int = 10_000
    bloc: tuple[str, ...] = ()


class Uncertainty:
    """A model with few controls, and what many draws from it say."""

    title = "tab.uncertainty"

    def __init__(self, state: State, guard: Guard) -> None:
        self._guard, self._job = guard, Job(guard)
        self._settings, self._language = Settings(), state.view.language
        self._results: Results | None = None
        menus, texts = (
            ("kind", "moves", "draws"),
            ("points", "sample", "effect", "undecided", "bloc"),
        )
        self._menus = {key: fields.Menu(guard, *self._said(key)) for key in menus}
        self._texts = {key: fields.Text(guard, *self._said(key)) for key in texts}
        parts = {**self._menus, **self._texts}
        order = ("kind", "points", "moves", "sample", "effect", "undecided", "draws", "bloc")
        self._controls = {key: parts[key] for key in order}
        rare = ("effect",)  # what only who knows polls will change
        form = fields.row(*(each for key, each in self._controls.items() if key not in rare))
        self._rule = widgets.HTML()
        more = fields.row(*(self._controls[key] for key in rare), self._rule)
        self._more = Fold("simulation.rare", more)
        self._lines, self._notes = widgets.HTML(), widgets.HTML()
        self._lists, self._saved = Table(), Table()
        self._chances = Chances(guard)
        side = widgets.Box([self._chances.widget, self._saved])
        side.add_class("vf-close-charts")
        self._found = widgets.Box([self._lines, side, self._lists, self._chances.fold, self._notes])
        self._found.add_class("vf-found")
        self._found.layout.display = "none"  # until something is found
        self._empty = widgets.HTML()
        self.widget = widgets.Box([form, self._more, self._empty, self._job.widget, self._found])
        for css in ("vf-strategy", "vf-uncertainty"):
            self.widget.add_class(css)

    # ---- what the person does ----

    def _said(self, key: str) -> tuple[str, Callable[[Any], None]]:
        """Key and callback of a control."""
        return f"simulation.control_{key}", partial(self._enter, key)

    def _enter(self, key: str, value: Any) -> None:
        self._settings = self._settings._replace(**{key: self._read(key, value)})
        if self._results is not None:
            with self._guard.quiet():
                self.show(self._results)

    def _read(self, key: str, value: Any) -> Any:
        """A typed number as its model takes it."""
        marks = parsing.ENGLISH if self._language == "en" else parsing.DANISH
        if key in FIELDS:
            model, field = FIELDS[key]
            number: float
            if key == "sample":
                number = parsing.whole_number(value, marks, MOST_PEOPLE)
            else:
                number = float(parsing.decimal(value))
            try:
                model(**{field: number})
            except ScenarioError as error:  # the person knows the field by its label
                name = self._controls[key].description
                known = error.values | {"field": name, "what": name}
                raise ScenarioError(error.code, **known) from None
            return number
        if key == "bloc" and self._results is not None:
            return bloc(value, self._results.scenario)
        return value

    # ---- what is shown ----

    def show(self, results: Results) -> None:
        """Show the controls and simulate, off the way of the slider."""
        self._results, self._language = results, results.view.language
        letters = self._bloc(results)
        self._show_controls(results, letters)
        compared, chosen = results.membership, results.alliance
        if not sum(compared.with_.scenario.ballots):
            self._job.stop()
            self._empty.value = element("p", results.words("simulation.empty"))
            self._found.layout.display = "none"
            return
        waits = self._found.layout.display == "none"
        self._empty.value = element("p", results.words("simulation.first")) if waits else ""
        alliance = None if chosen is None else compared.alliance
        other = compared.without.scenario
        plain = alliance is None or results.baseline.kind == "dissolved"
        model, draws = self._model(results), self._settings.draws
        name = "-".join(letters)
        if len(name) > LONGEST:
            name = name[:LONGEST] + "..."
        key = (compared.with_.scenario, other, alliance, plain, model, draws, letters)

        def work(progress: Progress) -> Simulation:
            return simulate(
                compared.with_.scenario,
                alliance,
                draws=draws,
                model=model,
                baseline="dissolved" if plain else other,
                blocs={name: list(letters)},
                progress=progress,
            )

        self._found.add_class("vf-stale")
        self._job.start(results, key, work, lambda found: self._take(results, found, name))

    def _take(self, results: Results, sim: Simulation, name: str) -> None:
        self._found.remove_class("vf-stale")
        self._found.layout.display = self._empty.value = ""
        words, worlds = results.words, results.membership_worlds
        said, ours = [], results.view.ours
        if ours in sim.scenario.letters:
            now = max(1, results.counted.spans[ours].low)
            said += [wording.ours_line(words, sim, ours, seats, worlds) for seats in (now, now + 1)]
        said.append(wording.alliance_line(words, sim, results.baseline))
        if council.decides(sim.scenario):
            said.append(wording.majority_line(words, sim, name, worlds))
        first, *more = [*said, wording.lot_line(words, sim)]
        self._lines.value = element(
            "div",
            element("p", first, class_="vf-lead"),
            *(element("p", line) for line in more),
            role="status",
        )
        self._chances.show(results, sim)
        self._saved.show(words, saved(results, sim))
        self._lists.show(words, lists(results, sim))
        notes = [element("li", line) for line in wording.assumptions(words, sim)]
        head = element("h3", words("simulation.assumptions"))
        self._notes.value = element("div", head, element("ul", *notes), class_="vf-assumptions")

    def _show_controls(self, results: Results, letters: tuple[str, ...]) -> None:
        words, chosen = results.words, self._settings
        for key, choices in (("kind", (SWING, POLL)), ("moves", (APART, TOGETHER))):
            options = [(words(f"simulation.{each}_choice"), each) for each in choices]
            self._menus[key].show(words, options, getattr(chosen, key))
        many = [(words.number(each), each) for each in DRAWS]
        self._menus["draws"].show(words, many, chosen.draws)
        for key in ("points", "effect", "undecided"):
            self._texts[key].show(words, words.decimal(getattr(chosen, key)))
        self._texts["sample"].show(words, words.number(chosen.sample))
        self._texts["bloc"].show(words, label("-".join(letters)))
        shown = {"points": SWING, "moves": SWING, "sample": POLL, "effect": POLL, "undecided": POLL}
        for key, kind in shown.items():
            self._controls[key].layout.display = "" if kind == chosen.kind else "none"
        self._more.show(words)
        self._more.layout.display = "" if chosen.kind == POLL else "none"
        self._rule.value = element("span", words("simulation.effect_rule"), class_="vf-quiet")

    def _bloc(self, results: Results) -> tuple[str, ...]:
        """The lists whose majority is asked for: as typed, else the alliance in focus."""
        if not {*self._settings.bloc} <= {*results.scenario.letters}:  # a list of it is gone
            self._settings = self._settings._replace(bloc=())
        if self._settings.bloc:
            return self._settings.bloc
        return results.membership.alliance.letters or results.scenario.by_votes[:1]

    def _model(self, results: Results) -> Poll | Swing:
        """The model that was chosen; a swing with guesses for lists without a past."""
        chosen, scenario = self._settings, results.membership.with_.scenario
        if chosen.kind == POLL:
            return Poll({}, chosen.sample, chosen.effect, chosen.undecided)
        alliances = [alliance.letters for alliance in scenario.alliances]
        blocs = alliances if chosen.moves == TOGETHER else []
        return Swing(chosen.points, blocs, guesses=_newcomers(results))


def bloc(text: str, scenario: Scenario) -> tuple[str, ...]:
    """Lists that a person typed, in the order of the scenario.

    Examples
    --------
    >>> bloc("c og A", Scenario({"A": 2, "B": 2, "C": 1}, 3))
    ('A', 'C')
    """
    found = parsing.letters(text, scenario)
    if not found:
        raise ScenarioError("bloc_empty")
    return tuple(letter for letter in scenario.letters if letter in found)


def _newcomers(results: Results) -> dict[str, tuple[float, float]]:
    """Lists that had no votes before the person gave them some: their votes are a guess."""
    past = dict(zip(results.original.letters, results.original.ballots, strict=True))
    scenario = results.membership.with_.scenario
    votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
    if not any(past.get(letter) and held for letter, held in votes.items()):
        return {}  # an election of the person's own: nobody has a past
    total = sum(votes.values())
    shares = {
        letter: 100 * held / total
        for letter, held in votes.items()
        if held and not past.get(letter)
    }
    return {letter: (share, UNSURE * share) for letter, share in shares.items()}
