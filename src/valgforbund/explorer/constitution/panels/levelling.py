"""§ 27: the levelling over all standing committees, step by step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.council import Committees, Levelling, Transfer
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import Cell, signed, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.shelf import Shelf
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording import constitution_committees as wording


class LevellingPanel:
    """The totals, the steps, and where the groups choose to hand seats over."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._text = Table()
        self._apply = fields.Button(guard, "levelling.apply", self._toggle)
        self._menus = Shelf(
            lambda _: fields.Menu(guard, "levelling.where", lambda _: self._choose()), "vf-form"
        )
        self._ticks = Shelf(
            lambda n: fields.Tick(guard, "levelling.add", partial(self._add, n)), "vf-boxes"
        )
        self._found: Levelling | None = None
        self._may_add: list[str] = []  # committees, in the order of the ticks
        self.widget = widgets.Box([self._text, self._apply, self._menus, self._ticks])
        self.widget.add_class("vf-stack")

    def _toggle(self) -> None:
        """Hand the proposed seats over, or take them back; seats given up are forgotten."""
        if self._found is not None:
            levelled = self._state.proposal.committees.levelled
            found = self._found
            self._state.amend(committees=found.committees if levelled else found.apply())

    def _choose(self) -> None:
        """The seats that change hands where the groups chose; members added stay where they may."""
        if self._found is not None:
            places = [menu.value for menu in self._menus.rows(len(self._found.transfers))]
            chosen = self._found.choose(
                Transfer(place, giver, taker)
                for place, (_, giver, taker) in zip(places, self._found.transfers, strict=True)
            )
            added = [each.committee for each in self._state.proposal.committees.extra]
            still = [name for name in added if chosen.may_add(chosen.committees.committee(name))]
            self._state.amend(committees=chosen.apply(still))

    def _add(self, number: int, _: bool) -> None:
        """Members are added to a committee, or not; seats given up elsewhere stay given up."""
        held = self._state.proposal.committees
        if self._found is not None:
            place = self._may_add[number]
            added = {each.committee for each in held.extra} ^ {place}
            given = tuple(each for each in held.given if place in added or each.committee != place)
            self._state.amend(committees=replace(self._found.apply(added), given=given))

    def show(self, results: Results) -> None:
        """Show what § 27 moves."""
        words, state = results.words, results.proposal.committees
        found = results.levelling
        if found is not None and state.levelled:
            found = found.choose(state.levelled)
        self._found = found
        title = element("h3", words("levelling.title"))
        body = _tables(results, found) if found else element("p", words("levelling.lots"))
        self._text.show(words, element("div", title, body if state.standing else ""))
        self.widget.layout.display = "" if state.standing else "none"
        transfers = found.transfers if found else ()
        self._apply.show(
            words, f"levelling.{'undo' if state.levelled else 'apply'}", seen=bool(transfers)
        )
        options = [(cut(each.name, 40), each.name) for each in state.standing]
        menus = self._menus.rows(len(transfers))
        for menu, (place, giver, taker) in zip(menus, transfers, strict=True):
            menu.show(words, options, place, giver=giver, taker=taker)
        self._menus.show(len(transfers) if state.levelled else 0)
        self._menus.layout.display = "" if self._menus.children else "none"
        self._show_extra(words, state)

    def _show_extra(self, words: Words, state: Committees) -> None:
        """A tick for every committee where a group may add members, once it is levelled."""
        found = self._found
        allowed = (
            [
                (each.name, group, more)
                for each in found.committees.standing
                for group, more in found.may_add(each).items()
            ]
            if found and state.levelled
            else []
        )
        self._may_add = [place for place, _, _ in allowed]
        added = {each.committee for each in state.extra}
        ticks = self._ticks.rows(len(allowed))
        for tick, (place, group, more) in zip(ticks, allowed, strict=True):
            tick.show(words, place in added, n=more, group=group, committee=place)
        self._ticks.show(len(allowed))
        self._ticks.layout.display = "" if allowed else "none"


def _tables(results: Results, found: Levelling) -> Markup:
    words = results.words
    lines = [element("p", each) for each in wording.levelled(words, found)]
    keys = ("members", "one_by_one", "at_once", "change")
    totals = [
        (
            text(row.Index, 40),
            row.members,
            row.one_by_one,
            _span(words, found.committees.spans_at_once[row.Index]),
            signed(words, row.change),
        )
        for row in rows_of(found.totals)
    ]
    head = [words("majorities.column.group"), *(words(f"levelling.{key}") for key in keys)]
    parts = [table(head, totals, words("levelling.totals"))]
    if found.transfers:
        steps = [
            (
                row.Index,
                text(row.committee, 40),
                wording.side(words, row.giver, row.giver_seats, row.giver_total),
                wording.side(words, row.taker, row.taker_seats, row.taker_total),
                words("levelling.yes" if row.majority_lost else "levelling.no"),
            )
            for row in rows_of(found.steps)
        ]
        columns = ("step", "committee", "giver", "taker", "majority_lost")
        head = [words(f"levelling.column_{key}") for key in columns]
        each = table(head, steps, words("levelling.steps"))
        parts.append(element("div", each, class_="vf-left-table"))
    return Markup("").join([*lines, *parts])


def _span(words: Words, seats: Span) -> Cell:
    kind = "vf-lot" if seats.is_open else "vf-whole"
    return span(words, seats, element("span", words.span(seats), class_=kind))
