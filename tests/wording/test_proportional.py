"""Sentences of an election where posts stay empty: no lot is promised, and no share is judged."""

import pytest

from valgforbund.proportional import Candidate, Election, Slate, slate
from valgforbund.proportional.rules import ALAND
from valgforbund.wording import words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES
from valgforbund.wording.proportional import balances, election

NOBODY = {"sv": "Vice ordförande: ingen", "da": "Næstformand: ingen", "en": "Vice chair: nobody"}


@pytest.mark.parametrize("language", COUNCIL_LANGUAGES)
def test_without_a_second_candidate_there_is_no_vice_chair_and_no_lot(language: str) -> None:
    held = Election([slate("1", 7, ["Anna Ek"])], 5, officers=True)
    assert held.lot is None
    assert NOBODY[language] in " ".join(election(words(language, COUNCIL_LANGUAGES), held, 7))


def test_with_a_lot_due_it_says_so() -> None:
    held = Election([slate("1", 5, "A"), slate("2", 5, "B"), slate("3", 7, "C")], 3, officers=True)
    assert "Ordförande: C. Vice ordförande: lottas" in " ".join(
        election(words("sv", COUNCIL_LANGUAGES), held, 17)
    )


def test_forty_per_cent_wait_until_all_posts_are_filled() -> None:
    people = (Candidate("Anna", "", "woman"), Candidate("Bo", "", "man"))
    sv = words("sv", COUNCIL_LANGUAGES)
    (waits,) = balances(sv, Election([Slate("1", 7, people)], 5), ALAND)
    assert "först när alla platser är besatta" in waits
    (judged,) = balances(sv, Election([Slate("1", 7, people)], 2), ALAND)
    assert "först när" not in judged
