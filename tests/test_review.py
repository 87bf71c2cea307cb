"""The review of a party: by party and not by letter, equal to the study, in right sentences."""

import pandas as pd
import pytest
from elections import country

from valgforbund import Scenario, ScenarioError, compare, elected, load, party_review
from valgforbund.parties import nationwide, party
from valgforbund.review import Review
from valgforbund.sources.bundled import load_all

KV = "KV2025"


def one(s: Scenario, language: str = "da") -> str:
    """The note on the party called Venstre in one scenario."""
    return str(party_review("Venstre", s, language=language).lists.loc[0, "note"])


def invented(votes: dict[str, int], seats: int, alliances: list[list[str]]) -> Scenario:
    return Scenario(votes, seats, alliances, names={"V": "Venstre"}, place="Ry")


@pytest.fixture(scope="module")
def moderaterne() -> Review:
    return party_review("Moderaterne")


def test_its_rows_are_those_of_the_study(moderaterne: Review) -> None:
    lists = country().lists
    stood = [party(*each, KV).key for each in zip(lists["letter"], lists["name"], strict=True)]
    wanted = lists[[key == "moderaterne" for key in stood]].reset_index(drop=True)
    found = moderaterne.lists.drop(columns=["note", "remark"])
    pd.testing.assert_frame_equal(found, wanted, check_dtype=False)


def test_totals_add_up_the_rows_and_say_what_they_are(moderaterne: Review) -> None:
    totals, lists = moderaterne.totals, moderaterne.lists
    for figure in ("seats", "owed_dissolved", "owed_none", "owed_alone", "gave", "took", "regret"):
        assert totals.loc[figure, "value"] == lists[figure].sum()
    assert totals.loc["lists", "value"] == len(lists) == 71
    assert totals.loc["allied", "value"] == lists["alliance"].notna().sum()
    assert totals["definition"].str.len().min() > 10


def test_københavn_m_gave_a_its_seat(moderaterne: Review) -> None:
    row = moderaterne.lists.set_index("place").loc["København"]
    assert (row["gave"], row["partner_changes"]) == (1, "A+1")
    s = load(KV, "København")
    ledger = compare(s, "A-B-M", baseline=s.leave("M")).ledger["change"]
    assert ledger[ledger != 0].to_dict() == {"A": 1, "Å": -1}
    assert "M's stemmer gav A ét mandat" in row["note"]


def test_votes_over_the_years_are_by_party(moderaterne: Review) -> None:
    assert moderaterne.years["stood"].to_dict() == {"KV2025": 71, "KV2021": 0, "KV2013": 0}
    alternativet = party_review("Alternativet")
    assert alternativet.years.loc["KV2013", ["stood", "votes"]].to_list() == [0, 0]
    assert alternativet.years.loc["KV2021", "votes"] > 0
    by_hand = {
        election: sum(
            votes
            for s in load_all(election)
            for name, votes in zip(s.names, s.ballots, strict=True)
            if name.casefold().startswith("alternativet")
        )
        for election in ("KV2025", "KV2021")
    }
    assert alternativet.years["votes"][["KV2025", "KV2021"]].to_dict() == by_hand


def test_seats_are_missing_where_alliances_are_not_known_never_zero(moderaterne: Review) -> None:
    assert moderaterne.years["seats"].isna().to_dict() == {
        "KV2025": False,
        "KV2021": True,
        "KV2013": True,
    }  # fmt: skip -- as the years stand
    assert set(moderaterne.lists["election"]) == {KV}
    for election in ("KV2021", ["KV2013", "KV2021"]):
        with pytest.raises(ScenarioError) as error:
            party_review("Venstre", election)
        assert error.value.code == "alliances_unknown"


def test_the_parties_together_are_the_country_but_for_local_lists() -> None:
    lists = country().lists
    who = [party(*each, KV).key for each in zip(lists["letter"], lists["name"], strict=True)]
    seats = lists["seats"].groupby(who).sum()
    for key in ("venstre", "sf", "slesvigsk-parti"):
        name = next(each.name for each in nationwide() if each.key == key)
        assert party_review(name, KV).totals.loc["seats", "value"] == seats[key]


def test_remarks_stand_beside_the_notes() -> None:
    review = party_review("SF", KV, remarks={"Næstved": "Ring til A"})
    remarks = review.lists.set_index("place")["remark"]
    assert remarks["Næstved"] == "Ring til A"
    assert (remarks != "").sum() == 1


def test_changing_what_was_given_changes_no_review() -> None:
    remarks = {"Danmark": "x"}
    review = party_review("SF", "EP2024", remarks=remarks)
    remarks["Danmark"] = "y"
    frame = review.lists
    frame.loc[0, "note"] = ""
    assert review.lists.loc[0, "remark"] == "x"
    assert review.lists.loc[0, "note"]


def test_a_language_there_is_not_is_an_error() -> None:
    with pytest.raises(ScenarioError, match="no language"):
        party_review("SF", "EP2024", language="xx")


# ---- the sentences ----


def test_a_list_alone_and_what_would_have_been_better() -> None:
    s = invented({"A": 25, "V": 31, "C": 11, "D": 16}, 8, [])
    assert one(s) == (
        "V stod alene og fik 3 mandater; 3 stemmer manglede til ét mandat mere; "
        "i valgforbund med C alene havde V fået 4 mandater."
    )
    assert one(s, "en") == (
        "V stood alone and got 3 seats; 3 votes short of one seat more; "
        "allied with C alone V would have had 4 seats."
    )


def test_what_the_alliance_gave_and_what_the_votes_gave_a_partner() -> None:
    taker = invented({"A": 25, "B": 31, "C": 11, "V": 16}, 8, [["C", "V"]])
    assert "det er ét mere end både uden netop dette valgforbund og helt uden valgforbund" in one(
        taker
    )
    giver = invented({"A": 25, "B": 31, "V": 11, "D": 16}, 8, [["V", "D"]])
    assert "det er det samme som både uden netop dette valgforbund og helt uden valgforbund" in one(
        giver
    )
    assert "V's stemmer gav D ét mandat" in one(giver)
    assert "at all; V's votes gave D one seat" in one(giver, "en")


def test_one_vote_short_is_singular() -> None:
    s = invented({"A": 20, "V": 9}, 2, [])
    assert "2 stemmer manglede til ét mandat;" in one(s)
    assert "1 stemme manglede til ét mandat;" in one(s.with_votes({"V": 10}))
    assert "1 vote short of a seat;" in one(s.with_votes({"V": 10}), "en")


def test_a_lot_is_shown_as_a_lot() -> None:
    s = invented({"A": 10, "V": 5, "B": 5}, 2, [["A", "B"]])
    tied = s.with_votes({"A": 10, "B": 0, "V": 5})
    assert "V stod alene og fik 0 eller 1 mandat" in one(tied)


def test_standing_alone_is_told_where_partners_paid() -> None:
    note = party_review("SF", KV).lists.set_index("place").loc["Herlev", "note"]
    assert "havde F stået alene og partnerne stadig sammen: F −1, Ø +1" in note
    s = load(KV, "Herlev")
    changes = compare(s, "B-F-Ø", baseline=s.leave("F")).changes
    assert {who: int(span.low) for who, span in changes.items()} == {"F": 1, "Ø": -1}


# ---- persons ----


@pytest.mark.parametrize("name", ["Moderaterne", "Danmarksdemokraterne", "Venstre"])
def test_its_persons_are_those_elected_with_and_not_without(name: str) -> None:
    review = party_review(name)
    people = review.people
    expected = set()
    for s, each in review.standings:
        if each.partners:
            alone = s.dissolve(s.alliance_of(each.letter))
            sits, sat = (
                {(x, c) for x, c in zip(e["letter"], e["candidate"], strict=True) if pd.notna(c)}
                for e in (elected(s), elected(alone))
            )
            expected |= {(s.place, *person) for person in sits - sat if person[0] == each.letter}
    sure = people[people["own"] & (people["with"] == "sits")]
    found = set(zip(sure["place"], sure["letter"], sure["candidate"], strict=True))
    assert found == expected
    assert review.totals.loc["seated", "value"] == (sure["without"] == "out").sum()


def test_persons_moved_are_as_many_as_the_seats_that_moved() -> None:
    """Where no lot decides, each seat more is a person more."""
    review = party_review("Danmarksdemokraterne")
    own = review.people.query("own")
    assert own["change"].notna().all()
    assert own["change"].sum() == review.totals.loc["owed_dissolved", "value"]
    names = own.set_index("place")["name"]
    assert names["Næstved"] == "Lizette Laugesen"  # official result


def test_where_candidates_are_not_known_nobody_is_counted() -> None:
    review = party_review("SF", "EP2024")
    assert review.people.empty
    assert "seated" not in review.totals.index
    assert review.people.dtypes.equals(party_review("SF").people.dtypes)
