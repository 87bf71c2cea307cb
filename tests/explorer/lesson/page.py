"""The lesson as a class meets it, without a browser: by the names that are on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets

from explorer.part import HTML, classes, plain
from valgforbund.explorer.lesson import Lesson
from valgforbund.explorer.workbench.markup import label as as_label
from valgforbund.wording import words

PIECES = ("vote", "by_hand", "guess", "why", "draw", "practice", "workbench")


class LessonPage:
    """One lesson and what a class can do with it."""

    def __init__(self, language: str = "da") -> None:
        self.lesson = Lesson(language)
        self.room = self.lesson.room
        self.words = words(language)

    def widgets(self, piece: str | None = None) -> Iterator[widgets.Widget]:
        """Everything of a piece, or of all of them, from top to bottom."""
        waiting = [getattr(self.lesson, each) for each in ([piece] if piece else PIECES)]
        while waiting:
            widget = waiting.pop(0)
            yield widget
            waiting = [*getattr(widget, "children", ()), *waiting]

    def find(self, key: str, **values: object) -> Any:
        """The one input or button with this text."""
        text = as_label(self.words(key, **values))
        found = [w for w in self.widgets() if getattr(w, "description", None) == text]
        assert len(found) == 1, (text, found)
        return found[0]

    def type(self, key: str, value: Any, **values: object) -> None:
        self.find(key, **values).value = value

    def press(self, key: str, **values: object) -> None:
        button = self.find(key, **values)
        assert not button.disabled
        button.click()

    def text(self, piece: str) -> str:
        """What can be read in a piece."""
        shown = (w.value for w in self.widgets(piece) if isinstance(w, HTML))
        return " ".join(plain(html) for html in shown if "<style>" not in html)

    def seats(self) -> dict[str, str]:
        """The seats of every list as the vote shows them."""
        rows = [w for w in self.widgets("vote") if "vf-stands" in classes(w)]
        numbers = (row.children[-1].value.rpartition('vf-number">')[2] for row in rows)
        return dict(zip(self.room.scenario.letters, map(plain, numbers), strict=True))
