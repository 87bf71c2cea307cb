"""One election: its lists, the comparison numbers, who is elected, and the lots."""

from __future__ import annotations

import secrets

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.slates import SlateRow, with_new_slate
from valgforbund.explorer.proportional.state import State
from valgforbund.explorer.proportional.tables import comparison_table, elected_table
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.shelf import Shelf
from valgforbund.explorer.workbench.table import Table
from valgforbund.parsing import MOST_SEATS
from valgforbund.proportional import Election
from valgforbund.proportional.meeting import BOARD, CHAIRS, PRESIDIUM
from valgforbund.wording import proportional as wording


class Vote:
    """The panel of one election; its kinds say which."""

    title, which, hint = "", "", "prop.hint"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard, self._parts = state, guard, Parts()
        self._posts = fields.Whole(
            guard, "prop.posts", self._resize, "vf-posts", least=2, most=MOST_SEATS
        )
        self._officers = fields.Tick(guard, "prop.officers", self._agree)
        self._rows = Shelf(lambda _: SlateRow(state, guard, self.which, self._parts), "vf-slates")
        self._add = fields.Button(guard, "prop.add", self._add_slate)
        self._shuffle = fields.Button(guard, "prop.shuffle", self._draw_order)
        self._draw = fields.Button(guard, "lot.draw", self._draw_lots, "vf-draw")
        self._hint, self._text = widgets.HTML(), widgets.HTML()
        self._elected, self._table = Table(), Table()
        self._text.add_class("vf-headline")
        self._head = fields.row(self._posts, self._officers)
        buttons = fields.row(self._add, self._shuffle)
        self._left = widgets.Box([self._head, self._hint, self._rows, buttons])
        right = widgets.Box([self._text, self._draw, self._elected, self._table])
        self.widget = widgets.Box([self._left, right])
        self.widget.add_class("vf-prop-vote")

    @property
    def _election(self) -> Election:
        return self._state.meeting.election(self.which)

    def _resize(self, posts: int) -> None:
        self._state.elect(self.which, self._election.revised(posts=posts))

    def _agree(self, agreed: bool) -> None:
        self._state.elect(self.which, self._election.revised(officers=agreed))

    def _add_slate(self) -> None:
        names = {each.name for each in self._election.slates}
        free = next(n for n in range(1, len(names) + 2) if _roman(n) not in names)
        self._state.elect(self.which, with_new_slate(self._election, _roman(free)))

    def _draw_order(self) -> None:
        names = [each.name for each in self._election.slates]
        secrets.SystemRandom().shuffle(names)
        self._state.elect(self.which, self._election.in_order(names))

    def _draw_lots(self) -> None:
        self._state.elect(self.which, self._election.draw(secrets.randbits(32)))

    def show(self, results: Results) -> None:
        """Show one election."""
        words, meeting = results.words, results.meeting
        election = meeting.election(self.which)
        self._posts.show(words, str(election.posts))
        self._officers.show(words, election.officers)
        self._hint.value = element("p", words(self.hint), class_="vf-hint")
        slates = election.slates
        for place, row in enumerate(self._rows.rows(len(slates))):
            row.show(results, place, slates[place])
        self._rows.show(len(slates))
        self._add.show(words)
        self._shuffle.show(words)
        self._draw.show(words, seen=bool(election.lot))
        first, *more = self._sentences(results)
        self._text.value = element(
            "div",
            element("p", first, class_="vf-first"),
            *(element("p", each) for each in more),
            role="status",
        )
        self._elected.show(words, elected_table(words, election))
        self._table.show(words, comparison_table(words, election))

    def _sentences(self, results: Results) -> list[Markup]:
        words, meeting = results.words, results.meeting
        return [
            *wording.election(words, meeting.election(self.which), meeting.present),
            *wording.balances(words, meeting.election(self.which), meeting.rule),
        ]


class Presidium(Vote):
    """The council's own chair and vice chair."""

    title, which = "prop.tab_presidium", PRESIDIUM


class Board(Vote):
    """A board with personal substitutes."""

    title, which, hint = "prop.tab_board", BOARD, "prop.hint_pairs"


class Chairs(Vote):
    """A board's chair and vice chair: a second election, unless something was agreed."""

    title, which = "prop.tab_chairs", CHAIRS

    def __init__(self, state: State, guard: Guard) -> None:
        super().__init__(state, guard)
        self._head.layout.display = "none"  # always two posts, the highest number is the chair

    def _sentences(self, results: Results) -> list[Markup]:
        meeting = results.meeting  # the share of women and men is the board's
        return wording.election(results.words, meeting.chairs, meeting.present)

    def show(self, results: Results) -> None:
        """Show the second election, or why there is none."""
        board = results.meeting.board
        held = board.elected and not board.lot and not board.officers
        for part in (self._left, self._elected, self._table):
            part.layout.display = "" if held else "none"
        if held:
            super().show(results)
            return
        self._draw.layout.display = "none"
        sentences = wording.no_second_election(results.words, board)
        self._text.value = element(
            "div", *(element("p", each) for each in sentences), role="status"
        )


def _roman(number: int) -> str:
    """A small number as lists are numbered."""
    text = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        times, number = divmod(number, value)
        text += sign * times
    return text
