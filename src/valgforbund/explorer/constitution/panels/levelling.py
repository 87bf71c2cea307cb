"""§ 27: the levelling over all standing committees, step by step."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.council import Levelling, Transfer
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.guard import Guard
from valgforbund.explorer.markup import cut, element, label, table
from valgforbund.explorer.panels.menu import choose
from valgforbund.wording import constitution_committees as wording


class LevellingPanel:
    """The totals, the steps, and where the groups choose to hand seats over."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._text, self._apply = widgets.HTML(), widgets.Button()
        self._apply.on_click(guard(lambda _: self._toggle()))
        self._menus: list[widgets.Dropdown] = []
        self._row = widgets.Box()
        self._row.add_class("vf-form")
        self._found: Levelling | None = None
        self.widget = widgets.Box([self._text, self._apply, self._row])
        self.widget.add_class("vf-stack")

    def _toggle(self) -> None:
        """Hand the proposed seats over, or take them back; seats given up are forgotten."""
        if self._found is not None:
            held = self._state.proposal.committees
            moved = () if held.levelled else self._found.transfers
            self._state.amend(committees=replace(held, levelled=moved, given=()))

    def _choose(self) -> None:
        """The seats that change hands where the groups chose."""
        if self._found is not None:
            places = [menu.value for menu in self._menus[: len(self._found.transfers)]]
            chosen = self._found.choose(
                Transfer(place, giver, taker)
                for place, (_, giver, taker) in zip(places, self._found.transfers, strict=True)
            )
            self._state.amend(committees=replace(chosen.apply(), given=()))

    def show(self, results: Results) -> None:
        """Show what § 27 moves."""
        words, state = results.words, results.proposal.committees
        found = results.levelling
        if found is not None and state.levelled:
            found = found.choose(state.levelled)
        self._found = found
        title = element("h3", words("levelling.title"))
        body = _tables(results, found) if found else element("p", words("levelling.lots"))
        self._text.value = element("div", title, body if state.standing else "")
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


def _tables(results: Results, found: Levelling) -> Markup:
    words = results.words
    lines = [element("p", each) for each in wording.levelled(words, found)]
    keys = ("members", "one_by_one", "at_once", "change")
    totals = [
        (cut(str(name), 40), *(row[key] for key in keys[:-1]), words.signed(int(row["change"])))
        for name, row in found.totals.iterrows()
    ]
    head = [words("majorities.column.group"), *(words(f"levelling.{key}") for key in keys)]
    parts = [table(head, totals, words("levelling.totals"))]
    if found.transfers:
        steps = [
            (
                number,
                cut(row["committee"], 40),
                *(wording.side(words, row, who) for who in ("giver", "taker")),
                words("levelling.yes" if row["majority_lost"] else "levelling.no"),
            )
            for number, row in found.steps.iterrows()
        ]
        keys = ("step", "committee", "giver", "taker", "majority_lost")
        head = [words(f"levelling.column_{key}") for key in keys]
        each = table(head, steps, words("levelling.steps"))
        parts.append(element("div", each, class_="vf-scroll vf-left-table"))
    return Markup("").join([*lines, *parts])
