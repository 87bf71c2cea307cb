"""Which note belongs to what a person has."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from valgforbund.council import Agreement, Committees, Council
from valgforbund.council.proposal import Proposal
from valgforbund.proportional.meeting import Meeting
from valgforbund.reports.notes import constitution, council, meeting, review
from valgforbund.reports.notes.case import case
from valgforbund.reports.page import Note
from valgforbund.reports.words import words_for
from valgforbund.review import Review


def note(
    shown: object,
    language: str,
    today: dt.date,
    variants: object = None,
    candidates: pd.DataFrame | None = None,
) -> Note:
    """The note on a scenario, a count, a comparison, a proposal, a meeting or a review.

    Raises
    ------
    ScenarioError
        If it is none of them, or there is no such language.
    """
    texts = words_for(language, [shown])
    if isinstance(shown, Meeting):
        return meeting.note(texts, shown, today)
    if isinstance(shown, Review):
        return review.note(texts, shown, today)
    if isinstance(shown, Proposal | Agreement | Committees | Council):
        return constitution.note(texts, shown, today)
    return council.note(texts, case(shown, variants, candidates), today)
