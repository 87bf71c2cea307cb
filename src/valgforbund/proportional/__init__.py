"""Proportional elections inside a council (proportionella val): Åland, Finland, Sweden.

Sources: kommunallag för landskapet Åland; kommunallagen (Finland); lag (2022:629) om
proportionella val i kommuner och regioner (Sweden).
"""

from valgforbund.proportional.balance import Balance, balance
from valgforbund.proportional.chairs import on_board, second_election
from valgforbund.proportional.election import Election
from valgforbund.proportional.people import slate
from valgforbund.proportional.ranking import Place
from valgforbund.proportional.request import request
from valgforbund.proportional.rules import RULES, share_required
from valgforbund.proportional.slates import Candidate, Slate

__all__ = [
    "RULES",
    "Balance",
    "Candidate",
    "Election",
    "Place",
    "Slate",
    "balance",
    "on_board",
    "request",
    "second_election",
    "share_required",
    "slate",
]
