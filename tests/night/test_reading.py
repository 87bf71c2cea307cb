"""What is handed in is checked, and what is wrong is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pytest
from codes import named_in
from nights import SMALL, before, of_2025, rows

import valgforbund as vf

VOTES = {"A": 5, "B": 3, "C": 2}
COUNTS = rows(
    ("Øst", "preliminary", "2025-11-18 20:00", VOTES),
    ("Vest", "final", "2025-11-18 21:00", VOTES),
)
NOWHERE = SMALL.with_place("")
PAST = before(("Øst", VOTES), ("Vest", VOTES))


def changed(**columns: object) -> pd.DataFrame:
    return COUNTS.assign(**columns)


CASES: list[tuple[str, Callable[[], object], list[str]]] = [
    ("night_unknown", lambda: vf.night("KV2021"), ["KV2021", "KV2025"]),
    ("night_not_scenarios", lambda: vf.night([5], COUNTS), ["5"]),
    ("night_not_scenarios", lambda: vf.night({"370": "A"}, COUNTS), ["'A'"]),
    ("night_not_scenarios", lambda: vf.night([], COUNTS), ["[]"]),
    ("night_not_scenarios", lambda: vf.night(SMALL, COUNTS), ["Scenario"]),  # type: ignore[call-overload]
    ("night_no_code", lambda: vf.night([SMALL.with_place("")], COUNTS), ["'370'"]),
    ("night_no_counts", lambda: vf.night([SMALL], COUNTS.iloc[:0]), ["counts="]),
    ("name_given_twice", lambda: vf.night([SMALL, SMALL], COUNTS), ["Næstved"]),
    ("night_not_a_frame", lambda: vf.night([SMALL]), ["counts="]),
    ("night_not_a_frame", lambda: vf.night([SMALL], COUNTS, [1]), ["previous=", "letter"]),
    ("night_column", lambda: vf.night([SMALL], COUNTS.drop(columns="kind")), ["'kind'"]),
    ("night_code_unknown", lambda: vf.night([SMALL], changed(code="371")), ["'371'", "370"]),
    ("night_council_unknown", lambda: of_2025().at("2025-11-19").council("Ravnsby"), ["Ravnsby"]),
    ("night_kind", lambda: vf.night([SMALL], changed(kind="late")), ["'late'", "final"]),
    ("night_kind", lambda: of_2025().only("late"), ["'late'"]),
    ("night_time", lambda: vf.night([SMALL], changed(approved="soon")), ["'soon'"]),
    ("night_time", lambda: of_2025().at("soon"), ["'soon'", "UTC"]),
    ("night_time", lambda: of_2025().at(None), ["None"]),
    ("night_time", lambda: of_2025().at("21:47"), ["'21:47'", "year, month and day"]),
    ("night_time", lambda: of_2025().at("18-11-2025 21:47"), ["'18-11-2025 21:47'"]),
    ("night_time", lambda: of_2025().at(2147), ["2147"]),
    ("night_twice", lambda: vf.night([SMALL], changed(count_id=1)), ["'1'"]),
    ("night_twice", lambda: vf.night([SMALL], COUNTS, pd.concat([PAST, PAST])), ["'Øst'"]),
    ("night_count_mixed", lambda: vf.night([SMALL], mixed()), ["'370-0'"]),
    ("night_time", lambda: vf.night([SMALL], one("approved", "late")), ["'late'"]),
    ("night_time", lambda: vf.night([SMALL], changed(approved=20251118)), ["20251118"]),
    ("night_time", lambda: vf.night([SMALL], changed(approved="2025")), ["'2025'"]),
    ("night_time", lambda: of_2025().at("2025-11-18 20:302025-11-18"), ["2025-11-18"]),
    ("night_time_far", lambda: vf.night([SMALL], one("approved", "9999-12-31")), ["'9999", "2261"]),
    ("night_time_far", lambda: of_2025().at("9999-12-31"), ["'9999-12-31'", "1678", "2261"]),
    ("night_time_far", lambda: of_2025().at("1677-01-01"), ["'1677-01-01'"]),
    ("night_time_far", lambda: of_2025().at(dt.datetime(3000, 1, 1, tzinfo=dt.UTC)), ["'3000"]),
    ("night_time_far", lambda: of_2025().at(np.datetime64("9999-01-01")), ["'9999"]),
    ("night_time_far", lambda: of_2025().chronicle().go("9999-12-31"), ["'9999"]),
    ("night_time_far", lambda: of_2025().chronicle().events("1677-01-01"), ["'1677"]),
    ("night_cell", lambda: vf.night([SMALL], one("count_id", [5])), ["count_id", "row 4", "[5]"]),
    ("night_missing", lambda: vf.night([SMALL], one("approved", None)), ["approved", "row 4"]),
    ("night_count_spelled", lambda: vf.night([SMALL], spelled()), ["'1'", "number"]),
    ("night_column_twice", lambda: vf.night([SMALL], twofold()), ["counts=", "'votes'"]),
    ("night_bundled", lambda: vf.night("KV2025", COUNTS), ["KV2025", "counts="]),
    ("night_bundled", lambda: vf.night("KV2025", previous=PAST), ["KV2025", "previous="]),
    ("name_given_twice", lambda: vf.night({"370": SMALL, "370 ": SMALL}, COUNTS), ["'370"]),
    ("night_no_code", lambda: vf.night({None: SMALL}, COUNTS), ["'370'"]),  # type: ignore[dict-item]
    ("night_not_whole", lambda: vf.night([SMALL], one("votes", True)), ["row 4", "'True'"]),
    ("night_not_whole", lambda: vf.night([SMALL], changed(votes=True)), ["row 0", "'True'"]),
    ("night_not_whole", lambda: vf.night([SMALL], changed(votes=-1)), ["votes", "'-1'"]),
    ("night_not_whole", lambda: vf.night([SMALL], changed(votes=1.5)), ["votes", "'1.5'"]),
    ("night_not_whole", lambda: vf.night([SMALL], changed(eligible=None)), ["eligible"]),
    ("night_letter", lambda: vf.night([SMALL], COUNTS.replace("C", "Ø")), ["'Ø'", "Næstved"]),
    (
        "night_letter",
        lambda: vf.night({"999": NOWHERE}, changed(code="999").replace("C", "Q")),
        ["999"],
    ),
    ("night_more_votes", lambda: vf.night([SMALL], changed(eligible=9)), ["'370-0'", "10", "9"]),
    (
        "night_bloc",
        lambda: vf.night([SMALL], COUNTS).at("2025-11-19").majorities({"x": "ZZ"}),
        ["x"],
    ),
    ("night_bloc", lambda: of_2025().at("2025-11-19").majorities({"red": ""}), ["red"]),
    ("seed_not_whole", lambda: vf.night("KV2025", seed=-1), ["'-1'"]),
    (
        "night_teaches_nothing",
        lambda: vf.night([SMALL], COUNTS, errors=vf.night([SMALL], changed(approved=None))).at(
            "2025-11-19"
        ),
        ["Nothing is counted"],
    ),
    ("night_likely", lambda: of_2025().events(0.2), ["0.2"]),
    ("night_likely", lambda: of_2025().events(None), ["None"]),
    ("night_likely", lambda: of_2025().events("0.8"), ["0.8"]),
    ("night_likely", lambda: of_2025().chronicle("x"), ["x"]),
    ("night_likely", lambda: of_2025().chronicle(likely=True), ["True"]),
    ("night_parts", lambda: of_2025().calibration(None), ["None"]),
    ("night_parts", lambda: of_2025().calibration(0.5), ["0.5"]),
    ("night_parts", lambda: of_2025().calibration("0.5"), ["0.5"]),
    ("night_parts", lambda: of_2025().calibration([-1]), ["-1"]),
    ("night_parts", lambda: of_2025().calibration(["x"]), ["x"]),
    ("night_parts", lambda: of_2025().calibration([0.5, 2]), ["2"]),
    ("night_parts", lambda: of_2025().calibration([np.nan]), ["nan"]),
    ("blocs_not_named", lambda: ended().majorities("ABC"), ["'ABC'"]),
    ("blocs_not_named", lambda: ended().majorities(["A"]), ["['A']"]),
    ("blocs_not_named", lambda: ended().majorities({"r": None}), ["None"]),
    ("blocs_not_named", lambda: ended().majorities({"r": 5}), ["5"]),
    ("blocs_not_named", lambda: ended().majorities({None: "A"}), ["None"]),
    ("letter_unknown", lambda: ended().majorities({"r": "Ukendt liste"}), ["Ukendt"]),
    ("night_council_unknown", lambda: unplaced().council(""), ["this night"]),
    ("night_council_unknown", lambda: unplaced().scenario(""), ["this night"]),
    ("night_council_unknown", lambda: unplaced().council(None), ["None"]),
    ("night_council_unknown", lambda: of_2025().chronicle().chances("", "A", "2025-11-19"), [""]),
    ("night_council_unknown", lambda: vf.recounts("KV2025", ""), ["this night"]),
    ("night_errors", lambda: vf.night([SMALL], COUNTS, errors=3), ["'3'"]),
    (
        "night_baseline",
        lambda: vf.night([SMALL], COUNTS).at("2025-11-19").alliances("out"),
        ["'out'", "dissolved"],
    ),
]


def ended() -> vf.Standing:
    return vf.night([SMALL], COUNTS, draws=20).at("2025-11-19")


def unplaced() -> vf.Standing:
    """A council without a place; it was found where nothing was looked for."""
    return vf.night({"999": NOWHERE}, changed(code="999"), draws=20).at("2025-11-19")


def mixed() -> pd.DataFrame:
    """One count whose rows are of two areas."""
    counts = COUNTS.copy()
    counts.loc[0, "area"] = "Vest"
    return counts


def one(column: str, value: object, row: int = 4) -> pd.DataFrame:
    """The counts with another value in one row."""
    counts = COUNTS.astype({column: object})
    counts.at[row, column] = value  # noqa: PD008 -- a list, too
    return counts


def spelled() -> pd.DataFrame:
    """One count whose id is a number in some rows and text in others."""
    return changed(count_id=[1, 1, "1", 2, 2, 2])


def twofold() -> pd.DataFrame:
    """Counts with a column that stands there twice."""
    return pd.concat([COUNTS, COUNTS[["votes"]]], axis=1)


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NA, pd.NaT, "", " "])
@pytest.mark.parametrize("column", ["count_id", "code", "area", "kind", "approved", "letter"])
def test_what_a_count_lacks_in_a_row_is_named(column: str, nothing: object) -> None:
    """Its votes were lost, or counted as those of another count or area."""
    with pytest.raises(vf.ScenarioError) as error:
        vf.night([SMALL], one(column, nothing))
    assert error.value.code == "night_missing"
    assert str(error.value) == f"counts= has no {column} in row 4."


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NA, " "])
@pytest.mark.parametrize("column", ["code", "area", "letter"])
def test_what_last_time_lacks_in_a_row_is_named(column: str, nothing: object) -> None:
    past = PAST.astype({column: object})
    past.loc[4, column] = nothing
    with pytest.raises(vf.ScenarioError) as error:
        vf.night([SMALL], COUNTS, past)
    assert error.value.code == "night_missing"
    assert str(error.value) == f"previous= has no {column} in row 4."


def test_an_area_that_is_not_counted_needs_no_count() -> None:
    none = pd.DataFrame({"code": ["370"], "area": ["Nord"], "eligible": [70], "votes": [0]})
    n = vf.night([SMALL], pd.concat([COUNTS, none]))
    assert n.at("2025-11-19").councils[["areas", "counted"]].to_numpy().tolist() == [[3, 2]]


@pytest.mark.parametrize(("code", "wrong", "parts"), CASES)
def test_an_error_names_what_is_wrong(
    code: str, wrong: Callable[[], object], parts: list[str]
) -> None:
    with pytest.raises(vf.ScenarioError) as error:
        wrong()
    assert error.value.code == code
    assert [part for part in parts if part not in str(error.value)] == []


def test_every_code_of_the_room_is_raised() -> None:
    room = Path(vf.__file__).parent / "night"
    named = named_in([*room.glob("*.py"), room.parent / "sources" / "areas.py"])
    assert {code for code, *_ in CASES} == named | {"name_given_twice", "letter_unknown"}


def test_what_is_handed_in_is_not_changed() -> None:
    counts, past = COUNTS.copy(), PAST.copy()
    standing = vf.night([SMALL], counts, past).at("2025-11-18 20:30")
    assert len(standing.lists) == 3
    pd.testing.assert_frame_equal(counts, COUNTS)
    pd.testing.assert_frame_equal(past, PAST)


def test_councils_go_by_code_or_place() -> None:
    for scenarios in ([SMALL], {"370": SMALL}, {"Næstved": SMALL}):
        for code in ("370", "Næstved"):
            n = vf.night(scenarios, changed(code=code), PAST)
            assert n.at("2025-11-19").councils["code"].to_list() == ["370"]


def test_a_council_without_a_code_goes_by_its_name() -> None:
    s = vf.Scenario({"A": 0, "B": 0, "C": 0}, 3, place="Min by")
    n = vf.night([s], changed(code="Min by"))
    assert n.at("2025-11-19").council("Min by").scenario("Min by").votes.to_dict() == {
        "A": 10,
        "B": 6,
        "C": 4,
    }


@pytest.mark.parametrize("place", ["Læsø", "825", 825, np.int64(825), "825 ", "0825", "laesoe"])
def test_a_council_goes_by_whatever_its_candidates_go_by(place: Any) -> None:
    standing = of_2025().at("2025-11-19")
    assert standing.council(place).councils["place"].to_list() == ["Læsø"]
    assert standing.scenario(place).place == "Læsø"
    assert len(vf.candidates("KV2025", place)) == len(vf.candidates("KV2025", "Læsø"))
    n = vf.Night(tuple(c for c in of_2025().councils if c.code == "825"), of_2025(), draws=20)
    story = n.chronicle()
    story.go("2025-11-19")
    assert len(story.chances(place, "A", "2025-11-19")) > 0
    assert vf.recounts(n, place).equals(vf.recounts(n, "Læsø"))


@pytest.mark.parametrize(
    "blocs",
    [
        {"own": "BC"},
        {"own": "B og C"},
        {"own": "b, c"},
        {"own": ["B", "C"]},
        pd.Series({"own": "BC"}),
        MappingProxyType({"own": ("C", "B", "B")}),
        {"own": pd.Series(["B", "C", "Q"])},
    ],
)
def test_the_same_bloc_in_whatever_way(blocs: Any) -> None:
    found = ended().majorities(blocs)
    assert found["bloc"].to_list() == ["own"]
    assert found["votes"].to_list() == [10]


def test_a_word_between_lists_is_none() -> None:
    """The o of »og« was list O."""
    s = vf.Scenario({"A": 0, "B": 0, "O": 0}, 5, place="Næstved")
    found = vf.night([s], COUNTS.replace("C", "O"), draws=20).at("2025-11-19")
    assert found.majorities({"own": "A og B"})["votes"].to_list() == [16]
    assert found.majorities({"own": "A-B"})["votes"].to_list() == [16]


def test_parts_that_are_given_twice_count_once() -> None:
    n = vf.night([SMALL], COUNTS, PAST, draws=20)
    once, again = n.calibration([0.5]), n.calibration([0.5, np.float64(0.5)])
    assert len(once.intervals) == len(again.intervals) > 0


def test_times_have_their_own_zone() -> None:
    danish = pd.to_datetime(COUNTS["approved"]).dt.tz_localize("Europe/Copenhagen")
    n = vf.night([SMALL], changed(approved=danish))
    assert n.at("2025-11-18 19:00").councils["counted"].to_list() == [1]
    assert n.at("2025-11-18 18:59").councils["counted"].to_list() == [0]


def test_a_list_that_a_count_does_not_name_has_no_votes_there() -> None:
    n = vf.night([SMALL], COUNTS[COUNTS["letter"] != "C"])
    assert n.at("2025-11-19").scenario("Næstved").votes["C"] == 0
