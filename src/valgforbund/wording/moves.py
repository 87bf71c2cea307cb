"""Who gains and who loses, list by list, as part of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from valgforbund.ranges import Span
from valgforbund.wording.catalogue import Words


def is_open(moved: Mapping[str, Span]) -> bool:
    """Whether a lot decides any of it."""
    return any(span.is_open for span in moved.values())


def sentence_part(words: Words, moved: Mapping[str, Span]) -> str:
    """``O og Æ får ét mere hver, A to færre``; ranges where a lot decides.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> sentence_part(words("da"), {"A": Span(-2, -2), "O": Span(1, 1), "Æ": Span(1, 1)})
    'O og Æ får ét mere hver, A to færre'
    """
    if is_open(moved):
        return ", ".join(f"{letter} {words.signed_span(span)}" for letter, span in moved.items())
    clauses: list[str] = []
    for sign, key in ((1, "gets_more"), (-1, "gets_fewer")):
        for amount, letters in by_amount(moved, sign):
            again = "again_" * bool(clauses)
            many = "each" if len(letters) > 1 else "one"
            clauses.append(words(f"{key}.{again}{many}", n=amount, letters=words.join(letters)))
    return ", ".join(clauses)


def more_than(words: Words, change: Span) -> str:
    """A change as a comparison that goes on with what it is held against.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> da = words("da")
    >>> more_than(da, Span(1, 1)), more_than(da, Span(25, 25)), more_than(da, Span(-2, -2))
    ('ét mere end', '25 flere end', '2 færre end')
    >>> more_than(da, Span(0, 0)), more_than(da, Span(0, 2)), more_than(da, Span(-1, 1))
    ('det samme som', '0 til 2 flere end', 'fra −1 til +1 i forhold til')
    """
    low, high = change.ends
    if not change.is_open:
        kind = "more_than" if low > 0 else "fewer_than" if low < 0 else "as_many_as"
        return words(kind, n=abs(low))
    if low >= 0:
        return words("more_than_range", low=low, high=high)
    if high <= 0:
        return words("fewer_than_range", low=-high, high=-low)
    return words("between", low=words.signed(low), high=words.signed(high))


def by_amount(moved: Mapping[str, Span], sign: int) -> Iterable[tuple[int, list[str]]]:
    """Lists that gain (sign 1) or lose (-1), together where the number is the same."""
    amounts = sorted({span.low * sign for span in moved.values() if span.low * sign > 0})
    for amount in reversed(amounts):
        yield amount, [letter for letter, span in moved.items() if span.low == amount * sign]
