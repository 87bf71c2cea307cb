"""What hangs on one bundle of ballots, or on one area's recount, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from valgforbund.margins.bundle import Bundle, alike
from valgforbund.night.recount import Recounted
from valgforbund.wording.catalogue import Words
from valgforbund.wording.margins import seats_moved
from valgforbund.wording.markup import cut
from valgforbund.wording.moves import sentence_part

SIZES = (50, 100)  # what most corrections between two counts look like


def bundle_line(words: Words, found: Sequence[Bundle]) -> Markup:
    """Whether a bundle can move a seat, and between which lists fewest ballots do.

    Parameters
    ----------
    words : Words
    found : sequence of Bundle
        Up to the larger of `SIZES`, fewest ballots first.
    """
    small, large = map(words.number, SIZES)
    if not found:
        return words.html("bundle.none", large=large)
    fewest = found[0].votes
    near = [each for each in found if each.votes == fewest]
    can = words("bundle.small" if fewest <= SIZES[0] else "bundle.large", small=small, large=large)
    known = {"can": can, "votes": words.votes(fewest)}
    one, *others = alike(near)
    if others:
        return words.html("bundle.several", number=words.number(len(near)), **known)
    known |= {"giver": words.either(one.givers), "taker": words.either(one.takers)}
    return words.html("bundle.closest", moves=sentence_part(words, one.changes), **known)


def recount_line(words: Words, found: Recounted) -> Markup:
    """What the final count moved, and which areas did it or hold a seat alone."""
    together = found.together
    areas = words.join(cut(each.area or "", 40) for each in found.areas)
    n = len(found.areas)
    if not together.changes:
        key = "recount.hangs" if n else "recount.nothing"
        return words.html(key, n=n, areas=areas)
    moves = seats_moved(words, together.changes, lot=together.lot)
    key = "recount.moved" if n else "recount.together"
    return words.html(key, n=n, areas=areas, moves=moves)
