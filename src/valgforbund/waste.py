"""Where the votes ended (stemmespild): seated, carried or wasted, and what was left over.

=============  =====================================================================
class          votes of
=============  =====================================================================
``seated``     lists with a seat of their own
``carried``    lists with no seat whose alliance has one
``wasted``     lists with no seat, outside any alliance that has one
=============  =====================================================================

``unrepresented`` is carried + wasted; ``remainder`` is what is left above the price of the
seats: all votes − all seats × q, where q is the last winning quotient.
"""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from valgforbund import outcomes
from valgforbund.counting import Count, count
from valgforbund.frames import LETTER, MEASURE, PARTY, flags, real, table, text, whole
from valgforbund.ranges import Span, Worth
from valgforbund.scenario import Scenario
from valgforbund.units import Unit

SEATED, CARRIED, WASTED = "seated", "carried", "wasted"
UNREPRESENTED, REMAINDER = "unrepresented", "remainder"
MEASURES = (SEATED, CARRIED, WASTED, UNREPRESENTED, REMAINDER)
MANY = 300  # possible results that two worlds are compared in
OPEN = "open"  # a lot decides in which class a list's votes end


def waste(counted: Count | Scenario) -> pd.DataFrame:
    """Votes by measure.

    Returns
    -------
    DataFrame
        Index ``measure``; ``votes`` and ``share`` of all votes, missing where a lot decides, and
        the same with ``_low`` and ``_high``. The remainder is rounded to whole votes.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> waste(count(Scenario({"A": 90, "B": 6, "C": 4}, 3, [["A", "B"]]))).votes.to_dict()
    {'seated': 90, 'carried': 6, 'wasted': 4, 'unrepresented': 10, 'remainder': 4}
    """
    counted = count(counted)
    spans = spans_by_measure(counted)
    total = sum(counted.scenario.ballots)
    low = [spans[measure].low for measure in MEASURES]
    high = [spans[measure].high for measure in MEASURES]
    known = [None if each.is_open else each.low for each in spans.values()]
    return table(
        MEASURES,
        MEASURE,
        {
            "votes": whole(known),
            "share": real([_share(votes, total) for votes in known]),
            "votes_low": whole(low),
            "votes_high": whole(high),
            "share_low": real([_share(votes, total) for votes in low]),
            "share_high": real([_share(votes, total) for votes in high]),
        },
    )


def waste_by_list(counted: Count | Scenario) -> pd.DataFrame:
    """In which class each list's votes ended, and whether carried votes moved a seat.

    Returns
    -------
    DataFrame
        Index ``letter``; ``party``; ``votes``; ``class`` (``"open"`` where a lot decides it);
        ``moved_a_seat``: for a carried list, whether any seat would be elsewhere if it stood
        alone (missing for other lists and where a lot decides that); ``gave_to``: the lists that
        owe it seats, and how many at least, as text such as ``"A+1"``.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> s = Scenario({"A": 90, "B": 6, "C": 4}, 3, [["A", "B"]])
    >>> frame = waste_by_list(count(s))
    >>> frame.loc["B", "class"], bool(frame.loc["B", "moved_a_seat"])
    ('carried', False)
    """
    counted = count(counted)
    scenario = counted.scenario
    classes = class_by_letter(counted)
    moved: list[bool | None] = []
    gave: list[str] = []
    for letter in scenario.letters:
        alone = count(scenario.leave(letter)) if classes[letter] == CARRIED else None
        moved.append(None if alone is None else _differ(counted, alone))
        gave.append("" if alone is None else _gave(counted, alone))
    return table(
        scenario.letters,
        LETTER,
        {
            PARTY: text([scenario.party(letter) for letter in scenario.letters]),
            "votes": whole(scenario.ballots),
            "class": text(list(classes.values())),
            "moved_a_seat": pd.array(moved, dtype="boolean"),
            "gave_to": text(gave),
        },
    )


def remainders(counted: Count | Scenario) -> pd.DataFrame:
    """Votes above the price of the seats, by alliance and free list, never by member.

    Returns
    -------
    DataFrame
        Index ``unit`` (name of an alliance or letter of a free list); ``votes``, certain
        ``seats``, ``open`` (whether a lot can give it one more) and ``remainder`` in votes as
        a float, with that one seat taken off where a lot has not decided.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> frame = remainders(count(Scenario({"A": 90, "B": 6, "C": 4}, 3, [["A", "B"]])))
    >>> frame.remainder.to_dict()
    {'A-B': 0.0, 'C': 4.0}
    """
    counted = count(counted)
    root, level = counted.root, counted.level(counted.root, counted.scenario.seats)
    price = last_quotient(counted)
    return table(
        [unit.name for unit in root.children],
        "unit",
        {
            "votes": whole([unit.votes for unit in root.children]),
            "seats": whole(level.seats),
            "open": flags([i in level.tied for i in range(len(root.children))]),
            "remainder": real(
                [
                    unit.votes - (got + (i in level.tied)) * price
                    for i, (unit, got) in enumerate(zip(root.children, level.seats, strict=True))
                ]
            ),
        },
    )


def last_quotient(counted: Count) -> Fraction:
    """The price of a seat: the smallest quotient that won one, or that a lot is drawn for."""
    level = counted.level(counted.root, counted.scenario.seats)
    paid = [
        Fraction(unit.votes, got + (i in level.tied))
        for i, (unit, got) in enumerate(zip(counted.root.children, level.seats, strict=True))
        if got + (i in level.tied)
    ]
    return min(paid, default=Fraction(0))


def spans_by_measure(counted: Count) -> dict[str, Span]:
    """Least and most votes of every measure over all lots."""
    total = sum(counted.scenario.ballots)
    outer = {id(unit) for unit in counted.root.children}

    def wasted(unit: Unit, seats: int) -> int:
        return unit.votes if id(unit) in outer and not seats else 0

    def unrepresented(unit: Unit, seats: int) -> int:
        return unit.votes if not unit.children and not seats else 0

    def carried(unit: Unit, seats: int) -> int:
        return unrepresented(unit, seats) - wasted(unit, seats)

    worths: dict[str, Worth] = {CARRIED: carried, WASTED: wasted, UNREPRESENTED: unrepresented}
    spans = {measure: counted.span(worth) for measure, worth in worths.items()}
    without = spans[UNREPRESENTED]
    won = counted.scenario.seats - counted.vacant
    left = round(total - won * last_quotient(counted))
    return {
        SEATED: Span(total - without.high, total - without.low),
        **spans,
        REMAINDER: Span(left, left),
    }


def class_by_letter(counted: Count) -> dict[str, str]:
    """``seated``, ``carried``, ``wasted`` or ``open`` by letter."""
    spans = counted.spans
    level = counted.level(counted.root, counted.scenario.seats)
    found = {}
    for i, (unit, got) in enumerate(zip(counted.root.children, level.seats, strict=True)):
        for leaf in unit.lists:
            if spans[leaf.name].low:
                found[leaf.name] = SEATED
            elif spans[leaf.name].high or (not got and i in level.tied):
                found[leaf.name] = OPEN
            else:
                found[leaf.name] = CARRIED if got else WASTED
    return {letter: found[letter] for letter in counted.scenario.letters}


def _differ(one: Count, other: Count) -> bool | None:
    """Whether the seats of two worlds differ; None where lots decide it.

    They do where no possible result is common to both, and they do not where all results and
    their chances are: then the lots are the same.
    """
    if not one.lots and not other.lots:
        return one.certain != other.certain
    if any(_gain(one, other, letter) or _gain(other, one, letter) for letter in one.spans):
        return True
    here, there = _results(one), _results(other)
    if here is None or there is None:
        return None
    return True if here.keys().isdisjoint(there) else False if here == there else None


def _results(counted: Count) -> dict[tuple[int, ...], Fraction] | None:
    """Every possible result and its chance; None where there are many."""
    tree = (counted.root, counted.scenario.seats, counted.level)
    if outcomes.number(*tree) > MANY:
        return None
    return {
        tuple(result[place] for place in sorted(result)): chance
        for result, chance in outcomes.every(*tree)
    }


def _gave(counted: Count, alone: Count) -> str:
    gains = {letter: _gain(counted, alone, letter) for letter in counted.spans}
    return " ".join(f"{letter}+{gain}" for letter, gain in gains.items() if gain)


def _gain(here: Count, there: Count, letter: str) -> int:
    """Seats that a list has more here than there, whatever lots decide."""
    return max(here.spans[letter].low - there.spans[letter].high, 0)


def _share(votes: int | None, total: int) -> float:
    if votes is None:
        return float("nan")
    return votes / total if total else 0.0
