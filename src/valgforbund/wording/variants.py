"""What makes a variant another one: who is in which alliance, votes, seats."""

from __future__ import annotations

from valgforbund.scenario import Scenario
from valgforbund.wording.catalogue import Words
from valgforbund.wording.markup import cut

SHORT = 24  # characters of an alliance's name
FEW = 3  # letters that are named


def changes(words: Words, before: Scenario, after: Scenario) -> list[str]:
    """What is another, in a few words each: alliances first, then votes, then seats.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 40, "B": 30, "C": 20, "D": 10}, 5, [["A", "B", "C"]])
    >>> changes(words("da"), s, s.leave("C"))
    ['C ude']
    >>> changes(words("da"), s, s.join("D", "A-B-C").with_votes({"A": 45}).with_seats(7))
    ['D i A-B-C-D', 'A +5 stemmer', '7 mandater']
    >>> changes(words("da"), s, s.without_alliances())
    ['A-B-C opløst']
    """
    said = _alliances(words, before, after)
    both = [each for each in after.letters if each in before.letters]
    held, holds = before.votes, after.votes
    moved = [each for each in both if holds[each] != held[each]]
    if len(moved) == 1:
        (letter,) = moved
        change = holds[letter] - held[letter]
        number = words.signed(change)
        said.append(words("variants.votes", n=abs(change), letter=cut(letter), votes=number))
    elif moved or len(both) != len(before.letters) or len(both) != len(after.letters):
        said.append(words("variants.other_votes"))
    if after.seats != before.seats:
        said.append(words.seats(after.seats))
    return said


def _alliances(words: Words, before: Scenario, after: Scenario) -> list[str]:
    """Who left, who joined whom, which alliance is gone, and which is new."""
    said, told = [], set()
    homes = {each: after.alliance_of(each) for each in after.letters}
    for old in before.alliances:
        left = [each for each in old.letters if each in homes]
        if left and not any(homes[each] for each in left):
            said.append(words("variants.dissolved", alliance=cut(old.name, SHORT)))
            told |= {*left}
    for new in after.alliances:
        if new in before.alliances:
            continue
        old_ones = [each for each in before.alliances if {*each.letters} & {*new.letters}]
        core = max(old_ones, key=lambda each: len({*each.letters} & {*new.letters}), default=None)
        came = [each for each in new.letters if core is None or each not in core.letters]
        told |= {*came}
        if core is None or len(came) > FEW or len(came) >= len(new.letters) - len(came):
            told |= {*new.letters}
            said.append(cut(new.structure, SHORT))
        elif came:
            known = {"letter": words.join(came), "alliance": cut(new.structure, SHORT)}
            said.append(words("variants.join", **known))
        elif {*core.letters} == {*new.letters}:
            said.append(cut(new.structure, SHORT))
    out = [
        each
        for each in after.letters
        if homes[each] is None
        and each not in told
        and each in before.letters
        and before.alliance_of(each)
    ]
    if out:
        said.append(words("variants.out", letters=words.join(map(cut, out))))
    return said
