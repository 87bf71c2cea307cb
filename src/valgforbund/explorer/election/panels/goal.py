"""What do we need? Votes for a number of seats, alone, today and in each possible alliance."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.close_calls import source_of
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.cells import Cell, Row, number, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job, Progress
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins.way import NEW, OTHERS
from valgforbund.scenario import Scenario
from valgforbund.strategy.goals import Route, routes
from valgforbund.wording import Words, goals
from valgforbund.wording.margins import source_name

PAGE = 12  # rows


class Goal:
    """A list, the seats it wants, where the votes come from; and what that takes where."""

    title = "tab.goal"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard, self._job = state, guard, Job(guard)
        self._letter, self._source, self._rows = "", NEW, PAGE
        self._original: Scenario | None = None
        self._typed: int | None = None  # seats wanted, once the person said so
        self._results: Results | None = None
        self._routes: list[Route] = []
        self._ours = widgets.Dropdown(options=[("", "")])
        self._wanted = widgets.Text(continuous_update=False)
        self._from = widgets.Dropdown(options=[("", NEW)])
        self._lines, self._more = widgets.HTML(), widgets.Button()
        self._table = Table(guard, self._put)
        asked = widgets.Box([self._ours, self._wanted, self._from])
        below = widgets.Box([self._more])
        for form in (asked, below):
            form.add_class("vf-form")
        self._found = widgets.Box([self._lines, self._table, below])
        self._found.add_class("vf-found")
        self._found.layout.display = "none"  # until something is found
        self.widget = widgets.Box([asked, self._job.widget, self._found])
        self.widget.add_class("vf-strategy")
        self._ours.observe(guard(lambda change: state.look(ours=change["new"])), "value")
        self._from.observe(guard(lambda change: state.look(source=change["new"])), "value")
        self._wanted.observe(guard(lambda change: self._want(change["new"])), "value")
        self._more.on_click(guard(lambda _: self._show_more()))

    # ---- what the person does ----

    def _want(self, text: str) -> None:
        try:
            self._typed = _seats(text, self._state.view.language)
        finally:
            if self._results is not None:
                with self._guard.quiet():
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
        self._show_menus(results, wanted)
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

    def _show_menus(self, results: Results, wanted: int) -> None:
        words, scenario = results.words, results.scenario
        lists = [
            (f"{cut(letter)} {cut(name)}", letter)
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        choose(self._ours, lists, self._letter)
        self._wanted.value = str(wanted)
        sources = [(source_name(words, each), each) for each in (NEW, OTHERS)]
        sources += [(name, each) for name, each in lists if each != self._letter]
        choose(self._from, sources, self._source)
        for part, key in (
            (self._ours, "view.ours"),
            (self._wanted, "goal.wanted"),
            (self._from, "goal.source"),
            (self._more, "strategy.more"),
        ):
            part.description = words(key)

    def _show_found(self) -> None:
        results, every = self._results, self._routes
        if results is None:
            return
        words, scenario = results.words, results.scenario
        wanted = int(self._wanted.value)
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
        self._more.layout.display = "" if len(every) > self._rows else "none"


def _seats(text: str, language: str) -> int:
    """A number of seats as a person types it."""
    marks = parsing.ENGLISH if language == "en" else parsing.DANISH
    try:
        seats = parsing.whole_number(text, marks, parsing.MOST_SEATS)
    except ScenarioError as error:
        codes = {"number_not_whole": "seats_not_whole", "number_too_large": "seats_too_many"}
        raise ScenarioError(codes[error.code], **error.values) from None
    if seats < 1:
        raise ScenarioError("seats_not_whole", value=text)
    return seats


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
