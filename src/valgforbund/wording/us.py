"""What one's own list is told: its seats, and how close it was."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.baselines import DISSOLVED, NONE, Baseline
from valgforbund.comparison import Comparison
from valgforbund.counting import Count
from valgforbund.margins import Margin
from valgforbund.ranges import Span
from valgforbund.wording.catalogue import Words
from valgforbund.wording.margins import gaining


def headline(
    words: Words, letter: str, now: Span, before: Span, compared: Comparison, baseline: Baseline
) -> Markup:
    """Seats of the list, and what has to do with them: the change, or its alliance.

    Parameters
    ----------
    words : Words
    letter : str
    now, before : Span
        Its seats as they are shown, and as they were when the election was opened.
    compared : Comparison
        Of the alliance in focus.
    baseline : Baseline
    """
    known = {"letter": letter, "seats": _seats(words, now)}
    if now != before:
        return words.html("us.changed", before=_seats(words, before), **known)
    if now.is_open:
        return words.html("us.lot", **known)
    joined = letter in compared.alliance.letters and baseline.kind in (DISSOLVED, NONE)
    if joined and compared.with_.seats_of([letter]) == now:
        without = compared.without.seats_of([letter])
        than = words(f"us.without.{baseline.kind}")
        if now.low and not without.high:
            return words.html("us.thanks", than=than, **known)
        if without.high < now.low:
            part = _part(words, now - without)
            return words.html("us.thanks_for", than=than, part=part, **known)
        if without.low > now.high:
            return words.html("us.less", than=than, without=_seats(words, without), **known)
    return words.html("us.seats", **known)


def seats(
    words: Words, letter: str, now: Count, compared: Comparison | None, worlds: tuple[str, str]
) -> str:
    """Seats of the list, beside those in another world, if there is one."""
    if compared is None:
        return words("us.seats", letter=letter, seats=_seats(words, now.seats_of([letter])))
    here, there = worlds
    with_, without = (
        _seats(words, world.seats_of([letter])) for world in (compared.with_, compared.without)
    )
    known = {"letter": letter, "seats": with_, "other": without}
    key = "question.seats_same" if with_ == without else "question.seats"
    return words(key, world=here, elsewhere=there, **known)


def close(words: Words, found: Margin, *, both: bool = False) -> str:
    """The votes to one seat fewer or one more: what is nearer, or both."""
    lose, gain = _lose(words, found), _gain(words, found)
    if both:
        return " ".join(filter(None, (lose, gain))) or words("us.never")
    near = found.to_gain is None or (found.to_lose or 0) <= found.to_gain
    return (lose if near and lose else gain) or lose


def _lose(words: Words, found: Margin) -> str:
    votes = found.to_lose
    if votes is None:
        return ""
    heirs = gaining(found.lose_changes)
    key = "us.lose" if heirs else "us.lose_empty"
    one = "us.it" if found.seats.high == 1 else "us.one_of_them"
    return words(key, n=votes, votes=words.number(votes), it=words(one), heirs=words.either(heirs))


def _gain(words: Words, found: Margin) -> str:
    votes = found.to_gain
    if votes is None:
        return ""
    more = Span(found.seats.low + 1, found.seats.low + 1)
    return words("us.gain", n=votes, votes=words.number(votes), seats=_seats(words, more))


def _part(words: Words, span: Span) -> str:
    """So many of some seats."""
    return words.span(span) if span.is_open else words.word(span.low)


def _seats(words: Words, span: Span) -> str:
    if span.is_open:
        return words.seats_span(span)
    return words("seats_word", n=span.low) if span.low else words.seats(0)
