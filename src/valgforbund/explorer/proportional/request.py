"""The request: how many members must ask before the posts are filled proportionally."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets

from valgforbund.explorer.proportional.numbers import number
from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.state import State
from valgforbund.explorer.workbench.cells import span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.table import Table
from valgforbund.proportional import RULES, request
from valgforbund.proportional.meeting import BOARD, PRESIDIUM
from valgforbund.wording import proportional as wording


class Request:
    """Rule and members present, and what that means for each election."""

    title = "prop.tab_request"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._rule = widgets.Dropdown(options=[("", RULES[0])])
        self._present = widgets.Text(continuous_update=False)
        self._text, self._table = widgets.HTML(), Table()
        form = widgets.Box([self._rule, self._present])
        form.add_class("vf-form")
        self.widget = widgets.Box([form, self._text, self._table])
        self.widget.add_class("vf-prop")
        self._rule.observe(guard(lambda change: self._choose_rule(change["new"])), "value")
        self._present.observe(guard(lambda change: self._type(change["new"])), "value")

    def _choose_rule(self, rule: str) -> None:
        meeting = self._state.meeting
        self._state.change(replace(meeting, rule=rule))

    def _type(self, text: str) -> None:
        present = number(self._present, text, self._marks, least=1)
        self._state.change(self._state.meeting.with_present(present))

    def show(self, results: Results) -> None:
        """Show how many must ask."""
        words, meeting = results.words, results.meeting
        self._marks = words.marks
        choose(self._rule, [(words(f"prop.rule_{each}"), each) for each in RULES], meeting.rule)
        self._rule.description = words("prop.rule")
        self._present.value = str(meeting.present)
        self._present.description = words("prop.present")
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
