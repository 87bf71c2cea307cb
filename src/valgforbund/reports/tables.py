"""Every table of an object, by what it is called: what a workbook holds, a sheet each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import pandas as pd

from valgforbund.comparison import Comparison, savings
from valgforbund.council import Agreement, Committees, Council, levelling, majorities
from valgforbund.council.proposal import Proposal
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, real, text, whole
from valgforbund.frames import table as framed
from valgforbund.margins import margins
from valgforbund.people.elected import elected, substitutes
from valgforbund.people.given import unknown
from valgforbund.people.moved import people_moved
from valgforbund.proportional.meeting import BOARD, CHAIRS, PRESIDIUM, Meeting
from valgforbund.protocol import protocol
from valgforbund.reports import bounds
from valgforbund.reports.notes.constitution import proposal_of
from valgforbund.review import Review
from valgforbund.scenario import Scenario
from valgforbund.strategy.admissions import admissions
from valgforbund.study import Study
from valgforbund.waste import remainders, waste, waste_by_list

Codes: TypeAlias = Mapping[str, Callable[[object], str]]  # the keys of a column's codes
OUTCOMES = 1000  # possible results that are listed
MEASURES: Codes = {"measure": lambda code: f"measure.{code}"}


@dataclass(frozen=True)
class Named:
    """A table under the name that its sheet has.

    Attributes
    ----------
    key : str
        Of the name in the catalogues, ``sheet.name_<key>``.
    frame : DataFrame
    codes : mapping of column to callable
        What gives the keys of the codes in a column.
    own : collection of str
        Columns that are called by letters or groups, not by us.
    """

    key: str
    frame: pd.DataFrame
    codes: Codes = field(default_factory=dict)
    own: Collection[str] = ()


def tables(shown: object, candidates: pd.DataFrame | None = None) -> Iterator[Named]:
    """The tables of an object, in the order in which one reads them.

    Parameters
    ----------
    shown : object
    candidates : DataFrame, optional
        Of a council, as `valgforbund.elected` takes them; without it the bundled ones.

    Raises
    ------
    ScenarioError
        If it is nothing that has tables, or has numbers too large for them.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> [each.key for each in tables(s)][:3]
    ['lists', 'savings', 'seats']
    """
    match shown:
        case Scenario() | Count():
            counted = count(shown)
            bounds.check([counted.scenario])
            yield from _counted(counted)
            yield from _elected(counted, candidates)
        case Comparison():
            bounds.check([shown.with_.scenario, shown.without.scenario])
            yield from _compared(shown)
            yield from _moved(shown, candidates)
        case Study():
            yield from _study(shown)
        case Review():
            yield from _review(shown)
        case Proposal() | Agreement() | Committees() | Council():
            yield from _proposal(proposal_of(shown))
        case Meeting():
            yield from _meeting(shown)
        case _:
            raise ScenarioError("workbook_of_what", value=shown)


def _counted(counted: Count) -> Iterator[Named]:
    scenario = counted.scenario
    yield Named("lists", scenario.lists)
    if scenario.alliances:
        yield Named("savings", savings(scenario))
    yield Named("seats", _seats(counted))
    yield Named("margins", margins(counted), {"kind": lambda code: f"sheet.kind_{code}"})
    yield Named("waste", waste(counted), MEASURES)
    yield Named("waste_by_list", waste_by_list(counted), {"class": lambda code: f"class.{code}"})
    yield Named("remainders", remainders(counted))
    yield Named("awards", counted.awards)
    yield Named("protocol", protocol(scenario), {"status": lambda code: f"sheet.status_{code}"})
    if counted.lots and len(counted.outcomes) <= OUTCOMES:
        yield Named("outcomes", counted.outcomes, own=scenario.letters)


def _seats(counted: Count) -> pd.DataFrame:
    scenario, spans = counted.scenario, counted.spans.values()
    sure = [None if span.is_open else span.low for span in spans]
    columns = {
        PARTY: text([scenario.party(letter) for letter in scenario.letters]),
        "votes": whole(scenario.ballots),
        "seats": whole(sure),
        "seats_low": whole([span.low for span in spans]),
        "seats_high": whole([span.high for span in spans]),
        "expected": real(list(counted.expected)),
    }
    return framed(scenario.letters, LETTER, columns)


def _compared(compared: Comparison) -> Iterator[Named]:
    yield Named("ledger", compared.ledger)
    yield Named("waste_both", compared.waste, MEASURES)
    scenario = compared.with_.scenario
    frame = admissions(scenario, compared.alliance)
    yield Named("admissions", frame, {"kind": lambda code: f"sheet.kind_{code}"})


def _elected(counted: Count, candidates: pd.DataFrame | None) -> Iterator[Named]:
    """Who sits and who comes next, where the candidates are known."""
    if unknown(counted, candidates) is None:
        how: Codes = {"how": lambda code: f"people.how.{str(code).replace(' ', '_')}"}
        yield Named("elected", elected(counted, candidates), how)
        yield Named("substitutes", substitutes(counted, candidates))


def _moved(compared: Comparison, candidates: pd.DataFrame | None) -> Iterator[Named]:
    if unknown(compared.with_, candidates) is None:
        yield _persons("people_moved", people_moved(compared, candidates))


def _persons(key: str, moved: pd.DataFrame) -> Named:
    worlds = {"with": "sits_with", "without": "sits_without"}  # no votes, as elsewhere
    stands: Codes = dict.fromkeys(worlds.values(), lambda code: f"people.stands.{code}")
    return Named(key, moved.rename(columns=worlds), stands)


def _study(found: Study) -> Iterator[Named]:
    # the figures are defined in the person's language
    totals = found.totals.assign(definition=found.totals.index)
    named: Codes = {
        "figure": lambda code: f"sheet.figure_{code}",
        "of": lambda code: f"sheet.figure_{code}",
        "definition": lambda code: f"sheet.means_{code}",
    }
    yield Named("study_totals", totals, named)
    yield Named("study_councils", found.councils)
    yield Named("study_alliances", found.alliances)
    yield Named("study_lists", found.lists, {"best": lambda code: f"sheet.best_{code}"})
    yield Named("study_majorities", found.majorities)
    yield Named("study_inversions", found.inversions)


def _review(found: Review) -> Iterator[Named]:
    totals = found.totals.set_index("label").rename_axis("figure")
    yield Named("review_totals", totals)
    yield Named("review_years", found.years)
    yield Named("review_lists", found.lists, {"best": lambda code: f"sheet.best_{code}"})
    if len(people := found.people):
        yield _persons("review_people", people)
    yield Named("review_history", found.history)


def _proposal(held: Proposal) -> Iterator[Named]:
    state, blocs = held.committees, majorities(held.council, held.blocs)
    yield Named("council", held.council.lists)
    coalitions = blocs.coalitions
    groups = [each for each in coalitions.columns if each in blocs.names]
    yield Named("coalitions", coalitions.drop(columns="groups", errors="ignore"), own=groups)
    yield Named("power", blocs.power, {"role": lambda code: f"majorities.role.{code}"})
    if state.committees:
        seats = state.seats
        yield Named("committees", seats, own=list(seats.columns))
    if state.standing and not state.lots:
        found = levelling(state)
        yield Named("levelling", found.totals)
        yield Named("levelling_steps", found.steps)
    agreement = held.agreement
    if agreement.posts:
        kinds: Codes = {"kind": lambda code: f"agreement.kind_{code}"}
        yield Named("posts", agreement.people, kinds)
        matrix = agreement.table
        yield Named("post_table", matrix, kinds, own=list(matrix.columns[:-1]))
        yield Named("against", agreement.against, {"kind": lambda code: f"agreement.kinds_{code}"})
    if held.places:
        kept = held.promises
        yield Named("promises", kept.promises, {"status": lambda code: f"promises.status_{code}"})
        yield Named("turns", kept.table, {"reason": lambda code: f"promises.by_{code}"})


def _meeting(meeting: Meeting) -> Iterator[Named]:
    for which in (PRESIDIUM, BOARD, CHAIRS):
        try:
            held = meeting.election(which)
        except ScenarioError:  # it is not sure yet who is on the board
            continue
        if which == CHAIRS and meeting.board.officers:
            continue
        numbers = held.numbers.rename(columns={"number": "comparison"})
        yield Named(which, numbers, {"status": lambda code: f"prop.is_{code}"})
