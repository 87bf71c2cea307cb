"""The whole country: what alliances did in many elections at once."""

from valgforbund.study.choices import Choice
from valgforbund.study.council import Council, Effect, Inversion, Majority, examine
from valgforbund.study.country import Study, study
from valgforbund.study.standing import Standing, standing
from valgforbund.study.worlds import Worlds

__all__ = [
    "Choice",
    "Council",
    "Effect",
    "Inversion",
    "Majority",
    "Standing",
    "Study",
    "Worlds",
    "examine",
    "standing",
    "study",
]
