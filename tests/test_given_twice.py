"""The same key twice is an error that names it, in every argument: never the last one wins.

Twice is also with a blank more, in another spelling where lists are found by any, or with the
letters of a group in another order.
"""

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from valgforbund import (
    Alliance,
    Draws,
    Poll,
    Scenario,
    ScenarioError,
    Swing,
    compare,
    goal,
    load,
    partners,
    simulate,
    structures,
    study,
)
from valgforbund.council import (
    Committee,
    Council,
    agree,
    appoint,
    compare_majorities,
    elect_mayor,
    levelling,
    majorities,
    promise,
    regroupings,
    together,
    votes_of,
)
from valgforbund.proportional import Election, slate
from valgforbund.review import party_review

S = Scenario({"A": 40, "B": 30, "C": 20}, 9, [["B", "C"]])
C = Council({"A": 10, "C": 9, "Å": 0}, [["A", "Å"]])
PLACES = {"Børn": 3, "Kultur": 3, "Plan": 3}
BOARD = Election([slate("1", 7, "A B"), slate("2", 5, "E F")], 3)


def series(**values: object) -> pd.Series:
    """The value of each name twice, under the same name."""
    return pd.Series(
        [each for value in values.values() for each in (value, value)],
        index=[name for name in values for _ in range(2)],
    )


NAESTVED = load("KV2025", "Næstved")
TRIO = appoint(Council({"A": 10, "Å": 9, "F": 12}, {"x": ["A", "F"]}), {"k": 7, "m": 5})


CASES: dict[str, tuple[Callable[[], object], str]] = {
    # simulation
    "poll": (lambda: Poll({"A": 40, " A": 30}), "A"),
    "poll as Series": (lambda: Poll(series(A=40.0)), "A"),
    "poll, another spelling": (lambda: Poll({"A": 40, "a": 30}).sampler(S), "A"),
    "guesses of a poll": (lambda: Poll(guesses={"C": (2, 1), "C ": (3, 1)}), "C"),
    "guesses of a swing": (lambda: Swing(guesses={"C": (2, 1), "C\u200b": (3, 1)}), "C"),
    "guesses as Series": (lambda: Swing(guesses=series(C=(2, 1))), "C"),
    "guesses, another spelling": (
        lambda: Swing(guesses={"C": (2, 1), "c": (3, 1)}).sampler(S),
        "C",
    ),
    "a poll's share and guess": (lambda: Poll({"A": 9}, guesses={"a": (2, 1)}).sampler(S), "A"),
    "blocs of a swing": (lambda: Swing(blocs=[["A", "A "]]), "A"),
    "blocs of a swing, another spelling": (lambda: Swing(blocs=["Ab", "a"]).sampler(S), "A"),
    "columns of draws": (
        lambda: Draws(pd.DataFrame([[1, 2, 3, 4]], columns=[*"ABCa"])).sampler(S),
        "A",
    ),
    "columns of draws, the same": (
        lambda: Draws(pd.DataFrame([[1, 2, 3, 4]], columns=[*"ABCA"])).sampler(S),
        "A",
    ),
    "blocs": (lambda: simulate(S, blocs={"red": "AB", "red ": "AC"}), "red"),
    "blocs as Series": (lambda: simulate(S, blocs=series(red="AB")), "red"),
    "blocs called by letters": (lambda: simulate(S, blocs={"A-B": "AB", "B-A": "AB"}), "A-B"),
    "a list of a bloc": (lambda: simulate(S, blocs={"red": ["A", "a"]}), "A"),
    # alliances
    "a list of an alliance": (lambda: S.with_alliances([["A", "A"]]), "A"),
    "a list of a group inside": (lambda: S.with_alliances([["A", ["B", "a"]]]), "A"),
    "a list of an alliance that is made": (lambda: Alliance("x", ("A", "A")), "A"),
    "a list inside one that is made": (
        lambda: Alliance("x", ("A", Alliance("y", ("A", "B")))),
        "A",
    ),
    "lists that unite": (lambda: S.unite(["A", "B", "a"]), "A"),
    "an alliance by its lists": (lambda: compare(S, ("B", "C", "b")), "B"),
    # strategy
    "who must be in": (lambda: partners(NAESTVED, "A", include=["F", "F"]), "F"),
    "who must be in, another spelling": (
        lambda: partners(NAESTVED, "A", size=3, include=["F", "sf"]),
        "F",
    ),
    "who must be in, of a goal": (lambda: goal(S, "A", include=["B", "B"]), "B"),
    "who never ally": (lambda: partners(S, "B", apart=[("A", "A", "C")]), "A"),
    "who never ally, of a goal": (lambda: goal(S, "B", apart=[("A", "A", "C")]), "A"),
    "a bloc of structures": (lambda: structures(S, bloc=["B", "B"]), "B"),
    "forbidden": (lambda: structures(S, forbidden=[("A", "B", "B")]), "B"),
    "allowed": (lambda: structures(S, allowed=[("A", "B", "B")]), "B"),
    "lists that do best": (lambda: structures(S).best(["B", "B"]), "B"),
    # the council
    "lists that may move": (lambda: regroupings(TRIO, ["A", "A", "F"]), "A"),
    "lists together": (lambda: together(regroupings(TRIO, ["A"]), ["A", "A"]), "A"),
    "who agrees": (lambda: agree(C, {"Plan": 3}, parties=["A", "a"]), "A"),
    "to whom it was promised": (lambda: promise(C, ["X"], ["Å", "Å"]), "Å"),
    "posts that are wished": (lambda: promise(C, ["X"], "Å", {"Å": ["X", "X "]}), "X"),
    "posts that were wished": (lambda: promise(C, ["X"], "Å").with_wishes({"Å": ["Y", "Y"]}), "Y"),
    "seats": (lambda: Council({"A": 9, "A ": 5}), "A"),
    "seats as Series": (lambda: majorities(series(A=9)), "A"),
    "other seats": (lambda: C.with_seats({"A": 9, "a": 5}), "A"),
    "other seats as Series": (lambda: C.with_seats(series(A=9)), "A"),
    "seats of another world": (lambda: compare_majorities(C, series(A=9)), "A"),
    "groups": (lambda: C.with_groups({"Red": ["A"], "Red ": ["C"]}), "Red"),
    "groups, one empty": (lambda: C.with_groups({"Red": ["A"], "Red ": []}), "Red"),
    "a list of groups": (lambda: C.with_groups([["A", "A "]]), "A"),
    "blocs of majorities": (lambda: majorities(C, {"Red": ["A"], " Red": ["C"]}), "Red"),
    "committees": (lambda: appoint(C, {"Børn": 3, "Børn ": 5}), "Børn"),
    "committees as Series": (lambda: appoint(C, series(Børn=3)), "Børn"),
    "Committee": (lambda: appoint(C, [Committee("Plan", 3), Committee("Plan\ufeff", 3)]), "Plan"),
    "office": (lambda: appoint(C, PLACES, office={"Plan": "A", "Plan ": "C"}), "Plan"),
    "present": (lambda: appoint(C, PLACES, present={"A": 9, "a ": 8}), "A"),
    "present as Series": (lambda: appoint(C, PLACES, present=series(A=9)), "A"),
    "committees of an agreement": (lambda: agree(C, {"Plan": 3, "Plan ": 3}), "Plan"),
    "ballot": (lambda: elect_mayor(19, {"Jensen": 10, "Jensen ": 9}), "Jensen"),
    "ballot as Series": (lambda: elect_mayor(19).vote(series(Jensen=9)), "Jensen"),
    "choices": (lambda: votes_of(C, {"C": "Jensen", "c": "Hansen"}), "C"),
    "choices of a group": (lambda: votes_of(C, {"A-Å": "Jensen", "Å-A": "Hansen"}), "A-Å"),
    "posts": (lambda: promise(C, {"Hegnssyn": 1, "Hegnssyn ": 2}, "Å"), "Hegnssyn"),
    "posts by name": (lambda: promise(C, ["Hegnssyn", " Hegnssyn"], "Å"), "Hegnssyn"),
    "wishes": (lambda: promise(C, ["X"], "Å", {"Å": ["X"], "å": []}), "Å"),
    "wishes as stated": (lambda: promise(C, ["X"], "Å").with_wishes({"Å": [], "Å ": []}), "Å"),
    # proportional elections
    "slates": (lambda: Election([slate("1", 7, "A"), slate("1\u200b", 5, "E")], 2), "1"),
    "votes of slates": (lambda: BOARD.with_votes({"1": 5, "1 ": 4}), "1"),
    "votes of slates as Series": (lambda: BOARD.with_votes(pd.Series([5, 4], ["1", "1"])), "1"),
    "order of slates": (lambda: BOARD.in_order(["1", "1 ", "2"]), "1"),
    "candidates": (lambda: Election([slate("1", 7, ["Ida", "Ida "])], 2), "Ida"),
    # many elections
    "labels": (lambda: study({"then": S, "then ": S.leave("B")}), "then"),
    "councils": (lambda: study(["EP2024", load("EP2024", "Danmark")]), "Danmark"),
    "remarks": (
        lambda: party_review("SF", "EP2024", remarks={"Danmark": "x", "Danmark ": "y"}),
        "Danmark",
    ),
}


@pytest.mark.parametrize(("give", "key"), CASES.values(), ids=CASES)
def test_it_is_an_error_that_names_the_key(give: Callable[[], object], key: str) -> None:
    with pytest.raises(ScenarioError) as error:
        give()
    assert re.search(rf"(?<!\w){key}(?!\w)", str(error.value))
    assert "unknown" not in error.value.code


def test_a_list_twice_in_one_group_is_not_a_list_in_two() -> None:
    for give in (
        lambda: S.with_alliances([["A", "A"]]),
        lambda: C.with_groups([["A", "A"]]),
        lambda: Swing(blocs=[["A", "A"]]),
        lambda: Swing(blocs=[["A", "a"]]).sampler(S),
    ):
        with pytest.raises(ScenarioError, match="List A is given twice; give it once"):
            give()


def test_a_committee_may_have_two_of_one_list_by_office() -> None:
    """The mayor and a chair, say; a list with one member cannot."""
    found = appoint({"A": 10, "B": 1}, {"Plan": 5}, office={"Plan": ["A", "A"]})
    assert found.committee("Plan").office == ("A", "A")
    with pytest.raises(ScenarioError, match="List B cannot hold that many seats"):
        appoint({"A": 10, "B": 1}, {"Plan": 5}, office={"Plan": ["B", "B"]})


def test_lists_together_have_no_more_than_all_posts() -> None:
    """In any spelling; in each division from fewest to most, and never more than there are."""
    found = regroupings(TRIO, ["A"])
    assert together(found, ["a", "aa"]) == together(found, ["A", "Å"])
    for spans in (together(found, "A"), together(found, ["A", "Å"]), together(found, "AÅF")):
        assert all(0 <= span.low <= span.high <= 12 for span in spans.values())
    assert set(together(found, "AÅF").values()) == {12}


def test_the_mayor_chairs_the_finance_committee_once_however_the_list_is_spelled() -> None:
    committees = [Committee("ØU", 5, "finance", ("A",)), Committee("Plan", 3)]
    for mayor in ("A", "a", " A"):
        found = appoint(C, committees, mayor=mayor)
        assert found.committee("ØU").office == ("A",)


def test_members_that_restore_a_majority_are_added_once() -> None:
    state = appoint({"A": 10, "C": 9}, PLACES)
    once, twice = (levelling(state).apply(extra) for extra in (["Børn"], ["Børn", "Børn "]))
    assert once == twice


@pytest.mark.parametrize("model", [Poll, Swing])
def test_lists_of_a_model_are_found_in_any_spelling(model: Any) -> None:
    s = S.with_list("Å", 1)
    plain, spelled = model(guesses={"Å": (2, 1)}), model(guesses={"aa": (2, 1)})
    assert (plain.sampler(s).centre == spelled.sampler(s).centre).all()
    one, other = (simulate(s, model=Swing(blocs=blocs), draws=9) for blocs in (["AB"], ["ab"]))
    assert one.lists.equals(other.lists)


def test_values_may_be_a_series() -> None:
    shares = pd.Series({"A": 40.0, "B": 30.0})
    assert Poll(shares) == Poll({"A": 40.0, "B": 30.0})
    assert elect_mayor(19, pd.Series({"Jensen": 10, "Hansen": 9})).elected == "Jensen"
    assert appoint(C, pd.Series(PLACES)) == appoint(C, PLACES)
    assert BOARD.with_votes(pd.Series({"1": 5})) == BOARD.with_votes({"1": 5})
