"""One person through what-ifs: whether they are elected, what holds the seat or is lacking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from valgforbund.baselines import Baseline
from valgforbund.margins import Margin
from valgforbund.people.ladder import Rung
from valgforbund.people.placing import LOT, SITS
from valgforbund.people.standing import Rival
from valgforbund.wording.catalogue import Words
from valgforbund.wording.people import beside


def followed(words: Words, rung: Rung, near: Margin, won: Sequence[Rival] = ()) -> Markup:
    """Whether the person is elected, and which votes that hangs on.

    Parameters
    ----------
    words : Words
    rung : Rung
    near : Margin
        Of the person's list, with new votes.
    won : sequence of Rival
        On whom the official lot fell that decides it, where one was drawn.
    """
    fell = [words.html("followed.fell", who=words.join(beside(words, each) for each in won))]
    said = (_stands(words, rung, near), *(fell if won else ()), *_hangs(words, rung, near))
    return Markup(" ").join(said)


def then(words: Words, before: str, now: str) -> list[Markup]:
    """How the person stood before anything was changed, where that is another."""
    return [words.html("followed.before", stands=stands(words, before))] if before != now else []


def otherwise(words: Words, other: str, now: str, baseline: Baseline) -> list[Markup]:
    """How the person stands in the other world, where that is another."""
    if other == now:
        return []
    key = f"followed.world.{baseline.kind}"
    return [words.html(key, letter=baseline.letter, stands=stands(words, other))]


def stands(words: Words, value: str) -> str:
    """How a candidate stands, in a word or two."""
    return words(f"people.stands.{value}")


def _stands(words: Words, rung: Rung, near: Margin) -> Markup:
    who, seats = beside(words, rung), near.seats
    if rung.stands in (SITS, LOT):
        return words.html(f"followed.{rung.stands}", who=who)
    if not seats.high:
        return words.html("followed.no_seat", who=who, letter=rung.letter)
    return words.html("followed.out", who=who, n=rung.order - seats.low)


def _hangs(words: Words, rung: Rung, near: Margin) -> Iterator[Markup]:
    """Personal votes first, then votes of the list."""
    list_votes = (("falls", rung.falls, near.to_lose), ("rises", rung.rises, near.to_gain))
    for key, votes in (("lose", rung.to_lose), ("gain", rung.to_seat)):
        if votes is not None:
            yield words.html(f"followed.{key}", n=votes, votes=words.number(votes))
    for key, holds, votes in list_votes:
        if holds and votes is not None:
            known = {"n": votes, "votes": words.number(votes), "letter": rung.letter}
            yield words.html(f"followed.{key}", **known)
