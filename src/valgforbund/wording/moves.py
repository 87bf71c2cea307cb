"""Who gains and who loses, list by list, as part of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from valgforbund.movements import Movement
from valgforbund.ranges import Span
from valgforbund.wording.catalogue import Words


def is_open(moved: Mapping[str, Span]) -> bool:
    """Whether a lot decides any of it."""
    return any(span.is_open for span in moved.values())


def sentence_part(words: Words, moved: Mapping[str, Span]) -> str:
    """``O og Æ får ét mere hver, A to færre``; what a lot decides comes last, as a maybe.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> sentence_part(words("da"), {"A": Span(-2, -2), "O": Span(1, 1), "Æ": Span(1, 1)})
    'O og Æ får ét mere hver, A to færre'
    >>> sentence_part(words("da"), {"F": Span(0, 1), "Ø": Span(-1, 1), "A": Span(-1, -1)})
    'A får ét færre, F måske ét mere, Ø måske flere eller færre'
    """
    clauses = _sure(words, {each: span for each, span in moved.items() if not span.is_open})
    for letter, span in moved.items():
        if span.is_open:
            clauses.append(_maybe(words, letter, span, again=bool(clauses)))
    return ", ".join(clauses)


def told(words: Words, found: Sequence[Movement], moved: Mapping[str, Span]) -> str:
    """What certainly changes, first list by list and then by sum, and last what may change.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> found = (Movement(("A",), -1), Movement(("F", "Ø"), 1, by_lot=True))
    >>> told(words("da"), found, {})
    'A får ét færre, F og Ø tilsammen ét mere (lodtrækning afgør, hvem af dem)'
    """
    alone = [each for each in found if not each.by_lot]
    clauses = _sure(words, {each.letters[0]: Span(each.change, each.change) for each in alone})
    for each in found:
        if each.by_lot and each.change:
            key = "gets_more" if each.change > 0 else "gets_fewer"
            again = "again_" * bool(clauses)
            letters, n = words.join(each.letters), abs(each.change)
            lot = words("moves.settled" if each.settled else "moves.lot")
            clauses.append(words(f"{key}.{again}together", n=n, letters=letters) + lot)
    level = [each.letters for each in found if each.by_lot and not each.change]
    for letter in (letter for letters in level for letter in letters if letter in moved):
        clauses.append(_maybe(words, letter, moved[letter], again=bool(clauses)))
    return ", ".join(clauses) + words("moves.by_lot") * bool(level)


def _maybe(words: Words, letter: str, span: Span, *, again: bool) -> str:
    """What a lot may bring a list: at least so many, perhaps so many, or either way."""
    low, high = span.ends
    if low < 0 < high:
        return words("gets_maybe." + "again_" * again + "either", letter=letter)
    key, n = ("more", high) if high > 0 else ("fewer", -low)
    sure = min(abs(low), abs(high))
    how = "least" if sure else "maybe"
    return words(f"gets_{how}.{'again_' * again}{key}", n=sure or n, letter=letter)


def _sure(words: Words, moved: Mapping[str, Span]) -> list[str]:
    clauses: list[str] = []
    for sign, key in ((1, "gets_more"), (-1, "gets_fewer")):
        for amount, letters in by_amount(moved, sign):
            again = "again_" * bool(clauses)
            many = "each" if len(letters) > 1 else "one"
            clauses.append(words(f"{key}.{again}{many}", n=amount, letters=words.join(letters)))
    return clauses


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
