"""Udvalg: sizes, groups, lots, § 27, seats given up, regrouping."""

from typing import Any

import pytest

from explorer.constitution.page import Lines, ToolPage
from explorer.election.panels.test_tables import tables
from valgforbund.council import Transfer, regroupings
from valgforbund.explorer.constitution.panels import regrouping
from valgforbund.explorer.constitution.panels.committees import CommitteesPanel

SEATS = "Pladser efter d'Hondt over grupperne"
FIVE = ["Børneudvalget", "Kulturudvalget", "Miljøudvalget", "Planudvalget", "Socialudvalget"]


@pytest.fixture
def textbook() -> ToolPage:
    page = ToolPage({"A": 1})
    page.example("example.textbook")
    page.open(CommitteesPanel)
    return page


def lines(page: ToolPage) -> Lines:
    return page.lines(CommitteesPanel, "committees.name")


def seats(page: ToolPage) -> dict[str, list[str]]:
    return {row[0]: row[2:] for row in tables(page)[SEATS]}


def test_committees_are_edited_added_and_removed(textbook: ToolPage) -> None:
    rows = lines(textbook)
    assert [row[0] for row in rows.shown] == FIVE
    assert seats(textbook)["Planudvalget"] == ["4", "1"]
    rows.edit(0, 2, "9")
    assert seats(textbook)["Børneudvalget"] == ["7", "2"]
    rows.edit(0, 2, "4")
    assert "ulige antal" in textbook.alert
    assert rows.shown[0][2] == "9"
    rows.add("Havneudvalget", "other", "2")
    assert seats(textbook)["Havneudvalget"] == ["2", "0"]
    rows.remove(1)
    assert "Kulturudvalget" not in seats(textbook)
    rows.add("Planudvalget", "standing", "5")
    assert "To udvalg hedder Planudvalget" in textbook.alert


def test_the_mayor_is_the_first_of_a_groups_seats() -> None:
    page = ToolPage({"A": 20, "B": 4, "C": 2, "D": 5})
    rows = lines(page)
    before = seats(page)["Økonomiudvalget"]
    assert before[2] == "0"
    page.choose("committees.mayors", "C")
    assert seats(page)["Økonomiudvalget"][2] == "1"
    assert seats(page)["Børneudvalget"] == before
    rows.edit(0, 0, "Magistraten")
    assert page.proposal.mayors == "C"


def test_a_lot_is_shown_as_a_lot_and_drawn() -> None:
    page = ToolPage({"A": 11, "C": 8, "V": 2})
    rows = lines(page)
    for place in (4, 3, 2, 1):
        rows.remove(place)
    rows.edit(0, 2, "9")
    assert seats(page)["Økonomiudvalget"] == ["5", "3–4", "0–1"]
    assert "lod mellem C og V om én plads" in page.text
    page.press("lot.draw")
    assert sorted(seats(page)["Økonomiudvalget"][1:]) in (["0", "4"], ["1", "3"])
    assert not page.sees("lot.draw")
    page.press("bar.undo")
    assert seats(page)["Økonomiudvalget"][1:] == ["3–4", "0–1"]


def test_the_levelling_waits_for_a_lot_in_a_standing_committee() -> None:
    page = ToolPage({"A": 11, "C": 8, "V": 2})
    rows = lines(page)
    rows.edit(1, 2, "9")
    assert "når loddet i de stående udvalg er trukket" in page.text
    page.press("lot.draw")
    assert "Pladser i alle stående udvalg" in tables(page)


def test_levelling_step_by_step_carried_out_elsewhere_and_taken_back(textbook: ToolPage) -> None:
    totals = {row[0]: row[1:] for row in tables(textbook)["Pladser i alle stående udvalg"]}
    assert totals == {"A": ["14", "20", "19", "−1"], "C": ["5", "5", "6", "+1"]}
    step = ["1", "Børneudvalget", "A: 3 her, 19 i alt", "C: 2 her, 6 i alt", "nej"]
    assert tables(textbook)["Trin for trin"] == [step]
    textbook.press("levelling.apply")
    assert seats(textbook)["Børneudvalget"] == ["3 −1", "2 +1"]
    textbook.choose("levelling.where", "Socialudvalget", giver="A", taker="C")
    assert textbook.proposal.committees.levelled == (Transfer("Socialudvalget", "A", "C"),)
    assert seats(textbook)["Børneudvalget"] == ["4", "1"]
    assert seats(textbook)["Socialudvalget"] == ["3 −1", "2 +1"]
    textbook.press("levelling.undo")
    assert seats(textbook)["Socialudvalget"] == ["4", "1"]


def test_a_majority_that_is_lost_may_be_restored_with_extra_members() -> None:
    page = ToolPage({"A": 10, "C": 9})
    rows = lines(page)
    for place in (4, 0):
        rows.remove(place)
    for place in range(3):
        rows.edit(place, 2, "3")
    assert "A mister sit flertal i Børneudvalget og kan udpege 2 medlemmer mere der" in page.text
    page.press("levelling.apply")
    extra = {"n": 2, "group": "A", "committee": "Børneudvalget"}
    box = page.find("levelling.add", **extra)
    box.value = True
    row = next(row for row in tables(page)[SEATS] if row[0] == "Børneudvalget")
    assert row[1:] == ["5 +2", "3 +1", "2 +1"]
    page.choose("giving.taker", "C")
    page.press("giving.give")
    assert box.value
    # groups are compared with groups: what was added or given up would be there in none
    now = {row[0]: row[-3:] for row in tables(page)["Med grupperne som nu"]}
    assert now == {"A": ["5", "5", "0"], "C": ["4", "4", "0"]}
    assert "kan udpege 2 medlemmer mere der" in page.text
    assert page.proposal.agreement.committees.extra
    page.choose("levelling.where", "Kulturudvalget", giver="A", taker="C")
    assert page.proposal.committees.extra == ()
    page.press("bar.undo")
    box.value = False
    assert page.proposal.committees.extra == page.proposal.committees.given == ()
    assert page.proposal.committees.levelled
    page.press("levelling.undo")
    assert not page.sees("levelling.add", **extra)


def test_a_lot_over_all_seats_is_shown_as_one() -> None:
    page = ToolPage({"A": 8, "B": 5})
    rows = lines(page)
    for _ in range(5):
        rows.remove(0)
    for place, size in enumerate((1, 5, 3, 5, 1, 5, 5)):
        rows.add(f"u{place}", "standing", str(size))
    totals = {row[0]: row[1:] for row in tables(page)["Pladser i alle stående udvalg"]}
    assert totals == {"A": ["8", "16", "15–16", "0"], "B": ["5", "9", "9–10", "0"]}
    assert "ville et lod mellem A og B afgøre den sidste plads" in page.text


def test_a_committee_has_a_name(textbook: ToolPage) -> None:
    rows = lines(textbook)
    rows.add("", "standing", "5")
    assert "Linjen med »5« mangler det, der skal stå under »Udvalg«" in textbook.alert
    assert rows.typed[2] == "5"
    rows.edit(0, 0, "")
    assert textbook.alert
    assert [row[0] for row in rows.shown] == FIVE


def test_a_seat_is_given_up_only_to_a_willing_group(textbook: ToolPage) -> None:
    textbook.press("giving.give")
    assert "kun afgive en plads i Børneudvalget, hvis en anden gruppe" in textbook.alert
    textbook.choose("giving.taker", "C")
    textbook.press("giving.give")
    assert "A har afgivet en plads i Børneudvalget til C" in textbook.text
    assert seats(textbook)["Børneudvalget"] == ["3 −1", "2 +1"]
    textbook.choose("giving.giver", "C")
    textbook.press("giving.give")
    assert textbook.alert


def test_regrouping_is_seen_at_once_and_every_division_is_tried() -> None:
    page = ToolPage({"A": 9, "C": 5, "F": 3, "V": 2})
    rows = lines(page)
    for place in (4, 3, 2, 0):
        rows.remove(place)
    now = {row[0]: row[-3:] for row in tables(page)["Med grupperne som nu"]}
    assert now["V"] == ["0", "0", "0"]
    page.group("V", page.words("council.new_with", letter="F"))
    now = {row[0]: row[-3:] for row in tables(page)["Med grupperne som nu"]}
    assert {letter: row[-1] for letter, row in now.items()} == {
        "A": "−1", "C": "0", "F": "0", "V": "+1",
    }  # fmt: skip
    page.type("regrouping.ours", "V")
    best = tables(page)["De inddelinger, der giver V mest"]
    assert "A C F-V" in {row[0] for row in best}
    assert "(15 mulige inddelinger)" in page.text
    page.type("regrouping.ours", "f, v")
    best = tables(page)["De inddelinger, der giver F-V mest"]
    assert {row[1] for row in best if row[0] == "A C F-V"} == {"2"}
    assert all(int(row[1]) == int(row[-2]) + int(row[-1]) for row in best)
    page.type("regrouping.ours", "F X")
    assert "X" in page.alert
    assert page.find("regrouping.ours").value == "F-V"


def test_another_list_to_be_best_for_is_not_another_count(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []

    def counted(*given: Any) -> Any:
        counts.append(given)
        return regroupings(*given)

    monkeypatch.setattr(regrouping, "regroupings", counted)
    page = ToolPage({"A": 9, "C": 5, "F": 3, "V": 2})
    page.open(CommitteesPanel)
    for letter in ("V", "F", "F-V", "A"):
        page.type("regrouping.ours", letter)
        assert f"De inddelinger, der giver {letter} mest" in tables(page)
    assert len(counts) == 1
    page.group("V", page.words("council.new_with", letter="F"))
    assert len(counts) == 2


def test_without_committees_it_says_what_to_do() -> None:
    page = ToolPage({"A": 1})
    page.open(CommitteesPanel)
    assert "Ingen udvalg endnu" in page.text
