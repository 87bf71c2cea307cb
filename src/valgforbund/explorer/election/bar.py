"""The bar: election, place, council size and our list, beside what every bar has."""

from __future__ import annotations

from valgforbund import parsing
from valgforbund.explorer.count.examples import EXAMPLES
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.ours import choices
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import bar, fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut
from valgforbund.explorer.workbench.places import Places
from valgforbund.sources.known import spelled_place
from valgforbund.sources.places import elections
from valgforbund.sources.source import load
from valgforbund.wording import words

LONGEST = 60  # characters of a place's name


class Bar(bar.Bar):
    """The line at the top."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._places = Places(
            guard,
            elections,
            lambda election, place: state.open(load(election, place)),
            self.open_empty,
            self._name,
        )
        self._seats = fields.Whole(
            guard, "bar.seats", self._resize, "vf-size", least=1, most=parsing.MOST_SEATS
        )
        self._ours = fields.Menu(
            guard, "view.ours", lambda letter: state.look(ours=letter), "vf-ours"
        )
        self._screen = fields.Button(
            guard, "bar.large", self._enlarge, "vf-sign", "vf-screen", tip="bar.large"
        )
        where = (*self._places.fields, self._seats, self._ours, self._screen)
        self._explored = state
        super().__init__(state, guard, "app.title", where, EXAMPLES, self._open_kept)

    def _name(self, place: str) -> None:
        """Where an election of the person's own is; the real one there is in the menu."""
        self._explored.name(spelled_place(place) or cut(place, LONGEST))

    def open_empty(self) -> None:
        """Open an election of the person's own."""
        self._open_kept("bar.empty")

    def _open_kept(self, key: str) -> None:
        example = EXAMPLES[key](words(self._state.view.language))
        self._state.open(example.original, example.scenario, **example.view)

    def _resize(self, seats: int) -> None:
        self._explored.change(self._explored.scenario.with_seats(seats))

    def _enlarge(self) -> None:
        self._state.look(large=not self._state.view.large)

    def show(self, results: Results) -> None:
        """Show where we are, and which ways lead back."""
        super().show(results)
        self._places.show(results)
        self._seats.show(results.words, str(results.scenario.seats))
        self._ours.show(results.words, *choices(results, "view.no_list"))
        self._screen.show(results.words, "bar.usual" if results.view.large else "bar.large")
        self._screen.tooltip = self._screen.description
