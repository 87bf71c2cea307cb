"""Numbers of more digits than Python writes: what holds them is shown and kept all the same."""

from pathlib import Path

import pytest

import valgforbund as vf
from valgforbund import Scenario

LONG = 10**5000
VOTES = {"A": 25, "B": 31, "C": 11, "D": 16}
HELD = {
    "seats": Scenario(VOTES, LONG, [["C", "D"]]),
    "votes": Scenario(VOTES | {"A": LONG}, 9, [["C", "D"]]),
    "candidates": Scenario(VOTES, 9, [["C", "D"]], candidates={"A": LONG}),
    "all": Scenario({each: LONG + n for each, n in VOTES.items()}, LONG, [["C", "D"]]),
}


@pytest.mark.parametrize("what", HELD)
def test_it_is_shown(what: str) -> None:
    s = HELD[what]
    counted, compared = vf.count(s), vf.compare(s, "C-D")
    for each in (s, counted, compared):
        assert len(repr(each)) < 400
        assert "<table" in each._repr_html_()
    if what != "candidates":
        assert "10^5000" in s._repr_html_()
    assert vf.read(s.code()) == s


@pytest.mark.parametrize("what", ["seats", "votes", "all"])
def test_it_is_kept_and_no_report_is_made_of_it(what: str, tmp_path: Path) -> None:
    s = HELD[what]
    for shown in (s, vf.count(s), vf.compare(s, "C-D")):
        for act, suffix in ((vf.note, ".txt"), (vf.note, ".pdf"), (vf.workbook, ".xlsx")):
            with pytest.raises(vf.ScenarioError) as error:
                act(shown, tmp_path / f"x{suffix}")
            assert error.value.code == "number_too_large"
            assert str(error.value)
    with pytest.raises(vf.ScenarioError):
        vf.note(vf.load("KV2025", "Lejre"), tmp_path / "x.txt", variants={"x": s})
    s.save(tmp_path / "x.json")
    assert vf.read(tmp_path / "x.json") == s
    assert [each.name for each in tmp_path.iterdir()] == ["x.json"]


def test_votes_of_a_hundred_digits_are_written(tmp_path: Path) -> None:
    s = Scenario(VOTES | {"A": 10**99}, 9, [["C", "D"]], candidates={"B": LONG})
    assert vf.note(s, tmp_path / "x.txt").read_text("utf-8")
    assert vf.workbook(s, tmp_path / "x.xlsx").is_file()
