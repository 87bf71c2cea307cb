"""The tab of one bundle: which seats hang on a few ballots, or on one area."""

import re
from itertools import product

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from valgforbund import Scenario, bundle
from valgforbund.explorer.election.panels.one_bundle import OneBundle
from valgforbund.sources.bundled import load

HELSINGØR, NÆSTVED = load("KV2025", "Helsingør"), load("KV2025", "Næstved")


def said(page: Page) -> str:
    page.open(OneBundle)
    return page.open(OneBundle).text


def listed(page: Page) -> dict[tuple[str, str], str]:
    """Votes by giver and taker, as the table has them in few rows."""
    (rows,) = (body for caption, body in tables(page).items() if caption.startswith("Hvis op til"))
    either = re.compile(r", | eller ")
    found = {}
    for between, votes, _ in rows:
        givers, takers = between.removeprefix("fra ").split(" til ")
        for pair in product(either.split(givers), either.split(takers)):
            assert pair not in found
            found[pair] = votes
    return found


def test_the_table_has_every_pair_of_the_engine() -> None:
    for place in ("Helsingør", "Stevns", "Læsø"):
        s = load("KV2025", place)
        page = Page(s)
        page.open(OneBundle)
        rows = bundle(s, 100)
        pairs = zip(rows["from_list"], rows["to_list"], strict=True)
        assert listed(page) == dict(zip(pairs, map(str, rows["votes"]), strict=True))


def test_the_sentence_says_how_large_a_bundle_it_takes() -> None:
    # 88 is the engine's exact figure, held against votes moved one by one in its own test
    assert said(Page(NÆSTVED)).startswith(
        "En bunke på 50 stemmesedler på en forkert liste kan ikke flytte et mandat, men det kan en "
        "på 100. Tættest er 88 stemmer fra B til A: A får ét mere, B ét færre."
    )
    stevns = Page(load("KV2025", "Stevns"))
    fewest = bundle(stevns.scenario, 50).query("votes == 1")
    assert f"Tættest er 1 stemme, og det gælder {len(fewest)} par lister." in said(stevns)
    assert bundle(load("KV2025", "København"), 100).empty
    assert said(Page(load("KV2025", "København"))).startswith(
        "En bunke på 100 stemmesedler på en forkert liste kan ikke flytte et mandat."
    )


def test_the_sentence_follows_votes_and_language() -> None:
    page = Page(Scenario({"A": 600, "B": 300, "C": 100}, 9))
    page.choose("app.language", "English")
    found = bundle(page.scenario, 50).iloc[0]
    assert f"{found['votes']} vote" in said(page)
    assert "A bundle of 50 ballots on the wrong list can move a seat." in said(page)
    page.votes("A", "9000")
    assert "ballots on the wrong list cannot move a seat" in said(page)


def test_the_area_that_moved_a_seat_is_told_with_what_differed() -> None:
    page = Page(HELSINGØR)
    assert (
        "Fintællingen flyttede mandater: A −1, C +1. Uden fintællingen af Hornbæk Skole var det "
        "ikke sket." in said(page)
    )
    (row,) = tables(page)["Områder, hvis fintælling flytter et mandat"]
    assert row[0] == "Hornbæk Skole"
    assert row[3].startswith("C +109, A −98")
    assert row[4] == "A −1, C +1"


def test_where_no_area_did_it_says_so_and_of_other_votes_it_says_nothing() -> None:
    page = Page(NÆSTVED)
    nothing = "Fintællingen flyttede ikke et mandat, og intet mandat hænger på fintællingen"
    assert nothing in said(page)
    page.votes("A", "12000")
    assert "Fintællingen" not in said(page)
    assert "Fintællingen" not in said(Page(load("KV2021", "Lejre")))


def test_a_seat_that_hangs_on_one_area_is_told() -> None:
    assert "hænger på fintællingen af ét område: Hårlevhallen" in said(
        Page(load("KV2025", "Stevns"))
    )


def test_alliances_of_ones_own_are_counted_with_the_same_areas() -> None:
    page = Page(HELSINGØR.without_alliances())
    before = said(page)
    assert "Fintællingen" in before
    assert page.alert == ""


def test_it_says_that_nothing_is_wrong() -> None:
    assert "Det siger ikke, at noget er talt forkert." in said(Page(NÆSTVED))


def test_nothing_hangs_on_votes_that_nobody_has() -> None:
    assert "kan ikke flytte et mandat" in said(Page(Scenario({"A": 0, "B": 0}, 3)))
