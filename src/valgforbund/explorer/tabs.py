"""The tabs below the charts; a panel counts only while its tab is open."""

from __future__ import annotations

from valgforbund.explorer.guard import Guard
from valgforbund.explorer.panels.admissions import Admissions
from valgforbund.explorer.panels.close_calls import CloseCalls
from valgforbund.explorer.panels.goal import Goal
from valgforbund.explorer.panels.majorities import Majorities
from valgforbund.explorer.panels.partners import Partners
from valgforbund.explorer.panels.protocol import HowCounted
from valgforbund.explorer.panels.savings import Savings
from valgforbund.explorer.panels.structures import EveryStructure
from valgforbund.explorer.panels.tables import Tables
from valgforbund.explorer.panels.uncertainty import Uncertainty
from valgforbund.explorer.panels.variants import Variants
from valgforbund.explorer.state import State
from valgforbund.explorer.tab_row import Panel, TabRow

PANELS: tuple[type[Panel], ...] = (
    Tables,
    CloseCalls,
    HowCounted,
    Savings,
    Admissions,
    Partners,
    Goal,
    EveryStructure,
    Uncertainty,
    Variants,
    Majorities,
)


class Tabs(TabRow):
    """The explorer's tabs."""

    def __init__(self, state: State, guard: Guard) -> None:
        super().__init__(PANELS, state, guard)
