"""One election: its lists, the comparison numbers, who is elected, and the lots."""

from __future__ import annotations

import secrets

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.explorer.guard import Guard
from valgforbund.explorer.markup import cut, element, table
from valgforbund.explorer.panels.parts import Parts
from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.slates import SlateRow, with_new_slate
from valgforbund.explorer.proportional.state import BOARD, CHAIRS, PRESIDIUM, State
from valgforbund.proportional import Election
from valgforbund.proportional.election import ELECTED, LOT
from valgforbund.wording import Words
from valgforbund.wording import proportional as wording

TONES = {ELECTED: "vf-elected", LOT: "vf-lot", "not": "vf-quiet"}


class Vote:
    """The panel of one election; its kinds say which."""

    title, which = "", ""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard, self._parts = state, guard, Parts()
        self._posts = self._parts.text("vf-posts")
        self._officers = widgets.Checkbox(indent=False)
        self._rows: list[SlateRow] = []
        self._box = widgets.Box()
        self._box.add_class("vf-slates")
        self._add, self._shuffle, self._draw = (widgets.Button() for _ in range(3))
        self._text, self._table = widgets.HTML(), widgets.HTML()
        self._text.add_class("vf-headline")
        self._draw.add_class("vf-draw")
        self._head = widgets.Box([self._posts, self._officers])
        self._head.add_class("vf-form")
        buttons = widgets.Box([self._add, self._shuffle])
        buttons.add_class("vf-form")
        self._left = widgets.Box([self._head, self._box, buttons])
        right = widgets.Box([self._text, self._draw, self._table])
        self.widget = widgets.Box([self._left, right])
        self.widget.add_class("vf-prop-vote")
        self._posts.observe(guard(lambda change: self._resize(change["new"])), "value")
        self._officers.observe(guard(lambda change: self._agree(change["new"])), "value")
        self._add.on_click(guard(lambda _: self._add_slate()))
        self._shuffle.on_click(guard(lambda _: self._draw_order()))
        self._draw.on_click(guard(lambda _: self._draw_lots()))

    @property
    def _election(self) -> Election:
        return self._state.meeting.election(self.which)

    def _resize(self, text: str) -> None:
        posts = parsing.whole_number(text, self._marks, parsing.MOST_SEATS)
        old = self._election
        self._state.elect(self.which, Election(old.slates, posts, old.officers))

    def _agree(self, agreed: bool) -> None:
        old = self._election
        self._state.elect(self.which, Election(old.slates, old.posts, agreed))

    def _add_slate(self) -> None:
        names = {each.name for each in self._election.slates}
        number = next(n for n in range(1, len(names) + 2) if _roman(n) not in names)
        self._state.elect(self.which, with_new_slate(self._election, _roman(number)))

    def _draw_order(self) -> None:
        names = [each.name for each in self._election.slates]
        secrets.SystemRandom().shuffle(names)
        self._state.elect(self.which, self._election.in_order(names))

    def _draw_lots(self) -> None:
        self._state.elect(self.which, self._election.draw(secrets.randbits(32)))

    def show(self, results: Results) -> None:
        """Show one election."""
        words, election = results.words, results.meeting.election(self.which)
        self._marks = words.marks
        self._posts.value = str(election.posts)
        self._posts.description = words("prop.posts")
        self._officers.value = election.officers
        self._officers.description = words("prop.officers")
        while len(self._rows) < len(election.slates):
            self._rows.append(SlateRow(self._state, self._guard, self.which, self._parts))
        for place, given in enumerate(election.slates):
            self._rows[place].show(results, place, given)
        shown = tuple(row.widget for row in self._rows[: len(election.slates)])
        if self._box.children != shown:
            self._box.children = shown
        self._add.description = words("prop.add")
        self._shuffle.description = words("prop.shuffle")
        self._draw.description = words("lot.draw")
        self._draw.layout.display = "" if election.lot else "none"
        first, *more = wording.election(words, election, results.meeting.present)
        self._text.value = element(
            "div",
            element("p", first, class_="vf-first"),
            *(element("p", each) for each in more),
            role="status",
        )
        self._table.value = comparison_table(words, election)


class Presidium(Vote):
    """The council's own chair and vice chair."""

    title, which = "prop.tab_presidium", PRESIDIUM


class Board(Vote):
    """A board with personal substitutes."""

    title, which = "prop.tab_board", BOARD


class Chairs(Vote):
    """A board's chair and vice chair: a second election, unless something was agreed."""

    title, which = "prop.tab_chairs", CHAIRS

    def __init__(self, state: State, guard: Guard) -> None:
        super().__init__(state, guard)
        self._head.layout.display = "none"  # always two posts, the highest number is the chair

    def show(self, results: Results) -> None:
        """Show the second election, or why there is none."""
        board = results.meeting.board
        held = board.elected and not board.lot and not board.officers
        self._left.layout.display = self._table.layout.display = "" if held else "none"
        if held:
            super().show(results)
            return
        self._draw.layout.display = "none"
        sentences = wording.no_second_election(results.words, board)
        self._text.value = element(
            "div", *(element("p", each) for each in sentences), role="status"
        )


def comparison_table(words: Words, election: Election) -> Markup:
    """A column a list, a row a place on it; who is elected has the number of the place won."""
    found = election.numbers
    longest = max(len(each.candidates) for each in election.slates)
    cells = {
        (row.slate, row.place): element(
            "span",
            cut(str(name)),
            Markup(" <b>{}</b>").format(words.decimal(row.number)),
            element("i", row.rank)
            if row.status == ELECTED
            else element("i", "?")
            if row.status == LOT
            else "",
            class_=TONES[row.status],
            title=words(f"prop.is_{row.status}"),
        )
        for name, row in zip(found.index, found.itertuples(), strict=True)
    }
    rows = [
        (
            words("prop.place", place=place),
            *(cells.get((each.name, place), "") for each in election.slates),
        )
        for place in range(1, longest + 1)
    ]
    head = [
        "",
        *(
            words("prop.column", slate=cut(each.name), votes=words.number(each.votes))
            for each in election.slates
        ),
    ]
    return element("div", table(head, rows, words("prop.numbers")), class_="vf-scroll vf-numbers")


def _roman(number: int) -> str:
    """A small number as lists are numbered."""
    text = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        times, number = divmod(number, value)
        text += sign * times
    return text
