"""Proportional elections in sentences: the request, who is elected, lots, women and men."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from markupsafe import Markup

from valgforbund.proportional import Balance, Election, share_required
from valgforbund.proportional import request as members_needed
from valgforbund.proportional.ranking import NOT
from valgforbund.wording.catalogue import Words


def request(words: Words, rule: str, present: int, posts: int) -> list[Markup]:
    """How many must ask, and where the text of the law leaves it open."""
    needed = members_needed(rule, present, posts)
    known = {"present": present, "posts": posts}
    if needed.is_open:
        return [
            words.html("prop.request_open", low=needed.low, high=needed.high, **known),
            words.html("prop.request_why_open", low=needed.low),
        ]
    return [
        words.html("prop.request", n=needed.low, **known),
        words.html(
            "prop.request_why" if present % (posts + 1) else "prop.request_why_even",
            quotient=words.decimal(Fraction(present, posts + 1)),
            needed=needed.low,
            **known,
        ),
    ]


def election(words: Words, held: Election, present: int) -> list[Markup]:
    """Who is elected, the lot that is due, officers, and what is wrong with the lists."""
    found = [_elected(words, held)]
    if held.lot:
        key = "prop.lot" if held.lot.seats == 1 else "prop.lots"
        tied = words.join(held.lot.tied)
        found.append(words.html(key, tied=tied, seats=held.lot.seats))
    found += _drawn(words, held)
    found += _officers(words, held)
    found += _without_substitute(words, held)
    votes = sum(each.votes for each in held.slates)
    if votes != present:
        key = "prop.too_many_votes" if votes > present else "prop.fewer_votes"
        found.append(words.html(key, votes=votes, present=present))
    if held.short:
        found.append(words.html("prop.short", slates=words.join(held.short)))
    if held.vacant:
        found.append(words.html("prop.vacant", n=held.vacant))
    return found + _agents(words, held)


def balances(words: Words, held: Election, rule: str) -> list[Markup]:
    """Members and substitutes counted separately, and what the law of the rule makes of it.

    Nothing where no sex is stated, or a lot is due; where posts are vacant, that it waits.
    """
    both = (("members", held.balance()), ("substitutes", held.balance(substitutes=True)))
    stated = [(who, found) for who, found in both if found.women or found.men]
    if held.lot or not stated:
        return []
    required = share_required(rule)
    if required and held.vacant:
        return [words.html("prop.balance_vacant")]
    sentences = [
        words.html(
            f"prop.balance_{_kind(found) if required else _count(found)}",
            who=words(f"prop.{who}"),
            women=words("prop.women", n=found.women),
            men=words("prop.men", n=found.men),
            least=found.least,
        )
        for who, found in stated
    ]
    return sentences if required else [*sentences, words.html("prop.no_share_required")]


def forgotten(
    words: Words, lots: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]], second: bool
) -> list[Markup]:
    """What a change did away with: lots (the election, the tied, the winners), second lists."""
    found = [
        words.html("prop.lot_forgotten", election=words(f"prop.tab_{which}"), tied=words.join(tied))
        for which, tied, _ in lots
    ]
    if second:
        found.append(words.html("prop.second_dropped"))
    return [*found, words.html("prop.undo_brings_back")] if found else []


def no_second_election(words: Words, board: Election) -> list[Markup]:
    """Why a board's chair and vice chair are not elected on their own."""
    if not board.officers:
        return [words.html("prop.board_first")]
    return [words.html("prop.agreed"), *_officers(words, board)]


def _officers(words: Words, held: Election) -> list[Markup]:
    if not held.officers:
        return [words.html("prop.second_election")]
    if not (held.chair or held.vice_chair):
        return []
    unknown = words("prop.by_lot" if held.lot else "prop.no_officer")
    return [words.html("prop.chairs", chair=held.chair or unknown, vice=held.vice_chair or unknown)]


def _elected(words: Words, held: Election) -> Markup:
    names = held.elected
    if not names:
        return words.html("prop.nobody")
    return words.html("prop.elected", names=words.join(names))


def _drawn(words: Words, held: Election) -> list[Markup]:
    """Each lot that was drawn: who won, and what became of the others."""
    status = held.numbers["status"]
    found = []
    for tied, winners in held.drawn:
        lost = [name for name in tied if name not in winners]
        key = "prop.drawn_out" if all(status[name] == NOT for name in lost) else "prop.drawn_before"
        found.append(words.html(key, won=words.join(winners), lost=words.join(lost)))
    return found


def _without_substitute(words: Words, held: Election) -> list[Markup]:
    """Elected members without a personal substitute, where others have one."""
    substitutes = held.numbers["substitute"]
    alone = [name for name in held.elected if not substitutes[name]]
    if not alone or len(alone) == len(held.elected):
        return []
    return [words.html("prop.without_substitute", names=words.join(alone))]


def _agents(words: Words, held: Election) -> list[Markup]:
    agents = [f"{each.agent} ({each.name})" for each in held.slates if each.agent]
    return [words.html("prop.agents", agents=words.join(agents))] if agents else []


def _kind(found: Balance) -> str:
    if found.met is None:
        return "unstated" if found.unstated else "open"
    return "met" if found.met else "failed"


def _count(found: Balance) -> str:
    return "count_unstated" if found.unstated else "count"
