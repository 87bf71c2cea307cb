"""Valgforbund: the workbench for electoral alliances.

Examples
--------
>>> import valgforbund as vf
>>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
>>> vf.count(s).seats.to_dict()
{'A': 2, 'B': 3, 'C': 1, 'D': 2}
>>> int(vf.compare(s, "C-D").saved)
1
"""

from valgforbund import plot
from valgforbund.alliances import Alliance
from valgforbund.comparison import Comparison, compare, savings
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.live.follow import follow
from valgforbund.live.following import Following
from valgforbund.lots import Lot
from valgforbund.margins.bundle import bundle
from valgforbund.margins.closest import margins
from valgforbund.night.night import Night, night
from valgforbund.night.standing import Standing
from valgforbund.people.elected import candidates, elected, substitutes
from valgforbund.people.moved import people_moved
from valgforbund.protocol import protocol
from valgforbund.ranges import Span
from valgforbund.reports.note import note
from valgforbund.reports.workbook import workbook
from valgforbund.review import Review, party_review
from valgforbund.scenario import Scenario
from valgforbund.sharing.file import open_file
from valgforbund.simulation.chances import Simulation
from valgforbund.simulation.draws import Draws
from valgforbund.simulation.poll import Poll
from valgforbund.simulation.simulate import simulate
from valgforbund.simulation.swing import Swing
from valgforbund.sources.feed import read_feed
from valgforbund.sources.read import read
from valgforbund.sources.source import elections, load, official_seats
from valgforbund.strategy.admissions import admissions
from valgforbund.strategy.bounds import bounds
from valgforbund.strategy.goals import goal
from valgforbund.strategy.partners import partners
from valgforbund.strategy.stability import stability
from valgforbund.strategy.structures import structures
from valgforbund.study import Study, study
from valgforbund.version import __version__
from valgforbund.waste import remainders, waste, waste_by_list

__all__ = [
    "Alliance",
    "Comparison",
    "Count",
    "Draws",
    "Following",
    "Lot",
    "Night",
    "Poll",
    "Review",
    "Scenario",
    "ScenarioError",
    "Simulation",
    "Span",
    "Standing",
    "Study",
    "Swing",
    "__version__",
    "admissions",
    "bounds",
    "bundle",
    "candidates",
    "compare",
    "count",
    "elected",
    "elections",
    "follow",
    "goal",
    "load",
    "margins",
    "night",
    "note",
    "official_seats",
    "open_file",
    "partners",
    "party_review",
    "people_moved",
    "plot",
    "protocol",
    "read",
    "read_feed",
    "remainders",
    "savings",
    "simulate",
    "stability",
    "structures",
    "study",
    "substitutes",
    "waste",
    "waste_by_list",
    "workbook",
]
