"""Posts that need no seat: first one for every allied list without a seat, then d'Hondt.

Source: the promise of alliances such as Næstved's, that every member without a seat is offered at
least one post outside the council, of its choice, before others choose; what is left goes by
d'Hondt over the groups of the council (kommunestyrelsesloven § 25), which choose as their quotients
come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from valgforbund import checks
from valgforbund.council.council import Council
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, Column, Kind, records, table, text, whole
from valgforbund.lots import Lot
from valgforbund.order import named
from valgforbund.waiting import Drawn, Waiting

PROMISE, SHARE = "promise", "dhondt"
KEPT, NOT_WISHED, BROKEN = "kept", "not_wished", "broken"


class Choice(NamedTuple):
    """One post that went to somebody.

    Attributes
    ----------
    turn : int
        From 1.
    who : str
        The list (of a promise) or the group.
    post : str
    reason : str
        ``"promise"`` or ``"dhondt"``.
    wish : int or None
        Which of its wishes it is, from 1; None if it is none, or none is stated.
    """

    turn: int
    who: str
    post: str
    reason: str
    wish: int | None


@dataclass(frozen=True)
class Promises(Waiting):
    """Who gets which post that needs no seat; made by `promise`.

    Attributes
    ----------
    council : Council
    places : tuple of (post, places)
    order : tuple of str
        Allied lists without a seat, in the order in which they choose.
    wishes : tuple of (list or group, wishes)
        A wish for a post that is not among the places cannot be met; see `gone`.
    drawn : tuple of (Lot, winners)
        Equal quotients: who chooses first. A lot's ``alliance`` is the number of the turn.

    Examples
    --------
    >>> c = Council({"A": 13, "B": 2, "F": 3, "Ø": 1, "Å": 0, "M": 0})
    >>> p = promise(c, ["Skolerådet", "Idrætsforum"], "ÅM", {"Å": ["Idrætsforum"]})
    >>> [(each.who, each.post) for each in p.choices]
    [('Å', 'Idrætsforum'), ('M', 'Skolerådet')]
    """

    council: Council
    places: tuple[tuple[str, int], ...]
    order: tuple[str, ...]
    wishes: tuple[tuple[str, tuple[str, ...]], ...]
    drawn: Drawn = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The posts that are certain, in order; they end where a lot is due."""
        return self._run[0]

    @property
    def lots(self) -> tuple[Lot, ...]:
        """The lot due now, if equal quotients decide who chooses first."""
        return self._run[1]

    @cached_property
    def _run(self) -> tuple[tuple[Choice, ...], tuple[Lot, ...]]:
        free, wishes, found = dict(self.places), dict(self.wishes), list[Choice]()

        def take(who: str, wanted: Sequence[str], reason: str) -> None:
            wish = next((i for i, post in enumerate(wanted, 1) if free.get(post)), None)
            post = wanted[wish - 1] if wish else next(name for name in free if free[name])
            free[post] -= 1
            found.append(Choice(len(found) + 1, who, post, reason, wish))

        for letter in self.order:
            if any(free.values()):
                take(letter, wishes.get(letter, ()), PROMISE)
        got = dict.fromkeys(self.council.by_group, 0)
        while any(free.values()):
            first = self._first(got)
            lot = Lot(str(len(found) + 1), first, 1)
            if len(first) > 1 and not _same_for_all(free, len(first)):
                won = dict(self.drawn).get(lot)
                if won is None:
                    return tuple(found), (lot,)
                first = won
            take(first[0], self._wishes_of(first[0]), SHARE)
            got[first[0]] += 1
        return tuple(found), ()

    def _first(self, got: Mapping[str, int]) -> tuple[str, ...]:
        """The groups with the largest next quotient, the largest group first, then by letter."""
        every = self.council.by_group
        members = {g.name: every[g.name] for g in self.council.groups_by_size if g.name in every}
        best: list[str] = []
        for name, seats in members.items():
            other = members[best[0]] * (got[name] + 1) if best else 0
            mine = seats * (got[best[0]] + 1) if best else 1
            if mine > other:
                best = [name]
            elif mine == other:
                best.append(name)
        return tuple(best)

    def _wishes_of(self, name: str) -> tuple[str, ...]:
        """Wishes of a group: its own, else those of its lists, the largest list's first."""
        wishes = dict(self.wishes)
        if name in wishes:
            return wishes[name]
        letters = next(each.letters for each in self.council.groups if each.name == name)
        by_size = (letter for letter in self.council.by_size if letter in letters)
        return tuple(post for letter in by_size for post in wishes.get(letter, ()))

    @property
    def gone(self) -> dict[str, tuple[str, ...]]:
        """Wishes for posts that are not (or no longer) among the places, by who wished them."""
        there = dict(self.places)
        found = {
            who: tuple(post for post in posts if post not in there) for who, posts in self.wishes
        }
        return {who: posts for who, posts in found.items() if posts}

    def with_wishes(self, wishes: Mapping[str, Sequence[str]]) -> Promises:
        """The same with wishes as they were stated, also for posts that are gone since."""
        stated = checks.by_name(wishes)
        return replace(
            self, wishes=tuple((who, _each_once(posts)) for who, posts in stated.items())
        )

    @property
    def kept(self) -> dict[str, str]:
        """By allied list without a seat: ``"kept"``, ``"not_wished"`` or ``"broken"``.

        ``"not_wished"``: it has a post, but none of those it wished, because they were taken.
        """
        found = {each.who: each for each in self.choices if each.reason == PROMISE}
        stated = dict(self.wishes)
        return {
            letter: BROKEN
            if letter not in found
            else NOT_WISHED
            if stated.get(letter) and found[letter].wish is None
            else KEPT
            for letter in self.order
        }

    @cached_property
    def most_kept(self) -> int:
        """How many could have a post they wished (or any, without wishes) in the best order."""
        places = [name for name, many in self.places for _ in range(many)]
        stated = dict(self.wishes)
        holder: dict[int, str] = {}

        def place(letter: str, seen: set[int]) -> bool:
            for i, name in enumerate(places):
                if i in seen or name not in (stated.get(letter) or places):
                    continue
                seen.add(i)
                if i not in holder or place(holder[i], seen):
                    holder[i] = letter
                    return True
            return False

        return sum(place(letter, set()) for letter in self.order)

    @property
    def table(self) -> pd.DataFrame:
        """One row a choice: index ``turn``; ``who``, ``post``, ``reason`` and ``wish``."""
        kinds: dict[str, Kind] = {
            "turn": whole,
            "who": text,
            "post": text,
            "reason": text,
            "wish": whole,
        }
        return records(self.choices, kinds).set_index("turn")

    @property
    def promises(self) -> pd.DataFrame:
        """One row an allied list without a seat: ``status``, ``post`` and ``wish``."""
        found = {each.who: each for each in self.choices if each.reason == PROMISE}
        columns: dict[str, Column] = {
            "status": text(list(self.kept.values())),
            "post": text([found[each].post if each in found else "" for each in self.order]),
            "wish": whole([found[each].wish if each in found else None for each in self.order]),
        }
        return table(self.order, LETTER, columns)

    def with_drawn(self, drawn: Drawn) -> Promises:
        """The same with lots that were drawn; `settle` checks them and calls this."""
        return replace(self, drawn=drawn)


def promise(
    council: Council | Mapping[str, int] | pd.Series,
    posts: Mapping[str, int] | pd.Series | Iterable[str],
    allied: Iterable[str],
    wishes: Mapping[str, Sequence[str]] | None = None,
) -> Promises:
    """Share posts that need no seat: the promise first, then d'Hondt over the groups.

    Parameters
    ----------
    council : Council, or seats by letter
        Lists without a seat must be named in it too, with 0.
    posts : mapping or Series of name to places, or iterable of names
        In the order in which they are taken by who states no wish.
    allied : iterable of letters
        Lists to which the promise was given; those without a seat choose in this order.
    wishes : mapping of letter or group to posts, optional
        Posts wished, the dearest first.

    Raises
    ------
    ScenarioError
        If a list or post is unknown or named twice, or places are no whole numbers.

    Examples
    --------
    >>> c = Council({"A": 3, "B": 1, "Å": 0})
    >>> promise(c, {"Hegnssyn": 3}, ["Å"]).table["who"].tolist()
    ['Å', 'A', 'A']
    """
    body = council if isinstance(council, Council) else Council(council)
    if isinstance(posts, Mapping | pd.Series):
        pairs = [*posts.items()]
    else:
        pairs = [(name, 1) for name in checks.in_turn(posts)]
    places = tuple(
        (checks.letter(name), checks.whole(many, 1, "places_not_whole", name=name))
        for name, many in pairs
    )
    names = [name for name, _ in places]
    for name in names:
        if names.count(name) > 1:
            raise ScenarioError("post_repeated", name=name)
    order = checks.once(allied, body.known)
    stated = []
    for who, wanted in _by_wisher(body, {} if wishes is None else wishes).items():
        for post in wanted:
            if post not in names:
                raise ScenarioError("post_unknown", value=post, posts=", ".join(names))
        stated.append((who, wanted))
    seatless = tuple(letter for letter in order if not body.bench(letter))
    return Promises(body, places, seatless, tuple(stated))


def _by_wisher(council: Council, wishes: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Wishes by list or group; each is named once."""
    groups = {group.name for group in council.groups}

    def who(key: object) -> str:
        plain = checks.plain(str(key))
        return named(plain, groups) or council.known(plain)

    return {name: _each_once(posts) for name, posts in checks.by_name(wishes, who).items()}


def _each_once(posts: str | Sequence[str]) -> tuple[str, ...]:
    """The posts that somebody wishes, each named once; a text is one post."""
    each = [posts] if isinstance(posts, str) else checks.in_turn(posts)
    wanted = [checks.plain(str(post)) for post in each]
    for post in wanted:
        if wanted.count(post) > 1:
            raise ScenarioError("name_given_twice", name=post)
    return tuple(wanted)


def _same_for_all(free: Mapping[str, int], groups: int) -> bool:
    """Whether it makes no difference who of equals chooses first: one post, places for all."""
    left = [many for many in free.values() if many]
    return len(left) == 1 and left[0] >= groups
