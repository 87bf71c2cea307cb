"""What counts as a whole number, a letter and a name, and what a real council could not have."""

import decimal
import fractions
import math
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from valgforbund import (
    Scenario,
    ScenarioError,
    Swing,
    compare,
    count,
    partners,
    protocol,
    remainders,
    structures,
    waste_by_list,
)
from valgforbund.errors import shorten
from valgforbund.sources.bundled import elections, load


@pytest.mark.parametrize(
    "value",
    [
        5,
        np.int64(5),
        np.uint8(5),
        pd.Series([5]).iloc[0],
        5.0,
        np.float64(5),
        np.float32(5),
        pd.Series([5, None]).iloc[0],
        pd.array([5, None], "Int64")[0],
        decimal.Decimal("5.0"),
        fractions.Fraction(10, 2),
    ],
    ids=repr,
)
def test_whole_numbers_of_python_numpy_and_pandas(value: object) -> None:
    s = Scenario({"A": value, "B": 1}, seats=value, candidates={"A": value})
    assert (s.ballots, s.seats, s.limits) == ((5, 1), 5, (5, None))
    assert {type(number) for number in (*s.ballots, s.seats, s.limits[0])} == {int}


@pytest.mark.parametrize(
    "value",
    [
        5.5,
        np.float64(5.5),
        math.inf,
        -math.inf,
        decimal.Decimal("5.5"),
        decimal.Decimal("Infinity"),
        True,
        np.True_,
        "12",
        "",
        -1,
        [5],
        5j,
        b"5",
        fractions.Fraction(11, 2),
        np.array([5, 6]),
    ],
    ids=repr,
)  # fmt: skip -- as a list of values
def test_anything_else_is_no_number_of_votes_or_seats(value: object) -> None:
    with pytest.raises(ScenarioError, match="Votes for list A must be a whole number"):
        Scenario({"A": value}, seats=9)
    with pytest.raises(ScenarioError, match="number of seats must be a whole number"):
        Scenario({"A": 1}, seats=value)


@pytest.mark.parametrize("value", [None, math.nan, np.float32("nan"), pd.NA, pd.NaT], ids=repr)
def test_of_votes_that_are_missing_the_list_is_named(value: object) -> None:
    for votes in ({"A": 1, "B": value}, pd.Series({"A": 1, "B": value})):
        with pytest.raises(ScenarioError, match="no votes for list B"):
            Scenario(votes, seats=9)
    with pytest.raises(ScenarioError, match="no votes for list A"):
        Scenario({"A": 1}, 9).with_votes({"A": value})
    with pytest.raises(ScenarioError, match="number of seats must be a whole number"):
        Scenario({"A": 1}, seats=value)
    assert Scenario({"A": 1}, 9, candidates={"A": value}).limits == (None,)


def test_whole_floats_beyond_their_own_digits_are_what_they_are() -> None:
    assert Scenario({"A": 1e23}, 9).ballots == (99999999999999991611392,)


def test_series_are_read_by_their_labels() -> None:
    frame = pd.DataFrame({"v": [3, 4], "k": pd.array([1, None], "Int64")}, index=["A", "B"])
    s = Scenario(frame["v"], 9, candidates=frame["k"], names=pd.Series({"B": "Beta"}))
    assert (s.ballots, s.limits, s.names) == ((3, 4), (1, None), ("A", "Beta"))
    again = Scenario(s.votes, 9, candidates=s.lists["candidates"], names=s.lists["name"])
    assert again == s
    assert Scenario(frame["v"].astype(float), 9).ballots == (3, 4)


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ({"letter": ["A"], "votes": [3]}, "table.set_index('letter')['votes']"),
        ({"n": [3], "list": ["A"]}, "table.set_index('list')['n']"),
        ({"votes": ["x"], "letter": ["A"], "year": [2025]}, "table.set_index('letter')['year']"),
        ({"letter": ["A"], "seats": [1], "votes": [3]}, "table.set_index('letter')['seats']"),
        (
            {"nr": [1], "liste": ["A"], "navn": ["x"], "stemmer": [7]},
            "table.set_index('liste')['stemmer']",
        ),
        ({"A": [100], "B": [50]}, "table.iloc[0]"),
        ({"n": [100, 50]}, "pd.Series(table['n'].to_list(), index=letters)"),
        ({}, "pd.Series(votes, index=letters)"),
    ],
)
def test_a_table_is_answered_with_the_line_that_makes_the_series(
    table: dict[str, list[object]], line: str
) -> None:
    frame = pd.DataFrame(table)
    for give in (Scenario({"A": 1}, 9).with_votes, lambda votes: Scenario(votes, 9)):
        with pytest.raises(ScenarioError) as error:
            give(frame)
        assert error.value.code == "table_not_series"
        assert line in str(error.value)


def test_the_lines_for_our_own_frames_work() -> None:
    s = Scenario({"A": 7, "B": 5}, 9, names={"A": "SF"})
    for table, column in ((s.lists, "votes"), (waste_by_list(s), "votes")):
        with pytest.raises(ScenarioError) as error:
            Scenario(table, 9)
        assert f"with table['{column}']." in str(error.value)
        assert Scenario(table[column], 9).ballots == s.ballots
    wide = pd.DataFrame({"A": [100], "B": [50]})
    assert Scenario(wide.iloc[0], 9).ballots == (100, 50)


def test_the_line_for_a_table_by_letter_works() -> None:
    table = pd.DataFrame({"n": [3, 4]}, index=["A", "B"])
    with pytest.raises(ScenarioError, match=r"with table\['n'\]\."):
        Scenario(table, 9)
    assert Scenario(table["n"], 9).ballots == (3, 4)
    named = table.reset_index(names="list")
    assert Scenario(named.set_index("list")["n"], 9).ballots == (3, 4)


GIVEN_TWICE = [
    {"A": 5, "A ": 6},
    {"A": 5, "a": 6},
    {"A": 5, "Alternativet": 6},
    pd.Series([5, 6], index=["A", "A"]),
    pd.Series([5, 6], index=["A", "\uff21"]),
    pd.Series([5, 6], index=["A", "\u200bA"]),
]


@pytest.mark.parametrize("values", GIVEN_TWICE, ids=repr)
def test_the_same_list_twice_is_an_error_in_every_verb(values: object) -> None:
    s = Scenario({"A": 5, "B": 3}, 9, names={"A": "Alternativet"})
    texts = dict.fromkeys(values, "x") if isinstance(values, dict) else values.astype(str)
    for give in (
        lambda: s.with_votes(values),
        lambda: s.with_candidates(values),
        lambda: s.with_names(texts),
    ):
        before = repr(s)
        with pytest.raises(ScenarioError) as error:
            give()
        assert (error.value.code, str(error.value)) == (
            "letter_given_twice",
            "List A is given twice; give it once.",
        )
        assert repr(s) == before


def test_the_same_list_twice_is_an_error_when_a_scenario_is_made() -> None:
    twice = pd.Series([5, 900], index=["A", "A"])
    for make in (lambda: Scenario(twice, 9), lambda: Scenario({"A": 1, "A ": 2}, 9)):
        with pytest.raises(ScenarioError, match="The letter A is used by two lists"):
            make()
    for field in ({"candidates": twice}, {"names": twice.astype(str)}):
        with pytest.raises(ScenarioError, match="List A is given twice"):
            Scenario({"A": 5, "B": 3}, 9, **field)


def test_lists_are_found_as_places_are() -> None:
    s = load("KV2025", "Næstved")
    for called in ("Å", "å", "aa", "AA", " å ", "A\u030a", "Alternativet", "alternativet"):
        assert s.known(called) == "Å", called
    assert s.known("ae") == "Æ"
    assert s.known("SF") == s.known("Socialistisk Folkeparti") == "F"
    united = s.unite(["sf", "Radikale Venstre"])
    assert united == s.unite(["F", "B"])
    assert united.alliance(("b", "SF")) == united.alliance("f-b") == united.alliance("B-F")
    assert s.with_votes({"sf": 5}) == s.with_votes({"F": 5})
    assert s.shift("sf", 5, source="ø") == s.shift("F", 5, source="Ø")
    assert s.with_alliances([["sf", "ø"]]) == s.with_alliances([["F", "Ø"]])


def test_what_fits_several_lists_is_no_list() -> None:
    s = Scenario({"AA": 5, "Å": 3, "aa": 1, "L1": 2, "L2": 2}, 9, names={"L1": "Ny", "L2": "Ny"})
    assert (s.known("AA"), s.known("Å"), s.known("aa")) == ("AA", "Å", "aa")
    for called in ("", "L3"):
        with pytest.raises(ScenarioError) as error:
            s.known(called)
        assert error.value.code == "letter_unknown"
    with pytest.raises(ScenarioError, match="More than one list is called Aa"):
        s.known("Aa")
    with pytest.raises(ScenarioError, match=r"More than one list is called Ny.* L1, L2"):
        s.known("Ny")
    assert s.party("aa") is None


INVISIBLE = "\u2065\uffff\U000e0fff\ufeff\u200b\u200e\u00ad\x00\u3164\u2060\u180e\ufe0f\u2800\u034f"


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_what_cannot_be_seen_makes_no_list_of_its_own(character: str) -> None:
    assert Scenario({character + "A": 5}, 9).letters == ("A",)
    with pytest.raises(ScenarioError, match="The letter A is used by two lists"):
        Scenario({character + "A": 5, "A": 3}, 9)
    with pytest.raises(ScenarioError, match="needs a letter"):
        Scenario({character: 5}, 9)
    s = Scenario({"A": 5, "B": 3}, 9, names={"A": f"N{character}y"}, place=character + "Ry")
    assert (s.known(f"A{character}"), s.names[0], s.place) == ("A", "Ny", "Ry")
    with pytest.raises(ScenarioError, match="The letter A is used by two lists"):
        s.with_list("A" + character)


def test_blanks_and_wide_letters_are_no_difference() -> None:
    assert Scenario({"\uff21": 5, "Ny\u00a0 liste": 3}, 9).letters == ("A", "Ny liste")
    with pytest.raises(ScenarioError, match="used by two lists"):
        Scenario({"\uff21": 5, "A": 3}, 9)


@pytest.mark.parametrize(
    "letter", ["\u0410", "\u0391", "\u041eA", "\u04d4", "\u051a", "\u13aa", "\u2205"], ids=ascii
)
def test_letters_of_other_scripts_that_look_alike_are_a_warning(letter: str) -> None:
    s = Scenario({letter: 5, "A": 3}, 9)
    assert "letters_look_alike" in s.warnings
    assert "letters_look_alike" not in Scenario({"Я": 5, "Ø": 3}, 9).warnings


def test_an_accent_alone_is_no_letter() -> None:
    with pytest.raises(ScenarioError, match="needs a letter"):
        Scenario({"\u0301": 5}, 9)


@pytest.mark.parametrize("letter", ["new", "others"])
def test_a_list_called_as_a_source_of_votes_is_a_list_and_the_source_stays_what_it_is(
    letter: str,
) -> None:
    s = Scenario({"A": 50, letter: 40, "C": 10}, 9)
    assert s.shift(letter, 5, "C").ballots == (50, 45, 5)
    assert s.shift("A", 5, source="new").ballots == (55, 40, 10)
    assert sum(s.shift("A", 5, source="others").ballots) == 100


def test_half_a_character_is_refused_in_words_that_can_be_shown() -> None:
    half = "A\ud83d"
    s = Scenario({"A": 5}, 9)
    for give in (
        lambda: Scenario({half: 5}, 9),
        lambda: Scenario({"A": 5}, 9, names={"A": half}),
        lambda: Scenario({"A": 5}, 9, place=half),
        lambda: Scenario({"A": 5}, 9, notes=[half]),
        lambda: s.with_list(half),
        lambda: s.with_names({"A": half}),
        lambda: s.known(half),
        lambda: s.alliance(half),
    ):
        with pytest.raises(ScenarioError) as error:
            give()
        assert error.value.code == "text_half_character"
        assert str(error.value).encode()


def test_names_that_would_be_equal_are_refused_by_every_verb() -> None:
    s = Scenario({"A": 100, "B": 90, "C": 60}, 9, alliances=[["A", "B"]])
    with_list = s.without_alliances().with_list("A-B", 50)
    for give in (
        lambda: s.with_list("A-B", 50),
        lambda: with_list.with_alliances([["A", "B"]]),
        lambda: with_list.unite(["A", "B"]),
        lambda: with_list.unite(["A", "C"]).join("B", "A-C").leave("C"),
    ):
        with pytest.raises(ScenarioError) as error:
            give()
        assert error.value.code == "alliance_name_repeated"
        assert "called A-B" in str(error.value)


def nested(depth: int) -> list[object]:
    group: list[object] = ["A", "B"]
    for i in range(depth):
        group = [group, f"L{i}"]
    return group


def test_groups_are_as_deep_as_anybody_needs() -> None:
    votes = {"A": 1, "B": 1, **{f"L{i}": 1 for i in range(900)}}
    assert Scenario(votes, 9, [nested(9)]).alliances
    itself: list[object] = ["A"]
    itself.append(itself)
    for group in (nested(10), nested(900), itself):
        with pytest.raises(ScenarioError, match="at most 10 deep"):
            Scenario(votes, 9, [group])


@pytest.mark.parametrize(
    "give",
    [
        lambda table: Scenario({"A": 3, "B": 2, "C": 1}, 5, alliances=[table]),
        lambda table: Scenario({"A": 3, "B": 2, "C": 1}, 5, alliances=table),
        lambda table: Scenario({"A": 3, "B": 2, "C": 1}, 5).unite(table),
        lambda table: Swing(blocs=table),
        lambda table: partners(Scenario({"A": 3, "B": 2, "C": 1}, 5), "C", include=table),
        lambda table: structures(Scenario({"A": 3, "B": 2, "C": 1}, 5), bloc=table),
        lambda table: structures(Scenario({"A": 3, "B": 2, "C": 1}, 5), bloc=table["A"]),
    ],
)
def test_a_table_is_no_list_of_letters(give: Callable[[pd.DataFrame], object]) -> None:
    """Its columns happen to be letters, and are not meant; a column of numbers is none either."""
    with pytest.raises(ScenarioError):
        give(pd.DataFrame({"A": [10], "B": [5]}))


def test_a_bloc_may_be_a_series() -> None:
    s = Scenario({"A": 3, "B": 2, "C": 1}, 5)
    assert structures(s, bloc=pd.Series(["A", "C"])).bloc == ("A", "C")


def test_numbers_and_elections_beyond_all_measure() -> None:
    s = Scenario({"A": 10**5000, "B": 999_999_999_999_999, "C": 10**15 - 1 + 1}, 9)
    assert repr(s) == (
        "<scenario: 9 seats; A 100000… (5001 digits), B 999999999999999, "
        "C 100000… (16 digits); no alliances>"
    )
    many = {f"L{i}": 1 for i in range(1000)}
    assert Scenario(many, 9).with_votes({"L0": 2})
    for give in (
        lambda: Scenario({f"L{i}": 1 for i in range(100_000)}, 9),
        lambda: Scenario(many, 9).with_list("A"),
    ):
        with pytest.raises(ScenarioError, match="at most 1000 lists"):
            give()


def test_frames_of_votes_beyond_all_floats() -> None:
    s = Scenario({"A": 5 * 10**400, "B": 3 * 10**400 + 1, "C": 2 * 10**400 + 7}, 9, [["A", "B"]])
    assert count(s).awards["quotient"].gt(10**300).all()
    assert remainders(s)["seats"].sum() == 9
    assert protocol(s)["votes"].max() == 8 * 10**400 + 1
    assert compare(s, "A-B").ledger["change"].notna().all()
    vacant = Scenario({"A": 5, "B": 3}, 10**400)
    assert count(vacant).expected.gt(10**300).all()


def test_digits_of_large_numbers_are_counted_right() -> None:
    for power in (15, 16, 17, 100, 4300, 5000):
        for number, first in ((10**power, "100000"), (10 ** (power + 1) - 1, "999999")):
            assert shorten(number) == f"{first}… ({power + 1} digits)"
            assert shorten(-number) == f"-{first}… ({power + 1} digits)"


def test_letters_are_compared_in_nfc_wherever_they_are_given() -> None:
    ring, plain = "A\u030a", "Å"  # A with a combining ring, and the letter Å
    s = Scenario({ring: 7, "B": 5, "C": 3}, 9, [[ring, "B"]], {ring: 2}, {ring: "Ring"})
    assert s.letters == (plain, "B", "C")
    assert s == Scenario({plain: 7, "B": 5, "C": 3}, 9, [[plain, "B"]], {plain: 2}, {plain: "Ring"})
    assert s.leave(ring) == s.leave(plain) == s.dissolve((ring, "B"))
    assert s.alliance(f"{ring}-B") == s.alliance_of(ring) == s.alliances[0]
    assert s.with_votes({ring: 8}).ballots == s.shift(ring, 1).ballots == (8, 5, 3)
    assert s.shift("B", 1, source=ring).ballots == (6, 6, 3)
    assert s.without_alliances().unite([ring, "B"]) == s
    assert s.leave(ring).unite(["B", "C"]).join(ring, "B-C").alliances[0].name == "Å-B-C"
    assert s.without_list(ring).letters == ("B", "C")


def test_a_letter_is_any_text_of_at_most_100_characters() -> None:
    s = Scenario({" 12 ": 1, "x" * 100: 2, "Nye Borgerlige": 3}, 9)
    assert s.letters == ("12", "x" * 100, "Nye Borgerlige")
    assert s.warnings == ("letters_not_danish",)


def test_an_empty_name_is_the_letter() -> None:
    assert Scenario({"A": 1}, 9, names={"A": "  "}).names == ("A",)


@pytest.mark.parametrize(
    ("seats", "election", "codes"),
    [
        (9, "", ()),
        (31, "KV2025", ()),
        (55, "", ()),
        (10, "", ("even_size",)),
        (7, "", ("size_below_9",)),
        (8, "", ("even_size", "size_below_9")),
        (33, "", ("size_above_31",)),
        (56, "", ("even_size", "size_above_31")),
        (47, "RV2025", ()),
        (32, "RV2025", ("even_size",)),
        (14, "EP2019", ()),
    ],
)
def test_sizes_that_a_real_council_could_not_have(
    seats: int, election: str, codes: tuple[str, ...]
) -> None:
    assert Scenario({"A": 2, "B": 1}, seats, election=election).warnings == codes


def test_groups_inside_an_alliance_were_abolished_before_2025() -> None:
    s = Scenario({"A": 3, "B": 2, "C": 1}, 9, [["A", ["B", "C"]]])
    assert s.warnings == ("joint_list_groups",)
    assert s.dissolve("B-C").warnings == ()


def test_no_votes_at_all_is_a_warning_and_all_seats_stay_vacant() -> None:
    assert Scenario({"A": 0, "B": 0}, 9).warnings == ("votes_all_zero",)


def test_real_councils_have_no_warnings() -> None:
    for row in elections().query("election in ['KV2025', 'RV2025', 'EP2024']").itertuples():
        assert load(row.election, row.code).warnings == ()
