"""A folder that something else fills, in whatever order and state its files come."""

from __future__ import annotations

import json
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import evenings
import feeds
import numpy as np
import pandas as pd
import pytest
from codes import named_in
from hypothesis import given, settings
from hypothesis import strategies as st
from nights import of_2025

import valgforbund as vf
from valgforbund import Following, ScenarioError
from valgforbund.live import folder as folders

NIGHT = evenings.sent(*evenings.PLACES)
END = "2025-12-01"


def put(folder: Path, sent: evenings.Sent) -> None:
    feeds.written(folder, {sent.path: sent.content})


def followed(folder: Path, **more: Any) -> Following:
    return vf.follow(folder, draws=20, **more)


def assert_same(a: Following, b: Following) -> None:
    """The same night, as far as anybody can see it."""
    pd.testing.assert_frame_equal(a.night.counts, b.night.counts)
    pd.testing.assert_frame_equal(a.standing().councils, b.standing().councils)
    pd.testing.assert_frame_equal(a.standing().lists, b.standing().lists)
    places = a.standing().councils["place"]
    scenarios = [[each.standing().scenario(place) for place in places] for each in (a, b)]
    assert scenarios[0] == scenarios[1]


# ---- what comes of it ----


def test_the_night_as_it_was(tmp_path: Path) -> None:
    for each in NIGHT:
        put(tmp_path, each)
    with followed(tmp_path) as f:
        assert f.poll() == sum(len(of_2025_in(place).when) for place in evenings.PLACES)
        assert f.poll() == 0
        n = f.night
        assert f.night is n
        for place in evenings.PLACES:
            ours = next(c for c in n.councils if c.scenario.place == place)
            bundled = of_2025_in(place)
            assert ours.areas == bundled.areas
            for name in ("eligible", "last", "matched", "spots", "when", "where", "votes"):
                np.testing.assert_array_equal(getattr(ours, name), getattr(bundled, name))
            for hour in ("18 20:30", "18 21:30", "18 23:00", "19 12:00"):
                at = f"2025-11-{hour}"
                there = of_2025().at(at).scenario(place).votes
                assert n.at(at).scenario(place).votes.to_dict() == there.to_dict()
            assert f.standing().scenario(place).votes.equals(vf.load("KV2025", place).votes)
            assert vf.read_feed(tmp_path)[place].votes.equals(vf.load("KV2025", place).votes)
        assert f.standing().time == max(each.when for each in NIGHT if "resultat" in each.path)
        assert f.feed.official_seats("Solrød").equals(vf.official_seats("KV2025", "Solrød"))


def of_2025_in(place: str) -> Any:
    return next(c for c in of_2025().councils if c.scenario.place == place)


def test_what_is_counted_in_between_and_what_is_not(tmp_path: Path) -> None:
    half = pd.Timestamp("2025-11-18 21:00", tz="UTC")
    early = [each for each in NIGHT if each.when <= half]
    for each in early:
        put(tmp_path, each)
    f = followed(tmp_path)
    f.poll()
    then = of_2025().at(half).councils.set_index("place")
    now = f.standing().councils.set_index("place")
    for place in evenings.PLACES:
        assert now.loc[place, ["areas", "counted", "final", "votes"]].to_list() == (
            then.loc[place, ["areas", "counted", "final", "votes"]].to_list()
        )
    assert f.standing().time == max(each.when for each in early)


def test_before_anything_is_counted_every_area_is_there(tmp_path: Path) -> None:
    f = followed(tmp_path)
    assert f.poll() == 0
    with pytest.raises(ScenarioError) as error:
        f.standing()
    assert error.value.code == "follow_nothing"
    for each in NIGHT:
        if each.path.startswith("kandidat-data"):
            put(tmp_path, each)
    assert f.poll() == 0
    assert f.standing().councils[["areas", "counted"]].sum().to_list() == [14, 0]
    assert abs(f.standing().time - pd.Timestamp.now(tz="UTC")) < pd.Timedelta("1h")
    for each in NIGHT:
        if "IngenResultater" in json.dumps(each.content):
            put(tmp_path, each)
    assert f.poll() == 0
    assert f.standing().councils[["areas", "counted"]].sum().to_list() == [14, 0]


def test_a_feed_without_files_of_areas_that_are_not_counted(tmp_path: Path) -> None:
    *most, last = evenings.sent("Odder", untold=True)
    assert "mandatfordeling" in last.path
    f = followed(tmp_path)
    for n, each in enumerate(most):
        put(tmp_path, each)
        f.poll()
        assert f.standing().councils["areas"].to_list() == [10], n
    # an area that is called otherwise now, and has another id, is not awaited when seats are there
    put(tmp_path, last)
    f.poll()
    assert f.standing().councils["areas"].to_list() == [10]


def test_an_area_that_was_renamed_is_awaited_until_seats_are_given(tmp_path: Path) -> None:
    *counts, last = evenings.sent("Læsø", untold=True)
    f = followed(tmp_path)
    for each in counts:
        other = {"AfstemningsområdeDagiId": 1, "Afstemningsområde": "Vestøhallen"}
        is_count = "valgresultater" in each.path
        put(tmp_path, each._replace(content={**each.content, **(other if is_count else {})}))
    f.poll()
    assert f.standing().councils[["areas", "counted"]].to_numpy().tolist() == [[2, 1]]
    put(tmp_path, last)
    f.poll()
    assert f.standing().councils[["areas", "counted"]].to_numpy().tolist() == [[1, 1]]


def test_the_election_before_is_the_last_one_that_we_have(tmp_path: Path) -> None:
    for each in evenings.sent("Odder"):
        put(tmp_path, each._replace(content={**each.content, "Valgdag": "20-11-2029"}))
    f = followed(tmp_path)
    f.poll()
    (odder,) = f.night.councils
    assert odder.scenario.election == "KV2029"
    # the newest count of each area in 2025, and no list is new
    final = of_2025_in("Odder").counted(len(odder.when)).votes
    np.testing.assert_array_equal(odder.last[:, :-1], final)
    assert odder.last[:, -1].sum() == 0
    assert odder.matched.all()


def test_a_region_has_no_votes_of_last_time_and_areas_of_one_name(tmp_path: Path) -> None:
    s = vf.load("RV2025", "Region Syddanmark")
    files = {feeds.name("kandidat-data", s): feeds.standing(s)}
    for n, home in enumerate(("Vejle", "Tønder", "Tønder")):
        more = {"Kommune": f"{home} Kommune", "Afstemningsområde": "Hallen"}
        files[feeds.name("valgresultater", s, n)] = feeds.count(s, {"A": 5 + n}, n, **more)
    f = followed(feeds.written(tmp_path, files))
    assert f.poll() == 3
    (region,) = f.night.councils
    assert set(region.areas) == {
        "Hallen (Vejle Kommune)",
        "Hallen (Tønder Kommune) (1)",
        "Hallen (Tønder Kommune) (2)",
    }
    assert f.standing().scenario("Region Syddanmark").votes["A"] == 18


# ---- which file counts ----

S = vf.load("KV2025", "Læsø")
AREA = "valgresultater/valgresultater-Kommunalvalg-Læsø-1"
STANDS = {feeds.name("kandidat-data", S): feeds.standing(S)}


def a_count(votes: int, result: str = feeds.FINAL, hour: str = "20:00:00", **more: Any) -> Any:
    when = {"GodkendelsesDatoUTC": f"18-11-2025 {hour}"}
    return feeds.count(S, {"A": votes}, 702460, result, **when, **more)


@pytest.mark.parametrize(
    ("files", "kinds"),
    [
        # final after preliminary, whatever stamp and clock say
        (
            {
                f"{AREA}-181120252100.json": a_count(7, feeds.FIRST, "21:00:00"),
                f"{AREA}-181120252000.json": a_count(9, feeds.FINAL, "20:00:00"),
            },
            {"preliminary": 7, "final": 9},
        ),
        # of one kind the newest stamp
        (
            {
                f"{AREA}-181120252100.json": a_count(9),
                f"{AREA}-181120252000.json": a_count(8),
                f"{AREA}.json": a_count(7),
            },
            {"final": 9},
        ),
        # of two files on one area what was approved last
        (
            {
                f"{AREA}-181120252000.json": a_count(9, hour="20:05:00"),
                "valgresultater/valgresultater-Kommunalvalg-Læsø-2-181120252100.json": a_count(8),
            },
            {"final": 9},
        ),
        # a count that was taken back
        (
            {
                f"{AREA}-181120252000.json": a_count(9),
                f"{AREA}-181120252100.json": a_count(0, feeds.NOTHING),
            },
            {},
        ),
        (
            {
                f"{AREA}-181120252000.json": a_count(9),
                f"{AREA}-181120251900.json": a_count(0, feeds.NOTHING),
            },
            {"final": 9},
        ),
        # a test on another day, another election, somewhere else
        (
            {
                f"{AREA}-181120252000.json": a_count(9),
                f"{AREA}-201120252000.json": a_count(1, Valgdag="03-11-2025"),
                "valgresultater/valgresultater-Regionalvalg-1.json": a_count(
                    1, Valgart="Regionalvalg"
                ),
                "valgresultater/valgresultater-Kommunalvalg-Andeby.json": feeds.count(
                    vf.Scenario({"X": 1}, 9, place="Andeby", election="KV2025"), {"X": 9}, 8
                ),
            },
            {"final": 9},
        ),
        # a clock that was not set
        (
            {f"{AREA}.json": a_count(9) | {"GodkendelsesDatoUTC": "01-01-0001 00:00:00"}},
            {"final": 9},
        ),
    ],
    ids=["final", "stamp", "approved", "taken back", "not taken back", "beside", "clock"],
)
def test_which_count_stands(tmp_path: Path, files: feeds.Files, kinds: dict[str, int]) -> None:
    f = followed(feeds.written(tmp_path, STANDS | files))
    assert f.poll() == len(kinds)
    counts = f.night.counts
    assert dict(zip(counts["kind"], counts["votes"], strict=True)) == kinds
    expected = kinds.get("final", kinds.get("preliminary", 0))
    assert f.standing().scenario("Læsø").votes["A"] == expected


def test_a_corrected_count_is_one_that_came(tmp_path: Path) -> None:
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)}))
    assert f.poll() == 1
    # as long as before, and maybe in the same tick of the file system's clock
    feeds.written(tmp_path, {f"{AREA}.json": a_count(8)})
    assert f.poll() == 1
    assert f.standing().scenario("Læsø").votes["A"] == 8


def test_counts_that_come_before_their_candidates(tmp_path: Path) -> None:
    f = followed(feeds.written(tmp_path, {f"{AREA}.json": a_count(9)}))
    assert f.poll() == 0
    feeds.written(tmp_path, STANDS)
    assert f.poll() == 1


# ---- faults ----


def test_a_torn_file_is_put_aside_until_it_is_whole(tmp_path: Path) -> None:
    feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)})
    whole = (tmp_path / f"{AREA}.json").read_bytes()
    (tmp_path / f"{AREA}.json").write_bytes(whole[: len(whole) // 2])
    f = followed(tmp_path)
    assert f.poll() == 0
    ((path, why),) = f.status.put_aside
    assert (path, why.code, f.status.connection) == (f"{AREA}.json", "follow_torn", "ok")
    assert "torn" in str(why)
    (tmp_path / f"{AREA}.json").write_bytes(whole)
    assert f.poll() == 1
    assert f.status.put_aside == ()
    (tmp_path / f"{AREA}.json").write_bytes(whole[:-1])
    assert f.poll() == 0
    assert len(f.status.put_aside) == 1
    assert f.standing().scenario("Læsø").votes["A"] == 9  # what it held before stays


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("follow_strange_votes", {"id": "unknown"}),
        ("follow_strange_votes", {"id": "unknown", "valid": 16}),
        ("follow_unclear", {"valid": 17}),
    ],
)
def test_a_count_whose_votes_would_be_lost_is_put_aside_and_told(
    tmp_path: Path, code: str, more: dict[str, Any]
) -> None:
    """It was taken in without the votes of the list that was not known."""
    wrong = feeds.count(S, {"A": 9, "V": 7}, 702460)
    wrong["Kandidatlister"][1]["KandidatlisteId"] = more.get("id", feeds.id_of(S, "V"))
    wrong["GyldigeStemmer"] = more.get("valid")
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": wrong}))
    assert f.poll() == 0
    ((path, why),) = f.status.put_aside
    assert (path, why.code) == (f"{AREA}.json", code)
    assert "7 votes for lists that do not stand in Læsø" in str(why) or code == "follow_unclear"
    assert str(why) in str(f.status)
    assert not f.standing().councils["counted"].any()
    right = feeds.count(S, {"A": 9, "V": 7}, 702460, GyldigeStemmer=16)
    feeds.written(tmp_path, {f"{AREA}.json": right})
    assert f.poll() == 1
    assert f.status.put_aside == ()
    assert f.standing().scenario("Læsø").votes[["A", "V"]].to_list() == [9, 7]


@pytest.mark.parametrize(
    "lists",
    [
        None,
        [],
        [{"KandidatlisteId": feeds.id_of(S, "A")}, {"KandidatlisteId": feeds.id_of(S, "V")}],
    ],
)
def test_a_final_count_without_votes_does_not_take_the_place_of_a_preliminary_one(
    tmp_path: Path, lists: Any
) -> None:
    files = {
        f"{AREA}-181120252000.json": a_count(9, feeds.FIRST),
        f"{AREA}-191120251000.json": a_count(0) | {"Kandidatlister": lists},
    }
    f = followed(feeds.written(tmp_path, STANDS | files))
    assert f.poll() == 1
    assert [(path, why.code) for path, why in f.status.put_aside] == [
        (f"{AREA}-191120251000.json", "follow_unclear")
    ]
    assert f.standing().scenario("Læsø").votes["A"] == 9


def test_votes_that_are_missing_where_the_valid_ones_are_told_are_told(tmp_path: Path) -> None:
    form = feeds.count(S, {"A": 9, "V": 7}, 702460, feeds.FIRST, GyldigeStemmer=16)
    form["Kandidatlister"][1]["Stemmer"] = None
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": form}))
    assert f.poll() == 0
    assert [why.code for _, why in f.status.put_aside] == ["follow_unclear"]
    feeds.written(tmp_path, {f"{AREA}.json": form | {"GyldigeStemmer": 9}})  # it has none, then
    assert f.poll() == 1
    assert f.status.put_aside == ()


@pytest.mark.parametrize("area", ["0702460", " 702460", "702460"])
def test_an_area_is_the_same_however_its_id_is_written(tmp_path: Path, area: str) -> None:
    other = "valgresultater/valgresultater-Kommunalvalg-Læsø-2-181120252100.json"
    again = a_count(8, hour="21:00:00") | {"AfstemningsområdeDagiId": area}
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9), other: again}))
    f.poll()
    assert f.standing().councils[["areas", "votes"]].to_numpy().tolist() == [[1, 8]]
    assert vf.read_feed(tmp_path)["Læsø"].votes["A"] == 8


@pytest.mark.parametrize(
    "wrong", ["18-11-2199 20:00:00", "18-11-2024 20:00:00", "17-11-2025 12:00:00"]
)
def test_a_time_that_cannot_be_is_not_believed_and_told(tmp_path: Path, wrong: str) -> None:
    odd = a_count(9) | {"GodkendelsesDatoUTC": wrong, "FrigivelsesTidspunktUTC": None}
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}-181120252000.json": odd}))
    assert f.poll() == 1
    ((path, why),) = f.status.put_aside
    assert (path, why.code) == (f"{AREA}-181120252000.json", "follow_odd_time")
    assert wrong in str(why)
    assert f.standing().time == pd.Timestamp("2025-11-18 19:00", tz="UTC")
    assert f.standing().scenario("Læsø").votes["A"] == 9
    assert "feed_odd_times" in {each.code for each in f.feed.remarks}
    # it does not take the place of a right correction, in whatever file that comes
    other = "valgresultater/valgresultater-Kommunalvalg-Læsø-2-181120251900.json"
    feeds.written(tmp_path, {other: a_count(8, hour="20:05:00")})
    assert f.poll() == 1
    assert f.standing().scenario("Læsø").votes["A"] == 8
    assert vf.read_feed(tmp_path)["Læsø"].votes["A"] == 8


def test_a_correction_that_comes_weeks_later_is_one(tmp_path: Path) -> None:
    other = "valgresultater/valgresultater-Kommunalvalg-Læsø-2-181120251900.json"
    late = a_count(8) | {"GodkendelsesDatoUTC": "19-12-2025 10:00:00"}
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9), other: late}))
    f.poll()
    assert f.status.put_aside == ()
    assert f.standing().scenario("Læsø").votes["A"] == 8
    assert f.standing().time == pd.Timestamp("2025-12-19 10:00", tz="UTC")


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("Navn", "x" * 201, "name_not_text"),
        ("Bogstavbetegnelse", "x" * 101, "letter_too_long"),
        ("Bogstavbetegnelse", "\u0301", "letter_empty"),
    ],
)
def test_a_council_that_makes_no_election_is_told(
    tmp_path: Path, key: str, value: str, code: str
) -> None:
    for each in FEW:
        put(tmp_path, each)
    f = followed(tmp_path)
    f.poll()
    assert f.standing().councils["place"].to_list() == ["Læsø", "Solrød"]
    path = feeds.name("kandidat-data", S)
    wrong = feeds.standing(S)
    wrong["Kandidatlister"][0][key] = value
    feeds.written(tmp_path, {path: wrong})
    f.poll()
    assert [(at, why.code) for at, why in f.status.put_aside] == [(path, code)]
    assert f.standing().councils["place"].to_list() == ["Solrød"]


def test_a_file_that_cannot_be_looked_at_is_put_aside_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)})
    loop = tmp_path / "valgresultater" / "valgresultater-Kommunalvalg-x.json"
    loop.symlink_to(loop)
    f = followed(tmp_path)
    assert f.poll() == 1
    ((path, why),) = f.status.put_aside
    assert (path, why.code) == (f"valgresultater/{loop.name}", "follow_unreadable")
    assert f.status.connection == "ok"
    loop.unlink()
    f.poll()
    assert f.status.put_aside == ()
    count = tmp_path / f"{AREA}.json"
    away = count.rename(tmp_path / "away")
    count.symlink_to(count)
    for _ in range(3):  # what it held before stays
        f.poll()
        assert [path for path, _ in f.status.put_aside] == [f"{AREA}.json"]
        assert f.standing().scenario("Læsø").votes["A"] == 9
    count.unlink()
    away.rename(count)
    f.poll()
    assert f.status.put_aside == ()


def test_a_file_that_is_gone_is_forgotten_when_it_stays_away(tmp_path: Path) -> None:
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)}))
    assert f.poll() == 1
    (tmp_path / f"{AREA}.json").unlink()
    for votes in (9, 0):
        assert f.poll() == 0
        assert f.standing().scenario("Læsø").votes["A"] == votes


def test_a_folder_that_is_gone_or_empty_and_comes_back(tmp_path: Path) -> None:
    here, away = tmp_path / "feed", tmp_path / "away"
    f = followed(feeds.written(here, STANDS | {f"{AREA}.json": a_count(9)}))
    f.poll()
    success = f.status.last_success
    here.rename(away)
    f.poll()
    assert f.status.connection == "broken"
    assert f.status.reason is not None
    assert f.status.reason.code == "follow_no_folder"
    assert str(here) in f"{f.status}"
    assert f.status.last_success == success
    assert f.status.next_try is not None
    assert f.status.next_try - pd.Timestamp.now(tz="UTC") <= pd.Timedelta(seconds=1)
    assert f.standing().scenario("Læsø").votes["A"] == 9
    here.mkdir()
    until(f, "follow_empty")
    assert f.standing().scenario("Læsø").votes["A"] == 9
    here.rmdir()
    away.rename(here)
    until(f, None)
    assert f.status.connection == "ok"


def until(f: Following, code: str | None) -> None:
    """Poll until this stands as the reason."""
    pause = threading.Event()
    for _ in range(100):
        f.poll()
        reason = f.status.reason
        if (reason and reason.code) == code:
            return
        pause.wait(0.1)
    pytest.fail(f"never {code}: {f.status}")


def test_files_that_are_too_large_or_no_files(tmp_path: Path) -> None:
    feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)})
    with (tmp_path / f"{AREA}-201120252000.json").open("wb") as file:
        file.truncate(20_000_001)
    os.mkfifo(tmp_path / f"{AREA}-211120252000.json")
    (tmp_path / f"{AREA}-221120252000.json").mkdir()
    f = followed(tmp_path)
    assert f.poll() == 1
    ((path, why),) = f.status.put_aside
    assert path.endswith("-201120252000.json")
    assert why.code == "file_too_large"


def test_more_files_than_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_FEED_FILES", 2)
    f = followed(feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)}))
    assert f.poll() == 0
    assert f.status.reason is not None
    assert f.status.reason.code == "archive_too_many"


# ---- whatever comes in whatever order ----

FEW = evenings.sent("Solrød", "Læsø")
BESIDE = (
    evenings.Sent(
        evenings.OPEN,
        f"{AREA}-191120250001.json",
        a_count(999, Valgdag="03-11-2025"),
    ),
    evenings.Sent(
        evenings.OPEN,
        "valgresultater/valgresultater-Regionalvalg-Syddanmark-1.json",
        a_count(999, Valgart="Regionalvalg"),
    ),
)
FAULTS = ("whole", "torn", "padded", "twice", "renamed", "removed", "older")


@st.composite
def deliveries(draw: st.DrawFn) -> list[tuple[evenings.Sent, str, bool, bool]]:
    """All files in some order, each with what happens to it, and who looks afterwards."""
    files = draw(st.permutations([*FEW, *BESIDE]))
    return [
        (each, draw(st.sampled_from(FAULTS)), draw(st.booleans()), draw(st.integers(0, 9)) == 0)
        for each in files
    ]


@settings(deadline=None)
@given(plan=deliveries())
def test_whatever_the_order_the_night_is_that_of_the_finished_folder(
    plan: list[tuple[evenings.Sent, str, bool, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        f = followed(folder)
        for each, fault, is_looked_at, is_restarted in plan:
            for _ in steps(folder, each, fault):
                if is_looked_at:
                    f.poll()
            if is_restarted:
                f.close()
                f = followed(folder)
        f.poll()
        finished = followed(folder)
        finished.poll()
        assert_same(f, finished)
        for place in ("Solrød", "Læsø"):
            assert f.standing().scenario(place).votes.equals(vf.load("KV2025", place).votes)


def steps(folder: Path, sent: evenings.Sent, fault: str) -> Iterator[None]:
    """A file on its way; what is yielded after is a moment in which somebody may look."""
    file = folder / sent.path
    file.parent.mkdir(exist_ok=True)
    data = json.dumps(sent.content, ensure_ascii=False).encode()
    match fault:
        case "torn":
            for part in (0, 1, len(data) // 2, len(data) - 1):
                file.write_bytes(data[:part])
                yield
        case "padded":  # as long as it will be, with nothing in it yet
            file.write_bytes(data[: len(data) // 3].ljust(len(data), b"\0"))
            yield
        case "twice" | "removed":
            file.write_bytes(data)
            yield
            if fault == "removed":
                file.unlink()
                yield
        case "renamed":
            part = file.with_name(f".{file.name}.part")
            part.write_bytes(data)
            yield
            part.rename(file)
            yield
            return
        case "older":  # what stands there is of another day
            file.write_bytes(data.replace(b"18-11-2025", b"01-11-2025"))
            yield
    file.write_bytes(data)
    yield


# ---- loops and threads ----


def test_updates_come_when_something_came_and_end_when_it_is_closed(tmp_path: Path) -> None:
    looked = threading.Event()

    def fill() -> None:
        for n in range(0, len(NIGHT), 20):
            for each in NIGHT[n : n + 20]:
                put(tmp_path, each)
            looked.wait(20)  # the next ones come when these were seen
            looked.clear()

    filling = threading.Thread(target=fill)
    filling.start()
    votes = []
    with followed(tmp_path) as f:
        for standing in f.updates(every=0.02):
            votes.append(int(standing.councils["votes"].sum()))
            if votes[-1] == sum(sum(vf.load("KV2025", p).ballots) for p in evenings.PLACES):
                f.close()
            looked.set()
        assert f.poll() == 0
    filling.join()
    assert len(set(votes)) > 2


def test_updates_wait_for_the_first_files(tmp_path: Path) -> None:
    f = followed(tmp_path)
    timer = threading.Timer(0.3, lambda: feeds.written(tmp_path, STANDS))
    timer.start()
    assert len(next(f.updates(every=0.02)).councils) == 1
    timer.join()
    for wrong in (0, float("nan"), "soon", True, float("inf"), 1e10):
        with pytest.raises(ScenarioError, match=f"above 0; got '{wrong}'") as error:
            next(f.updates(every=wrong))  # type: ignore[arg-type]  # that is the question
        assert error.value.code == "follow_every"
    with pytest.raises(ScenarioError, match="86400"):
        next(f.updates(every=10**400))


def test_it_may_be_asked_while_it_is_polled(tmp_path: Path) -> None:
    f = followed(feeds.written(tmp_path, STANDS))
    f.poll()
    stop = threading.Event()
    wrong: list[BaseException] = []

    def ask() -> None:
        try:
            while not stop.is_set():
                assert len(f.standing().lists) > 0
                assert f.status.connection == "ok"
        except BaseException as error:
            wrong.append(error)
            raise

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for each in asking:
        each.start()
    for sent in NIGHT[:30]:
        put(tmp_path, sent)
        f.poll()
    stop.set()
    for each in asking:
        each.join()
    assert not wrong


# ---- what is given ----


def test_the_councils_and_the_past_that_a_person_has(tmp_path: Path) -> None:
    for each in NIGHT:
        put(tmp_path, each)
    mine = vf.load("KV2025", "Solrød").without_alliances()
    past = pd.DataFrame({"code": ["269"], "area": ["x"], "letter": ["A"], "votes": [7]})
    f = followed(tmp_path, scenarios=[mine], previous=past, errors=of_2025(), seed=3)
    f.poll()
    assert f.standing().councils["place"].to_list() == ["Solrød"]
    assert f.standing().scenario("Solrød").alliances == ()
    (council,) = f.night.councils
    assert council.last.sum() == 7 * len(council.areas)
    assert past.shape == (1, 4)
    lacking = followed(tmp_path, scenarios=[vf.Scenario({"A": 1, "B": 1}, 9, place="Solrød")])
    assert lacking.poll() > 0
    with pytest.raises(ScenarioError) as error:
        lacking.standing()
    assert error.value.code == "night_letter"
    with pytest.raises(ScenarioError) as error:
        next(lacking.updates())
    assert error.value.code == "night_letter"


def test_an_election_that_is_wanted_is_awaited(tmp_path: Path) -> None:
    region = vf.load("RV2025", "Region Syddanmark")
    files = {feeds.name("kandidat-data", region): feeds.standing(region)}
    feeds.written(tmp_path, STANDS | {f"{AREA}.json": a_count(9)})
    f = followed(tmp_path, election="rv2025")
    assert f.poll() == 0
    with pytest.raises(ScenarioError, match="there is KV2025") as error:
        f.standing()
    assert error.value.code == "read_election_unknown"
    files[feeds.name("valgresultater", region, 1)] = feeds.count(region, {"A": 4}, 1)
    feeds.written(tmp_path, files)
    assert f.poll() == 1
    assert f.standing().scenario("Region Syddanmark").votes["A"] == 4


WRONG = [
    ("follow_source", lambda at: vf.follow(5), ["int"]),
    ("follow_scheme", lambda at: vf.follow("https://me:secret@valg.dk"), ["https"]),
    ("follow_address", lambda at: vf.follow("sftp://valg.dk/x"), ["sftp://user@host"]),
    ("follow_address", lambda at: vf.follow("sftp://me:sec/ret@valg.dk"), ["sftp://user@host"]),
    ("follow_address", lambda at: vf.follow("sftp://me@valg.dk:x/y"), ["sftp://user@host"]),
    ("follow_address", lambda at: vf.follow("sftp://me@valg.dk/%00"), ["sftp://user@host"]),
    ("follow_password", lambda at: vf.follow("sftp://me:secret@valg.dk/x"), ["password="]),
    ("follow_for_sftp", lambda at: vf.follow(at, password="secret"), ["password="]),
    ("follow_no_folder", lambda at: vf.follow(at / "x"), ["x"]),
    ("follow_no_folder", lambda at: vf.follow(""), ["''"]),
    ("follow_no_folder", lambda at: vf.follow(" "), ["no folder"]),
    ("follow_known_hosts", lambda at: vf.follow("sftp://me@h", known_hosts=at / "k"), ["'k'"]),
    ("follow_key_file", lambda at: vf.follow("sftp://me@h", key=at / "k"), ["'k'", "password="]),
    ("night_not_scenarios", lambda at: vf.follow(at, scenarios=[]), ["[]"]),
    ("night_errors", lambda at: vf.follow(at, errors=3), ["'3'"]),
    ("seed_not_whole", lambda at: vf.follow(at, seed=-1), ["'-1'"]),
]


@pytest.mark.parametrize(("code", "wrong", "parts"), WRONG)
def test_an_error_names_what_is_wrong(
    tmp_path: Path, code: str, wrong: Any, parts: list[str]
) -> None:
    with pytest.raises(ScenarioError) as error:
        wrong(tmp_path)
    assert error.value.code == code
    assert [part for part in parts if part not in str(error.value)] == []
    assert "secret" not in str(error.value) + repr(error.value.values)


def test_every_code_of_the_room_is_raised() -> None:
    tests = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_follow*"))
    room = Path(vf.__file__).parent / "live"
    assert [code for code in named_in(room.glob("*.py")) if f'"{code}"' not in tests] == []


def test_what_is_handed_in_is_not_changed() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = feeds.written(Path(name), STANDS | {f"{AREA}.json": a_count(9)})
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        followed(folder).poll()
        assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
