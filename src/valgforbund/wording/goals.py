"""What do we need? Votes for a number of seats, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from valgforbund.scenario import Scenario
from valgforbund.strategy.goals import Route
from valgforbund.wording.catalogue import Words
from valgforbund.wording.margins import source_name
from valgforbund.wording.partners import with_whom


def lines(
    words: Words, scenario: Scenario, letter: str, wanted: int, source: str, every: Sequence[Route]
) -> list[Markup]:
    """What it takes today and alone, and where it takes least."""
    candidates = scenario.limits[scenario.letters.index(letter)]
    known = {"letter": letter, "seats": words.seats(wanted)}
    if wanted > scenario.seats:
        return [words.html("goal.beyond_council", n=scenario.seats, **known)]
    if candidates is not None and wanted > candidates:
        return [words.html("goal.beyond_candidates", n=candidates, **known)]
    alone, today = every[0], next(each for each in every if each.today)
    best = min(every, key=lambda each: (each.needed is None, each.needed or 0, len(each.letters)))
    found = [_today(words, today, letter, source, known)]
    if not alone.today and today.needed != 0:
        found.append(_alone(words, alone, letter))
    if best.needed is None:
        found.append(words.html("goal.nowhere", **known))
    elif today.needed is None or best.needed < today.needed:
        with_ = with_whom(words, best.letters, letter)
        key = "best_already" if best.needed == 0 else "best"
        votes = words.number(best.needed)
        found.append(words.html(f"goal.{key}", n=best.needed, votes=votes, with_=with_, **known))
    elif today.needed:
        found.append(words.html("goal.best_today"))
    return found


def needed(words: Words, route: Route) -> str:
    """Votes needed, and from how many on a lot could do."""
    if route.needed is None:
        if route.to_chance is None:
            return words("goal.never")
        return words("goal.only_by_lot", lot=words.number(route.to_chance))
    votes = words.number(route.needed)
    if route.to_chance == route.needed or route.to_chance is None:
        return votes
    if route.to_chance == 0:
        return words("goal.lot_already", votes=votes)
    return words("goal.lot_from", votes=votes, lot=words.number(route.to_chance))


def _today(words: Words, today: Route, letter: str, source: str, known: dict[str, str]) -> Markup:
    with_ = with_whom(words, today.letters, letter)
    if today.needed == 0:
        return words.html("goal.already", with_=with_, **known)
    if today.needed is None:
        key = "never_lot" if today.to_chance is not None else "never_today"
        name = source_name(words, source)
        return words.html(f"goal.{key}", with_=with_, source=name, **known)
    lot = ""
    if today.to_chance == 0:
        lot = words("goal.lot_now")
    elif today.to_chance is not None and today.to_chance < today.needed:
        lot = words("goal.lot", lot=words.number(today.to_chance))
    return words.html(
        "goal.today",
        n=today.needed,
        votes=Markup("<b>{}</b>").format(words.number(today.needed)),
        source=source_name(words, source),
        with_=with_,
        lot=lot,
        **known,
    )


def _alone(words: Words, alone: Route, letter: str) -> Markup:
    if alone.needed is None:
        return words.html("goal.alone_never", letter=letter)
    return words.html("goal.alone", n=alone.needed, letter=letter, votes=words.number(alone.needed))
