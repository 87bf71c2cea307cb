"""The council: one row a list, with its seats and its group; and seats pasted from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.constitution.typed import council_of
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.homes import ALONE, HUES, JOIN, Home, homes
from valgforbund.explorer.workbench.markup import badge, cut, element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.shelf import Shelf
from valgforbund.wording.pasted import filled


class Lists:
    """Lists, seats and groups; rows are reused for another council."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._parts = Parts()
        self._head, self._foot = widgets.HTML(), widgets.HTML()
        self._rows = Shelf(lambda _: _Row(state, guard, self._parts), "vf-council")
        self._pasted, self._hint = fields.Area("council.pasted", rows=5), widgets.HTML()
        self._use = fields.Button(guard, "tools.paste_button", self._paste)
        form = fields.row(self._hint, self._pasted, self._use)
        self._fold = Fold("council.paste", form)
        self.widget = widgets.Box([self._head, self._rows, self._foot, self._fold])
        self.widget.add_class("vf-lists")

    def _paste(self) -> None:
        """Another council of one's own."""
        lines = parsing.lines(self._pasted.value, self._words.marks)
        made, self._guard.said = council_of(self._words, lines)
        self._state.open(made)
        self._pasted.clear()

    def show(self, results: Results) -> None:
        """Show the council."""
        texts, council = results.words, results.proposal.council
        self._words = texts
        heads = ("council.list", "council.seats", "council.group")
        self._head.value = element(
            "div",
            element("h2", texts("council.title")),
            element(
                "div", *(element("span", texts(key)) for key in heads), class_="vf-council-head"
            ),
        )
        many = len(council.letters)
        for row, letter in zip(self._rows.rows(many), council.letters, strict=True):
            row.show(letter, results)
        self._rows.show(many)
        groups = ", ".join(f"{cut(name, 40)} {n}" for name, n in council.by_group.items())
        total = texts("council.total", n=council.size, majority=council.majority)
        self._foot.value = element(
            "div",
            element("p", total),
            element("p", texts("council.groups", groups=groups)),
            class_="vf-council-foot",
        )
        self._fold.show(texts)
        self._hint.value = element("span", texts("council.paste_hint"), class_="vf-quiet")
        self._pasted.show(texts)
        self._use.show(texts)


class _Row:
    """The widgets of one list."""

    def __init__(self, state: State, guard: Guard, parts: Parts) -> None:
        self._state, self._guard, self._letter, self._hue = state, guard, "", ""
        self._badge, self._name = parts.html(), parts.html()
        self._seats = parts.of(
            fields.Cell, guard, "council.seats_of", self._seat, "vf-votes", most=parsing.MOST_SEATS
        )
        self._group = parts.of(fields.Menu, guard, "council.group_of", self._move, "vf-alliance")
        self.widget = parts.box(
            [self._badge, self._name, self._seats, self._group], "vf-council-row"
        )

    def _seat(self, seats: Sequence[int]) -> None:
        proposal = self._state.proposal
        given = parsing.below(self._letter, proposal.letters, seats)
        self._state.change(proposal.with_seats(given))
        self._guard.said = filled(self._words, given)

    def _move(self, home: Home) -> None:
        proposal, (act, what) = self._state.proposal, home
        if act == ALONE:
            council = proposal.council.leave(self._letter)
        else:
            council = proposal.council.join(self._letter, what)
        self._state.change(proposal.with_council(council))

    def show(self, letter: str, results: Results) -> None:
        texts, proposal = results.words, results.proposal
        council = proposal.council
        self._letter, self._words = letter, texts
        name = proposal.names[council.letters.index(letter)]
        self._badge.value = badge(letter, results.parties[letter], results.signs[letter])
        short = results.parties[letter].short
        self._name.value = element("span", short, class_="vf-council-name", title=name)
        self._seats.show(texts, str(council.bench(letter)), letter=letter)
        groups = [each for each in council.groups if len(each.letters) > 1]
        named = [(each.name, each.name, each.letters) for each in groups]
        options = homes(texts, "council.new_with", letter, council.letters, named)
        home = council.group_of(letter)
        joined = home in groups
        chosen = (JOIN, home.name) if joined else (ALONE, "")
        self._group.show(texts, options, chosen, letter=letter)
        hue = f"vf-hue-{groups.index(home) % HUES}" if joined else "vf-hue-none"
        if hue != self._hue:
            self._group.remove_class(self._hue)
            self._group.add_class(hue)
            self._hue = hue
