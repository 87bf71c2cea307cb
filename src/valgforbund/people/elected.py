"""Candidates, who of them is elected, and who are their substitutes, as frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, PARTY, Kind, flags, records, text, whole
from valgforbund.people.given import nominees_of
from valgforbund.people.placing import LOT, Place
from valgforbund.people.register import register
from valgforbund.people.standing import Standing
from valgforbund.scenario import Scenario
from valgforbund.sources import bundled
from valgforbund.sources.elections import scenarios

_CANDIDATES: dict[str, Kind] = {
    LETTER: text,
    PARTY: text,
    "candidate": whole,
    "name": text,
    "votes": whole,
    "form": text,
    "list_votes": whole,
    "seat": whole,
    "substitute": whole,
}
_COUNCIL: dict[str, Kind] = {"code": text, "place": text, "number": whole}
_PERSON: dict[str, Kind] = {
    LETTER: text,
    PARTY: text,
    "candidate": whole,
    "name": text,
    "votes": whole,
    "received": whole,
    "how": text,
    "tied": text,
    "scaled": flags,
}


def candidates(election: str, place: str) -> pd.DataFrame:
    """The candidates of a council with their personal votes and the official result.

    Parameters
    ----------
    election : str
        ``"KV2025"``.
    place : str
        Name or code of the council.

    Returns
    -------
    DataFrame
        One row a candidate, list by list in the order of the ballot paper: letter, party,
        candidate (place on the ballot paper, from 1), name (of those who were elected), votes
        (personal), form (``"open"`` or ``"party"``) and list_votes of the list, seat (number of
        the official seat), substitute (official number).

    Raises
    ------
    ScenarioError
        If there is no such council, or its candidates are not bundled.

    Examples
    --------
    >>> first = candidates("KV2025", "Læsø").query("seat == 1")
    >>> first[["letter", "candidate", "votes"]].to_numpy().tolist()
    [['C', 3, 184]]
    """
    scenario = bundled.load(election, place)
    code = bundled.code(scenario.place)
    entries = register(scenario.election, code or "")
    order = bundled.official_order(scenario.election, scenario.place)
    return records(
        (
            (letter, scenario.party(letter), place, name, votes, each.form, each.list_votes, *rank)
            for letter, entry in entries.items()
            for each in (entry.nominees,)
            for seats in ([n for n, winner in enumerate(order, 1) if winner == letter],)
            for place, (name, votes) in enumerate(zip(each.names, each.votes, strict=True), 1)
            for rank in ((_at(entry.elected, place, seats), _at(entry.substitutes, place)),)
        ),
        _CANDIDATES,
    )


def elected(
    c: Count | Scenario | str | Iterable[Count | Scenario | str],
    candidates: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Who sits: one row a seat, in the order of the seats.

    Parameters
    ----------
    c : Count, Scenario, str, or iterable of these
        A count; or several councils, such as ``"KV2025"`` for all of an election.
    candidates : DataFrame, optional
        Of one count. Columns letter, candidate, votes, and where they are known name, form,
        list_votes; such as `candidates` gives and the official feed holds. The candidates of a list
        are numbered from 1, each once; its form and list_votes are the same in all of its rows.
        Lists stand open where no form is given; where no list_votes are, they are what is left of
        the list's votes. Who stands for no list of the count is left aside. Without it the bundled
        ones are meant.

    Returns
    -------
    DataFrame
        Index ``number`` of the seat; letter, party, candidate (place on the ballot paper), name,
        votes (personal), received (list votes that came to them), how, tied, scaled. ``how`` is
        ``"personal votes"``, ``"figure"`` (as many personal votes as elect by themselves),
        ``"list votes"`` (with these as many), ``"personal votes and list votes"`` (with these
        more than the others), ``"order"`` (equal, and higher on the list) or ``"lot"``: then the
        candidate is missing, and ``tied`` says between whom (``"2, 5"``); where it is one between
        lists, the letter is missing as well (``"B 1, Ø 1"``). ``scaled`` is where the list has
        other votes than its candidates had: theirs are in proportion, and that is an assumption
        and not a count. They are rounded only to be told: equal ones stay equal, and of others
        that look equal the one who had more is before. Of several councils code, place and number
        are columns, the first three, and rows are numbered from 0.

    Raises
    ------
    ScenarioError
        If no candidates are given and none are bundled, the frame cannot be used or is given for
        several councils, or a council is there twice.

    Notes
    -----
    Source: kommunal- og regionalvalgloven §§ 85-86; see `people.placing`.

    Examples
    --------
    >>> from valgforbund import load
    >>> elected(load("KV2025", "Læsø"))[["letter", "candidate", "how"]].head(2).to_numpy().tolist()
    [['C', 3, 'personal votes'], ['C', 1, 'personal votes']]
    >>> elected("KV2025").query("place == 'Læsø'")[["number", "name"]].head(2).to_numpy().tolist()
    [[1, 'Thomas W. Olsen'], [2, 'Niels Odgaard']]
    """
    if isinstance(c, (Count, Scenario)):
        seats = [*_seats(standing(c, candidates))]
        frame = records((row for _, row in seats), _PERSON)
        return frame.set_index(pd.RangeIndex(1, len(seats) + 1, name="number"))
    rows = (
        (*where, number, *row)
        for world in _standings(c, candidates)
        for where in (_where(world),)
        for number, row in _seats(world)
    )
    return records(rows, {**_COUNCIL, **_PERSON})


def substitutes(
    c: Count | Scenario | str | Iterable[Count | Scenario | str],
    candidates: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Who comes next in each list when a member leaves (stedfortrædere).

    Parameters
    ----------
    c : Count, Scenario, str, or iterable of these
    candidates : DataFrame, optional
        Both as in `elected`.

    Returns
    -------
    DataFrame
        One row a substitute of a list that has seats (or will have one, if a lot falls so: as if
        it had): letter, party, order (from 1), candidate,
        name, votes, received, tied, scaled, and lacks: the least personal votes more with which
        they stand at least one place higher. (On a party list they raise the figure, too, so that
        it is not always whoever is just before that falls behind, and it may be enough for a
        seat.) Where equal votes leave the order to a lot, ``tied`` has all
        whom they hold for; the candidate is missing where a lot decides who is elected. What is
        lacking is missing, too, where a lot decides how many seats the list has. Of several
        councils code and place are the first two columns.

    Raises
    ------
    ScenarioError
        As in `elected`.

    Notes
    -----
    Source: kommunal- og regionalvalgloven § 91.

    Examples
    --------
    >>> from valgforbund import load
    >>> substitutes(load("KV2025", "Læsø")).groupby("letter").size().head(2).to_dict()
    {'C': 2, 'F': 1}
    """
    kinds: dict[str, Kind] = {LETTER: text, PARTY: text, "order": whole, **_PERSON, "lacks": whole}
    if isinstance(c, (Count, Scenario)):
        rows = _substitutes(standing(c, candidates))
        return records(rows, kinds).drop(columns="how")
    several = (
        (*where, *row)
        for world in _standings(c, candidates)
        for where in (_where(world),)
        for row in _substitutes(world)
    )
    return records(several, {"code": text, "place": text, **kinds}).drop(columns="how")


def standing(c: Count | Scenario, candidates: pd.DataFrame | None = None) -> Standing:
    """Who sits in a count; raises as `elected` does."""
    counted = count(c)
    return Standing(counted, nominees_of(counted, candidates))


def _standings(
    c: str | Iterable[Count | Scenario | str], candidates: pd.DataFrame | None
) -> Iterator[Standing]:
    """Those of several councils."""
    if candidates is not None:
        raise ScenarioError("candidates_of_several")
    parts = c if isinstance(c, str) or not isinstance(c, Iterable) else map(_uncounted, c)
    return map(standing, scenarios(parts))


def _uncounted(c: Count | Scenario | str) -> Scenario | str:
    return c.scenario if isinstance(c, Count) else c


def _where(world: Standing) -> tuple[str | None, str | None]:
    """Code and place of a council."""
    place = world.count.scenario.place
    return bundled.code(place), place or None


def _seats(world: Standing) -> Iterator[tuple[int, tuple[object, ...]]]:
    """The seats of a council by their numbers, and who has them."""
    for seat in world.seats():
        if seat.letter is None:
            tied = ", ".join(f"{each.letter} {each.candidate}" for each in seat.rivals) or None
            yield seat.number, (None, None, None, None, None, None, LOT, tied, False)
        else:
            yield seat.number, _person(world, seat.letter, seat.place)


def _substitutes(world: Standing) -> Iterator[tuple[object, ...]]:
    """The substitutes of a council's lists."""
    for letter in world.placings:
        for order, place in enumerate(world.substitutes(letter), 1):
            person = _person(world, letter, place)
            yield (*person[:2], order, *person[2:], world.lacks(letter, place))


def _person(world: Standing, letter: str, place: Place | None) -> tuple[object, ...]:
    """What a row says of who has a place."""
    party = world.count.scenario.party(letter)
    scaled = letter in world.scaled
    if place is None:
        return letter, party, None, None, None, None, None, None, scaled
    tied = ", ".join(map(str, place.tied)) or None
    if place.candidate is None:
        return letter, party, None, None, None, None, place.how, tied, scaled
    nominees = world.nominees[letter]
    i = place.candidate - 1
    return (
        *(letter, party, place.candidate, nominees.names[i], nominees.shown[i]),
        *(place.received, place.how, tied, scaled),
    )


def _at(ranked: Sequence[int], place: int, numbers: Sequence[int] | None = None) -> int | None:
    """Which number a candidate has among those who are ranked."""
    if place not in ranked:
        return None
    rank = ranked.index(place)
    return rank + 1 if numbers is None else numbers[rank]
