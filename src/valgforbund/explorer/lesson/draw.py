"""A lot (lodtrækning), shown as one: equal numbers, a range, and a draw that can be repeated."""

from __future__ import annotations

import secrets
from collections import Counter

import ipywidgets as widgets

from valgforbund.counting import Count, count
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.lesson.squares import squares
from valgforbund.explorer.workbench.markup import badge, cut, element, table
from valgforbund.scenario import Scenario
from valgforbund.wording.headline import lots_due

MANY = 100
TIED = {"A": 12, "B": 9, "C": 6}  # A's second number is C's first, and three seats are shared


class Draw(Piece):
    """The class's own lot if it has one, else an example; drawn by chance, and counted."""

    def __init__(self, room: Classroom) -> None:
        super().__init__(room)
        self.drawn: Count | None = None
        self.wins: Counter[str] = Counter()
        self._about: Scenario | None = None
        self._table, self._says = self.parts.html(), self.parts.html()
        self._once, self._often, self._back = (widgets.Button() for _ in range(3))
        self._once.on_click(self.guard(lambda _: self.draw(1)))
        self._often.on_click(self.guard(lambda _: self.draw(MANY)))
        self._back.on_click(self.guard(lambda _: self._put_back()))
        self._once.description = room.words("lot.draw")
        self._often.description = room.words("lesson.draw.often", n=MANY)
        self._back.description = room.words("lesson.draw.back")
        buttons = self.parts.box([self._once, self._often, self._back], "vf-choices")
        self.fill(self._table, buttons, self._says)

    @property
    def waiting(self) -> Count:
        """The count whose lot waits."""
        own = self.room.apart
        if own.lots:
            return own
        names = dict(zip(self.room.scenario.letters, self.room.scenario.names, strict=True))
        known = {letter: names[letter] for letter in TIED if letter in names}
        return count(Scenario(TIED, seats=3, names=known))

    def draw(self, times: int) -> None:
        """Draw so often, each time from the start; the last result stays."""
        waiting = self.waiting
        for _ in range(times):
            self.drawn = waiting.draw(secrets.randbits(32))
            self.wins.update(name for _, winners in self.drawn.drawn for name in winners)

    def _put_back(self) -> None:
        self.drawn = None
        self.wins.clear()

    def show(self) -> None:
        """Show the equal numbers, what is open, and what chance has done so far."""
        words, waiting = self.words, self.waiting
        if waiting.scenario != self._about:
            self._put_back()
            self._about = waiting.scenario
        shown = self.drawn or waiting
        parties = waiting.scenario.parties
        rows = [
            (
                element("span", badge(letter, parties[letter]), " ", cut(name), class_="vf-who"),
                words.number(votes),
                squares(words, letter, parties[letter], shown.spans[letter]),
                words.decimal(waiting.expected[letter]),
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
        own = "lesson.draw.own" if self.room.apart.lots else "lesson.draw.example"
        caption = words(own, seats=words.seats(waiting.scenario.seats))
        self._table.value = table(head, rows, caption)
        sentences = [*lots_due(words, shown)]
        if self.wins:
            tally = words.join(f"{name} {words.number(n)}" for name, n in sorted(self.wins.items()))
            sentences.append(words.html("lesson.draw.tally", tally=tally))
        self._says.value = element(
            "div", *(element("p", each) for each in sentences), role="status"
        )
        self._back.disabled = self.drawn is None
