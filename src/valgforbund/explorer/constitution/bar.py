"""The bar: whose council, beside what every bar has."""

from __future__ import annotations

from valgforbund.explorer.constitution.examples import EXAMPLES
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import bar
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.places import Places
from valgforbund.sources.councils import bundled_council
from valgforbund.sources.places import municipal
from valgforbund.wording import words
from valgforbund.wording.constitution import committee_names


class Bar(bar.Bar):
    """The line at the top."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._places = Places(guard, municipal, self._open)
        super().__init__(
            state,
            guard,
            "constitution.title",
            self._places.fields,
            EXAMPLES,
            lambda key: state.open(EXAMPLES[key](words(state.view.language))),
        )

    def _open(self, election: str, place: str) -> None:
        names = committee_names(words(self._state.view.language))
        self._state.open(bundled_council(names, election, place))

    def show(self, results: Results) -> None:
        """Show where we are, and which ways lead back."""
        super().show(results)
        self._places.show(results)
