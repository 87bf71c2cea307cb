"""Every error of the council: its code, and a sentence with value, place and what is allowed."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from codes import named_in

import valgforbund
from valgforbund import Scenario, count
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
from valgforbund.errors import ScenarioError
from valgforbund.lots import Lot
from valgforbund.sources.councils import typed_council

NAMES = ("Økonomiudvalget", "Børneudvalget")
C = Council({"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2})
TIE = appoint({"A": 11, "C": 8, "V": 2}, {"Børn": 9})
TWO = appoint({"A": 14, "C": 5}, dict.fromkeys(["Børn", "Kultur", "Miljø", "Plan", "Social"], 5))
SECOND = elect_mayor(21, {"A": 9, "B": 8}, {"A": 9, "B": 8})
STUCK = elect_mayor(21, {"A": 9, "B": 6, "C": 6}, {"A": 9, "B": 6, "C": 6})

CASES: list[tuple[str, Callable[[], object], list[str]]] = [
    ("committees_not_named", lambda: appoint(C, ["Kultur"]), ["['Kultur']", "{'Kultur': 5}"]),
    ("committees_not_named", lambda: appoint(C, None), ["'None'"]),
    (
        "finance_repeated",
        lambda: appoint(C, [Committee("ØU", 5, "finance"), Committee("Plan", 5, "finance")]),
        ["ØU, Plan"],
    ),
    ("letter_unknown", lambda: compare_majorities({"A": 9}, {"A": 5, "Z": 4}), ["Z", "are A"]),
    ("council_not_seats", lambda: Council([9, 5]), ["'[9, 5]'", "{'A': 9, 'C': 5}"]),
    ("council_not_seats", lambda: Council({}), ["'{}'"]),
    ("council_not_seats", lambda: Council.of({"A": 9}), ["{'A': 9}"]),
    ("council_seats_not_whole", lambda: Council({"A": 9.5}), ["list A", "'9.5'", "0 or more"]),
    ("council_seats_not_whole", lambda: C.with_seats({"A": -1}), ["list A", "'-1'"]),
    ("council_too_large", lambda: Council({"A": 10**18}), ["10000 members", "100000… (19 digits)"]),
    ("committee_without_name", lambda: appoint(C, {"": 5}), ["committee needs a name", "''"]),
    ("committee_without_name", lambda: appoint(C, [Committee("\u200b", 5)]), ["needs a name"]),
    ("council_empty", lambda: Council({"A": 0, "B": 0}), ["A, B"]),
    (
        "committee_too_large",
        lambda: (
            typed_council(NAMES, {"A": 9, "B": 6, "C": 4})
            .with_committees([Committee("Børn", 9)])
            .with_seats({"A": 2})
        ),
        ["Børn has 9 members", "council of 12", "at most 6"],
    ),
    (
        "council_lots_open",
        lambda: Council.of(count(Scenario({"A": 1, "B": 1}, 1))),
        ["A, B", "draw it"],
    ),
    ("council_lots_open", lambda: levelling(TIE), ["C, V"]),
    ("council_lots_open", lambda: STUCK.vote({"A": 1}), ["B, C"]),
    ("letter_repeated", lambda: Council({"Å": 1, "A\u030a": 2}), ["letter Å"]),
    ("letter_unknown", lambda: C.leave("Q"), ["no list Q", "A, B, C, F, Ø"]),
    ("letter_unknown", lambda: together(regroupings(TIE), ["A", "Q"]), ["no list Q", "A, C, V"]),
    ("letter_unknown", lambda: C.with_groups([["A", "Q"]]), ["no list Q"]),
    ("groups_not_letters", lambda: C.with_groups("AF"), ["'AF'", "[['A', 'F'], "]),
    ("groups_not_letters", lambda: C.with_groups(["AF"]), ["'AF'"]),
    (
        "list_in_two_groups",
        lambda: C.with_groups([["A", "F"], ["F", "B"]]),
        ["List F", "one group"],
    ),
    ("letter_given_twice", lambda: C.with_groups([["A", "A"]]), ["List A"]),
    ("group_name_repeated", lambda: C.with_groups({"C": ["A", "F"]}), ["called C"]),
    ("group_unknown", lambda: C.join("B", "A-F"), ["group A-F", "A, B, C, F, Ø"]),
    ("quota_not_possible", lambda: majorities(C, quota=20), ["1 to 19", "'20'"]),
    ("quota_not_possible", lambda: majorities(C, quota=9.5), ["'9.5'"]),
    (
        "too_many_coalitions",
        lambda: majorities({f"L{i}": 1 for i in range(21)}).minimal,
        ["352716", "10000", "blocs"],
    ),
    (
        "too_many_groupings",
        lambda: regroupings(appoint({f"L{i}": 1 for i in range(9)}, {"U": 3})),
        ["9 lists", "21147", "5000"],
    ),
    ("committee_size", lambda: appoint(C, {"Børn": 4}), ["Børn", "odd", "at most 9", "'4'"]),
    ("committee_size", lambda: appoint(C, {"Børn": 11}), ["Børn", "at most 9", "'11'"]),
    ("committee_size", lambda: appoint(C, {"Børn": 0}), ["'0'"]),
    ("body_size", lambda: appoint(C, [Committee("Råd", 20, "other")]), ["Råd", "1 to 19", "'20'"]),
    ("body_size", lambda: appoint(C, [Committee("Råd", 0, "other")]), ["'0'"]),
    ("committee_kind", lambda: appoint(C, [Committee("Råd", 3, "x")]), ["standing", "'x'"]),
    (
        "committee_repeated",
        lambda: appoint(C, [Committee("Børn", 3), Committee("Børn", 5)]),
        ["called Børn"],
    ),
    ("committee_unknown", lambda: appoint(C, {"Børn": 5}, "ØU"), ["'ØU'", "are Børn"]),
    ("committee_unknown", lambda: TWO.give_up("Vej", "A", "C"), ["'Vej'", "Børn, Kultur"]),
    (
        "office_too_many",
        lambda: appoint(C, {"Børn": 5}, office={"Børn": ["B", "B"]}),
        ["List B", "Børn"],
    ),
    (
        "office_too_many",
        lambda: appoint(C, {"Børn": 1}, office={"Børn": ["A", "C"]}),
        ["Børn"],
    ),
    ("present_too_many", lambda: appoint(C, {"Børn": 5}, present={"B": 2}), ["list B", "1", "2"]),
    ("nobody_takes", lambda: TWO.give_up("Børn", "A", None), ["A can", "Børn", "which one"]),
    ("nothing_to_give", lambda: TIE.give_up("Børn", "V", "A"), ["V has", "Børn", "to A"]),
    ("nothing_to_give", lambda: TWO.give_up("Børn", "A", "A"), ["A has", "Børn", "to A"]),
    (
        "nothing_to_give",
        lambda: appoint({"A": 14, "C": 5}, {"ØU": 5}, "ØU", "C").give_up("ØU", "C", "A"),
        ["C has", "ØU"],
    ),
    ("transfers_not_due", lambda: levelling(TWO).choose([]), ["A -1, C +1"]),
    (
        "transfers_not_due",
        lambda: levelling(TWO).choose([("Børn", "C", "A")]),
        ["A -1, C +1"],
    ),
    ("nothing_to_add", lambda: levelling(TWO).apply(["Børn"]), ["Børn", "majority"]),
    ("nothing_to_add", lambda: levelling(TWO.give_up("Børn", "A", "C")).apply(["Plan"]), ["Plan"]),
    ("post_kind", lambda: agree(C).give("boss", "Børn", "A"), ["chair", "'boss'"]),
    ("post_unknown", lambda: agree(C).take_back("chair", "Børn", "A"), ["'Børn'"]),
    ("post_unknown", lambda: promise(C, ["x"], [], {"A": ["y"]}), ["'y'", "are x"]),
    ("post_repeated", lambda: promise(C, ["x", "x"], []), ["post x"]),
    ("places_not_whole", lambda: promise(C, {"x": 0}, []), ["places of x", "'0'"]),
    ("places_not_whole", lambda: agree(C).give("chair", "Børn", "A", number=0), ["'0'"]),
    ("text_not_text", lambda: agree(C).give("chair", "Børn", "A", 5), ["person", "'5'"]),
    ("letter_empty", lambda: agree(C).give("chair", "", "A"), ["''"]),
    ("name_given_twice", lambda: promise(C, ["X"], [], {"A": ["X", "X"]}), ["'X'", "once"]),
    ("present_not_whole", lambda: elect_mayor(0), ["present", "'0'"]),
    ("present_not_whole", lambda: SECOND.with_present(0, 21), ["present", "'0'"]),
    ("present_above_council", lambda: SECOND.with_present(22, 21), ["21 members", "22"]),
    ("present_elects", lambda: SECOND.with_present(17, 21), ["17", "A is elected", "ballot 1"]),
    ("ballot_too_many", lambda: SECOND.with_present(16, 21), ["17", "16"]),
    ("ballot_not_votes", lambda: elect_mayor(19, ["A"]), ["['A']", "{'Jensen': 10}"]),
    ("ballot_not_whole", lambda: elect_mayor(19, {"A": -1}), ["for A", "'-1'"]),
    ("ballot_too_many", lambda: elect_mayor(19, {"A": 10, "B": 10}), ["votes", "20", "19"]),
    ("ballot_finalists", lambda: SECOND.vote({"C": 1}), ["A, B", "C is not"]),
    ("ballot_nobody", lambda: elect_mayor(19, {}, {}, {"A": 1}), ["second ballot"]),
    ("mayor_elected", lambda: elect_mayor(19, {"A": 10}, {"A": 1}), ["A is elected"]),
    ("settle_not_mapping", lambda: TIE.settle(["A"]), ["by lot", "['A']"]),
    ("lot_not_due", lambda: TIE.settle({Lot("x", ("A", "C"), 1): "A"}), ["A, C", "C, V"]),
    ("lot_not_due", lambda: TWO.settle({5: "A"}), ["5", "none"]),
    ("lot_winners", lambda: TIE.settle({TIE.lots[0]: "A"}), ["C, V", "got A"]),
    ("seed_not_whole", lambda: TIE.draw("x"), ["'x'"]),
]


@pytest.mark.parametrize(
    ("code", "raises", "parts"), CASES, ids=[f"{code}-{i}" for i, (code, *_) in enumerate(CASES)]
)
def test_an_error_names_the_value_its_place_and_what_is_allowed(
    code: str, raises: Callable[[], object], parts: list[str]
) -> None:
    with pytest.raises(ScenarioError) as error:
        raises()
    assert error.value.code == code
    assert [part for part in parts if part not in str(error.value)] == []


def test_every_code_of_the_council_is_raised_by_a_test() -> None:
    package = Path(valgforbund.__file__).parent / "council"
    assert {code for code, *_ in CASES} == named_in(package.glob("*.py")) | {
        "letter_empty",
        "letter_repeated",
        "letter_unknown",
        "letter_given_twice",
        "text_not_text",
        # of lots, which stand in a room of their own
        "settle_not_mapping",
        "lot_not_due",
        "lot_winners",
        "seed_not_whole",
    }


FRAME = pd.DataFrame({"letter": ["A", "B"], "seats": [10, 5]})


@pytest.mark.parametrize(
    "give",
    [
        lambda: votes_of(FRAME, {"A": "Jensen"}),
        lambda: votes_of(C, FRAME),
        lambda: elect_mayor(FRAME),
        lambda: elect_mayor(19, FRAME),
        lambda: appoint(FRAME, {"Børn": 5}),
        lambda: appoint(C, FRAME),
        lambda: appoint(C, {"Børn": 5}, office=FRAME),
        lambda: appoint(C, {"Børn": 5}, office={"Børn": FRAME}),
        lambda: appoint(C, [Committee("Børn", 5, office=FRAME)]),
        lambda: appoint(C, {"Børn": 5}, present=FRAME),
        lambda: agree(C, {"Børn": 5}, FRAME),
        lambda: promise({"A": 10, "B": 5}, FRAME, ["B"]),
        lambda: promise(C, ["x"], FRAME),
        lambda: promise(C, ["x"], ["B"], FRAME),
        lambda: promise(C, ["x"], ["B"], {"B": FRAME}),
        lambda: regroupings(TIE, FRAME),
        lambda: together(regroupings(TIE), FRAME),
        lambda: C.with_groups(FRAME),
        lambda: C.with_seats(FRAME),
    ],
)
def test_a_table_is_no_list_of_names(give: Callable[[], object]) -> None:
    """Never its columns, and never a bare error of Python."""
    with pytest.raises(ScenarioError) as error:
        give()
    assert "unknown" not in error.value.code


def test_posts_may_be_a_series() -> None:
    posts = {"Hegnssyn": 2, "Idrætsforum": 1}
    assert promise(C, pd.Series(posts), ["B"]) == promise(C, posts, ["B"])
