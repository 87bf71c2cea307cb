"""The way from the lesson into the explorer: the class's own vote opens in it."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.workbench import doors
from valgforbund.explorer.workbench.markup import element


class Workbench(Piece):
    """A button; the explorer opens below it with what the class has now."""

    def __init__(self, room: Classroom) -> None:
        super().__init__(room)
        self.below = widgets.Box()  # beside this piece, because the explorer has looks of its own
        text = self.parts.html()
        text.value = element("p", room.words("lesson.workbench.text"))
        self._open = widgets.Button(description=room.words("lesson.workbench.open"))
        self._open.on_click(self.guard(lambda _: self._show_explorer()))
        self.fill(text, self.parts.box([self._open], "vf-choices"))

    def _show_explorer(self) -> None:
        self.below.children = (doors.go("election", self.room.scenario, self.words.language),)

    def show(self) -> None:
        """Nothing here follows the vote: the explorer keeps what it was opened with."""
