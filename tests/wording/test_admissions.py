"""Whom to let in, in words: what is certain is told although lots leave open for whom."""

from valgforbund import Scenario
from valgforbund.sources.bundled import load
from valgforbund.strategy.admissions import moves
from valgforbund.wording import admissions, words

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]]).shift("Ø", 20)


def say(s: Scenario, alliance: str, language: str = "da") -> list[str]:
    lines = admissions.lines(words(language), alliance, moves(s, alliance))
    return [line.striptags().replace("\xa0", " ") for line in lines]


def test_a_certain_gain_is_said_although_a_lot_is_due_today() -> None:
    # C, D, I, L, O and V each bring B-F-Ø one seat, and no member loses: F and Ø need not draw
    told = say(GLOSTRUP, "B-F-Ø")
    for line, letter in zip(told, "VC", strict=False):
        assert line == (
            f"Kommer {letter} med i B-F-Ø, vinder medlemmerne, og ingen har grund til at sige nej: "
            "A får ét færre, F og Ø tilsammen ét mere (uden lodtrækning mellem dem)."
        )
    assert not any(line.startswith("Ingen liste udenfor") for line in told)


def test_nobody_objects_to_the_own_application() -> None:
    told = say(GLOSTRUP, "B-F-Ø")
    assert (
        "U ville selv tabe på at komme med: "
        "U får ét færre, F og Ø tilsammen ét mere (uden lodtrækning mellem dem)."
    ) in told
    assert not any("har U grund" in line for line in told)
    assert any(
        "U would itself lose by joining: U gets one fewer" in line
        for line in say(GLOSTRUP, "B-F-Ø", "en")
    )


def test_a_lot_that_stays_the_same_moves_nothing() -> None:
    assert "Det flytter intet mandat i valgforbundet at lukke A ind." in say(GLOSTRUP, "B-F-Ø")
