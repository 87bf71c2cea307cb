"""Any table of lists and votes: as a scenario of its own, or as votes for what is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from valgforbund import parsing
from valgforbund.dhondt import apportion
from valgforbund.errors import ScenarioError
from valgforbund.parsing import (
    ALLIANCE,
    CANDIDATES,
    ENGLISH,
    MOST_LISTS,
    MOST_SEATS,
    PLACE,
    SEATS,
    SHARE,
    VOTES,
    Fitted,
    Line,
    Lists,
    Nobody,
    Pasted,
    Row,
    whole_number,
)
from valgforbund.parties import party, usual_letter
from valgforbund.scenario import Scenario
from valgforbund.sources.known import spelled_place, usual_names
from valgforbund.sources.limits import MOST_ROWS
from valgforbund.sources.reading import TABLE, Reading, Remark, Result, remark
from valgforbund.sources.seats import size_of

NO_ALLIANCE = frozenset(
    {"", "-", "–", "—", ".", "0", "nej", "ingen", "intet", "no", "none", "inget"}
)
NO_SEATS = frozenset({"", "-", "–", "—", "."})
ABOUT_ALL = (90 * 10**6, 101 * 10**6)  # of shares that are all votes, in millionths of a per cent
TOLD = 12  # lines that are told one by one


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
    lists = None if alone else into
    pasted, measure = _understood(lines, lists)
    if not pasted.rows:
        raise ScenarioError("table_empty")
    told = [*remarks, *_left_out(pasted)]
    groups = _by_place(pasted.rows, place)
    if lists is not None:
        rows = _rows_for(lists, groups)
        scenario, more = _into(lists, _part(pasted, rows), measure)
        return Reading(TABLE, (Result(scenario),), (*told, *more), pasted.columns, into=True)
    results: list[Result] = []
    for where, rows in groups.items():
        result, more = _new(where, _part(pasted, rows), measure, seats, into)
        results.append(result)
        told += [each for each in more if each not in told]
    return Reading(TABLE, tuple(results), tuple(told), pasted.columns)


def _understood(lines: Sequence[Line], into: Scenario | None) -> tuple[Pasted, str]:
    """The table with its votes; where it has none, with its shares."""
    is_place = lambda text: spelled_place(text) is not None  # noqa: E731 -- named for what it asks
    read = partial(parsing.understood, lines, into, ENGLISH, is_place=is_place)
    try:
        return read(), VOTES
    except ScenarioError as error:
        if error.code not in ("column_unclear", "column_line"):
            raise
        try:
            found = read(measure=SHARE)
        except ScenarioError:
            raise error from None
        least, most = ABOUT_ALL
        if not least <= found.sum <= most * len(_by_place(found.rows, None)):
            raise
        return found, SHARE


def _part(pasted: Pasted, rows: Sequence[Row]) -> Pasted:
    return Pasted(pasted.columns, tuple(rows), ())


def _by_place(rows: Sequence[Row], wanted: str | None) -> dict[str, list[Row]]:
    """Rows by their place; an empty cell is of the place above it."""
    found: dict[str, list[Row]] = {}
    last = ""
    for row in rows:
        last = row.other(PLACE) or last
        found.setdefault(spelled_place(last) or last, []).append(row)
    if wanted is None:
        return found
    named = spelled_place(wanted) or wanted
    if [*found] == [""]:
        return {named: found[""]}
    if named not in found:
        raise ScenarioError("read_place_unknown", value=wanted, names=", ".join([*found][:5]))
    return {named: found[named]}


def _rows_for(into: Scenario, groups: dict[str, list[Row]]) -> list[Row]:
    """The rows of the place that is open; of a table of one place, all."""
    if len(groups) == 1:
        return next(iter(groups.values()))
    if into.place in groups:
        return groups[into.place]
    names = ", ".join([*groups][:5])
    raise ScenarioError("read_place_unknown", value=into.place, names=names)


def _fitted(pasted: Pasted, lists: Lists) -> Fitted:
    if len(pasted.rows) > MOST_LISTS:
        raise ScenarioError("too_many_lists", limit=MOST_LISTS)
    return parsing.fit(pasted, lists, new=True, letter_of=_letter_of)


def _letter_of(name: str) -> str | None:
    """The usual letter of a party, also with its place behind its name."""
    who = party("", name)
    return None if who.is_local else usual_letter(who.name)


def _new(
    place: str, pasted: Pasted, measure: str, asked: int | None, beside: Scenario | None
) -> tuple[Result, list[Remark]]:
    """A scenario of its own."""
    nameless = not any(each.letter or each.name for each in pasted.rows)
    if nameless:
        raise ScenarioError("table_without_names", line=pasted.rows[0].line)
    fitted = _fitted(pasted, Nobody())
    by_letter = dict(zip(fitted.values, pasted.rows, strict=True))
    votes, told = _votes(fitted.values, measure)
    names, usual = _names(fitted.names)
    told += [remark("names_usual", letters=", ".join(usual))] if usual else []
    alliances, alone = _alliances(by_letter)
    told += [remark("alliance_of_one", letter=each) for each in alone]
    official = _official(by_letter) if SEATS in pasted.columns else None
    size = size_of(place, asked=asked, told=sum(official) if official else None, into=beside)
    scenario = Scenario(
        votes,
        size.seats,
        alliances,
        {letter: _candidates(row) for letter, row in by_letter.items()},
        names,
        place,
        notes=size.notes,
    )
    is_whole = official is not None and sum(official) == scenario.seats
    return Result(scenario, official if is_whole else None), [*told, *size.remarks]


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
        total = sum(scenario.ballots)
        level = apportion([*known.values()], total)
        counted = [*level.seats]
        for i in level.tied[: level.stake]:
            counted[i] += 1
        known = dict(zip(known, counted, strict=True))
        told.append(remark("shares_of_total", total=total))
    return scenario.with_votes(known), told


def _votes(values: dict[str, int], measure: str) -> tuple[dict[str, int], list[Remark]]:
    """Votes; of shares, so many that the smallest part of a per cent that was written is one."""
    if measure != SHARE:
        return values, []
    step = 10**6
    while any(each % step for each in values.values()):
        step //= 10
    told = remark("shares_only", total=100 * 10**6 // step)
    return {letter: each // step for letter, each in values.items()}, [told]


def _names(said: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """Names by letter, and the letters whose party was not said but is known."""
    known = usual_names()
    usual = [each for each, name in said.items() if not name and each in known]
    names = {each: name or known.get(each, "") for each, name in said.items()}
    return {each: name for each, name in names.items() if name}, usual


def _alliances(rows: dict[str, Row]) -> tuple[list[list[str]], list[str]]:
    """Lists with the same text are allied; the second are those that stand alone with theirs."""
    groups: dict[str, list[str]] = {}
    for letter, row in rows.items():
        text = row.other(ALLIANCE)
        if text.casefold() not in NO_ALLIANCE:
            groups.setdefault(text.casefold(), []).append(letter)
    alone = [each[0] for each in groups.values() if len(each) == 1]
    return [each for each in groups.values() if len(each) > 1], alone


def _official(rows: dict[str, Row]) -> tuple[int, ...]:
    return tuple(_number(row, SEATS, "table_seats", MOST_SEATS) or 0 for row in rows.values())


def _candidates(row: Row) -> int | None:
    return _number(row, CANDIDATES, "table_candidates", MOST_SEATS * 10)


def _number(row: Row, role: str, code: str, most: int) -> int | None:
    cell = row.other(role)
    if cell in NO_SEATS:
        return None
    try:
        return whole_number(cell, ENGLISH, most)
    except ScenarioError:
        raise ScenarioError(code, line=row.line, value=cell) from None


def _left_out(pasted: Pasted) -> list[Remark]:
    """The lines that are no lists, and a total that does not add up."""
    asides = [each for each in pasted.asides if each.why != parsing.HEADER]
    told = [remark("line", line=each.line, text=each.text, why=each.why) for each in asides[:TOLD]]
    if asides[TOLD:]:
        told.append(remark("lines_more", n=len(asides) - TOLD))
    wrong = pasted.wrong_total
    if wrong is not None and not any(each.other(PLACE) for each in pasted.rows):
        told.append(remark("wrong_total", text=wrong.text, sum=pasted.sum))
    return told
