"""A note on a party: what alliances came to for it, municipality by municipality."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pandas as pd
from markupsafe import Markup

from valgforbund.frames import rows_of
from valgforbund.pictures.source import CREATOR, FEED
from valgforbund.ranges import Span
from valgforbund.reports.notes.charts import review_chart
from valgforbund.reports.notes.sources import day, polling_day
from valgforbund.reports.page import Lines, Note, Section, Table, line, lines
from valgforbund.review import Review
from valgforbund.version import __version__
from valgforbund.wording import Words
from valgforbund.wording import review as wording
from valgforbund.wording.alphabet import alphabetical
from valgforbund.wording.markup import cut

NAME: Final = 40  # signs of a name
SIGNED: Final = ("owed_dissolved", "owed_none", "owed_alone")


def note(words: Words, review: Review, today: dt.date) -> Note:
    """The note of a review."""
    election = str(review.years.index[0])
    written, polled = words("report.written", date=day(words, today)), polling_day(election)
    totals, name = wording.spans(review.totals), review.party.name
    return Note(
        language=words.language,
        kind=words("report.kind"),
        title=name,
        dated=f"{written} {words('report.polled', date=day(words, polled))}" if polled else written,
        question=words("report.question_party", party=name),
        answer=lines([wording.sentence(words, name, totals)]),
        sections=(
            Section(words("review.figures"), (_figures(words, review, totals),), "left"),
            Section(words("review.years"), (_years(words, review), _note(words)), "right"),
            Section(words("review.picture", party=name), (review_chart(words, review),), "right"),
            Section(words("report.by_place"), (_places(words, review),)),
            Section(words("report.in_words"), (_notes(review),), small=True),
            Section(words("report.sources_only"), (_sources(words, election),), small=True),
        ),
        creator=CREATOR,
    )


def _figures(words: Words, review: Review, totals: dict[str, Span]) -> Table:
    rows = [
        (
            words("review.defined", label=row.label, definition=row.definition),
            (words.signed_span if row.Index in SIGNED else words.span)(totals[row.Index]),
        )
        for row in rows_of(review.totals)
    ]
    head = (words("review.figure"), words("review.number"))
    return Table(words("review.figures"), head, tuple(rows))


def _years(words: Words, review: Review) -> Table:
    rows = [
        (
            str(year.Index)[-4:],
            words("review.stood", stood=year.stood, councils=year.councils),
            words.number(int(year.votes)),
            words.share(year.share),
            "" if pd.isna(year.seats_low) else words.span(Span(year.seats_low, year.seats_high)),
        )
        for year in rows_of(review.years)
    ]
    keys = ("election", "stood", "votes", "share", "seats")
    head = tuple(words(f"review.year.{each}") for each in keys)
    return Table(words("review.years"), head, tuple(rows))


def _note(words: Words) -> Lines:
    return lines([words("review.years_note")])


def _places(words: Words, review: Review) -> Table:
    """A row a list, most owed first, then by place."""
    found = sorted(
        review.standings,
        key=lambda each: (-(each[1].dissolved or Span(0, 0)).low, alphabetical(each[0].place)),
    )
    rows = [
        (
            cut(scenario.place, NAME),
            each.letter,
            cut(" ".join(each.partners) or words("review.alone"), NAME),
            words.number(each.votes),
            words.share(each.share),
            words.span(each.seats),
            words.signed_span(each.dissolved) if each.dissolved is not None else "",
            words.signed_span(each.none),
            "" if each.margin.to_gain is None else words.number(each.margin.to_gain),
        )
        for scenario, each in found
    ]
    keys = (
        *("place", "letter", "partners", "votes", "share", "seats"),
        *("owed_dissolved", "owed_none", "lacked"),
    )
    head = tuple(words(f"review.column.{key}") for key in keys)
    caption = words("review.caption", party=review.party.name)
    return Table(caption, head, tuple(rows), texts=3)


def _notes(review: Review) -> Lines:
    """A sentence on each list, and what a person wrote."""
    said = []
    for row in sorted(rows_of(review.lists), key=lambda row: alphabetical(row.place)):
        text = Markup("<b>{}:</b> {}").format(row.place, row.note)
        said.append(text + Markup(" <b>{}</b>").format(row.remark) if row.remark else text)
    return Lines(tuple(map(line, said)))


def _sources(words: Words, election: str) -> Lines:
    source = words("picture.feed" if election in FEED else "picture.listed")
    return lines([f"{source} {words('picture.counted_all', version=__version__)}"])
