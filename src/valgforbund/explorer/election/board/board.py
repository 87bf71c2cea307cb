"""Alliances built by hand: lists as chips, alliances as boxes, and what a move would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import anywidget
import traitlets

from valgforbund.alliances import Alliance, Member
from valgforbund.baselines import DISSOLVED
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.board.ghost import LONG, NOT, effect, ghosts
from valgforbund.explorer.election.board.moves import (
    NEW,
    free,
    groups,
    key,
    moved,
    pieces,
    unless_same,
)
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.wording import Words

T = TypeVar("T")

HERE = Path(__file__)
SAID = (  # by the page itself
    *("title", "hint", "hint_touch", "held", "held_touch", "lifted", "lifted_touch", "ticked"),
    *("untick", "new", "new_hint", "begun_hint", "free", "free_hint", "cancelled", "chip_hint"),
    "dwell",
)


class BoardWidget(anywidget.AnyWidget):
    """The board in the page; ``board.js`` beside this file does what a person does with it.

    It holds no state: what is moved is a message, and what is shown comes from the kernel.

    Attributes
    ----------
    board : dict
        ``boxes``, ``free`` and ``begun``: boxes, groups and chips with all that they say.
    texts : dict of str
        What the page says by itself.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = HERE.with_suffix(".js").read_text("utf-8")
    _css = HERE.with_suffix(".css").read_text("utf-8")
    board: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    texts: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)


class Board:
    """The alliances of the scenario, to be changed by moving chips.

    Parameters
    ----------
    state, guard
        What is changed, and what wraps the callbacks.

    Attributes
    ----------
    widget : BoardWidget
    """

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._begun = state, ""
        self._results: Results | None = None
        self._acts: dict[str, Callable[[dict[str, Any]], None]] = {
            "drop": self._drop,
            "dissolve": self._dissolve,
            "unite": self._unite,
            "look": self._look,
        }
        self._guarded = guard(self._act)
        self.widget = BoardWidget(_dom_classes=("vf-card", "vf-board-card"))
        self.widget.on_msg(lambda _, content, __: self.hear(content))

    # ---- what the person does ----

    def hear(self, message: object) -> None:
        """What the page says.

        Parameters
        ----------
        message : dict
            ``{"lift": piece}`` and ``{"ticked": letters}`` ask what would come of it, change
            nothing, and are answered with their ``number``. ``{"drop": piece, "on": place}``,
            ``{"dissolve": group}``, ``{"unite": letters}`` and ``{"look": group}`` are acts.
            Pieces, places and groups are keys; see `moves`.
        """
        if isinstance(message, dict) and ("lift" in message or "ticked" in message):
            self._answer(message)
        else:
            self._guarded(message)

    def _act(self, message: object) -> None:
        said = message if isinstance(message, dict) else {}
        act = next((self._acts[name] for name in said if name in self._acts), None)
        if act is None:
            raise ScenarioError("board_gone")
        act(said)

    def _drop(self, message: dict[str, Any]) -> None:
        scenario, target = self._state.scenario, str(message.get("on"))
        piece = _found(pieces(scenario), message["drop"])
        after = moved(scenario, piece, target, self._begun)
        if isinstance(piece, str):
            waits = target == NEW and self._begun in ("", piece)
            self._begun = piece if waits else "" if piece == self._begun else self._begun
        self._state.change(after)
        if after == scenario and self._results is not None:
            self.show(self._results)

    def _dissolve(self, message: dict[str, Any]) -> None:
        group = self._group(message["dissolve"])
        self._state.change(self._state.scenario.dissolve(group))

    def _unite(self, message: dict[str, Any]) -> None:
        self._state.change(_united(self._state.scenario, message["unite"]))

    def _look(self, message: dict[str, Any]) -> None:
        self._state.look(focus=frozenset(self._group(message["look"]).letters))

    def _group(self, name: object) -> Alliance:
        return _found({key(each): each for each in groups(self._state.scenario)}, name)

    def _answer(self, question: dict[str, Any]) -> None:
        """Say what would come of a move, or of what is ticked; what is gone comes to nothing."""
        if self._results is None:
            return
        words, counted = self._results.words, self._results.counted
        answer: dict[str, Any] = {"number": question.get("number")}
        if "lift" in question:
            piece = pieces(counted.scenario).get(str(question["lift"]))
            found = ghosts(words, counted, piece, self._begun) if piece is not None else {}
            answer["ghosts"] = {place: each._asdict() for place, each in found.items()}
        else:
            answer["unite"] = _would_unite(words, counted, question["ticked"])
        self.widget.send(answer)

    # ---- what the person sees ----

    def show(self, results: Results) -> None:
        """Show who stands with whom, with the seats of one count."""
        words, scenario = results.words, results.scenario
        alone, before, self._results = free(scenario), self._results, results
        is_elsewhere = before is not None and before.original != results.original
        if is_elsewhere or self._begun not in alone:
            self._begun = ""
        texts = {each: words.template(f"board.{each}") for each in SAID}
        board = {
            "boxes": [_box(results, each) for each in scenario.alliances],
            "free": [_chip(results, each) for each in alone if each != self._begun],
            "begun": [_chip(results, each) for each in alone if each == self._begun],
        }
        with self.widget.hold_sync():
            self.widget.texts = texts
            self.widget.board = board


def _found(known: Mapping[str, T], name: object) -> T:
    if not isinstance(name, str) or name not in known:
        raise ScenarioError("board_gone")
    return known[name]


def _united(scenario: Scenario, letters: object) -> Scenario:
    if not isinstance(letters, list) or any(each not in scenario.letters for each in letters):
        raise ScenarioError("board_gone")
    return unless_same(scenario, scenario.unite(letters))


def _would_unite(words: Words, counted: Count, letters: object) -> dict[str, str]:
    """What the button says, and what would come of it."""
    try:
        after = _united(counted.scenario, letters)
    except ScenarioError as error:
        return {"label": "", "text": words.error(error), "kind": NOT}
    named = [each for each in after.letters if each in cast("list[str]", letters)]
    label = words("board.unite", letters=", ".join(map(cut, named)))
    text, kind = effect(words, counted, after, named)
    return {"label": label, "text": text, "kind": kind}


def _member(results: Results, member: Member) -> dict[str, Any]:
    return _chip(results, member) if isinstance(member, str) else _group(results, member)


def _chip(results: Results, letter: str) -> dict[str, Any]:
    words, scenario, party = results.words, results.scenario, results.parties[letter]
    i = scenario.letters.index(letter)
    seats, votes = results.counted.spans[letter], scenario.ballots[i]
    label = words(
        "board.chip",
        letter=cut(letter),
        name=cut(scenario.names[i], LONG),
        votes=words.votes(votes),
        seats=words.seats_span(seats),
    )
    return {
        "key": key(letter),
        "letter": letter,
        "sign": results.signs[letter],
        "colour": party.colour,
        "ink": party.ink,
        "votes": words.number(votes),
        **_seats(results, seats),
        "ours": letter == results.view.ours,
        "label": label,
        "title": cut(scenario.names[i], 80),
    }


def _group(results: Results, group: Alliance) -> dict[str, Any]:
    words, name = results.words, cut(group.structure, LONG)
    seats = results.counted.seats_of(group.letters)
    return {
        "key": key(group),
        "name": cut(group.name, 80),
        **_seats(results, seats),
        "members": [_member(results, each) for each in group.members],
        "look": words("board.look", alliance=name, seats=words.seats_span(seats)),
        "lift": words("board.lift", alliance=name),
        "dissolve": words("board.dissolve", alliance=name),
    }


def _box(results: Results, alliance: Alliance) -> dict[str, Any]:
    words, saved = results.words, results.against(alliance, DISSOLVED).saved
    kind = "lot" if saved.is_open else "gain" if saved > 0 else "loss" if saved < 0 else "none"
    number = words.span(-saved if kind == "loss" else saved)
    return _group(results, alliance) | {
        "saves": words("board.costs" if kind == "loss" else "board.saves", seats=number),
        "kind": kind,
        "focus": alliance == results.alliance,
    }


def _seats(results: Results, seats: Span) -> dict[str, Any]:
    return {"seats": results.words.span(seats), "lot": seats.is_open}
