"""What all alliances save, as text: who got the seats and from whom, and why it does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from valgforbund.comparison import Comparison
from valgforbund.movements import Movement
from valgforbund.ranges import Span
from valgforbund.wording.catalogue import Words


def cell(words: Words, compared: Comparison) -> tuple[str, str]:
    """What an alliance saves, and what moves; that it saves none although seats move is said."""
    moves = to_and_from(words, compared.movements, compared.changes)
    if compared.saved.ends == (0, 0) and compared.movements:
        gained = sum(max(each.change, 0) for each in compared.movements)
        moves = words("savings.moves", n=max(gained, 1), moves=moves)
    return words.signed_span(compared.saved), moves


def to_and_from(words: Words, found: Iterable[Movement], changes: Mapping[str, Span]) -> str:
    """Who has more seats and who has fewer; how many, where it is not one.

    Lists of which a lot decides for whom certain seats are stand together.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> found = Movement(("A",), -2), Movement(("O",), 1), Movement(("F", "Ø"), 1, by_lot=True)
    >>> to_and_from(words("da"), found, {})
    'til O og F eller Ø, fra A (2)'
    """
    told: dict[str, Span] = {}
    for each in found:
        if each.change:
            told[words.either(each.letters)] = Span(each.change, each.change)
        else:
            told |= {letter: changes[letter] for letter in each.letters if letter in changes}
    gains = {letter: span for letter, span in told.items() if span.low >= 0}
    losses = {letter: Span(0, 0) - span for letter, span in told.items() if span.high <= 0}
    either = [letter for letter in told if letter not in gains and letter not in losses]
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
