"""Poster uden mandat: the promise to allied lists without a seat, then d'Hondt."""

from __future__ import annotations

import secrets

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.council import promise
from valgforbund.council.promises import PROMISE
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.rows import Column, Rows, Values, by_name, number
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.wording import Words
from valgforbund.wording import constitution_posts as wording


class PostsPanel:
    """Posts that need no seat: to whom they are promised, and who gets which."""

    title = "constitution.posts"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        places = (Column("promises.post", "wide"), Column("promises.places", "number"))
        wishes = (Column("promises.who", "number"), Column("promises.wishes", "long"))
        self._places = Rows(guard, places, self._name_posts)
        self._wishes = Rows(guard, wishes, self._wish)
        self._allied = fields.Text(guard, "promises.allied", self._promise, "vf-whole-line")
        self._text, self._found, self._tables = widgets.HTML(), widgets.HTML(), Table()
        self._draw = fields.Button(guard, "lot.draw", self._draw_lots)
        right = widgets.Box([fields.row(self._allied), self._wishes.widget])
        right.add_class("vf-stack")
        pair = widgets.Box([self._places.widget, right])
        pair.add_class("vf-pair")
        pair.add_class("vf-fields-pair")
        self.widget = widgets.Box([self._text, pair, self._found, self._draw, self._tables])
        self.widget.add_class("vf-stack")

    # ---- what the person does ----

    def _name_posts(self, rows: list[Values]) -> None:
        named = [(name.strip(), number(many or "1", self._marks)) for name, many in rows]
        proposal = self._state.proposal
        names = [name for name, _ in named]
        promise(proposal.council, dict(named), ())
        if len({*names}) < len(names):
            promise(proposal.council, names, ())
        self._state.amend(places=tuple(named), turns=())

    def _promise(self, text: str) -> None:
        self._state.amend(allied=parsing.letters(text, self._state.proposal), turns=())

    def _wish(self, rows: list[Values]) -> None:
        """Posts by name, in any case; `promise` tells of one that there is not and never was."""
        proposal = self._state.proposal
        gone = [post for posts in proposal.promises.gone.values() for post in posts]
        known = {name.casefold(): name for name in (*gone, *dict(proposal.places))}
        stated = []
        for who, named in rows:
            for letter in parsing.letters(who, proposal):
                typed = parsing.names(named)
                stated.append((letter, tuple(known.get(each.casefold(), each) for each in typed)))
        wishes = dict(stated) | by_name([(letter, posts) for letter, posts in stated if posts])
        new = {who: [post for post in posts if post not in gone] for who, posts in wishes.items()}
        promise(proposal.council, dict(proposal.places), proposal.allied, new)
        self._state.amend(wishes=tuple(wishes.items()), turns=())

    def _draw_lots(self) -> None:
        self._state.amend(turns=self._state.proposal.promises.draw(secrets.randbits(32)).drawn)

    # ---- what the person sees ----

    def show(self, results: Results) -> None:
        """Show posts, wishes, and who gets what."""
        words, proposal = results.words, results.proposal
        self._marks = words.marks
        self._text.value = element("p", words("promises.rule"))
        self._places.show(words, [(name, str(many)) for name, many in proposal.places])
        wishes = dict.fromkeys(proposal.promises.order, ()) | dict(proposal.wishes)
        self._wishes.show(words, [(who, ", ".join(posts)) for who, posts in wishes.items()])
        self._allied.show(words, ", ".join(proposal.allied))
        found = proposal.promises
        lines = (
            wording.lines(words, found, proposal.allied)
            if proposal.places
            else [words("promises.none")]
        )
        said = [element("p", line) for line in lines]
        self._found.value = element("div", *said, role="status", class_="vf-found")
        parts = (_kept(results), _turns(results)) if proposal.places else ()
        self._tables.show(words, element("div", *parts, class_="vf-found"))
        self._draw.show(words, seen=bool(found.lots))


def _kept(results: Results) -> Markup:
    words, frame = results.words, results.proposal.promises.promises
    rows = [
        (
            row.Index,
            words(f"promises.status_{row.status}"),
            text(row.post, 40) or NOTHING,
            _wish(words, None if pd.isna(row.wish) else int(row.wish)),
        )
        for row in rows_of(frame)
    ]
    if not rows:
        return Markup("")
    head = [words(f"promises.column_{key}") for key in ("list", "status", "post", "wish")]
    return element("div", table(head, rows, words("promises.kept")), class_="vf-left-table")


def _turns(results: Results) -> Markup:
    words = results.words
    rows = [
        (
            each.turn,
            text(each.who, 40),
            text(each.post, 40),
            words("promises.by_promise" if each.reason == PROMISE else "promises.by_dhondt"),
            _wish(words, each.wish),
        )
        for each in results.proposal.promises.choices
    ]
    head = [words(f"promises.column_{key}") for key in ("turn", "who", "post", "reason", "wish")]
    return element("div", table(head, rows, words("promises.turns")), class_="vf-left-table")


def _wish(words: Words, number: int | None) -> Cell:
    return NOTHING if number is None else Cell(words("promises.wish_number", n=number), number)
