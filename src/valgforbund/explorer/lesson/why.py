"""Why an alliance moves a seat, and whose it is: the d'Hondt tables of both worlds."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from valgforbund.counting import Count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.cells import Cell, decimal
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.protocol import LAST, LOT, WON, protocol
from valgforbund.wording.headline import lots_due
from valgforbund.wording.stemmespild import carried_lines

SEATED = (WON, LAST)


class Why(Piece):
    """Closed until the guess is locked; then the numbers that won, with and without."""

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self._tables, self._says = Table(), self.parts.html()
        self.fill(self._says, self._tables)

    def show(self, results: Results) -> None:
        """Show the tables, or that the guess comes first."""
        room, words = self.room, results.words
        if not (room.locked and room.scenario.alliances):
            self._tables.show(words, "")
            self._says.value = element("p", words("lesson.why.wait"), role="status")
            return
        name = room.scenario.alliances[0].name
        with_, without = protocol(results.counted), protocol(room.apart)
        tables = (
            self._table(without[without["level"] == ""], words("lesson.why.without")),
            self._table(with_[with_["level"] == ""], words("lesson.why.with", alliance=name)),
            self._table(with_[with_["level"] == name], words("lesson.why.inside", alliance=name)),
        )
        legend = element("p", words("lesson.why.legend"), class_="vf-quiet")
        shown = element("div", element("div", *tables, class_="vf-three"), legend)
        self._tables.show(words, shown)
        sentences = [
            self._together(results.counted, room.apart),
            *carried_lines(words, results.by_list),
            *lots_due(words, results.counted),
        ]
        self._says.value = element(
            "div", *(element("p", each) for each in sentences), role="status"
        )

    def _together(self, with_: Count, without: Count) -> Markup:
        """The votes and seats of the alliance, together and each list alone."""
        words, alliance = self.words, self.room.scenario.alliances[0]
        votes = self.room.scenario.votes
        parts = " + ".join(words.number(int(votes[each])) for each in alliance.letters)
        total = words.number(sum(int(votes[each]) for each in alliance.letters))
        now, before = with_.seats_of(alliance.letters), without.seats_of(alliance.letters)
        return words.html(
            "lesson.why.together",
            alliance=alliance.name,
            parts=parts,
            total=total,
            now=words.seats_span(now),
            before=words.seats_span(before),
        )

    def _table(self, level: pd.DataFrame, caption: str) -> Markup:
        """One level: a row a unit, a column a divisor; the numbers that won are marked."""
        divisors = sorted(level["divisor"].unique())
        head = ["", *(self.words("lesson.hand.divided", n=each) for each in divisors)]
        rows = [
            (unit, *(self._cell(row.quotient, row.status) for row in rows_of(group)))
            for unit, group in level.groupby("unit", sort=False)
        ]
        return table(head, rows, caption, order="given")

    def _cell(self, quotient: float, status: str) -> Cell:
        kind = "vf-won" if status in SEATED else "vf-tied" if status == LOT else "vf-lost"
        sign = "✓ " if status in SEATED else "? " if status == LOT else ""
        looks = kind + " vf-last" * (status == LAST)
        shown = element("span", sign, self.words.decimal(quotient), class_=looks)
        return decimal(self.words, quotient, shown)
