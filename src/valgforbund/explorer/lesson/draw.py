"""A lot (lodtrækning), shown as one: equal numbers, a range, and a draw that can be repeated."""

from __future__ import annotations

import secrets
from collections import Counter

from valgforbund.counting import Count, count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import Classroom, Draws
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.lesson.squares import squares
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.cells import Cell, decimal, number, span
from valgforbund.explorer.workbench.markup import badge, cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.parties import Party
from valgforbund.scenario import Scenario
from valgforbund.waiting import Drawn
from valgforbund.wording.headline import lots_due

MANY = 100
TIED = {"A": 12, "B": 9, "C": 6}  # A's second number is C's first, and three seats are shared


class Draw(Piece):
    """The class's own lot if it has one, else an example; drawn by chance, and counted."""

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self._table, self._says = Table(), self.parts.html()
        self._once = fields.Button(self.guard, "lot.draw", lambda: self.draw(1))
        self._often = fields.Button(self.guard, "lesson.draw.often", lambda: self.draw(MANY))
        self._back = fields.Button(self.guard, "lesson.draw.back", lambda: room.keep(Draws()))
        buttons = self.parts.box([self._once, self._often, self._back], "vf-choices")
        self.fill(self._table, buttons, self._says)

    @property
    def waiting(self) -> Count:
        """The count whose lot waits."""
        own = self.room.apart
        if self._is_own:
            return own
        names = dict(zip(self.room.scenario.letters, self.room.scenario.names, strict=True))
        known = {letter: names[letter] for letter in TIED if letter in names}
        return count(Scenario(TIED, seats=3, names=known))

    @property
    def _is_own(self) -> bool:
        """Whether the class's own vote has a lot, and the class has found that out."""
        return bool(self.room.apart.lots) and self.room.sheet.is_done

    @property
    def draws(self) -> Draws:
        """What chance has done with the lot that waits; nothing where another lot waited."""
        draws, waiting = self.room.current.draws, self.waiting.scenario
        return draws if draws.about == waiting else Draws(waiting)

    @property
    def wins(self) -> Counter[str]:
        """How often each has won."""
        return Counter(dict(self.draws.wins))

    def draw(self, times: int) -> None:
        """Draw so often, each time from the start; the last result stays."""
        waiting, wins = self.waiting, self.wins
        drawn: Drawn = ()
        for _ in range(times):
            drawn = waiting.draw(secrets.randbits(32)).drawn
            wins.update(name for _, winners in drawn for name in winners)
        self.room.keep(Draws(waiting.scenario, drawn, tuple(wins.items())))

    def show(self, results: Results) -> None:
        """Show the equal numbers, what is open, and what chance has done so far."""
        words, waiting, draws = results.words, self.waiting, self.draws
        for button in (self._once, self._often, self._back):
            button.show(words, n=MANY)
        shown = waiting.with_drawn(draws.drawn)
        parties, seats = waiting.scenario.parties, shown.spans
        rows = [
            (
                _who(letter, name, parties[letter]),
                number(words, votes),
                span(words, seats[letter], squares(words, letter, parties[letter], seats[letter])),
                decimal(words, waiting.expected[letter]),
            )
            for letter, name, votes in zip(
                waiting.scenario.letters,
                waiting.scenario.names,
                waiting.scenario.ballots,
                strict=True,
            )
        ]
        head = [
            words(key)
            for key in ("lists.name", "lists.votes", "lists.seats", "lesson.draw.expected")
        ]
        own = "lesson.draw.own" if self._is_own else "lesson.draw.example"
        caption = words(own, seats=words.seats(waiting.scenario.seats))
        self._table.show(words, table(head, rows, caption))
        sentences = [*lots_due(words, shown)]
        if draws.wins:
            tally = words.join(f"{name} {words.number(n)}" for name, n in sorted(draws.wins))
            sentences.append(words.html("lesson.draw.tally", tally=tally))
        self._says.value = element(
            "div", *(element("p", each) for each in sentences), role="status"
        )
        self._back.disabled = not draws.drawn


def _who(letter: str, name: str, party: Party) -> Cell:
    shown = element("span", badge(letter, party), " ", cut(name), class_="vf-who")
    return Cell(shown, f"{letter} {name}" if name != letter else letter)
