"""Whom should we ask? The best coalition in words, and what becomes of those it leaves behind."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.strategy.bounds import Bound
from valgforbund.strategy.ranking import Coalition, Ranking
from valgforbund.wording.catalogue import Words


def lines(words: Words, ranking: Ranking) -> list[Markup]:
    """The best coalition, what it costs whom, the best pair, and the best that costs nobody."""
    best, today, painless = best_of(ranking), ranking.home, ranking.painless
    found = [best_line(words, ranking), *nearest_line(words, ranking)]
    if len(best.letters) > 1 and not best.today:
        found.append(reaction(words, best))
    if best.left_behind:
        found.append(words.html("partners.left", rests=rests(words, best)))
    pair = ranking.pair if len(best.letters) > 2 else None
    if pair is not None and not pair.today:
        gets = _gets(words, ranking, pair, today)
        found.append(words.html("partners.pair", coalition=pair.name, gets=gets))
    if (
        painless is not None
        and painless != pair
        and best.losers + best.doubters
        and not painless.today
    ):
        gets = _gets(words, ranking, painless, today)
        found.append(words.html("partners.painless", coalition=painless.name, gets=gets))
    return found


def best_of(ranking: Ranking) -> Coalition:
    """The best coalition; that of today where none gives more seats, or is closer to the first."""
    best, today = ranking[0], ranking.home
    if best.seats != today.seats:
        return max(best, today, key=lambda each: (each.seats.low, each.seats.high))
    is_closer = not best.seats.high and _is_closer(best, today)
    return best if is_closer else today


def best_line(words: Words, ranking: Ranking) -> Markup:
    """The best coalition in a sentence, the first of `lines`."""
    return _best(words, ranking, best_of(ranking))


def in_short(words: Words, ranking: Ranking) -> list[Markup]:
    """What it brings to ask others: the best coalition, or the one closest to one seat more."""
    best = best_of(ranking)
    if not best.seats.high:  # what is closer to the first is best
        return [best_line(words, ranking)]
    if not best.today:
        return [_best(words, ranking, best, _seats(words, ranking, best))]
    key = "partners.short_today" if len(best.letters) > 1 else "partners.short_alone"
    return [words.html(key, letter=ranking.letter), *nearest_line(words, ranking)]


def nearest_line(words: Words, ranking: Ranking) -> list[Markup]:
    """The coalition that is closer to one seat more than the best, if there is one."""
    best, near = best_of(ranking), ranking.nearest
    if near is None or near.seats != best.seats or not _is_closer(near, best):
        return []
    votes = near.votes_missing or 0
    known = {"n": votes, "votes": words.number(votes), "coalition": near.name}
    if near.seats.is_open:
        return [words.html("partners.nearest", **known)]
    seats = words.seats(near.seats.high + 1)
    return [words.html("partners.nearest_to", letter=ranking.letter, seats=seats, **known)]


def _is_closer(one: Coalition, other: Coalition) -> bool:
    """Whether fewer votes are missing to one seat more."""
    lacks = one.votes_missing
    return lacks is not None and (other.votes_missing is None or lacks < other.votes_missing)


def reaction(words: Words, coalition: Coalition) -> Markup:
    """Which partners gain, and which lose or may lose."""
    parts = [
        words(
            f"partners.{key}.{'many' if len(letters) > 1 else 'one'}", letters=words.join(letters)
        )
        for key, letters in (
            ("gain", coalition.gainers),
            ("lose", coalition.losers),
            ("doubt", coalition.doubters),
        )
        if letters
    ]
    return words.html("partners.reaction", parts=", ".join(parts) or words("partners.no_change"))


def rests(words: Words, coalition: Coalition) -> str:
    """What becomes of the alliances that lists are taken from."""
    parts = []
    for before, after in coalition.left_behind:
        key = "gone" if not after else "one" if len(after) == 1 else "some"
        known = {"before": "-".join(before), "after": "-".join(after)}
        parts.append(words(f"partners.rest_{key}", **known))
    return "; ".join(parts)


def rests_in_short(coalition: Coalition) -> str:
    """The same for a narrow place: ``C-D-E → D-E``."""
    return "; ".join(
        f"{'-'.join(before)} → {'-'.join(after) or '–'}" for before, after in coalition.left_behind
    )


def among(words: Words, most: int) -> Markup:
    """How large the coalitions are that were looked at."""
    return words.html("partners.among", n=most)


def others(coalition: Coalition, letter: str) -> list[str]:
    """The partners of a list in a coalition."""
    return [each for each in coalition.letters if each != letter]


def missing(words: Words, coalition: Coalition) -> str:
    """Votes missing to one seat more, as a number."""
    votes = coalition.votes_missing
    return words("partners.never") if votes is None else words.number(votes)


def with_whom(words: Words, letters: tuple[str, ...], letter: str) -> str:
    """Whom a list is allied with."""
    partners = [each for each in letters if each != letter]
    if not partners:
        return words("partners.alone")
    return words("partners.with", letters=words.join(partners))


def reach(words: Words, bound: Bound) -> tuple[str, ...]:
    """What a list can have at least and at most, and with whom."""
    fewest = words("bounds.by_lot", n=bound.fewest) if bound.fewest_by_lot else str(bound.fewest)
    most = words("bounds.by_lot", n=bound.most) if bound.most_by_lot else str(bound.most)
    worst, best = (with_whom(words, letters, bound.letter) for letters in (bound.worst, bound.best))
    return fewest, worst, most, best


def _best(words: Words, ranking: Ranking, best: Coalition, gets: str = "") -> Markup:
    if best.today:
        key = "best_today" if len(best.letters) > 1 else "best_alone_today"
    else:
        key = "best" if len(best.letters) > 1 else "best_alone"
    gets = gets or _gets(words, ranking, best, ranking.home)
    known = {"letter": ranking.letter, "coalition": Markup("<b>{}</b>").format(best.name)}
    return words.html(f"partners.{key}", gets=gets, **known)


def _seats(words: Words, ranking: Ranking, coalition: Coalition) -> str:
    """Its seats, beside those of today where they differ."""
    text, now = words.seats_span(coalition.seats), ranking.now[ranking.letter]
    if coalition.seats == now:
        return text
    return words("partners.seats_instead", seats=text, now=words.span(now))


def _gets(words: Words, ranking: Ranking, coalition: Coalition, today: Coalition) -> str:
    """Seats, and votes missing to the next, each beside today where it differs."""
    letter, seats = ranking.letter, coalition.seats
    now, text = ranking.now[letter], _seats(words, ranking, coalition)
    if coalition.votes_missing is None:
        return words("partners.full", seats=text, letter=letter)
    votes = words.number(coalition.votes_missing)
    key = "first" if seats.high == 0 else "next"
    known = {"seats": text, "votes": votes}
    if seats != now or today.votes_missing in (None, coalition.votes_missing):
        return words(f"partners.lacks_{key}", n=coalition.votes_missing, **known)
    today_votes = words.number(today.votes_missing)
    return words(
        f"partners.lacks_{key}_instead", n=coalition.votes_missing, today=today_votes, **known
    )
