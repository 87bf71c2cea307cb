"""The tool: a council constitutes itself, with majorities, committees, posts and mayor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from valgforbund.council import Council
from valgforbund.council.proposal import Proposal
from valgforbund.explorer.constitution.bar import Bar
from valgforbund.explorer.constitution.benches import Benches
from valgforbund.explorer.constitution.examples import herlev
from valgforbund.explorer.constitution.panels.agreement import AgreementPanel
from valgforbund.explorer.constitution.panels.blocs import Blocs
from valgforbund.explorer.constitution.panels.committees import CommitteesPanel
from valgforbund.explorer.constitution.panels.mayor import MayorPanel
from valgforbund.explorer.constitution.panels.posts import PostsPanel
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State, View
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.stylesheet import stylesheet
from valgforbund.explorer.workbench.tab_row import Panel, TabRow
from valgforbund.scenario import Scenario
from valgforbund.sources.councils import counted_council, typed_council
from valgforbund.wording import constitution as wording
from valgforbund.wording import words
from valgforbund.wording.alert import alert

PANELS: tuple[type[Panel], ...] = (
    Blocs,
    CommitteesPanel,
    AgreementPanel,
    PostsPanel,
    MayorPanel,
)


class Constitution(widgets.Box):
    """Konstituering as one widget; the same in JupyterLab and Voilà.

    Parameters
    ----------
    council : Scenario, Council, or seats by letter, optional
        What to open; a scenario is counted, and may have no open lots. Without it: Herlev 2021.
    language : str
        ``"da"`` or ``"en"``.

    Examples
    --------
    >>> tool = Constitution({"A": 14, "C": 5})
    >>> tool.proposal.council.size
    19
    """

    def __init__(
        self,
        council: Scenario | Council | Mapping[str, int] | None = None,
        language: str = "da",
    ) -> None:
        self.state = State(_opened(council, language), View(language))
        self.guard = Guard(self._tell, self._restore)
        self._bar = Bar(self.state, self.guard)
        self._alert, self._banner, self._says = (widgets.HTML() for _ in range(3))
        self._benches = Benches(self.state, self.guard)
        self._tabs = TabRow(PANELS, self.state, self.guard)
        style = stylesheet("workbench/style.css", "constitution/style.css")
        left = widgets.Box([self._benches.widget, self._says])
        right = widgets.Box([self._tabs.widget])
        body = widgets.Box([left, right])
        for part, name in (
            (left, "vf-card"),
            (body, "vf-constitution-body"),
            (self._alert, "vf-alert"),
            (self._banner, "vf-banner"),
            (self._says, "vf-readings"),
        ):
            part.add_class(name)
        super().__init__([style, self._bar.widget, self._alert, self._banner, body])
        self.add_class("vf-explorer")
        self.add_class("vf-constitution")
        self._show()
        self.state.observe(self._changed, ["original", "proposal", "view"])

    @property
    def proposal(self) -> Proposal:
        """What is shown."""
        return self.state.proposal

    def _changed(self, _: Any) -> None:
        """Show what changed; what cannot be shown is taken back."""
        shown = self._results
        held = self.state.proposal, self.state.original, self.state.view
        if (shown.proposal, shown.original, shown.view) == held:
            return
        try:
            self._show()
        except Exception:
            self.state.take_back()
            self._show()
            raise  # to the guard, which tells it
        self.state.settle()

    def _show(self) -> None:
        state = self.state
        self._results = results = Results(state.proposal, state.original, state.view)
        with self.guard.quiet():
            self._benches.show(results)
            self._bar.show(results)
            notes = wording.notes(results.words, results.proposal)
            self._banner.value = element("p", *notes, role="note")
            readings = wording.readings(results.words)
            self._says.value = element(
                "details",
                element("summary", results.words("constitution.readings")),
                *(element("p", each) for each in readings),
            )
            self._tabs.show(results)

    def _restore(self) -> None:
        """Inputs show what is held, whatever was typed."""
        with self.guard.quiet():
            self._benches.show(self._results)
            self._bar.show(self._results)
            self._tabs.show(self._results)

    def _tell(self, error: Exception | None) -> None:
        text = alert(words(self.state.view.language), error) if error else ""
        self._alert.value = element("div", text, role="alert") if text else ""


def _opened(council: object, language: str) -> Proposal:
    texts = words(language)
    committees = wording.committee_names(texts)
    if council is None:
        return herlev(texts)
    if isinstance(council, Scenario):
        return counted_council(committees, council)
    typed = council if isinstance(council, Council) else Council(council)  # type: ignore[arg-type]  # it checks them
    seats = dict(zip(typed.letters, typed.benches, strict=True))
    return typed_council(committees, seats).with_groups(typed.groups)
