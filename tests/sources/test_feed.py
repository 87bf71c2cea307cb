"""The official feed: whole, half counted, with all that lies in it beside what is wanted."""

import json
import os
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import feeds
import pandas as pd
import pytest

import valgforbund as vf
from valgforbund import Scenario, ScenarioError
from valgforbund.sources import feed_files
from valgforbund.sources.bundled import load_all, official_order
from valgforbund.sources.feed import Feed, read_feed
from valgforbund.sources.read import reading_of
from valgforbund.sources.reading import Counted

LEJRE = Scenario(
    {"A": 3489, "C": 2202, "F": 2454, "O": 565, "V": 4558, "Ø": 1123, "01": 629},
    25,
    [["A", "F", "Ø"], ["C", "O", "V"]],
    {"A": 20, "C": 9, "F": 3, "O": 2, "V": 25, "Ø": 4, "01": 1},
    {"A": "Socialdemokratiet", "Ø": "Enhedslisten"},
    "Lejre",
    "KV2025",
)
ORDER = [*"VAFCAVAVFAVC", *"VAVAVACVACVAC"]
VOTES = dict(zip(LEJRE.letters, LEJRE.ballots, strict=True))
HALF = {letter: votes // 2 for letter, votes in VOTES.items()}


def read(folder: Path, files: feeds.Files) -> Feed:
    return read_feed(feeds.written(folder, files))


def codes(feed: Feed) -> list[str]:
    return [each.code for each in feed.remarks]


def test_the_whole_country_in_seconds_as_the_package_has_it(tmp_path: Path) -> None:
    every = [*load_all("KV2025"), *load_all("RV2025")]
    files: feeds.Files = {}
    for s in every:
        # as many areas as there are in the country, about
        areas = 13 if s.election == "KV2025" else 40
        files |= feeds.council(s, official_order(s.election, s.place), areas)
    path = tmp_path / "feed.zip"
    path.write_bytes(feeds.zipped(files))
    began = time.perf_counter()
    feed = read_feed(path)
    took = time.perf_counter() - began
    assert took < 10  # seconds; about one on a quiet machine
    assert {place: s.letters for place, s in feed.items()} == {
        s.place: s.letters for s in load_all("KV2025")
    }
    for s in load_all("KV2025"):
        assert feed[s.place].votes.equals(s.votes)
        assert feed[s.place].seats == s.seats
        assert feed[s.place].limits == s.limits
        assert {each.letters for each in feed[s.place].alliances} == {
            each.letters for each in s.alliances
        }
        assert feed[s.place].notes == ()
        assert feed.official_seats(s.place).equals(vf.official_seats("KV2025", s.place))
    assert codes(feed) == ["feed_other_elections", "feed_counted"]
    regions = read_feed(path, election="RV2025")
    assert {s.place: s.votes.to_dict() for s in load_all("RV2025")} == {
        place: s.votes.to_dict() for place, s in regions.items()
    }


def test_one_council_with_alliances_limits_forms_and_candidates(tmp_path: Path) -> None:
    feed = read(tmp_path, feeds.council(LEJRE, ORDER, areas=3))
    assert [*feed] == ["Lejre"]
    assert feed["Lejre"] == LEJRE
    assert feed.official_seats().to_dict() == {
        "A": 9, "C": 5, "F": 2, "O": 0, "V": 9, "Ø": 0, "01": 0,
    }  # fmt: skip
    (result,) = feed.reading
    assert result.counted == Counted(areas=3, counted=3, final=3)
    assert result.forms[:2] == ("party", "open")
    assert result.list_votes == (6,) * 7  # two in each of three areas
    people = feed.candidates("lejre")
    assert people.columns.to_list() == [
        *("letter", "candidate", "name", "votes", "form", "list_votes"),
    ]
    assert len(people) == sum(filter(None, LEJRE.limits))
    first = people[(people["letter"] == "F") & (people["candidate"] == 1)].iloc[0]
    assert first["name"] == "Nr. 1 på F"  # with single blanks
    assert first["votes"] == 2454 - 3 * 2  # all but the list votes of three areas


def test_who_is_elected_follows_from_the_candidates_of_the_feed(tmp_path: Path) -> None:
    feed = read(tmp_path, feeds.council(LEJRE, ORDER))
    seated = vf.elected(feed["Lejre"], feed.candidates())
    first = seated[seated["letter"] == "V"].iloc[0]
    assert first["name"] == "Nr. 1 på V"  # who has all but two of the votes
    assert len(seated) == len(ORDER)


def test_before_the_votes_the_size_is_that_of_our_table(tmp_path: Path) -> None:
    feed = read(tmp_path, {feeds.name("kandidat-data", LEJRE): feeds.standing(LEJRE)})
    assert feed["Lejre"].seats == vf.load("KV2025", "Lejre").seats
    assert feed["Lejre"].ballots == (0,) * 7
    assert feed["Lejre"].notes == ("counted_in_part",)
    assert codes(feed) == ["feed_nothing_counted", "seats_known"]
    assert feed.candidates()["votes"].isna().all()
    later = feeds.standing(LEJRE, Valgdag="20-11-2029")
    other = read(tmp_path / "2029", {feeds.name("kandidat-data", LEJRE): later})
    assert other["Lejre"].election == "KV2029"
    assert "size_assumed" in other["Lejre"].notes
    assert "seats_assumed" in codes(other)


def test_a_half_counted_night_says_how_much_is_counted(tmp_path: Path) -> None:
    files = {
        feeds.name("kandidat-data", LEJRE): feeds.standing(LEJRE),
        feeds.name("valgresultater", LEJRE, 1): feeds.count(LEJRE, HALF, 1, feeds.FIRST),
        feeds.name("valgresultater", LEJRE, 2): feeds.count(LEJRE, {"A": 10}, 2),
        feeds.name("valgresultater", LEJRE, 3): feeds.count(LEJRE, {}, 3, feeds.NOTHING),
    }
    feed = read(tmp_path, files)
    assert feed["Lejre"].votes.to_dict() == HALF | {"A": HALF["A"] + 10}
    assert feed.reading.results[0].counted == Counted(areas=3, counted=2, final=1)
    assert feed["Lejre"].notes == ("counted_in_part",)
    files.pop(feeds.name("valgresultater", LEJRE, 3))
    assert read(tmp_path / "b", files)["Lejre"].notes == ("counted_once",)


STANDS = {feeds.name("kandidat-data", LEJRE): feeds.standing(LEJRE)}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        # a test with another polling day lies beside
        (
            {"valgresultater/valgresultater-Kommunalvalg-Lejre-Prøve.json": feeds.count(
                LEJRE, {"V": 9999}, 7, Valgdag="03-09-2025"
            )},
            "feed_other_days",
        ),
        # another election
        (
            {"valgresultater/valgresultater-Regionalvalg-Lejre-1.json": feeds.count(
                LEJRE, {"V": 9999}, 7, Valgart="Regionalvalg"
            )},
            "feed_other_elections",
        ),
        # the preliminary count of the same area
        (
            {"valgresultater/valgresultater-Kommunalvalg-Lejre-9.json": feeds.count(
                LEJRE, {"V": 9999}, 1, feeds.FIRST, GodkendelsesDatoUTC="19-11-2025 09:00:00"
            )},
            "feed_repeated_areas",
        ),
        # an earlier final count of the same area
        (
            {"valgresultater/valgresultater-Kommunalvalg-Lejre-9.json": feeds.count(
                LEJRE, {"V": 9999}, 1, GodkendelsesDatoUTC="18-11-2025 19:59:59"
            )},
            "feed_repeated_areas",
        ),
        # an earlier version of the same file
        (
            {"valgresultater/valgresultater-Kommunalvalg-Lejre-1-171120252359.json": feeds.count(
                LEJRE, {"V": 9999}, 8
            )},
            "feed_older",
        ),
        # seats that are based on nothing
        (
            {"mandatfordeling/mandatfordeling-Kommunalvalg-Lejre-181120252101.json": feeds.seats(
                LEJRE, "A" * 31, BaseretPåOptællinger=None
            )},
            "feed_test_seats",
        ),
        # a file that is none
        ({"valgresultater/valgresultater-Kommunalvalg-Lejre-8.json": {"Valgart": 7}}, "feed_torn"),
        (
            {"valgresultater/valgresultater-Kommunalvalg-Lejre-8.json": feeds.count(
                LEJRE, {"V": -5}, 8
            )},
            "feed_torn",
        ),
        (
            {"valgresultater/valgresultater-Kommunalvalg-Lejre-8.json": feeds.count(
                LEJRE, {"V": 10**30}, 8
            )},
            "feed_torn",
        ),
        # a count of somewhere else
        (
            {"valgresultater/valgresultater-Kommunalvalg-Andeby-8.json": feeds.count(
                Scenario({"X": 1}, 9, place="Andeby", election="KV2025"), {"X": 9999}, 8
            )},
            "feed_strange_areas",
        ),
        # the same council once more, as it was before
        (
            {"kandidat-data/gammel/kandidat-data-Kommunalvalg-Lejre.json": feeds.standing(
                LEJRE.without_alliances(), OpdateringsTidspunktUTC="01-10-2025 12:00:00"
            )},
            "feed_repeated_councils",
        ),
    ],
    ids=[
        *("a test", "another election", "preliminary", "an earlier count", "an older file"),
        *("seats of a test", "no file", "negative", "10^30", "elsewhere", "an older council"),
    ],
)  # fmt: skip
def test_what_lies_beside_is_left_out_and_told(
    tmp_path: Path, wrong: feeds.Files, code: str
) -> None:
    area = "valgresultater/valgresultater-Kommunalvalg-Lejre-1-181120252000.json"
    right = {
        **STANDS,
        area: feeds.count(LEJRE, VOTES, 1),
        feeds.name("mandatfordeling", LEJRE, stamp="181120252100"): feeds.seats(LEJRE, ORDER),
    }
    for order in (right | wrong, wrong | right):
        path = tmp_path / "feed.zip"
        path.write_bytes(feeds.zipped(order))
        feed = read_feed(path)
        assert feed["Lejre"] == LEJRE
        assert codes(feed) == [code, "feed_counted"]


def test_the_newest_stamp_counts_and_a_file_without_one_is_the_oldest(tmp_path: Path) -> None:
    bare = "valgresultater/valgresultater-Kommunalvalg-Lejre-1"
    files = {
        **STANDS,
        f"{bare}-191120250900.json": feeds.count(LEJRE, VOTES, 1),
        f"{bare}.json": feeds.count(LEJRE, {"A": 1}, 1),
        f"{bare}-181120252359.json": feeds.count(LEJRE, {"A": 2}, 1),
        f"{bare}-021220241200.json": feeds.count(LEJRE, {"A": 3}, 1),
    }
    feed = read(tmp_path, files)
    assert feed["Lejre"].votes.to_dict() == VOTES
    assert [each["n"] for each in feed.remarks if each.code == "feed_older"] == [3]


def test_keys_and_names_in_either_unicode_form(tmp_path: Path) -> None:
    for path, content in feeds.council(LEJRE, ORDER).items():
        text = json.dumps(content, ensure_ascii=False)
        file = tmp_path / Path(path).name
        file.write_text(unicodedata.normalize("NFD", text), "utf-8")
    feed = read_feed(tmp_path)
    assert feed["Lejre"] == LEJRE
    assert feed.reading.results[0].counted == Counted(1, 1, 1)


def test_a_list_that_is_named_in_two_alliances_is_in_none(tmp_path: Path) -> None:
    form = feeds.standing(LEJRE)
    form["Valgforbund"][1]["KandidatlisteId"].append(feeds.id_of(LEJRE, "Ø"))
    feed = read(tmp_path, {feeds.name("kandidat-data", LEJRE): form})
    assert [each.letters for each in feed["Lejre"].alliances] == [("A", "F"), ("C", "O", "V")]
    assert "feed_list_in_two" in codes(feed)


def test_lists_without_a_letter_are_numbered_and_equal_letters_told_apart(tmp_path: Path) -> None:
    form = feeds.standing(LEJRE)
    for each, letter in zip(form["Kandidatlister"], ("A", " ", "A", None), strict=False):
        each["Bogstavbetegnelse"] = letter
    feed = read(tmp_path, {feeds.name("kandidat-data", LEJRE): form})
    assert feed["Lejre"].letters == ("A", "01", "A2", "02", "V", "Ø", "03")


def test_a_council_of_which_nothing_can_be_made_does_not_stop_the_others(tmp_path: Path) -> None:
    many = Scenario({f"L{n}": 1 for n in range(120)}, 9, place="Læsø", election="KV2025")
    files = feeds.council(many) | feeds.council(LEJRE, ORDER)
    feed = read(tmp_path, files)
    assert [*feed] == ["Lejre"]
    assert [each["place"] for each in feed.remarks if each.code == "feed_left_out"] == ["Læsø"]
    with pytest.raises(ScenarioError) as error:
        read(tmp_path / "alone", feeds.council(many))
    assert error.value.code == "too_many_lists"


def test_remarks_of_many_councils_are_put_together(tmp_path: Path) -> None:
    every = load_all("KV2025")[:5]
    files = {feeds.name("kandidat-data", s): feeds.standing(s) for s in every}
    feed = read(tmp_path, files)
    (known,) = [each for each in feed.remarks if each.code == "seats_known_in"]
    assert known["n"] == 5
    assert str(known["places"]).count(",") == 2


def test_a_feed_is_a_source_of_elections(tmp_path: Path) -> None:
    source = read(tmp_path, feeds.council(LEJRE, ORDER)).reading
    frame = source.elections()
    assert frame[["election", "place"]].to_numpy().tolist() == [["KV2025", "Lejre"]]
    assert bool(frame.loc[0, "official_seats_known"])
    assert source.load("KV2025", "Lejre Kommune") == source.load_all("KV2025")[0]
    assert isinstance(source.official_seats("KV2025"), pd.Series)


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda feed: feed.candidates("Andeby"), "read_place_unknown"),
        (lambda feed: feed.reading.load("KV2021"), "read_election_unknown"),
    ],
)
def test_what_is_not_in_the_feed(tmp_path: Path, ask: Callable[[Feed], object], code: str) -> None:
    feed = read(tmp_path, feeds.council(LEJRE, ORDER))
    with pytest.raises(ScenarioError) as error:
        ask(feed)
    assert error.value.code == code


def test_no_feed(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no files of candidates"):
        read_feed(tmp_path)
    with pytest.raises(ScenarioError, match="There is no file 'missing'"):
        read_feed(tmp_path / "missing")
    with pytest.raises(ScenarioError, match="there is KV2025"):
        read_feed(feeds.written(tmp_path, feeds.council(LEJRE)), election="RV2025")


# ---- what contradicts itself ----


def counted(**lists: dict[str, object]) -> feeds.Files:
    """The candidates, and one count in which something of a list is another."""
    form = feeds.count(LEJRE, VOTES)
    for each in form["Kandidatlister"]:
        each.update(lists.get(each["Bogstavbetegnelse"], {}))
    return {**STANDS, feeds.name("valgresultater", LEJRE, 1): form}


def test_a_list_that_stands_twice_in_a_count_is_counted_once(tmp_path: Path) -> None:
    files = counted()
    lists = files[feeds.name("valgresultater", LEJRE, 1)]["Kandidatlister"]
    lists.append(lists[0])
    feed = read(tmp_path, files)
    assert feed["Lejre"].votes.to_dict() == VOTES
    assert feed.candidates()["votes"].sum() == sum(VOTES.values()) - 2 * len(VOTES)
    assert "feed_twice" in codes(feed)
    lists[-1] = lists[0] | {"Stemmer": 9999}
    feed = read(tmp_path / "b", files)
    assert feed["Lejre"].votes.sum() == 0
    assert feed["Lejre"].notes == ("counted_in_part",)
    assert "feed_unclear_counts" in codes(feed)


def test_a_count_with_votes_for_a_list_that_does_not_stand_is_left_out(tmp_path: Path) -> None:
    files = counted(V={"KandidatlisteId": "unknown"})
    feed = read(tmp_path, files)
    assert feed["Lejre"].votes.sum() == 0
    assert "feed_strange_votes" in codes(feed)


def test_a_count_that_does_not_add_up_to_its_valid_votes_is_left_out(tmp_path: Path) -> None:
    files = counted()
    form = files[feeds.name("valgresultater", LEJRE, 1)]
    form["GyldigeStemmer"] = sum(VOTES.values())
    assert read(tmp_path, files)["Lejre"].votes.to_dict() == VOTES
    form["GyldigeStemmer"] += 1
    feed = read(tmp_path / "b", files)
    assert feed["Lejre"].votes.sum() == 0
    assert "feed_unclear_counts" in codes(feed)


def test_a_list_without_votes_is_told_where_the_valid_votes_are_more(tmp_path: Path) -> None:
    files = counted(V={"Stemmer": None, "Listestemmer": None, "Kandidater": None})
    form = files[feeds.name("valgresultater", LEJRE, 1)]
    form["GyldigeStemmer"] = sum(VOTES.values())
    feed = read(tmp_path, files)
    assert feed["Lejre"].votes.sum() == 0
    assert "feed_unclear_counts" in codes(feed)
    form["GyldigeStemmer"] -= VOTES["V"]
    assert read(tmp_path / "b", files)["Lejre"].votes.to_dict() == VOTES | {"V": 0}


def test_a_file_from_the_far_future_does_not_take_the_place_of_others(tmp_path: Path) -> None:
    far = "18-11-2199 20:00:00"
    old = feeds.standing(LEJRE, OpdateringsTidspunktUTC=far)
    old["Kandidatlister"] = old["Kandidatlister"][:1]
    order = [LEJRE.letters[0]] * LEJRE.seats
    other = [LEJRE.letters[1]] * LEJRE.seats
    files = counted() | {
        feeds.name("kandidat-data", LEJRE, "0"): old,
        feeds.name("mandatfordeling", LEJRE, 1): feeds.seats(LEJRE, order),
        feeds.name("mandatfordeling", LEJRE, 2): feeds.seats(
            LEJRE, other, FrigivelsesTidspunktUTC=far
        ),
    }
    feed = read(tmp_path, files)
    assert feed["Lejre"].letters == LEJRE.letters
    assert feed.official_seats()[LEJRE.letters[0]] == LEJRE.seats


@pytest.mark.parametrize("lists", [None, []])
def test_a_count_that_tells_no_votes_is_left_out(tmp_path: Path, lists: object) -> None:
    files = counted()
    form = files[feeds.name("valgresultater", LEJRE, 1)]
    form["Kandidatlister"] = lists
    first = feeds.count(LEJRE, HALF, 1, feeds.FIRST)
    feed = read(tmp_path, files | {feeds.name("valgresultater", LEJRE, "1b"): first})
    assert feed["Lejre"].votes.to_dict() == HALF
    assert "feed_unclear_counts" in codes(feed)
    form["GyldigeStemmer"] = 0  # nobody voted
    assert read(tmp_path / "b", files)["Lejre"].notes == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"Stemmer": 0},
        {"Stemmer": VOTES["V"] - 1},
        {"Listestemmer": 10**8},
        {"Kandidater": [{"Id": "x", "Stemmer": 5}, {"Id": "x", "Stemmer": 5}]},
        {"Kandidater": [{"Id": "x", "Stemmer": 5}, {"Id": "x", "Stemmer": 7}]},
        {"Kandidater": [{"Id": "x", "Stemmer": VOTES["V"] + 1}]},
    ],
)
def test_a_count_that_contradicts_itself_is_left_out(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    files = counted(V=wrong)
    feed = read(tmp_path, files)
    assert feed["Lejre"].votes.sum() == 0
    assert "feed_unclear_counts" in codes(feed)
    first = feeds.count(LEJRE, HALF, 1, feeds.FIRST)  # of the same area: it is what there is
    feed = read(tmp_path / "b", files | {feeds.name("valgresultater", LEJRE, "1b"): first})
    assert feed["Lejre"].votes.to_dict() == HALF
    assert feed["Lejre"].notes == ("counted_once",)


def test_votes_that_are_left_out_are_those_of_list_and_candidates(tmp_path: Path) -> None:
    feed = read(tmp_path, counted(V={"Stemmer": None}))
    assert feed["Lejre"].votes.to_dict() == VOTES
    none = {"Stemmer": None, "Listestemmer": None, "Kandidater": None}
    feed = read(tmp_path / "b", counted(V=none))
    assert feed["Lejre"].votes.to_dict() == VOTES | {"V": 0}
    assert "feed_votes_missing" in codes(feed)


STRANGE = {"Nummer": 1, "KandidatlisteId": "x"}
ROWS = feeds.seats(LEJRE, ORDER)["ListeMandater"]


@pytest.mark.parametrize(
    ("rows", "is_used"),
    [
        (ROWS, True),
        (ROWS * 2, True),  # each number once is all of them
        (ROWS[::-1], True),
        (ROWS[:9], False),
        (ROWS[-9:], False),
        ([STRANGE, *ROWS[1:]], False),
        ([STRANGE, *ROWS], False),  # one seat of two lists
        ([*ROWS, {**ROWS[0], "Nummer": 26}], False),
        ([{**ROWS[0], "Nummer": n} for n in range(1, 90_001)], False),
        ([{**ROWS[0], "Nummer": 10**9}], False),
    ],
    ids=[
        *("whole", "doubled", "turned", "the first nine", "the last nine", "one of a stranger"),
        *("one of two", "one too many", "very many", "a large number"),
    ],
)
def test_the_size_is_the_councils_whatever_the_seats_say(
    tmp_path: Path, rows: list[dict[str, object]], is_used: bool
) -> None:
    seats = feeds.seats(LEJRE, (), ListeMandater=rows)
    files = {**counted(), feeds.name("mandatfordeling", LEJRE): seats}
    feed = read(tmp_path, files)
    assert feed["Lejre"] == LEJRE
    assert ("feed_seats_wrong" in codes(feed)) != is_used
    (result,) = feed.reading
    assert (result.official is not None) == is_used


def test_where_no_table_knows_the_size_it_has_a_limit(tmp_path: Path) -> None:
    day = {"Valgdag": "20-11-2029", "Kommune": "Andeby"}
    seats = feeds.seats(LEJRE, "V" * 1_000, **day)
    files = {
        feeds.name("kandidat-data", LEJRE): feeds.standing(LEJRE, **day),
        feeds.name("mandatfordeling", LEJRE): seats,
    }
    with pytest.raises(ScenarioError) as error:
        read(tmp_path, files)
    assert error.value.code == "number_too_large"
    seats["ListeMandater"].pop()
    assert read(tmp_path / "b", files)["Andeby"].seats == 999


def test_a_list_or_candidate_that_stands_twice_stands_once(tmp_path: Path) -> None:
    form = feeds.standing(LEJRE)
    lists = form["Kandidatlister"]
    lists[2]["Kandidater"].append(lists[2]["Kandidater"][0])
    lists.append(lists[1])
    feed = read(tmp_path, {**counted(), feeds.name("kandidat-data", LEJRE): form})
    assert feed["Lejre"] == LEJRE
    assert len(feed.candidates()) == sum(filter(None, LEJRE.limits))
    assert [each["n"] for each in feed.remarks if each.code == "feed_twice"] == [2]


@pytest.mark.parametrize("letter", ["A", None, "X{}"])
def test_a_feed_of_very_many_lists_is_refused_at_once(tmp_path: Path, letter: str | None) -> None:
    form = feeds.standing(LEJRE)
    one = form["Kandidatlister"][0]
    form["Kandidatlister"] = [
        one | {"KandidatlisteId": str(n), "Bogstavbetegnelse": letter and letter.format(n)}
        for n in range(20_000)
    ]
    for each in form["Kandidatlister"]:
        each["Kandidater"] = []
    began = time.perf_counter()
    with pytest.raises(ScenarioError, match="at most 99 lists"):
        read(tmp_path, {feeds.name("kandidat-data", LEJRE): form})
    assert time.perf_counter() - began < 5  # seconds


# ---- what lies in a folder and is no file ----


def test_what_cannot_be_opened_is_left_out_and_named(tmp_path: Path) -> None:
    folder = feeds.written(tmp_path / "feed", feeds.council(LEJRE, ORDER))
    (folder / "kandidat-data-x.json").symlink_to(tmp_path / "nowhere")
    (folder / "kandidat-data-y.json").mkdir()
    os.mkfifo(folder / "valgresultater-z.json")
    (folder / "other.json").symlink_to(tmp_path / "nowhere")
    for feed in (read_feed(folder), Feed(reading_of(folder))):
        assert feed["Lejre"] == LEJRE
        (torn,) = [each for each in feed.remarks if each.code == "feed_torn"]
        assert torn["n"] == 3
        assert "kandidat-data-x.json" in str(torn["names"])


def test_a_folder_of_very_many_files_is_not_gone_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(12):
        (tmp_path / f"{n}.txt").write_bytes(b"")
    monkeypatch.setattr(feed_files, "MOST_ENTRIES", 10)
    with pytest.raises(ScenarioError) as error:
        read_feed(tmp_path)
    assert error.value.code == "archive_too_many"


@pytest.mark.parametrize("wrong", [None, 5, b"x", "", "a\0b", "\ud83d", [], {}])
def test_what_is_no_path_to_a_feed(wrong: object) -> None:
    with pytest.raises(ScenarioError, match="A file goes by its path"):
        read_feed(wrong)  # type: ignore[arg-type]  # that is what is tested


def test_a_name_that_is_too_long_is_no_file() -> None:
    with pytest.raises(ScenarioError, match="There is no file"):
        read_feed("x" * 5_000)
