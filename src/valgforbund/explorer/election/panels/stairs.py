"""A list's seats against its votes, with and without: the stairs, a sentence, and the table."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.charts import StepsChart, StepsLabels
from valgforbund.explorer.count.image import Image
from valgforbund.explorer.count.pictures import file_name
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, number, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins import Step
from valgforbund.pictures.picture import files
from valgforbund.pictures.source import caption
from valgforbund.pictures.steps import own, reach, stair, ticks
from valgforbund.wording import Words, margins

HEIGHT = 300


class Stairs:
    """The steps of one list; choosing another moves the slider to it, too."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._list = fields.Menu(guard, "steps.list", lambda each: state.look(moving=each))
        self._title, self._table = widgets.HTML(), Table()
        self._image = Image("vf-picture-steps")
        self._save = Save(guard)
        head = widgets.Box([self._title, self._list, self._save.widget])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image, self._table])

    def show_menu(self, results: Results, letter: str) -> None:
        """Show which list it is."""
        scenario = results.scenario
        lists = [
            (f"{cut(each)} {cut(name)}", each)
            for each, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        self._list.show(results.words, lists, letter)

    def show(
        self,
        results: Results,
        letter: str,
        source: str,
        with_: list[Step],
        without: list[Step],
    ) -> None:
        """Draw the steps in both worlds, and say them."""
        words = results.words
        in_with, in_without = results.membership_worlds
        self._title.value = element("h3", words("steps.title", letter=cut(letter)))
        scenario, party = results.scenario, results.parties[letter]
        votes = scenario.ballots[scenario.letters.index(letter)]
        _, last = reach(scenario, letter, source)
        labels = StepsLabels(
            in_with,
            in_without,
            words("steps.votes", letter=cut(letter, 12), source=margins.source_name(words, source)),
            words("steps.now", votes=words.number(votes)),
            words("chart.open"),
        )
        stairs = (stair(words, with_, party.colour), stair(words, without, party.colour))
        drawn = (votes, last, *stairs, ticks(words, with_[0].votes, last), labels)
        alt = words(
            "steps.alt",
            letter=letter,
            with_=in_with,
            without=in_without,
            rows=_told(words, with_),
            others=_told(words, without),
        )
        drawing = self._image.draw(
            lambda width: StepsChart(width, HEIGHT).drawing(*drawn), alt, results.wide
        )
        told = words("steps.title", letter=cut(letter))
        self._save.show(
            words,
            file_name(results, words("save.steps", letter=cut(letter, 12))),
            lambda: files(caption(words, told, results.counted), drawing),
        )
        shown = without if results.baseline.kind == "in" else with_
        content = element(
            "div",
            element("p", margins.steps_line(words, letter, shown), class_="vf-steps-line"),
            _table(results, letter, with_, without, shown),
        )
        self._table.show(words, content)


def _told(words: Words, steps: list[Step]) -> str:
    return "; ".join(
        words("steps.from", votes=words.number(step.votes), seats=words.seats_span(step.seats))
        for step in own(steps)
    )


def _table(
    results: Results, letter: str, with_: list[Step], without: list[Step], shown: list[Step]
) -> str:
    """A row for each number of votes at which seats change in one of the worlds."""
    words = results.words
    allied = results.scenario.alliance_of(letter) is not None
    rows = []
    for amount in sorted({step.amount for step in (*with_, *without)}):
        more, less, here = (_at(steps, amount) for steps in (with_, without, shown))
        votes = here.votes - here.amount + amount
        known = {"votes": words.number(votes), "change": _signed(words, amount)}
        cells = (
            number(words, votes, words("steps.votes_more", **known)),
            span(words, more.seats),
            span(words, less.seats),
            span(words, here.alliance),
            margins.who_changes(words, here) or NOTHING,
        )
        rows.append(cells if allied else (*cells[:3], cells[4]))
    keys = ("steps.alliance", "steps.who") if allied else ("steps.who",)
    head = (words("steps.begins"), *results.membership_worlds, *map(words, keys))
    return table(head, rows, words("steps.caption", letter=cut(letter)))


def _at(steps: list[Step], amount: int) -> Step:
    """The step that holds at a number of votes."""
    return [step for step in steps if step.amount <= amount][-1]


def _signed(words: Words, votes: int) -> str:
    return f"{words.signed(votes)[:1]}{words.number(abs(votes))}" if votes else words("steps.here")
