"""Which note belongs to what a person has."""

from __future__ import annotations

import datetime as dt

from valgforbund.council import Agreement, Committees, Council
from valgforbund.council.proposal import Proposal
from valgforbund.proportional.meeting import Meeting
from valgforbund.reports.notes import constitution, council, meeting, review
from valgforbund.reports.notes.case import case
from valgforbund.reports.page import Note
from valgforbund.review import Review
from valgforbund.wording import words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES


def note(shown: object, language: str, today: dt.date, variants: object = None) -> Note:
    """The note on a scenario, a count, a comparison, a proposal, a meeting or a review.

    Raises
    ------
    ScenarioError
        If it is none of them, or there is no such language.
    """
    if isinstance(shown, Meeting):
        return meeting.note(words(language, COUNCIL_LANGUAGES), shown, today)
    if isinstance(shown, Review):
        return review.note(words(language), shown, today)
    if isinstance(shown, Proposal | Agreement | Committees | Council):
        return constitution.note(words(language), shown, today)
    return council.note(words(language), case(shown, variants), today)
