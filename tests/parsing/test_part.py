"""How much of a night is counted: what is read, and what a scenario notes of it."""

import pytest

from valgforbund import ScenarioError
from valgforbund.parsing import Part, noted, part, with_part


@pytest.mark.parametrize("text", ["0 af 27", "0/27", "counted: 0 of 27", "Talt 0 af 27"])
def test_nothing_is_counted_yet(text: str) -> None:
    assert part(text) == Part(0, 27)


@pytest.mark.parametrize("text", ["1 000 af 2 000", "1.000/2.000", "talt: 1\u00a0000 af 2000"])
def test_thousands_are_marked_as_in_votes(text: str) -> None:
    assert part(text) == Part(1000, 2000)


@pytest.mark.parametrize(
    "text", ["", "1 00 af 2 000", "27", "28 af 27", "0 af 0", "-1 af 2", "1 af 10000", "½/2"]
)
def test_what_is_no_part(text: str) -> None:
    with pytest.raises(ScenarioError, match="9999"):
        part(text)


@pytest.mark.parametrize("told", [Part(0, 1), Part(12, 27), Part(9999, 9999)])
def test_what_is_noted_is_found_again(told: Part) -> None:
    assert noted(["size_assumed", told.note]) == told
    assert with_part(["counted_in_part", told.note], None) == ()


@pytest.mark.parametrize("note", ["counted_in_part", "counted_in_part:", "counted_in_part:9/8"])
def test_other_notes_tell_no_part(note: str) -> None:
    assert noted([note]) is None
