"""Lists of candidates (valmanslistor) with their votes, checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.proportional.balance import sex


class Candidate(NamedTuple):
    """A person on a list, or a pair with a personal substitute (personlig ersättare).

    Attributes
    ----------
    name, substitute : str
        ``""`` for no substitute.
    sex, substitute_sex : str
        ``"woman"``, ``"man"`` or ``""`` where it is not stated.
    """

    name: str
    substitute: str = ""
    sex: str = ""
    substitute_sex: str = ""


@dataclass(frozen=True)
class Slate:
    """A list of candidates with its votes.

    Attributes
    ----------
    name : str
    votes : int
        Closed ballots for it, 0 or more.
    candidates : tuple of Candidate
        In order.
    signatories : tuple of str
        Members who signed it; the first is its agent (ombud).
    """

    name: str
    votes: int
    candidates: tuple[Candidate, ...]
    signatories: tuple[str, ...] = ()

    @property
    def agent(self) -> str:
        """Who speaks for the list: its first signatory."""
        return self.signatories[0] if self.signatories else ""


def checked(given: Slate) -> Slate:
    """The list with plain texts, or an error that names what is wrong."""
    name = checks.plain(checks.text("slate", given.name))
    if not name:
        raise ScenarioError("slate_without_name")
    for text in (name, *map(str, given.signatories)):
        short(text)
    votes = checks.whole(given.votes, 0, "slate_votes_not_whole", slate=name)
    every = given.candidates if isinstance(given.candidates, Iterable) else (None,)
    if not all(isinstance(each, Candidate) for each in every):
        raise ScenarioError("candidates_not_names", slate=name, value=given.candidates)
    people = []
    for i, person in enumerate(given.candidates, start=1):
        texts = ["" if checks.is_missing(text) else str(text) for text in person]
        first, second, *stated = (" ".join(checks.plain(text).split()) for text in texts)
        if not first:
            raise ScenarioError("candidate_without_name", slate=name, place=i)
        short(first)
        short(second)
        sexes = [sex(each) for each in stated]
        if None in sexes:
            raise ScenarioError("sex_unknown", name=first, value=stated[sexes.index(None)])
        people.append(Candidate(first, second, *(each or "" for each in sexes)))
    if not people:
        raise ScenarioError("slate_empty", slate=name)
    return replace(given, name=name, votes=votes, candidates=tuple(people))


def short(name: str) -> None:
    """A name that nobody could show or say is refused."""
    if len(name) > checks.LONGEST_LETTER:
        raise ScenarioError("name_too_long", value=name, limit=checks.LONGEST_LETTER)


def stand_once(slates: tuple[Slate, ...]) -> None:
    """A person stands on one list, and once on it."""
    home: dict[str, str] = {}
    for each in slates:
        for person in each.candidates:
            for name in filter(None, (person.name, person.substitute)):
                # the letters of an example are people of their own, small and large
                key = name.casefold() if len(name) > 1 else name
                if key in home:
                    raise ScenarioError(
                        "candidate_repeated", name=name, first=home[key], second=each.name
                    )
                home[key] = each.name
