"""Why a seat went where it did, word for word, and numbers that can be checked by eye."""

import random
import re
from fractions import Fraction

from elections import random_scenario
from markupsafe import Markup
from sampling import fair

from valgforbund import Scenario, count, load, protocol
from valgforbund.protocol import why
from valgforbund.wording import LANGUAGES, words
from valgforbund.wording.protocol import digits_for, outcome, quotient
from valgforbund.wording.protocol import why as why_in_words


def say(s: Scenario, number: int, language: str = "da") -> list[str]:
    return [
        Markup(each).striptags() for each in why_in_words(words(language), why(s, number), number)
    ]


def line(s: Scenario, level: str = "", language: str = "da") -> str:
    frame, lots = protocol(s), count(s).lots
    lot = next((each for each in lots if each.alliance == level), None)
    return Markup(outcome(words(language), frame[frame["level"] == level], lot)).striptags()


def test_quotients_in_both_languages() -> None:
    da, en = words("da"), words("en")
    value = Fraction(90_019, 6)  # 15003.1666…
    assert [quotient(da, value, n) for n in (1, 2, 4)] == ["15.003,2", "15.003,17", "15.003,1667"]
    assert quotient(en, value, 1) == "15,003.2"
    assert quotient(da, Fraction(9, 3), 2) == "3"
    assert quotient(da, Fraction(1999, 2000), 2) == "1,00"
    assert quotient(da, Fraction(10**40, 3), 1).startswith("3.333.333.")


def test_as_many_decimals_as_tell_quotients_apart() -> None:
    assert digits_for([Fraction(31), Fraction(31, 2), Fraction(31, 2)]) == 1
    assert digits_for([Fraction(100, 3), Fraction(3333, 100)]) == 3
    assert digits_for([]) == 1
    assert digits_for([Fraction(1), 1 + Fraction(1, 10**9)]) == 6  # no more than that


def test_equal_quotients_that_all_get_a_seat_are_no_lot() -> None:
    s = Scenario({"A": 20, "B": 10, "C": 1}, 3)  # 20 10 10
    (equal,) = say(s, 2)
    assert equal == (
        "Mandat nr. 2 går til A: 20 : 2 = 10 er den største kvotient, der er tilbage. "
        "B har lige så meget og får også mandat, så der skal ikke trækkes lod."
    )
    (ahead,) = say(s, 3, "en")
    assert ahead == (
        "Seat no. 3 goes to B: 10 : 1 = 10 is the largest quotient left, 3.3 ahead of A with 6.7."
    )


def test_a_lot_inside_an_alliance_open_and_drawn() -> None:
    s = Scenario({"A": 5, "B": 5, "C": 7}, 2, [["A", "B"]])
    assert say(s, 1)[1] == (
        "Inde i A-B: lodtrækning mellem A og B om ét mandat; de har samme kvotient, 5."
    )
    assert line(s, "A-B") == say(s, 1)[1]
    drawn = count(s).settle({count(s).lots[0]: "B"}).scenario
    assert say(drawn, 1)[1] == (
        "Inde i A-B er det mandat nr. 1, og det går til B ved lod: A og B har samme kvotient, 5, "
        "og der er kun ét mandat til dem."
    )
    assert line(drawn, "A-B").endswith(
        "går til B med 5; A har lige så meget, men tabte lodtrækningen."
    )


def test_an_alliance_without_a_seat() -> None:
    s = Scenario({"A": 50, "B": 3, "C": 2}, 3, [["B", "C"]])
    assert line(s, "B-C") == "B-C har intet sikkert mandat; det første ville gå til B."
    assert line(s, "B-C", "en") == "B-C has no sure seat; its first would go to B."


def test_lolland_in_both_languages() -> None:
    s = load("KV2025", "Lolland")
    assert say(s, 23)[1].endswith("Hos Æ stod 683 for tur, men der er ikke flere kandidater.")
    assert say(s, 23, "en")[1].endswith(
        "683 of Æ was next in line, but there are no more candidates."
    )


def test_the_lead_is_the_difference_of_the_numbers_that_are_shown() -> None:
    """A class can check it by eye, and it is never shown as nothing."""
    chance, checked = random.Random(11), 0
    rounds = fair(range(300))
    for _ in rounds:
        s = random_scenario(chance, unit=chance.choice([1, 37]))
        c = count(s)
        for n in range(1, s.seats - c.vacant + 1):
            for step, text in zip(why(c, n), say(c.scenario, n), strict=True):
                found = re.search(
                    r"= ([\d.,]+) er .*tilbage \(([\d.,]+) foran .* med ([\d.,]+)\)\.", text
                )
                if not found:
                    continue
                own, lead, rival = (
                    Fraction(each.replace(".", "").replace(",", ".")) for each in found.groups()
                )
                assert own - rival == lead
                assert abs(lead - step.lead) < Fraction(1, 5)
                assert lead > 0
                checked += 1
    assert checked > len(rounds)


def test_every_sentence_is_a_sentence() -> None:
    chance = random.Random(12)
    for _ in fair(range(150)):
        s = random_scenario(chance)
        c, frame = count(s), protocol(s)
        for language in LANGUAGES:
            texts = [line(s, level, language) for level in frame["level"].unique()]
            for n in range(1, s.seats - c.vacant + 1):
                texts += say(s, n, language)
            for text in texts:
                assert text[-1] == "."
                assert text[0].isupper()
                assert not re.search(r"\{|None|nan|  |,,|\.\.", text), text
