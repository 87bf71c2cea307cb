"""With many lists no tab counts for long while the page waits: a bar shows, then the answer."""

import asyncio
from typing import Any

import pytest

from explorer.page import Page
from valgforbund import Scenario
from valgforbund.explorer.election.panels.admissions import Admissions
from valgforbund.explorer.election.panels.majorities import Majorities
from valgforbund.explorer.election.panels.uncertainty import Uncertainty
from valgforbund.explorer.workbench import job

LETTERS = [f"L{k:02}" for k in range(40)]
MOST = Scenario({each: 1000 + 137 * (k * 7 % 31) * (k + 1) for k, each in enumerate(LETTERS)}, 199)


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
        for _ in range(3000):
            if all(bar.root.layout.display == "none" for bar in bars):
                break
            await asyncio.sleep(0.02)
        assert says in part.html
        assert not part.parts("vf-stale")

    asyncio.run(opened())
    assert page.alert == ""


def test_an_alliance_of_many_lists_can_be_simulated() -> None:
    """Its name is longer than a letter may be."""
    page = Page(MOST.with_alliances([LETTERS[:36]]))
    page.open(Uncertainty)
    assert page.alert == ""
