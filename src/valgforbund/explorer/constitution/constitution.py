"""The tool: a council constitutes itself, with majorities, committees, posts and mayor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.council import Council
from valgforbund.council.proposal import Proposal
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.bar import Bar
from valgforbund.explorer.constitution.examples import herlev
from valgforbund.explorer.constitution.kept import FILING, SHAPE
from valgforbund.explorer.constitution.lists import Lists
from valgforbund.explorer.constitution.panels.agreement import AgreementPanel
from valgforbund.explorer.constitution.panels.blocs import Blocs
from valgforbund.explorer.constitution.panels.committees import CommitteesPanel
from valgforbund.explorer.constitution.panels.mayor import MayorPanel
from valgforbund.explorer.constitution.panels.posts import PostsPanel
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State, View
from valgforbund.explorer.constitution.typed import council_of
from valgforbund.explorer.workbench.held import Held
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.tab_row import Panel, TabRow
from valgforbund.explorer.workbench.tool import Tool
from valgforbund.reports.taken import taken
from valgforbund.scenario import Scenario
from valgforbund.sharing import read_code
from valgforbund.sources.councils import counted_council, typed_council
from valgforbund.sources.opened import lines_of
from valgforbund.sources.reading import TABLE, Reading
from valgforbund.wording import constitution as wording
from valgforbund.wording import words
from valgforbund.wording.reading import told

PANELS: tuple[type[Panel], ...] = (
    Blocs,
    CommitteesPanel,
    AgreementPanel,
    PostsPanel,
    MayorPanel,
)


class Constitution(Tool):
    """Konstituering as one widget; the same in JupyterLab and Voilà.

    Parameters
    ----------
    council : Scenario, Council, or seats by letter, optional
        What to open; a scenario is counted, and may have no open lots. Without it: Herlev 2021.
    language : str
        ``"da"`` or ``"en"``.

    Attributes
    ----------
    proposal : Proposal
        What is shown, to be set and observed.
    council : Council
        Its council; set to what a tool can be opened with.
    panels : mapping of str to Box
        The parts by name, each to be shown alone.

    Examples
    --------
    >>> tool = Constitution({"A": 14, "C": 5})
    >>> tool.proposal.council.size
    19
    >>> tool.council = {"A": 13, "C": 6}
    >>> tool.seats.to_dict()
    {'A': 13, 'C': 6}
    """

    state: State
    shape = SHAPE
    filing = FILING
    paste = "files.paste_table"
    if TYPE_CHECKING:  # they are set and read as what is held
        proposal: Proposal
        council: Any
    else:
        proposal = Held(
            lambda tool: tool.state.proposal,
            lambda tool, value: tool.state.change(_checked(value)),
        )
        council = Held(
            lambda tool: tool.state.proposal.council,
            lambda tool, value: tool.put(value),
        )
    looks = ("constitution/style.css",)

    def __init__(
        self,
        council: Scenario | Council | Mapping[str, int] | None = None,
        language: str = "da",
    ) -> None:
        super().__init__(State(_opened(council, language), View(language)))
        both = self.state, self.guard
        bar, lists, readings = Bar(*both), Lists(*both), _Readings()
        tabs = TabRow(PANELS, *both)
        left = widgets.Box([lists.widget, readings.widget])
        right = widgets.Box([tabs.widget])
        body = widgets.Box([left, right])
        left.add_class("vf-card")
        body.add_class("vf-constitution-body")
        self.add_class("vf-constitution")
        named = {"lists": lists.widget}
        self.put_together(bar, (lists, bar, readings, tabs), body, named=named)

    @property
    def seats(self) -> pd.Series:
        """Seats by letter."""
        return self.state.proposal.council.seats

    def put(self, council: Scenario | Council | Mapping[str, int]) -> None:
        """Other seats and groups of the same lists, as a person changes them; else another council.

        Parameters
        ----------
        council : Scenario, Council, or seats by letter
        """
        proposal = self.state.proposal
        if isinstance(council, Scenario):
            opened = _opened(council, self.state.view.language)
            if opened != proposal:
                self.state.open(opened)
            return
        new = _council(council)
        if {*new.letters} != {*proposal.council.letters}:
            self.state.open(_opened(new, self.state.view.language))
        elif new != proposal.council:
            changed = proposal.with_seats(dict(zip(new.letters, new.benches, strict=True)))
            groups = isinstance(council, Council) and new.groups != changed.council.groups
            self.state.change(changed.with_groups(new.groups) if groups else changed)

    def take(self, code: str) -> None:
        """The seats that are counted of it; that is one step."""
        self.put(read_code(code))

    def open_table(self, name: str, data: bytes) -> None:
        """The council of a table of lists and seats; that is one step."""
        lines, remarks = lines_of(name, data)
        made, said = council_of(self.words, lines)
        self.state.open(made)
        known = Reading(TABLE, (), tuple(remarks))
        self.guard.said = " ".join([said, *told(self.words, known)])

    def counted(self) -> Results:
        """What follows from the proposal."""
        return Results(self.state.proposal, self.state.original, self.state.view)

    def called(self, results: Results) -> str:
        """The place, or the tool's name."""
        return results.original.place or results.words("constitution.title")

    def file_called(self, results: Results) -> Sequence[str]:
        """The tool, the place and the year."""
        year = "".join(each for each in results.proposal.election if each.isdigit())
        return results.words("constitution.title"), results.proposal.place, year

    def report(self, results: Results, kind: str) -> bytes:
        """The proposal."""
        return taken(kind, results.proposal, results.proposal, results.words.language)

    def notes(self, results: Results) -> Sequence[Markup]:
        """Where the seats are from, and what is assumed."""
        return wording.notes(results.words, results.proposal)


class _Readings:
    """How we read the law, folded away."""

    def __init__(self) -> None:
        self.widget = widgets.HTML()
        self.widget.add_class("vf-readings")

    def show(self, results: Results) -> None:
        self.widget.value = element(
            "details",
            element("summary", results.words("constitution.readings")),
            *(element("p", each) for each in wording.readings(results.words)),
        )


def _checked(value: object) -> Proposal:
    if not isinstance(value, Proposal):
        raise ScenarioError("not_a_proposal", value=value)
    return value


def _council(given: object) -> Council:
    return given if isinstance(given, Council) else Council(given)  # type: ignore[arg-type]  # it checks them


def _opened(council: object, language: str) -> Proposal:
    texts = words(language)
    committees = wording.committee_names(texts)
    if council is None:
        return herlev(texts)
    if isinstance(council, Scenario):
        return counted_council(committees, council)
    typed = _council(council)
    seats = dict(zip(typed.letters, typed.benches, strict=True))
    return typed_council(committees, seats).with_groups(typed.groups)
