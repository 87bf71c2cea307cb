"""The headline: the alliance in focus, the baseline, and what it comes to in sentences."""

from __future__ import annotations

import secrets

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.baselines import Baseline, choices
from valgforbund.counting import Count, count
from valgforbund.explorer.count.meanings import measure
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.wording import council, headline, stemmespild
from valgforbund.wording.baseline import label as baseline_label

NOBODY = ""


class Headline:
    """What the alliance saves, for whom and at whose cost, against a baseline that is named."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._focus = fields.Menu(
            guard, "view.focus", lambda letters: state.look(focus=frozenset(letters))
        )
        self._baseline = fields.Menu(
            guard, "view.baseline", lambda other: state.look(baseline=other)
        )
        self._ours = fields.Menu(guard, "view.ours", lambda letter: state.look(ours=letter))
        self._text = widgets.HTML()
        self._text.add_class("vf-headline")
        self._draw = fields.Button(guard, "lot.draw", self._draw_lots, "vf-draw")
        self._draw_too = fields.Button(guard, "lot.draw_elsewhere", self._draw_elsewhere, "vf-draw")
        self._elsewhere: list[Count] = []  # worlds of the comparison whose lots wait
        menus = widgets.Box([self._focus, self._baseline, self._ours])
        menus.add_class("vf-menus")
        self.widget = widgets.Box([menus, self._text, self._draw, self._draw_too])
        self.widget.add_class("vf-card")
        self.widget.add_class("vf-says")

    def _draw_lots(self) -> None:
        drawn = count(self._state.scenario).draw(secrets.randbits(32))
        self._state.change(drawn.scenario)

    def _draw_elsewhere(self) -> None:
        self._state.draw_elsewhere(
            world.draw(secrets.randbits(32)).scenario for world in self._elsewhere
        )

    def show(self, results: Results) -> None:
        """Show the sentences of one count."""
        self.show_menus(results)
        words = results.words
        first, *more = sentences(results)
        self._text.value = element(
            "div",
            element("p", first, class_="vf-first"),
            *(element("p", each) for each in more),
            role="status",
        )
        self._draw.show(words, seen=bool(results.counted.lots))
        self._elsewhere = [world for world in results.elsewhere.values() if world.lots]
        waits = self._elsewhere and not results.counted.lots
        self._draw_too.show(words, seen=bool(waits))

    def show_menus(self, results: Results) -> None:
        """Show what can be chosen and what was."""
        words, scenario, alliance = results.words, results.scenario, results.alliance
        names = [(cut(each.structure, 40), each.letters) for each in scenario.alliances]
        nothing = [(words("view.no_alliance"), ())]
        self._focus.show(words, names or nothing, alliance.letters if alliance else ())
        options = choices(scenario, alliance) if alliance else [Baseline("dissolved")]
        named = [(baseline_label(words, each), each) for each in options]
        self._baseline.show(words, named, results.baseline)
        ours = results.view.ours if results.view.ours in scenario.letters else NOBODY
        lists = [
            (f"{cut(letter)} {cut(name)}", letter)
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        self._ours.show(words, [(words("view.no_list"), NOBODY), *lists], ours)


def sentences(results: Results) -> list[Markup]:
    """The headline and the lines below it."""
    words, counted, compared = results.words, results.counted, results.compared
    lots = headline.lots_due(words, counted) + headline.lots_elsewhere(words, results.elsewhere)
    below = [
        *council.short_lists(words, counted),
        *council.vacant(words, counted),
        *([council.majority(words, counted)] if council.decides(results.scenario) else []),
    ]
    if not any(results.scenario.ballots):
        return [words.html("headline.empty")]
    if len(results.scenario.letters) == 1:
        return [words.html("headline.one_list"), *below]
    if results.alliance is None or results.against_none is None:
        return [words.html("headline.no_alliance"), *lots, *below]
    first = headline.headline(words, compared, results.baseline)
    if results.view.ours in results.scenario.letters:
        ours = headline.ours(words, compared, results.baseline, results.view.ours)
        first = Markup("{} {}").format(first, ours)
    kind = results.view.measure
    against_none = results.baseline.kind == "none"
    return [
        first,
        # against none at all the first line has said it
        *([] if against_none else [headline.everything(words, results.against_none)]),
        stemmespild.votes_line(words, compared, results.baseline, kind, measure(words, kind)),
        *lots,
        *stemmespild.carried_lines(words, results.by_list),
        *below,
    ]
