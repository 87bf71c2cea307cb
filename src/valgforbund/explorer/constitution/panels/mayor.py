"""Borgmester: up to three ballots from stated votes, then a lot."""

from __future__ import annotations

import secrets
from dataclasses import replace

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.council import elect_mayor, votes_of
from valgforbund.council.mayor import BALLOTS
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.rows import Column, Rows, Values, by_name, number
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.wording import constitution_mayor as wording


class MayorPanel:
    """Who becomes mayor."""

    title = "constitution.mayor"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._results: Results | None = None
        rounds = [Column(f"mayor.round_{n}", "number") for n in range(1, BALLOTS + 1)]
        self._votes = Rows(guard, (Column("mayor.candidate", "wide"), *rounds), self._vote)
        sides = (Column("mayor.who", "wide"), Column("mayor.for", "wide"))
        self._sides = Rows(guard, sides, self._choose)
        self._choices: list[Values] = []  # who votes for whom, until it is put in
        self._present = fields.Whole(
            guard, "mayor.present", self._count, "vf-few", least=1, most=parsing.MOST_SEATS
        )
        self._clear = fields.Button(guard, "mayor.clear", self._begin)
        self._use = fields.Button(guard, "mayor.use", self._use_choices)
        self._draw = fields.Button(guard, "lot.draw", self._draw_lot)
        self._rule, self._found, self._hint = (widgets.HTML() for _ in range(3))
        form = fields.row(self._present, self._clear)
        self.widget = widgets.Box(
            [
                self._rule,
                form,
                self._votes.widget,
                self._found,
                self._draw,
                self._hint,
                self._sides.widget,
                self._use,
            ]
        )
        self.widget.add_class("vf-stack")

    # ---- what the person does ----

    def _count(self, present: int) -> None:
        """Another number of members present; the ballots stay, or it is refused."""
        proposal = self._state.proposal
        self._state.amend(mayor=proposal.mayor.with_present(present, proposal.council.size))

    def _begin(self) -> None:
        self._state.amend(mayor=elect_mayor(self._state.proposal.mayor.present))

    def _vote(self, rows: list[Values]) -> None:
        """The ballots as they stand in the rows; those after a changed one are void."""
        mayor, ballots = self._state.proposal.mayor, []
        by_name([(row[0].strip(), row) for row in rows])
        for column in range(1, BALLOTS + 1):
            cells = {row[0].strip(): row[column].strip() for row in rows}
            if column == 1:  # a candidate without any votes stands in the first
                alone = {row[0].strip() for row in rows if not any(map(str.strip, row[1:]))}
                cells = {name: text or "0" * (name in alone) for name, text in cells.items()}
            cast = {name: number(text, self._marks) for name, text in cells.items() if text}
            ballots.append(cast)
        before = [dict(ballot) for ballot in mayor.ballots]
        election = replace(mayor, ballots=())
        for place, ballot in enumerate(ballots):
            if not ballot:
                break
            election = election.vote(ballot)  # type: ignore[arg-type]  # it is checked
            if place >= len(before) or ballot != before[place]:
                break
        self._state.amend(mayor=election)

    def _choose(self, rows: list[Values]) -> None:
        """Who votes for whom; a row that is new must name a list or a group of this council."""
        new = [
            (who.strip(), name.strip()) for who, name in rows if (who, name) not in self._choices
        ]
        votes_of(self._state.proposal.council, dict(new))
        by_name([(who.strip(), name) for who, name in rows])
        self._choices = rows
        if self._results is not None:
            self.show(self._results)

    def _use_choices(self) -> None:
        proposal = self._state.proposal
        choices = {who.strip(): name.strip() or None for who, name in self._choices}
        self._state.amend(mayor=proposal.mayor.vote(votes_of(proposal.council, choices)))

    def _draw_lot(self) -> None:
        self._state.amend(mayor=self._state.proposal.mayor.draw(secrets.randbits(32)))

    # ---- what the person sees ----

    def show(self, results: Results) -> None:
        """Show the ballots and what they come to."""
        self._results, words, mayor = results, results.words, results.proposal.mayor
        self._marks = words.marks
        self._rule.value = element("p", words("mayor.rule"))
        self._present.show(words, str(mayor.present))
        self._clear.show(words)
        names = dict.fromkeys(name for ballot in mayor.ballots for name, _ in ballot)
        cast = [dict(ballot) for ballot in mayor.ballots]
        cast += [{}] * (BALLOTS - len(cast))
        rows = [(name, *(str(ballot.get(name, "")) for ballot in cast)) for name in names]
        self._votes.show(words, rows)
        lines = [element("p", line) for line in wording.lines(words, mayor)]
        self._found.value = element("div", *lines, role="status", class_="vf-found")
        self._draw.show(words, seen=bool(mayor.lots))
        self._hint.value = element(
            "div",
            element("h3", words("mayor.sides")),
            element("p", words("mayor.sides_hint"), class_="vf-quiet"),
        )
        with self._guard.quiet():
            self._sides.show(words, self._choices)
        self._use.show(words)
        self._use.disabled = mayor.next_ballot is None or not self._choices
