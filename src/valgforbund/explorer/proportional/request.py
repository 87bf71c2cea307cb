"""The request: how many members must ask before the posts are filled proportionally."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets

from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.parsing import MOST_SEATS
from valgforbund.proportional import RULES, request
from valgforbund.proportional.meeting import BOARD, PRESIDIUM
from valgforbund.wording import proportional as wording


class Request:
    """Rule and members present, and what that means for each election."""

    title = "prop.tab_request"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._rule = fields.Menu(guard, "prop.rule", self._choose_rule)
        self._present = fields.Whole(guard, "prop.present", self._count, least=1, most=MOST_SEATS)
        self._text, self._table = widgets.HTML(), Table()
        form = fields.row(self._rule, self._present)
        self.widget = widgets.Box([form, self._text, self._table])
        self.widget.add_class("vf-prop")

    def _choose_rule(self, rule: str) -> None:
        meeting = self._state.meeting
        self._state.change(replace(meeting, rule=rule))

    def _count(self, present: int) -> None:
        self._state.change(self._state.meeting.with_present(present))

    def show(self, results: Results) -> None:
        """Show how many must ask."""
        words, meeting = results.words, results.meeting
        rules = [(words(f"prop.rule_{each}"), each) for each in RULES]
        self._rule.show(words, rules, meeting.rule)
        self._present.show(words, str(meeting.present))
        rows = []
        for which in (PRESIDIUM, BOARD):
            posts = meeting.election(which).posts
            needed = request(meeting.rule, meeting.present, posts)
            rows.append((words(f"prop.tab_{which}"), posts, span(words, needed)))
        head = (words("prop.election"), words("prop.posts"), words("prop.must_ask"))
        self._text.value = element(
            "div",
            *(
                element("p", sentence, class_="vf-first" if not i else "")
                for i, sentence in enumerate(
                    wording.request(words, meeting.rule, meeting.present, meeting.board.posts)
                )
            ),
            role="status",
            class_="vf-headline",
        )
        self._table.show(words, table(head, rows, words("prop.request_table")))
