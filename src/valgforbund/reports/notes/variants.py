"""Variants side by side: the council's seats in each, and what follows for the alliance."""

from __future__ import annotations

from collections.abc import Mapping

from valgforbund.comparison import NO_SEATS
from valgforbund.counting import Count, count
from valgforbund.ranges import Span
from valgforbund.reports.notes.case import Case
from valgforbund.reports.notes.charts import variants_chart
from valgforbund.reports.page import Block, Code, Section, Table, lines
from valgforbund.scenario import Scenario
from valgforbund.waste import WASTED, spans_by_measure
from valgforbund.wording import Words
from valgforbund.wording.markup import cut

NAME = 30  # signs of a variant's name, or a list's


def sections(words: Words, case: Case) -> tuple[Section, ...]:
    """A page of its own; none where there are no variants."""
    if not case.variants:
        return ()
    worlds = {words("report.this"): case.counted}
    for name, scenario in case.variants.items():
        worlds[_told_apart(name, worlds)] = count(scenario)
    blocks: list[Block] = [
        variants_chart(words, worlds, case.ours),
        _seats(words, worlds),
        _figures(words, worlds, case),
    ]
    for name, scenario in case.variants.items():
        blocks += [
            lines([words("report.variant_code", name=cut(name, NAME))]),
            Code(scenario.code()),
        ]
    return (Section(words("variants.title"), tuple(blocks), page=True),)


def _told_apart(name: str, taken: Mapping[str, object]) -> str:
    """A name, cut, that no other column has."""
    short = cut(name, NAME)
    names = (short, *(f"{short} ({n})" for n in range(2, len(taken) + 2)))
    return next(each for each in names if each not in taken)


def _seats(words: Words, worlds: Mapping[str, Count]) -> Table:
    letters = dict.fromkeys(x for world in worlds.values() for x in world.scenario.letters)
    rows = []
    for letter in letters:
        stands = [letter in world.scenario.letters for world in worlds.values()]
        cells = [
            _span(words, world, letter) if there else words("report.not_there")
            for world, there in zip(worlds.values(), stands, strict=True)
        ]
        rows.append((_name(worlds, letter), *cells))
    return Table(words("report.seats"), (words("lists.name"), *worlds), tuple(rows), even=True)


def _name(worlds: Mapping[str, Count], letter: str) -> str:
    scenario = next(w.scenario for w in worlds.values() if letter in w.scenario.letters)
    name = scenario.names[scenario.letters.index(letter)]
    return cut(letter if name == letter else f"{letter} {name}", NAME)


def _span(words: Words, world: Count, letter: str) -> str:
    span = world.spans.get(letter, NO_SEATS)
    return words("shown.by_lot", seats=words.span(span)) if span.is_open else words.span(span)


def _figures(words: Words, worlds: Mapping[str, Count], case: Case) -> Table:
    """Size, alliances, the seats of the lists asked about, wasted votes."""
    own = case.compared.alliance.letters if case.compared else ()
    rows = [
        (words("report.size"), *(words.number(w.scenario.seats) for w in worlds.values())),
        (words("lists.votes"), *(words.number(sum(w.scenario.ballots)) for w in worlds.values())),
        (words("lists.alliance"), *(_allied(words, w.scenario) for w in worlds.values())),
    ]
    if own:
        name = words("shown.together", alliance=cut("-".join(own), NAME))
        rows.append((name, *(words.span(w.seats_of(own)) for w in worlds.values())))
    wasted = (_votes(words, spans_by_measure(w)[WASTED]) for w in worlds.values())
    rows.append((words("variants.row_wasted"), *wasted))
    head = (words("report.figure"), *worlds)
    return Table(words("report.figures"), head, tuple(rows), even=True)


def _votes(words: Words, span: Span) -> str:
    low, high = words.number(span.low), words.number(span.high)
    return f"{low}–{high}" if span.is_open else low


def _allied(words: Words, scenario: Scenario) -> str:
    names = words.join(cut(each.structure, 40) for each in scenario.alliances)
    return names or words("report.none_allied")
