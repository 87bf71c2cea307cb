"""Where the numbers are from, what was changed, what the words mean, and how to count again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from babel.dates import format_date
from markupsafe import Markup

from valgforbund.baselines import DISSOLVED, NONE, Reference
from valgforbund.parsing.evening import of_night
from valgforbund.pictures.source import votes_from
from valgforbund.reports.notes.case import Case
from valgforbund.reports.notes.edits import edits, typed_on
from valgforbund.reports.page import Block, Code, Section, lines
from valgforbund.scenario import Scenario
from valgforbund.sources.source import elections
from valgforbund.version import __version__
from valgforbund.wording import Words


def polling_day(election: str) -> dt.date | None:
    """The day on which an election that comes with the package was held.

    Examples
    --------
    >>> polling_day("KV2025"), polling_day("mine")
    (datetime.date(2025, 11, 18), None)
    """
    frame = elections()
    days = frame.loc[frame["election"] == election, "date"]
    return None if days.empty else days.iloc[0].date()


def day(words: Words, when: dt.date) -> str:
    """A date as a letter writes it.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> day(words("da"), dt.date(2025, 11, 18))
    '18. november 2025'
    """
    return str(format_date(when, format="long", locale=words.locale))


def dated(words: Words, scenario: Scenario, today: dt.date) -> str:
    """When the note was written, and of when the data are, where that is known."""
    written = words("report.written", date=day(words, today))
    polled = polling_day(scenario.election)
    return (
        written
        if polled is None
        else f"{written} {words('report.polled', date=day(words, polled))}"
    )


def changed(words: Words, case: Case) -> Section:
    """What was changed against the source."""
    title = words("report.changed")
    typed = [typed_on(words, case.typed)] if case.typed else []
    if case.source is None:
        where = "picture.night" if of_night(case.scenario.notes) else "report.own_numbers"
        return Section(title, (lines([words(where), *typed]),), "right")
    found = [*edits(words, case.source, case.scenario), *typed]
    if not found:
        return Section(title, (lines([words("report.unchanged")]),), "right")
    return Section(title, (lines(found, bullets=True),), "right")


def definitions(words: Words, case: Case) -> Section:
    """What the words of this note mean; only those that it uses."""
    return Section(words("report.definitions"), (lines(_meanings(words, case)),), small=True)


def _meanings(words: Words, case: Case) -> Iterator[Markup]:
    if case.reference is not None:
        yield words.html(f"report.means_{case.reference.kind}")
    elif case.compared is not None:
        kind = case.baseline.kind if case.baseline else "other"
        letter = case.baseline.letter if case.baseline else ""
        yield words.html(f"report.means_{kind}", letter=letter)
    yield words.html("report.means_saved") if case.asked else Markup()
    worlds = [case.counted, *([case.compared.without] if case.compared else [])]
    allied = any(world.scenario.alliances for world in worlds)
    for measure in ("wasted", "carried") if allied else ("wasted",):
        yield words.html(
            "report.means", name=words(f"measure.{measure}"), meaning=words(f"meaning.{measure}")
        )
    yield words.html("report.means_close")
    if any(world.lots for world in worlds):
        yield words.html("report.means_lot")


def counted_from(words: Words, case: Case) -> Section:
    """Sources, version, date of the data, and the code to count it again."""
    scenario = case.scenario
    polled = polling_day(scenario.election)
    of = "" if polled is None else words("report.data_of", date=day(words, polled))
    told = (
        votes_from(words, scenario),
        of,
        words("picture.counted", seats=words.seats(scenario.seats), version=__version__),
        typed_on(words, case.typed) if case.typed else "",
        words("report.recount", python=_python(case)),
    )
    said = " ".join(filter(None, told))
    other = _other(words, case)
    return Section(
        words("report.sources"), (lines([said]), Code(scenario.code()), *other), small=True
    )


def _other(words: Words, case: Case) -> tuple[Block, ...]:
    """The code of the other world, where it is another scenario."""
    if case.compared is None or case.baseline is not None or case.reference == Reference("real"):
        return ()
    return lines([words("report.other_code")]), Code(case.compared.without.scenario.code())


def _python(case: Case) -> str:
    """The line of Python that counts it again."""
    compared = case.compared
    if compared is None or not case.asked or case.reference == Reference("real"):
        return 'vf.count(vf.read("VF1-…"))'
    name = repr(compared.alliance.name)
    if compared.baseline in (DISSOLVED, NONE):
        return f's = vf.read("VF1-…"); vf.compare(s, {name}, "{compared.baseline}")'
    if case.joins:
        rest = case.asked.name if case.asked else ""
        return f's = vf.read("VF1-…"); vf.compare(s.join({case.joins!r}, {rest!r}), {name}, s)'
    if case.baseline is not None:
        return f's = vf.read("VF1-…"); vf.compare(s, {name}, s.leave({case.baseline.letter!r}))'
    return f'vf.compare(vf.read("VF1-…"), {name}, vf.read("VF1-…"))'
