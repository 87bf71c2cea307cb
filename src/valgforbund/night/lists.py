"""Which list of now is which list of last time."""

from __future__ import annotations

import difflib

from valgforbund import glyphs
from valgforbund.scenario import Scenario

ALIKE = 0.85  # names of local lists that are one, as difflib measures them
SHORT = 22  # characters of a name that are always looked at


def same_lists(then: Scenario, now: Scenario) -> dict[str, str]:
    """Letters of then and of now, of the lists that stood in both.

    Nationwide parties are known by their names, whatever their letters; local lists by names
    that are nearly the same. A list of now is the same as one list of then at most.

    Examples
    --------
    >>> then = Scenario({"A": 3, "H": 2}, 3, names={"A": "Socialdemokratiet", "H": "Byens liste"})
    >>> now = Scenario({"A": 3, "L": 2}, 3, names={"A": "Socialdemokratiet", "L": "Byens Liste"})
    >>> same_lists(then, now)
    {'A': 'A', 'H': 'L'}
    """
    keys = {now.parties[letter].key: letter for letter in now.letters}
    found = {
        letter: keys[then.parties[letter].key]
        for letter in then.letters
        if then.parties[letter].key in keys
    }
    local = [x for x in now.letters if now.parties[x].is_local and x not in found.values()]
    for letter in then.letters:
        if letter in found or not then.parties[letter].is_local or not local:
            continue
        alike = {other: _alike(then, letter, now, other) for other in local}
        best = max(alike, key=lambda other: (alike[other], other == letter, other))
        if alike[best] > ALIKE:
            found[letter] = best
            local.remove(best)
    return found


def _alike(then: Scenario, letter: str, now: Scenario, other: str) -> float:
    """How alike two names are; long ones were cut, so only as much of them as both have."""
    old = glyphs.spelled(then.parties[letter].name)
    new = glyphs.spelled(now.parties[other].name)
    least = max(min(len(old), len(new)), SHORT)
    return difflib.SequenceMatcher(None, old[:least], new[:least]).ratio()
