"""Sentences of a night: who takes a seat from whom, and how likely it is."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nights import of_2025

from valgforbund.wording import words
from valgforbund.wording.night import (
    changes,
    clock,
    event,
    headline,
    majority,
    odds,
    prospect,
    stand,
)

DA = words("da")
BEGINS = dt.datetime(2025, 11, 18, 19, tzinfo=dt.UTC)


def told(**given: Any) -> str:
    known = {"event": "seats", "changes": None, "bloc": None, "because": None, "areas": 9}
    known |= {"instead": None, "probability": 0.42}
    return event(DA, SimpleNamespace(**known | given))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"changes": "C-1 O+1", "because": "I-M-O-V", "instead": "C"},
            "O tager et mandat fra C, fordi I-M-O-V står sammen",
        ),
        (
            {"changes": "C-1 O+1", "because": "I-M-O-V", "instead": "Ø"},
            "O tager et mandat fra C; uden I-M-O-V ville Ø have det",
        ),
        (
            {"changes": "C-2 O+2", "because": "I-M-O-V", "instead": "Ø"},
            "O tager to mandater fra C; uden I-M-O-V ville Ø have dem",
        ),
        ({"changes": "C-2 O+2"}, "O tager to mandater fra C"),
        ({"changes": "A-2 O+1 Æ+1"}, "O og Æ får ét mere hver, A to færre"),
        ({"changes": "C-1 O-1 Æ+2"}, "Æ får to mere, C og O ét færre hver"),
        ({"event": "majority", "bloc": "A-F-Ø"}, "A-F-Ø ser ud til at få flertal"),
        ({"event": "majority", "bloc": "C"}, "C ser ud til at få flertal alene"),
        (
            {"event": "majority_open", "bloc": "A-F"},
            "chancen for flertal til A-F er faldet til 4 af 10",
        ),
        (
            {"event": "majority_open", "bloc": "A", "probability": 0.0},
            "chancen for flertal til A alene er faldet til under 1 af 100",
        ),
        ({"event": "counted"}, "alle ni steder er talt"),
        ({"event": "counted", "areas": np.int64(1)}, "det eneste sted er talt"),
        ({"event": "counted", "areas": 1}, "det eneste sted er talt"),
    ],
)
def test_what_happened(given: dict[str, Any], said: str) -> None:
    assert told(**given) == said


def test_from_is_said_only_where_one_gains_and_one_loses() -> None:
    """Every event of the night of 2025, counted a second time by its signs."""
    for row in of_2025().events().itertuples():
        said = event(DA, row)
        assert "{" not in said
        if row.event == "seats":
            ones = row.changes.count("+") == row.changes.count("-") == 1
            assert (" fra " in said) == ones
            assert (" fordi " in said or "; uden " in said) == isinstance(row.because, str)
            assert (" fordi " in said) == (f" fra {row.instead}," in said)


def test_how_much_was_counted_then_and_how_likely_it_was() -> None:
    def said(event_: str, counted: int, final: int, share: float, chance: float) -> str:
        known = {"event": event_, "counted": counted, "final": final, "areas": 9}
        row = SimpleNamespace(share_counted=share, probability=chance, **known)
        return stand(DA, row).replace("\xa0", " ")

    assert said("seats", 5, 0, 0.611, 0.83) == "61 % talt · 8 af 10"
    assert said("seats", 9, 2, 1.0, 0.91) == "100 % talt, men ikke fintalt · 91 af 100"
    assert said("counted", 9, 0, 1.0, 1.0) == "100 % talt, men ikke fintalt"
    assert said("seats", 9, 9, 1.0, 1.0) == "fintalt"


@pytest.mark.parametrize(
    ("bloc", "chance", "final", "said"),
    [
        ("A-F", 0.42, 0, "flertal til A-F: 4 af 10"),
        ("A-F", 1.0, 2, "flertal til A-F: over 99 af 100"),
        ("A-F", 1.0, 3, "A-F har flertal"),
        ("A-F", 0.5, 3, "flertal til A-F: 5 af 10"),
        (None, 0.0, 3, "ingen liste og intet valgforbund ser ud til at få flertal"),
    ],
)
def test_who_has_a_majority(bloc: str | None, chance: float, final: int, said: str) -> None:
    """Draws that agree are not certain; votes that are counted finally are, but for lots."""
    assert majority(DA, SimpleNamespace(bloc=bloc, majority=chance, final=final, areas=3)) == said


@given(st.floats(0, 1))
def test_odds_are_near_the_chance(chance: float) -> None:
    said = odds(words("en"), chance)
    if said.split()[0].isdigit():
        times, of = int(said.split()[0]), int(said.split()[-1])
        assert 0 < times < of
        assert abs(times / of - chance) <= 0.5 / of + 1e-9
    else:
        assert chance < 0.01 or chance > 0.99


@pytest.mark.parametrize(
    ("hours", "shown"), [(0, "20:00"), (5.99, "01:59"), (14, "10:00 den 19. nov.")]
)
def test_the_clock_is_danish(hours: float, shown: str) -> None:
    assert clock(DA, BEGINS + dt.timedelta(hours=hours), BEGINS) == shown


def test_changes_of_letters_that_look_like_numbers() -> None:
    assert changes("01+1 C-1") == {"01": 1, "C": -1}
    assert changes("A-B+1 C-1") == {"A-B": 1, "C": -1}


def mine(sure: int, possible: int, expected: float, given: float) -> Any:
    return SimpleNamespace(sure=sure, possible=possible, seats_expected=expected, given=given)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [mine(6, 9, 7.2, 2.6), mine(5, 9, 5.5, 1.2)],
            (
                "Alternativet: 11 mandater sikre, 7 i spil. I alt kan der ventes 13. "
                "Valgforbund giver fire af dem."
            ),
        ),
        (
            [mine(1, 1, 1, 1.0)],
            (
                "Alternativet: 1 mandat sikkert, 0 i spil. I alt kan der ventes ét. "
                "Valgforbund giver det."
            ),
        ),
        ([mine(0, 1, 0.2, 0.0)], "Alternativet: 0 mandater sikre, 1 i spil."),
        (
            [mine(2, 3, 2.4, -0.9)],
            (
                "Alternativet: 2 mandater sikre, 1 i spil. I alt kan der ventes to. "
                "Uden valgforbund ville det være ét mere."
            ),
        ),
        ([], "Alternativet stiller ikke op i nogen kommune."),
    ],
)
def test_what_a_party_can_expect(rows: list[Any], said: str) -> None:
    assert headline(DA, "Alternativet", rows) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [mine(6, 6, 6, 2.0), mine(1, 1, 1, 1.0)],
            "V fik syv mandater. Valgforbund gav tre af dem.",
        ),
        ([mine(1, 1, 1, 1.0)], "V fik ét mandat. Valgforbund gav det."),
        ([mine(2, 2, 2, -1.0)], "V fik to mandater. Uden valgforbund var det blevet ét mere."),
        ([mine(0, 0, 0, 0.0)], "V fik ingen mandater."),
        ([], "V stiller ikke op i nogen kommune."),
    ],
)
def test_what_a_party_got(rows: list[Any], said: str) -> None:
    assert headline(DA, "V", rows, is_over=True) == said


@pytest.mark.parametrize(
    ("sure", "possible", "seat", "chance", "said"),
    [
        (0, 1, 1, 0.41, "4 af 10 for ét"),
        (1, 3, 2, 0.93, "93 af 100 for to"),
        (0, 0, None, float("nan"), "intet"),
        (2, 2, None, float("nan"), "intet"),
    ],
)
def test_what_is_open_for_a_list(
    sure: int, possible: int, seat: int | None, chance: float, said: str
) -> None:
    row = SimpleNamespace(sure=sure, possible=possible, in_play=seat, chance=chance)
    assert prospect(DA, row) == said
