"""A group gives up a seat in a committee to a group that is willing."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.wording import constitution_committees as wording

NOBODY = ""


class Giving:
    """Three menus and a button."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._text = widgets.HTML()
        self._place, self._giver, self._taker = (
            fields.Menu(guard, key) for key in ("giving.place", "giving.giver", "giving.taker")
        )
        self._give = fields.Button(guard, "giving.give", self._hand_over)
        form = fields.row(self._place, self._giver, self._taker, self._give)
        self.widget = widgets.Box([self._text, form])
        self.widget.add_class("vf-stack")

    def _hand_over(self) -> None:
        committees = self._state.proposal.committees
        given = committees.give_up(self._place.value, self._giver.value, self._taker.value or None)
        self._state.amend(committees=given)

    def show(self, results: Results) -> None:
        """Show what can be given up, and what was."""
        words, state = results.words, results.proposal.committees
        self.widget.layout.display = "" if state.committees and len(state.names) > 1 else "none"
        places = [(cut(each.name, 40), each.name) for each in state.committees]
        groups = [(cut(name, 40), name) for name in state.names]
        for menu, options in (
            (self._place, places),
            (self._giver, groups),
            (self._taker, [(words("giving.nobody"), NOBODY), *groups]),
        ):
            menu.show(words, options, menu.value)
        self._give.show(words)
        lines = [words.html("giving.rule"), *wording.given(words, state)]
        self._text.value = element(
            "div",
            element("h3", words("giving.title")),
            *(element("p", line) for line in lines),
        )
