"""The tool as one widget: the bar, the message of what went wrong, and a tab for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.errors import ScenarioError
from valgforbund.explorer.proportional.examples import EXAMPLES, published
from valgforbund.explorer.proportional.kept import FILING, SHAPE
from valgforbund.explorer.proportional.request import Request
from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.state import State, View
from valgforbund.explorer.proportional.vote import Board, Chairs, Presidium
from valgforbund.explorer.workbench.bar import Bar
from valgforbund.explorer.workbench.held import Held
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.tab_row import TabRow
from valgforbund.explorer.workbench.tool import Tool
from valgforbund.proportional.meeting import Meeting
from valgforbund.reports.taken import taken
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES
from valgforbund.wording.proportional import forgotten


class Proportional(Tool):
    """The request, the presidium, a board and its chair; the same in JupyterLab and Voilà.

    Parameters
    ----------
    meeting : Meeting, optional
        What to open; without it, the published example.
    language : str
        ``"sv"``, ``"da"`` or ``"en"``.

    Attributes
    ----------
    meeting : Meeting
        What is shown, to be set and observed.
    panels : mapping of str to Box
        The parts by name, each to be shown alone.

    Examples
    --------
    >>> Proportional().meeting.board.elected
    ('A', 'E', 'B', 'F', 'C')
    """

    state: State
    shape = SHAPE
    filing = FILING
    if TYPE_CHECKING:  # it is set and read as what is held
        meeting: Meeting
    else:
        meeting = Held(
            lambda tool: tool.state.meeting,
            lambda tool, value: tool.state.change(_checked(value)),
        )
    looks = ("proportional/style.css",)
    languages = COUNCIL_LANGUAGES

    def __init__(self, meeting: Meeting | None = None, language: str = "sv") -> None:
        opened = published() if meeting is None else _checked(meeting)
        super().__init__(State(opened, View(language)))
        state, guard = self.state, self.guard
        bar = Bar(
            state,
            guard,
            "prop.title",
            examples=EXAMPLES,
            open_example=lambda key: state.open(EXAMPLES[key]()),
            languages=self.languages,
        )
        tabs = TabRow((Request, Presidium, Board, Chairs), state, guard)
        below = widgets.Box([tabs.widget])
        below.add_class("vf-single")
        self.put_together(bar, (bar, tabs), below)

    def counted(self) -> Results:
        """The meeting in the language that is shown."""
        return Results(self.state.meeting, self.words)

    def called(self, results: Results) -> str:
        """The tool's name: a meeting has none."""
        return results.words("prop.title")

    def report(self, results: Results, kind: str) -> bytes:
        """The protocol of the meeting."""
        return taken(kind, results.meeting, results.meeting, results.words.language)

    def said(self) -> Markup | str:
        """What the last change did away with."""
        view = self.state.view
        lines = forgotten(self.words, view.forgotten, view.second_dropped)
        if not lines:
            return super().said()
        told = (element("p", each) for each in lines)
        return element("div", *told, role="alert", class_="vf-forgotten")


def _checked(value: object) -> Meeting:
    if not isinstance(value, Meeting):
        raise ScenarioError("not_a_meeting", value=value)
    return value
