"""The councils of a review: their order, what is shown and what is written to the spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest

from valgforbund import Scenario, party_review
from valgforbund.explorer.review.listing import (
    COLUMNS,
    SHOWN,
    listing,
    rows,
    sheet,
)
from valgforbund.reports.separated import separated
from valgforbund.review import Review
from valgforbund.wording import words

DA, EN = words("da"), words("en")


@pytest.fixture(scope="module")
def review() -> Review:
    return party_review("Alternativet", remarks={"Næstved": 'Ring; "nu"\n<b>A</b>'})


def test_all_rows_are_there_the_most_seats_owed_to_alliances_first(review: Review) -> None:
    found = rows(DA, review)
    assert sorted(row.scenario.place for row in found) == sorted(review.lists["place"])
    owed = review.lists.set_index("place")["owed_dissolved_low"]
    assert owed[found[0].scenario.place] == owed.max()


def test_what_does_not_apply_stands_last(review: Review) -> None:
    alone = [row.standing.alliance == "" for row in rows(DA, review)]
    assert any(alone)
    assert alone == sorted(alone)


def test_the_share_of_the_year_before_is_the_one_of_that_place(review: Review) -> None:
    history = review.history.query("election == 'KV2021'").set_index("place")["share"]
    for row in rows(DA, review):
        assert row.earlier == history.get(row.scenario.place)
    assert any(row.earlier is None for row in rows(DA, review))


def test_the_table_escapes_what_a_person_wrote(review: Review) -> None:
    shown = listing(DA, review)
    assert "&lt;b&gt;A&lt;/b&gt;" in shown
    assert "<b>" not in shown
    assert shown.count("<tr") == 1 + len(review.lists)
    assert shown.count('scope="col"') == 1 + len(SHOWN)
    assert "Andel 2021" in shown


def test_the_spreadsheet_has_every_column_and_reads_back(review: Review) -> None:
    for texts, mark, decimal in ((DA, ";", ","), (EN, ",", "."), (DA, ",", ".")):
        text = separated(sheet(texts, review), danish=mark == ";").decode("utf-8-sig")
        head, *body = csv.reader(io.StringIO(text), delimiter=mark)
        assert len(head) == len(set(head)) == len(COLUMNS)
        assert len(body) == len(review.lists)
        found = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in body}
        for row in review.lists.itertuples():
            assert found[row.place]["votes"] == str(row.votes)
            assert float(found[row.place]["share"].replace(decimal, ".")) == pytest.approx(
                100 * row.share, abs=0.005
            )
        assert found["Næstved"]["remark"] == 'Ring; "nu"\n<b>A</b>'
        assert found["Næstved"]["best"] == ""


def test_lots_are_ranges_in_table_and_spreadsheet() -> None:
    tied = Scenario({"A": 10, "V": 5}, 2, names={"V": "Venstre"}, place="Ry", election="KV2025")
    review = party_review("Venstre", tied)
    assert "0–1" in listing(DA, review)
    assert ";0–1;" in separated(sheet(DA, review), danish=True).decode()


def test_a_remark_is_no_formula_for_a_spreadsheet(review: Review) -> None:
    place = review.lists["place"].iloc[0]
    found = sheet(DA, replace(review, remarks={place: "=1+1"}))
    written = separated(found, danish=True).decode()
    assert "'=1+1" in written
    assert ";=1+1" not in written
