"""Should we let them in? The answer in sentences: who would win, who has reason to object."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from valgforbund.strategy.admissions import JOINS, LEAVES, Move
from valgforbund.wording.catalogue import Words
from valgforbund.wording.moves import told

EACH = 2  # lists that get a sentence of their own


def lines(words: Words, alliance: str, every: Sequence[Move]) -> list[Markup]:
    """What it would mean to let lists in, and to leave; of lists those with most votes first."""
    joins = [move for move in every if move.kind == JOINS]
    if not joins:
        return [words.html("admissions.all_inside", alliance=alliance)]
    ranked = joins[0].before.scenario.by_votes
    joins.sort(key=lambda move: ranked.index(move.who))
    agreed = [move for move in joins if not move.objectors and not move.doubters]
    welcome = [move for move in agreed if _gains(move, move.stayers)]
    guests = [move for move in agreed if move not in welcome and _gains(move, move.movers)]
    idle = [move for move in agreed if not _touched(move)]
    found = [
        words.html(
            "admissions.welcome", who=move.who, alliance=alliance, moves=moves_text(words, move)
        )
        for move in welcome[:EACH]
    ]
    if not welcome and len(idle) < len(joins):
        found.append(words.html("admissions.no_gain", alliance=alliance))
    if guests:
        found.append(words.html("admissions.guests", letters=_who(words, guests)))
    refused = [move for move in joins if move.objectors]
    for move in refused[:EACH]:
        inside = [each for each in move.objectors if each != move.who]
        known = {"who": move.who, "moves": moves_text(words, move)}
        if inside:
            found.append(words.html("admissions.refused", objectors=words.join(inside), **known))
        else:  # nobody objects to the own application
            found.append(words.html("admissions.own_loss", **known))
    for move in [move for move in joins if move.doubters and not move.objectors][:EACH]:
        doubters = words.join(move.doubters)
        found.append(words.html("admissions.unsure", who=move.who, doubters=doubters))
    if idle:
        found.append(words.html("admissions.idle", n=len(idle), letters=_who(words, idle)))
    tied = [move for move in every if move.kind == LEAVES and move.changes[move.who].high < 0]
    if tied:
        found.append(words.html("admissions.leaving", n=len(tied), letters=_who(words, tied)))
    return found


def moves_text(words: Words, move: Move) -> str:
    """Who gains and who loses by a move."""
    return told(words, move.movements, move.changes)


def consent(words: Words, move: Move) -> str:
    """Whether all inside agree, and who does not."""
    if move.objectors:
        return words("admissions.no", letters=words.join(move.objectors))
    if move.doubters:
        return words("admissions.maybe", letters=words.join(move.doubters))
    return words("admissions.yes")


def _gains(move: Move, letters: tuple[str, ...]) -> bool:
    """Whether one of these certainly gains, or all together where a lot decides for whom."""
    return move.sum_of(letters).low > 0 or any(move.changes[each].low > 0 for each in letters)


def _touched(move: Move) -> bool:
    """Whether anything changes, or may change, for a list inside."""
    return any({*each.letters} & {*move.inside} for each in move.movements)


def _who(words: Words, some: Sequence[Move]) -> str:
    return words.join(move.who for move in some)
