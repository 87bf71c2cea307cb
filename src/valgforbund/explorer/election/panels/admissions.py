"""Should we let them in? Lists that could join, members that could leave, mergers."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.menu import choose
from valgforbund.strategy.admissions import JOINS, LEAVES, MERGES, Move, moves
from valgforbund.wording import Words, admissions


class Admissions:
    """What joining, leaving and merging would change, who agrees, and a way to try it."""

    title = "tab.admissions"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._moves: list[Move] = []
        self._lines, self._tables = widgets.HTML(), widgets.HTML()
        self._which, self._try = widgets.Dropdown(options=[("", 0)]), widgets.Button()
        self._form = widgets.Box([self._which, self._try])
        self._form.add_class("vf-form")
        self.widget = widgets.Box([self._lines, self._form, self._tables])
        self.widget.add_class("vf-strategy")
        self._try.on_click(guard(lambda _: self._put()))

    def _put(self) -> None:
        """Try the chosen row; the alliance stays in focus."""
        move = self._moves[self._which.value]
        with self._state.hold_trait_notifications():
            self._state.change(move.after.scenario)
            self._state.look(focus=frozenset(move.members))

    def show(self, results: Results) -> None:
        """Show every move of the alliance in focus."""
        words, alliance = results.words, results.alliance
        self._moves = moves(results.scenario, alliance) if alliance else []
        self._form.layout.display = "" if self._moves else "none"
        if alliance is None:
            self._lines.value = element("p", words("admissions.none"))
            self._tables.value = ""
            return
        first, *more = admissions.lines(words, cut(alliance.name, 40), self._moves)
        self._lines.value = element(
            "div",
            element("p", first, class_="vf-lead"),
            *(element("p", each) for each in more),
            role="status",
        )
        options = [(cut(_label(words, each), 60), i) for i, each in enumerate(self._moves)]
        choose(self._which, options, self._which.value)
        self._which.description = words("admissions.which")
        self._try.description = words("strategy.try")
        kinds = [
            kind for kind in (JOINS, LEAVES, MERGES) if any(m.kind == kind for m in self._moves)
        ]
        self._tables.value = element(
            "div",
            *(_table(words, kind, [m for m in self._moves if m.kind == kind]) for kind in kinds),
            element("p", words("admissions.note"), class_="vf-quiet"),
            class_="vf-admissions",
        )


def _label(words: Words, move: Move) -> str:
    return words(f"admissions.{move.kind}", who=cut(move.who, 40))


def _table(words: Words, kind: str, some: list[Move]) -> Markup:
    rows = [
        (
            cut(move.who, 40),
            _changes(words, move, move.stayers),
            _changes(words, move, move.movers),
            words.signed_span(move.sum_of(move.inside)),
            _changes(words, move, move.others),
            _consent(words, move),
        )
        for move in some
    ]
    head = (
        words(f"admissions.who_{kind}"),
        words("admissions.members"),
        words(f"admissions.own_{kind}"),
        words("admissions.total"),
        words("admissions.others"),
        words("admissions.consent"),
    )
    caption = words(f"admissions.caption_{kind}")
    return element("div", table(head, rows, caption), class_="vf-scroll")


def _changes(words: Words, move: Move, letters: tuple[str, ...]) -> Markup | str:
    moved = move.moved(letters)
    if not moved:
        return "–"
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
