"""The table of a council: votes, seats in both worlds, and in reality where that is known."""

from __future__ import annotations

from typing import Final

from valgforbund.baselines import Reference
from valgforbund.comparison import NO_SEATS
from valgforbund.ranges import Span
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Table
from valgforbund.sources.places import known_seats
from valgforbund.wording import Words
from valgforbund.wording.markup import cut

NAME: Final = 34  # signs of a list's name


def table(words: Words, case: Case) -> Table:
    """A row a list, then the alliance and the council."""
    is_beside = case.reference == Reference("real")
    official = {} if is_beside else known_seats(case.scenario.election, case.scenario.place)
    head = [words("lists.name"), words("lists.votes")]
    head += _worlds(words, case)
    head += [words("report.official")] if official else []
    rows = [_row(words, case, letter, official) for letter in _letters(case)]
    totals = _totals(words, case, official)
    return Table(words("report.seats"), tuple(head), (*rows, *totals), totals=len(totals))


def _worlds(words: Words, case: Case) -> list[str]:
    """What the columns of seats are called."""
    if case.compared is None:
        return [words("lists.seats")]
    kind = case.baseline.kind if case.baseline else "other"
    if case.reference or kind in ("out", "in"):
        return [*case.worlds(words), words("lists.change")]
    return [words("report.with"), words(f"report.without_{kind}"), words("lists.change")]


def _letters(case: Case) -> list[str]:
    return [*case.compared.spans] if case.compared else [*case.scenario.letters]


def _row(words: Words, case: Case, letter: str, official: dict[str, int]) -> tuple[str, ...]:
    worlds = (
        [case.counted] if case.compared is None else [case.compared.with_, case.compared.without]
    )
    scenario = next(w.scenario for w in worlds if letter in w.scenario.letters)
    place = scenario.letters.index(letter)
    name = scenario.parties[letter].name
    spans = [world.spans.get(letter, NO_SEATS) for world in worlds]
    return (
        cut(letter if name == letter else f"{letter} {name}", NAME),
        words.number(scenario.ballots[place]),
        *_numbers(words, spans),
        *(
            [words("report.not_there") if letter not in official else str(official[letter])]
            if official
            else []
        ),
    )


def _totals(words: Words, case: Case, official: dict[str, int]) -> list[tuple[str, ...]]:
    """The alliance, and the council."""
    compared, scenario = case.compared, case.scenario
    votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
    found = []
    if compared is not None and compared.alliance.letters:
        own = compared.alliance.letters
        spans = [compared.with_.seats_of(own), compared.without.seats_of(own)]
        real = [str(sum(official.get(x, 0) for x in own))] if official else []
        name = words("shown.together", alliance=cut(compared.alliance.name, NAME))
        cast = words.number(sum(votes.get(x, 0) for x in own))
        found.append((name, cast, *_numbers(words, spans), *real))
    worlds = [case.counted] if compared is None else [compared.with_, compared.without]
    sizes = [world.scenario.seats - world.vacant for world in worlds]
    spans = [Span(size, size) for size in sizes]
    real = [str(sum(official.values()))] if official else []
    found.append(
        (words("report.council"), words.number(sum(votes.values())), *_numbers(words, spans), *real)
    )
    return found


def _numbers(words: Words, spans: list[Span]) -> list[str]:
    """Seats in one world, or in two and the difference; a lot is shown as a lot."""
    texts = [
        words("shown.by_lot", seats=words.span(s)) if s.is_open else words.span(s) for s in spans
    ]
    if len(spans) == 2:
        texts.append(words.signed_span(spans[0] - spans[1]))
    return texts
