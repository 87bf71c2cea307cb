"""Pictures of a count on a page, as PNG, SVG, PDF or on an Axes: the only room with matplotlib.

The charts know nothing of scenarios, widgets or languages: they get plain frames and small
records with final texts and colours. They are pure functions of those: the same input gives
the same bytes, whatever was drawn before.
"""

from valgforbund.charts.axes import draw_on
from valgforbund.charts.caption import Caption
from valgforbund.charts.chances import ChanceRow, ChancesChart, ChancesLabels
from valgforbund.charts.drawing import Drawing, beside
from valgforbund.charts.figure import figure_of, saved
from valgforbund.charts.page import page
from valgforbund.charts.palette import ACCENT, GAIN, LOSS, PAPER, PROSE, QUIET, SWATCH
from valgforbund.charts.race import RaceChart, RaceLabels, RaceRow
from valgforbund.charts.reliability import Dot, ReliabilityChart, Square
from valgforbund.charts.seats import SeatsChart, SeatsLabels
from valgforbund.charts.steps import Point, Stair, StepsChart, StepsLabels
from valgforbund.charts.votes import Piece, VotesChart, VotesLabels, VotesRow

__all__ = [
    "ACCENT",
    "GAIN",
    "LOSS",
    "PAPER",
    "PROSE",
    "QUIET",
    "SWATCH",
    "Caption",
    "ChanceRow",
    "ChancesChart",
    "ChancesLabels",
    "Dot",
    "Drawing",
    "Piece",
    "Point",
    "RaceChart",
    "RaceLabels",
    "RaceRow",
    "ReliabilityChart",
    "SeatsChart",
    "SeatsLabels",
    "Square",
    "Stair",
    "StepsChart",
    "StepsLabels",
    "VotesChart",
    "VotesLabels",
    "VotesRow",
    "beside",
    "draw_on",
    "figure_of",
    "page",
    "saved",
]
