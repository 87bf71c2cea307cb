"""Why a seat went where it did, and where the line was drawn, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

import pandas as pd
from babel.numbers import get_decimal_symbol
from markupsafe import Markup

from valgforbund.lots import Lot
from valgforbund.protocol import FIRST_OUT, LAST, LOT, Step
from valgforbund.wording.catalogue import Words

MOST_DIGITS = 6


def quotient(words: Words, value: Fraction, digits: int) -> str:
    """A quotient with so many decimals; a whole one has none.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> quotient(words("da"), Fraction(9001, 6), 1), quotient(words("da"), Fraction(9001), 1)
    ('1.500,2', '9.001')
    """
    if value.denominator == 1:
        return words.number(int(value))
    whole, rest = divmod(_units(value, digits), 10**digits)
    return f"{words.number(whole)}{_decimal_mark(words.language)}{rest:0{digits}}"


@cache
def _decimal_mark(language: str) -> str:
    return str(get_decimal_symbol(language))


def digits_for(values: Iterable[Fraction]) -> int:
    """The fewest decimals, one or more, that show different quotients as different."""
    several = sorted(set(values))
    gaps = [more - less for less, more in pairwise(several)]
    least = min(gaps, default=Fraction(1))
    return next((n for n in range(1, MOST_DIGITS) if least * 10**n >= 1), MOST_DIGITS)


def why(words: Words, steps: Sequence[Step], number: int) -> list[Markup]:
    """A sentence for every level that a seat passed on its way to a list."""
    return [_step(words, step, number) for step in steps]


def outcome(words: Words, rows: pd.DataFrame, lot: Lot | None) -> Markup:
    """Who got the last seat of a level and who was next, or the lot that decides it.

    Parameters
    ----------
    words : Words
    rows : DataFrame
        The rows of one level, of `valgforbund.protocol`.
    lot : Lot or None
        The lot that waits at that level.
    """
    level = rows["level"].iloc[0]
    where = "_inside" * bool(level)
    last, out, tied = (rows[rows["status"] == each] for each in (LAST, FIRST_OUT, LOT))
    next_out = _value(out) if len(out) else Fraction(0)
    known = {"level": level, "out": words.join(out["unit"])}
    if lot is not None:
        text = quotient(words, _value(tied), 1)
        return words.html(f"protocol.open{where}", **known, **_lot(words, lot, text))
    if last.empty:
        empty = "protocol.no_seat" if level and len(out) else "headline.empty"
        return words.html(empty, **known)
    price = _value(last)
    digits = digits_for([price, next_out])
    lead = _lead(words, price, next_out, digits)
    rest = "alone" if out.empty else "drawn" if price == next_out else "next"
    rest_text = words(
        f"protocol.out.{rest}", next=quotient(words, next_out, digits), lead=lead, **known
    )
    return words.html(
        f"protocol.last{where}",
        number=last["number"].iloc[0],
        own=last["own_number"].iloc[0],
        unit=last["unit"].iloc[0],
        quotient=quotient(words, price, digits),
        rest=rest_text,
        **known,
    )


def _step(words: Words, step: Step, number: int) -> Markup:
    where = "_inside" * bool(step.level)
    digits = digits_for([step.quotient, step.rival])
    own = quotient(words, step.quotient, digits)
    known = {
        "level": step.level,
        "number": step.number if step.level else number,
        "unit": step.unit,
    }
    if step.lot is not None:
        key = "open" if step.unit is None else "drawn"
        text = words.html(f"protocol.{key}{where}", **known, **_lot(words, step.lot, own))
    else:
        text = words.html(
            f"protocol.seat{where}",
            votes=words.number(step.votes),
            divisor=step.divisor,
            quotient=own,
            rest=_rest(words, step, digits),
            **known,
        )
    passed = [
        words.html("protocol.passed", unit=unit, quotient=quotient(words, value, digits))
        for unit, value in step.passed
    ]
    return Markup(" ").join([text, *passed])


def _rest(words: Words, step: Step, digits: int) -> str:
    """What it was ahead of."""
    if not step.rivals:
        return ""
    return words(
        "protocol.ahead" if step.lead else "protocol.equal",
        lead=_lead(words, step.quotient, step.rival, digits),
        rivals=words.join(step.rivals),
        rival=quotient(words, step.rival, digits),
    )


def _lead(words: Words, more: Fraction, less: Fraction, digits: int) -> str:
    """The difference of two quotients as they are shown, so that a class can check it."""
    units = _units(more, digits) - _units(less, digits)
    return quotient(words, Fraction(units, 10**digits), digits)


def _units(value: Fraction, digits: int) -> int:
    """A number in units of its last decimal, half a unit up."""
    unit: int = 10**digits
    return (2 * value.numerator * unit + value.denominator) // (2 * value.denominator)


def _lot(words: Words, lot: Lot, text: str) -> dict[str, str]:
    return {"tied": words.join(lot.tied), "seats": words.seats(lot.seats), "quotient": text}


def _value(rows: pd.DataFrame) -> Fraction:
    """The exact quotient of the first row."""
    return Fraction(int(rows["votes"].iloc[0]), int(rows["divisor"].iloc[0]))
