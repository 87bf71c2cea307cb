"""A lesson of 45 minutes for a class: the pieces that its notebook shows one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets
import traitlets

from valgforbund.explorer.lesson.by_hand import ByHand
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.draw import Draw
from valgforbund.explorer.lesson.guess import Guess
from valgforbund.explorer.lesson.practice import Practice
from valgforbund.explorer.lesson.vote import Vote
from valgforbund.explorer.lesson.why import Why
from valgforbund.explorer.lesson.workbench import Workbench
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.held import Held, Teller
from valgforbund.explorer.workbench.stylesheet import stylesheet
from valgforbund.scenario import Scenario


class Lesson(traitlets.HasTraits):
    """The pieces of one lesson; they share what the class votes.

    Parameters
    ----------
    language : str
        ``"da"`` or ``"en"``.

    Attributes
    ----------
    scenario : Scenario
        What the class votes, to be set and observed.
    vote, by_hand, guess, why, draw, practice, workbench : Box
        Widgets; the class works through them in this order.

    Examples
    --------
    >>> lesson = Lesson()
    >>> lesson.room.vote("A", 12)
    >>> lesson.room.scenario.ballots
    (12, 7, 6, 3, 2)
    """

    if TYPE_CHECKING:  # it is set and read as what is held
        scenario: Scenario
    else:
        scenario = Held(
            lambda lesson: lesson.room.scenario, lambda lesson, value: lesson.room.put(value)
        )

    def __init__(self, language: str = "da") -> None:
        super().__init__()
        self.room = room = Classroom(language)
        bench = Bench(room, lambda: room.results)
        both = room, bench
        self._style = stylesheet("workbench/style.css", "lesson/style.css")
        self.vote = self._styled(Vote(*both))
        self.by_hand = self._styled(ByHand(*both))
        self.guess = self._styled(Guess(*both))
        self.why = self._styled(Why(*both))
        self.draw = self._styled(Draw(*both))
        self.practice = self._styled(Practice(*both))
        workbench = Workbench(*both)
        self.workbench = self._styled(workbench, workbench.below)
        bench.follow(Teller(self).tell)

    def _styled(self, *pieces: widgets.Widget) -> widgets.Box:
        """A piece with our looks: a person may show any piece without the others."""
        page = widgets.Box([self._style, *pieces])
        page.add_class("vf-page")
        return page
