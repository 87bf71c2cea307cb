"""What a notebook shows: the numbers of the frames, lots as lots, escaped, bounded."""

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest

import valgforbund as vf

NÆSTVED = vf.load("KV2025", "Næstved")
CLASS = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]])
TIE = vf.Scenario({"A": 10, "B": 10}, 3)
HOSTILE = "<img onerror=x>"
NAMED = vf.Scenario(
    {"A": 5, "B": 4, "C": 3}, 5, [["A", "B"]], names={"A": HOSTILE, "B": "$\\frac$", "C": '"&'}
)
MANY = vf.Scenario({f"{k:02}": 1000 + k for k in range(99)}, 200, [["00", "01"]])


def rows(html: str) -> list[list[str]]:
    """The cells of the body, row by row; the markup must be well formed."""
    tree = ET.fromstring(html)
    return [
        [" ".join("".join(cell.itertext()).split()) for cell in row]
        for row in tree.iter("tr")
        if row.find("td") is not None
    ]


def everything(html: str) -> str:
    return " ".join("".join(ET.fromstring(html).itertext()).split())


def test_a_scenario_shows_its_lists():
    shown = rows(NÆSTVED._repr_html_())
    assert len(shown) == len(NÆSTVED.letters)
    for row, (letter, values) in zip(shown, NÆSTVED.lists.iterrows(), strict=True):
        assert row[0].startswith(str(letter))
        assert values["name"].replace(" - ", " – ")[:20] in row[0]
        assert row[1] == values["alliance"]
        assert row[2] == f"{values['votes']:,}".replace(",", ".")
        assert row[4] == str(values["candidates"])
    assert "Næstved, Kommunalvalg 2025: 31 mandater" in everything(NÆSTVED._repr_html_())
    assert len(rows(CLASS._repr_html_())[0]) == 4  # no candidates known, no column of them


def test_a_count_shows_seats_and_lots_as_lots():
    counted = vf.count(NÆSTVED)
    shown = {row[0].split()[0][:1]: row[2] for row in rows(counted._repr_html_())}
    assert sum(map(int, shown.values())) == 31
    tie = vf.count(TIE)
    assert [row[2] for row in rows(tie._repr_html_())] == ["1–2 (lod)", "1–2 (lod)"]
    assert "Lodtrækning mellem A og B" in everything(tie._repr_html_())
    drawn = tie.settle({tie.lots[0]: "A"})
    assert [row[2] for row in rows(drawn._repr_html_())] == ["2", "1"]
    assert "Loddet er trukket: A vandt over B" in everything(drawn._repr_html_())


def test_a_comparison_shows_the_ledger_and_what_is_saved():
    k = vf.compare(NÆSTVED, "C-I-M-O-V-Æ")
    *lists, total = rows(k._repr_html_())
    for row, (letter, values) in zip(lists, k.ledger.iterrows(), strict=True):
        assert row[0].startswith(str(letter))
        assert row[1:3] == [str(values["seats_with"]), str(values["seats_without"])]
        assert row[3] in {f"{values['change']:+d}".replace("-", "−"), "0"}
    assert total[0] == "C-I-M-O-V-Æ i alt"
    assert total[3] == f"+{int(k.saved)}"
    assert "redder to mandater" in everything(k._repr_html_())  # the headline's


@pytest.mark.parametrize(
    ("baseline", "worlds"),
    [
        ("dissolved", ("med valgforbundet", "uden")),
        ("none", ("med valgforbundet", "helt uden valgforbund")),
        (CLASS.leave("D"), ("med C", "uden C")),
        (CLASS.with_seats(9), ("med valgforbundet", "i sammenligningen")),
    ],
)
def test_the_worlds_of_a_comparison_have_names(baseline, worlds):
    html = vf.compare(CLASS, "C-D", baseline)._repr_html_()
    head = [cell.text for cell in ET.fromstring(html).iter("th") if cell.get("scope") == "col"]
    assert tuple(head[1:3]) == worlds


def test_a_lot_in_a_comparison_is_a_range():
    k = vf.compare(vf.Scenario({"A": 10, "B": 10, "C": 10}, 4, [["A", "B"]]), "A-B")
    assert k.saved.is_open
    *_, total = rows(k._repr_html_())
    assert total[3] == f"{k.saved.low}…+{k.saved.high}"
    assert "lod" in everything(k._repr_html_())


def test_a_study_shows_the_alliances_that_saved_most():
    study = vf.study(["EP2019", "EP2024"])
    shown = rows(study._repr_html_())
    frame = study.alliances
    assert len(shown) == len(frame)
    assert sorted(row[1] for row in shown) == sorted(frame["alliance"])
    saved = [int(row[3].replace("−", "-")) for row in shown]
    assert saved == sorted(saved, reverse=True)
    assert sum(saved) == frame["saved_dissolved"].sum()
    assert f"2 råd, {len(frame)} valgforbund" in everything(study._repr_html_())


def test_many_lists_are_bounded_and_the_rest_is_told():
    for shown in (MANY, vf.count(MANY), vf.compare(MANY, "00-01")):
        html = shown._repr_html_()
        assert len(rows(html)) <= 31
        assert "og 69 lister til" in everything(html)
        assert len(html) < 40_000


def test_a_list_that_changes_is_never_left_out():
    k = vf.compare(MANY, MANY.alliances[0], MANY.with_votes({"97": 90_000}))
    assert "97" in k.changes
    assert any(row[0].startswith("97") for row in rows(k._repr_html_()))


@pytest.mark.parametrize("shown", [NAMED, vf.count(NAMED), vf.compare(NAMED, "A-B")])
def test_names_are_escaped_and_no_mathematics(shown):
    html = shown._repr_html_()
    assert "<img" not in html
    assert HOSTILE in unescape(html)
    assert ET.fromstring(html).get("class") == "mathjax_ignore tex2jax_ignore"


@pytest.mark.parametrize("shown", [NÆSTVED, vf.count(TIE), vf.compare(CLASS, "C-D")])
def test_no_colours_but_the_parties_so_that_it_is_legible_in_light_and_dark(shown):
    html = shown._repr_html_()
    scenario = getattr(shown, "with_", shown)
    parties = getattr(scenario, "scenario", scenario).parties.values()
    own = {colour for party in parties for colour in (party.colour, party.ink)}
    assert set(re.findall(r"#[0-9a-f]{6}", html)) <= own
    assert not re.search(r"(?<![-\w])color:(?!#|inherit)", html)


def test_showing_changes_nothing():
    before = repr(NÆSTVED), hash(NÆSTVED)
    assert NÆSTVED._repr_html_() == NÆSTVED._repr_html_()
    assert (repr(NÆSTVED), hash(NÆSTVED)) == before
