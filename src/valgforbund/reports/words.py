"""The language of a report: a meeting has Swedish, too."""

from __future__ import annotations

from collections.abc import Iterable

from valgforbund.proportional.meeting import Meeting
from valgforbund.wording import LANGUAGES, Words, words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES


def words_for(language: str, shown: Iterable[object]) -> Words:
    """The texts of a language for some objects.

    Raises
    ------
    ScenarioError
        If there is no such language for one of them.

    Examples
    --------
    >>> words_for("en", ["anything"]).language
    'en'
    """
    meetings = all(isinstance(each, Meeting) for each in shown)
    return words(language, COUNCIL_LANGUAGES if meetings else LANGUAGES)
