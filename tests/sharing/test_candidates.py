"""Candidates that are kept with a scenario: in its file, never in its code."""

import json
from pathlib import Path

import pandas as pd
import pytest

import valgforbund as vf
from valgforbund import ScenarioError
from valgforbund.sharing import candidates
from valgforbund.sharing.candidates import MOST

LAESO = vf.load("KV2025", "Læsø")
PERSONS = vf.candidates("KV2025", "Læsø")


def one(**cells: object) -> pd.DataFrame:
    """A frame of one candidate."""
    return pd.DataFrame(
        {key: [each] for key, each in ({"letter": "A", "candidate": 1} | cells).items()}
    )


def test_they_come_back_with_the_scenario(tmp_path: Path) -> None:
    path = tmp_path / "laeso.valgforbund.json"
    LAESO.save(path, candidates=PERSONS)
    file = vf.open_file(path)
    assert file.state == LAESO == vf.read(path)
    columns = ["letter", "candidate", "votes", "form", "list_votes"]
    pd.testing.assert_frame_equal(file.candidates[columns], PERSONS[columns], check_dtype=False)
    assert file.candidates.name.dropna().to_list() == PERSONS.name.dropna().to_list()
    who = ["letter", "candidate", "how"]
    told = vf.elected(file.state, file.candidates)[who]
    pd.testing.assert_frame_equal(told, vf.elected(LAESO)[who])


def test_a_file_without_them_and_one_of_before_have_none(tmp_path: Path) -> None:
    path = tmp_path / "laeso.valgforbund.json"
    LAESO.save(path)
    assert vf.open_file(path).candidates.empty
    assert list(vf.open_file(path).candidates) == list(candidates.frame_of(()))


def test_they_are_kept_under_the_letters_of_the_lists(tmp_path: Path) -> None:
    path = tmp_path / "laeso.valgforbund.json"
    LAESO.save(path, candidates=pd.concat([one(letter="c "), one(letter="Z")]))
    assert vf.open_file(path).candidates.letter.to_list() == ["C", "Z"]


def test_what_is_not_counted_yet_is_missing() -> None:
    frame = pd.DataFrame({"letter": ["A"], "candidate": [1], "name": ["Bo"], "votes": [pd.NA]})
    back = candidates.frame_of(candidates.of(frame))
    assert back.votes.isna().all()
    assert back.name.to_list() == ["Bo"]


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ([("A", 1)], "people_not_a_frame"),
        (pd.DataFrame({"letter": ["A"]}), "people_columns"),
        (one(letter=None), "people_cell_no_text"),
        (one(letter=7), "people_cell_no_text"),
        (one(letter="A\ud83d"), "people_cell_no_text"),
        (one(name="x" * 201), "people_cell_no_text"),
        (one(name="\ud83d"), "people_cell_no_text"),
        (one(name=["Bo"]), "people_cell_no_text"),
        (one(name={"Bo": 1}), "people_cell_no_text"),
        (one(name=pd.Timestamp("2026-03-01")), "people_cell_no_text"),
        (one(form=5), "people_cell_no_text"),
        (one(letter=""), "people_cell_no_text"),
        (one(letter="\u200b"), "people_cell_no_text"),
        (one(form="weird"), "people_form"),
        (one(candidate=2), "people_numbers"),
        (pd.concat([one(), one(letter="a")]), "people_numbers"),
        (pd.concat([one(form="party"), one(candidate=2, form="open")]), "people_differ"),
        (pd.concat([one(list_votes=1), one(candidate=2, list_votes=2)]), "people_differ"),
        (pd.concat([one(), one()[["letter"]]], axis=1), "name_given_twice"),
        (one(candidate=0), "people_cell_not_whole"),
        (one(candidate=None), "people_cell_not_whole"),
        (one(candidate=pd.Timestamp("2026-03-01")), "people_cell_not_whole"),
        (one(candidate=[1]), "people_cell_not_whole"),
        (one(candidate="1"), "people_cell_not_whole"),
        (one(candidate=True), "people_cell_not_whole"),
        (one(votes=-1), "people_cell_not_whole"),
        (one(votes=1.5), "people_cell_not_whole"),
        (one(votes=float("inf")), "people_cell_not_whole"),
        (one(votes=10**30), "people_cell_too_large"),
        (one(votes=1e30), "people_cell_too_large"),
        (one(list_votes=10**9 + 1), "people_cell_too_large"),
        (one(list_votes=2.5), "people_cell_not_whole"),
        (pd.DataFrame({"letter": "A", "candidate": [*range(1, MOST + 2)]}), "people_too_many"),
    ],
)
def test_what_no_file_may_have_is_told_and_nothing_is_written(
    frame: object, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "laeso.valgforbund.json"
    with pytest.raises(ScenarioError) as told:
        LAESO.save(path, candidates=frame)  # type: ignore[arg-type]  # that is what is tried
    assert told.value.code == code
    assert not path.exists()


def test_a_file_with_an_impossible_candidate_says_where(tmp_path: Path) -> None:
    path = tmp_path / "laeso.valgforbund.json"
    LAESO.save(path, candidates=PERSONS)
    plain = json.loads(path.read_text("utf-8"))
    plain["view"]["candidates"][0]["votes"] = "mange"
    path.write_text(json.dumps(plain), "utf-8")
    with pytest.raises(ScenarioError, match=r"\$\.view\.candidates"):
        vf.open_file(path)
