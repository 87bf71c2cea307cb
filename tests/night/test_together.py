"""How much of what parties stray is the same in all councils."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from nights import of_2025

from valgforbund.night import facts
from valgforbund.night.ground import grounds
from valgforbund.night.together import Strayed, moment, together


@pytest.mark.exhaustive
@pytest.mark.parametrize("located", [True, False])
def test_what_is_written_down_is_what_is_learnt(located: bool) -> None:
    councils = of_2025().councils
    if not located:
        councils = tuple(replace(c, spots=None) for c in councils)
    known = facts.taught("KV2025")[located]
    assert together(grounds(councils), known) == pytest.approx(known.together, abs=5e-5)


def test_a_party_s_own_is_learnt_from_the_others() -> None:
    known = facts.taught("KV2025")[True]
    assert known.alike("venstre") == known.together["venstre"] != known.together[""]
    # Danmarksdemokraterne stood for the first time, and were expected too high everywhere
    assert known.alike("danmarksdemokraterne") == min(known.together.values())
    assert known.of_others().alike("venstre") == known.together[""]


def test_the_moment_lies_between_each_on_its_own_and_all_alike() -> None:
    assert moment([Strayed(3.0, 9.0, 90.0)]) == 0
    assert moment([Strayed(-9.0, 9.0, 81.0)]) == 1
    assert moment([]) == 0


@pytest.mark.parametrize("alike", [0.0, 0.1, 0.5])
def test_what_was_drawn_alike_is_found(alike: float) -> None:
    luck = np.random.default_rng(5)
    spreads = luck.uniform(0.2, 1.5, (4000, 98))
    own = (spreads * luck.standard_normal(spreads.shape)).sum(axis=1)
    common = spreads.sum(axis=1) * luck.standard_normal(len(spreads))
    off = np.sqrt(1 - alike) * own + np.sqrt(alike) * common
    apart, all_alike = (spreads**2).sum(axis=1), spreads.sum(axis=1) ** 2
    found = moment([Strayed(*row) for row in np.array([off, apart, all_alike]).T.tolist()])
    assert found == pytest.approx(alike, abs=0.03)
