"""All structures in words, where a lot is due now."""

from valgforbund import Scenario, structures
from valgforbund.wording import words
from valgforbund.wording.structures import lines


def test_how_often_a_seat_that_a_lot_decides_now_is_certain() -> None:
    # of five structures only A-C leaves no lot for A: 6 votes against 5
    every = structures(Scenario({"A": 5, "B": 5, "C": 1}, 1))
    told = [line.striptags().replace("\xa0", " ") for line in lines(words("da"), every, ("A",))]
    assert told[1:] == ["I 20,0 % af dem er A sikret ét mandat, uden lodtrækning."]
