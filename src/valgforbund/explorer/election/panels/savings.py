"""All alliances of the scenario: what each saves against both baselines, for whom, from whom."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.alliances import Alliance
from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import Comparison, expected_gains
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.cells import Cell, Row, change, decimal, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.wording import Words
from valgforbund.wording.savings import cell, sums


class Savings:
    """The table of all alliances; pressing one puts it in focus."""

    title = "tab.savings"

    def __init__(self, state: State, guard: Guard) -> None:
        self.widget = Table(guard, lambda letters: state.look(focus=letters))
        self.widget.add_class("vf-savings")

    def show(self, results: Results) -> None:
        """Show what every alliance of one count saves."""
        rows = {each.structure: frozenset(each.letters) for each in results.scenario.alliances}
        self.widget.show(results.words, _table(results), rows)


def _table(results: Results) -> Markup:
    words, scenario = results.words, results.scenario
    if not scenario.alliances:
        return element("p", words("savings.none"))
    both = [
        [results.against(each, baseline) for each in scenario.alliances]
        for baseline in (DISSOLVED, NONE)
    ]
    rows = [
        _row(results, each, pair) for each, *pair in zip(scenario.alliances, *both, strict=True)
    ]
    columns = ("alliance", "seats", DISSOLVED, NONE, "expected")
    head = [words(f"savings.column.{each}") for each in columns]
    notes = [words.html("savings.expected")]
    if len(scenario.alliances) > 1:
        notes.insert(0, sums(words, both[0], both[1][0]))
    return element(
        "div",
        element("p", words("savings.press"), class_="vf-quiet"),
        table(head, rows, words("savings.caption")),
        *(element("p", each) for each in notes),
    )


def _row(results: Results, alliance: Alliance, both: list[Comparison]) -> Row:
    words = results.words
    cells = (
        Cell(_name(results, alliance), alliance.structure),
        span(words, results.counted.seats_of(alliance.letters)),
        *(_saved(words, compared) for compared in both),
        _expected(results, alliance),
    )
    label = words("savings.focus_row", what=cut(alliance.structure, 40))
    return Row(cells, alliance.structure, label)


def _name(results: Results, alliance: Alliance) -> Markup:
    name = cut(alliance.structure, 40)
    if alliance != results.alliance:
        return element("span", name)
    chosen = element("span", results.words("savings.in_focus"), class_="vf-quiet")
    return element("b", name, " ", chosen, class_="vf-focused")


def _saved(words: Words, compared: Comparison) -> Cell:
    saved, moves = cell(words, compared)
    shown = Markup("{} {}").format(element("b", saved), element("span", moves, class_="vf-quiet"))
    return change(words, compared.saved, shown)


def _expected(results: Results, alliance: Alliance) -> Cell:
    """The expected gain, and each list's part of it."""
    words, gains = results.words, expected_gains(results.scenario, alliance)
    parts = " · ".join(f"{letter} {words.decimal(gain)}" for letter, gain in gains.items())
    total = element("b", words.decimal(float(gains.sum())))
    shown = Markup("{} {}").format(total, element("span", parts, class_="vf-quiet"))
    return decimal(words, float(gains.sum()), shown)
