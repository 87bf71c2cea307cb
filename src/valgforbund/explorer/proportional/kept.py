"""How the tool's meetings and views are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from valgforbund.explorer.proportional.state import View
from valgforbund.explorer.workbench.filing import Filing
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.proportional import Election
from valgforbund.proportional.meeting import Meeting
from valgforbund.proportional.request import request
from valgforbund.sharing.document import Documents
from valgforbund.sharing.envelope import Kind


def checked(meeting: Meeting) -> Meeting:
    """The meeting, its elections held again with their lots.

    Raises
    ------
    ScenarioError
        If there can be no such meeting.
    """
    request(meeting.rule, meeting.present, meeting.board.posts)
    return replace(
        meeting,
        presidium=_again(meeting.presidium),
        board=_again(meeting.board),
        second=meeting.second and _again(meeting.second),
    )


def _again(election: Election) -> Election:
    made = Election(election.slates, election.posts, election.officers)
    for _, winners in election.drawn:
        made = made.settle(winners)
    return made


SHAPE = Shape(Kind("proportional", 1, Kept[Meeting, View]), read_held=checked)
FILING = Filing(Documents[Any, Any]("meeting", 1, Meeting, None), read_held=checked)
