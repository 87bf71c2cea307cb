"""Guess first, then see: the class guesses the seats with an alliance, and locks its guess."""

from __future__ import annotations

from functools import partial
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.explorer.count.pictures import SeatsPicture
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import MOST_SEATS, Classroom
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.lesson.squares import UNKNOWN
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.markup import badge, cut, element
from valgforbund.wording.headline import headline

COLUMNS = ("lesson.guess.who", "lesson.guess.apart", "lesson.guess.yours", "lesson.guess.truth")


class Guess(Piece):
    """A row a list: is it in the alliance, its seats alone, the guess, and then the truth."""

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self._drawn: Results | None = None  # what the picture shows
        self._rows: dict[str, _Row] = {}
        self._heads = self.parts.html()
        self._grid = self.parts.box([], "vf-grid")
        self._says = self.parts.html()
        self._lock = fields.Button(self.guard, "lesson.guess.lock", self._press)
        self._picture = SeatsPicture(self.guard)
        buttons = self.parts.box([self._lock], "vf-choices")
        self.fill(self._grid, buttons, self._says, self._picture.widget)

    @property
    def missing(self) -> int:
        """Seats that the guess has not given out; below 0 where it gave out too many."""
        return self.room.scenario.seats - sum(self.room.guesses.values())

    @property
    def is_full(self) -> bool:
        """Whether there is a guess for every list."""
        return set(self.room.guesses) == set(self.room.scenario.letters)

    @property
    def is_ready(self) -> bool:
        """Whether the guess gives out every seat, and there is an alliance to guess about."""
        return self.is_full and not self.missing and bool(self.room.scenario.alliances)

    @property
    def right(self) -> int:
        """How many lists were guessed right; any result that a lot can give is."""
        spans = self.room.results.counted.spans
        return sum(
            spans[each].low <= n <= spans[each].high for each, n in self.room.guesses.items()
        )

    # ---- what the class does ----

    def write(self, letter: str, text: str) -> None:
        """Guess the seats of a list; nothing typed is no guess."""
        if text.strip():
            self.room.guess(letter, parsing.whole_number(text, most=MOST_SEATS))
        else:
            self.room.guess(letter, None)

    def choose(self, letter: str, inside: bool) -> None:
        """A list goes into the alliance, or out of it."""
        before = self.room.allied
        self.room.ally(
            each
            for each in self.room.scenario.letters
            if (inside if each == letter else each in before)
        )

    def _press(self) -> None:
        if self.room.locked:
            self.room.guess_again()
        elif self.is_ready:
            self.room.lock()

    # ---- what the class sees ----

    def show(self, results: Results) -> None:
        """Show the guess, and the truth only when it is locked."""
        room, words = self.room, results.words
        heads = [element("b", words(key)) for key in COLUMNS]
        self._heads.value = element("div", *heads, class_="vf-guess")
        letters = room.scenario.letters
        for letter in letters:
            if letter not in self._rows:
                self._rows[letter] = _Row(self, letter)
        rows = [self._rows[letter] for letter in letters]
        self._grid.children = (self._heads, *rows)
        is_done = room.sheet.is_done
        for row in rows:
            row.show(results, is_done)
        self._lock.disabled = not (room.locked or self.is_ready)
        self._lock.show(words, "lesson.guess.again" if room.locked else "")
        sentences: list[Markup | str]
        sentences = [*self._truth(results)] if room.locked else [self._waiting()]
        if not (is_done or room.locked):
            sentences.append(element("i", words("lesson.later")))
        self._says.value = element(
            "div", *(element("p", each) for each in sentences), role="status"
        )
        self._picture.widget.layout.display = "" if room.locked else "none"
        if room.locked and results is not self._drawn:
            self._picture.show(results)
            self._drawn = results

    def _waiting(self) -> str:
        """What is still needed before the guess can be locked."""
        words = self.words
        if not self.room.scenario.alliances:
            return words("lesson.guess.nobody")
        if not self.room.guesses:
            names = self.room.scenario.alliances[0].name
            return words("lesson.guess.begin", alliance=names)
        if self.missing < 0:
            return words("lesson.guess.too_many", n=-self.missing)
        if self.missing:
            return words("lesson.guess.missing", n=self.missing)
        return words("lesson.guess.ready" if self.is_full else "lesson.guess.empty")

    def _truth(self, results: Results) -> list[Markup]:
        right = self.words.html(
            "lesson.guess.right", right=self.right, lists=len(self.room.scenario.letters)
        )
        return [right, headline(self.words, results.compared, results.baseline)]


class _Row(widgets.Box):
    """One list in the guess."""

    def __init__(self, piece: Guess, letter: str) -> None:
        self._piece, self._letter = piece, letter
        parts, guard = piece.parts, piece.guard
        self._in = fields.Tick(guard, "lesson.guess.inside", partial(piece.choose, letter))
        self._who, self._apart, self._truth = (parts.html() for _ in range(3))
        write = partial(piece.write, letter)
        self._guess = parts.of(fields.Text, guard, "lesson.guess.of", write, "vf-cell")
        super().__init__([self._in, self._who, self._apart, self._guess, self._truth])
        self.add_class("vf-guess")

    def show(self, results: Results, is_done: bool) -> None:
        """Show the list, its seats alone when the class has found them, its guess, and the truth.

        The truth is shown when the guess is locked.
        """
        room, letter = self._piece.room, self._letter
        i, words = room.scenario.letters.index(letter), results.words
        party, name = results.parties[letter], cut(room.scenario.names[i])
        self._in.show(words, letter in room.allied, letter=letter)
        self._in.disabled = self._guess.disabled = room.locked
        self._who.value = element(
            "div", badge(letter, party), element("span", name), class_="vf-who"
        )
        is_known = is_done or room.locked
        apart = element("span", words.span(room.apart.spans[letter]))
        self._apart.value = apart if is_known else UNKNOWN
        guess = room.guesses.get(letter)
        self._guess.show(words, "" if guess is None else str(guess), letter=letter)
        self._truth.value = self._verdict(results.counted.spans[letter], guess)

    def _verdict(self, truth: Any, guess: int | None) -> Markup | str:
        words = self._piece.words
        if not self._piece.room.locked or guess is None:
            return element("span", "?", class_="vf-quiet")
        right = truth.low <= guess <= truth.high
        sign = words("lesson.right" if right else "lesson.wrong")
        return element(
            "span",
            element("b", words.span(truth)),
            " ",
            sign,
            class_="vf-up" if right else "vf-down",
        )
