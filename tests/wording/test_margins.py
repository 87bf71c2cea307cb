"""How close it was, in words."""

import pytest
from markupsafe import Markup

from valgforbund import Scenario
from valgforbund.margins import Margin, Way, every_margin, every_step
from valgforbund.ranges import Span
from valgforbund.sources.bundled import load
from valgforbund.wording import margins, words

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
DA, EN = words("da"), words("en")


def line(s: Scenario, language: str = "da") -> str:
    return str(margins.closest_line(words(language), s, every_margin(s)))


def test_the_closest_seats_with_whose_they_are() -> None:
    assert line(GLOSTRUP) == (
        "Tættest på (alt andet lige): O mangler 15 stemmer for at tage et mandat fra "
        "U (inde i valgforbundet); Ø mangler 21 stemmer for at tage et fra F (inde i "
        "valgforbundet)."
    )
    assert line(GLOSTRUP, "en") == (
        "Closest (all else equal): O is 15 votes short of taking a seat from U "
        "(inside the alliance); Ø is 21 short of taking one from F (inside the alliance)."
    )


def test_one_vote_is_one_vote() -> None:
    s = Scenario({"A": 12, "B": 11, "C": 1}, 1)
    assert "B mangler 2 stemmer for at tage et mandat fra A" in line(s)
    assert "1 stemme mere ville afgøre" in line(s.with_votes({"B": 12}))


def test_a_seat_that_nobody_could_fill_is_taken_from_nobody() -> None:
    s = Scenario({"A": 9, "B": 0}, 3, candidates={"A": 1, "B": 1})
    assert "B mangler 1 stemme til et mandat mere" in line(s)


def test_as_close_as_each_other() -> None:
    s = Scenario({"A": 10, "B": 10, "C": 9, "D": 9}, 2)
    assert (
        "C mangler 2 stemmer for at tage et mandat fra A og B; D mangler 2 stemmer for at tage et"
        in line(s)
    )


@pytest.mark.parametrize(
    ("row", "gain", "lose"),
    [
        (Margin("Ø", "list", Span(0, 0), 20, 21), "20: lod · 21: sikkert", ""),
        (Margin("Ø", "list", Span(1, 1), 1000, 1000, 7, 8), "1.000", "7: lod · 8: sikkert"),
        (Margin("Ø", "list", Span(1, 2), 90, 1, 50, 1), "nu: lod · 1: sikkert", "nu: lod · 1: "),
        (Margin("Ø", "list", Span(4, 4)), "kan ikke få flere", ""),
    ],
)
def test_votes_say_where_a_lot_comes_first(row: Margin, gain: str, lose: str) -> None:
    assert margins.to_gain(DA, row) == gain
    assert margins.to_lose(DA, row).startswith(lose)
    assert bool(margins.to_lose(DA, row)) == bool(lose)


def test_whose_seat_and_whether_it_stays_in_the_alliance() -> None:
    rows = {row.unit: row for row in every_margin(GLOSTRUP)}
    assert margins.taken_from(DA, GLOSTRUP, rows["Ø"]) == "F (inde i valgforbundet)"
    assert margins.taken_from(DA, GLOSTRUP, rows["A"]) == "C"
    assert margins.taken_from(DA, GLOSTRUP, rows["B-F-Ø"]) == "A"
    assert margins.goes_to(DA, GLOSTRUP, rows["F"]) == "Ø (inde i valgforbundet)"
    assert margins.goes_to(DA, GLOSTRUP, rows["D"]) == ""


def test_the_steps_of_glostrup() -> None:
    steps = every_step(Way(GLOSTRUP, "Ø"), 100, 30)
    assert margins.steps_line(DA, "Ø", steps) == (
        "Ø med flere stemmer: 20: lodtrækning (F får måske ét færre, Ø måske ét mere); "
        "21: Ø får ét mere, F ét færre; 23: Ø får ét mere, A ét færre."
    )
    assert [margins.who_changes(EN, step) for step in steps[-3:]] == [
        "lot: F −1…0, Ø 0…+1", "F −1, Ø +1", "A −1, Ø +1",
    ]  # fmt: skip


def test_from_a_lot_now_the_next_vote_settles_it() -> None:
    lot = GLOSTRUP.shift("Ø", 20)
    told = margins.steps_line(DA, "Ø", every_step(Way(lot, "Ø"), 0, 2))
    assert told == "Ø med flere stemmer: 1: Ø har ét mandat, uanset lodtrækning."
    # from 3 on A loses a seat, and F and Ø each have one
    assert margins.steps_line(DA, "Ø", every_step(Way(lot, "Ø"), 0, 10)) == (
        "Ø med flere stemmer: 1: Ø har ét mandat, uanset lodtrækning; "
        "3: A får ét færre, F og Ø tilsammen ét mere (uden lodtrækning mellem dem)."
    )
    assert "flytter flere stemmer på Ø intet mandat" in margins.steps_line(
        DA, "Ø", every_step(Way(GLOSTRUP, "Ø"), 0, 3)
    )


def test_names_of_lists_are_escaped() -> None:
    s = Scenario({"<b>": 10, "{x}": 9}, 1)
    told = margins.closest_line(DA, s, every_margin(s))
    assert isinstance(told, Markup)
    assert "{x} mangler 2 stemmer for at tage et mandat fra &lt;b&gt;" in told
