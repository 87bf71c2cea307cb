"""The first screen: where, who, and what an alliance is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import ipywidgets as widgets

from valgforbund.explorer.count.examples import Example, lejre, lyngby, seven
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.ours import choices
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.places import Places
from valgforbund.sources.places import elections
from valgforbund.sources.source import load
from valgforbund.wording import Words, words

EXAMPLES: dict[str, Callable[[Words], Example]] = {
    "start.lejre": lejre,
    "start.seven": seven,
    "start.lyngby": lyngby,
}
NIGHT = "night"  # the kind of tool that is an example, too


class Start:
    """Asks two things; any answer, also none, leads on.

    Parameters
    ----------
    state : State
    guard : Guard
    open_empty : callable
        Opens an election of the person's own.
    offer : callable
        Gets what was pasted: a table is shown before it is used, a code is opened.
    lead : callable
        Goes to a kind of tool.
    has : callable
        Whether there is a kind of tool here.
    """

    def __init__(
        self,
        state: State,
        guard: Guard,
        open_empty: Callable[[], None],
        offer: Callable[[bytes], None],
        lead: Callable[[str], None],
        has: Callable[[str], bool],
    ) -> None:
        self._state, self._has = state, has
        self._says, self._or = widgets.HTML(), widgets.HTML()
        self._places = Places(
            guard,
            elections,
            lambda election, place: state.open(load(election, place), asking=True),
            keys=("start.election", "start.where"),
            keeps=True,
        )
        self._ours = fields.Menu(guard, "start.who", lambda letter: state.look(ours=letter))
        self._show = fields.Button(guard, "start.show", self._go_on, "vf-go")

        self._pasted = fields.Area("start.pasted", rows=6)
        self._read = fields.Button(
            guard, "start.read", lambda: offer(self._pasted.value.encode(errors="replace"))
        )
        self._how = widgets.HTML()
        self._paste = fields.row(self._how, self._pasted, self._read, kind="vf-ask-paste")
        self._paste.layout.display = "none"
        others = (
            ("start.look", self._look_only),
            ("start.empty", open_empty),
            ("start.paste", self._unfold),
        )
        self._others = [fields.Button(guard, key, act) for key, act in others]
        self._examples = [
            fields.Button(guard, key, partial(self._open, example), "vf-example")
            for key, example in EXAMPLES.items()
        ]
        self._night = fields.Button(guard, "start.night", partial(lead, NIGHT), "vf-example")
        election, place = self._places.fields
        ask = fields.row(place, election, self._ours, self._show, kind="vf-ask")
        rest = fields.row(*self._others, kind="vf-ask-rest")
        shown = fields.row(*self._examples, self._night, kind="vf-examples")
        self.widget = widgets.Box([self._says, ask, rest, self._paste, self._or, shown])
        self.widget.add_class("vf-start")

    def _go_on(self) -> None:
        """To the bench; a place that nobody knows is said, and asked for again."""
        self._places.insist()
        self._state.look(asking=False)

    def _unfold(self) -> None:
        """A place for what is pasted, ready to take it."""
        if not self._state.view.asking:
            return
        self._paste.layout.display = ""
        self._pasted.focus()

    def _look_only(self) -> None:
        self._state.look(ours="", asking=False)

    def _open(self, example: Callable[[Words], Example]) -> None:
        shown = example(words(self._state.view.language))
        self._state.open(shown.original, shown.scenario, **shown.view)

    def show(self, results: Results) -> None:
        """Show what can be answered."""
        texts = results.words
        self._says.value = element(
            "div", element("h2", texts("start.title")), element("p", texts("start.what"))
        )
        self._places.show(results)
        self._ours.show(texts, *choices(results, "start.look"))
        for field in (self._show, *self._others, *self._examples, self._pasted, self._read):
            field.show(texts)
        how = element("b", texts("start.pasted")), element("span", texts("start.pasted_hint"))
        self._how.value = element("p", how[0], " ", how[1])
        is_there = self._has(NIGHT)
        self._night.show(texts, seen=is_there)
        self._examples[-1].show(texts, seen=not is_there)  # there are three
        if not results.view.asking:
            self._paste.layout.display = "none"
            self._pasted.clear()
        self._or.value = element("p", texts("start.examples"), class_="vf-quiet")
