"""How the tool's proposals and views are kept."""

from __future__ import annotations

from typing import Any

from valgforbund.council import Council
from valgforbund.council.appointment import appoint
from valgforbund.council.proposal import Proposal
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.state import View
from valgforbund.explorer.workbench.filing import Filing
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.sharing.document import Documents
from valgforbund.sharing.envelope import Kind


def checked(proposal: Proposal) -> Proposal:
    """The proposal, if its councils and committees can be.

    Raises
    ------
    ScenarioError
        If they cannot.
    """
    committees = proposal.committees
    for council in filter(None, (proposal.council, committees.present, proposal.without)):
        _is(len(council.letters) == len(council.benches), "council")
        seats = dict(zip(council.letters, council.benches, strict=True))
        _is(Council(seats, council.groups) == council, "council")
    _is(len(proposal.names) == len(proposal.council.letters), "names")
    made = appoint(proposal.council, committees.committees)
    _is(made.committees == committees.committees, "committees")
    return proposal


def _is(holds: bool, place: str) -> None:
    if not holds:
        raise ScenarioError("kept_not_readable", place=place)


SHAPE = Shape(Kind("constitution", 1, Kept[Proposal, View]), read_held=checked)
FILING = Filing(Documents[Any, Any]("proposal", 1, Proposal, None), read_held=checked)
