"""Whom should we ask? Every coalition of our list, the best first, with filters."""

from __future__ import annotations

from typing import Any, NamedTuple

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.pictures import RowsPicture
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.reaches import Reaches
from valgforbund.explorer.election.stands import MANY, SHORT, stands
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, Row, number, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.known import Known
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins.closest import close
from valgforbund.pictures import stands as as_bars
from valgforbund.pictures.stands import Stand
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import allied, check_size, largest_size, wishes
from valgforbund.strategy.ranking import Coalition, Ranking, rank
from valgforbund.wording import Words, partners

PAGE = 15  # rows
AT_REST = 2**16  # coalitions that are counted without being asked for: a quarter of a second
PLACES = 5  # bars beside that of now


class Asked(NamedTuple):
    """What a person wants of a coalition."""

    size: int  # 0: as many as can be compared
    include: tuple[str, ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


class Partners:
    """The ranking of one list's coalitions, and what every list can reach at all."""

    title = "tab.partners"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._job = state, Job(guard)
        self._asked, self._rows, self._letter = Asked(0), PAGE, ""
        self._results: Results | None = None
        self._ranking: Ranking | None = None
        self._ours = fields.Menu(guard, "view.ours", lambda each: state.look(ours=each))
        self._size = fields.Menu(guard, "partners.size", lambda size: self._ask(size=size))
        self._include = fields.Text(
            guard, "partners.include", self._take_along, hint="partners.include_hint"
        )
        self._apart = fields.Text(guard, "partners.apart", self._keep, hint="partners.apart_hint")
        self._lines = widgets.HTML()
        self._more = fields.Button(guard, "strategy.more", self._show_more)
        self._table = Table(guard, self._put)
        self._reaches, self._picture = Reaches(guard), RowsPicture(guard)
        asked = fields.row(self._ours, self._size, self._include, self._apart)
        self._found = widgets.Box([self._lines, self._table, fields.row(self._more)])
        self._found.add_class("vf-found")
        self._found.layout.display = "none"  # until something is found
        self.widget = widgets.Box(
            [
                *(self._picture.widget, asked, self._job.widget),
                *(self._found, self._reaches.widget),
            ]
        )
        self.widget.add_class("vf-strategy")

    # ---- what the person does ----

    def _take_along(self, text: str) -> None:
        """Lists that are to be in the coalition."""
        self._ask(include=parsing.letters(text, self._state.scenario))

    def _keep(self, text: str) -> None:
        """Lists that never ally: ``A-Ø``; a list by itself never allies with ours."""
        named = parsing.items(text, self._state.scenario)
        self._ask(apart=tuple(each if len(each) > 1 else (self._letter, *each) for each in named))

    def _ask(self, **wanted: Any) -> None:
        """Take over what was chosen or typed; what cannot be used goes back to what was there."""
        asked = self._asked._replace(**wanted)
        try:
            check(self._state.scenario, self._letter, asked)
        except ScenarioError:
            if self._results is not None:
                self._show_menus(self._results)
            raise
        self._asked, self._rows = asked, PAGE
        if self._results is not None:
            self.show(self._results)

    def _show_more(self) -> None:
        self._rows += PAGE
        self._show_found()

    def _put(self, letters: tuple[str, ...]) -> None:
        """Try a coalition: a change of the scenario, with the new alliance in focus."""
        with self._state.hold_trait_notifications():
            self._state.change(allied(self._state.scenario, letters))
            self._state.look(focus=frozenset(letters), ours=self._letter)

    # ---- what is shown ----

    def show(self, results: Results) -> None:
        """Show the menus and count the coalitions, off the way of the slider."""
        scenario = results.scenario
        ours = results.view.ours
        letter = ours if ours in scenario.letters else ""
        if self._results is None or results.original != self._results.original:
            self._asked = Asked(at_rest(scenario))
        if letter != self._letter:
            self._rows = PAGE
        self._results, self._letter = results, letter
        if self._asked.size not in _sizes(scenario):  # a list is gone
            self._asked = self._asked._replace(size=at_rest(scenario))
        self._reaches.show(results)
        if not letter:
            self._show_none(results)
            return
        try:
            check(scenario, letter, self._asked)
        except ScenarioError:  # the lists are others now
            self._asked = Asked(at_rest(scenario))
        self._show_menus(results)
        self._draw(results)
        asked = self._asked

        def work(progress: Progress) -> Ranking:
            return rank(
                scenario,
                letter,
                size=asked.size or largest_size(len(scenario.letters)),
                include=asked.include,
                apart=asked.apart,
                progress=progress,
            )

        self._found.add_class("vf-stale")
        self._table.close_rows()
        self._job.start(results, (scenario, letter, asked), work, self._take)

    def _show_none(self, results: Results) -> None:
        """Nobody has said whose coalitions."""
        words, self._ranking = results.words, None
        self._job.stop()
        self._show_menus(results)
        self._picture.show(results, None)
        self._lines.value = element("p", words("question.choose"), role="status")
        self._table.show(words, "")
        self._more.show(words, seen=False)
        self._found.remove_class("vf-stale")
        self._found.layout.display = ""

    def _draw(self, results: Results, ranking: Ranking | None = None) -> None:
        """The list's seats now, in the best coalition, and wherever it could stand."""
        words, scenario, letter = results.words, results.scenario, self._letter
        if not any(scenario.ballots) or len(scenario.letters) > MANY:
            self._picture.show(results, None)
            return
        tried = [stand(where, moved, letter) for where, moved in stands(words, scenario, letter)]
        tried.sort(key=lambda each: (-each.seats.low, -each.seats.high, each.where))
        best = partners.best_of(ranking) if ranking is not None else None
        if best is not None and len(best.letters) > 1 and not best.today:
            where = words("us.in", alliance=cut("-".join(partners.others(best, letter)), SHORT))
            tried = [each for each in tried if each.where != where]
            tried.insert(0, Stand(where, best.seats, best.votes_missing))
        shown = [stand(words("stands.now"), scenario, letter), *tried[:PLACES]]
        drawn = as_bars.picture(words, results.counted, letter, shown)
        alt = as_bars.described(words, letter, scenario.parties[letter], shown)
        self._picture.show(results, drawn, alt)

    def _take(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self._found.remove_class("vf-stale")
        self._found.layout.display = ""
        self._show_found()
        if self._results is not None:
            self._draw(self._results, ranking)

    def _show_menus(self, results: Results) -> None:
        words, scenario = results.words, results.scenario
        lists = [
            (f"{cut(letter)} {cut(name)}", letter)
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        nobody = [] if self._letter else [(words("start.look"), "")]
        self._ours.show(words, [*nobody, *lists], self._letter)
        most = largest_size(len(scenario.letters))
        every = (
            words("partners.any_size") if most == len(scenario.letters) else _at_most(words, most)
        )
        sizes = [(_at_most(words, n), n) for n in _sizes(scenario) if n]
        self._size.show(words, [(every, 0), *sizes], self._asked.size)
        self._include.show(words, ", ".join(self._asked.include))
        groups = [[x for x in each if x != self._letter] for each in self._asked.apart]
        apart = [
            "-".join(group if len(group) == 1 else each)
            for group, each in zip(groups, self._asked.apart, strict=True)
        ]
        self._apart.show(words, ", ".join(apart))
        self._apart.tooltip = words("partners.apart_long")

    def _show_found(self) -> None:
        results, ranking = self._results, self._ranking
        if results is None or ranking is None:
            return
        words = results.words
        most = self._asked.size or largest_size(len(results.scenario.letters))
        first, *more = partners.lines(words, ranking)
        if most < len(results.scenario.letters):
            more.insert(len(partners.nearest_line(words, ranking)), partners.among(words, most))
        self._lines.value = element(
            "div",
            element("p", first, class_="vf-lead"),
            *(element("p", each) for each in more),
            role="status",
        )
        shown = [ranking[place] for place in range(min(self._rows, len(ranking)))]
        shown = [ranking.home, *(each for each in shown if not each.today)]
        rows = {each.name: each.letters for each in shown}
        self._table.show(words, _table(words, ranking, shown), rows)
        self._more.show(words, seen=len(ranking) > self._rows)


def best_line(results: Results, known: Known[Ranking]) -> str:
    """One sentence: the best coalition of our list; while votes move, it is not known.

    It says the same as the panel, where nothing else was asked for there.
    """
    words, scenario, letter = results.words, results.scenario, results.view.ours
    try:
        check_size(scenario)
    except ScenarioError as error:
        return words.error(error)
    size = at_rest(scenario) or len(scenario.letters)

    def work(progress: Progress) -> Ranking:
        return rank(scenario, letter, size=size, progress=progress)

    ranking = known.of(results, (scenario, letter), work)
    if ranking is None:
        return words("question.counting")
    said = partners.in_short(words, ranking)
    said += [partners.among(words, at_rest(scenario))] if at_rest(scenario) else []
    return Markup(" ").join(said).striptags()


def stand(where: str, scenario: Scenario, letter: str) -> Stand:
    """What the list has in a place, and the votes that it lacks there."""
    found = close(scenario, letter)
    return Stand(where, found.seats, found.to_gain)


def check(scenario: Scenario, letter: str, asked: Asked) -> None:
    """Raise the error of what cannot be asked for."""
    wishes(scenario, letter, asked.size or len(scenario.letters), asked.include, asked.apart)


def at_rest(scenario: Scenario) -> int:
    """The largest coalitions that are counted without being asked for; 0 is every size."""
    lists = len(scenario.letters)
    size = largest_size(lists, AT_REST)
    return size if size < largest_size(lists) else 0


def _sizes(scenario: Scenario) -> tuple[int, ...]:
    """The sizes of a coalition that can be asked for; 0 is every size that can be compared."""
    return (0, *range(2, min(largest_size(len(scenario.letters)), 10)))


def _at_most(words: Words, lists: int) -> str:
    return words("partners.at_most", n=lists)


def _table(words: Words, ranking: Ranking, shown: list[Coalition]) -> Markup:
    rows = [_row(words, each) for each in shown]
    keys = ("coalition", "seats", "missing", "gainers", "losers", "left_behind")
    head = [words(f"partners.column_{key}") for key in keys]
    caption = words("partners.caption", letter=ranking.letter, all=words.number(len(ranking)))
    return element(
        "div",
        element("p", words("strategy.press"), class_="vf-quiet"),
        table(head, rows, caption),
        class_="vf-partners",
    )


def _named(letters: tuple[str, ...], kind: str) -> Markup | Cell:
    return element("span", ", ".join(letters), class_=kind) if letters else NOTHING


def _row(words: Words, coalition: Coalition) -> Row:
    whole, name = coalition.name, cut(coalition.name, 60)
    if len(coalition.letters) == 1:
        whole, name = (words("partners.just", letter=each) for each in (whole, name))
    label = words("strategy.try_row", what=name)
    shown: Markup | str = name
    if coalition.today:
        shown = element("b", words("partners.stay", name=name), class_="vf-focused")
    unsure = [words("partners.perhaps", letter=letter) for letter in coalition.doubters]
    rests = partners.rests_in_short(coalition)
    cells = (
        Cell(shown, whole),
        span(words, coalition.seats),
        number(words, coalition.votes_missing, partners.missing(words, coalition)),
        _named(coalition.gainers, "vf-up"),
        _named((*coalition.losers, *unsure), "vf-down"),
        element("span", rests) if rests else NOTHING,
    )
    return Row(cells, coalition.name, label)  # also today's: who pressed it goes on from there
