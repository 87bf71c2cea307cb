"""The CSV that valg.dk exports: votes summed, and alliances from the same election elsewhere."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import valgforbund as vf
from valgforbund import Scenario, ScenarioError
from valgforbund.sources.opened import opened
from valgforbund.sources.reading import Reading

HEAD = "Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal"
NAME = "Kommunalvalg_2021_Læsø_06-11-2025 9.38.56.csv"
ROWS = (
    "1. Byrum;A;Socialdemokratiet;Listestemmer;29",
    "1. Byrum;A;Socialdemokratiet;Ane And;62",
    "1. Byrum;;Læsø  Først;Listestemmer;8",
    "1. Byrum;;Læsø Først;Bo Berg;1.215",
    "2. Vesterø;A;Socialdemokratiet;Listestemmer;1",
    "2. Vesterø;A;Socialdemokratiet;Ane And;0",
    "2. Vesterø;A;Socialdemokratiet;Carl Dahl;4",
    "2. Vesterø;;Læsø Først;Listestemmer;2",
)


def exported(rows: Sequence[str] = ROWS, name: str = NAME, **more: object) -> Reading:
    data = "\ufeff" + "\r\n".join([HEAD, *rows, ""])
    return opened(name, data.encode("utf-8"), **more)  # type: ignore[arg-type]


def test_votes_are_summed_over_areas_and_candidates() -> None:
    found = exported()
    (result,) = found
    s = result.scenario
    assert s.votes.to_dict() == {"A": 29 + 62 + 1 + 0 + 4, "01": 8 + 1215 + 2}
    assert (s.place, s.election, s.seats) == ("Læsø", "KV2021", 9)
    assert s.names == ("Socialdemokratiet", "Læsø Først")
    assert s.limits == (2, 1)
    assert s.notes == ("alliances_unknown", "size_assumed")
    columns = ["letter", "candidate", "name", "votes"]
    assert result.candidates[columns].to_numpy().tolist() == [
        ["A", 1, "Ane And", 62], ["A", 2, "Carl Dahl", 4], ["01", 1, "Bo Berg", 1215],
    ]  # fmt: skip
    assert [each.code for each in found.remarks] == ["summed", "no_alliances", "seats_assumed"]


def test_the_list_votes_stand_beside_the_candidates() -> None:
    (result,) = exported()
    assert result.list_votes == (30, 10)
    assert set(result.candidates["list_votes"][:2]) == {30}


def test_a_council_of_2025_gets_its_alliances_from_the_package() -> None:
    s = vf.load("KV2025", "Læsø")
    rows = [
        f"1. Læsø;{letter};{name};Listestemmer;{votes}"
        for letter, name, votes in zip(s.letters, s.names, s.ballots, strict=True)
    ]
    found = exported(rows, "Kommunalvalg_2025_Læsø_01-12-2025 10.00.00.csv")
    assert found.results[0].scenario.alliances == s.alliances
    assert found.results[0].scenario.votes.equals(s.votes)
    assert found.remarks[1].code == "alliances_ours"


def test_alliances_that_were_set_by_hand_in_the_same_election_are_kept() -> None:
    first = exported().results[0].scenario
    by_hand = Scenario(
        first.votes, 9, [["A", "01"]], place="Læsø", election="KV2021", names={"A": "S"}
    )
    found = exported(into=by_hand)
    assert [each.name for each in found.results[0].scenario.alliances] == ["A-01"]
    assert found.results[0].scenario.notes == ("size_assumed",)
    elsewhere = exported(into=vf.load("KV2021", "Lejre"))
    assert elsewhere.results[0].scenario.alliances == ()


def test_in_python_alliances_are_taken_from_another_source(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text("\n".join([HEAD, *ROWS]), "utf-8-sig")
    other = Scenario({"A": 1, "01": 1}, 9, [["A", "01"]])
    assert vf.read(file).with_alliances(other.alliances).alliances[0].name == "A-01"
    assert vf.read(file, seats=11, place="Andeby").seats == 11


def test_a_file_of_another_name_needs_its_place() -> None:
    with pytest.raises(ScenarioError, match="how many seats"):
        exported(name="stemmer.csv")
    assert exported(name="stemmer.csv", place="læsø").results[0].scenario.seats == 9


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        ("1. Byrum;A;Socialdemokratiet;Listestemmer;7", "valgdk_repeated", "Line 10: .* of A"),
        ("3. Nord;A;Socialdemokratiet;Ane And;12.7", "valgdk_votes", "Line 10: .*got '12.7'"),
        ("3. Nord;A;Socialdemokratiet;Ane And;-1", "valgdk_votes", "Line 10: .*got '-1'"),
        ("3. Nord;A;Socialdemokratiet;Ane And;", "valgdk_votes", "Line 10: .*got ''"),
        ("3. Nord;A;Socialdemokratiet", "valgdk_row", "Line 10 lacks cells"),
        ("3. Nord;A;Et andet parti;Listestemmer;1", "letter_repeated", "letter A is used"),
        ("3. Nord;A;Socialdemokratiet;Ane And;" + "9" * 30, "valgdk_votes", "Line 10: "),
    ],
)  # fmt: skip
def test_rows_that_are_not_what_they_should_be(row: str, code: str, message: str) -> None:
    with pytest.raises(ScenarioError, match=message) as error:
        exported([*ROWS, row])
    assert error.value.code == code
