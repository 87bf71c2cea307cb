"""What all alliances save, as text: who got the seats and from whom, and why it does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from valgforbund.comparison import Comparison
from valgforbund.ranges import Span
from valgforbund.wording.catalogue import Words


def to_and_from(words: Words, changes: Mapping[str, Span]) -> str:
    """Who has more seats and who has fewer; how many, where it is not one.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> to_and_from(words("da"), {"A": Span(-2, -2), "O": Span(1, 1), "Æ": Span(0, 1)})
    'til O og Æ (0–1), fra A (2)'
    """
    gains = {letter: span for letter, span in changes.items() if span.low >= 0}
    losses = {letter: Span(0, 0) - span for letter, span in changes.items() if span.high <= 0}
    either = [letter for letter in changes if letter not in gains and letter not in losses]
    parts = []
    for key, part in (("savings.to", gains), ("savings.from", losses)):
        if part:
            lists = (_with_number(words, letter, span) for letter, span in part.items())
            parts.append(words(key, lists=words.join(lists)))
    if either:
        parts.append(words("savings.either", lists=words.join(either)))
    return ", ".join(parts) or words("savings.nothing")


def sums(words: Words, alone: Iterable[Comparison], together: Comparison) -> Markup:
    """Why the numbers may not be added: what the sum would be, and what really moves.

    Parameters
    ----------
    words : Words
    alone : iterable of Comparison
        Every alliance against itself dissolved.
    together : Comparison
        The scenario against no alliances at all.
    """
    saved, changes = [each.saved for each in alone], together.changes.values()
    if not any(span.is_open for span in (*saved, *changes)):
        total, moved = sum(map(int, saved)), sum(max(int(span), 0) for span in changes)
        if total > moved:
            texts = {"total": words.seats(total), "moved": words.seats(moved)}
            return words.html("savings.sum" if moved else "savings.sum_same", **texts)
    return words.html("savings.no_sum")


def _with_number(words: Words, letter: str, span: Span) -> str:
    return letter if span == Span(1, 1) else f"{letter} ({words.span(span)})"
