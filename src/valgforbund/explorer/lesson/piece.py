"""A card of the lesson: its parts, and the place where an error is told."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.tool import Tool


class Piece(Tool):
    """What one cell of the lesson shows; `show` puts the class's work into its widgets.

    Parameters
    ----------
    room : Classroom
    bench : Bench
        Both shared by all pieces.
    """

    alert_class = "vf-told"

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room)
        self.room, self.bench = room, bench
        self.parts = Parts()
        self.add_class("vf-lesson")

    def fill(self, *parts: widgets.Widget) -> None:
        """Take these parts, show the work in them, and follow it from now on."""
        self.children = (*parts, self._alert, self._pulse, self._access)
        self.bench.stand(self)

    def show(self, results: Results) -> None:
        """Put the class's work into the widgets."""
        raise NotImplementedError

    def show_again(self, results: Results) -> None:
        """Show it after a failure."""
        self.show(results)

    def restore(self, results: Results) -> None:
        """Inputs show again what is held, whatever was typed."""
        self.show(results)

    def told(self, message: Any) -> Markup:
        """A message of what went wrong, below the parts."""
        return element("p", message, role="alert")
