"""One council of the official feed: who stands, what is counted, which seats were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.parsing import IN_PART, MOST_LISTS, MOST_SEATS
from valgforbund.parsing.evening import ONCE
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import OPEN, PARTY_LIST
from valgforbund.sources.bundled import council_size
from valgforbund.sources.feed_doubts import Thing
from valgforbund.sources.feed_forms import (
    NONE,
    CountForm,
    ListForm,
    PersonForm,
    SeatsForm,
    StandingForm,
)
from valgforbund.sources.reading import (
    Counted,
    Person,
    Remark,
    Result,
    remark,
)
from valgforbund.sources.seats import Size, size_of

FORMS = {"Sideordnet": OPEN, "Partiliste": PARTY_LIST}


class Parts(NamedTuple):
    """The files of a feed by kind."""

    standing: list[StandingForm]
    counts: list[CountForm]
    seats: list[SeatsForm]


class Council:
    """A council while its files are put together.

    Parameters
    ----------
    place : str
    form : StandingForm

    Attributes
    ----------
    form : StandingForm
        Who stands.
    by_id : dict
        Letters by the ids of lists, in the order of the ballot paper.
    counts : list of CountForm
        One for each polling area.
    seats : SeatsForm or None
    """

    def __init__(self, place: str, form: StandingForm) -> None:
        self.place, self.form = place, form
        self._lists = sorted(_firsts(form.lists), key=lambda each: each.place)
        people = sum(len(each.people or ()) - len(_people(each)) for each in self._lists)
        self._twice = len(form.lists) - len(self._lists) + people
        self.by_id = dict(zip([each.id for each in self._lists], self._letters(), strict=False))
        self.counts: list[CountForm] = []
        self.seats: SeatsForm | None = None

    def knows(self, form: CountForm) -> bool:
        """Whether every list that has votes in a count stands here: else some would be lost."""
        return all(each.id in self.by_id for each in form.lists or () if each.votes)

    def result(self, election: str) -> tuple[Result, tuple[Remark, ...]]:
        """The council as a scenario, with its candidates, and what is to be said of it."""
        votes, personal, strange = self._votes()
        own = self._own()
        counted = self._counted()
        official, size = self._official(election)
        alliances, remarks = self._alliances()
        if strange:
            remarks.append(remark("feed_strange_lists", n=strange))
        if self._twice:
            remarks.append(remark("feed_twice", n=self._twice))
        notes = (*size.notes, *_notes(counted))
        scenario = self._scenario(election, votes, size.seats, alliances, notes)
        result = Result(
            scenario,
            tuple(official.get(each, 0) for each in scenario.letters) if official else None,
            tuple(FORMS.get(each.form or "", OPEN) for each in self._lists),
            tuple(own[each] if own is not None else None for each in scenario.letters),
            tuple(self._persons(personal)),
            counted,
        )
        return result, (*size.remarks, *remarks)

    def check(self, election: str) -> None:
        """Whether an election can be made of it, whatever is counted.

        Raises
        ------
        ScenarioError
            If not; the reason.
        """
        size = self._official(election)[1]
        none = dict.fromkeys(self.by_id.values(), 0)
        self._scenario(election, none, size.seats, self._alliances()[0], ())

    def _scenario(
        self,
        election: str,
        votes: Mapping[str, int],
        seats: int,
        alliances: Sequence[Sequence[str]],
        notes: tuple[str, ...],
    ) -> Scenario:
        if len(self._lists) > MOST_LISTS:
            raise ScenarioError("too_many_lists", limit=MOST_LISTS)
        return Scenario(
            votes,
            seats,
            alliances,
            {self.by_id[each.id]: len(_people(each)) for each in self._lists if each.people},
            {self.by_id[each.id]: _name(each.name) or self.by_id[each.id] for each in self._lists},
            self.place,
            election,
            notes,
        )

    def _letters(self) -> list[str]:
        """The letters; lists without one are 01, 02 …, and a second with the same gets a 2."""
        given: list[str] = []
        nameless = 0
        for each in self._lists[: MOST_LISTS + 1]:  # of more no council is made
            letter = glyphs.shown(each.letter or "")
            if not letter:
                nameless += 1
                letter = f"{nameless:02}"
            again, bare = 1, letter
            while letter in given:
                again += 1
                letter = f"{bare}{again}"
            given.append(letter)
        return given

    def _votes(self) -> tuple[dict[str, int], Counter[str], int]:
        """Votes by letter, personal votes by candidate's id, and lists that do not stand here."""
        votes = dict.fromkeys(self.by_id.values(), 0)
        personal: Counter[str] = Counter()
        strange = set()
        for form in self.counts:
            for each in form.lists or () if form.result != NONE else ():
                if each.id in self.by_id:
                    votes[self.by_id[each.id]] += each.votes or 0
                else:
                    strange.add(each.id)
                for person in each.people or ():
                    personal[person.id] += person.votes or 0
        return votes, personal, len(strange)

    def _own(self) -> Counter[str] | None:
        """Votes by letter that are no candidate's; None until there is a final count."""
        final = [form for form in self.counts if form.is_final]
        found: Counter[str] = Counter()
        for each in (each for form in final for each in form.lists or ()):
            if each.id in self.by_id:
                found[self.by_id[each.id]] += each.own or 0
        return found if final else None

    def _counted(self) -> Counted:
        counted = [each for each in self.counts if each.result != NONE]
        return Counted(len(self.counts), len(counted), sum(each.is_final for each in counted))

    def _official(self, election: str) -> tuple[Counter[str] | None, Size]:
        """Seats by letter of the lists that have any, and the size of the council.

        The seats are a whole council's, each number once, of lists that stand; else the size is
        that of our table, and they are left out.
        """
        rows = self.seats.seats or () if self.seats else ()
        given = {each.number: each.list for each in rows}
        if not given:
            return None, size_of(self.place, election)
        size = Size(max(len(given), *given))
        known = council_size(self.place, election)
        if known and not known[1] and known[0] != size.seats:
            size = size_of(self.place, election)
        elif size.seats > MOST_SEATS:
            raise ScenarioError("number_too_large", value=size.seats, limit=MOST_SEATS)
        found = Counter(self.by_id[each] for each in given.values() if each in self.by_id)
        is_one = len({(each.number, each.list) for each in rows}) == len(given)
        if is_one and found.total() == size.seats:
            return found, size
        told = remark("feed_seats_wrong", given=found.total(), size=size.seats)
        return None, size._replace(remarks=(*size.remarks, told))

    def _alliances(self) -> tuple[list[list[str]], list[Remark]]:
        """The alliances; a list that is named in two is in none (§ 41)."""
        groups = [
            [self.by_id[each] for each in dict.fromkeys(form.lists or ()) if each in self.by_id]
            for form in self.form.alliances or ()
        ]
        named = Counter(letter for group in groups for letter in group)
        twice = [letter for letter, n in named.items() if n > 1]
        groups = [[each for each in group if each not in twice] for group in groups]
        told = [remark("feed_list_in_two", letter=each) for each in twice]
        told += [remark("alliance_of_one", letter=each[0]) for each in groups if len(each) == 1]
        return [each for each in groups if len(each) > 1], told

    def _persons(self, personal: Counter[str]) -> list[Person]:
        """The candidates in the order of the ballot papers."""
        is_final = any(each.is_final for each in self.counts)
        return [
            Person(
                self.by_id[form.id],
                each.place,
                _name(each.ballot_name) or _name(each.name),
                personal[each.id] if is_final else None,
            )
            for form in self._lists
            for each in sorted(_people(form), key=lambda each: each.place)
        ]


def _people(form: ListForm) -> list[PersonForm]:
    return _firsts(form.people or ())


def _firsts(things: Iterable[Thing]) -> list[Thing]:
    """Things by their ids; of two with one id the first."""
    found: dict[str, Thing] = {}
    for each in things:
        found.setdefault(each.id, each)
    return [*found.values()]


def _notes(counted: Counted) -> tuple[str, ...]:
    if counted.counted < counted.areas or not counted.areas:
        return (IN_PART,)
    return () if counted.final == counted.areas else (ONCE,)


def _name(text: str | None) -> str:
    """A name with single blanks; double ones occur in the feed."""
    return glyphs.shown(text or "")
