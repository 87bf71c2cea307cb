"""Regrouping: what each division into groups would give each list in posts.

The d'Hondt of posts is a game of alliances again. Assumed is that every group claims its levelling
(kommunestyrelsesloven § 27), and that a group shares all its posts among its lists by d'Hondt; the
law leaves the latter to the group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from valgforbund import checks
from valgforbund.comparison import spread
from valgforbund.council.committee import STANDING
from valgforbund.council.committees import Committees
from valgforbund.council.council import GROUP, Council
from valgforbund.council.groups import Group
from valgforbund.council.office import share
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, Column, beside, real, table, text, whole
from valgforbund.progress import Progress
from valgforbund.ranges import Span

MOST = 5_000
GROUPING = "grouping"


def standing_by_group(committees: Committees) -> dict[str, Span]:
    """Fewest and most seats in all standing committees by group, levelled, with members added.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> standing_by_group(appoint({"A": 10, "C": 9}, {"Børn": 3, "Kultur": 3, "Plan": 3}))
    {'A': Span(low=5, high=5), 'C': Span(low=4, high=4)}
    """
    state = committees
    if state.is_level:
        return {name: Span(seats, seats) for name, seats in state.one_by_one.items()}
    found = {**state.spans_at_once}
    for _, group, more in state.extra:
        found[group] = Span(found[group].low + more, found[group].high + more)
    return found


def posts_by_group(committees: Committees) -> dict[str, Span]:
    """Fewest and most seats in all committees by group, after the levelling.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> five = dict.fromkeys(["Børn", "Kultur", "Miljø", "Plan", "Social"], 5)
    >>> posts_by_group(appoint({"A": 14, "C": 5}, five))
    {'A': Span(low=19, high=19), 'C': Span(low=6, high=6)}
    """
    state, found = committees, standing_by_group(committees)
    for each in state.committees:
        if each.kind != STANDING:
            for name, span in state.spans(each).items():
                found[name] = Span(found[name].low + span.low, found[name].high + span.high)
    for place, giver, taker in state.given:
        if state.committee(place).kind == STANDING:
            for name, more in ((giver, -1), (taker, 1)):
                found[name] = Span(found[name].low + more, found[name].high + more)
    return found


def posts_by_list(committees: Committees) -> dict[str, Span]:
    """Fewest and most seats in all committees by list; lists without a seat are left out."""
    state, found = committees, dict[str, Span]()
    office = [letter for each in state.committees for letter in each.office]
    by_group = posts_by_group(state)
    for group in state.council.groups:
        inside = [letter for letter in group.letters if state.council.bench(letter)]
        if not inside:
            continue
        benches = [state.council.bench(letter) for letter in inside]
        held = [office.count(letter) for letter in inside]
        low, high = (share(benches, posts, held) for posts in by_group[group.name].ends)
        for i, letter in enumerate(inside):
            found[letter] = Span(low.seats[i], high.seats[i] + (i in high.tied))
    return {letter: found[letter] for letter in state.council.letters if letter in found}


def posts(committees: Committees, before: Committees | None = None) -> pd.DataFrame:
    """Seats in all committees by list under the groups that were announced.

    Parameters
    ----------
    committees : Committees
    before : Committees, optional
        The same with other groups. Default: every list for itself.

    Returns
    -------
    DataFrame
        Index ``letter`` (lists with a seat); ``seats``, ``group``, ``proportional`` (all posts
        times the list's share of the council), ``posts``, ``posts_before`` and ``change``, these
        three missing where a lot decides, and with ``_low`` and ``_high``.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> c = appoint({"A": 9, "C": 5, "F": 3, "V": 2}, {"Børn": 7})
    >>> posts(c.with_groups([["F", "V"]]), c)["change"].to_dict()
    {'A': -1, 'C': 0, 'F': 0, 'V': 1}
    """
    state = committees
    other = state.with_groups(()) if before is None else before
    now, then = posts_by_list(state), posts_by_list(other)
    everything = sum(map(state.places, state.committees))
    homes = {letter: group.name for group in state.council.groups for letter in group.letters}
    columns: dict[str, Column] = {
        "seats": whole([state.council.bench(letter) for letter in now]),
        GROUP: text([homes[letter] for letter in now]),
        "proportional": real(
            [everything * state.council.bench(letter) / state.council.size for letter in now]
        ),
    }
    spans = {
        "posts": list(now.values()),
        "posts_before": [then[letter] for letter in now],
        "change": [now[letter] - then[letter] for letter in now],
    }
    return table(now, LETTER, columns | spread(spans))


def regroupings(
    committees: Committees,
    lists: Iterable[str] | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """What every division into groups would give each list.

    Parameters
    ----------
    committees : Committees
        Their sizes and seats by office; their groups are those that stay.
    lists : iterable of letters, optional
        Lists that may move: alone, together, or into a group that stays. Default: all with seats.
    progress : callable, optional
        Told how many of how many divisions are counted; what it raises stops the work.

    Returns
    -------
    DataFrame
        Index ``grouping`` (such as ``"A-F C-V B"``); ``groups`` (how many); ``posts`` (in all
        committees); by letter its seats in them, missing where a lot decides, and with ``_low`` and
        ``_high``. Where a list is called like another column, that one has an underscore more.

    Raises
    ------
    ScenarioError
        If there are more than 5,000 (eight lists have 4,140), or a list is named twice.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> c = appoint({"A": 9, "C": 5, "F": 3, "V": 2}, {"Børn": 7})
    >>> regroupings(c, ["F", "V"])[["A", "C", "F", "V"]].loc[["A C F V", "A C F-V"]].values.tolist()
    [[4, 2, 1, 0], [3, 2, 1, 1]]
    """
    council = committees.council
    wanted = checks.once(council.letters if lists is None else lists, council.known)
    movers = [letter for letter in council.by_size if letter in wanted and council.bench(letter)]
    fixed = _staying(council, movers)
    if (many := _count(len(fixed), len(movers))) > MOST:
        raise ScenarioError("too_many_groupings", lists=len(movers), groupings=many, limit=MOST)
    found, spans = list[Committees](), list[dict[str, Span]]()
    for groups in _groupings(fixed, movers):
        found.append(committees.with_groups(groups))
        spans.append(posts_by_list(found[-1]))
        if progress is not None and len(found) % 50 == 0:
            progress(len(found), many)
    by_list = {letter: [each[letter] for each in spans] for letter in spans[0]}
    columns: dict[str, Column] = {
        beside("groups", by_list): whole([len(each.names) for each in found]),
        beside("posts", by_list): whole(
            [sum(each.size for each in committees.committees)] * len(found)
        ),
    }
    for letter, column in by_list.items():
        for name, numbers in spread({letter: column}).items():
            columns[name if name == letter else beside(name, [*columns, *by_list])] = numbers
    names = [" ".join(each.names) for each in found]
    return table(names, GROUPING, columns)


def together(found: pd.DataFrame, letters: Iterable[str]) -> dict[str, Span]:
    """Fewest and most posts of some lists together in each division of `regroupings`.

    All posts are filled, so what the others surely have is a bound, too.

    Raises
    ------
    ScenarioError
        If a letter is not among the lists with a seat, or is named twice.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> every = regroupings(appoint({"A": 11, "B": 8, "C": 2}, {"Børn": 9}))
    >>> found = together(every, ["B", "C"])
    >>> found["A B C"], found["A B-C"]
    (Span(low=4, high=4), Span(low=4, high=4))
    """
    every = found.columns.to_list()
    ends = dict(zip(every[2::3], zip(every[3::3], every[4::3], strict=True), strict=True))
    ours = checks.once(letters, lambda called: checks.known(called, tuple(ends)))
    low, high = _sums(found, [ends[letter] for letter in ours])
    least, most = _sums(found, [both for letter, both in ends.items() if letter not in ours])
    return {
        str(grouping): Span(int(max(low[i], posts - most[i])), int(min(high[i], posts - least[i])))
        for i, (grouping, posts) in enumerate(found[every[1]].items())
    }


def _sums(found: pd.DataFrame, ends: list[tuple[str, str]]) -> tuple[list[int], list[int]]:
    """The fewest and the most posts of some lists, added up, by division."""
    low, high = ([both[end] for both in ends] for end in (0, 1))
    return found[low].sum(axis=1).tolist(), found[high].sum(axis=1).tolist()


def movable(committees: Committees) -> tuple[str, ...]:
    """The largest lists, as many as `regroupings` can divide anew; all where they are few.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> movable(appoint({"A": 9, "C": 5, "F": 3, "V": 2, "D": 0}, {"Børn": 7}))
    ('A', 'C', 'F', 'V')
    """
    council = committees.council
    movers = [letter for letter in council.by_size if council.bench(letter)]
    while _count(len(_staying(council, movers)), len(movers)) > MOST:
        movers.pop()
    return tuple(movers)


def _staying(council: Council, movers: Sequence[str]) -> list[Group]:
    """The groups without these lists, as far as members stay in them."""
    left = [
        group.of(tuple(letter for letter in group.letters if letter not in movers))
        for group in council.groups_by_size
    ]
    return [group for group in left if sum(map(council.bench, group.letters))]


def _count(groups: int, movers: int) -> int:
    """How many ways there are to put lists into groups that are there, or new ones."""
    ways = {groups: 1}
    for _ in range(movers):
        more: dict[int, int] = {}
        for there, many in ways.items():
            more[there] = more.get(there, 0) + there * many
            more[there + 1] = more.get(there + 1, 0) + many
        ways = more
    return sum(ways.values())


def _groupings(groups: list[Group], movers: list[str]) -> Iterator[list[Group]]:
    """Every list in turn into each group that is there, or alone into a new one."""
    if not movers:
        yield groups
        return
    first, *rest = movers
    for i, group in enumerate(groups):
        joined = group.of((*group.letters, first))
        yield from _groupings([*groups[:i], joined, *groups[i + 1 :]], rest)
    yield from _groupings([*groups, Group(first, (first,))], rest)
