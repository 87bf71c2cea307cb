"""The tool as one widget: the bar, the message of what went wrong, and a tab for each step."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.proportional.examples import EXAMPLES, published
from valgforbund.explorer.proportional.request import Request
from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.state import State
from valgforbund.explorer.proportional.vote import Board, Chairs, Presidium
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.stylesheet import stylesheet
from valgforbund.explorer.workbench.tab_row import TabRow
from valgforbund.proportional.meeting import Meeting
from valgforbund.wording import words
from valgforbund.wording.alert import alert
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES
from valgforbund.wording.proportional import forgotten


class ProportionalElections(widgets.Box):
    """The request, the presidium, a board and its chair; the same in JupyterLab and Voilà.

    Parameters
    ----------
    meeting : Meeting, optional
        What to open; without it, the published example.
    language : str
        ``"sv"``, ``"da"`` or ``"en"``.

    Examples
    --------
    >>> ProportionalElections().state.meeting.board.elected
    ('A', 'E', 'B', 'F', 'C')
    """

    def __init__(self, meeting: Meeting | None = None, language: str = "sv") -> None:
        self.state = state = State(meeting or published(), language)
        self.guard = guard = Guard(self._tell, self._show)
        self._brand = widgets.HTML()
        self._examples = widgets.Dropdown(options=[("", "")])
        self._undo, self._redo = widgets.Button(), widgets.Button()
        self._language = widgets.Dropdown(options=[("", language)])
        back = widgets.Box([self._undo, self._redo])
        other = widgets.Box([self._examples, self._language])
        bar = widgets.Box([self._brand, back, other])
        bar.add_class("vf-bar")
        self._alert = widgets.HTML()
        self._alert.add_class("vf-alert")
        self._tabs = TabRow((Request, Presidium, Board, Chairs), state, guard)
        below = widgets.Box([self._tabs.widget])
        below.add_class("vf-single")
        super().__init__(
            [stylesheet("workbench/style.css", "proportional/style.css"), bar, self._alert, below]
        )
        self.add_class("vf-explorer")
        self._examples.observe(guard(lambda change: self._open(change["new"])), "value")
        self._undo.on_click(guard(lambda _: state.undo()))
        self._redo.on_click(guard(lambda _: state.redo()))
        self._language.observe(guard(lambda change: self._speak(change["new"])), "value")
        state.observe(lambda _: self._show(), ["meeting", "language"])
        self._show()

    def _open(self, key: str) -> None:
        if key:
            self.state.open(EXAMPLES[key]())

    def _speak(self, language: str) -> None:
        self.state.language = language

    def _show(self) -> None:
        results = Results(self.state.meeting, words(self.state.language, COUNCIL_LANGUAGES))
        texts = results.words
        with self.guard.quiet():
            self._brand.value = element("h1", texts("prop.title"), class_="vf-brand")
            examples = [(texts("bar.examples"), ""), *((texts(key), key) for key in EXAMPLES)]
            choose(self._examples, examples, "")
            self._examples.description = texts("bar.examples")
            languages = [(texts(f"app.{each}"), each) for each in COUNCIL_LANGUAGES]
            choose(self._language, languages, self.state.language)
            self._language.description = texts("app.language")
            self._undo.description, self._redo.description = texts("bar.undo"), texts("bar.redo")
            self._undo.disabled = not self.state.history.has_past
            self._redo.disabled = not self.state.history.has_future
            self._tabs.show(results)

    def _tell(self, error: Exception | None) -> None:
        texts = words(self.state.language, COUNCIL_LANGUAGES)
        if error:
            self._alert.value = element("div", alert(texts, error), role="alert")
            return
        told = forgotten(texts, self.state.forgotten, self.state.second_dropped)
        lines = [element("p", each) for each in told]
        self._alert.value = (
            element("div", *lines, role="alert", class_="vf-forgotten") if told else ""
        )
