"""Committees in sentences: lots, the levelling of § 27, seats given up."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.council import Committees, Levelling, levelling
from valgforbund.council.committees import AT_ONCE
from valgforbund.wording.catalogue import Words


def lots(words: Words, committees: Committees) -> list[Markup]:
    """The lots that are due, and those that were drawn."""
    found = []
    for lot in committees.lots:
        place = words("committees.at_once") if lot.alliance == AT_ONCE else lot.alliance
        tied = words.join(lot.tied)
        found.append(words.html("committees.lot", n=lot.seats, place=place, tied=tied))
    for lot, winners in committees.drawn:
        place = words("committees.at_once") if lot.alliance == AT_ONCE else lot.alliance
        found.append(words.html("committees.drawn", place=place, winners=words.join(winners)))
    return found


def levelled(words: Words, found: Levelling) -> list[Markup]:
    """Who gets how many seats from the levelling, and who may add members."""
    due = found.due
    if not any(due.values()):
        level = found.committees.at_once
        tied = words.join(found.committees.names[i] for i in level.tied)
        if tied:
            return [words.html("levelling.lot", n=level.stake, tied=tied)]
        return [words.html("levelling.nothing")]
    lines = [
        words.html(f"levelling.{'gets' if seats > 0 else 'gives'}", n=abs(seats), group=name)
        for name, seats in due.items()
        if seats
    ]
    for committee in found.committees.standing:
        for name, more in found.may_add(committee).items():
            lines.append(
                words.html("levelling.extra", n=more, group=name, committee=committee.name)
            )
    key = "levelling.doubled" if levelling(found.committees).doubled else "levelling.doubled_chosen"
    for (place, group), seats in found.doubled.items():
        lines.append(words.html(key, n=seats, group=group, committee=place))
    return [*lines, words.html("levelling.proposed")]


def side(words: Words, group: str, here: int, total: int) -> str:
    """The giver or the taker of a step, with its seats in the committee and in all after it."""
    return words("levelling.after", group=group, here=here, total=total)


def given(words: Words, committees: Committees) -> list[Markup]:
    """Seats that were given up."""
    return [
        words.html("giving.done", giver=giver, taker=taker, committee=place)
        for place, giver, taker in committees.given
    ]
