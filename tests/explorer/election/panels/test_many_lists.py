"""With many lists no tab counts for long while the page waits: a bar shows, then the answer."""

import asyncio
from typing import Any

import pytest

from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario
from valgforbund.explorer.election.panels import admissions
from valgforbund.explorer.election.panels.admissions import Admissions
from valgforbund.explorer.election.panels.majorities import Majorities
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.explorer.workbench import job

LETTERS = [f"L{k:02}" for k in range(40)]
MOST = Scenario({each: 1000 + 137 * (k * 7 % 31) * (k + 1) for k, each in enumerate(LETTERS)}, 199)


async def done(bars: list[Part]) -> None:
    for _ in range(3000):
        if all(bar.root.layout.display == "none" for bar in bars):
            return
        await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    ("panel", "says"),
    [(Admissions, "L30"), (Majorities, "Shapley")],
)
def test_long_counts_have_a_bar(panel: Any, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "PAUSE", 0.01)
    page = Page(MOST.with_alliances([LETTERS[:5], LETTERS[5:9]]))

    async def opened() -> None:
        part = page.open(panel)
        bars = part.parts("vf-job")
        assert any(bar.root.layout.display != "none" for bar in bars)
        assert says not in part.html
        await done(bars)
        assert says in part.html
        assert not part.parts("vf-stale")

    asyncio.run(opened())
    assert page.alert == ""


def test_a_row_does_nothing_while_newer_votes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "PAUSE", 0.01)
    monkeypatch.setattr(admissions, "AT_ONCE", 3)  # as if these were many
    page = Page(Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, 25, [["A", "C"]]))

    async def pressed() -> None:
        part = page.open(Admissions)
        await done(part.parts("vf-job"))
        place, key = part.pressable()["D"]
        page.votes("A", "5")
        newer = page.scenario
        place.press(key)
        assert "rækken er der ikke mere" in page.alert
        assert page.scenario == newer
        await done(part.parts("vf-job"))

    asyncio.run(pressed())


def test_an_alliance_of_many_lists_can_be_simulated() -> None:
    """Its name is longer than a letter may be."""
    page = Page(MOST.with_alliances([LETTERS[:36]]))
    page.open(Uncertainty)
    assert page.alert == ""
