"""§ 27: the levelling over all standing committees, step by step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.council import Committees, Levelling, Transfer
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench.cells import Cell, signed, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, label, table
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording import constitution_committees as wording


class LevellingPanel:
    """The totals, the steps, and where the groups choose to hand seats over."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._text, self._apply = Table(), widgets.Button()
        self._apply.on_click(guard(lambda _: self._toggle()))
        self._menus: list[widgets.Dropdown] = []
        self._boxes: list[widgets.Checkbox] = []
        self._row, self._extra = widgets.Box(), widgets.Box()
        self._row.add_class("vf-form")
        self._extra.add_class("vf-boxes")
        self._found: Levelling | None = None
        self._may_add: list[str] = []  # committees, in the order of the boxes
        self.widget = widgets.Box([self._text, self._apply, self._row, self._extra])
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
            places = [menu.value for menu in self._menus[: len(self._found.transfers)]]
            chosen = self._found.choose(
                Transfer(place, giver, taker)
                for place, (_, giver, taker) in zip(places, self._found.transfers, strict=True)
            )
            added = [each.committee for each in self._state.proposal.committees.extra]
            still = [name for name in added if chosen.may_add(chosen.committees.committee(name))]
            self._state.amend(committees=chosen.apply(still))

    def _add(self, number: int, _: object) -> None:
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
        self._apply.layout.display = "" if transfers else "none"
        self._apply.description = words(f"levelling.{'undo' if state.levelled else 'apply'}")
        while len(self._menus) < len(transfers):
            menu = widgets.Dropdown(options=[("", "")])
            menu.observe(self._guard(lambda _: self._choose()), "value")
            self._menus.append(menu)
        options = [(cut(each.name, 40), each.name) for each in state.standing]
        for menu, (place, giver, taker) in zip(self._menus, transfers, strict=False):
            choose(menu, options, place)
            menu.description = label(words("levelling.where", giver=giver, taker=taker))
        shown = tuple(self._menus[: len(transfers) if state.levelled else 0])
        if self._row.children != shown:
            self._row.children = shown
        self._row.layout.display = "" if shown else "none"
        self._show_extra(words, state)

    def _show_extra(self, words: Words, state: Committees) -> None:
        """A box for every committee where a group may add members, once it is levelled."""
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
        while len(self._boxes) < len(allowed):
            box = widgets.Checkbox(indent=False)
            number = len(self._boxes)
            box.observe(self._guard(partial(self._add, number)), "value")
            self._boxes.append(box)
        added = {each.committee for each in state.extra}
        for box, (place, group, more) in zip(self._boxes, allowed, strict=False):
            box.description = label(words("levelling.add", n=more, group=group, committee=place))
            box.value = place in added
        boxes = tuple(self._boxes[: len(allowed)])
        if self._extra.children != boxes:
            self._extra.children = boxes
        self._extra.layout.display = "" if boxes else "none"


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
