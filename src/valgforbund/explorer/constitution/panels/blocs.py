"""Flertal: majorities by blocs that the person names, with and without the alliances."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.council import Council
from valgforbund.council.groups import Group
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.rows import Column, Rows, Values
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.majorities.tables import MajorityTables
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element


class Blocs:
    """Who can decide."""

    title = "constitution.majorities"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        columns = (Column("blocs.letters", "wide"), Column("blocs.name", "wide"))
        self._rows = Rows(guard, columns, self._name_blocs)
        self._buttons = [
            fields.Button(guard, key, act)
            for key, act in (
                ("blocs.opened", lambda: state.amend(blocs=state.original.blocs)),
                ("blocs.groups", lambda: state.amend(blocs=state.proposal.council.groups)),
                ("blocs.nobody", lambda: state.amend(blocs=())),
            )
        ]
        buttons = fields.row(*self._buttons)
        self._hint, self._unknown = widgets.HTML(), widgets.HTML()
        self._tables = MajorityTables(guard, lambda letter: state.look(ours=letter))
        self.widget = widgets.Box(
            [self._hint, self._rows.widget, buttons, self._tables.widget, self._unknown]
        )
        self.widget.add_class("vf-stack")

    def _name_blocs(self, rows: list[Values]) -> None:
        letters = self._state.proposal.council.letters
        blocs = []
        for typed, name in rows:
            inside = parsing.letters(typed, self._state.proposal)
            if inside:
                unnamed = Group("-".join(inside), inside)
                blocs.append(Group(name.strip(), inside) if name.strip() else unnamed)
        council = Council(dict.fromkeys(letters, 1), blocs)  # it checks them
        self._state.amend(blocs=tuple(each for each in council.groups if len(each.letters) > 1))

    def show(self, results: Results) -> None:
        """Show the majorities."""
        words, proposal = results.words, results.proposal
        self._hint.value = element("p", words("blocs.hint"))
        blocs = [each for each in proposal.blocs if len(each.letters) > 1]
        named = [("" if each.is_unnamed else each.name) for each in blocs]
        rows = [(" ".join(each.letters), name) for each, name in zip(blocs, named, strict=True)]
        self._rows.show(words, rows)
        for button in self._buttons:
            button.show(words)
        worlds = words("majorities.with"), words("majorities.without")
        self._unknown.value = element("p", words(_alliances(results)), class_="vf-quiet")
        self._tables.show(
            results,
            results.majorities,
            results.turnover,
            worlds,
            results.lists(),
            results.ours,
        )


def _alliances(results: Results) -> str:
    """What is known of the council without alliances."""
    if results.turnover is not None:
        return "blocs.all_alliances"
    return "blocs.no_alliances" if results.original.without is None else "blocs.typed"
