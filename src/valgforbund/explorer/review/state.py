"""What the page of a party holds: the party, remarks, and whose remark is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from valgforbund.explorer.workbench import state
from valgforbund.review import Review, party_review
from valgforbund.wording import Words, words


@dataclass(frozen=True)
class Notes:
    """A party, and what a person wrote.

    Attributes
    ----------
    party : str
        Its key.
    remarks : tuple of (party, place, text)
        Those on other parties stay.
    """

    party: str
    remarks: tuple[tuple[str, str, str], ...] = ()

    def written(self, party: str) -> dict[str, str]:
        """The remarks on a party, by place."""
        return {place: text for key, place, text in self.remarks if key == party}

    def remark(self, place: str, text: str) -> Notes:
        """With this remark on a place of the party; an empty one is none."""
        others = [each for each in self.remarks if each[:2] != (self.party, place)]
        new = [(self.party, place, text)] * bool(text)
        return replace(self, remarks=(*others, *new))


@dataclass(frozen=True)
class View:
    """How the person looks at it.

    Attributes
    ----------
    language : str
    place : str
        Whose remark is written; none where the party is not there.
    """

    language: str = "da"
    place: str = ""


class State(state.State[Notes]):
    """One party with remarks, and the way back."""

    def choose(self, party: str) -> None:
        """Open another party; remarks stay."""
        if party != self.current.party:
            self.open(replace(self.current, party=party))


class Results:
    """One review in the language that a person chose."""

    def __init__(self, notes: Notes, view: View) -> None:
        self.view = view
        self.words: Words = words(view.language)
        remarks = notes.written(notes.party)
        found = _review(notes.party)
        self.review = replace(found, remarks=remarks, language=view.language)


@cache
def _review(key: str) -> Review:
    """Counted once; the language and remarks of a page are put in afterwards."""
    return party_review(key)
