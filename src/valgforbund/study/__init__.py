"""The whole country: what alliances did in many elections at once."""

from valgforbund.study.choices import Choice
from valgforbund.study.council import Council, Effect, Inversion, Majority, Variant, examine
from valgforbund.study.country import Study, alliances_unknown, are_known, study
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
    "Variant",
    "Worlds",
    "alliances_unknown",
    "are_known",
    "examine",
    "standing",
    "study",
]
