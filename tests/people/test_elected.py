"""Who sits: the official result of 2025, what-ifs, and candidates that a person gives."""

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd
import pytest

import valgforbund as vf
from valgforbund.people.placing import placing
from valgforbund.people.register import register
from valgforbund.sharing.candidates import OPEN
from valgforbund.sources import bundled
from valgforbund.sources.bundled import load_all

COUNCILS = load_all("KV2025")
BY_PLACE = pytest.mark.parametrize("scenario", COUNCILS, ids=lambda each: each.place)


def either(row: pd.Series) -> set[int]:
    """The candidate of a row, or all whom a lot can choose."""
    return set(map(int, row["tied"].split(", "))) if pd.notna(row["tied"]) else {row["candidate"]}


@BY_PLACE
def test_every_seat_is_that_of_the_official_member(scenario: vf.Scenario) -> None:
    official = vf.candidates("KV2025", scenario.place).dropna(subset="seat").set_index("seat")
    found = vf.elected(vf.count(scenario))
    assert len(found) == len(official) == scenario.seats
    for number, row in found.iterrows():
        assert row["letter"] == official.loc[number, "letter"]
        assert official.loc[number, "candidate"] in either(row)
        assert pd.isna(row["candidate"]) == (row["how"] == "lot")
        if pd.isna(row["tied"]):
            assert row["name"] == official.loc[number, "name"]


@BY_PLACE
def test_every_substitute_is_the_official_one(scenario: vf.Scenario) -> None:
    official = vf.candidates("KV2025", scenario.place).dropna(subset="substitute")
    numbered = official.set_index(["letter", "substitute"])["candidate"]
    found = vf.substitutes(scenario)
    assert len(found) == len(official)
    for _, row in found.iterrows():
        assert numbered[row["letter"], row["order"]] in either(row)


def test_the_six_lists_whose_last_seat_was_drawn_by_lot_are_the_official_ones() -> None:
    drawn = [
        (each.place, row["letter"])
        for each in COUNCILS
        for _, row in vf.elected(each).query("how == 'lot'").iterrows()
    ]
    equal = [
        (each.place, letter)
        for each in COUNCILS
        for letter, rows in vf.candidates("KV2025", each.place).groupby("letter")
        if rows["form"].iloc[0] == "open"
        and set(rows.dropna(subset="seat")["votes"].nsmallest(1))
        & set(rows[rows["seat"].isna()]["votes"].nlargest(1))
    ]
    assert len(drawn) == 6
    assert sorted(drawn) == sorted(equal)


def test_all_seats_and_substitutes_of_2025_are_counted() -> None:
    assert sum(len(vf.elected(each)) for each in COUNCILS) == 2432
    assert sum(len(vf.substitutes(each)) for each in COUNCILS) == 5550


@pytest.mark.parametrize("told", [vf.elected, vf.substitutes])
def test_the_country_in_one_frame_is_its_councils_under_each_other(told) -> None:
    parts = {each.place: told(each).reset_index() for each in COUNCILS}
    wanted = pd.concat(parts, names=["place", None]).reset_index("place").reset_index(drop=True)
    for given in ("KV2025", COUNCILS, map(vf.count, COUNCILS)):
        found = told(given)
        same = found[wanted.columns.intersection(found.columns)]
        pd.testing.assert_frame_equal(same, wanted[same.columns].astype(same.dtypes))
        assert set(found.columns) - set(same.columns) == {"code"}
        assert found["code"].nunique() == 98


def test_all_candidates_of_2025_add_up_to_the_votes_of_their_lists() -> None:
    people = lists = 0
    for each in COUNCILS:
        rows = vf.candidates("KV2025", each.place)
        people += len(rows)
        by_list = rows.groupby("letter", sort=False)
        votes = by_list["votes"].sum() + by_list["list_votes"].first()
        assert votes.to_dict() == each.votes.to_dict()
        assert tuple(by_list.size()) == each.limits
        lists += rows.dropna(subset="seat")["letter"].nunique()  # with seats: 626 open, 157 party
    assert (people, lists) == (9217, 783)


def test_a_what_if_scales_the_candidates_and_says_so() -> None:
    s = vf.load("KV2025", "Næstved")
    more = vf.elected(s.shift("O", 2000))
    assert more.query("letter == 'O'")["scaled"].all()
    assert not more.query("letter != 'O'")["scaled"].any()
    # twice the votes are twice those of everybody
    twice = vf.elected(s.with_votes({"O": 2 * int(s.votes["O"])})).query("letter == 'O'")
    once = vf.candidates("KV2025", "Næstved").query("letter == 'O'").set_index("candidate")
    assert [
        int(row["votes"]) - 2 * int(once.loc[row["candidate"], "votes"])
        for _, row in twice.iterrows()
    ] == [0] * len(twice)


def test_scaling_never_decides_one_of_the_six_lots() -> None:
    lots = [
        (each, row)
        for each in COUNCILS
        for _, row in vf.elected(each).query("how == 'lot'").iterrows()
    ]
    assert len(lots) == 6
    for s, row in lots:
        letter = row["letter"]
        seats = vf.count(s).spans[letter]
        for more in range(-40, 41):
            other = s.with_votes({letter: int(s.votes[letter]) + more})
            if vf.count(other).spans[letter] == seats:
                found = vf.elected(other).query("letter == @letter and how == 'lot'")
                assert len(found) == 1, (s.place, more)
                assert either(row) <= either(found.iloc[0])


@pytest.mark.parametrize("fewer", [1, 10])
def test_a_vote_fewer_for_a_party_list_elects_nobody_else(fewer: int) -> None:
    # the figure rounds the votes of the list down, and the next one has nearly what the last has
    s = vf.load("KV2025", "Glostrup")
    other = s.with_votes({"V": int(s.votes["V"]) - fewer})
    now, then = (vf.elected(each).query("letter == 'V'") for each in (s, other))
    assert then["candidate"].to_list() == now["candidate"].to_list()
    assert then["how"].to_list() == now["how"].to_list()
    assert ((now["votes"] - then["votes"]).between(0, fewer)).all()
    assert then["scaled"].all()


def test_all_open_lists_of_2025_elect_the_same_people_with_a_few_votes_more_or_fewer() -> None:
    for s in COUNCILS:
        for entry in register("KV2025", bundled.code(s.place) or "").values():
            each, seats = entry.nominees, len(entry.elected)
            for more in (-100, -1, 1, 100) if each.form == OPEN else ():
                if each.total + more > 0:
                    scaled = each.with_total(each.total + more)
                    assert placing(scaled, seats) == placing(each, seats)


def test_votes_that_differ_make_no_lot_where_they_are_told_as_equal() -> None:
    s = vf.Scenario({"A": 100, "B": 50}, seats=3)  # A has two seats
    people = pd.DataFrame({"letter": "A", "candidate": [1, 2, 3, 4], "votes": [98, 100, 3, 99]})
    found = vf.elected(s, people.assign(list_votes=0)).query("letter == 'A'")
    assert found[["candidate", "votes"]].to_numpy().tolist() == [[2, 33], [4, 33]]
    assert found["tied"].isna().all()
    after = vf.substitutes(s, people.assign(list_votes=0))
    assert after[["candidate", "votes", "lacks"]].to_numpy().tolist() == [[1, 33, 1], [3, 1, 32]]


def test_who_is_elected_with_list_votes_that_do_not_make_the_figure_is_told_so() -> None:
    # Ø of København 2025: 565 personal votes and 4,322 list votes; the first one out has 1,080
    k = vf.elected(vf.load("KV2025", "København")).query("letter == 'Ø' and candidate == 10")
    assert k[["votes", "received", "how"]].to_numpy().tolist() == [
        [565, 4322, "personal votes and list votes"]
    ]
    known = vf.elected("KV2025").dropna(subset="candidate")
    found = known[known["how"] == "personal votes and list votes"]
    shown = zip(found["place"], found["letter"], found["candidate"], found["received"], strict=True)
    assert {*shown} == {*filled_up_in_part()}
    assert (known.loc[known["how"] == "personal votes", "received"] == 0).all()


def filled_up_in_part() -> Iterator[tuple[str, str, int, int]]:
    """The members of 2025 whom list votes lifted, but not to the figure; counted by hand."""
    for s in COUNCILS:
        people = vf.candidates("KV2025", s.place).query("form == 'party'")
        for letter, rows in people.groupby("letter"):
            left, members = int(rows["list_votes"].iloc[0]), int(rows["seat"].notna().sum())
            figure = int(s.votes[letter]) // (members + 1) + 1
            for row in rows.itertuples():
                lacks = max(figure - row.votes, 0)
                received, left = min(lacks, left), max(left - lacks, 0)
                if 0 < received < lacks and pd.notna(row.seat):
                    yield s.place, letter, row.candidate, received


def test_list_votes_that_are_not_given_are_what_is_left_of_the_list() -> None:
    s = vf.Scenario({"A": 100, "B": 60, "C": 40}, seats=5, alliances=[["B", "C"]])
    people = pd.DataFrame({"letter": "A", "candidate": [1, 2, 3], "votes": [30, 20, 20]})
    for frame in (people, people.assign(list_votes=30), people.assign(list_votes=pd.NA)):
        found = vf.elected(s, frame).query("letter == 'A'")  # two seats
        assert found["how"].to_list() == ["personal votes", "lot"]
        assert found["tied"].to_list()[1] == "2, 3"
        assert not found["scaled"].any()


def test_who_sits_because_of_an_alliance() -> None:
    k = vf.compare(vf.load("KV2025", "Næstved"), "C-I-M-O-V-Æ")
    moved = vf.people_moved(k)
    with_, without = (vf.elected(world) for world in (k.with_, k.without))
    sits, sat = (set(zip(e["letter"], e["candidate"], strict=True)) for e in (with_, without))
    gained = moved.query("change == 1")
    assert set(zip(gained["letter"], gained["candidate"], strict=True)) == sits - sat
    lost = moved.query("change == -1")
    assert set(zip(lost["letter"], lost["candidate"], strict=True)) == sat - sits
    assert moved.groupby("letter")["change"].sum().to_dict() == {"A": -2, "O": 1, "Æ": 1}
    assert gained["name"].notna().all()  # they were elected, and have their names
    assert lost["name"].isna().all()


def test_an_alliance_that_moves_no_seat_moves_nobody() -> None:
    s = vf.load("KV2025", "Læsø")
    assert vf.people_moved(vf.compare(s, s.alliances[0], baseline=s)).empty


OWN = vf.Scenario({"A": 100, "B": 60, "C": 60}, seats=5, candidates={"A": 3, "B": 2, "C": 2})
LISTS = pd.DataFrame(
    [
        ("A", 1, "Ane", 30, "open", 10),
        ("A", 2, "Bo", 50, "open", 10),
        ("A", 3, "Cy", 10, "open", 10),
        ("B", 1, "Dan", 20, "party", 10),
        ("B", 2, "Eva", 30, "party", 10),
        ("C", 1, "Fie", 60, "open", 0),
        ("C", 2, None, 0, "open", 0),
    ],
    columns=["letter", "candidate", "name", "votes", "form", "list_votes"],
)


def with_first(**cells: object) -> pd.DataFrame:
    """The lists with other cells in their first row."""
    return LISTS.astype(object).assign(
        **{key: [each, *LISTS[key][1:]] for key, each in cells.items()}
    )


@pytest.mark.parametrize("called", ["a", " A ", "A\u200b", "\uff21", "Socialdemokratiet"])
def test_a_list_is_called_as_elsewhere(called: str) -> None:
    s = OWN.with_names({"A": "Socialdemokratiet"})
    for frame in (LISTS.replace({"letter": {"A": called}}), with_first(letter=called)):
        pd.testing.assert_frame_equal(vf.elected(s, frame), vf.elected(s, LISTS))


def test_rows_need_not_all_say_what_holds_for_their_list() -> None:
    said = ~LISTS["letter"].duplicated(keep="last")  # only in the last row of each list
    frame = LISTS.assign(form=LISTS["form"].where(said), list_votes=LISTS["list_votes"].where(said))
    pd.testing.assert_frame_equal(vf.elected(OWN, frame), vf.elected(OWN, LISTS))


def test_the_index_may_be_called_as_a_column() -> None:
    frame = LISTS.set_index("letter", drop=False)
    pd.testing.assert_frame_equal(vf.elected(OWN, frame), vf.elected(OWN, LISTS))


def test_candidates_can_be_given() -> None:
    found = vf.elected(OWN, LISTS)
    # A 100, 50, 33, B and C 60 and 30 each: seat 5 is A's third quotient. B's figure is 31, and
    # with the list votes Dan has 30 as Eva has; he stands higher.
    assert found["name"].to_list() == ["Bo", "Dan", "Fie", "Ane", "Cy"]
    assert found["how"].to_list() == [
        *("personal votes", "order", "personal votes", "personal votes", "personal votes")
    ]
    next_ones = vf.substitutes(OWN, LISTS)
    assert next_ones[["letter", "name"]].fillna("?").to_numpy().tolist() == [
        ["B", "Eva"],
        ["C", "?"],
    ]
    assert next_ones["lacks"].to_list() == [1, 61]


def test_a_list_without_known_candidates_has_a_seat_and_nobody_in_it() -> None:
    found = vf.elected(OWN, LISTS.query("letter == 'A'"))
    assert found["letter"].to_list() == ["A", "B", "C", "A", "A"]
    assert found["candidate"].isna().to_list() == [False, True, True, False, False]


def test_a_lot_between_lists_leaves_open_who_sits() -> None:
    drawn = vf.Scenario({"A": 40, "B": 40}, seats=1)
    people = LISTS.query("letter != 'C'").drop(columns="list_votes")
    found = vf.elected(drawn, people)
    assert found["letter"].isna().all()
    assert found["candidate"].isna().all()
    settled = vf.count(drawn).settle({vf.count(drawn).lots[0]: "A"})
    assert vf.elected(settled, people)["name"].to_list() == ["Bo"]


def test_a_lot_between_lists_says_who_may_be_elected() -> None:
    s = vf.load("KV2025", "Stevns")  # B and Ø of one alliance are equal with one vote more
    found = vf.elected(s.with_votes({"Ø": int(s.votes["Ø"]) + 1}))
    row = found.loc[17]
    assert pd.isna(row["letter"])
    assert (row["how"], row["tied"]) == ("lot", "B 1, Ø 1")
    after = vf.substitutes(s.with_votes({"Ø": int(s.votes["Ø"]) + 1}))
    assert {"B", "Ø"} <= set(after["letter"])
    drawn = vf.Scenario({"A": 40, "B": 40}, seats=1)
    assert vf.elected(drawn, LISTS.query("letter != 'C'"))["tied"].to_list() == ["A 2, B 1"]


def test_whom_a_lot_between_lists_may_seat_is_no_more_out_than_in() -> None:
    s = vf.Scenario({"A": 50, "B": 40, "C": 10}, seats=1, alliances=[["B", "C"]])
    people = LISTS.assign(list_votes=0).query("letter != 'C'")
    moved = vf.people_moved(vf.compare(s, "B-C"), people)
    # the alliance draws with A for the only seat; without it the seat is A's
    assert moved[["letter", "candidate", "with", "without"]].to_numpy().tolist() == [
        ["A", 2, "lot", "sits"],
        ["B", 2, "lot", "out"],
    ]
    assert moved["change"].isna().all()


def test_a_party_lists_seat_is_open_where_a_lot_gives_it_one_more_and_then_to_others() -> None:
    # With one seat the figure is 100 // 2 + 1 = 51 and the list votes lift A's first to it; with
    # two it is 34, which the third has alone, and the first is lifted to.
    people = pd.DataFrame(
        {
            "letter": "A",
            "candidate": [1, 2, 3],
            "votes": [11, 10, 39],
            "form": "party",
            "list_votes": 40,
        }
    )
    tie = vf.Scenario({"A": 100, "B": 50}, seats=2, candidates={"A": 3})
    assert vf.elected(tie, people)["candidate"].dropna().to_list() == [1]


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (LISTS.drop(columns="votes"), "people_columns"),
        (pd.concat([LISTS, LISTS.head(1)]), "people_numbers"),
        (LISTS.assign(candidate=LISTS["candidate"] + 1), "people_numbers"),
        (LISTS.assign(form="sideordnet"), "people_form"),
        (LISTS.assign(votes=-1), "people_cell_not_whole"),
        (LISTS.assign(votes=None), "people_cell_not_whole"),
        (LISTS.assign(list_votes=0.5), "people_cell_not_whole"),
        (LISTS.assign(list_votes=range(7)), "people_differ"),
        (LISTS.assign(form=["open", "party", *LISTS["form"][2:]]), "people_differ"),
        (pd.concat([LISTS, LISTS["votes"]], axis=1), "name_given_twice"),
        (LISTS.assign(name=[[each] for each in range(7)]), "people_cell_no_text"),
        (with_first(letter=None), "people_cell_no_text"),
        (with_first(letter=" "), "people_cell_no_text"),
        *(
            (with_first(candidate=each), "people_cell_not_whole")
            for each in (None, pd.NA, float("nan"), float("inf"), "1", 1.5, Decimal("1.7"), True)
        ),
        ({"A": 3}, "people_not_a_frame"),
    ],
)
def test_a_frame_that_cannot_be_used_is_told(frame: object, code: str) -> None:
    with pytest.raises(vf.ScenarioError) as error:
        vf.elected(OWN, frame)  # type: ignore[arg-type]
    assert error.value.code == code
    assert str(error.value)


def test_what_is_not_bundled_is_told() -> None:
    for raises, code in (
        (lambda: vf.elected(OWN), "people_not_given"),
        (
            lambda: vf.elected(vf.load("KV2025", "Læsø").with_notes(["counted_once"])),
            "people_not_counted",
        ),
        (
            lambda: vf.elected(vf.load("KV2025", "Læsø").with_notes(["counted_in_part:1/9"])),
            "people_not_counted",
        ),
        (lambda: vf.elected([OWN]), "people_not_given"),
        (lambda: vf.elected("KV2025", LISTS), "candidates_of_several"),
        (lambda: vf.substitutes([COUNCILS[0], "KV2025"]), "council_repeated"),
        (lambda: vf.elected(370), "not_a_scenario"),  # type: ignore[arg-type]
        (lambda: vf.elected(vf.load("KV2021", "Næstved")), "people_unknown"),
        (lambda: vf.candidates("KV2021", "Næstved"), "people_unknown"),
        (lambda: vf.people_moved(OWN), "people_of_a_comparison"),  # type: ignore[arg-type]
    ):
        with pytest.raises(vf.ScenarioError) as error:
            raises()
        assert error.value.code == code
        assert str(error.value)
