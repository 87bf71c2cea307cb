"""A note on a council: what its alliance is worth, to whom, at whose cost, and how it was counted.

The order is that of a board's questions; what one looks up comes last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from valgforbund.baselines import NONE, Baseline
from valgforbund.comparison import NO_ALLIANCE, Comparison, compare
from valgforbund.counting import count
from valgforbund.margins import Margin, every_margin
from valgforbund.margins.closest import LIST
from valgforbund.pictures.source import CREATOR
from valgforbund.ranges import Span
from valgforbund.reports.notes import close, people, seats, sources, variants
from valgforbund.reports.notes.case import Case
from valgforbund.reports.notes.charts import seats_chart, votes_chart
from valgforbund.reports.page import Lines, Note, Section, lines
from valgforbund.strategy.admissions import moves
from valgforbund.study import are_known
from valgforbund.waste import WASTED
from valgforbund.wording import Words, admissions, council, headline, stemmespild, us
from valgforbund.wording.baseline import than
from valgforbund.wording.markup import cut
from valgforbund.wording.moves import told
from valgforbund.wording.worlds import where

NAME: Final = 34  # signs of a list's name in a line


def note(words: Words, case: Case, today: dt.date) -> Note:
    """The note of a case.

    Parameters
    ----------
    words : Words
    case : Case
    today : date
        When it is written.
    """
    pictures = seats_chart(words, case), votes_chart(words, case)
    margins = [*every_margin(case.scenario)]
    found = [
        Section(words("report.seats"), (seats.table(words, case), *_allied(words, case)), "left"),
        Section(words("report.pictures"), pictures, "right"),
        *_compared(words, case),
        close.section(words, case, margins),
        sources.changed(words, case),
        sources.definitions(words, case),
        sources.counted_from(words, case),
        *people.sections(words, case),
        *variants.sections(words, case),
    ]
    return Note(
        language=words.language,
        kind=words("report.kind"),
        title=where(words, case.scenario) or words("report.own"),
        dated=sources.dated(words, case.scenario, today),
        question=_question(words, case),
        answer=lines([*_ours(words, case, margins), *_answer(words, case)]),
        sections=tuple(found),
        creator=CREATOR,
    )


def _question(words: Words, case: Case) -> str:
    asked = case.asked
    if case.reference is not None:
        return words("report.question_reference", than=than(words, case.reference))
    if asked is None:
        return words("report.question_seats")
    named = cut(asked.name, 60)
    if case.baseline is None:
        return words("report.question_other", alliance=named)
    letter = case.baseline.letter
    return words(f"report.question_{case.baseline.kind}", alliance=named, letter=letter)


def _ours(words: Words, case: Case, margins: Sequence[Margin]) -> Iterator[Markup]:
    """What the list that it is for has, and how close that was."""
    letter, counted = case.ours, case.counted
    if letter not in case.scenario.letters or not any(case.scenario.ballots):
        return
    home, now = case.scenario.alliance_of(letter), counted.spans[letter]
    before = count(case.source).spans.get(letter, now) if case.source else now
    alone = Comparison(NO_ALLIANCE, NONE, counted, counted)
    within = compare(case.scenario, home) if home else alone
    said = us.headline(words, letter, now, before, within, Baseline("dissolved"))
    found = next((each for each in margins if (each.unit, each.kind) == (letter, LIST)), None)
    yield Markup("{} {}").format(said, us.close(words, found, both=True)) if found else said


def _answer(words: Words, case: Case) -> Iterator[Markup | str]:
    """The sentence, and what is true whatever one asks."""
    counted, compared, asked = case.counted, case.compared, case.asked
    if not any(case.scenario.ballots):
        yield words("report.no_votes")
    elif compared is not None and case.reference is not None:
        yield headline.against(words, compared, case.reference)
        if asked is not None:
            within = compare(case.scenario, asked)
            yield headline.headline(words, within, Baseline("dissolved"))
            yield headline.everything(words, compare(case.scenario, asked, NONE))
        if case.tells_votes:
            yield stemmespild.votes_line(words, compared, case.reference, WASTED)
    elif compared is None or asked is None:
        key = "report.shared" if are_known(case.scenario) else "report.unknown"
        yield words.html(key, seats=words.seats(case.scenario.seats))
    elif case.baseline is None:
        yield _other(words, compared)
    else:
        yield headline.headline(words, compared, case.baseline)
        yield from headline.stays(words, asked, case.baseline)
        if case.baseline.kind != "none":
            yield headline.everything(words, compare(case.scenario, asked, NONE))
        yield stemmespild.votes_line(words, compared, case.baseline, WASTED)
    yield from council.assumptions(words, case.scenario, official=False)
    yield from headline.lots_due(words, counted)
    if compared is not None:
        other = compared.without if counted is compared.with_ else compared.with_
        name = case.worlds(words)[counted is compared.with_]
        yield from headline.lots_elsewhere(words, {name: other})
    yield from council.short_lists(words, counted)
    yield from council.vacant(words, counted)
    if council.decides(case.scenario) and any(case.scenario.ballots):
        yield council.majority(words, counted)


def _other(words: Words, compared: Comparison) -> Markup:
    """The alliance in two worlds that differ in more than the alliance."""
    letters = compared.alliance.letters
    return words.html(
        "report.other",
        alliance=compared.alliance.name,
        more=words.seats_span(compared.with_.seats_of(letters)),
        less=words.seats_span(compared.without.seats_of(letters)),
        moves=told(words, compared.movements, compared.changes) or words("savings.nothing"),
    )


def _allied(words: Words, case: Case) -> tuple[Lines, ...]:
    """Who is allied with whom."""
    scenario = case.scenario
    if not scenario.alliances:
        return ()
    named = words.join(cut(each.structure, 60) for each in scenario.alliances)
    return (lines([words("report.allied", alliances=named)]),)


def _compared(words: Words, case: Case) -> Iterator[Section]:
    """Who gains and who pays, and who has reason to say no."""
    compared, asked = case.compared, case.asked
    if compared is None or asked is None:
        return
    persons = people.moved_line(words, case)
    named = [lines([persons])] if persons else []
    yield Section(words("report.moved"), (*_moved(words, compared), *named), "left")
    said = admissions.lines(words, cut(asked.name, 60), moves(case.scenario, asked))
    yield Section(words("report.consent"), (lines(said, bullets=True),), "left")


def _moved(words: Words, compared: Comparison) -> Iterator[Lines]:
    """List by list: more, fewer, or as a lot falls."""
    if not compared.changes:
        yield lines([words("report.nobody")])
        return
    parties = {**compared.without.scenario.parties, **compared.with_.scenario.parties}
    sides: dict[str, list[Markup]] = {"gains": [], "pays": [], "either": []}
    for letter, change in compared.changes.items():
        more, less = compared.spans[letter]
        name = parties[letter].name
        sides[_side(change)].append(
            words.html(
                "report.list_moved",
                who=letter if name == letter else f"{letter} {cut(name, NAME)}",
                change=words.signed_span(change),
                more=words.span(more),
                less=words.span(less),
            )
        )
    for side, said in sides.items():
        if said:
            yield lines([words.html(f"report.{side}")])
            yield lines(said, bullets=True)


def _side(change: Span) -> str:
    if change.low >= 0:
        return "gains"
    return "pays" if change.high <= 0 else "either"
