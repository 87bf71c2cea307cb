"""A card of the lesson: its parts, and the place where an error is told."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.wording.alert import alert


class Piece(widgets.Box):
    """What one cell of the lesson shows; `show` puts the class's vote into its widgets.

    Parameters
    ----------
    room : Classroom
        Shared by all pieces.
    """

    def __init__(self, room: Classroom) -> None:
        super().__init__()
        self.room, self.words = room, room.words
        self.guard = Guard(self._tell, self.refresh)
        self.parts = Parts()
        self._alert = self.parts.html("vf-told")
        for name in ("vf-explorer", "vf-lesson"):
            self.add_class(name)

    def fill(self, *parts: widgets.Widget) -> None:
        """Take these parts, show the vote in them, and follow it from now on."""
        self.children = (*parts, self._alert)
        self.refresh()
        self.room.when_changed(self.refresh)

    def refresh(self) -> None:
        """Show what the class holds; no callback answers to that."""
        with self.guard.quiet():
            self.show()

    def show(self) -> None:
        """Put the class's vote into the widgets."""
        raise NotImplementedError

    def _tell(self, error: Exception | None) -> None:
        text = alert(self.words, error) if error else ""
        self._alert.value = element("p", text, role="alert") if text else ""
