"""How the page's notes and views are kept, and how its remarks become a file."""

from __future__ import annotations

from typing import Any

from valgforbund.errors import ScenarioError
from valgforbund.explorer.review.state import Notes, View
from valgforbund.explorer.workbench.filing import Filing
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.review import YEARS
from valgforbund.sharing.document import Documents
from valgforbund.sharing.envelope import Kind
from valgforbund.sources.stood import stood


def checked(notes: Notes) -> Notes:
    """The notes, if they are on parties that stood.

    Raises
    ------
    ScenarioError
        If one did not.
    """
    known = {each.key for each in stood(YEARS[0])}
    for party in (notes.party, *(each for each, _, _ in notes.remarks)):
        if party not in known:
            raise ScenarioError("party_unknown", value=party)
    return notes


SHAPE = Shape(Kind("review", 1, Kept[Notes, View]))
FILING = Filing(Documents[Any, Any]("remarks", 1, Notes, None), read_held=checked)
