"""The council: one row a list, with its seats and its group; and seats pasted from elsewhere."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.rows import number
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.homes import ALONE, HUES, JOIN, Home, homes
from valgforbund.explorer.workbench.markup import badge, cut, element, label
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.sources.councils import typed_council
from valgforbund.wording import words
from valgforbund.wording.constitution import committee_names


class Benches:
    """Lists, seats and groups; rows are reused for another council."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._parts = Parts()
        self._rows: list[_Bench] = []
        self._head, self._foot = widgets.HTML(), widgets.HTML()
        self._body = widgets.Box()
        self._body.add_class("vf-benches")
        self._pasted, self._use = widgets.Textarea(rows=5), widgets.Button()
        self._hint = widgets.HTML()
        self._use.on_click(guard(lambda _: self._paste()))
        form = widgets.Box([self._hint, self._pasted, self._use])
        form.add_class("vf-form")
        self._fold = widgets.Accordion([form], selected_index=None)
        self._fold.add_class("vf-fold")
        self.widget = widgets.Box([self._head, self._body, self._foot, self._fold])
        self.widget.add_class("vf-lists")

    def _paste(self) -> None:
        """Another council of one's own."""
        if not self._pasted.value.strip():
            raise ScenarioError("column_empty")
        seats = parsing.column(self._pasted.value, (), self._marks, new_lists=True)
        if len(seats) > parsing.MOST_LISTS:
            raise ScenarioError("too_many_lists", limit=parsing.MOST_LISTS)
        for many in seats.values():
            if many > parsing.MOST_SEATS:
                raise ScenarioError("number_too_large", value=many, limit=parsing.MOST_SEATS)
        names = committee_names(words(self._state.view.language))
        self._state.open(typed_council(names, seats))
        self._pasted.value = ""

    def show(self, results: Results) -> None:
        """Show the council."""
        texts, council = results.words, results.proposal.council
        self._marks = texts.marks
        while len(self._rows) < len(council.letters):
            self._rows.append(_Bench(self._state, self._guard, self._parts))
        heads = ("bench.list", "bench.seats", "bench.group")
        self._head.value = element(
            "div",
            element("h2", texts("bench.title")),
            element("div", *(element("span", texts(key)) for key in heads), class_="vf-bench-head"),
        )
        for row, letter in zip(self._rows, council.letters, strict=False):
            row.show(letter, results)
        shown = tuple(row.widget for row in self._rows[: len(council.letters)])
        if self._body.children != shown:
            self._body.children = shown
        groups = ", ".join(f"{cut(name, 40)} {n}" for name, n in council.by_group.items())
        total = texts("bench.total", n=council.size, majority=council.majority)
        self._foot.value = element(
            "div",
            element("p", total),
            element("p", texts("bench.groups", groups=groups)),
            class_="vf-bench-foot",
        )
        self._fold.titles = (texts("bench.paste"),)
        self._hint.value = element("span", texts("bench.paste_hint"), class_="vf-quiet")
        self._pasted.description = texts("bench.pasted")
        self._use.description = texts("tools.paste_button")


class _Bench:
    """The widgets of one list."""

    def __init__(self, state: State, guard: Guard, parts: Parts) -> None:
        self._state, self._letter, self._hue = state, "", ""
        self._badge, self._name = parts.html(), parts.html()
        self._seats, self._group = parts.text("vf-votes"), parts.menu("vf-alliance")
        self.widget = parts.box([self._badge, self._name, self._seats, self._group], "vf-bench")
        self._seats.observe(guard(lambda change: self._seat(change["new"])), "value")
        self._group.observe(guard(lambda change: self._move(change["new"])), "value")

    def _seat(self, text: str) -> None:
        seats: dict[str, Any] = {self._letter: number(text, self._marks)}
        self._state.change(self._state.proposal.with_seats(seats))

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
        self._letter, self._marks = letter, texts.marks
        name = proposal.names[council.letters.index(letter)]
        self._badge.value = badge(letter, results.parties[letter], results.signs[letter])
        short = results.parties[letter].short
        self._name.value = element("span", short, class_="vf-bench-name", title=name)
        self._seats.value = str(council.bench(letter))
        self._seats.description = label(texts("bench.seats_of", letter=letter))
        groups = [each for each in council.groups if len(each.letters) > 1]
        named = [(each.name, each.name, each.letters) for each in groups]
        options = homes(texts, "bench.new_with", letter, council.letters, named)
        home = council.group_of(letter)
        joined = home in groups
        choose(self._group, options, (JOIN, home.name) if joined else (ALONE, ""))
        self._group.description = label(texts("bench.group_of", letter=letter))
        hue = f"vf-hue-{groups.index(home) % HUES}" if joined else "vf-hue-none"
        if hue != self._hue:
            self._group.remove_class(self._hue)
            self._group.add_class(hue)
            self._hue = hue
