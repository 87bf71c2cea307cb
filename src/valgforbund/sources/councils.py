"""Where a council comes from: official seats, a count, or seats that a person typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from valgforbund.council import Committee, Council, MayorElection, appoint
from valgforbund.council.committee import FINANCE
from valgforbund.council.proposal import (
    COMMITTEES_ASSUMED,
    COUNTED,
    OFFICIAL,
    TYPED,
    Proposal,
    usual_size,
)
from valgforbund.counting import Count, count
from valgforbund.scenario import Scenario
from valgforbund.sources.places import elections, known_seats, places
from valgforbund.sources.source import load

# the law lets these choose another form of government, which is not counted here
CITIES = ("København", "Frederiksberg", "Aarhus", "Aalborg", "Odense")


def bundled_council(committees: Sequence[str], election: str, place: str) -> Proposal:
    """Official seats where they are known, else seats as counted, with what is assumed.

    Parameters
    ----------
    committees : sequence of str
        What the committees that are assumed are called, the finance committee first.
    election, place : str
    """
    scenario = load(election, place)
    seats = known_seats(election, scenario.place)
    if not seats:
        return counted_council(committees, scenario)
    groups = tuple(each.letters for each in scenario.alliances)
    council = Council({letter: seats.get(letter, 0) for letter in scenario.letters}, groups)
    notes = ["groups_assumed" if scenario.alliances else "groups_unknown"]
    return _proposed(committees, scenario, council, OFFICIAL, notes)


def counted_council(committees: Sequence[str], scenario: Scenario) -> Proposal:
    """A count of the explorer.

    Raises
    ------
    ScenarioError
        If a lot is open: draw it first.
    """
    council = Council.of(count(scenario))
    notes = ["counted_without" if note == "alliances_unknown" else note for note in scenario.notes]
    groups = ["groups_assumed"] if scenario.alliances else []
    return _proposed(committees, scenario, council, COUNTED, [*_own(scenario), *notes, *groups])


def typed_council(
    committees: Sequence[str], seats: Mapping[str, int], names: Mapping[str, str] | None = None
) -> Proposal:
    """Seats that a person typed; every list stands for itself."""
    council = Council(seats)
    known = {} if names is None else names
    return Proposal(
        appoint(council, usual_committees(committees, council.size)),
        tuple(known.get(letter, letter) for letter in council.letters),
        MayorElection(council.size),
        source=TYPED,
        notes=(COMMITTEES_ASSUMED,),
    )


def usual_committees(committees: Sequence[str], size: int) -> tuple[Committee, ...]:
    """A finance committee and standing ones of these names; their sizes are assumed."""
    members = usual_size(size)
    if members < 1:
        return ()
    finance, *others = committees
    standing = (Committee(name, members) for name in others)
    return Committee(finance, members, FINANCE), *standing


def _proposed(
    committees: Sequence[str], scenario: Scenario, council: Council, source: str, notes: list[str]
) -> Proposal:
    return Proposal(
        appoint(council, usual_committees(committees, council.size)),
        scenario.names,
        MayorElection(council.size),
        place=scenario.place,
        election=scenario.election,
        source=source,
        notes=(*_law(scenario), *notes, COMMITTEES_ASSUMED),
        without=_without(scenario),
        blocs=tuple(each for each in council.groups if len(each.letters) > 1),
        allied=tuple(letter for each in scenario.alliances for letter in each.letters),
    )


def _own(scenario: Scenario) -> list[str]:
    """What tells a count from the election whose name it has."""
    found = ["lots_drawn"] if scenario.drawn else []
    if scenario.election in elections() and scenario.place in places(scenario.election):
        real = load(scenario.election, scenario.place)
        if _counted_from(scenario) != _counted_from(real):
            found.insert(0, "changed_here")
    return found


def _counted_from(scenario: Scenario) -> tuple[object, ...]:
    """All of it but the names."""
    s = scenario
    return s.letters, s.ballots, s.limits, s.seats, s.alliances


def _law(scenario: Scenario) -> list[str]:
    """Where other rules hold than those for ordinary municipalities."""
    if scenario.election and not scenario.election.startswith("KV"):
        return ["not_municipal"]
    return ["other_government"] if scenario.place in CITIES else []


def _without(scenario: Scenario) -> Council | None:
    """The same election without alliances, unless there are none or a lot is open."""
    if not scenario.alliances:
        return None
    counted: Count = count(scenario.without_alliances())
    return None if counted.lots else Council.of(counted)
