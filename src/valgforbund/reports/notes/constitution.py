"""A note on a council that constitutes itself: groups, committees, levelling, agreement, posts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from valgforbund.council import (
    Agreement,
    Committees,
    Council,
    MayorElection,
    appoint,
    findings,
    levelling,
    majorities,
)
from valgforbund.council.proposal import Proposal
from valgforbund.errors import ScenarioError
from valgforbund.frames import rows_of
from valgforbund.pictures.source import CREATOR
from valgforbund.ranges import Span
from valgforbund.reports.notes.sources import day, polling_day
from valgforbund.reports.page import Block, Note, Section, Table, lines
from valgforbund.version import __version__
from valgforbund.wording import (
    Words,
    constitution,
    constitution_agreement,
    constitution_committees,
    constitution_majorities,
    constitution_mayor,
    constitution_posts,
)
from valgforbund.wording.markup import cut

NAME: Final = 40  # signs of a name
MOST: Final = 8  # majorities
Held = Council | Committees | Agreement | Proposal


def proposal_of(held: Held) -> Proposal:
    """The proposal that a council, its committees or an agreement are a part of.

    Examples
    --------
    >>> proposal_of(Council({"A": 14, "C": 5})).council.size
    19
    """
    if isinstance(held, Proposal):
        return held
    if isinstance(held, Council):
        return proposal_of(appoint(held, ()))
    if isinstance(held, Agreement):
        found = proposal_of(held.committees)
        return Proposal(
            found.committees, found.names, found.mayor, parties=held.parties, posts=held.posts
        )
    return Proposal(held, held.council.letters, MayorElection(held.council.size))


def note(words: Words, held: Held, today: dt.date) -> Note:
    """The note of a proposal, or of the part of one that there is."""
    proposal = proposal_of(held)
    key = f"election.{proposal.election}"
    election = words(key) if key in words else proposal.election
    title = ", ".join(filter(None, (proposal.place, election)))
    written, polled = (
        words("report.written", date=day(words, today)),
        polling_day(proposal.election),
    )
    found = [
        Section(words("report.groups"), (_groups(words, proposal),), "left"),
        Section(words("constitution.majorities"), (_majorities(words, proposal),), "right"),
        *_committees(words, proposal),
        *_agreement(words, proposal),
        *_promises(words, proposal),
        *_mayor(words, proposal),
        Section(words("constitution.readings"), (lines(constitution.readings(words)),), small=True),
        Section(words("report.sources_only"), (lines(_sources(words, proposal)),), small=True),
    ]
    return Note(
        language=words.language,
        kind=words("constitution.title"),
        title=title or words("report.own_council"),
        dated=f"{written} {words('report.polled', date=day(words, polled))}" if polled else written,
        question=words("report.question_council"),
        answer=lines(_answer(words, proposal)),
        sections=tuple(found),
        creator=CREATOR,
    )


def _answer(words: Words, proposal: Proposal) -> Iterator[Markup | str]:
    """Who has agreed, who can decide, how much is missing, and what is assumed."""
    council = proposal.council
    if proposal.parties:
        held = sum(map(council.bench, proposal.parties))
        lacking = council.majority - held
        known = {"parties": words.join(proposal.parties), "held": held, "size": council.size}
        key = "report.agreed_short" if lacking > 0 else "report.agreed"
        yield words.html(key, n=abs(lacking) or 0, needed=council.majority, **known)
    said = constitution_majorities.lines(words, majorities(council, proposal.blocs))
    yield from said[bool(proposal.parties) :]  # the agreement has said how many it takes
    if proposal.posts:
        many = len(findings(proposal.agreement))
        yield words("report.lacks_things", n=many) if many else words("agreement.complete")
    yield from constitution.notes(words, proposal)[1:]


def _groups(words: Words, proposal: Proposal) -> Table:
    """A row a list with a seat, in its group."""
    council = proposal.council
    names = {x: proposal.identities[x].name for x in council.letters}
    rows = [
        (
            cut(letter if names[letter] == letter else f"{letter} {names[letter]}", NAME),
            cut(council.group_of(letter).name, NAME),
            words.number(council.bench(letter)),
        )
        for letter in proposal.seated
    ]
    total = (words("report.council"), "", words.number(council.size))
    keys = ("lists.name", "majorities.column.group", "lists.seats")
    return Table(words("report.groups"), tuple(map(words, keys)), (*rows, total), texts=2, totals=1)


def _majorities(words: Words, proposal: Proposal) -> Table:
    """The smallest coalitions that can decide."""
    found = majorities(proposal.council, proposal.blocs)
    rows = [
        (
            cut(constitution_majorities.coalition(each.groups), 60),
            words.number(each.seats),
            words.number(each.seats - found.quota),
        )
        for each in found.minimal[:MOST]
    ]
    keys = ("coalition", "seats", "surplus")
    head = tuple(words(f"majorities.column.{key}") for key in keys)
    return Table(words("majorities.coalitions"), head, tuple(rows))


def _committees(words: Words, proposal: Proposal) -> Iterator[Section]:
    """Seats by committee and group, lots, and the levelling of § 27."""
    state = proposal.committees
    if not state.committees:
        return
    rows = [
        (
            cut(each.name, NAME),
            words.number(state.places(each)),
            *(_span(words, has) for has in state.spans(each).values()),
        )
        for each in state.committees
    ]
    groups = (f"{cut(name, 24)} ({many})" for name, many in state.members.items())
    head = (words("committees.name"), words("committees.size"), *groups)
    said = [
        *constitution_committees.lots(words, state),
        *constitution_committees.given(words, state),
    ]
    blocks: list[Block] = [Table(words("committees.seats"), head, tuple(rows), even=True)]
    blocks += [lines(said, bullets=True)] if said else []
    yield Section(words("constitution.committees_tab"), tuple(blocks))
    if state.standing:
        yield Section(words("levelling.title"), tuple(_levelling(words, proposal)))


def _levelling(words: Words, proposal: Proposal) -> Iterator[Block]:
    try:
        found = levelling(proposal.committees)
    except ScenarioError:  # a lot is open
        yield lines([words("levelling.lots")])
        return
    if proposal.committees.levelled:
        found = found.choose(proposal.committees.levelled)
    yield lines(constitution_committees.levelled(words, found), bullets=True)
    if not found.transfers:
        return
    rows = [
        (
            words.number(int(row.Index)),
            cut(row.committee, NAME),
            constitution_committees.side(words, row.giver, row.giver_seats, row.giver_total),
            constitution_committees.side(words, row.taker, row.taker_seats, row.taker_total),
            words("levelling.yes" if row.majority_lost else "levelling.no"),
        )
        for row in rows_of(found.steps)
    ]
    keys = ("step", "committee", "giver", "taker", "majority_lost")
    head = tuple(words(f"levelling.column_{key}") for key in keys)
    yield Table(words("levelling.steps"), head, tuple(rows), texts=len(head))


def _agreement(words: Words, proposal: Proposal) -> Iterator[Section]:
    """Who has which post, over and under against d'Hondt, and what is missing."""
    agreement = proposal.agreement
    if not agreement.posts:
        return
    posts: dict[str, list[str]] = {}
    for each in agreement.posts:
        who = each.holder or words("agreement.open")
        named = cut(constitution_agreement.place(words, each.kind, each.body), 60)
        posts.setdefault(who, []).append(f"{named} ({each.person})" if each.person else named)
    rows = [(cut(who, NAME), "; ".join(held)) for who, held in posts.items()]
    head = (words("agreement.holder"), words("agreement.posts"))
    table = Table(words("agreement.matrix"), head, tuple(rows), texts=2)
    yield Section(words("constitution.agreement"), (lines([words("agreement.binding")]), table))
    said = constitution_agreement.lacks(words, findings(agreement))
    complete = lines([words("agreement.complete")])
    yield Section(words("agreement.findings"), (lines(said, bullets=True) if said else complete,))
    frame = agreement.against
    if len(frame):
        yield Section(words("agreement.held"), (_held(words, proposal),))


def _held(words: Words, proposal: Proposal) -> Table:
    rows = [
        (
            f"{words(f'agreement.kinds_{row.kind}')}: {cut(row.group, NAME)}",
            words.number(row.members),
            words.number(row.agreed),
            _span(words, Span(row.dhondt_low, row.dhondt_high)),
            words.signed(int(row.over - row.under)),
        )
        for row in rows_of(proposal.agreement.against)
    ]
    keys = ("group", "members", "agreed", "dhondt", "balance")
    head = tuple(words(f"agreement.column_{key}") for key in keys)
    return Table(words("agreement.held"), head, tuple(rows), even=True)


def _promises(words: Words, proposal: Proposal) -> Iterator[Section]:
    """Posts that need no seat."""
    if proposal.places:
        said = constitution_posts.lines(words, proposal.promises, proposal.allied)
        chosen = [
            words("report.chosen", turn=each.turn, who=cut(each.who, NAME), post=cut(each.post, 60))
            for each in proposal.promises.choices
        ]
        blocks = (lines(said), lines(chosen, bullets=True))
        yield Section(words("constitution.posts"), blocks)


def _mayor(words: Words, proposal: Proposal) -> Iterator[Section]:
    """The ballots, where any was held."""
    if proposal.mayor.ballots:
        said = constitution_mayor.lines(words, proposal.mayor)
        yield Section(words("constitution.mayor"), (lines(said),))


def _sources(words: Words, proposal: Proposal) -> Iterator[Markup | str]:
    council = proposal.council
    yield constitution.notes(words, proposal)[0]
    yield words("report.law_council", version=__version__)
    seats = dict(zip(council.letters, council.benches, strict=True))
    groups = [list(each.letters) for each in council.groups if len(each.letters) > 1]
    yield words("report.recount_council", python=f"council.Council({seats}, {groups})")


def _span(words: Words, seats: Span) -> str:
    return words("shown.by_lot", seats=words.span(seats)) if seats.is_open else words.span(seats)
