"""The headline: our list, the alliance in focus, the baseline, and what it comes to."""

from __future__ import annotations

import secrets

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.baselines import Baseline, Reference, choices
from valgforbund.counting import Count, count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import SIGN, cut, element
from valgforbund.wording import headline, us
from valgforbund.wording.baseline import label as baseline_label


class Headline:
    """What the alliance saves, for whom and at whose cost, against a baseline that is named."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._focus = fields.Menu(
            guard, "view.focus", lambda letters: state.look(focus=frozenset(letters))
        )
        self._baseline = fields.Menu(guard, "view.baseline", self._compare)
        self._first, self._more = widgets.HTML(), widgets.HTML()
        for text in (self._first, self._more):
            text.add_class("vf-headline")
        self._draw = fields.Button(guard, "lot.draw", self._draw_lots, "vf-draw")
        self._draw_too = fields.Button(guard, "lot.draw_elsewhere", self._draw_elsewhere, "vf-draw")
        self._elsewhere: list[Count] = []  # worlds of the comparison whose lots wait
        menus = widgets.Box([self._focus, self._baseline])
        menus.add_class("vf-menus")
        self._standing = widgets.HTML()
        says = widgets.Box([self._first, self._standing])
        more = widgets.Box([self._more, self._draw, self._draw_too, menus])
        for box, name in ((says, "vf-says"), (more, "vf-says-more")):
            box.add_class("vf-card")
            box.add_class(name)
        self.widget = widgets.Box([says, more])
        self.widget.add_class("vf-verdict")

    def _compare(self, other: Baseline | Reference) -> None:
        if isinstance(other, Reference):
            self._state.look(reference=other, baseline=Baseline("dissolved"))
        else:
            self._state.look(baseline=other, reference=None)

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
        self._first.value = element("div", element("p", first, class_="vf-first"), role="status")
        self._standing.value = _standing(results)
        self._more.value = element("div", *(element("p", each) for each in more), role="status")
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
        within = choices(scenario, alliance) if alliance else [Baseline("dissolved")]
        others: list[Baseline | Reference] = [*within, *results.references]
        named = [(baseline_label(words, each), each) for each in others]
        self._baseline.show(words, named, results.other)


def sentences(results: Results) -> list[Markup]:
    """What our list has, what the alliance in focus moves, and the lots that wait."""
    words, counted, scenario = results.words, results.counted, results.scenario
    if not any(scenario.ballots):
        return [words.html("headline.empty")]
    if len(scenario.letters) == 1:
        return [words.html("headline.one_list")]
    ours = [_ours(results)] if results.view.ours in scenario.letters else []
    lots = headline.lots_due(words, counted) + headline.lots_elsewhere(words, results.elsewhere)
    beside = [*_beside(results), *_last(results)]
    if results.alliance is None:
        return [*ours, *beside, words.html("headline.no_alliance"), *lots]
    alliance = headline.headline(words, results.membership, results.baseline)
    if ours and results.baseline.letter:  # ours has said what the alliance as a whole is worth
        member = headline.ours(words, results.membership, results.baseline, results.view.ours)
        alliance = Markup("{} {}").format(alliance, member)
    inner = headline.stays(words, results.alliance, results.baseline)
    return [*ours, *beside, alliance, *inner, *lots]


def _last(results: Results) -> list[Markup]:
    """Whose seats the person's last step moved."""
    step, other = results.last_step, results.reference
    is_told = other == Reference("original") and results.previous == results.original
    return [] if step is None or is_told else headline.last_step(results.words, step)


def _standing(results: Results) -> Markup:
    """Who has seats, in little: on a telephone the table of lists is soon out of sight."""
    shown = []
    for letter in results.scenario.letters:
        seats, party = results.seats(letter), results.parties[letter]
        ours = letter == results.view.ours
        if seats.high or ours:
            style = f"background:{party.colour};color:{party.ink}"
            sign = element("i", results.signs[letter] or cut(letter, SIGN), style=style)
            looks = "vf-standing-ours" * ours
            shown.append(element("span", sign, results.words.span(seats), class_=looks))
    return element("div", *shown, class_="vf-standing", aria_hidden="true")


def _beside(results: Results) -> list[Markup]:
    """What is another than in what the person holds it against, and what of that is for ours."""
    words, compared, other = results.words, results.compared, results.reference
    if other is None:
        return []
    said = headline.against(words, compared, other)
    if results.view.ours in results.scenario.letters:
        ours = headline.ours(words, compared, other, results.view.ours)
        said = Markup("{} {}").format(said, ours)
    return [said]


def _ours(results: Results) -> Markup:
    """Our list's seats, and how close they were."""
    words, letter = results.words, results.view.ours
    now = results.counted.spans[letter]
    before = results.before.get(letter, now)
    first = us.headline(words, letter, now, before, results.membership, results.baseline)
    return Markup("{} {}").format(first, us.close(words, results.close))
