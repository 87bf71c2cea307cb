"""Posts that need no seat: the promise of Næstved, then d'Hondt."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import valgforbund as vf
from valgforbund.council import Council, promise
from valgforbund.dhondt import apportion
from valgforbund.lots import Lot

COUNCIL = Council({"A": 5, "B": 2, "Ø": 1, "P": 0, "K": 0, "Å": 0})
POSTS = {"Skolerådet": 1, "Hegnssynet": 1, "Idrætsforum": 2, "Erhvervsrådet": 1}


def test_every_allied_list_without_a_seat_chooses_first_and_in_turn() -> None:
    p = promise(
        COUNCIL,
        POSTS,
        ["Ø", "P", "K"],
        {"P": ["Hegnssynet"], "K": ["Hegnssynet", "Skolerådet"], "B": ["Idrætsforum"]},
    )
    assert p.order == ("P", "K")  # Ø has a seat, Å is not allied
    assert [(each.who, each.post, each.wish) for each in p.choices[:2]] == [
        ("P", "Hegnssynet", 1),
        ("K", "Skolerådet", 2),
    ]
    assert p.kept == {"P": "kept", "K": "kept"}
    # three places left: 5, 2.5 and 2 are the largest
    assert [(each.who, each.post) for each in p.choices[2:]] == [
        ("A", "Idrætsforum"),
        ("A", "Idrætsforum"),
        ("B", "Erhvervsrådet"),
    ]
    assert p.choices[-1].wish is None
    assert p.lots == ()


def test_promises_that_cannot_be_kept_are_named() -> None:
    wishes = {letter: ["Hegnssynet"] for letter in "PKÅ"}
    p = promise(COUNCIL, ["Hegnssynet", "Skolerådet"], "PKÅ", wishes)
    assert p.kept == {"P": "kept", "K": "not_wished", "Å": "broken"}
    assert p.promises["post"].to_dict() == {"P": "Hegnssynet", "K": "Skolerådet", "Å": ""}
    assert p.most_kept == 1


def test_another_order_may_keep_more() -> None:
    wishes = {"P": ["Hegnssynet", "Skolerådet"], "K": ["Hegnssynet"]}
    p = promise(COUNCIL, ["Hegnssynet", "Skolerådet"], ["P", "K"], wishes)
    assert p.kept == {"P": "kept", "K": "not_wished"}
    assert p.most_kept == 2
    assert promise(COUNCIL, ["Hegnssynet", "Skolerådet"], ["K", "P"], wishes).kept == {
        "K": "kept",
        "P": "kept",
    }


def test_equal_quotients_draw_lots_for_who_chooses_first() -> None:
    p = promise({"A": 4, "B": 2, "C": 2}, ["x", "y", "z", "w"], [])
    assert [each.who for each in p.choices] == ["A"]
    assert p.lots == (Lot("2", ("A", "B", "C"), 1),)
    drawn = p.draw(3)
    assert sorted(each.post for each in drawn.choices) == ["w", "x", "y", "z"]
    assert sorted(each.who for each in drawn.choices) == ["A", "A", "B", "C"]
    settled = p.settle({p.lots[0]: "C"})
    assert settled.choices[1] == (2, "C", "y", "dhondt", None)
    assert p.drawn == ()


def test_equal_quotients_for_the_same_post_are_no_lot_if_all_get_one() -> None:
    p = promise({"A": 2, "B": 2}, {"Hegnssynet": 2}, [])
    assert [each.who for each in p.choices] == ["A", "B"]
    assert promise({"A": 2, "B": 2}, {"Hegnssynet": 1}, []).lots == (Lot("1", ("A", "B"), 1),)


def test_naestved_2025_every_ally_without_a_seat_has_a_post() -> None:
    count = vf.count(vf.load("KV2025", "Næstved"))
    council = Council.of(count)
    allied = council.group_of("Å").letters
    p = promise(council, ["Skolerådet", "Idrætsforum", "Hegnssynet"], allied)
    without = [letter for letter in allied if council.bench(letter) == 0]
    assert without == ["Å"]
    assert p.kept == {"Å": "kept"}
    # the two others by d'Hondt over the alliances
    level = apportion(list(council.by_group.values()), 2)
    got = p.draw(1).table.query("reason == 'dhondt'")["who"].value_counts()
    for name, seats in zip(council.by_group, level.seats, strict=True):
        assert got.get(name, 0) >= seats


@given(
    st.lists(st.integers(0, 6), min_size=2, max_size=6).filter(any),
    st.lists(st.integers(1, 3), min_size=1, max_size=4),
    st.integers(0, 99),
)
def test_every_place_is_given_once_and_what_is_left_is_dhondt(
    benches: list[int], places: list[int], seed: int
) -> None:
    council = Council({f"L{i}": each for i, each in enumerate(benches)})
    posts = {f"P{i}": each for i, each in enumerate(places)}
    choices = promise(council, posts, council.letters).draw(seed).choices
    assert Counter(each.post for each in choices) == posts
    first = [each.who for each in choices if each.reason == "promise"]
    assert (
        first == [letter for letter in council.letters if not council.bench(letter)][: sum(places)]
    )
    level = apportion(benches, sum(places) - len(first))
    got = Counter(each.who for each in choices if each.reason == "dhondt")
    for i, seats in enumerate(level.seats):
        assert got[f"L{i}"] in ((seats, seats + 1) if i in level.tied else (seats,))


@pytest.mark.parametrize("wished", [["Skolerådet"], []])
def test_wishes_of_a_list_count_for_its_group(wished: list[str]) -> None:
    council = Council({"A": 5, "B": 2, "C": 3}, [["A", "B"]])
    p = promise(council, ["Hegnssynet", "Skolerådet"], [], {"B": ["Skolerådet"], "A": wished})
    assert p.choices[0] == (1, "A-B", "Skolerådet", "dhondt", 1)


def test_a_wish_for_a_post_that_is_gone_cannot_be_met_but_stays() -> None:
    p = promise(COUNCIL, POSTS, ["P", "K"]).with_wishes({"P": ["Månen", "Idrætsforum"], "K": ["Ø"]})
    assert p.gone == {"P": ("Månen",), "K": ("Ø",)}
    assert p.kept == {"P": "kept", "K": "not_wished"}
    assert p.promises["wish"].to_list()[0] == 2
    assert p.most_kept == 1
