"""A constitution proposed: a council, its groups, committees, agreement, promises, ballots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from valgforbund.council.agreement import MAYOR, Agreement, Post
from valgforbund.council.appointment import appoint
from valgforbund.council.committee import FINANCE, OTHER, Committee
from valgforbund.council.committees import AT_ONCE, Committees
from valgforbund.council.council import Council
from valgforbund.council.groups import Group, GroupsLike
from valgforbund.council.mayor import MayorElection
from valgforbund.council.promises import Promises, promise
from valgforbund.errors import ScenarioError
from valgforbund.parties import Party, find, identities
from valgforbund.waiting import Drawn

# where the seats are from
OFFICIAL, COUNTED, TYPED = "official", "counted", "typed"
COMMITTEES_ASSUMED = "committees_assumed"  # a note, until a person changes them
USUAL = 7  # members of a committee, where the council is large enough


def usual_size(seats: int) -> int:
    """Members of a committee that is assumed, at most half of the council; below 1: none fits."""
    half = seats // 2
    return min(USUAL, half if half % 2 else half - 1)


@dataclass(frozen=True)
class Proposal:
    """One frozen proposal; verbs return a new one.

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
    def letters(self) -> tuple[str, ...]:
        """The lists of the council."""
        return self.council.letters

    @property
    def identities(self) -> dict[str, Party]:
        """Who each list is, by letter."""
        return identities(self.letters, self.names, self.election)

    def find(self, called: object) -> str | None:
        """The letter of the list that is meant by its letter or its party's name."""
        return self.council.find(called) or find(called, self.identities)

    def known(self, called: object) -> str:
        """The same; an error where no list is meant."""
        return self.find(called) or self.council.known(called)

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
        found = promise(self.council, dict(self.places), self.allied)
        return found.with_wishes(dict(self.wishes)).with_drawn(self.turns)

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
        """Other seats, as a person types them.

        Sizes of committees that are only assumed follow the council's. Ballots stay as far as so
        many members can have cast them.
        """
        council = self.council.with_seats(seats)
        if council == self.council:
            return self
        return replace(
            self,
            committees=appoint(council, self._fitting(council)),
            mayor=self._ballots_of(council),
            turns=(),
            source=TYPED,
            without=None,
        )

    def _fitting(self, council: Council) -> tuple[Committee, ...]:
        """The committees in a council of another size."""
        usual = usual_size(council.size)
        if COMMITTEES_ASSUMED in self.notes and usual > 0:
            return tuple(
                each if each.kind == OTHER else each._replace(size=usual)
                for each in self.committees.committees
            )
        for each in self.committees.committees:
            most = council.size if each.kind == OTHER else council.size // 2
            if each.size > most:
                raise ScenarioError(
                    "committee_too_large",
                    committee=each.name,
                    size=each.size,
                    seats=council.size,
                    most=most,
                )
        return self.committees.committees

    def _ballots_of(self, council: Council) -> MayorElection:
        """The ballots in a council of another size, void where they cannot be."""
        all_there = self.mayor.present == self.council.size
        present = council.size if all_there else min(self.mayor.present, council.size)
        try:
            return self.mayor.with_present(present, council.size)
        except ScenarioError:
            return MayorElection(present)

    def with_groups(self, groups: GroupsLike) -> Proposal:
        """Other groups; lots and seats that were handed over are forgotten."""
        return replace(self, committees=self.committees.with_groups(groups), turns=())

    def with_council(self, council: Council) -> Proposal:
        """The same committees with a council whose groups have changed."""
        return self.with_groups(council.groups)

    def with_committees(self, committees: Iterable[Committee]) -> Proposal:
        """Other committees; posts, lots and seats follow one that only changed its name."""
        new = appoint(self.council, committees)
        before, after = self.committees.committees, new.committees
        renamed = {
            old.name: each.name
            for old, each in zip(before, after, strict=False)
            if len(before) == len(after) and old._replace(name=each.name) == each
        }
        posts = tuple(post._replace(body=renamed.get(post.body, post.body)) for post in self.posts)
        sizes = [[each._replace(name="", office=()) for each in every] for every in (before, after)]
        notes = tuple(each for each in self.notes if each != COMMITTEES_ASSUMED)
        return replace(
            self,
            committees=self._carried(new, renamed or {each.name: each.name for each in before}),
            posts=posts,
            notes=self.notes if sizes[0] == sizes[1] else notes,
        )

    def _carried(self, new: Committees, renamed: Mapping[str, str]) -> Committees:
        """Lots, and seats that changed hands, in committees that are still the same."""
        old = self.committees
        same = {
            each.name: name
            for each in old.committees
            if (name := renamed.get(each.name)) and each._replace(name=name) in new.committees
        }
        level = [each.name for each in new.standing] == [
            same.get(each.name) for each in old.standing
        ]
        places = same | ({AT_ONCE: AT_ONCE} if level else {})
        drawn = tuple(
            (lot._replace(alliance=places[lot.alliance]), winners)
            for lot, winners in old.drawn
            if lot.alliance in places
        )
        if not level:
            old = old.unlevelled()
        return replace(
            new,
            drawn=drawn,
            levelled=tuple(each._replace(committee=same[each.committee]) for each in old.levelled),
            extra=tuple(each._replace(committee=same[each.committee]) for each in old.extra),
            given=tuple(
                each._replace(committee=same[each.committee])
                for each in old.given
                if each.committee in same
            ),
        )

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
