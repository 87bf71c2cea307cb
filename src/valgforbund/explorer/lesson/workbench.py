"""The way from the lesson into the explorer: the class's own vote opens in it."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.workbench import doors, fields
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.markup import element


class Workbench(Piece):
    """A button; the explorer opens below it with what the class has now."""

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self.below = widgets.Box()  # beside this piece, because the explorer has looks of its own
        self._text = self.parts.html()
        self._open = fields.Button(self.guard, "lesson.workbench.open", self._show_explorer)
        self.fill(self._text, self.parts.box([self._open], "vf-choices"))

    def _show_explorer(self) -> None:
        room, there = self.room, next(iter(self.below.children), None)
        self.below.children = (doors.go("election", room.scenario, room.view.language, there),)

    def show(self, results: Results) -> None:
        """Only the language is followed: the explorer keeps what it was opened with."""
        self._text.value = element("p", results.words("lesson.workbench.text"))
        self._open.show(results.words)
