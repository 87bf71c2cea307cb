"""The tabs below the charts; a panel counts only while its tab is open."""

from __future__ import annotations

from valgforbund.explorer.election.panels.admissions import Admissions
from valgforbund.explorer.election.panels.close_calls import CloseCalls
from valgforbund.explorer.election.panels.goal import Goal
from valgforbund.explorer.election.panels.majorities import Majorities
from valgforbund.explorer.election.panels.partners import Partners
from valgforbund.explorer.election.panels.protocol import HowCounted
from valgforbund.explorer.election.panels.savings import Savings
from valgforbund.explorer.election.panels.structures import EveryStructure
from valgforbund.explorer.election.panels.tables import Tables
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.explorer.election.panels.variants import Variants
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.tab_row import Panel, TabRow

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
