"""Udvalg: sizes, seats by group, lots, the levelling of § 27, seats given up, other groups."""

from __future__ import annotations

import secrets

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.council import Committee
from valgforbund.council.committee import FINANCE, OTHER, STANDING
from valgforbund.explorer.constitution.panels.giving import Giving
from valgforbund.explorer.constitution.panels.levelling import LevellingPanel
from valgforbund.explorer.constitution.panels.regrouping import Regrouping
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.rows import Column, Rows, Values, number
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import Cell, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording import constitution_committees as wording


def kinds(words: Words) -> list[tuple[str, str]]:
    """The kinds of committee, to choose from."""
    return [(words(f"committees.kind.{kind}"), kind) for kind in (STANDING, FINANCE, OTHER)]


class CommitteesPanel:
    """The committees and who sits in them."""

    title = "constitution.committees_tab"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        columns = (
            Column("committees.name", "wide"),
            Column("committees.kind", "menu", kinds),
            Column("committees.size", "number"),
        )
        self._rows = Rows(guard, columns, self._commit)
        self._mayor = fields.Menu(
            guard,
            "committees.mayors",
            lambda letter: state.change(state.proposal.with_mayor_of(letter)),
        )
        self._seats, self._lots = Table(), widgets.HTML()
        self._draw = fields.Button(guard, "lot.draw", self._draw_lots)
        form = fields.row(self._mayor)
        left = widgets.Box([self._rows.widget, form])
        right = widgets.Box([self._seats, self._lots, self._draw])
        for box in (left, right):
            box.add_class("vf-stack")
        pair = widgets.Box([left, right])
        pair.add_class("vf-pair")
        pair.add_class("vf-seats-pair")
        self._levelling = LevellingPanel(state, guard)
        self._giving = Giving(state, guard)
        self._regrouping = Regrouping(state, guard)
        self.widget = widgets.Box(
            [pair, self._levelling.widget, self._giving.widget, self._regrouping.widget]
        )
        self.widget.add_class("vf-stack")

    def _commit(self, rows: list[Values]) -> None:
        mayors, marks = self._state.proposal.mayors, self._marks
        office = (mayors,) if mayors else ()
        self._state.change(
            self._state.proposal.with_committees(
                Committee(name, number(size, marks), kind, office if kind == FINANCE else ())  # type: ignore[arg-type]  # it is checked
                for name, kind, size in rows
                if name.strip()
            )
        )

    def _draw_lots(self) -> None:
        self._state.amend(committees=self._state.proposal.committees.draw(secrets.randbits(32)))

    def show(self, results: Results) -> None:
        """Show the committees, and everything that follows."""
        words, proposal = results.words, results.proposal
        self._marks = words.marks
        committees = proposal.committees.committees
        self._rows.show(words, [(each.name, each.kind, str(each.size)) for each in committees])
        lists = [(words("committees.open"), ""), *results.lists()]
        self._mayor.show(words, lists, proposal.mayors)
        self._seats.show(words, _seats(results))
        self._lots.value = element("div", _lots(results), role="status")
        self._draw.show(words, seen=bool(proposal.committees.lots))
        self._levelling.show(results)
        self._giving.show(results)
        self._regrouping.show(results)


def _seats(results: Results) -> Markup:
    """Committees × groups; what was handed over stands beside."""
    words, state = results.words, results.proposal.committees
    if not state.committees:
        return element("p", words("committees.none"))
    fallen = {
        each: dict(zip(state.names, state.level(each).seats, strict=True))
        for each in state.committees
    }
    rows = [
        (
            text(each.name, 40),
            _cell(words, Span(state.places(each), state.places(each)), each.size),
            *(_cell(words, has, fallen[each][name]) for name, has in state.spans(each).items()),
        )
        for each in state.committees
    ]
    members = [
        words("committees.group", group=cut(name, 24), n=many)
        for name, many in state.members.items()
    ]
    head = (words("committees.name"), words("committees.size"), *members)
    return element("div", table(head, rows, words("committees.seats")), class_="vf-seat-table")


def _cell(words: Words, seats: Span, fallen: int) -> Cell:
    change = seats.low - fallen
    number, tone = words.span(seats), "vf-up" if change > 0 else "vf-down"
    if not change:
        kind = "vf-lot" if seats.is_open else "vf-whole"
        return span(words, seats, element("b", number, class_=kind))
    moved = element("i", words.signed(change), class_=tone)
    return span(words, seats, Markup("{} {}").format(element("b", number), moved))


def _lots(results: Results) -> Markup:
    lines = wording.lots(results.words, results.proposal.committees)
    return Markup("").join(element("p", line, class_="vf-lot-line") for line in lines)
