"""Any table of lists and votes: as a scenario of its own, or as votes for what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.parsing import (
    ALLIANCE,
    CANDIDATES,
    ENGLISH,
    MOST_LISTS,
    SEATS,
    SHARE,
    VOTES,
    Fitted,
    Line,
    Lists,
    Nobody,
    Pasted,
    Row,
)
from valgforbund.scenario import Scenario
from valgforbund.sources import shares
from valgforbund.sources.allied import allied
from valgforbund.sources.initials import by_initials
from valgforbund.sources.known import spelled_place
from valgforbund.sources.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from valgforbund.sources.reading import TABLE, Reading, Remark, Result, remark
from valgforbund.sources.seats import size_of
from valgforbund.sources.table_names import letter_of, usual
from valgforbund.sources.table_numbers import differing, nominees, official_seats
from valgforbund.sources.table_places import by_place, rows_for
from valgforbund.sources.table_remarks import left_out, of_columns
from valgforbund.sources.titles import title_of


def table_of(
    lines: Sequence[Line],
    seats: int | None = None,
    place: str | None = None,
    into: Scenario | None = None,
    remarks: Iterable[Remark] = (),
    alone: bool = False,
) -> Reading:
    r"""What a table holds.

    Parameters
    ----------
    lines : sequence of Line
    seats : int, optional
        Size of the council; else the sum of a column of seats, or that of the place in our table.
    place : str, optional
        Of a table of many places the one that is wanted; else where it is.
    into : Scenario, optional
        What is open: it gets the votes of the lists that it has.
    remarks : iterable of Remark
        What is known already.
    alone : bool
        Whether it is an election of its own, also where something is open: of that it then gets
        the size of the council, where nothing else tells it.

    Raises
    ------
    ScenarioError
        If a line cannot be read, or it cannot be told what a column holds, or how many seats
        there are.

    Examples
    --------
    >>> found = table_of(parsing.lines("Parti;Stemmer\nSF;8.123\nA;40"), seats=9)
    >>> found.results[0].scenario
    <scenario: 9 seats; F 8123, A 40; no alliances>
    """
    if not lines:
        raise ScenarioError("table_empty")
    if len(lines) > MOST_ROWS:
        raise ScenarioError("table_too_long", rows=len(lines), limit=MOST_ROWS)
    width = max(len(each.cells) for each in lines)
    if width > MOST_COLUMNS:
        raise ScenarioError("table_too_wide", columns=width, limit=MOST_COLUMNS)
    if len(lines) * width > MOST_CELLS:
        raise ScenarioError("sheet_too_large", rows=len(lines), columns=width, limit=MOST_CELLS)
    lists = None if alone else into
    pasted, measure = _understood(lines, lists)
    if not pasted.rows:
        raise ScenarioError("table_empty")
    told = [*remarks]
    groups = by_place(pasted.rows, place)
    if lists is not None:
        told += [*left_out(pasted), *of_columns(pasted, measure, ())]
        rows = rows_for(lists, groups)
        scenario, more = _into(lists, _part(pasted, rows), measure)
        return Reading(TABLE, (Result(scenario),), (*told, *more), pasted.columns, into=True)
    title = title_of(pasted, place if place is not None or [*groups] == [""] else "")
    if title.place and [*groups] == [""]:
        groups = {title.place: groups[""]}
    room = pasted.council if seats is None else None
    said = [*title.lines, *([room] if room else [])]
    told += [*title.remarks, *left_out(pasted, said)]
    told += of_columns(pasted, measure, (ALLIANCE, CANDIDATES, SEATS))
    if room is not None:
        told.append(remark("seats_said", text=room.text, seats=room.value))
        seats = room.value
    results: list[Result] = []
    for named, rows in groups.items():
        result, more = _new(named, title.election, _part(pasted, rows), measure, seats, into)
        results.append(result)
        told += [each for each in more if each not in told]
    return Reading(TABLE, tuple(results), tuple(told), pasted.columns)


def holds_table(lines: Sequence[Line]) -> bool:
    """Whether lines are a table of two lists or more, as far as can be told without more."""
    if len(lines) > MOST_ROWS or any(len(each.cells) > MOST_COLUMNS for each in lines):
        return False
    try:
        pasted, _ = _understood(lines, None)
    except ScenarioError:
        return False
    return len([each for each in pasted.rows if each.letter or each.name]) > 1


def _understood(lines: Sequence[Line], into: Scenario | None) -> tuple[Pasted, str]:
    """The table with its votes; where it has none, with its shares."""
    is_place = lambda text: spelled_place(text) is not None  # noqa: E731 -- named for what it asks
    is_party = lambda text: letter_of(text) is not None  # noqa: E731 -- the same
    read = partial(parsing.understood, lines, into, ENGLISH, is_place=is_place, is_party=is_party)
    try:
        return read(), VOTES
    except ScenarioError as error:
        if error.code not in shares.MAY_BE:
            raise
        try:
            found = read(measure=SHARE)
        except ScenarioError:
            raise error from None
        if shares.are_fractions(found):  # a spreadsheet has 0.413 where it shows 41.3 %
            found = shares.in_per_cent(found)
        least, most = shares.ABOUT_ALL
        if not least <= found.sum <= most * len(by_place(found.rows, None)):
            raise
        return found, SHARE


def _part(pasted: Pasted, rows: Sequence[Row]) -> Pasted:
    """The table of some rows; its totals are those of all."""
    asides = pasted.asides if len(rows) == len(pasted.rows) else ()
    return replace(pasted, rows=tuple(rows), asides=asides)


def _fitted(pasted: Pasted, lists: Lists) -> Fitted:
    if len(pasted.rows) > MOST_LISTS:
        raise ScenarioError("too_many_lists", limit=MOST_LISTS)
    return parsing.fit(pasted, lists, new=True, letter_of=letter_of)


def _new(
    place: str,
    election: str,
    pasted: Pasted,
    measure: str,
    asked: int | None,
    beside: Scenario | None,
) -> tuple[Result, list[Remark]]:
    """A scenario of its own."""
    nameless = not any(each.letter or each.name for each in pasted.rows)
    if nameless:
        raise ScenarioError("table_without_names", line=pasted.rows[0].line)
    rows, initials = by_initials(pasted.rows)
    pasted = replace(pasted, rows=rows)
    fitted = _fitted(pasted, Nobody())
    by_letter = dict(zip(fitted.values, pasted.rows, strict=True))
    votes, told = _votes(fitted.values, measure, shares.stated_total(pasted))
    names, known = usual(fitted.names)
    told += [remark("initials", letters=", ".join(initials))] if initials else []
    told += [remark("names_usual", letters=", ".join(known))] if known else []
    official = official_seats(by_letter) if SEATS in pasted.columns else None
    size = size_of(place, election, asked, sum(official) if official else None, beside)
    limits = {letter: nominees(row) for letter, row in by_letter.items()}
    scenario = Scenario(votes, size.seats, (), limits, names, place, election, size.notes)
    if ALLIANCE in pasted.columns:
        found = allied(by_letter, scenario)
        told += found.remarks
        for each in found.groups:
            scenario = scenario.unite(each)
    told += size.remarks
    if official and sum(official) != scenario.seats:
        told.append(remark("seats_not_all", sum=sum(official), seats=scenario.seats))
        return Result(scenario), told
    return Result(scenario, official), told + (differing(scenario, official) if official else [])


def _into(scenario: Scenario, pasted: Pasted, measure: str) -> tuple[Scenario, list[Remark]]:
    """What is open with the votes of the lists that it has."""
    fitted = _fitted(pasted, scenario)
    known = {each: n for each, n in fitted.values.items() if each in scenario.letters}
    if not known:
        raise ScenarioError(
            "read_no_known_list",
            letters=", ".join(fitted.values),
            known=", ".join(scenario.letters),
        )
    told = [remark("votes_for", n=len(known), lists=len(scenario.letters))]
    others = [each for each in fitted.values if each not in known]
    if others:
        told.append(remark("lists_left_out", letters=", ".join(others)))
    rest = [each for each in scenario.letters if each not in known]
    if rest:
        told.append(remark("lists_kept", letters=", ".join(rest)))
    if measure == SHARE:
        stated = shares.stated_total(pasted)
        total = sum(scenario.ballots) if stated is None else stated
        known = shares.of_total(known, total)
        code = "shares_of_total" if stated is None else "shares_of_stated"
        told.append(remark(code, total=total))
    return scenario.with_votes(known), told


def _votes(
    values: dict[str, int], measure: str, total: int | None
) -> tuple[dict[str, int], list[Remark]]:
    """Votes; of shares, those of the total that is told, or so many that they are whole."""
    if measure != SHARE:
        return values, []
    if total is not None:
        return shares.of_total(values, total), [remark("shares_of_stated", total=total)]
    votes, all_votes = shares.smallest(values)
    return votes, [remark("shares_only", total=all_votes)]
