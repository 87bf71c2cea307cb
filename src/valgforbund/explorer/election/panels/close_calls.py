"""Close calls: the closest seat, votes to the next one for all, the stairs of a list, the race."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.race import Race
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.panels.stairs import Stairs
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.cells import NOTHING, Cell, number, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.known import Known
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins import Margin, Step, Way, every_margin, every_step
from valgforbund.margins.closest import LIST
from valgforbund.margins.way import NEW, OTHERS
from valgforbund.pictures.steps import reach
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.wording import margins, us


class Found(NamedTuple):
    """What the panel shows, once it is counted."""

    new: list[Margin]  # with new votes
    rows: list[Margin]  # with the votes of the chosen source
    with_: list[Step]
    without: list[Step]


class CloseCalls:
    """How close it was, for everybody and for one list."""

    title = "tab.close_calls"

    def __init__(self, state: State, guard: Guard) -> None:
        self._job = Job(guard)
        self._line, self._table = widgets.HTML(), Table()
        self._stairs, self._race = Stairs(state, guard), Race(guard)
        charts = widgets.Box([self._stairs.widget, self._race.widget])
        charts.add_class("vf-close-charts")
        # the bar comes last: nothing moves when it shows
        self.widget = widgets.Box([self._line, charts, self._table, self._job.widget])
        self.widget.add_class("vf-close")
        self._key: tuple[Any, ...] = ()

    def show(self, results: Results) -> None:
        """Count what changed, off the way of the slider, and show it."""
        letter, source = chosen(results), source_of(results)
        both = results.membership
        worlds = both.with_.scenario, both.without.scenario
        self._stairs.show_menu(results, letter)
        key = (results.scenario, *worlds, letter, source)
        if key != self._key:
            self.widget.add_class("vf-stale")

        def work(progress: Progress) -> Found:
            new = every_margin(results.scenario, NEW, progress)
            rows = new if source == NEW else every_margin(results.scenario, source, progress)
            return Found(new, rows, *(_steps(each, letter, source, results) for each in worlds))

        def done(found: Found) -> None:
            self._key = key
            self.widget.remove_class("vf-stale")
            self._show(results, letter, source, found)

        self._job.start(results, key, work, done)

    def _show(self, results: Results, letter: str, source: str, found: Found) -> None:
        words, scenario = results.words, results.scenario
        closest = element("p", margins.closest_line(words, scenario, found.new))
        ours = results.view.ours in scenario.letters and any(scenario.ballots)
        said = us.close(words, results.close, both=True) if ours else ""
        lead = element("p", said, class_="vf-lead") if said else ""
        self._line.value = element("div", lead, closest)
        self._table.show(words, _margins(results, source, found.rows))
        self._stairs.show(results, letter, source, found.with_, found.without)
        self._race.show(results, found.new)


def closest_line(results: Results, known: Known[list[Margin]]) -> str:
    """One sentence: the closest seats of the council; while votes move, they are not known."""
    words, scenario = results.words, results.scenario
    rows = known.of(results, scenario, partial(every_margin, scenario, NEW))
    if rows is None:
        return words("closest.counting")
    return margins.closest_line(words, scenario, rows, number=1).striptags()


def source_of(results: Results) -> str:
    """Where the slider's votes come from, as far as there is such a list."""
    source = results.view.source
    return source if source in (NEW, OTHERS, *results.scenario.letters) else NEW


def _steps(scenario: Scenario, letter: str, source: str, results: Results) -> list[Step]:
    """The steps of a list in one world, as far as the slider reaches."""
    source = NEW if source == letter else source
    held = scenario.ballots[scenario.letters.index(letter)]
    low, high = reach(results.scenario, letter, source)
    return every_step(Way(scenario, letter, source), held - low, high - held)


def _margins(results: Results, source: str, rows: list[Margin]) -> Markup:
    words, scenario = results.words, results.scenario
    cells: list[tuple[Any, ...]] = []
    for row in rows:
        who = row.unit
        letters: tuple[str, ...] = (row.unit,)
        if row.kind != LIST:
            letters = scenario.alliance(row.unit).letters
        elif (name := results.parties[row.unit].name) != row.unit:
            who = f"{row.unit} {name}"
        cells.append(
            (
                text(who, 40),
                span(words, row.seats),
                Cell(words("margins.giver"))
                if source in letters
                else number(words, row.to_gain, margins.to_gain(words, row)),
                margins.taken_from(words, scenario, row) or NOTHING,
                number(words, row.to_lose, margins.to_lose(words, row) or None),
                margins.goes_to(words, scenario, row) or NOTHING,
            )
        )
    keys = ("unit", "seats", "gain", "from", "lose", "to")
    name = margins.source_name(words, source)
    head = [words(f"margins.{key}") for key in keys]
    note = element("p", words("margins.note", source=name), class_="vf-quiet")
    caption = words("margins.caption", source=name)
    return element("div", table(head, cells, caption), note, class_="vf-margins")
