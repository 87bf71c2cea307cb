"""The bundled facts, checked against each other and against what is known of the elections."""

import csv
import unicodedata
from importlib.resources import files

import pandas as pd
import pytest

from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sources.bundled import (
    elections,
    load,
    load_all,
    official_order,
    official_seats,
    region,
)

DATA = files("valgforbund").joinpath("data")
COUNCILS = [*zip(elections()["election"], elections()["code"], strict=True)]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(DATA.joinpath(*name.split("/")).read_text("utf-8").splitlines()))


def test_how_many_councils_and_lists_each_election_has() -> None:
    frame = elections()
    by_election = frame.groupby("election", sort=False)["lists"].agg(["size", "sum"])
    assert {election: tuple(row) for election, row in by_election.iterrows()} == {
        "KV2025": (98, 1165),
        "RV2025": (4, 63),
        "EP2024": (1, 11),
        "KV2021": (98, 1119),
        "EP2019": (1, 10),
        "EP2014": (1, 8),
        "KV2013": (98, 1042),
        "EP2009": (1, 9),
        "EP2004": (1, 9),
    }
    assert list(frame.columns) == [
        "election",
        "place",
        "code",
        "date",
        "seats",
        "lists",
        "alliances_known",
        "official_seats_known",
    ]  # fmt: skip -- as the contract writes them


def test_polling_days_are_sundays_for_europe_and_tuesdays_for_councils() -> None:
    frame = elections()
    europe = frame["election"].str.startswith("EP")
    assert set(frame.loc[europe, "date"].dt.day_name()) == {"Sunday"}
    assert set(frame.loc[~europe, "date"].dt.day_name()) == {"Tuesday"}
    assert (frame["date"].dt.year.astype("str") == frame["election"].str[2:]).all()
    assert frame["date"].is_monotonic_decreasing


@pytest.mark.parametrize("election", elections()["election"].unique())
def test_every_council_loads_as_it_stands_in_the_file(election: str) -> None:
    facts = pd.DataFrame(rows(f"lists/{election}.csv"))
    for code, lists in facts.groupby("code"):
        s = load(election, str(code))
        assert s.election == election
        assert dict(zip(s.letters, s.ballots, strict=True)) == dict(
            zip(lists["letter"], lists["votes"].astype(int), strict=True)
        )
        assert {a.name for a in s.alliances} == set(lists["alliance"]) - {""}
        limits = [None if not n else int(n) for n in lists["candidates"]]
        assert list(s.limits) == limits


def test_text_is_nfc_single_spaced_and_in_the_order_of_the_alphabet() -> None:
    for election, code in COUNCILS:
        s = load(election, code)
        for text in (*s.letters, *s.names, s.place):
            assert text == unicodedata.normalize("NFC", " ".join(text.split()))
        known = [ALPHABET.index(letter) for letter in s.letters if letter in ALPHABET]
        rest = s.letters[len(known) :]
        assert known == sorted(known)
        assert [*rest] == sorted(rest)
        assert all(letter.isdigit() for letter in rest)


def test_votes_add_up_to_the_valid_votes_where_those_are_known() -> None:
    checked = 0
    for row in rows("councils.csv"):
        if row["votes_valid"]:
            total = sum(load(row["election"], row["code"]).ballots)
            assert total == int(row["votes_valid"]), row
            assert total <= int(row["votes_cast"]) <= int(row["eligible"])
            checked += 1
    assert checked == 98 + 98  # KV2025 and KV2013


def test_official_seats_add_up_to_the_council_size_and_respect_the_candidates() -> None:
    frame = elections()
    known = frame[frame["official_seats_known"]]
    assert known.groupby("election").size().to_dict() == {
        "KV2025": 98, "RV2025": 4, "KV2021": 22,
        "EP2024": 1, "EP2019": 1, "EP2014": 1, "EP2009": 1, "EP2004": 1,
    }  # fmt: skip
    for row in known.itertuples():
        seats = official_seats(row.election, row.code)
        s = load(row.election, row.code)
        assert seats.sum() == s.seats == row.seats
        assert tuple(seats.index) == s.letters
        for letter, limit in zip(s.letters, s.limits, strict=True):
            assert limit is None or seats[letter] <= limit


def test_the_order_of_seats_agrees_with_the_seats() -> None:
    for election, code in COUNCILS:
        if election in ("KV2025", "RV2025"):
            order = pd.Series(official_order(election, code)).value_counts()
            seats = official_seats(election, code)
            assert order.to_dict() == seats[seats > 0].to_dict()


def test_lolland_2025_where_a_list_ran_out_of_candidates() -> None:
    # Æ earned 5 seats with 4 candidates; seat no. 23 went to C inside C-I-Æ
    s = load("KV2025", "Lolland")
    assert dict(zip(s.letters, s.limits, strict=True))["Æ"] == 4
    assert official_seats("KV2025", "Lolland")["Æ"] == 4
    assert official_order("KV2025", "Lolland")[22] == "C"
    assert s.alliance_of("Æ").name == "C-I-Æ"


def test_alliances_as_they_were() -> None:
    with_alliances = [len(load("KV2025", code).alliances) for e, code in COUNCILS if e == "KV2025"]
    assert sum(with_alliances) == 319
    assert [a.name for a in load("EP2024").alliances] == ["A-F-Å", "B-M-V", "C-I"]
    assert [a.name for a in load("KV2021", "Vallensbæk").alliances] == ["B-F-Ø", "D-O"]
    assert [a.name for a in load("KV2021", "Rødovre").alliances] == ["B-C-K-V", "F-Ø"]
    assert [a.name for a in load("KV2021", "Frederiksberg").alliances] == [
        "A-B-E-F-G-J-T-Ø-Å", "C-D-I-K-O-V",
    ]  # fmt: skip
    assert load("KV2021", "Næstved").alliances == ()
    assert load("KV2021", "Skive").alliances == ()  # one is known, the others not
    assert [a.name for a in load("KV2025", "Næstved").alliances] == ["A-B-F-Ø-Å", "C-I-M-O-V-Æ"]


def test_without_their_alliances_rødovre_and_frederiksberg_come_out_wrong() -> None:
    """What the pages say of them is held against the count: it needs the alliances."""
    for place in ("Rødovre", "Frederiksberg"):
        s = load("KV2021", place)
        official = official_seats("KV2021", place)
        assert count(s).seats.equals(official)
        assert not count(s.without_alliances()).seats.equals(official)


def test_notes_say_what_is_assumed() -> None:
    assert load("KV2025", "Næstved").notes == load("RV2025", "Region Syddanmark").notes == ()
    assert load("EP2004").notes == ()
    assert load("KV2013", "Næstved").notes == ("alliances_unknown", "size_assumed")
    assert load("KV2021", "Lejre").notes == ("alliances_unknown", "size_assumed")
    assert load("KV2021", "Næstved").notes == ("alliances_unknown",)
    assert load("KV2021", "Vallensbæk").notes == load("KV2021", "Rødovre").notes == ()
    assert load("KV2021", "Lemvig").notes == ("alliances_unknown",)
    for row in elections().itertuples():
        assert row.alliances_known == (
            "alliances_unknown" not in load(row.election, row.code).notes
        )


def test_a_known_size_is_kept_and_an_unknown_one_is_that_of_2025() -> None:
    assert [load(e, "Frederiksberg").seats for e in ("KV2025", "KV2021", "KV2013")] == [31, 29, 31]
    assert [load(e, "Vordingborg").seats for e in ("KV2025", "KV2021", "KV2013")] == [27, 29, 27]
    assert [load(e, "København").seats for e in ("KV2025", "KV2021", "KV2013")] == [55, 55, 55]


def test_lists_without_a_letter_have_a_code() -> None:
    assert load("KV2021", "København").letters[-1] == "01"
    assert load("KV2013", "København").letters[-6:] == ("01", "02", "03", "04", "05", "06")


@pytest.mark.parametrize(
    "place",
    ["Næstved", " næstved ", "NÆSTVED", "Næstved Kommune", "370",
     unicodedata.normalize("NFD", "Næstved")],
)  # fmt: skip
def test_a_place_is_found_as_people_write_it(place: str) -> None:
    assert load("kv2025", place) == load("KV2025", "Næstved")


def test_old_and_new_spelling_of_aa_and_the_word_region() -> None:
    assert load("KV2025", "Århus").place == "Aarhus"
    assert load("KV2025", unicodedata.normalize("NFD", "Åbenrå")).place == "Aabenraa"
    assert load("RV2025", "Nordjylland").place == "Region Nordjylland"


def test_europe_needs_no_place_but_takes_one() -> None:
    assert load("EP2024") == load("EP2024", "Danmark") == load("EP2024", "DK")


@pytest.mark.parametrize(
    ("arguments", "code", "parts"),
    [
        (("KV2017", "Næstved"), "election_unknown", ["KV2017", "KV2025", "RV2025", "EP2004"]),
        (("KV2025", "Næsvted"), "place_unknown_near", ["Næsvted", "KV2025", "Næstved"]),
        (("KV2025", "Aahus"), "place_unknown_near", ["Aarhus"]),
        (("KV2025", "Nykøbing"), "place_unknown", ["Nykøbing"]),
        (("KV2025", "xyz"), "place_unknown", ["xyz", "KV2025", "elections()"]),
        (("KV2025", ""), "place_unknown", ["KV2025"]),
        (("EP2024", "Næstved"), "place_unknown", ["Næstved", "EP2024"]),
        (("KV2025",), "place_missing", ["KV2025", "98"]),
    ],
)
def test_errors_name_the_value_and_what_is_allowed(
    arguments: tuple[str, ...], code: str, parts: list[str]
) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(*arguments)
    assert caught.value.code == code
    for part in parts:
        assert part in str(caught.value)


def test_unknown_seats_and_order_are_said_to_be_unknown() -> None:
    with pytest.raises(ScenarioError, match="Vallensbæk in KV2021"):  # only C's 9 are known
        official_seats("KV2021", "Vallensbæk")
    with pytest.raises(ScenarioError, match="Næstved in KV2013"):
        official_seats("KV2013", "Næstved")
    with pytest.raises(ScenarioError, match="Danmark in EP2024"):
        official_order("EP2024")


def test_what_is_returned_can_be_changed_without_harm() -> None:
    first = official_seats("EP2024")
    first["A"] = 15
    frame = elections()
    frame["seats"] = 0
    assert official_seats("EP2024")["A"] == 3
    assert elections()["seats"].min() > 0
    assert isinstance(load("EP2024"), Scenario)


def test_files_are_utf8_without_mark_and_with_unix_lines() -> None:
    paths = [*DATA.iterdir(), *DATA.joinpath("lists").iterdir()]
    for path in paths:
        if path.is_file():
            text = path.read_bytes()
            assert not text.startswith(b"\xef\xbb\xbf")
            assert b"\r" not in text
            assert text.endswith(b"\n")


def test_facts_stand_once() -> None:
    assert len({row["code"] for row in rows("places.csv")}) == 98 + 4 + 1
    councils = [(row["election"], row["code"]) for row in rows("councils.csv")]
    assert len(set(councils)) == len(councils)
    for election in elections()["election"].unique():
        lists = pd.DataFrame(rows(f"lists/{election}.csv"))
        assert not lists.duplicated(["code", "letter"]).any()
        assert not lists.duplicated(["code", "name"]).any()


def test_a_whole_election_is_all_its_councils_in_order() -> None:
    for election, rows_ in elections().groupby("election"):
        assert load_all(election) == tuple(load(election, code) for code in rows_["code"])
    assert load_all("kv2025") == load_all("KV2025")
    with pytest.raises(ScenarioError, match="no election"):
        load_all("KV1999")


def test_regions_hold_the_municipalities_that_the_reform_of_2007_gave_them() -> None:
    votes: dict[str, list[int]] = {}
    for s in load_all("KV2025"):
        votes.setdefault(region(s.place), []).append(sum(s.ballots))
    # Statistics Denmark: 29, 17, 22, 19 and 11 municipalities
    sizes = {name: len(each) for name, each in votes.items()}
    assert sizes == {
        "Hovedstaden": 29,
        "Sjælland": 17,
        "Syddanmark": 22,
        "Midtjylland": 19,
        "Nordjylland": 11,
    }  # fmt: skip -- as they stand
    # the same voters chose both councils on the same day, and a few more left the second blank
    sums = {name: sum(each) for name, each in votes.items()}
    sums["Østdanmark"] = sums.pop("Hovedstaden") + sums.pop("Sjælland")
    for s in load_all("RV2025"):
        name = s.place.removeprefix("Region ")
        assert sums[name] / sum(s.ballots) == pytest.approx(1.03, abs=0.01), name


@pytest.mark.parametrize("place", ["Region Østdanmark", "Danmark", "", "Ukendt"])
def test_what_is_no_municipality_is_in_no_region(place: str) -> None:
    assert region(place) == ""


def test_a_region_goes_by_the_place_in_any_spelling() -> None:
    assert region("næstved kommune") == region("Næstved") == "Sjælland"
    assert region("Århus") == region("Aarhus") == "Midtjylland"


@pytest.mark.parametrize(
    ("called", "place"),
    [
        ("naestved", "Næstved"),
        ("koebenhavn", "København"),
        ("AErø Kommune", "Ærø"),
        ("Høje Taastrup", "Høje-Taastrup"),
        ("lyngby-tårbæk", "Lyngby-Taarbæk"),
    ],
)
def test_a_place_is_found_in_common_spellings(called: str, place: str) -> None:
    assert load("KV2025", called).place == place
