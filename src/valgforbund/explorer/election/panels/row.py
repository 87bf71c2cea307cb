"""One row a list: who it is, its votes, its alliance, its candidates, and its seats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fields.numbers import LINE_END
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.homes import ALONE, HUES, JOIN, NEW, homes
from valgforbund.explorer.workbench.markup import badge, cut, element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.wording import Words
from valgforbund.wording.pasted import filled


class Votes(fields.Cell):
    """Votes, or their share in per cent of a total that was stated."""

    _of, _fold = 0, ""

    def read(self, text: str) -> tuple[int, ...]:
        """The votes that were typed, or a column of them; a table is refused."""
        cells = re.split(f"[\\t{LINE_END}]", text)
        if "\t" in text and not all(re.search(r"[0-9]", each) for each in cells if each.strip()):
            shown = " ".join(each.strip() for each in cells)
            raise ScenarioError("votes_table", value=shown, fold=self._fold)
        return super().read(text)

    def one(self, text: str) -> int:
        """The votes that were typed."""
        return _rounded(parsing.per_cent(text) * self._of) if self._of else super().one(text)

    def show_votes(self, words: Words, votes: int, of: int, letter: str) -> None:
        """Show the votes of a list; ``of`` is the total that shares are of, or 0."""
        self._of, self._fold = of, words("tools.paste")
        key = "lists.per_cent_of" if of else "lists.votes_of"
        self.show(
            words, words.per_cent(votes / of) if of else words.number(votes), key, letter=letter
        )


class Row:
    """The widgets of one list; reused for whatever list stands at that place.

    Parameters
    ----------
    state, guard
        What is changed, and what wraps the callbacks.
    parts : Parts
        Makes the widgets.
    """

    def __init__(self, state: State, guard: Guard, parts: Parts) -> None:
        self.letter = ""
        self._state, self._guard = state, guard
        self._badge = parts.html()
        self._name = parts.of(fields.Text, guard, "lists.name_of", self._rename, "vf-name")
        self._votes = parts.of(Votes, guard, "lists.votes_of", self._vote, "vf-votes")
        self._share = parts.html()
        self._alliance = parts.of(
            fields.Menu, guard, "lists.alliance_of", self._ally, "vf-alliance"
        )
        self._candidates = parts.of(
            fields.Whole,
            guard,
            "lists.candidates_of",
            self._limit,
            "vf-candidates",
            least=1,
            most=parsing.MOST_SEATS,
            is_optional=True,
        )
        self._seats = parts.html()
        self._before = parts.html("vf-before")
        self._hue = ""
        self.widget = parts.box(
            [
                self._badge,
                self._name,
                self._votes,
                self._share,
                self._alliance,
                self._candidates,
                self._seats,
                self._before,
            ],
            "vf-row",
        )

    # ---- what the person does ----

    def _rename(self, name: str) -> None:
        self._state.change(self._state.scenario.with_names({self.letter: name}))

    def _vote(self, votes: Sequence[int]) -> None:
        scenario = self._state.scenario
        given = parsing.below(self.letter, scenario.letters, votes)
        self._state.change(scenario.with_votes(given))
        self._guard.said = filled(self._words, given)

    def _limit(self, limit: int | None) -> None:
        self._state.change(self._state.scenario.with_candidates({self.letter: limit}))

    def _ally(self, choice: tuple[str, str]) -> None:
        scenario, (act, what) = self._state.scenario, choice
        if act == ALONE:
            self._state.change(scenario.leave(self.letter))
        elif act == NEW:
            self._state.change(scenario.unite([what, self.letter]))
        else:
            self._state.change(scenario.join(self.letter, what))

    # ---- what the person sees ----

    def show(self, letter: str, results: Results) -> None:
        """Show a list; the guard is quiet meanwhile."""
        words, scenario = results.words, results.scenario
        self.letter, self._words = letter, words
        i = scenario.letters.index(letter)
        is_ours = letter == results.view.ours
        tick = element(
            "input",
            type="checkbox",
            class_="vf-tick",
            aria_label=words("lists.tick_of", letter=cut(letter)),
            data_letter=letter,
        )
        sign = badge(letter, results.parties[letter], results.signs[letter])
        ours = element("span", words("lists.ours"), class_="vf-unseen") if is_ours else ""
        self._badge.value = element("label", tick, sign, class_="vf-ticked") + ours
        (self.widget.add_class if is_ours else self.widget.remove_class)("vf-mine")
        self._name.show(words, scenario.names[i], letter=letter)
        self._name.tooltip = scenario.names[i]
        votes, total = scenario.ballots[i], sum(scenario.ballots)
        self._votes.show_votes(words, votes, results.view.per_cent_of, letter)
        share = element("span", words.share(votes / total) if total else "–", class_="vf-share")
        self._share.value = share + self._converted(votes, results)
        limit = scenario.limits[i]
        shown = words("lists.no_limit") if limit is None else str(limit)
        self._candidates.show(words, shown, letter=letter)
        self._show_alliance(letter, scenario, words)
        self._before.value = self._changed(letter, results)

    def show_seats(self, letter: str, results: Results) -> None:
        """Show the numbers that were counted."""
        words = results.words
        now, other, change = (
            results.seats(letter),
            results.other_seats(letter),
            results.change(letter),
        )
        official = results.official.get(letter)
        compared = (
            element("span", words.span(other), class_="vf-other" + " vf-lot" * other.is_open),
            element("span", words.signed_span(change), class_=_tone(change)),
        ) * results.is_compared
        self._seats.value = element(
            "div",
            element("b", words.span(now), class_="vf-now" + " vf-lot" * now.is_open),
            element("span", "" if official is None else official, class_="vf-official")
            if results.official
            else "",
            *compared,
            class_="vf-seats",
        )

    def _show_alliance(self, letter: str, scenario: Scenario, words: Words) -> None:
        home = scenario.alliance_of(letter)
        names = [alliance.name for alliance in scenario.alliances]
        named = [(each.structure, each.name, each.letters) for each in scenario.alliances]
        options = homes(words, "lists.new_with", letter, scenario.letters, named)
        value = (JOIN, home.name) if home else (ALONE, "")
        self._alliance.show(words, options, value, letter=letter)
        hue = f"vf-hue-{names.index(home.name) % HUES}" if home else "vf-hue-none"
        if hue != self._hue:
            self._alliance.remove_class(self._hue)
            self._alliance.add_class(hue)
            self._hue = hue

    def _changed(self, letter: str, results: Results) -> Markup | str:
        """The original beside what was changed."""
        words, scenario, original = results.words, results.scenario, results.original
        if not results.has_original:
            return ""
        i, parts = scenario.letters.index(letter), []
        if letter not in original.letters:
            return element("span", words("lists.new"))
        j = original.letters.index(letter)
        if scenario.names[i] != original.names[j]:
            parts.append(original.names[j])
        if scenario.ballots[i] != original.ballots[j]:
            parts.append(words.votes(original.ballots[j]))
        here, there = scenario.alliance_of(letter), original.alliance_of(letter)
        if (here and here.letters) != (there and there.letters):
            parts.append(there.name if there else words("lists.alone"))
        if scenario.limits[i] != original.limits[j]:
            limit = original.limits[j]
            parts.append(
                words("lists.before_no_limit")
                if limit is None
                else words("lists.before_candidates", n=limit)
            )
        if results.seats(letter) != results.before[letter]:
            parts.append(words.seats_span(results.before[letter]))
        return element("span", words("lists.before", what=" · ".join(parts))) if parts else ""

    @staticmethod
    def _converted(votes: int, results: Results) -> Markup | str:
        """The votes that a share is, inside its field."""
        words = results.words
        if not results.view.per_cent_of:
            return ""
        shown = words("lists.conversion", votes=words.number(votes))
        return element("span", shown, class_="vf-converted", title=words.votes(votes))


def _rounded(votes: Fraction) -> int:
    return int(votes * 2 + 1) // 2  # half a vote up


def _tone(change: Span) -> str:
    if change.is_open:
        return "vf-change vf-lot"
    return "vf-change " + (
        "vf-up" if change.low > 0 else "vf-down" if change.low < 0 else "vf-zero"
    )
