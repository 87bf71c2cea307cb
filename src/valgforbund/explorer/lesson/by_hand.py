"""D'Hondt by hand: the class divides and counts, and every field is marked by itself."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.lesson.sheet import SEATS, Field, Sheet
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.markup import badge, cut, element
from valgforbund.frames import rows_of
from valgforbund.protocol import LAST, protocol
from valgforbund.wording.headline import lots_due


class ByHand(Piece):
    """A table to fill in: votes divided by 2, 3 …, and how many of the numbers win a seat."""

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self._heads, self._says = self.parts.html(), self.parts.html()
        self._lines: dict[str, _Line] = {}
        self._grid = self.parts.box([], "vf-grid")
        self._buttons = [
            fields.Button(self.guard, key, act)
            for key, act in (
                ("lesson.hand.help", self._fill_one),
                ("lesson.hand.all", self._fill_all),
                ("lesson.again", room.wipe),
            )
        ]
        self.fill(self._grid, self._says, self.parts.box([*self._buttons], "vf-choices"))

    # ---- what the class does ----

    def _fill_one(self) -> None:
        """Help: the first field that is not right yet."""
        sheet = self.room.sheet
        for field in sheet.fields:
            mark = sheet.mark(field)
            if mark is None or not mark.right:
                self.room.write(field, self._answer(sheet, field))
                return

    def _fill_all(self) -> None:
        """The whole table, for a class that goes on without it."""
        sheet = self.room.sheet
        for field in sheet.fields:
            sheet.write(field, self._answer(sheet, field))
        self.room.hand_in(sheet)

    # ---- what the class sees ----

    def show(self, results: Results) -> None:
        """Show the fields, each with its mark, and why the last one is right or wrong."""
        for button in self._buttons:
            button.show(results.words)
        sheet = self.room.sheet
        columns = (*sheet.divisors, SEATS)
        self._heads.value = self._heading(columns)
        letters = self.room.scenario.letters
        for letter in letters:
            if letter not in self._lines:
                self._lines[letter] = _Line(self, letter)
        # the same boxes again, so that the field with the cursor keeps it
        self._grid.children = (self._heads, *(self._lines[letter] for letter in letters))
        for letter in letters:
            self._lines[letter].show(results, sheet, columns)
        sentences = self._finished(sheet) if sheet.is_done else [self._reason(sheet)]
        done = self.words("lesson.hand.progress", right=sheet.right, fields=len(sheet.fields))
        self._says.value = element(
            "div", *(element("p", each) for each in (*sentences, done)), role="status"
        )

    def _heading(self, columns: tuple[int, ...]) -> Markup:
        words = self.words
        divided = [words("lesson.hand.divided", n=each) for each in (1, *columns[:-1])]
        cells = ("", *divided, words("lists.seats"))
        return element("div", *(element("b", each) for each in cells), class_="vf-cells")

    def _reason(self, sheet: Sheet) -> str:
        """Why the last field is right or wrong."""
        last = self.room.view.last
        mark = sheet.mark(last) if last else None
        seats = self.words.seats(self.room.scenario.seats)
        if last is None or mark is None:
            return self.words("lesson.hand.begin", seats=seats)
        letter, divisor = last
        votes = int(self.room.scenario.votes[letter])
        return self.words(
            mark.key,
            letter=letter,
            votes=self.words.number(votes),
            divisor=divisor,
            answer=self._answer(sheet, last),
            typed=sheet.typed(last),
            seats=self.room.scenario.seats,
        )

    def _answer(self, sheet: Sheet, field: Field) -> str:
        """What belongs in a field, as it is written."""
        letter, divisor = field
        if divisor == SEATS:
            return str(sheet.counted.spans[letter].low)
        return self.words.decimal(Fraction(int(self.room.scenario.votes[letter]), divisor))

    def _finished(self, sheet: Sheet) -> list[Markup]:
        """What the table says when it is full: who got the last seat, or who draws lots."""
        counted = sheet.counted
        if counted.lots:
            return lots_due(self.words, counted)
        frame = protocol(counted)
        last = frame[frame["status"] == LAST]
        return [
            self.words.html(
                "lesson.hand.done",
                letter=row.unit,
                votes=self.words.number(row.votes),
                divisor=row.divisor,
                quotient=self.words.decimal(row.quotient),
            )
            for row in rows_of(last)
        ]


class _Line(widgets.Box):
    """One list's fields."""

    def __init__(self, piece: ByHand, letter: str) -> None:
        self._piece, self._letter = piece, letter
        self._who = piece.parts.html()
        self._fields: dict[int, fields.Text] = {}
        super().__init__([self._who])
        self.add_class("vf-cells")

    def show(self, results: Results, sheet: Sheet, columns: tuple[int, ...]) -> None:
        """Show the list and what stands in its fields."""
        room, letter = self._piece.room, self._letter
        i = room.scenario.letters.index(letter)
        self._who.value = element(
            "div",
            badge(letter, results.parties[letter]),
            element("span", cut(room.scenario.names[i])),
            element("b", self._piece.words.number(room.scenario.ballots[i])),
            class_="vf-who",
        )
        for column in columns:
            if column not in self._fields:
                self._fields[column] = self._field(column)
            self._show_field(sheet, column)
        self.children = (self._who, *(self._fields[column] for column in columns))

    def _field(self, column: int) -> fields.Text:
        piece = self._piece
        write = partial(piece.room.write, (self._letter, column))
        key = "lesson.hand.field" if column else "lesson.hand.seats_field"
        return piece.parts.of(fields.Text, piece.guard, key, write, "vf-cell")

    def _show_field(self, sheet: Sheet, column: int) -> None:
        field = (self._letter, column)
        text, mark = self._fields[column], sheet.mark(field)
        text.show(self._piece.words, sheet.typed(field), letter=self._letter, n=column)
        text.disabled = field not in sheet.fields
        kind = "vf-empty" if mark is None else "vf-right" if mark.right else "vf-wrong"
        text._dom_classes = ("vf-cell", kind)
