"""The agreement, with that of Herlev in 2021."""

import pytest

from valgforbund.council import Agreement, Council, agree, appoint, findings, levelling

HERLEV = {"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}
FAMILIE, BOERN = "Familie- og Forebyggelsesudvalget", "Børne- og Uddannelsesudvalget"
MILJOE, SUNDHED = "Miljø-, Klima- og Teknikudvalget", "Sundheds- og Voksenudvalget"
KULTUR, KLIMA = "Kultur- og Fritidsudvalget", "§ 17, stk. 4-udvalg om klimaplanen"


def herlev() -> Agreement:
    a = agree(Council(HERLEV), parties=["A", "F", "Ø", "B"])
    a = a.give("chair", FAMILIE, "F").give("vice", BOERN, "F").give("chair", KLIMA, "F")
    a = a.give("chair", MILJOE, "Ø").give("vice", SUNDHED, "Ø")
    a = a.give("deputy", "2. viceborgmester", "Ø")
    for committee in (KULTUR, FAMILIE):
        a = a.give("member", committee, "B")
    for board in ("Skolerådet", "Erhvervsrådet", "Hegnssynet", "Idrætsforum"):
        a = a.give("outside", board, "B")
    for committee in (BOERN, SUNDHED, KULTUR):
        a = a.give("chair", committee, None)
    return a


def test_the_posts_of_herlev_by_list() -> None:
    table = herlev().table
    assert table.loc[("chair", FAMILIE), "F"] == 1
    assert table.loc["chair", ["A", "B", "F", "Ø", "open"]].sum().to_list() == [0, 0, 2, 1, 3]
    assert table["B"].sum() == 6
    assert table.to_numpy().sum() == len(herlev().posts) == len(herlev().people)
    assert list(table.columns) == ["A", "B", "C", "F", "Ø", "open"]


def test_herlev_held_against_dhondt_over_the_groups() -> None:
    # six chairs by lists: 9, 5, 4.5, 3, 2.5, 2.25; A 4, C 2, nobody else
    chairs = herlev().against.query("kind == 'chair'").set_index("group")
    assert chairs["dhondt_low"].to_dict() == {"A": 4, "B": 0, "C": 2, "F": 0, "Ø": 0}
    assert chairs["over"].to_dict() == {"A": 0, "B": 0, "C": 0, "F": 2, "Ø": 1}
    assert chairs["under"].to_dict() == {"A": 4, "B": 0, "C": 2, "F": 0, "Ø": 0}
    assert set(chairs["open"]) == {3}
    # one group of those who agreed: 14 against 5, six chairs: 14, 7, 5, 4.67, 3.5, 2.8
    allied = herlev().with_groups([["A", "B", "F", "Ø"]]).against
    chairs = allied.query("kind == 'chair'").set_index("group")
    assert chairs["dhondt_low"].to_dict() == {"A-B-F-Ø": 5, "C": 1}
    assert chairs["agreed"].to_dict() == {"A-B-F-Ø": 3, "C": 0}


def test_places_are_held_against_the_levelled_committees() -> None:
    five = dict.fromkeys(["Børn", "Kultur", "Miljø", "Plan", "Social"], 5)
    a = agree({"A": 14, "C": 5}, five)
    for name in five:
        a = a.give("chair", name, "A").give("member", name, "A", number=3)
        a = a.give("member", name, "C")
    places = a.against.query("kind == 'places'").set_index("group")
    assert places[["agreed", "dhondt_low", "over", "under"]].T.to_dict("list") == {
        "A": [20, 19, 1, 0],
        "C": [5, 6, 0, 1],
    }
    assert set(places["open"]) == {0}


def test_a_lot_is_neither_over_nor_under() -> None:
    a = agree({"A": 2, "B": 2}).give("deputy", "1. viceborgmester", "B")
    row = a.against.set_index("group")[["dhondt_low", "dhondt_high", "over", "under"]]
    assert row.to_numpy().tolist() == [[0, 1, 0, 0], [0, 1, 0, 0]]


def test_verbs_return_a_new_agreement() -> None:
    a = agree(HERLEV)
    one = a.give("chair", "Børn", "A", "Hansen").give("chair", "Plan", "A")
    assert a.posts == ()
    assert one.take_back("chair", "Børn", "A").posts == one.posts[1:]
    assert len(one.posts) == 2
    assert hash(one) == hash(a.give("chair", "Børn", "A", "Hansen").give("chair", "Plan", "A"))


@pytest.mark.parametrize("frame", ["table", "people", "against"])
def test_an_empty_agreement_has_empty_frames(frame: str) -> None:
    assert len(getattr(agree(HERLEV), frame)) == 0


def test_members_that_were_added_are_places_like_others() -> None:
    state = appoint({"A": 10, "C": 9}, {"Børn": 3, "Kultur": 3, "Plan": 3})
    a = Agreement(levelling(state).apply(["Børn"]), ("A", "C"))
    for body, one, other in (("Børn", 3, 2), ("Kultur", 2, 1), ("Plan", 2, 1)):
        a = a.give("member", body, "A", number=one).give("member", body, "C", number=other)
    frame = a.against.set_index("group")
    assert frame["agreed"].to_dict() == frame["dhondt_low"].to_dict() == {"A": 7, "C": 4}
    assert not frame[["open", "over", "under"]].to_numpy().any()
    assert {each.code for each in findings(a)} == {
        "mayor_missing",
        "chair_missing",
        "person_missing",
    }


def test_a_list_without_a_seat_that_holds_posts_is_over() -> None:
    a = agree({"A": 9, "C": 5, "V": 0, "Å": 0}, {"Børn": 5}, ["A"])
    a = a.give("member", "Børn", "V", number=3).give("outside", "Hegnssynet", "V")
    frame = a.against.set_index(["kind", "group"])
    columns = ["members", "agreed", "dhondt_low", "dhondt_high", "over", "under"]
    assert frame.loc[("places", "V"), columns].to_list() == [0, 3, 0, 0, 3, 0]
    assert frame.loc[("outside", "V"), "over"] == 1
    assert "Å" not in frame.index.get_level_values("group")
