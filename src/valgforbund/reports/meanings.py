"""What the words of a workbook mean, what Python calls its columns, and where it is from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from valgforbund.comparison import Comparison
from valgforbund.council.proposal import Proposal
from valgforbund.counting import Count
from valgforbund.pictures.source import FEED, votes_from
from valgforbund.proportional.meeting import Meeting
from valgforbund.reports.notes.edits import typed_on
from valgforbund.reports.notes.sources import day
from valgforbund.reports.page import line, plain
from valgforbund.reports.sheets import Sheet
from valgforbund.review import TOTALS, Review
from valgforbund.scenario import Scenario
from valgforbund.study import Study
from valgforbund.version import __version__
from valgforbund.waste import MEASURES
from valgforbund.wording import Words, constitution
from valgforbund.wording.review import total
from valgforbund.wording.worlds import where


def definitions(words: Words, shown: Iterable[object]) -> Sheet:
    """A row a word."""
    head = (words("sheet.word"), words("sheet.meaning"))
    names = ("word", "meaning")
    if all(isinstance(each, Meeting) for each in shown):
        rows = [(words("prop.column_number"), words("prop.note_numbers"))]
        return Sheet(words("sheet.name_definitions"), head, names, tuple(rows))
    rows = [_parted(words.html(f"report.means_{each}")) for each in ("dissolved", "none", "saved")]
    rows += [(words(f"measure.{each}"), words(f"meaning.{each}")) for each in MEASURES]
    rows += [_parted(words.html(f"report.means_{each}")) for each in ("close", "lot")]
    rows += [total(words, each) for each in TOTALS]
    return Sheet(words("sheet.name_definitions"), head, names, tuple(rows))


def _parted(text: Markup) -> tuple[str, str]:
    """A definition: what is strong, and the rest."""
    word, *rest = line(text)
    return word.text.rstrip(":"), plain(tuple(rest)).strip()


def columns(words: Words, sheets: Sequence[Sheet]) -> Sheet:
    """A row a column: what it is called here, and in Python."""
    rows = dict.fromkeys(
        (each.name, head, column)
        for each in sheets
        for head, column in zip(each.head, each.columns, strict=True)
    )
    head = (words("sheet.sheet"), words("sheet.column"), words("sheet.python"))
    names = ("sheet", "column", "python")
    return Sheet(words("sheet.name_columns"), head, names, tuple(rows))


def sources(
    words: Words, named: Mapping[str, object], today: dt.date, typed: Sequence[str] = ()
) -> Sheet:
    """Where the numbers are from, what counted them, and the codes to count them again.

    ``typed`` are the lists whose candidates a person typed.
    """
    rows = [(words("sheet.written"), day(words, today))]
    rows += [(words("sheet.version"), f"valgforbund {__version__}")]
    for name, shown in named.items():
        rows += [(f"{what} {name}".strip(), said) for what, said in _source(words, shown)]
    if typed:
        rows += [(words("people.candidates"), typed_on(words, typed))]
    head = (words("sheet.what"), words("sheet.said"))
    return Sheet(words("sheet.name_sources"), head, ("what", "said"), tuple(rows))


def _source(words: Words, shown: object) -> Iterator[tuple[str, str]]:
    """The source and the code of an object, as far as it has them."""
    match shown:
        case Scenario():
            yield from _scenario(words, shown)
        case Count():
            yield from _scenario(words, shown.scenario)
        case Comparison():
            yield from _scenario(words, shown.with_.scenario)
            yield words("sheet.recount_without"), shown.without.scenario.code()
        case Study() | Review():
            for election in _elections(shown):
                source = words("picture.feed" if election in FEED else "picture.listed")
                yield words("sheet.source"), f"{election}: {source}"
        case Proposal():
            yield words("sheet.source"), plain(line(constitution.notes(words, shown)[0])).strip()


def _elections(shown: Study | Review) -> dict[str, None]:
    """The elections that it is about, each once."""
    if isinstance(shown, Review):
        return dict.fromkeys(each.election for each in shown.councils)
    return dict.fromkeys(each.scenario.election for each in shown.results)


def _scenario(words: Words, scenario: Scenario) -> Iterator[tuple[str, str]]:
    if place := where(words, scenario):
        yield words("sheet.election_of"), place
    yield words("sheet.source"), votes_from(words, scenario)
    yield words("sheet.recount"), scenario.code()
