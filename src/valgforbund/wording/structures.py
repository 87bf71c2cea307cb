"""All structures in sentences: how many, what a list gets in them, which are stable."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from markupsafe import Markup

from valgforbund.ranges import Span
from valgforbund.strategy.landscape import Structures
from valgforbund.strategy.structure import Stable
from valgforbund.wording.catalogue import Words


def lines(words: Words, every: Structures, letters: tuple[str, ...]) -> list[Markup]:
    """Where some lists, one or a bloc, stand today among all structures."""
    often, now = every.often(letters), every.now(letters)
    best, worst = (edge(often, key=attrgetter("ends")) for edge in (max, min))
    more = sum(times for span, times in often.items() if span.low > now.high)
    known = {
        "lists": "-".join(letters),
        "now": words.seats_span(now),
        "best": words.seats_span(best),
        "worst": words.seats_span(worst),
        "number": words.number(every.number),
    }
    found = [words.html(_key(now, best, worst), **known)]
    sure = sum(times for span, times in often.items() if span.low >= now.high) * now.is_open
    if sure:
        share, seats = words.share(sure / every.number, 1), words.seats(now.high)
        found.append(words.html("structures.settled", share=share, seats=seats, **known))
    if more:
        share = words.share(more / every.number, 1)
        found.append(words.html("structures.more", share=share, **known))
    elif not sure:
        found.append(words.html("structures.never_more", **known))
    return found


def _key(now: Span, best: Span, worst: Span) -> str:
    if best == worst:
        return "structures.always"
    return "structures.at_best" if now == best else "structures.could_be"


def stable(words: Words, free: Stable, consenting: Stable) -> list[Markup]:
    """How many structures are stable, without and with consent, and what that means."""
    present = "present" if free.present else "consent" if consenting.present else "absent"
    return [
        words.html(
            f"structures.stable_{present}",
            number=words.number(free.number),
            consenting=words.number(consenting.number),
        ),
        words.html("structures.rule"),
    ]


def counted(
    words: Words,
    every: Structures,
    allowed: Sequence[Sequence[str]],
    forbidden: Sequence[Sequence[str]],
) -> str:
    """How many structures a picture counts, and which were left out."""
    found = [words("structures.counted", number=words.number(every.number))]
    if allowed:
        found.append(words("structures.allowed_told", groups=_groups(allowed)))
    if forbidden:
        found.append(words("structures.forbidden_told", groups=_groups(forbidden)))
    return " ".join(found)


def _groups(groups: Sequence[Sequence[str]]) -> str:
    return ", ".join("-".join(letters) for letters in groups)
