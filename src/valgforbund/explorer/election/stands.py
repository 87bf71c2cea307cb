"""Where a list could stand: alone, in every other alliance, with every list that is alone."""

from __future__ import annotations

from collections.abc import Iterator

from valgforbund.explorer.workbench.markup import cut
from valgforbund.scenario import Scenario
from valgforbund.wording import Words

MANY = 40  # lists; among more it takes longer than a keystroke to try them all
SHORT = 24  # characters of an alliance's name


def stands(words: Words, scenario: Scenario, ours: str) -> Iterator[tuple[str, Scenario]]:
    """Each place in words, and the scenario with the list there; all others stay where they are.

    Parameters
    ----------
    words : Words
    scenario : Scenario
    ours : str
        One of its lists.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 4, "B": 3, "C": 2, "D": 1}, 5, [["A", "B"], ["C", "D"]])
    >>> [(where, moved.alliances) for where, moved in stands(words("da"), s, "D")][0][0]
    'alene'
    """
    home = scenario.alliance_of(ours)
    if home is not None:
        yield words("us.alone"), scenario.leave(ours)
    others = {each.name: each.structure for each in scenario.alliances if each != home}
    for name, shown in others.items():
        yield words("us.in", alliance=cut(shown, SHORT)), scenario.join(ours, name)
    free = [each for each in scenario.letters if scenario.alliance_of(each) is None]
    for other in free if len(scenario.letters) <= MANY else []:
        if other != ours:
            yield words("us.in", alliance=cut(other)), scenario.unite([ours, other])
