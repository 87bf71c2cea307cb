"""The class votes: names, votes and seats are typed; who gets them, the class finds out first."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import (
    FEWEST_LISTS,
    MOST_LISTS,
    MOST_SEATS,
    Classroom,
    by_letters,
)
from valgforbund.explorer.lesson.kept import FILING, SHAPE
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.lesson.squares import UNKNOWN, squares
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.bar import Bar
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.files import Files
from valgforbund.explorer.workbench.markup import badge, element
from valgforbund.explorer.workbench.memory import Memory
from valgforbund.explorer.workbench.shelf import Shelf
from valgforbund.reports.taken import taken
from valgforbund.sharing import code
from valgforbund.sources.opened import opened
from valgforbund.wording.headline import lots_due
from valgforbund.wording.reading import told, understood


class Vote(Piece):
    """A row a list; every change is counted at once, by all pieces."""

    shape = SHAPE
    paste = "files.paste_table"

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self._seats, self._lists = (
            self.parts.of(fields.Menu, self.guard, key, act, "vf-few")
            for key, act in (("lesson.vote.seats", room.resize), ("lesson.vote.lists", room.stand))
        )
        self._rows = Shelf(lambda place: _Row(self, place), "vf-stand")
        self._says = self.parts.html()
        menus = self.parts.box([self._lists, self._seats], "vf-choices")
        self._bar = Bar(room, self.guard, "")
        self._memory = Memory(SHAPE, room, self.guard, bench.pieces)
        keeping = room, self.guard, self._memory
        self.files = Files(FILING, *keeping, self.open_foreign, self.largest, self.paste)
        self.elsewhere = self.leads(self._memory)
        self._bar.hold(self.files.widget, self.elsewhere.widget)
        self.fill(self._bar.widget, self._memory.widget, menus, self._rows, self._says)
        bench.follow(self._memory.later)

    def carried(self) -> str:
        """What the class votes."""
        return code.of(self.room.scenario)

    def open_table(self, name: str, data: bytes) -> None:
        """What a class has counted, in a table: lists and votes."""
        found = opened(name, data, self.room.scenario, alone=True)
        self.room.put(by_letters(found.result().scenario))
        self.guard.said = " ".join([understood(self.words, found), *told(self.words, found)])

    def _report(self, kind: str) -> bytes:
        """The class's election."""
        voted = self.room.scenario
        return taken(kind, voted, voted, self.room.view.language)

    def show(self, results: Results) -> None:
        """Show the votes and the seats of every list alone."""
        room, words = self.room, results.words
        self._bar.show(results)
        self._memory.show(words, room.scenario.place)
        self.files.show(words, (room.scenario.place,), report=self._report)
        self.elsewhere.show(words)
        self._seats.show(words, _numbers(1, MOST_SEATS), room.scenario.seats)
        lists = _numbers(FEWEST_LISTS, MOST_LISTS)
        self._lists.show(words, lists, len(room.scenario.letters))
        many, is_done = len(room.scenario.letters), room.sheet.is_done
        for row in self._rows.rows(many):
            row.show(results, is_done)
        self._rows.show(many)
        total = words("lesson.vote.total", votes=words.votes(sum(room.scenario.ballots)))
        found = lots_due(words, room.apart) if is_done else [element("i", words("lesson.later"))]
        lines = [Markup("{}").format(total), *found]
        self._says.value = element("div", *(element("p", each) for each in lines), role="status")


class _Row(widgets.Box):
    """One list: its letter, its name, its votes, and its seats as squares."""

    def __init__(self, piece: Vote, place: int) -> None:
        self._piece, self._place = piece, place
        parts, guard = piece.parts, piece.guard
        self._badge, self._seats = parts.html(), parts.html()
        self._name = parts.of(fields.Text, guard, "lists.name_of", self._rename, "vf-name")
        self._votes = parts.of(fields.Whole, guard, "lists.votes_of", self._vote, "vf-votes")
        super().__init__([self._badge, self._name, self._votes, self._seats])
        self.add_class("vf-stands")

    @property
    def _letter(self) -> str:
        return self._piece.room.scenario.letters[self._place]

    def _rename(self, name: str) -> None:
        self._piece.room.rename(self._letter, name.strip())

    def _vote(self, votes: int) -> None:
        self._piece.room.vote(self._letter, votes)

    def show(self, results: Results, is_done: bool) -> None:
        """Show the list that stands in this place, and its seats when the class has found them."""
        room, words, letter = self._piece.room, results.words, self._letter
        party = results.parties[letter]
        self._badge.value = badge(letter, party)
        self._name.show(words, room.scenario.names[self._place], letter=letter)
        self._votes.show(words, words.number(room.scenario.ballots[self._place]), letter=letter)
        found = squares(words, letter, party, room.apart.spans[letter]) if is_done else UNKNOWN
        self._seats.value = found


def _numbers(least: int, most: int) -> list[tuple[str, int]]:
    return [(str(n), n) for n in range(least, most + 1)]
