"""Elections with a stated answer: from teaching, from the press, and from Danish councils."""

from valgforbund import Scenario, compare, count, waste, waste_by_list
from valgforbund.lots import Lot
from valgforbund.sources.bundled import load

LEJRE = Scenario(
    {"A": 3489, "B": 629, "C": 2202, "F": 2454, "O": 565, "V": 4558, "Ø": 1123},
    seats=25,
    alliances=[["A", "F"], ["V", "C", "O"]],
)
GLOSTRUP = Scenario(
    {"A": 3921, "B": 516, "C": 1029, "F": 476, "O": 413, "U": 854, "V": 2680, "Ø": 456},
    seats=19,
    alliances=[["B", "F", "Ø"], ["U", "O"]],
)
CLASS = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])


def seats(s: Scenario) -> dict[str, int]:
    """The lists with seats, when no lot is open."""
    c = count(s)
    assert c.lots == ()
    return {letter: number for letter, number in c.seats.items() if number}


def changes(s: Scenario, other: Scenario) -> dict[str, int]:
    """Seats here minus there, where they differ."""
    gains = count(s).seats - count(other).seats
    return gains[gains != 0].to_dict()


def test_the_university_example_with_and_without_the_alliance() -> None:
    assert seats(CLASS) == {"A": 2, "B": 3, "C": 1, "D": 2}
    assert seats(CLASS.without_alliances()) == {"A": 3, "B": 3, "C": 1, "D": 1}
    assert int(compare(CLASS, "C-D").saved) == 1


def test_european_parliament_2024() -> None:
    s = load("EP2024")
    official = {"A": 3, "B": 1, "C": 1, "F": 3, "I": 1, "M": 1, "O": 1, "V": 2, "Æ": 1, "Ø": 1}
    assert seats(s) == official
    assert changes(s, s.without_alliances()) == {}
    assert changes(s.dissolve("A-F-Å"), s) == {"A": -1, "V": 1}


def test_lejre_2021_and_what_the_late_form_cost() -> None:
    late = {"V": 8, "A": 6, "F": 4, "C": 4, "Ø": 1, "B": 1, "O": 1}
    in_time = LEJRE.join("Ø", "A-F")
    assert seats(LEJRE) == late
    assert seats(in_time) == late | {"C": 3, "Ø": 2}
    assert changes(in_time, in_time.leave("Ø")) == {"C": -1, "Ø": 1}
    assert int(compare(in_time, "A-F-Ø", baseline="none").saved) == 0


def test_glostrup_2021() -> None:
    assert seats(GLOSTRUP) == {"A": 8, "V": 5, "C": 2, "U": 2, "B": 1, "F": 1}


def test_glostrup_2021_step_by_step_to_the_seat_of_the_red_green_list() -> None:
    twenty = count(GLOSTRUP.shift("Ø", 20))
    assert twenty.lots == (Lot("B-F-Ø", ("F", "Ø"), 1),)
    assert twenty.seats[["A", "B", "F", "Ø"]].tolist() == [8, 1, 0, 0]
    assert seats(GLOSTRUP.shift("Ø", 19)) == seats(GLOSTRUP)
    for more in (21, 22):
        assert changes(GLOSTRUP.shift("Ø", more), GLOSTRUP) == {"F": -1, "Ø": 1}
    assert changes(GLOSTRUP.shift("Ø", 23), GLOSTRUP) == {"A": -1, "Ø": 1}


def test_lolland_2025_has_more_seats_than_candidates_on_one_list() -> None:
    s = load("KV2025", "Lolland")
    unlimited = s.with_candidates(dict.fromkeys(s.letters))
    assert dict(zip(s.letters, s.limits, strict=True))["Æ"] == 4
    assert count(unlimited).seats["Æ"] == 5
    assert changes(s, unlimited) == {"Æ": -1, "C": 1}
    assert count(s).awards.loc[23, ["letter", "alliance"]].tolist() == ["C", "C-I-Æ"]


def test_limits_can_make_an_alliance_of_two_gain_two() -> None:
    s = Scenario(
        {"A": 92, "B": 398, "C": 77, "D": 73},
        seats=8,
        alliances=[["B", "D"], ["A", "C"]],
        candidates={"A": 3, "B": 2, "C": 1, "D": 30},
    )
    assert int(compare(s, "B-D").saved) == 2


def test_a_member_can_lose_when_another_list_is_admitted() -> None:
    pair = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
    assert seats(pair) == {"A": 6, "B": 9, "C": 5, "D": 5}
    assert seats(pair.join("D", "A-C")) == {"A": 5, "B": 9, "C": 5, "D": 6}


def test_a_committee_of_nine_from_groups_of_11_8_and_2_needs_a_lot() -> None:
    c = count(Scenario({"X": 11, "Y": 8, "Z": 2}, seats=9))
    assert c.seats.tolist() == [5, 3, 0]
    assert c.lots == (Lot("", ("Y", "Z"), 1),)  # 8/4 and 2/1


def test_swedish_council_election() -> None:
    assert seats(Scenario({"P": 17, "Q": 5, "R": 5, "S": 4}, seats=7)) == dict(
        zip("PQRS", [4, 1, 1, 1], strict=True)
    )


def test_naestved_2025_where_the_votes_ended() -> None:
    s = load("KV2025", "Næstved")
    focus = next(a for a in s.alliances if "Æ" in a.letters and "O" in a.letters)
    votes = compare(s, focus).waste.loc["unrepresented"]
    assert votes[["with", "without"]].tolist() == [843, 2155]
    table = waste_by_list(count(s))
    assert table.loc["Å", "votes"] == 382
    assert table.loc["Å", "class"] == "carried"
    assert not table.loc["Å", "moved_a_seat"]
    assert waste(count(s)).loc["unrepresented", "votes"] == 843


def test_koebenhavn_2025_a_list_without_a_seat_gave_another_one() -> None:
    s = load("KV2025", "København")
    row = waste_by_list(count(s)).loc["M"]
    assert row[["votes", "class", "gave_to"]].tolist() == [5271, "carried", "A+1"]
    assert row["moved_a_seat"]
    assert changes(s.leave("C"), s) == {"C": -1, "V": 1}
