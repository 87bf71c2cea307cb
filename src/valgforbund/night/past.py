"""The votes of last time under the letters of now."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from valgforbund.night.lists import same_lists
from valgforbund.scenario import Scenario
from valgforbund.sources import areas


def last_time(election: str, now: Mapping[str, Scenario]) -> pd.DataFrame | None:
    """The votes by area of the last election that is bundled; None where there is none.

    Parameters
    ----------
    election : str
        That of now, such as ``"KV2029"``.
    now : mapping of code to Scenario

    Returns
    -------
    DataFrame or None
        As `valgforbund.night` takes it: code, area, letter, votes.

    Examples
    --------
    >>> from valgforbund.sources.source import load
    >>> last_time("KV2029", {"825": load("KV2025", "Læsø")})["votes"].sum()
    np.int64(1257)
    """
    before = areas.newest_before(election)
    if before is None:
        return None
    return relabelled(areas.votes_in(before), areas.councils(before), now)


def relabelled(
    votes: pd.DataFrame, then: Mapping[str, Scenario], now: Mapping[str, Scenario]
) -> pd.DataFrame:
    """The rows of the councils of now; a list that no longer stands has its election beside it."""
    same = {code: same_lists(then[code], now[code]) for code in now if code in then}
    kept = votes[votes["code"].isin([*same])].reset_index(drop=True)
    kept["letter"] = [
        same[code].get(letter, f"{letter} {then[code].election}")
        for code, letter in zip(kept["code"], kept["letter"], strict=True)
    ]
    return kept
