"""How the explorer's scenarios and views are kept."""

from __future__ import annotations

import msgspec

from valgforbund.baselines import Baseline, Reference
from valgforbund.explorer.count.view import Pin, View
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.sharing.candidates import Candidates, Person
from valgforbund.sharing.envelope import Kind
from valgforbund.sharing.form import ScenarioForm
from valgforbund.waste import WASTED


class PinForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A variant under its name."""

    name: str
    scenario: ScenarioForm


class ViewForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A view, its scenarios as they are kept; see `View` for what it holds."""

    focus: frozenset[str] = frozenset()
    chosen: int = 0
    baseline: Baseline = Baseline("dissolved")
    reference: Reference | None = None
    ours: str = ""
    measure: str = WASTED
    language: str = "da"
    per_cent_of: int = 0
    moving: str = ""
    source: str = "new"
    pins: tuple[PinForm, ...] = ()
    drawn: tuple[ScenarioForm, ...] = ()
    candidates: Candidates = ()
    typed: Candidates = ()
    followed: Person | None = None
    opened: int = 0
    asking: bool = False
    large: bool = False

    @classmethod
    def of(cls, view: View) -> ViewForm:
        """The form of a view."""
        held = vars(view) | {
            "pins": tuple(PinForm(pin.name, ScenarioForm.of(pin.scenario)) for pin in view.pins),
            "drawn": tuple(map(ScenarioForm.of, view.drawn)),
        }
        return cls(**held)

    def view(self) -> View:
        """The view, its scenarios checked."""
        held = {name: getattr(self, name) for name in self.__struct_fields__}
        held["pins"] = tuple(Pin(each.name, each.scenario.scenario()) for each in self.pins)
        held["drawn"] = tuple(each.scenario() for each in self.drawn)
        return View(**held)


SHAPE = Shape(
    Kind("election", 1, Kept[ScenarioForm, ViewForm]),
    ScenarioForm.of,
    ScenarioForm.scenario,
    ViewForm.of,
    ViewForm.view,
)
