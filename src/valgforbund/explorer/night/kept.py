"""How an evening and the view of it are kept: what is opened again stands still."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from valgforbund.errors import ScenarioError
from valgforbund.explorer.night.state import COUNTED, OPENED_AT, SPEEDS, SURE, Evening, View
from valgforbund.explorer.workbench.filing import Filing
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.parties import nationwide
from valgforbund.sharing.document import Documents
from valgforbund.sharing.envelope import Kind
from valgforbund.sources.areas import NIGHTS


def checked(evening: Evening) -> Evening:
    """The evening, if its night is bundled and its party is one.

    Raises
    ------
    ScenarioError
        If it is not.
    """
    if evening.election not in NIGHTS:
        raise ScenarioError("kept_not_readable", place="$.election")
    if evening.party not in {each.key for each in nationwide()}:
        raise ScenarioError("party_unknown", value=evening.party)
    return evening


def looked(view: View) -> View:
    """The view; what was followed is not followed again by itself.

    Raises
    ------
    ScenarioError
        If there is no such speed or map.
    """
    if view.speed not in SPEEDS or view.shows not in (COUNTED, SURE):
        raise ScenarioError("kept_not_readable", place="$.view")
    time = int(OPENED_AT.timestamp()) if view.came else view.time
    return replace(view, came=0, time=time)


SHAPE = Shape(Kind("night", 1, Kept[Evening, View]), read_held=checked, read_view=looked)
FILING = Filing(Documents[Any, Any]("evening", 1, Evening, None), read_held=checked)
