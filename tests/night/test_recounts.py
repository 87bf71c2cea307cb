"""Which areas' final counts move a seat: against a second reading of the counts."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nights import SMALL, of_2025, rows

import valgforbund as vf
from valgforbund.sources import areas
from valgforbund.sources.places import code
from valgforbund.sources.source import load_all


def newest(counts: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The last count of a kind in every area: a row an area, a column a list."""
    of_kind = counts[counts["kind"] == kind].sort_values(["approved", "count_id"], kind="stable")
    last = of_kind.drop_duplicates(["area", "letter"], keep="last")
    return last.pivot_table(index="area", columns="letter", values="votes", fill_value=0).astype(
        int
    )


def second(s: vf.Scenario, counts: pd.DataFrame) -> tuple[dict[str, pd.Series], bool]:
    """Areas that move a seat alone, with the votes that differ; and whether all together do."""
    first, last = newest(counts, "preliminary"), newest(counts, "final")
    letters = list(s.letters)
    ends = last.combine_first(first).reindex(columns=letters, fill_value=0).astype(int)
    ended = ends.sum()
    now, everywhere, found = vf.count(s.with_votes(ended.to_dict())).spans, ended, {}
    for area in last.index.intersection(first.index):
        differs = first.loc[area].reindex(letters, fill_value=0) - ends.loc[area]
        everywhere = everywhere + differs
        if vf.count(s.with_votes((ended + differs).to_dict())).spans != now:
            found[area] = -differs
    return found, vf.count(s.with_votes(everywhere.to_dict())).spans != now


def test_the_seats_of_2025_that_hang_on_one_area() -> None:
    found = vf.recounts("KV2025")
    counts = areas.counts("KV2025")
    expected, moved = {}, set()
    for s in load_all("KV2025"):
        alone, together = second(s, counts[counts["code"] == code(s.place)])
        expected |= {(s.place, area): differs for area, differs in alone.items()}
        moved |= {s.place} if together else set()
    assert list(zip(found["place"], found["area"], strict=True)) == list(expected)
    for told, differs in zip(found["differences"], expected.values(), strict=True):
        assert set(told.split()) == {f"{letter}{n:+}" for letter, n in differs.items() if n}
    assert set(found.dropna(subset="together")["place"]) == moved
    # three councils, each explained by one area
    assert moved == {"Hvidovre", "Helsingør", "Svendborg"}
    alone = found[found["place"].isin(moved)]
    assert len(alone) == 3
    assert (alone["changes"] == alone["together"]).all()


def test_it_is_told_between_which_lists_the_ballots_were() -> None:
    (row,) = vf.recounts("KV2025", "Helsingør").to_dict("records")
    assert row["differences"].split()[:2] == ["C+109", "A-98"]
    assert (row["changes"], row["lot"]) == ("A-1 C+1", False)
    (stevns,) = vf.recounts(of_2025(), "336").to_dict("records")
    assert stevns["lot"]  # a lot between B and Ø with the preliminary count
    assert pd.isna(stevns["together"])  # the other areas had moved it back
    assert vf.recounts("KV2025", "Læsø").empty


VOTES = st.fixed_dictionaries({x: st.integers(0, 12) for x in "ABC"})


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.none() | VOTES, st.none() | VOTES), min_size=1, max_size=4).filter(
        lambda each: any(pair != (None, None) for pair in each)
    )
)
def test_small_nights_against_the_second_reading(
    counted: list[tuple[dict[str, int] | None, dict[str, int] | None]],
) -> None:
    given_ = [
        (f"Sted {n}", kind, f"2025-11-1{8 + later} 20:0{n}", votes)
        for n, pair in enumerate(counted)
        for later, (kind, votes) in enumerate(zip(("preliminary", "final"), pair, strict=True))
        if votes is not None
    ]
    counts = rows(*given_)
    counts["approved"] = pd.to_datetime(counts["approved"], utc=True)
    night = vf.night({"370": SMALL}, counts, errors=of_2025())
    found = vf.recounts(night)
    alone, together = second(SMALL, counts)
    assert set(found["area"].dropna()) == set(alone)
    assert found["together"].notna().any() == together
    assert len(found) == max(len(alone), int(together))


def test_a_seat_that_no_area_moved_alone_is_told_of_all_together() -> None:
    counts = rows(
        *((f"Sted {n}", "preliminary", "2025-11-18 20:00", {"A": 50, "B": 50}) for n in (1, 2, 3)),
        *((f"Sted {n}", "final", "2025-11-19 20:00", {"A": 34, "B": 66}) for n in (1, 2, 3)),
    )
    s = vf.Scenario({"A": 0, "B": 0}, seats=4, place="Næstved")
    # 102-198 is 1-3 (66 before 51), one area back 118-182 too (60.7 before 59), two 2-2
    (row,) = vf.recounts(vf.night({"370": s}, counts, errors=of_2025())).to_dict("records")
    assert pd.isna(row["area"])
    assert (row["changes"], row["together"]) == ("A-1 B+1", "A-1 B+1")
    assert row["differences"] == "A-48 B+48"
    assert (row["preliminary"], row["final"]) == (300, 300)


def test_what_is_not_there_is_told() -> None:
    for ask, known in (
        (lambda: vf.recounts("KV2021"), "night_unknown"),
        (lambda: vf.recounts("KV2025", "Atlantis"), "night_council_unknown"),
    ):
        with pytest.raises(vf.ScenarioError) as error:
            ask()
        assert error.value.code == known
