"""What do we need? Votes for a number of seats, alone, today and in each possible alliance."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.close_calls import source_of
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import Cell, Row, number, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins.way import NEW, OTHERS
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.strategy.goals import Route, routes
from valgforbund.wording import Words, goals
from valgforbund.wording.margins import source_name

PAGE = 12  # rows


class Goal:
    """A list, the seats it wants, where the votes come from; and what that takes where."""

    title = "tab.goal"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._job = state, Job(guard)
        self._letter, self._source, self._rows = "", NEW, PAGE
        self._original: Scenario | None = None
        self._typed: int | None = None  # seats wanted, once the person said so
        self._results: Results | None = None
        self._routes: list[Route] = []
        self._wanted = 1
        self._ours = fields.Menu(guard, "view.ours", lambda each: state.look(ours=each))
        self._seats = fields.Whole(
            guard, "goal.wanted", self._want, least=1, most=parsing.MOST_SEATS
        )
        self._from = fields.Menu(guard, "goal.source", lambda each: state.look(source=each))
        self._lines = widgets.HTML()
        self._more = fields.Button(guard, "strategy.more", self._show_more)
        self._table = Table(guard, self._put)
        asked = fields.row(self._ours, self._seats, self._from)
        self._found = widgets.Box([self._lines, self._table, fields.row(self._more)])
        self._found.add_class("vf-found")
        self._found.layout.display = "none"  # until something is found
        self.widget = widgets.Box([asked, self._job.widget, self._found])
        self.widget.add_class("vf-strategy")

    # ---- what the person does ----

    def _want(self, seats: int) -> None:
        self._typed = seats
        if self._results is not None:
            self.show(self._results)

    def _show_more(self) -> None:
        self._rows += PAGE
        self._show_found()

    def _put(self, route: Route) -> None:
        """Give the list these votes in this alliance; one step back takes both away."""
        moved = route.world.shift(self._letter, route.needed or 0, self._source)
        with self._state.hold_trait_notifications():
            self._state.look(ours=self._letter)
            self._state.change(moved)

    # ---- what is shown ----

    def show(self, results: Results) -> None:
        """Show the menus and search, off the way of the slider."""
        scenario, ours = results.scenario, results.view.ours
        letter = ours if ours in scenario.letters else chosen(results)
        if letter != self._letter or results.original is not self._original:
            self._typed, self._rows = None, PAGE
        source = source_of(results)
        self._results, self._original, self._letter = results, results.original, letter
        self._source = NEW if source == letter else source
        wanted = self._typed or results.counted.spans[letter].low + 1
        self._wanted = wanted
        self._show_menus(results)
        key = (scenario, letter, wanted, self._source)

        def work(progress: Progress) -> list[Route]:
            return routes(scenario, letter, wanted, key[-1], progress=progress)

        self._found.add_class("vf-stale")
        self._table.close_rows()
        self._job.start(results, key, work, self._take)

    def _take(self, found: list[Route]) -> None:
        self._routes = found
        self._found.remove_class("vf-stale")
        self._found.layout.display = ""
        self._show_found()

    def _show_menus(self, results: Results) -> None:
        words, scenario = results.words, results.scenario
        lists = [
            (f"{cut(letter)} {cut(name)}", letter)
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        self._ours.show(words, lists, self._letter)
        self._seats.show(words, str(self._wanted))
        sources = [(source_name(words, each), each) for each in (NEW, OTHERS)]
        sources += [(name, each) for name, each in lists if each != self._letter]
        self._from.show(words, sources, self._source)

    def _show_found(self) -> None:
        results, every = self._results, self._routes
        if results is None:
            return
        words, scenario = results.words, results.scenario
        wanted = self._wanted
        first, *more = goals.lines(words, scenario, self._letter, wanted, self._source, every)
        self._lines.value = element(
            "div",
            element("p", first, class_="vf-lead"),
            *(element("p", each) for each in more),
            role="status",
        )
        held = scenario.ballots[scenario.letters.index(self._letter)]
        shown = every[: self._rows]
        content = _table(words, self._letter, wanted, held, shown)
        self._table.show(words, content, {_key(each): each for each in shown if each.needed})
        self._more.show(words, seen=len(every) > self._rows)


def _key(route: Route) -> str:
    """What pressing a row would do: the same alliance with other votes is another thing."""
    return f"{route.kind} {route.name} {route.needed}"


def _name(words: Words, route: Route) -> str:
    return route.name if len(route.letters) > 1 else words("partners.just", letter=route.name)


def _table(words: Words, letter: str, wanted: int, held: int, shown: list[Route]) -> Markup:
    rows = [_row(words, letter, held, each) for each in shown]
    head = (
        words("goal.column_alliance"),
        words("goal.column_kind"),
        words("goal.column_seats"),
        words("goal.column_needed", seats=words.seats(wanted)),
        words("goal.column_votes", letter=letter),
    )
    caption = words("goal.caption", letter=letter, seats=words.seats(wanted))
    hint = element("p", words("goal.press", letter=letter), class_="vf-quiet")
    pressed = any(each.needed for each in shown)
    return element("div", hint if pressed else "", table(head, rows, caption), class_="vf-goal")


def _row(words: Words, letter: str, held: int, route: Route) -> Row | tuple[object, ...]:
    needed = route.needed
    cells = (
        Cell(_marked(words, route), _name(words, route)),
        words(f"goal.kind_{route.kind}"),
        span(words, route.seats),
        number(words, needed, goals.needed(words, route)),
        number(words, None if needed is None else held + needed),
    )
    if not needed:
        return cells
    known = {"what": cut(_name(words, route), 60), "letter": letter, "votes": words.number(needed)}
    return Row(cells, _key(route), words("goal.give_row", **known))


def _marked(words: Words, route: Route) -> Markup:
    name = cut(_name(words, route), 60)
    if not route.today:
        return element("span", name)
    mark = element("span", words("partners.today"), class_="vf-quiet")
    return element("b", name, " ", mark, class_="vf-focused")
