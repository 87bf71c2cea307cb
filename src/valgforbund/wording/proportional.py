"""Proportional elections in sentences: the request, who is elected, lots, women and men."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.proportional import Balance, Election
from valgforbund.proportional import request as members_needed
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
        words.html("prop.request_why", **known),
    ]


def election(words: Words, held: Election, present: int) -> list[Markup]:
    """Who is elected, the lot that is due, officers, and what is wrong with the lists."""
    found = [_elected(words, held)]
    if held.lot:
        key = "prop.lot" if held.lot.seats == 1 else "prop.lots"
        tied = words.join(held.lot.tied)
        found.append(words.html(key, tied=tied, seats=held.lot.seats))
    found += _officers(words, held)
    votes = sum(each.votes for each in held.slates)
    if votes != present:
        key = "prop.too_many_votes" if votes > present else "prop.fewer_votes"
        found.append(words.html(key, votes=votes, present=present))
    if held.short:
        found.append(words.html("prop.short", slates=words.join(held.short)))
    if held.vacant:
        found.append(words.html("prop.vacant", n=held.vacant))
    found += _agents(words, held)
    if not held.lot:
        found += _balances(words, held)
    return found


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
    unknown = words("prop.by_lot")
    return [words.html("prop.chairs", chair=held.chair or unknown, vice=held.vice_chair or unknown)]


def _elected(words: Words, held: Election) -> Markup:
    names = held.elected
    if not names:
        return words.html("prop.nobody")
    return words.html("prop.elected", names=words.join(names))


def _agents(words: Words, held: Election) -> list[Markup]:
    agents = [f"{each.agent} ({each.name})" for each in held.slates if each.agent]
    return [words.html("prop.agents", agents=words.join(agents))] if agents else []


def _balances(words: Words, held: Election) -> list[Markup]:
    """Members and substitutes counted separately; nothing where no sex is stated."""
    both = (("members", held.balance()), ("substitutes", held.balance(substitutes=True)))
    return [
        words.html(
            f"prop.balance_{_kind(found)}",
            who=words(f"prop.{who}"),
            women=found.women,
            men=found.men,
            least=found.least,
        )
        for who, found in both
        if found.women or found.men
    ]


def _kind(found: Balance) -> str:
    if found.met is None:
        return "unstated" if found.unstated else "open"
    return "met" if found.met else "failed"
