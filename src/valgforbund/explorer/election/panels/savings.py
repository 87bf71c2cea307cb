"""All alliances of the scenario: what each saves against both baselines, for whom, from whom."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.alliances import Alliance
from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import Comparison, expected_gains
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, label, table
from valgforbund.wording import Words
from valgforbund.wording.savings import cell, sums


class Savings:
    """The table of all alliances, and buttons that put one of them in focus."""

    title = "tab.savings"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._choose, self._table = widgets.HTML(), widgets.HTML()
        self._names: list[tuple[str, ...]] = []  # the letters that each button stands for
        self._buttons: list[widgets.Button] = []
        self._row = widgets.Box([self._choose])
        self._row.add_class("vf-choose")
        self.widget = widgets.Box([self._row, self._table])
        self.widget.add_class("vf-savings")

    def _focus(self, place: int) -> None:
        self._state.look(focus=frozenset(self._names[place]))

    def show(self, results: Results) -> None:
        """Show what every alliance of one count saves."""
        words, alliances = results.words, results.scenario.alliances
        self._names = [each.letters for each in alliances]
        while len(self._buttons) < len(alliances):
            button, place = widgets.Button(), len(self._buttons)
            button.on_click(self._guard(lambda _, place=place: self._focus(place)))
            self._buttons.append(button)
        for each, button in zip(alliances, self._buttons, strict=False):
            button.description = label(cut(each.structure, 40))
            button.disabled = each == results.alliance
        self._choose.value = element("span", words("savings.choose"), class_="vf-quiet")
        shown = (self._choose, *self._buttons[: len(alliances)])
        if self._row.children != shown:
            self._row.children = shown
        self._row.layout.display = "" if alliances else "none"
        self._table.value = _table(results)


def _table(results: Results) -> Markup:
    words, scenario = results.words, results.scenario
    if not scenario.alliances:
        return element("p", words("savings.none"))
    both = [
        [results.against(each, baseline) for each in scenario.alliances]
        for baseline in (DISSOLVED, NONE)
    ]
    rows = [
        (
            _name(results, each),
            words.span(results.counted.seats_of(each.letters)),
            *(_saved(words, compared) for compared in pair),
            _expected(results, each),
        )
        for each, *pair in zip(scenario.alliances, *both, strict=True)
    ]
    columns = ("alliance", "seats", DISSOLVED, NONE, "expected")
    head = [words(f"savings.column.{each}") for each in columns]
    notes = [words.html("savings.expected")]
    if len(scenario.alliances) > 1:
        notes.insert(0, sums(words, both[0], both[1][0]))
    return element(
        "div",
        element("div", table(head, rows, words("savings.caption")), class_="vf-scroll"),
        *(element("p", each) for each in notes),
    )


def _name(results: Results, alliance: Alliance) -> Markup:
    name = cut(alliance.structure, 40)
    if alliance != results.alliance:
        return element("span", name)
    chosen = element("span", results.words("savings.in_focus"), class_="vf-quiet")
    return element("b", name, " ", chosen, class_="vf-focused")


def _saved(words: Words, compared: Comparison) -> Markup:
    saved, moves = cell(words, compared)
    return Markup("{} {}").format(element("b", saved), element("span", moves, class_="vf-quiet"))


def _expected(results: Results, alliance: Alliance) -> Markup:
    """The expected gain, and each list's part of it."""
    words, gains = results.words, expected_gains(results.scenario, alliance)
    parts = " · ".join(f"{letter} {words.decimal(gain)}" for letter, gain in gains.items())
    total = element("b", words.decimal(float(gains.sum())))
    return Markup("{} {}").format(total, element("span", parts, class_="vf-quiet"))
