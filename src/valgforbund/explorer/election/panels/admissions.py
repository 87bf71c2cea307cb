"""Should we let them in? Lists that could join, members that could leave, mergers."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.alliances import Alliance
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.cells import NOTHING, Cell, Row, change, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.progress import Progress, part
from valgforbund.scenario import Scenario
from valgforbund.strategy.admissions import JOINS, LEAVES, MERGES, Move, moves
from valgforbund.wording import Words, admissions

AT_ONCE = 30  # lists whose moves are counted before anybody notices


class Admissions:
    """What joining, leaving and merging would change, who agrees, and a way to try it."""

    title = "tab.admissions"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._job = state, Job(guard)
        self._lines, self._tables = widgets.HTML(), Table(guard, self._put)
        self._found = widgets.Box([self._lines, self._tables])
        self._found.add_class("vf-found")
        self.widget = widgets.Box([self._found, self._job.widget])
        self.widget.add_class("vf-strategy")

    def _put(self, move: Move) -> None:
        """Try it; the alliance stays in focus."""
        with self._state.hold_trait_notifications():
            self._state.change(move.after.scenario)
            self._state.look(focus=frozenset(move.members))

    def show(self, results: Results) -> None:
        """Show every move of our alliance, or without one of that in focus."""
        words, scenario, ours = results.words, results.scenario, results.view.ours
        home = scenario.alliance_of(ours) if ours in scenario.letters else None
        alliance = home or results.alliance
        if alliance is None:
            self._job.stop()
            self._found.remove_class("vf-stale")
            self._lines.value = element("p", words("admissions.none"))
            self._tables.show(words, "")
            return
        is_quick = len(scenario.letters) <= AT_ONCE
        if not is_quick:
            self._found.add_class("vf-stale")
            self._tables.close_rows()  # they lead to what was there before
        self._job.start(
            results,
            (scenario, alliance),
            lambda progress: reckoned(scenario, alliance, progress),
            lambda every: self._take(results, alliance, every),
            is_quick=is_quick,
        )

    def _take(self, results: Results, alliance: Alliance, every: list[Move]) -> None:
        words = results.words
        self._found.remove_class("vf-stale")
        first, *more = admissions.lines(words, cut(alliance.name, 40), every)
        self._lines.value = element(
            "div",
            element("p", first, class_="vf-lead"),
            *(element("p", each) for each in more),
            role="status",
        )
        kinds = [kind for kind in (JOINS, LEAVES, MERGES) if any(m.kind == kind for m in every)]
        content = element(
            "div",
            element("p", words("strategy.press"), class_="vf-quiet"),
            *(_table(words, kind, [m for m in every if m.kind == kind]) for kind in kinds),
            element("p", words("admissions.note"), class_="vf-quiet"),
            class_="vf-admissions",
        )
        self._tables.show(words, content, {_key(each): each for each in every})


def reckoned(scenario: Scenario, alliance: Alliance, progress: Progress) -> list[Move]:
    """Every move, with all that is shown of it counted."""
    every = moves(scenario, alliance, part(progress, of=2))
    for number, each in enumerate(every):
        _ = each.movements, each.changes  # the move keeps them
        progress(len(every) + number, 2 * len(every))
    return every


def _key(move: Move) -> str:
    return f"{'-'.join(move.members)} {move.kind} {move.who}"


def _table(words: Words, kind: str, some: list[Move]) -> Markup:
    rows = [_row(words, move) for move in some]
    head = (
        words(f"admissions.who_{kind}"),
        words("admissions.members"),
        words(f"admissions.own_{kind}"),
        words("admissions.total"),
        words("admissions.others"),
        words("admissions.consent"),
    )
    caption = words(f"admissions.caption_{kind}")
    return table(head, rows, caption, name=kind)


def _row(words: Words, move: Move) -> Row:
    cells = (
        text(move.who, 40),
        _changes(words, move, move.stayers),
        _changes(words, move, move.movers),
        change(words, move.sum_of(move.inside)),
        _changes(words, move, move.others),
        _consent(words, move),
    )
    label = words(f"admissions.{move.kind}", who=cut(move.who, 40))
    return Row(cells, _key(move), words("strategy.try_row", what=label))


def _changes(words: Words, move: Move, letters: tuple[str, ...]) -> Markup | Cell:
    moved = move.moved(letters)
    if not moved:
        return NOTHING
    return Markup(", ").join(
        element(
            "span", f"{cut(letter)} {words.signed_span(span)}", class_=_kind(span.low, span.high)
        )
        for letter, span in moved.items()
    )


def _kind(low: int, high: int) -> str:
    return "vf-up" if low > 0 else "vf-down" if high < 0 else "vf-unsure"


def _consent(words: Words, move: Move) -> Markup:
    kind = _kind(-1, -1) if move.objectors else _kind(-1, 0) if move.doubters else _kind(1, 1)
    return element("span", admissions.consent(words, move), class_=kind)
