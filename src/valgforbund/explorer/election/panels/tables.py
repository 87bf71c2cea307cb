"""The accounts beside the pictures: who gains and pays, the measures, and lists without a seat."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.counting import Count
from valgforbund.explorer.count.meanings import measure
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.ledger import ledger
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.cells import NOTHING, Cell, change, number, span, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.ranges import Span
from valgforbund.waste import MEASURES, REMAINDER, SEATED, class_by_letter, remainders
from valgforbund.wording import Words


class Tables:
    """Tables that say in numbers what the charts show."""

    title = "tab.tables"

    def __init__(self, _state: State, _guard: Guard) -> None:
        self._ledger, self._votes, self._parts = Table(), Table(), Table()
        self._votes.add_class("vf-tables-votes")
        self.widget = widgets.Box([self._ledger, self._votes, self._parts])
        self.widget.add_class("vf-tables")

    def show(self, results: Results) -> None:
        """Show the numbers of one count."""
        self._ledger.show(results.words, ledger(results))
        self._votes.show(results.words, _votes(results))
        left_over = results.view.measure == REMAINDER
        below = _left_over(results) if left_over else _unseated(results)
        self._parts.show(results.words, below)


def _votes(results: Results) -> Markup:
    words, compared = results.words, results.compared
    totals = [sum(world.scenario.ballots) or 1 for world in (compared.with_, compared.without)]
    rows = []
    for code in MEASURES:
        more, less = (spans[code] for spans in compared.measures)
        amounts = [_amount(words, more, totals[0]), NOTHING, NOTHING]
        if results.tells_votes:
            amounts[1:] = _amount(words, less, totals[1]), _change(words, more - less)
        rows.append((measure(words, code), *amounts))
    head = (words("tables.measure"), *results.worlds, words("tables.change"))
    return table(head, rows, words("tables.votes"))


def _unseated(results: Results) -> Markup:
    """Lists that lack a seat in one of the worlds: where their votes ended in both."""
    words, compared = results.words, results.compared
    more = class_by_letter(compared.with_)
    less = class_by_letter(compared.without) if results.tells_votes else {}
    votes = compared.with_.scenario.votes
    rows = [
        (
            text(f"{letter} {results.parties[letter].name}", 40),
            number(words, int(votes[letter])),
            element("span", words(f"class.{now}")),  # words may wrap, numbers may not
            element("span", words(f"class.{less[letter]}")) if letter in less else NOTHING,
        )
        for letter, now in more.items()
        if {now, less.get(letter, now)} != {SEATED}
    ]
    if not rows:
        return element("p", words("tables.all_seated"))
    head = (words("tables.list"), words("tables.list_votes"), *results.worlds)
    return table(head, rows, words("tables.lists"), name="lists")


def _left_over(results: Results) -> Markup:
    """Votes beyond the price of the seats, by alliance and free list, in both worlds."""
    words, compared = results.words, results.compared
    more = _remainders(compared.with_)
    less = _remainders(compared.without) if results.tells_votes else {}
    rows = [
        (
            text(unit, 40),
            *(
                number(words, round(world[unit]))
                if unit in world
                else Cell(words("tables.not_there"))
                for world in (more, less)
            ),
        )
        for unit in {**more, **less}
    ]
    head = (words("tables.unit"), *results.worlds)
    return table(head, rows, words("tables.left_over"), name="left_over")


def _remainders(world: Count) -> dict[str, float]:
    return {row.Index: row.remainder for row in rows_of(remainders(world))}


def _amount(words: Words, votes: Span, total: int) -> Cell:
    if votes.is_open:
        return span(words, votes)
    return span(words, votes, f"{words.number(votes.low)} ({words.share(votes.low / total)})")


def _change(words: Words, votes: Span) -> Cell:
    low, high = _signed(words, votes.low), _signed(words, votes.high)
    return change(words, votes, f"{low}…{high}" if votes.is_open else low)


def _signed(words: Words, votes: int) -> str:
    return f"{words.signed(votes)[:1]}{words.number(abs(votes))}" if votes else "0"
