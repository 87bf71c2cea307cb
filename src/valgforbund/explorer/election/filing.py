"""How the explorer's scenario, its variants and how it is looked at become a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from valgforbund import parsing
from valgforbund.baselines import Baseline
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.view import Pin, View
from valgforbund.explorer.election.panels.variants import MOST, told_apart
from valgforbund.explorer.workbench.filing import Around, Filing
from valgforbund.parsing.evening import of_night
from valgforbund.people.bundled import bundled
from valgforbund.scenario import Scenario
from valgforbund.sharing.document import Document
from valgforbund.sharing.file import SCENARIOS, Look
from valgforbund.sharing.form import ScenarioForm
from valgforbund.sources.source import load
from valgforbund.waste import MEASURES


def fitting(form: ScenarioForm) -> Scenario:
    """The scenario of a file, if it is no larger than what can be typed here.

    Raises
    ------
    ScenarioError
        If there can be no such scenario, or it is larger.
    """
    if len(form.lists) > parsing.MOST_LISTS:
        raise ScenarioError("too_many_lists", limit=parsing.MOST_LISTS)
    s = form.scenario()
    for letter, votes in zip(s.letters, s.ballots, strict=True):
        if votes > parsing.MOST_VOTES:
            raise ScenarioError(
                "votes_too_many", letter=letter, value=votes, limit=parsing.MOST_VOTES
            )
    for number in (s.seats, *filter(None, s.limits)):
        if number > parsing.MOST_SEATS:
            raise ScenarioError("number_too_large", value=number, limit=parsing.MOST_SEATS)
    return s


def around(view: View, scenario: Scenario) -> Around:
    """The pinned variants of this election alone, and how it is looked at."""
    held = {name: getattr(view, name) for name in Look.__struct_fields__}
    stands = {"", *scenario.letters}  # a list that was looked at may have been taken away
    held["focus"] = view.focus & stands
    held |= {name: "" for name in ("ours", "moving") if held[name] not in stands}
    if view.baseline.letter not in stands:
        held["baseline"] = Baseline("dissolved")
    if view.followed is not None and view.followed.letter not in stands:
        held["followed"] = None
    if view.source not in ("new", "others", *scenario.letters):
        held["source"] = "new"
    if view.typed:  # with the others of the council, for who reads the file in Python
        held["candidates"] = view.candidates or bundled(scenario)
    look = Look(**held | {"drawn": tuple(map(ScenarioForm.of, view.drawn))})
    return tuple((pin.name, pin.scenario) for pin in view.pins_of(scenario)), look


def looked(document: Document[Any, Any], s: Scenario, view: View) -> dict[str, Any]:
    """What of the view is another: variants come to those that are pinned."""
    new = ((each.name, fitting(each.state)) for each in document.variants)
    found: dict[str, Any] = {"pins": _with_pins(view.pins, new)}
    if document.view is None:
        return found
    look: Look = document.view
    _known("measure", look.measure, MEASURES)
    followed = {look.followed.letter} if look.followed else set()
    for letter in {*look.focus, *followed, look.ours, look.moving, look.baseline.letter} - {""}:
        _known("view", letter, s.letters)
    _known("source", look.source, ("new", "others", *s.letters))
    if look.per_cent_of > parsing.MOST_VOTES:
        raise ScenarioError("number_too_large", value=look.per_cent_of, limit=parsing.MOST_VOTES)
    held = {name: getattr(look, name) for name in Look.__struct_fields__}
    return found | held | {"drawn": tuple(map(fitting, look.drawn))}


def began_as(s: Scenario) -> Scenario:
    """The election that comes with the program and that this is a change of; else itself.

    Votes of a night of counting are no change of the result, which nobody knew then.
    """
    if of_night(s.notes):
        return s
    try:
        found = load(s.election, s.place)
    except ScenarioError:
        return s
    return found if found.letters == s.letters else s


def _with_pins(pins: tuple[Pin, ...], new: Iterable[tuple[str, Scenario]]) -> tuple[Pin, ...]:
    for name, scenario in new:
        if Pin(name, scenario) not in pins:
            pins = (*pins, Pin(told_apart(name, pins), scenario))
    if len(pins) > MOST:
        raise ScenarioError("too_many_pins", limit=MOST)
    return pins


def _known(where: str, value: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise ScenarioError("saved_value_wrong", place=f"$.view.{where}", value=value)


FILING = Filing(SCENARIOS, ScenarioForm.of, fitting, around, looked, began_as)
