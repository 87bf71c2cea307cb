"""Promises in sentences: how many can be kept, and the lots over turns."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from valgforbund.council import Promises
from valgforbund.council.promises import BROKEN, KEPT
from valgforbund.wording.catalogue import Words


def lines(words: Words, found: Promises, allied: Collection[str]) -> list[Markup]:
    """Which promises are kept, whether another order would keep more, wishes gone, and lots."""
    if not found.order:
        said = [words.html("promises.nobody" if allied else "promises.nobody_named")]
    else:
        status = found.kept
        kept = [letter for letter in found.order if status[letter] == KEPT]
        broken = [letter for letter in found.order if status[letter] == BROKEN]
        said = [words.html("promises.kept_count", kept=len(kept), n=len(found.order))]
        if broken:
            said.append(words.html("promises.broken", lists=words.join(broken)))
        if found.most_kept > len(kept):
            said.append(words.html("promises.better_order", most=found.most_kept))
    for who, posts in found.gone.items():
        said.append(words.html("promises.gone", n=len(posts), who=who, posts=words.join(posts)))
    for lot in found.lots:
        said.append(words.html("promises.lot", tied=words.join(lot.tied), turn=lot.alliance))
    for lot, winners in found.drawn:
        said.append(words.html("promises.drawn", winner=winners[0], turn=lot.alliance))
    return said
