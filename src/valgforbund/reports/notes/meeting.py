"""The protocol of proportional elections inside a council: requests, lists, numbers, who is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

from valgforbund.errors import ScenarioError
from valgforbund.frames import rows_of
from valgforbund.pictures.source import CREATOR
from valgforbund.proportional import Election, request
from valgforbund.proportional.meeting import BOARD, CHAIRS, PRESIDIUM, Meeting
from valgforbund.proportional.people import marked
from valgforbund.proportional.ranking import ELECTED, LOT
from valgforbund.reports.notes.sources import day
from valgforbund.reports.page import Block, Note, Section, Table, lines
from valgforbund.version import __version__
from valgforbund.wording import Words, proportional
from valgforbund.wording.markup import cut

NAME = 50  # signs of a name


def note(words: Words, meeting: Meeting, today: dt.date) -> Note:
    """The protocol of a meeting."""
    return Note(
        language=words.language,
        kind=words("prop.note_kind"),
        title=words("prop.title"),
        dated=words("prop.note_written", date=day(words, today)),
        question=words(f"prop.rule_{meeting.rule}"),
        answer=lines(_answer(words, meeting)),
        sections=(
            _request(words, meeting),
            *_held(words, meeting, PRESIDIUM, meeting.presidium),
            *_held(words, meeting, BOARD, meeting.board),
            *_chairs(words, meeting),
            Section(words("prop.note_counting"), (lines(_counting(words)),), small=True),
        ),
        creator=CREATOR,
    )


def _answer(words: Words, meeting: Meeting) -> Iterator[Markup | str]:
    """Who is elected to the board, then to the presidium."""
    for which in (BOARD, PRESIDIUM):
        said = proportional.election(words, meeting.election(which), meeting.present)
        yield words.html("prop.note_of", election=words(f"prop.tab_{which}"), said=said[0])
    yield words("prop.note_present", n=meeting.present)


def _request(words: Words, meeting: Meeting) -> Section:
    """How many must ask, for each election."""
    rows = []
    for which in (PRESIDIUM, BOARD):
        posts = meeting.election(which).posts
        needed = request(meeting.rule, meeting.present, posts)
        rows.append((words(f"prop.tab_{which}"), words.number(posts), words.span(needed)))
    head = (words("prop.election"), words("prop.posts"), words("prop.must_ask"))
    said = proportional.request(words, meeting.rule, meeting.present, meeting.board.posts)
    table = Table(words("prop.request_table"), head, tuple(rows), even=True)
    return Section(words("prop.tab_request"), (lines(said), table))


def _held(words: Words, meeting: Meeting, which: str, held: Election) -> Iterator[Section]:
    """The lists with their votes and numbers, and who is elected."""
    said = [
        *proportional.election(words, held, meeting.present),
        *proportional.balances(words, held, meeting.rule),
    ]
    blocks: list[Block] = [lines(said), _elected(words, held), _numbers(words, held)]
    shown = (each for each in blocks if not isinstance(each, Table) or each.rows)
    yield Section(words(f"prop.tab_{which}"), tuple(shown))


def _chairs(words: Words, meeting: Meeting) -> Iterator[Section]:
    """The second election, unless it was agreed beforehand who chairs."""
    if meeting.board.officers:
        return
    try:
        yield from _held(words, meeting, CHAIRS, meeting.chairs)
    except ScenarioError:  # it is not sure yet who is on the board
        said = proportional.no_second_election(words, meeting.board)
        yield Section(words("prop.tab_chairs"), (lines(said),))


def _elected(words: Words, held: Election) -> Table:
    """A row a member, with the substitute where any has one."""
    people = {each.name: each for slate in held.slates for each in slate.candidates}
    sexes = {"woman": words("prop.woman"), "man": words("prop.man")}
    offices = {held.chair: words("prop.chair"), held.vice_chair: words("prop.vice_chair")}
    found = held.numbers.query("status == @ELECTED")
    pairs = bool(found["substitute"].any())
    rows = []
    for row in rows_of(found):
        person = people[row.Index]
        substitute = marked(person.substitute, person.substitute_sex, sexes)
        rows.append(
            (
                cut(marked(person.name, person.sex, sexes), NAME),
                *([cut(substitute, NAME)] if pairs else []),
                cut(row.slate, 24),
                offices.get(person.name, "") if held.officers else "",
                words.decimal(row.number) + (f" ({words('prop.lot_mark')})" if row.drawn else ""),
            )
        )
    keys = ("member", *(["substitute"] if pairs else []), "list", "office", "number")
    head = tuple(words(f"prop.column_{key}") for key in keys)
    return Table(words("prop.elected_table"), head, tuple(rows), texts=len(head) - 1)


def _numbers(words: Words, held: Election) -> Table:
    """A row a place, a column a list: the candidate, the number, and the rank won."""
    numbers = {(row.slate, row.place): row for row in rows_of(held.numbers)}
    longest = max(len(each.candidates) for each in held.slates)

    def cell(slate: str, place: int) -> str:
        row = numbers.get((slate, place))
        if row is None:
            return ""
        rank = {ELECTED: f" [{row.rank}]", LOT: " [?]"}.get(row.status, "")
        return f"{cut(row.Index, 24)} {words.decimal(row.number)}{rank}"

    rows = [
        (words("prop.place", place=place), *(cell(each.name, place) for each in held.slates))
        for place in range(1, longest + 1)
    ]
    columns = (
        words("prop.column", slate=cut(each.name, 24), votes=words.number(each.votes))
        for each in held.slates
    )
    return Table(words("prop.numbers"), ("", *columns), tuple(rows), texts=len(held.slates) + 1)


def _counting(words: Words) -> Iterator[str]:
    yield words("prop.note_numbers")
    yield words("prop.note_version", version=__version__)
