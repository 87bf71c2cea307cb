"""Fields for an election and a place: what is open, and the way to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.sources.places import place_typed, places, same_place

OWN = "own"


class Places:
    """A menu of elections and a field for a place.

    Parameters
    ----------
    guard : Guard
    elections : callable
        The elections that can be opened, the newest first.
    open_place : callable
        Opens an election and a place.
    open_own : callable
        Opens an election of the person's own.
    name_own : callable
        Says where an election of the person's own is, while one is open.
    keys : tuple of str
        Of the names of the menu and the field.
    keeps : bool
        Whether the field shows what was typed, though it is no place, until another one is open.
    """

    def __init__(
        self,
        guard: Guard,
        elections: Callable[[], tuple[str, ...]],
        open_place: Callable[[str, str], None],
        open_own: Callable[[], None] = lambda: None,
        name_own: Callable[[str], None] | None = None,
        keys: tuple[str, str] = ("bar.election", "bar.place"),
        keeps: bool = False,
    ) -> None:
        self._elections, self._open, self._open_own = elections, open_place, open_own
        self._name_own = name_own
        self._here, self._keeps = ("", ""), keeps
        self._unknown = ""  # what was typed, and is no place
        self._election = fields.Menu(guard, keys[0], self._open_election)
        self._place = fields.Search(guard, keys[1], self._open_place, "vf-place")
        self.fields = (self._election, self._place)

    def _open_election(self, election: str) -> None:
        """The same place in another election where it is there; else its first place."""
        if election == OWN:
            self._open_own()
        else:
            self._open(election, same_place(election, self._here[1]))

    def _open_place(self, text: str) -> None:
        self._unknown, typed = "", text.strip()
        if typed and self._name_own and self._here[0] not in self._elections():
            self._name_own(typed)
        elif typed:
            self._find(typed)
        else:
            self._place.hold("")

    def _find(self, typed: str) -> None:
        try:
            self._open(self._known, place_typed(self._known, typed))
        except ScenarioError:
            if self._keeps:
                self._unknown = typed
                self._place.hold(typed)
            raise

    def insist(self) -> None:
        """Raise the error again while what stands in the field is no place."""
        if self._unknown:
            self._find(self._unknown)

    @property
    def _known(self) -> str:
        """The election whose places are offered."""
        election = self._here[0]
        return election if election in self._elections() else self._elections()[0]

    def show(self, results: Any) -> None:
        """Show the election and the place that the original of these results is of."""
        texts, original = results.words, results.original
        here = original.election, original.place
        if here != self._here or not self._keeps:
            self._unknown = ""
        self._here = here
        real = original.election in self._elections()
        own = [] if real else [(texts("election.own"), OWN)]
        names = [(texts(f"election.{each}"), each) for each in self._elections()]
        self._election.show(texts, names + own, original.election if real else OWN)
        # empty, the field offers every place in its menu; the place itself shows through
        self._place.show(texts, self._unknown)
        self._place.placeholder = original.place or texts("bar.place_hint")
        self._place.options = places(self._known)
