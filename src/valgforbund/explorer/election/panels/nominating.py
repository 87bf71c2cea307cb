"""Candidates of a list as a person types or pastes them, with their personal votes."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.sharing.candidates import OPEN, PARTY_LIST, Candidate, nominated
from valgforbund.wording import Words

NAME = "people.type"  # of the fold, with the list's letter in it


class Nominating:
    """A fold: it is needed once, by who has a list of names."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._hint = widgets.HTML()
        self._typed = fields.Area("people.typed", rows=5)
        self._put = self._letter = ""  # what stands in the field if nobody has written in it
        self._form = fields.Menu(guard, "people.form", self._choose)
        self._chosen = OPEN
        self._use = fields.Button(guard, "people.use_typed", self._take)
        below = fields.row(self._form, self._use)
        inside = fields.row(self._hint, self._typed, below, kind="vf-tools")
        self.widget = Fold(NAME, inside)

    def _choose(self, form: str) -> None:
        self._chosen = form

    def _take(self) -> None:
        """Put them in the place of those of this list; without any line its own are back."""
        scenario, words, letter = self._state.scenario, self._words, self._letter
        read = parsing.persons(self._typed.value, words.marks)
        before = self._state.view.typed
        if not read.typed and not any(each.letter == letter for each in before):
            raise ScenarioError("persons_none", letter=letter)
        place = scenario.letters.index(letter)
        votes, limit = scenario.ballots[place], scenario.limits[place]
        typed = nominated(before, letter, read.typed, votes, self._chosen, read.list_votes)
        self._put = self._typed.value  # it is shown as it was read
        self._state.nominate(typed)
        self._guard.said = " ".join(_told(words, read, letter, limit))

    def show(self, results: Results) -> None:
        """Name the list whose candidates are typed, and show them; what is being typed stays."""
        words, letter = results.words, chosen(results)
        typed = [each for each in results.view.typed if each.letter == letter]
        is_another = letter != self._letter
        self._words, self._letter = words, letter
        self.widget.show(words, letter=cut(letter))
        self._hint.value = element("span", words("people.type_hint"), class_="vf-quiet")
        self._typed.show(words)
        if self._typed.value == self._put and (typed or is_another):
            self._put = self._typed.value = _text(words, typed)
            self._chosen = typed[0].form if typed else self._chosen
        forms = [(words(f"people.form.{form}"), form) for form in (OPEN, PARTY_LIST)]
        self._form.show(words, forms, self._chosen)
        self._use.show(words)


def _text(words: Words, typed: list[Candidate]) -> str:
    """Candidates as a person would type them."""
    return "\n".join(f"{each.name} {words.number(each.votes or 0)}" for each in typed)


def _told(words: Words, read: parsing.Persons, letter: str, limit: int | None) -> Iterator[str]:
    """What a person may not expect of what was read."""
    if read.list_votes is not None:
        yield words("people.typed_list_votes", votes=words.number(read.list_votes))
    if read.left_aside:
        yield words("people.typed_sums", lines=words.join(cut(each) for each in read.left_aside))
    n = len(read.typed)
    if n and limit is not None and n != limit:
        key = "people.typed_fewer" if n < limit else "people.typed_more"
        yield words(key, n=n, letter=cut(letter), limit=words.word(limit))
