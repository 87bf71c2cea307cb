"""The frozen scenario: who stands, with how many votes, in which alliances, for how many seats."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, partial

import pandas as pd

from valgforbund import alliances as tree
from valgforbund import checks, order, parties, shifts, units
from valgforbund.alliances import Alliance, AllianceLike, Groups
from valgforbund.errors import ScenarioError, shorten
from valgforbund.frames import ALLIANCE, LETTER, PARTY, real, series, table, text, whole
from valgforbund.lots import Lot
from valgforbund.parties import Party


@dataclass(frozen=True, init=False, repr=False)
class Scenario:
    """Lists, votes, alliances and seats; every change gives a new scenario.

    Parameters
    ----------
    votes : mapping or Series, letter to int
        Votes by letter, whole numbers of any size, 0 or more. Its order is the display order.
    seats : int
        Size of the council, 1 or more.
    alliances : iterable of groups of letters
        Groups may hold groups: ``[["C", ["L1", "L2"]]]``.
    candidates : mapping of str to int, optional
        Candidates of a list, where known: it gets no more seats than that.
    names : mapping of str to str, optional
        Names of lists; a list without one is called by its letter.
    place, election : str
        What is counted, such as ``"Næstved"`` and ``"KV2025"``.
    notes : iterable of str
        Codes of what is assumed, such as ``"alliances_unknown"`` and ``"size_assumed"``; how much
        of a night is counted: ``"counted_in_part:12/27"``, polling areas of all.

    Attributes
    ----------
    letters, ballots, limits, names : tuple
        The lists in order: letter, votes, candidates (None where unknown), name.
    drawn : tuple of (Lot, winners)
        Lots that have been drawn; any change of what is counted forgets them.

    Raises
    ------
    ScenarioError
        Where the law or arithmetic forbids it; the sentence names value, place and what is
        allowed. What a real council merely could not have is in `warnings`.

    Notes
    -----
    Equal by value and hashable: it holds plain tuples; frames are made on access. Source of the
    checks: kommunal- og regionalvalgloven §§ 37-42 and 81-83.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> s.alliances[0].name
    'C-D'
    >>> s.leave("C").alliances
    ()
    """

    letters: tuple[str, ...]
    ballots: tuple[int, ...]
    seats: int
    alliances: tuple[Alliance, ...]
    limits: tuple[int | None, ...]
    names: tuple[str, ...]
    place: str
    election: str
    notes: tuple[str, ...]
    drawn: tuple[tuple[Lot, tuple[str, ...]], ...] = field(default=())

    def __init__(
        self,
        votes: Mapping[str, int] | pd.Series,
        seats: int,
        alliances: Groups = (),
        candidates: Mapping[str, int | None] | None = None,
        names: Mapping[str, str] | None = None,
        place: str = "",
        election: str = "",
        notes: Iterable[str] = (),
    ) -> None:
        letters, ballots = checks.letters(votes)
        known = partial(checks.known, letters=letters)
        limits = checks.by_letter({} if candidates is None else candidates, known)
        named = checks.by_letter({} if names is None else names, known)
        vars(self).update(
            letters=letters,
            ballots=tuple(map(_votes, letters, ballots)),
            seats=checks.whole(seats, 1, "seats_not_whole"),
            limits=tuple(_limit(letter, limits.get(letter)) for letter in letters),
            names=tuple(checks.name(named.get(letter, letter), letter) for letter in letters),
            election=checks.text("election", election),
        )
        vars(self).update(
            alliances=tree.read(alliances, letters, self.known),
            place=checks.text("place", place),
            notes=tuple(checks.text("notes", note) for note in notes),
            drawn=(),
        )

    def __repr__(self) -> str:
        where = " ".join(filter(None, (self.place, self.election))) or "scenario"
        lists = ", ".join(
            f"{n} {shorten(v)}" for n, v in zip(self.letters, self.ballots, strict=True)
        )
        groups = ", ".join(alliance.name for alliance in self.alliances) or "no alliances"
        return f"<{where}: {shorten(self.seats)} seats; {lists}; {groups}>"

    def _repr_html_(self) -> str:
        from valgforbund.reports import shown  # noqa: PLC0415 -- only a notebook needs the words

        return shown.scenario(self)

    def code(self) -> str:
        """A short text that holds all of it; `valgforbund.read` gives the scenario back.

        Examples
        --------
        >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
        >>> s.code()[:4], Scenario({"A": 1}, 1).code() == Scenario({"A": 2}, 1).code()
        ('VF1-', False)
        """
        from valgforbund.sharing.code import of  # noqa: PLC0415 -- it comes after the count

        return of(self)

    def save(
        self,
        path: str | os.PathLike[str],
        votes: str = "",
        candidates: pd.DataFrame | None = None,
    ) -> None:
        """Write all of it to a file, as JSON that can be read; `valgforbund.read` gives it back.

        Parameters
        ----------
        path : str or path
            Such as ``"naestved.valgforbund.json"``; what was there before is replaced.
        votes : str
            Where the votes are from, in words: it stands in the file, with the day and the
            version of the program.
        candidates : DataFrame, optional
            Columns letter, candidate, name, votes, form, list_votes, as `valgforbund.elected`
            takes it: kept with it, and given back by `valgforbund.open_file`.

        Raises
        ------
        ScenarioError
            If it cannot be written there.
        """
        from valgforbund.sharing.file import save  # noqa: PLC0415 -- it comes after the count

        return save(self, path, votes, candidates)

    def as_python(self) -> str:
        """Some lines of Python that make it, as the name ``s``.

        Of an election that comes with the package these are its name and the changes, where
        that is shorter.

        Examples
        --------
        >>> s = Scenario({"A": 25, "B": 31}, seats=8, alliances=[["A", "B"]])
        >>> print(s.as_python())
        import valgforbund as vf
        <BLANKLINE>
        s = vf.Scenario({"A": 25, "B": 31}, seats=8, alliances=[["A", "B"]])
        """
        from valgforbund.script import script  # noqa: PLC0415 -- it comes after the elections

        return script(self)

    # ---- what it holds, as frames ----

    @property
    def votes(self) -> pd.Series:
        """Votes by letter."""
        return series(self.ballots, self.index, "votes")

    @property
    def lists(self) -> pd.DataFrame:
        """One row a list: party, name, votes, share of all votes, candidates, outermost alliance.

        The party is missing for a local list, the alliance for a list alone.
        """
        total, homes = sum(self.ballots), map(self._home.get, self.letters)
        return table(
            self.letters,
            LETTER,
            {
                PARTY: text([self.party(letter) for letter in self.letters]),
                "name": text(self.names),
                "votes": whole(self.ballots),
                "share": real([votes / total if total else 0.0 for votes in self.ballots]),
                "candidates": whole(self.limits),
                ALLIANCE: text([home.name if home else None for home in homes]),
            },
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes of what a real council could not have; none stops a what-if."""
        return checks.warnings(
            self.letters,
            self.ballots,
            self.seats,
            self.election,
            nested=any(alliance.name != alliance.structure for alliance in self.alliances),
        )

    @property
    def index(self) -> pd.Index:
        """The letters as the index of frames; a copy, because an index can be renamed."""
        return self._index.view()

    @cached_property
    def council(self) -> units.Unit:
        """The tree that is counted."""
        return units.council(self.letters, self.ballots, self.limits, self.alliances, self.seats)

    @cached_property
    def _index(self) -> pd.Index:
        return pd.Index(self.letters, dtype="str", name=LETTER)

    @cached_property
    def _home(self) -> dict[str, Alliance]:
        return {letter: a for a in self.alliances for letter in a.letters}

    @cached_property
    def by_votes(self) -> tuple[str, ...]:
        """The letters in the order that decides between equals: most votes first, then by letter.

        Examples
        --------
        >>> Scenario({"C": 10, "B": 30, "A": 10}, seats=5).by_votes
        ('B', 'A', 'C')
        """
        return tuple(self.letters[i] for i in order.by_votes(self.letters, self.ballots))

    @property
    def alliances_by_votes(self) -> tuple[Alliance, ...]:
        """The alliances in the same order: most votes together first, then by first letter."""
        votes = dict(zip(self.letters, self.ballots, strict=True))
        groups = [alliance.letters for alliance in self.alliances]
        together = [sum(map(votes.__getitem__, letters)) for letters in groups]
        return tuple(self.alliances[i] for i in order.groups_by_votes(groups, together))

    def alliance(self, which: AllianceLike) -> Alliance:
        """The alliance meant by its name, an `Alliance`, or a tuple of its letters."""
        return tree.find(which, self.alliances, self.find)

    def alliance_of(self, letter: str) -> Alliance | None:
        """The outermost alliance that a list is in, or None."""
        return self._home.get(self.known(letter))

    def find(self, called: object) -> str | None:
        """The letter of the list that is meant by its letter or its party's name.

        Case and common spellings do not matter where only one list fits; None where none or
        several do.

        Examples
        --------
        >>> s = Scenario({"F": 9, "Å": 5}, 9, names={"F": "SF – Socialistisk Folkeparti"})
        >>> s.find("f"), s.find("aa"), s.find("Socialistisk Folkeparti"), s.find("SF")
        ('F', 'Å', 'F', 'F')
        """
        return checks.find(called, self.letters) or parties.find(called, self.parties)

    def known(self, called: object) -> str:
        """The same; an error where no list, or more than one, is meant."""
        found = self.find(called)
        if found is None:
            several = parties.all_called(called, self.parties)
            if len(several) > 1:
                raise ScenarioError("letter_of_several", letter=called, letters=", ".join(several))
            raise ScenarioError("letter_unknown", letter=called, letters=", ".join(self.letters))
        return found

    def source(self, called: str) -> str:
        """Where votes come from: ``"new"``, ``"others"``, or a list by what a person calls it."""
        plain = checks.plain(str(called))
        return plain if plain in checks.SOURCES else self.find(called) or plain

    def party(self, letter: str) -> str | None:
        """The short name of a list's party; None for a local list."""
        who = self.parties[letter if letter in self.parties else self.known(letter)]
        return None if who.is_local else who.short

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Who each list is, by letter: a nationwide party, or a local list of its own."""
        return parties.identities(self.letters, self.names, self.election)

    # ---- verbs: each returns a new scenario ----

    def with_votes(self, votes: Mapping[str, int] | pd.Series) -> Scenario:
        """New votes for some lists."""
        new = checks.by_letter(votes, self.known)
        return self._with(
            ballots=tuple(
                _votes(letter, new.get(letter, old))
                for letter, old in zip(self.letters, self.ballots, strict=True)
            )
        )

    def with_seats(self, seats: int) -> Scenario:
        """Another size of the council; that it was assumed is then no longer true."""
        notes = tuple(note for note in self.notes if note != "size_assumed")
        return self._with(seats=checks.whole(seats, 1, "seats_not_whole"), notes=notes)

    def with_candidates(self, candidates: Mapping[str, int | None]) -> Scenario:
        """Other numbers of candidates; None for no limit."""
        new = checks.by_letter(candidates, self.known)
        return self._with(
            limits=tuple(
                _limit(letter, new.get(letter, old))
                for letter, old in zip(self.letters, self.limits, strict=True)
            )
        )

    def with_names(self, names: Mapping[str, str]) -> Scenario:
        """Other names of lists; the count stays, and so do lots that were drawn."""
        new = checks.by_letter(names, self.known)
        return self._with(
            names=tuple(
                checks.name(new.get(letter, old), letter)
                for letter, old in zip(self.letters, self.names, strict=True)
            ),
            drawn=self.drawn,
        )

    def with_notes(self, notes: Iterable[str]) -> Scenario:
        """Other codes of what is assumed; the count stays, and so do lots that were drawn.

        Examples
        --------
        >>> Scenario({"A": 1}, 3).with_notes(["counted_in_part:12/27"]).notes
        ('counted_in_part:12/27',)
        """
        return self._with(
            notes=tuple(checks.text("notes", note) for note in notes), drawn=self.drawn
        )

    def with_place(self, place: str) -> Scenario:
        """The same election somewhere else; the count stays, and so do lots that were drawn.

        Examples
        --------
        >>> Scenario({"A": 1}, 3).with_place("Lejre").place
        'Lejre'
        """
        return self._with(place=checks.text("place", place), drawn=self.drawn)

    def with_alliances(self, alliances: Groups) -> Scenario:
        """Exactly these alliances."""
        return self._grouped(alliances)

    def without_alliances(self) -> Scenario:
        """Every list alone."""
        return self._with(alliances=())

    def unite(self, letters: str | Iterable[str]) -> Scenario:
        """A new alliance of these lists; each leaves the one it was in.

        Examples
        --------
        >>> Scenario({"A": 3, "B": 2, "C": 1}, 3).unite("a og C").alliances[0].name
        'A-C'
        """
        wanted = checks.named(letters, self)
        if len(wanted) < 2:
            raise ScenarioError("alliance_needs_two", letters=", ".join(wanted))
        apart = self
        for letter in wanted:
            apart = apart.leave(letter)
        return apart._grouped([*apart.alliances, wanted])

    def dissolve(self, alliance: AllianceLike) -> Scenario:
        """Without this alliance; groups inside it stay together."""
        kept = tree.without_group(self.alliances, self.alliance(alliance))
        return self._grouped([group for group in kept if not isinstance(group, str)])

    def leave(self, letter: str) -> Scenario:
        """This list alone; the rest of its alliance stay together."""
        return self._grouped(tree.without_list(self.alliances, self.known(letter)))

    def join(self, letter: str, alliance: AllianceLike) -> Scenario:
        """This list in that alliance; it leaves the one it was in first."""
        goal, joining = self.alliance(alliance), self.known(letter)
        if joining in goal.letters:
            return self
        alone = self.leave(joining)
        return alone._grouped(tree.with_list(alone.alliances, joining, goal))

    def with_list(
        self, letter: str, votes: int = 0, name: str = "", candidates: int | None = None
    ) -> Scenario:
        """One more list, last in the order and alone."""
        new = checks.letter(letter)
        if new in self.letters:
            raise ScenarioError("letter_repeated", letter=new)
        if len(self.letters) == checks.MOST_LISTS:
            raise ScenarioError("too_many_lists", limit=checks.MOST_LISTS)
        tree.check_names(self.alliances, (*self.letters, new))
        return self._with(
            letters=(*self.letters, new),
            ballots=(*self.ballots, _votes(new, votes)),
            limits=(*self.limits, _limit(new, candidates)),
            names=(*self.names, checks.name(name or new, new)),
        )

    def without_list(self, letter: str) -> Scenario:
        """One list fewer, votes and all."""
        gone = self.letters.index(self.known(letter))
        if len(self.letters) == 1:
            raise ScenarioError("no_lists", value={})
        left = self.leave(letter)
        return left._with(
            **{
                key: getattr(left, key)[:gone] + getattr(left, key)[gone + 1 :]
                for key in ("letters", "ballots", "limits", "names")
            }
        )

    def shift(self, letter: str, amount: int, source: str = "new") -> Scenario:
        """Move votes to a list from ``"new"`` voters, ``"others"`` or one list, by its letter."""
        to, giver = self.known(letter), self.source(source)
        return self.with_votes(shifts.shift(self.letters, self.ballots, to, amount, giver))

    def with_drawn(self, drawn: tuple[tuple[Lot, tuple[str, ...]], ...]) -> Scenario:
        """The same with lots that were drawn; `Count.settle` checks them and calls this."""
        return self._with(drawn=drawn)

    def _grouped(self, groups: object) -> Scenario:
        return self._with(alliances=tree.read(groups, self.letters, self.known))

    def _with(self, **changes: object) -> Scenario:
        """A copy with checked changes; lots are forgotten unless they are among the changes."""
        new = object.__new__(Scenario)
        kept = {each.name: getattr(self, each.name) for each in fields(self)}
        vars(new).update(kept | {"drawn": ()} | changes)
        return new


def _votes(letter: str, value: object) -> int:
    if checks.is_missing(value):
        raise ScenarioError("votes_missing", letter=letter)
    return checks.whole(value, 0, "votes_not_whole", letter=letter)


def _limit(letter: str, value: object) -> int | None:
    if checks.is_missing(value):
        return None
    return checks.whole(value, 1, "candidates_not_whole", letter=letter)
