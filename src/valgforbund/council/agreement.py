"""The agreement (konstitueringsaftale): which list has which post.

An agreement binds nobody in law; it is held against what d'Hondt over the groups would give.

Source: kommunestyrelsesloven §§ 6, 17, 18, 22 and 24-25.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from valgforbund import checks
from valgforbund.council.appointment import CommitteesLike, appoint
from valgforbund.council.committee import FINANCE, Committee
from valgforbund.council.committees import Committees
from valgforbund.council.council import GROUP, Council
from valgforbund.council.groups import GroupsLike
from valgforbund.council.office import share
from valgforbund.council.regrouping import posts_by_group
from valgforbund.errors import ScenarioError
from valgforbund.frames import beside, records, text, whole
from valgforbund.ranges import Span

MAYOR, DEPUTY, CHAIR, VICE, MEMBER, OUTSIDE = (
    "mayor",
    "deputy",
    "chair",
    "vice",
    "member",
    "outside",
)
KINDS = (MAYOR, DEPUTY, CHAIR, VICE, MEMBER, OUTSIDE)
PLACES = (CHAIR, VICE, MEMBER)  # each of them is a place in its committee
COMMITTEE_PLACES = "places"


class Post(NamedTuple):
    """One post of an agreement.

    Attributes
    ----------
    kind : str
        ``"mayor"``, ``"deputy"`` (viceborgmester), ``"chair"``, ``"vice"`` and ``"member"`` of a
        committee, ``"outside"``: in a board or delegation.
    body : str
        The committee or board; what else tells posts apart, such as ``"2. viceborgmester"``.
    holder : str or None
        The list that has it; None while it is left to a later agreement.
    person : str
        Who, where known.
    """

    kind: str
    body: str
    holder: str | None
    person: str = ""


@dataclass(frozen=True)
class Agreement:
    """Posts that lists have agreed on; made by `agree`, verbs return a new one.

    Attributes
    ----------
    committees : Committees
        The council with its groups, and the committees whose sizes are known.
    parties : tuple of str
        The lists that agreed.
    posts : tuple of Post

    Examples
    --------
    >>> a = agree({"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}, parties=["A", "B", "F", "Ø"])
    >>> a = a.give("mayor", "Borgmester", "A").give("chair", "Miljø", "Ø")
    >>> a.table.loc[("chair", "Miljø")].to_dict()
    {'A': 0, 'B': 0, 'C': 0, 'F': 0, 'Ø': 1, 'open': 0}
    """

    committees: Committees
    parties: tuple[str, ...]
    posts: tuple[Post, ...] = ()

    @property
    def council(self) -> Council:
        """Seats by list, and the groups."""
        return self.committees.council

    @property
    def mayor(self) -> str | None:
        """The list that has the mayor, if it is agreed."""
        return next((each.holder for each in self.posts if each.kind == MAYOR), None)

    @property
    def shared(self) -> Committees:
        """The committees by d'Hondt, with the agreed mayor as chair of the finance committee."""
        office = () if self.mayor is None else (self.mayor,)
        committees = tuple(
            each._replace(office=each.office or office) if each.kind == FINANCE else each
            for each in self.committees.committees
        )
        return replace(self.committees, committees=committees)

    def places(self, committee: Committee) -> tuple[Post, ...]:
        """Chair, vice chair and members; the mayor chairs the finance committee without a word."""
        found = [each for each in self.posts if each.kind in PLACES and each.body == committee.name]
        chaired = any(each.kind == CHAIR for each in found)
        if committee.kind == FINANCE and not chaired and self.mayor:
            mayor = next(each for each in self.posts if each.kind == MAYOR)
            found.append(mayor._replace(kind=CHAIR, body=committee.name))
        return tuple(found)

    # ---- verbs: each returns a new agreement ----

    def give(
        self, kind: str, body: str, holder: str | None, person: str = "", number: int = 1
    ) -> Agreement:
        """With posts for a list, or left open (None).

        Parameters
        ----------
        kind : str
            One of ``"mayor"``, ``"deputy"``, ``"chair"``, ``"vice"``, ``"member"``, ``"outside"``.
        body : str
        holder : str or None
            A list of the council.
        person : str, optional
        number : int, optional
            How many such posts.

        Raises
        ------
        ScenarioError
            If there is no such kind or list.
        """
        if kind not in KINDS:
            raise ScenarioError("post_kind", value=kind, kinds=", ".join(KINDS))
        who = None if holder is None else self.council.known(holder)
        many = checks.whole(number, 1, "places_not_whole", name=body)
        post = Post(kind, checks.letter(body), who, checks.text("person", person))
        return replace(self, posts=(*self.posts, *[post] * many))

    def take_back(self, kind: str, body: str, holder: str | None) -> Agreement:
        """Without one such post of this list; the last that was given goes first."""
        who = None if holder is None else self.council.known(holder)
        for i, post in reversed(list(enumerate(self.posts))):
            if post[:3] == (kind, checks.plain(body), who):
                return replace(self, posts=self.posts[:i] + self.posts[i + 1 :])
        known = ", ".join(dict.fromkeys(post.body for post in self.posts))
        raise ScenarioError("post_unknown", value=body, posts=known)

    def with_groups(self, groups: GroupsLike) -> Agreement:
        """The same posts held against other groups."""
        return replace(self, committees=self.committees.with_groups(groups))

    # ---- as frames ----

    @property
    def people(self) -> pd.DataFrame:
        """One row a post: ``kind``, ``body``, ``holder`` (missing if open) and ``person``."""
        return records(self.posts, dict.fromkeys(Post._fields, text))

    @property
    def table(self) -> pd.DataFrame:
        """Posts × lists.

        Returns
        -------
        DataFrame
            Index ``kind`` and ``body``, in the order of the kinds; a column a list: how many it
            has, and last ``open``: left to a later agreement (``open_`` where that is a list).
        """
        rows = dict.fromkeys(
            (kind, post.body) for kind in KINDS for post in self.posts if post.kind == kind
        )
        holders = [*self.council.letters, None]
        counts = [
            [sum(post[:3] == (*row, holder) for post in self.posts) for holder in holders]
            for row in rows
        ]
        index = pd.MultiIndex.from_tuples(list(rows), names=["kind", "body"]) if rows else None
        columns = [*self.council.letters, beside("open", self.council.letters)]
        return pd.DataFrame(counts, index=index, columns=columns, dtype="Int64")

    @property
    def against(self) -> pd.DataFrame:
        """The agreement held against d'Hondt over the groups.

        Returns
        -------
        DataFrame
            One row a kind of post and group: ``kind`` (``"places"``: all places in committees of
            known size, after the levelling of § 27; else the posts of that kind shared at once),
            ``group`` (those with members, and others that have such a post), ``members``,
            ``agreed``, ``open`` (posts of the kind that nobody has yet),
            ``dhondt_low``, ``dhondt_high`` (a lot between them), ``over`` and ``under``.
        """
        rows = []
        for kind in (DEPUTY, CHAIR, VICE, COMMITTEE_PLACES, OUTSIDE):
            agreed, left = self._held(kind)
            if not sum(agreed.values()) + left:
                continue
            by_dhondt = self._by_dhondt(kind)
            for name, got in agreed.items():
                if name not in by_dhondt and not got:
                    continue
                span = by_dhondt.get(name, Span(0, 0))
                over, under = max(0, got - span.high), max(0, span.low - got)
                row = (kind, name, self.council.seats_of(name), got, left, *span.ends, over, under)
                rows.append(row)
        numbers = ("members", "agreed", "open", "dhondt_low", "dhondt_high", "over", "under")
        return records(rows, {"kind": text, GROUP: text, **dict.fromkeys(numbers, whole)})

    def _held(self, kind: str) -> tuple[dict[str, int], int]:
        """Posts of a kind by group, and how many are open."""
        posts = self._of(kind)
        held = dict.fromkeys((group.name for group in self.council.groups), 0)
        for post in posts:
            if post.holder:
                held[self.council.group_of(post.holder).name] += 1
        filled = sum(post.holder is not None for post in posts)
        if kind == COMMITTEE_PLACES:
            return held, sum(map(self.committees.places, self.committees.committees)) - filled
        return held, len(posts) - filled

    def _of(self, kind: str) -> list[Post]:
        if kind != COMMITTEE_PLACES:
            return [post for post in self.posts if post.kind == kind]
        return [post for each in self.committees.committees for post in self.places(each)]

    def _by_dhondt(self, kind: str) -> dict[str, Span]:
        if kind == COMMITTEE_PLACES:
            return posts_by_group(self.shared)
        members = self.committees.members
        level = share(list(members.values()), len(self._of(kind)), [0] * len(members))
        return {
            name: Span(seats, seats + (i in level.tied))
            for i, (name, seats) in enumerate(zip(members, level.seats, strict=True))
        }


def agree(
    council: Council | Mapping[str, int] | pd.Series,
    committees: CommitteesLike = (),
    parties: Iterable[str] = (),
    finance: str | None = None,
    mayor: str | None = None,
) -> Agreement:
    """Begin an agreement.

    Parameters
    ----------
    council : Council, or seats by letter
        With the groups that posts are held against; else every list for itself.
    committees : mapping of name to size, or iterable of Committee, optional
        Committees whose sizes are known; see `appoint`. Others can be named all the same.
    parties : iterable of letters, optional
        The lists that agree.
    finance, mayor : str, optional
        The finance committee, and the list that has the mayor.

    Examples
    --------
    >>> a = agree({"A": 9, "C": 5}, {"Børn": 5}, ["A"]).give("member", "Børn", "A", number=4)
    >>> a.against[["group", "agreed", "dhondt_low", "over", "under"]].values.tolist()
    [['A', 4, 3, 1, 0], ['C', 0, 2, 0, 2]]
    """
    posts = appoint(council, committees, finance, mayor)
    return Agreement(posts, checks.named(parties, posts.council))
