"""How close it was, in sentences: the closest seats, votes to the next one, and the steps there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from valgforbund.margins import Margin, Step, closest
from valgforbund.margins.way import NEW, OTHERS
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.wording.catalogue import Words
from valgforbund.wording.moves import is_open, sentence_part, told

MOST_STEPS = 3


def closest_line(
    words: Words, scenario: Scenario, rows: Iterable[Margin], number: int = 2
) -> Markup:
    """Whose seats are closest to moving, and to whom, with new votes or by votes lost."""
    near = closest(rows, number)
    parts: list[str] = []
    drawing = [call.row for call in near if call.row.seats.is_open]
    for lacking in dict.fromkeys(row.to_gain for row in drawing):
        letters = words.join(row.unit for row in drawing if row.to_gain == lacking)
        parts.append(
            words("closest.lot", n=lacking, letters=letters, votes=words.number(lacking or 0))
        )
    for row, votes, loses in near:
        losers, heirs = losing(row.gain_changes), gaining(row.lose_changes)
        known = {"n": votes, "letter": row.unit, "votes": words.number(votes)}
        if row.seats.is_open:
            continue
        if loses:
            key = "lose" if heirs else "lose_empty"
            inside = words("closest.inside") if _inside(scenario, row.unit, heirs) else ""
            known |= {"heirs": words.either(heirs), "inside": inside}
            parts.append(words(f"closest.{key}", **known))
        elif not losers:
            parts.append(words("closest.vacant", **known))
        else:
            again = "take_again" if parts else "take"
            inside = words("closest.inside") if _inside(scenario, row.unit, losers) else ""
            known |= {"losers": words.join(losers), "inside": inside}
            parts.append(words(f"closest.{again}", **known))
    if not parts:
        return words.html("closest.none")
    return words.html("closest.line" if number > 1 else "closest.one", lists="; ".join(parts))


def to_gain(words: Words, row: Margin) -> str:
    """Votes to one more seat, and where a lot comes first."""
    return _votes(words, row.to_chance, row.to_gain, row.seats) or words("margins.full")


def to_lose(words: Words, row: Margin) -> str:
    """Votes to one seat fewer, and where a lot comes first."""
    return _votes(words, row.to_risk, row.to_lose, row.seats)


def taken_from(words: Words, scenario: Scenario, row: Margin) -> str:
    """Whose seat it would be."""
    return _whose(words, scenario, row.unit, losing(row.gain_changes))


def goes_to(words: Words, scenario: Scenario, row: Margin) -> str:
    """Who would get it."""
    return _whose(words, scenario, row.unit, gaining(row.lose_changes))


def source_name(words: Words, source: str) -> str:
    """Where votes come from."""
    named = {NEW: "slider.new", OTHERS: "slider.others"}
    return words(named[source]) if source in named else source


def steps_line(words: Words, letter: str, steps: Sequence[Step]) -> Markup:
    """The next steps above the present: where a lot begins, whose seat it is, and whose after."""
    above = [step for step in steps if step.amount > 0][:MOST_STEPS]
    if not above:
        return words.html("steps.none", letter=letter)
    parts = [_step(words, letter, step) for step in above]
    return words.html("steps.line", letter=letter, steps="; ".join(parts))


def who_changes(words: Words, step: Step) -> str:
    """Who has other seats than now; that a lot decides is said where one would be due."""
    return seats_moved(words, step.changes, lot=step.seats.is_open or step.alliance.is_open)


def seats_moved(words: Words, changes: dict[str, Span], *, lot: bool) -> str:
    """``F −1, Ø +1``, and whether by lot.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> seats_moved(words("da"), {"F": Span(-1, 0), "Ø": Span(0, 1)}, lot=True)
    'lod: F −1…0, Ø 0…+1'
    """
    moves = ", ".join(f"{who} {words.signed_span(span)}" for who, span in changes.items())
    return words("steps.by_lot", moves=moves) if moves and lot else moves


def _step(words: Words, letter: str, step: Step) -> str:
    known = {"votes": words.number(step.amount), "moves": sentence_part(words, step.changes)}
    if step.seats.is_open or step.alliance.is_open:
        return words("steps.lot", **known)
    if any(each.change for each in step.movements):
        return words("steps.sure", votes=known["votes"], moves=told(words, step.movements, {}))
    if is_open(step.changes):  # a lot is due now, but would not be
        return words("steps.settled", letter=letter, seats=words.seats_span(step.seats), **known)
    return words("steps.sure", **known)


def losing(changes: dict[str, Span]) -> list[str]:
    """Who may have fewer seats."""
    return [each for each, span in changes.items() if span.low < 0]


def gaining(changes: dict[str, Span]) -> list[str]:
    """Who may have more seats."""
    return [each for each, span in changes.items() if span.high > 0]


def _votes(words: Words, lot: int | None, sure: int | None, now: Span) -> str:
    if sure is None:
        return ""
    if now.is_open:
        return words("margins.lot_now", sure=words.number(sure))
    if lot is None or lot == sure:
        return words.number(sure)
    return words("margins.lot_first", lot=words.number(lot), sure=words.number(sure))


def _whose(words: Words, scenario: Scenario, unit: str, others: list[str]) -> str:
    inside = words("margins.inside") if _inside(scenario, unit, others) else ""
    return words.join(others) + inside


def _inside(scenario: Scenario, unit: str, others: list[str]) -> bool:
    """Whether a list and all these are in one alliance."""
    home = scenario.alliance_of(unit) if unit in scenario.letters else None
    return home is not None and bool(others) and set(others) <= set(home.letters)
