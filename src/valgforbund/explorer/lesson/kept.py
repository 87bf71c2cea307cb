"""How the work of a class is kept."""

from __future__ import annotations

from typing import Any

import msgspec

from valgforbund.errors import ScenarioError
from valgforbund.explorer.lesson.classroom import Draws, View, Work, fits
from valgforbund.explorer.lesson.sheet import Field
from valgforbund.explorer.workbench.filing import Filing
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.sharing.document import Documents
from valgforbund.sharing.envelope import Kind
from valgforbund.sharing.form import ScenarioForm
from valgforbund.waiting import Drawn


class DrawsForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What chance has done; see `Draws`."""

    about: ScenarioForm | None = None
    drawn: Drawn = ()
    wins: tuple[tuple[str, int], ...] = ()


class WorkForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All that a class has done, its scenarios as they are kept; see `Work`."""

    scenario: ScenarioForm
    allied: tuple[str, ...]
    locked: bool = False
    guesses: tuple[tuple[str, int], ...] = ()
    written: tuple[tuple[Field, str], ...] = ()
    answers: tuple[tuple[int, str], ...] = ()
    draws: DrawsForm = DrawsForm()

    @classmethod
    def of(cls, work: Work) -> WorkForm:
        """The form of a class's work."""
        about, drawn, wins = work.draws
        form = DrawsForm(ScenarioForm.of(about) if about else None, drawn, wins)
        return cls(**vars(work) | {"scenario": ScenarioForm.of(work.scenario), "draws": form})

    def checked(self) -> Work:
        """The same, if a class can count it by hand and all in it is of its vote."""
        made = self.work()
        fits(made.scenario)
        letters = made.scenario.letters
        for letter in (*made.allied, *(each for each, _ in made.guesses)):
            if letter not in letters:
                raise ScenarioError("letter_unknown", letter=letter, letters=", ".join(letters))
        return made

    def work(self) -> Work:
        """The work, its scenarios checked."""
        held = {name: getattr(self, name) for name in self.__struct_fields__}
        about = self.draws.about.scenario() if self.draws.about else None
        held["draws"] = Draws(about, self.draws.drawn, self.draws.wins)
        return Work(**held | {"scenario": self.scenario.scenario()})


SHAPE = Shape(
    Kind("lesson", 1, Kept[WorkForm, View]),
    WorkForm.of,
    WorkForm.work,
)
FILING = Filing(Documents[Any, Any]("classwork", 1, WorkForm, None), WorkForm.of, WorkForm.checked)
