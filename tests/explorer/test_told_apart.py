"""However long and alike letters are: on badges and in pictures they are told apart."""

import re
from collections import Counter

import pytest

import valgforbund as vf
from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario
from valgforbund.wording.markup import signs

ALIKE = {
    "numbered": ["A", "B", "HELP1", "HELP2", "HELP3"],
    "of 32": [f"Liste {n}" for n in range(32)],
    "long": [f"Borgerlisten i byen nummer {n}" for n in range(27)],
    "in the middle": ["Borgerlisten nord i byen", "Borgerlisten syd i byen", "C"],
}
CASES = pytest.mark.parametrize("letters", ALIKE.values(), ids=ALIKE)


def alike(letters: list[str]) -> Scenario:
    return Scenario({each: 1000 + 137 * (k * 7 % 31) for k, each in enumerate(letters)}, 31)


@CASES
@pytest.mark.parametrize("length", [2, 3, 12, 24])
def test_signs(letters: list[str], length: int) -> None:
    found = signs(letters, length)
    assert list(found) == letters
    assert len(set(found.values())) == len(letters)
    assert all(len(sign) <= max(length, 3) for sign in found.values())


@CASES
def test_badges_of_the_explorer(letters: list[str]) -> None:
    page = Page(alike(letters))
    badges = [plain(cells[0].value) for cells in page.rows.values()]
    assert len(set(badges)) == len(letters)


@CASES
@pytest.mark.parametrize("plot", ["seats", "race"])
def test_pictures(letters: list[str], plot: str) -> None:
    scenario = alike(letters)
    axes = getattr(vf.plot, plot)(scenario)
    shown = [text.get_text() for text in axes.texts]
    assert "…" not in shown
    named = [each for each in shown if re.search(r"[A-Z]|…|#", each) and len(each) < 30]
    lists = [each for each in named if not re.search(r"mandat|mangler|grænsen|Hvor|Kampen", each)]
    assert max(Counter(lists).values()) == 1 if plot == "seats" else "…" not in lists
