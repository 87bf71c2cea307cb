"""All candidates of one list in order, with the votes between them; a press follows one."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.nominating import Nominating
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import Cell, Row, number
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.people.elected import standing
from valgforbund.people.ladder import Rung, rungs
from valgforbund.people.standing import Standing
from valgforbund.sharing.candidates import Person
from valgforbund.wording.followed import stands
from valgforbund.wording.people import lacking, person

FIRST = 10  # candidates before the person asks for the rest


class Ladder:
    """The list is that of the slider, so that its votes move who is seen."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._list = fields.Menu(guard, "people.list", lambda each: state.look(moving=each))
        self._table = Table(guard, self.follow)
        self._nominating = Nominating(state, guard)
        self.widget = widgets.Box([self._list, self._table, self._nominating.widget])
        for name in ("vf-stack", "vf-ladder"):
            self.widget.add_class(name)

    def follow(self, who: Person) -> None:
        """Keep somebody in sight; the slider then moves the votes of their list."""
        self._state.look(followed=who, moving=who.letter)

    def show(self, results: Results, *, known: bool = True) -> None:
        """Show the list that the slider moves; where nobody is known, no table."""
        words, letter = results.words, chosen(results)
        names = zip(results.scenario.letters, results.scenario.names, strict=True)
        self._list.show(words, [(f"{cut(x)} {cut(name)}", x) for x, name in names], letter)
        self._nominating.show(results)
        if not known:
            self._table.show(words, "")
            return
        world = standing(results.counted, results.candidates)
        found = rungs(world, letter)
        rows = {f"{each.letter}:{each.candidate}": _person(each) for each in found}
        self._table.show(words, _table(results, world, letter, found), rows)


def _person(rung: Rung) -> Person:
    return Person(rung.letter, rung.candidate)


def _table(results: Results, world: Standing, letter: str, found: list[Rung]) -> Markup:
    words = results.words
    if not found:
        return element("p", words("people.unknown_list", letter=cut(letter)))
    rows = []
    for each in found:
        who = person(words, each)
        cells = (
            Cell(element("span", who), who),
            number(words, each.votes),
            stands(words, each.stands),
            number(words, lacking(each.lacks, world, letter)),
            number(words, lacking(each.to_seat, world, letter)),
            number(words, each.to_lose),
        )
        label = words("people.follow_row", who=f"{letter} {who}")
        is_followed = results.view.followed == _person(each)
        rows.append(Row(cells, f"{each.letter}:{each.candidate}", label, is_followed))
    keys = ("candidate", "votes", "now", "lacks", "to_seat", "to_lose")
    head = [words(f"people.{key}") for key in keys]
    caption = words("people.ladder", letter=cut(letter))
    made = table(head, rows, caption, first=FIRST, order="given", name=f"ladder-{letter}")
    return made + element("p", words("people.lacks_dash"), class_="vf-quiet")
