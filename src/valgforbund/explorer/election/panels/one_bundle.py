"""One bundle: which seats hang on a few ballots on the wrong list, or on one area's recount."""

from __future__ import annotations

from typing import NamedTuple

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.cells import number, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins.bundle import Bundle, alike, every_bundle
from valgforbund.night.facts import bundled
from valgforbund.night.recount import Recounted, recounted
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.sources.areas import NIGHTS
from valgforbund.wording.bundle import SIZES, bundle_line, recount_line
from valgforbund.wording.margins import seats_moved

FIRST = 12  # rows before the person asks for the rest
MOST_DIFFERENCES = 4  # lists of an area; the others are a few ballots


class Found(NamedTuple):
    """What the panel shows, once it is counted."""

    bundles: list[Bundle]
    recount: Recounted | None  # only of votes that were counted in areas


class OneBundle:
    """It does not say that anything is wrong: only what would change if it were."""

    title = "tab.bundle"

    def __init__(self, _state: State, guard: Guard) -> None:
        self._job = Job(guard)
        self._line, self._areas_line = widgets.HTML(), widgets.HTML()
        self._pairs, self._areas = Table(), Table()
        self.widget = widgets.Box(
            [self._line, self._pairs, self._areas_line, self._areas, self._job.widget]
        )
        self.widget.add_class("vf-close")
        self._key: Scenario | None = None

    def show(self, results: Results) -> None:
        """Count what changed, off the way of the slider, and show it."""
        scenario = results.scenario
        if scenario != self._key:
            self.widget.add_class("vf-stale")
        if self._key is None:
            self._line.value = element("p", results.words("bundle.counting"), class_="vf-quiet")

        def work(progress: Progress) -> Found:
            return Found(every_bundle(scenario, SIZES[-1], progress), _recount(scenario))

        def done(found: Found) -> None:
            self._key = scenario
            self.widget.remove_class("vf-stale")
            self._show(results, found)

        self._job.start(results, scenario, work, done)

    def _show(self, results: Results, found: Found) -> None:
        words, recount = results.words, found.recount
        self._line.value = element("p", bundle_line(words, found.bundles))
        self._pairs.show(words, _pairs(results, found.bundles))
        self._areas_line.value = element("p", recount_line(words, recount)) if recount else ""
        self._areas.show(words, _areas(results, recount) if recount and recount.areas else "")


def _recount(scenario: Scenario) -> Recounted | None:
    """What the final count moved, where these are the votes of a night that is known by area."""
    if scenario.election not in NIGHTS:
        return None
    votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
    for council in bundled(scenario.election):
        given = council.given
        if given.place == scenario.place:
            counted = dict(zip(given.letters, given.ballots, strict=True))
            return recounted(council, scenario) if counted == votes else None
    return None


def _pairs(results: Results, found: list[Bundle]) -> Markup:
    words = results.words
    if not found:
        return Markup("")
    rows = [
        (
            words(
                "bundle.pair",
                giver=cut(words.either(each.givers), 80),
                taker=cut(words.either(each.takers), 80),
            ),
            number(words, each.votes),
            seats_moved(words, each.changes, lot=each.lot),
        )
        for each in alike(found)
    ]
    head = [words(f"bundle.{key}") for key in ("between", "votes", "moves")]
    caption = words("bundle.caption", large=words.number(SIZES[-1]))
    note = element("p", words("bundle.note"), class_="vf-quiet")
    shown = table(head, rows, caption, first=FIRST)
    return element("div", shown, note, class_="vf-bundles")


def _areas(results: Results, found: Recounted) -> Markup:
    words = results.words
    rows = [
        (
            text(each.area or "", 40),
            number(words, each.preliminary),
            number(words, each.final),
            ", ".join(
                f"{letter} {words.signed(votes)}"
                for letter, votes in [*each.differences.items()][:MOST_DIFFERENCES]
            ),
            seats_moved(words, each.changes, lot=each.lot),
        )
        for each in found.areas
    ]
    head = [
        words(f"recount.{key}") for key in ("area", "preliminary", "final", "differences", "moves")
    ]
    return element("div", table(head, rows, words("recount.caption")), class_="vf-bundles")
