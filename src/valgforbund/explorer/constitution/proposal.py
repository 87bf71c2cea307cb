"""What the tool holds: a council, its groups and committees, an agreement, promises, ballots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from valgforbund.council import (
    Agreement,
    Committee,
    Committees,
    Council,
    Group,
    MayorElection,
    Post,
    Promises,
    appoint,
    promise,
)
from valgforbund.council.agreement import MAYOR
from valgforbund.council.committee import FINANCE
from valgforbund.council.groups import GroupsLike
from valgforbund.waiting import Drawn

# where the seats are from
OFFICIAL, COUNTED, TYPED = "official", "counted", "typed"


@dataclass(frozen=True)
class Proposal:
    """One frozen state of the tool; verbs return a new one.

    Attributes
    ----------
    committees : Committees
        The council with the groups announced, and its committees.
    names : tuple of str
        Of the lists.
    place, election, source : str
        Where the seats are from.
    notes : tuple of str
        Codes of what is assumed.
    without : Council or None
        The same council counted without its alliances, where that is known.
    blocs : tuple of Group
        Lists that vote as one in the majorities.
    parties, posts
        The agreement.
    places, allied, wishes, turns
        Posts that need no seat, to whom they are promised, who wishes what, lots drawn over turns.
    mayor : MayorElection
        The ballots.
    """

    committees: Committees
    names: tuple[str, ...]
    mayor: MayorElection
    place: str = ""
    election: str = ""
    source: str = TYPED
    notes: tuple[str, ...] = ()
    without: Council | None = None
    blocs: tuple[Group, ...] = ()
    parties: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    allied: tuple[str, ...] = ()
    wishes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    turns: Drawn = ()

    @property
    def council(self) -> Council:
        """Seats by list, and the groups announced."""
        return self.committees.council

    @property
    def agreement(self) -> Agreement:
        """The agreement over the committees as they stand."""
        return Agreement(self.committees, self.parties, self.posts)

    @property
    def promises(self) -> Promises:
        """Who gets which post that needs no seat."""
        found = promise(self.council, dict(self.places), self.allied, dict(self.wishes))
        return found.with_drawn(self.turns)

    @property
    def seated(self) -> tuple[str, ...]:
        """Lists with a seat."""
        return tuple(letter for letter in self.council.letters if self.council.bench(letter))

    @property
    def mayors(self) -> str:
        """The list whose mayor chairs the finance committee, ``""`` while that is open."""
        office = [each.office for each in self.committees.committees if each.kind == FINANCE]
        return next((inside[0] for inside in office if inside), "")

    # ---- verbs ----

    def with_seats(self, seats: Mapping[str, int]) -> Proposal:
        """Other seats, as a person types them; ballots of a council of another size are void."""
        council = self.council.with_seats(seats)
        if council == self.council:
            return self
        committees = appoint(council, self.committees.committees)
        mayor = self.mayor if council.size == self.council.size else MayorElection(council.size)
        return replace(
            self,
            committees=committees,
            mayor=mayor,
            turns=(),
            source=TYPED,
            without=None,
        )

    def with_groups(self, groups: GroupsLike) -> Proposal:
        """Other groups; lots and seats that were handed over are forgotten."""
        return replace(self, committees=self.committees.with_groups(groups), turns=())

    def with_council(self, council: Council) -> Proposal:
        """The same committees with a council whose groups have changed."""
        return self.with_groups(council.groups)

    def with_committees(self, committees: Iterable[Committee]) -> Proposal:
        """Other committees; posts follow a committee that only changed its name."""
        new = appoint(self.council, committees)
        before, after = self.committees.committees, new.committees
        renamed = {
            old.name: each.name
            for old, each in zip(before, after, strict=False)
            if len(before) == len(after) and old._replace(name=each.name) == each
        }
        posts = tuple(post._replace(body=renamed.get(post.body, post.body)) for post in self.posts)
        return replace(self, committees=new, posts=posts)

    def with_mayor_of(self, letter: str) -> Proposal:
        """The mayor is of this list (``""``: open), chairs the finance committee, and is agreed."""
        posts = tuple(
            post._replace(holder=letter or None) if post.kind == MAYOR else post
            for post in self.posts
        )
        return replace(self._chaired_by(letter), posts=posts)

    def with_posts(self, agreement: Agreement) -> Proposal:
        """The posts of an agreement; its mayor chairs the finance committee."""
        changed = replace(self, posts=agreement.posts)
        mayor = agreement.mayor or ""
        return changed._chaired_by(mayor) if mayor and mayor != self.mayors else changed

    def _chaired_by(self, letter: str) -> Proposal:
        office = (letter,) if letter else ()
        return self.with_committees(
            each._replace(office=office) if each.kind == FINANCE else each
            for each in self.committees.committees
        )
