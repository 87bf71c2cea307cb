"""The tool as a council meets it, without a browser."""

from __future__ import annotations

import re

from explorer.page import Tool
from explorer.part import Part
from valgforbund.explorer.proportional import Proportional
from valgforbund.explorer.proportional.request import Request
from valgforbund.explorer.proportional.vote import Board, Chairs, Presidium
from valgforbund.proportional.meeting import Meeting
from valgforbund.wording import words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES, own_name


class MeetingPage(Tool):
    """One tool and what a person can do with it.

    Parameters
    ----------
    meeting : Meeting, optional
        What to open.
    language : str
    """

    def __init__(self, meeting: Meeting | None = None, language: str = "sv") -> None:
        self.tool = Proportional(meeting, language)
        self.state = self.tool.state
        super().__init__(self.tool, lambda: words(self.state.view.language, COUNCIL_LANGUAGES))

    @property
    def meeting(self) -> Meeting:
        return self.state.meeting

    @property
    def request(self) -> Part:
        return self.open(Request)

    @property
    def presidium(self) -> Part:
        return self.open(Presidium)

    @property
    def board(self) -> Part:
        return self.open(Board)

    @property
    def chairs(self) -> Part:
        return self.open(Chairs)

    def people(self, slate: str, names: str) -> None:
        """Type the candidates of one of the board's lists."""
        self.board.type("prop.candidates_of", names, slate=slate)

    def speak(self, language: str) -> None:
        self.choose("app.language", own_name(language))

    def example(self, key: str) -> None:
        self.choose("bar.examples", self.words(key))


def read(html: str) -> str:
    """What is read of HTML, a blank between the cells of its tables."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def said(part: Part) -> str:
    return read(part.answer)
