"""Every possible structure: what a list or a bloc could get, whoever allies with whom."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.charts import QUIET
from valgforbund.charts.distribution import Column, DistributionChart
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.image import Image
from valgforbund.explorer.count.pictures import file_name
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import number, share, span
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.pictures.picture import files
from valgforbund.pictures.source import caption
from valgforbund.progress import Progress, part
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import pairs
from valgforbund.strategy.landscape import Structures
from valgforbund.strategy.structure import Stable, Structure
from valgforbund.strategy.structures import MOST_LISTS, structures
from valgforbund.wording import Words
from valgforbund.wording import structures as wording

AT_ONCE = 10  # lists whose structures are counted without being asked for
BLOC = QUIET  # colour of several lists together
Groups = tuple[tuple[str, ...], ...]


class Asked(NamedTuple):
    """What a person wants to look at, and what may not be."""

    bloc: tuple[str, ...] = ()
    allowed: Groups = ()
    forbidden: Groups = ()


class Found(NamedTuple):
    """What was counted, and for whom."""

    every: Structures
    letters: tuple[str, ...]


class EveryStructure:
    """The distribution of a list's seats over all structures, the best, the worst, the stable."""

    title = "tab.structures"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._job = state, Job(guard)
        self._checks = Job(guard)  # which are stable takes longest: it comes after the rest
        self._checked: tuple[Scenario, Asked] | None = None
        self._asked, self._letter = Asked(), ""
        self._results: Results | None = None
        self._wanted: Scenario | None = None  # asked for by the button
        self._ours = fields.Menu(guard, "view.ours", lambda each: state.look(ours=each))
        self._bloc, self._allowed, self._forbidden = (
            fields.Text(guard, key, partial(self._ask, what), hint=hint)
            for what, key, hint in (
                ("bloc", "structures.bloc", "structures.bloc_hint"),
                ("allowed", "structures.allowed", "structures.allowed_hint"),
                ("forbidden", "structures.forbidden", "structures.forbidden_hint"),
            )
        )
        self._start = fields.Button(guard, "structures.start", self._begin)
        self._lines, self._stable, self._tables = widgets.HTML(), widgets.HTML(), Table()
        self._title, self._image = widgets.HTML(), Image()
        self._save = Save(guard)
        head = widgets.Box([self._title, self._save.widget])
        head.add_class("vf-picture-head")
        self._picture = widgets.Box([head, self._image])
        self._picture.add_class("vf-picture-distribution")
        self._picture.layout.display = "none"
        asked = fields.row(self._ours, self._bloc, self._allowed, self._forbidden, self._start)
        self._fold = Fold("structures.stable", self._stable, self._checks.widget)
        self._found = widgets.Box([self._lines, self._picture, self._tables, self._fold])
        self._found.add_class("vf-found")
        self.widget = widgets.Box([asked, self._job.widget, self._found])
        self.widget.add_class("vf-strategy")

    # ---- what the person does ----

    def _ask(self, what: str, text: str) -> None:
        """Take over what was typed."""
        scenario = self._state.scenario
        read: Any = parsing.letters if what == "bloc" else parsing.groups
        asked = self._asked._replace(**{what: read(text, scenario)})
        _check(scenario, asked)
        self._asked = asked
        if self._results is not None:
            self.show(self._results)

    def _begin(self) -> None:
        self._wanted = self._state.scenario
        if self._results is not None:
            self.show(self._results)

    # ---- what is shown ----

    def show(self, results: Results) -> None:
        """Count all structures of few lists; of more when the button asks for it."""
        scenario, words = results.scenario, results.words
        if self._results is None or results.original != self._results.original:
            self._asked = Asked()
        ours = results.view.ours
        self._letter = ours if ours in scenario.letters else chosen(results)
        self._results = results
        try:
            _check(scenario, self._asked)
        except ScenarioError:  # the lists are others now
            self._asked = Asked()
        self._show_menus(results)
        asked, letters = self._asked, self._asked.bloc or (self._letter,)
        few = len(scenario.letters) <= AT_ONCE
        if not few and scenario != self._wanted:
            self._job.stop()
            self._clear()
            key = "structures.ask" if len(scenario.letters) <= MOST_LISTS else "structures.restrict"
            self._lines.value = element(
                "p", words.html(key, lists=len(scenario.letters)), role="status"
            )
            return
        self._found.add_class("vf-stale")
        # whom it is about does not change which are stable
        if self._checked != (scenario, asked._replace(bloc=())):
            self._checks.stop()
            self._checked, self._stable.value = None, ""
        self._job.start(
            results,
            (scenario, asked, letters),
            lambda progress: search(scenario, asked, letters, progress),
            self._take,
        )

    def _show_menus(self, results: Results) -> None:
        words, scenario = results.words, results.scenario
        self._fold.show(words)
        lists = [
            (f"{cut(letter)} {cut(name)}", letter)
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        self._ours.show(words, lists, self._letter)
        self._bloc.show(words, ", ".join(self._asked.bloc))
        self._allowed.show(words, ", ".join(map("-".join, self._asked.allowed)))
        self._forbidden.show(words, ", ".join(map("-".join, self._asked.forbidden)))
        self._start.show(words, seen=len(scenario.letters) > AT_ONCE)

    def _take(self, found: Found | ScenarioError) -> None:
        self._found.remove_class("vf-stale")
        results = self._results
        if results is None:
            return
        words = results.words
        if isinstance(found, ScenarioError):
            self._clear()
            self._lines.value = element("p", words.error(found), role="status")
            return
        first, *more = wording.lines(words, found.every, found.letters)
        self._lines.value = element(
            "div",
            element("p", first, class_="vf-lead"),
            *(element("p", each) for each in more),
            role="status",
        )
        self._draw(results, found.every, found.letters)
        content = element(
            "div",
            _often(words, found.every, found.letters),
            *(_kind(words, kind, found.every, found.letters) for kind in ("best", "worst")),
            _standing(words, found.every),
            class_="vf-landscape",
        )
        self._tables.show(words, content)
        self._checked = results.scenario, self._asked._replace(bloc=())
        self._checks.start(
            results,
            self._checked,
            lambda progress: stable(found.every, progress),
            self._take_stable,
        )

    def _take_stable(self, found: tuple[Stable, Stable]) -> None:
        if self._results is not None:
            lines = wording.stable(self._results.words, *found)
            self._stable.value = element("div", *(element("p", each) for each in lines))

    def _clear(self) -> None:
        self._checks.stop()
        self._checked = None
        self._stable.value = self._tables.value = ""
        self._image.clear()
        self._picture.layout.display = "none"

    def _draw(self, results: Results, every: Structures, letters: tuple[str, ...]) -> None:
        words, now = results.words, every.now(letters)
        columns = [
            Column(
                str(row.Index),
                row.share,
                row.share_by_lot,
                words.share(row.share, 1),
                now.low <= row.Index <= now.high,
            )
            for row in rows_of(every.distribution_of(letters))
        ]
        colour = results.parties[letters[0]].colour if len(letters) == 1 else BLOC
        rows = "; ".join(f"{column.seats}: {column.label}" for column in columns)
        alt = words("structures.alt", lists="-".join(letters), rows=rows, now=words.span(now))
        title = words("structures.chart", lists=cut("-".join(letters), 40))
        self._title.value = element("h2", title)
        drawn = columns, colour, words("structures.today")
        drawing = self._image.draw(
            lambda width: DistributionChart(width).drawing(*drawn), alt, results.wide
        )
        note = wording.counted(words, every, self._asked.allowed, self._asked.forbidden)
        self._save.show(
            words,
            file_name(results, title),
            lambda: files(caption(words, title, results.counted, note), drawing),
        )
        self._picture.layout.display = ""


def search(
    scenario: Scenario, asked: Asked, letters: tuple[str, ...], progress: Progress
) -> Found | ScenarioError:
    """Count all structures, and look for the best and the worst; or why it cannot be done."""
    try:
        every = structures(
            scenario,
            allowed=asked.allowed or None,
            forbidden=asked.forbidden,
            progress=part(progress, of=4),
        )
    except ScenarioError as error:
        return error
    every.nearest(letters, part(progress, of=4, after=1, size=3))
    return Found(every, letters)


def stable(every: Structures, progress: Progress) -> tuple[Stable, Stable]:
    """Look for the stable structures, without and with consent."""
    free = every.stable(progress=part(progress, of=2))
    return free, every.stable(consent=True, progress=part(progress, of=2, after=1))


def _check(scenario: Scenario, asked: Asked) -> None:
    for letter in asked.bloc:
        scenario.known(letter)
    pairs(scenario, (*asked.allowed, *asked.forbidden))


def _often(words: Words, every: Structures, letters: tuple[str, ...]) -> Markup:
    frame = every.distribution_of(letters)
    rows = [
        (
            row.Index,
            number(words, row.structures),
            share(words, row.share, 2),
            number(words, row.by_lot or None),
        )
        for row in rows_of(frame)
    ]
    head = [words(f"structures.column_{key}") for key in ("seats", "number", "share", "by_lot")]
    return table(head, rows, words("structures.often", lists=cut("-".join(letters), 40)))


def _kind(words: Words, kind: str, every: Structures, letters: tuple[str, ...]) -> Markup:
    """The nearest of the best or of the worst."""
    best = kind == "best"
    frame = every.best(letters) if best else every.worst(letters)
    nearest = every.nearest(letters)[not best]
    now = count(every.scenario)
    rows = [
        (
            row.alliances or words("structures.none_allied"),
            span(words, Span(row.seats_low, row.seats_high)),
            element("span", row.movers or words("structures.nobody_moves")),
            element("span", _changes(words, now, each) or words("structures.no_change")),
        )
        for row, each in zip(rows_of(frame), nearest, strict=True)
    ]
    keys = ("alliances", "seats", "movers", "changes")
    head = [words(f"structures.column_{key}") for key in keys]
    return table(head, rows, words(f"structures.{kind}"))


def _changes(words: Words, now: Count, structure: Structure) -> str:
    """Who has other seats than now."""
    then = count(now.scenario.with_alliances(structure.alliances)).spans
    return ", ".join(
        f"{letter} {words.signed_span(then[letter] - span)}"
        for letter, span in now.spans.items()
        if then[letter] != span
    )


def _standing(words: Words, every: Structures) -> Markup:
    """Every list: now, at best, at worst, and how many structures give it fewer or more."""
    rows = [
        (
            row.Index,
            span(words, Span(row.now_low, row.now_high)),
            span(words, Span(row.worst_low, row.worst_high)),
            span(words, Span(row.best_low, row.best_high)),
            share(words, row.fewer),
            share(words, row.more),
        )
        for row in rows_of(every.standing)
    ]
    keys = ("list", "now", "worst", "best", "fewer", "more")
    head = [words(f"structures.column_{key}") for key in keys]
    return table(head, rows, words("structures.standing"))
