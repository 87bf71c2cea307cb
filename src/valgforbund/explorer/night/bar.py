"""The bar: which night, and whose we are, beside what every bar has."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.state import State
from valgforbund.explorer.workbench import bar, fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element


class Bar(bar.Bar):
    """The line at the top."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._night = widgets.HTML()
        self._night.add_class("vf-night-which")
        self._party = fields.Menu(guard, "night.we_are", state.support, "vf-ours")
        self._screen = fields.Button(
            guard, "bar.large", self._enlarge, "vf-sign", "vf-screen", tip="bar.large"
        )
        super().__init__(state, guard, "night.title", (self._night, self._party, self._screen))

    def _enlarge(self) -> None:
        self._state.look(large=not self._state.view.large)

    def show(self, results: Results) -> None:
        """Show whose night it is."""
        super().show(results)
        words, feed = results.words, results.feed
        key = f"election.{feed.election}"
        named = words(key) if key in words else feed.election
        kind = words("night.live" if results.view.followed else "night.replay")
        self._night.value = element("span", element("strong", named), " · ", kind)
        # ours may stand nowhere
        parties = dict.fromkeys((*feed.parties, results.party))
        options = [(words("night.we", party=each.short), each.key) for each in parties]
        self._party.show(words, options, results.party.key)
        self._screen.show(words, "bar.usual" if results.view.large else "bar.large")
        self._screen.tooltip = self._screen.description
