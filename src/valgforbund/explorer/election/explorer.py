"""The explorer: votes, alliances and seats of one election, changed by widgets."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.baselines import Reference
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.examples import lyngby
from valgforbund.explorer.count.meanings import Meanings
from valgforbund.explorer.count.results import Results, in_focus
from valgforbund.explorer.count.view import View
from valgforbund.explorer.election.bar import Bar
from valgforbund.explorer.election.board.board import Board
from valgforbund.explorer.election.filing import FILING
from valgforbund.explorer.election.kept import SHAPE
from valgforbund.explorer.election.panels.headline import Headline
from valgforbund.explorer.election.panels.lists import Lists
from valgforbund.explorer.election.panels.slider import Slider
from valgforbund.explorer.election.panels.tools import Tools
from valgforbund.explorer.election.panels.variants import Variants
from valgforbund.explorer.election.preview import Preview
from valgforbund.explorer.election.questions import Questions
from valgforbund.explorer.election.start import Start
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.held import Held
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.tool import Tool
from valgforbund.pictures.source import votes_from
from valgforbund.reports.notes.case import Case
from valgforbund.reports.taken import taken
from valgforbund.scenario import Scenario
from valgforbund.sharing import code, read_code
from valgforbund.sources.limits import MOST_FEED_ZIP
from valgforbund.wording import council, words

# the thread that sends to the browser gets its turn: numbers leave before pictures are drawn
LET_GO = 0.008  # seconds


class Explorer(Tool):
    """The workbench as one widget; the same in JupyterLab and Voilà.

    Parameters
    ----------
    scenario : Scenario, optional
        What to open; without it, a case that shows something.
    language : str
        ``"da"`` or ``"en"``.

    Attributes
    ----------
    scenario : Scenario
        What is shown: it can be set, which is one step back, and observed, which tells once for
        each action of the person, also undo.
    panels : mapping of str to Box
        The parts by name, each to be shown alone: ``explorer.panels["votes"]``.

    Examples
    --------
    >>> explorer = Explorer()
    >>> explorer.scenario.place
    'Lyngby-Taarbæk'
    >>> explorer.observe(lambda change: print(change["new"].seats), "scenario")
    >>> explorer.scenario = explorer.scenario.with_seats(19)
    19
    """

    state: State
    shape = SHAPE
    largest = MOST_FEED_ZIP
    paste = "files.paste_table"
    holds = "files.holds_scenario"
    filing = FILING
    if TYPE_CHECKING:  # it is set and read as what is held
        scenario: Scenario
    else:
        scenario = Held(
            lambda tool: tool.state.scenario,
            lambda tool, value: tool.state.put(_checked(value)),
        )

    def __init__(self, scenario: Scenario | None = None, language: str = "da") -> None:
        if scenario is not None:
            _checked(scenario)
        example = lyngby(words(language))
        asked = {**example.view, "asking": True} if scenario is None else {}
        super().__init__(State(scenario or example.scenario, View(language=language, **asked)))
        both = self.state, self.guard
        self._lists, self._slider, self._bar = Lists(*both), Slider(*both), Bar(*both)
        self._headline, tools = Headline(*both), Tools(*both, self.open_table)
        self._preview, meanings, remarks = Preview(*both), Meanings(), _Remarks()
        self._start = Start(
            *(*both, self._bar.open_empty, lambda data: self.files.take("", data)),
            *(self._lead, self._has),
        )
        board, variants, questions = Board(*both), Variants(*both), Questions(*both)
        entered: list[Any] = [self._lists, self._slider, remarks, tools]
        entry = widgets.Box([part.widget for part in entered], _dom_classes=("vf-card", "vf-input"))
        # what hands do on the left, and what comes of it on the right: both are in sight
        left = widgets.Box([board.widget, variants.widget, entry], _dom_classes=("vf-left-side",))
        answer: list[Any] = [self._headline, questions, meanings]
        right = widgets.Box([part.widget for part in answer], _dom_classes=("vf-right-side",))
        body = widgets.Box([left, right], _dom_classes=("vf-body",))
        # numbers first, pictures last
        numbers = (self._lists, _LetGo(), self._headline, board, self._slider, self._bar, remarks)
        named = {
            "headline": self._headline.widget,
            "board": board.widget,
            "lists": self._lists.widget,
            "slider": self._slider.widget,
            "tools": tools.widget,
        }
        self.put_together(
            self._bar,
            (*numbers, tools, meanings, variants, questions, self._preview, self._start),
            self._preview.widget,
            self._start.widget,
            body,
            named=named,
            beside=[meanings.widget],
        )
        if scenario is None:  # what the page has kept may be shown instead
            self.add_class("vf-asleep")
            self.memory.when_awake(lambda: self.remove_class("vf-asleep"))

    def open_table(self, name: str, data: bytes) -> None:
        """Show what a table, the official feed or a file of valg.dk holds, before it is used."""
        self._preview.offer(name, data)

    def _lead(self, kind: str) -> None:
        self.elsewhere.go(kind)

    def _has(self, kind: str) -> bool:
        return self.elsewhere.has(kind)

    def counted(self) -> Results:
        """One count; the alliance in focus is remembered with the members it has now."""
        state = self.state
        alliance = in_focus(state.scenario, state.seen, state.view.ours)
        if alliance is not None:
            state.saw(alliance.letters)
        return Results(state.scenario, state.original, state.view, alliance, state.previous)

    def carried(self) -> str:
        """What is shown."""
        return code.of(self.state.scenario)

    def take(self, code: str) -> None:
        """Show what was carried here; that is one step. Nobody who brings it is asked what."""
        self.scenario = read_code(code)
        self.state.look(asking=False)

    def called(self, results: Results) -> str:
        """The place."""
        return results.original.place or results.words("election.own")

    def file_called(self, results: Results) -> Sequence[str]:
        """The place, and the year."""
        year = "".join(each for each in results.scenario.election if each.isdigit())
        return results.scenario.place or results.words("election.own"), year

    def votes_from(self, results: Results) -> str:
        """Where they are from, and whether they are as they were."""
        return votes_from(results.words, results.scenario)

    def as_python(self) -> str:
        """The lines that make what is shown."""
        return self.state.scenario.as_python()

    def report(self, results: Results, kind: str) -> bytes:
        """The alliance in focus, the baseline that was chosen, and the variants."""
        texts, reference = results.words, results.reference
        pins = {pin.name: pin.scenario for pin in results.view.pins_of(results.scenario)}
        shown = Case(
            results.compared if results.is_compared else results.counted,
            results.baseline if results.alliance and reference is None else None,
            results.original if results.has_original else results.scenario,
            {name: pin for name, pin in pins.items() if pin != results.scenario},
            reference,
            results.view.ours,
            results.candidates,
            results.typed,
        )
        sheets: dict[str, object] = {texts("variants.shown"): results.counted, **pins}
        if reference == Reference("original"):
            sheets = {texts("baseline.original"): results.original, **sheets}
        if results.alliance:
            sheets = {texts("sheet.name_ledger"): results.membership, **sheets}
        return taken(kind, shown, sheets, texts.language, results.candidates, results.typed)

    def notes(self, results: Results) -> Sequence[Markup]:
        """What is assumed, so that these seats are not the official result."""
        official = bool(results.official)
        return _spaced(council.assumptions(results.words, results.scenario, official=official))

    def show(self, results: Results) -> None:
        """Show the first screen, or what it led to, in the size that was asked for."""
        super().show(results)
        for look, holds in (("vf-asking", results.view.asking), ("vf-large", results.view.large)):
            (self.add_class if holds else self.remove_class)(look)

    def restore(self, results: Results) -> None:
        """Inputs show what the scenario holds, whatever was typed."""
        self._lists.show(results)
        self._slider.show(results)
        self._bar.show(results)
        self._headline.show_menus(results)


def _checked(value: object) -> Scenario:
    if not isinstance(value, Scenario):
        raise ScenarioError("not_a_scenario", value=value)
    return value


class _LetGo:
    """A breath between the numbers and all that takes longer."""

    def show(self, _: Results) -> None:
        time.sleep(LET_GO)


class _Remarks:
    """What a real council could not have."""

    def __init__(self) -> None:
        self.widget = widgets.HTML()

    def show(self, results: Results) -> None:
        warnings = council.impossible(results.words, results.scenario)
        self.widget.value = element("p", *_spaced(warnings), class_="vf-warning")


def _spaced(sentences: list[Markup]) -> list[Markup]:
    return [Markup("{} ").format(sentence) for sentence in sentences]
