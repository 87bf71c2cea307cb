"""The headline sentences: what the alliance saves, for whom, at whose cost, against what."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from valgforbund.alliances import Alliance
from valgforbund.baselines import DISSOLVED, NONE, Baseline, Reference
from valgforbund.comparison import Comparison
from valgforbund.counting import Count
from valgforbund.lots import Lot
from valgforbund.movements import same_lots
from valgforbund.ranges import Span
from valgforbund.wording.baseline import Other, than
from valgforbund.wording.catalogue import Words
from valgforbund.wording.moves import by_amount, is_open, sentence_part, told


def headline(words: Words, compared: Comparison, baseline: Baseline) -> Markup:
    """What the alliance in focus (or one member of it) moves, against the baseline."""
    moved = compared.changes
    if baseline.letter:
        text = _member(words, compared, baseline, moved)
        return _with_same_lot(words, compared, text)
    saved, name = compared.saved, compared.alliance.name
    if saved.is_open or is_open(moved):
        return _with_lot(words, compared, baseline)
    if not moved:
        same = words(f"same.{baseline.kind}")
        return words.html("headline.none", alliance=name, same=same)
    key = _effect(saved)
    return words.html(
        f"headline.{key}",
        alliance=name,
        saved=_strong(words("seats_word", n=abs(saved.low)), key),
        moves=sentence_part(words, moved),
        baseline=words(f"than.{baseline.kind}"),
    )


def stays(words: Words, alliance: Alliance, baseline: Baseline) -> list[Markup]:
    """That the groups inside an alliance still stand together where it is dissolved."""
    inner = [each for each in alliance.members if isinstance(each, Alliance)]
    if baseline.kind != "dissolved" or not inner:
        return []
    groups = words.join(each.structure for each in inner)
    return [words.html("headline.inner", groups=groups)]


def against(words: Words, compared: Comparison, reference: Reference) -> Markup:
    """What is another than in a reference, whatever the alliances are."""
    where = than(words, reference)
    if not compared.changes:
        return words.html("reference.same", than=where)
    moves = told(words, compared.movements, compared.changes)
    return words.html("reference.moved" if moves else "reference.same", moves=moves, than=where)


def last_step(words: Words, compared: Comparison) -> list[Markup]:
    """Whose seats are other ones than before the last step; nothing where none are."""
    moves = told(words, compared.movements, compared.changes) if compared.changes else ""
    return [words.html("headline.last", moves=moves)] if moves else []


def everything(words: Words, against_none: Comparison) -> Markup:
    """The second line: all alliances together against none at all."""
    moved = against_none.changes
    found = against_none.movements
    if any(each.by_lot for each in found):
        return words.html("all.open", moves=told(words, found, moved))
    if not found:
        text = words.html("all.cancel" if against_none.cancels else "all.equal")
        return _with_same_lot(words, against_none, text)
    costs = words.join(
        words(
            "all.costs.each" if len(letters) > 1 else "all.costs.one",
            letters=words.join(letters),
            seats=words("seats_word", n=amount),
        )
        for amount, letters in by_amount(moved, -1)
    )
    gains = sentence_part(words, {each: span for each, span in moved.items() if span.low > 0})
    return _with_same_lot(words, against_none, words.html("all.moved", costs=costs, gains=gains))


def ours(words: Words, compared: Comparison, baseline: Other, letter: str) -> Markup:
    """What it means for the person's own list."""
    now, then = compared.with_.seats_of([letter]), compared.without.seats_of([letter])
    if baseline.kind == "in":
        now, then = then, now  # today's world is the one without
    texts = {"now": words.seats_span(now), "then": words.seats_span(then), "letter": letter}
    if now.is_open or then.is_open:
        return words.html("ours.open", **texts)
    if now == then:
        return words.html("ours.same", **texts)
    return words.html("ours.would" if baseline.kind == "in" else "ours.more", **texts)


def lots_due(words: Words, counted: Count) -> list[Markup]:
    """A sentence for every lot that waits, and one for every lot that was drawn."""
    due = [
        words.html(
            "lot.due",
            tied=words.join(lot.tied),
            seats=words.seats(lot.seats),
            where=words("lot.inside", alliance=lot.alliance) if lot.alliance else "",
        )
        for lot in counted.lots
    ]
    return due + [
        words.html("lot.drawn", **_result(words, lot, winners)) for lot, winners in counted.drawn
    ]


def lots_elsewhere(words: Words, worlds: Mapping[str, Count]) -> list[Markup]:
    """A sentence for every lot that was drawn in a world of the comparison, by its name."""
    return [
        words.html("lot.drawn_elsewhere", world=world, **_result(words, lot, winners))
        for world, counted in worlds.items()
        for lot, winners in counted.drawn
    ]


def _result(words: Words, lot: Lot, winners: tuple[str, ...]) -> dict[str, str]:
    losers = (name for name in lot.tied if name not in winners)
    return {"winners": words.join(winners), "losers": words.join(losers)}


def _with_lot(words: Words, compared: Comparison, baseline: Baseline) -> Markup:
    saved, lots = compared.saved, _lots(words, compared)
    known = {
        "alliance": compared.alliance.name,
        "baseline": words(f"versus.{baseline.kind}"),
        "lots": words.join(lots),
        "n": len(lots),
    }
    if not saved.is_open:
        key = _effect(saved)
        number = _strong(words("seats_word", n=abs(saved.low)), key)
        return words.html(
            "headline.lot_who", effect=words.html(f"effect.{key}", saved=number), **known
        )
    if saved.low >= 0:
        number = _strong(words.seats_span(saved), "lot")
        return words.html("headline.lot", saved=number, **known)
    low, high = words.signed(saved.low), words.signed(saved.high)
    return words.html("headline.lot_costs", low=low, high=high, **known)


def _effect(saved: Span) -> str:
    return "gain" if saved.low > 0 else "loss" if saved.low < 0 else "inside"


def _member(
    words: Words, compared: Comparison, baseline: Baseline, moved: dict[str, Span]
) -> Markup:
    """One list inside or outside: who gains, who loses, and whether the total changes."""
    others = [letter for letter in compared.alliance.letters if letter != baseline.letter]
    known = {"letter": baseline.letter, "alliance": compared.alliance.name}
    if baseline.kind == "in":
        known["alliance"] = "-".join(others)
    found = compared.movements
    if not found:
        return words.html(f"member.none.{baseline.kind}", **known)
    if is_open(moved) and not any(each.change for each in found):
        open_ones = {each for movement in found for each in movement.letters}
        some = {letter: span for letter, span in moved.items() if letter in open_ones}
        moves, lots = sentence_part(words, some), words.join(_lots(words, compared, open_ones))
        return words.html(f"member.lot.{baseline.kind}", lots=lots, moves=moves, **known)
    one = sorted((each.change, each.by_lot) for each in found) == [(-1, False), (1, False)]
    # many moves are told as if they happened
    total = _total(words, compared.saved, "_if" * (one and baseline.kind == "in"))
    if one:
        loser, gainer = (each.letters[0] for each in sorted(found, key=lambda each: each.change))
        return words.html(
            f"member.one.{baseline.kind}",
            loser=loser,
            gainer=_strong(gainer, "gain"),
            total=total,
            **known,
        )
    return words.html(
        f"member.many.{baseline.kind}", moves=told(words, found, moved), total=total, **known
    )


def _with_same_lot(words: Words, compared: Comparison, text: Markup) -> Markup:
    """The sentence, and that lots which are due in both worlds alike move nothing."""
    same = [
        words.html("lot.same", letters=words.join(letters))
        for letters in same_lots(compared.without, compared.with_)
    ]
    return Markup(" ").join([text, *same])


def _total(words: Words, saved: Span, maybe: str) -> str:
    """What the lists of the alliance get in total."""
    if saved.is_open:
        return words("total.open")
    size = "same" if not saved else "more" if saved > 0 else "fewer"
    return words(f"total.{size}{maybe}", seats=words("seats_word", n=abs(int(saved))))


def _lots(words: Words, compared: Comparison, about: Collection[str] = ()) -> list[str]:
    """The lots that leave the comparison open: the scenario's own, else the other world's.

    Only those that are about some lists, where these are given.
    """
    own, others = (
        tuple(lot for lot in world.lots if not about or _touches(world, lot, about))
        for world in (compared.with_, compared.without)
    )
    if compared.baseline in (DISSOLVED, NONE) and compared.saved.is_open:
        # a lot inside an alliance moves its seats among its lists, and saves it none
        touched = compared.with_.seats_of(compared.alliance.letters).is_open
        own = tuple(lot for lot in own if touched and not lot.alliance)
    if own:
        return [_lot(words, lot) for lot in own]
    return [words("lot.elsewhere", tied=words.join(lot.tied)) for lot in others]


def _touches(world: Count, lot: Lot, letters: Collection[str]) -> bool:
    scenario = world.scenario
    named = [
        {name} if name in scenario.letters else {*scenario.alliance(name).letters}
        for name in lot.tied
    ]
    return any(each & {*letters} for each in named)


def _lot(words: Words, lot: Lot) -> str:
    key = "lot.between_inside" if lot.alliance else "lot.between"
    return words(key, tied=words.join(lot.tied), alliance=lot.alliance)


def _strong(text: str, kind: str) -> Markup:
    return Markup('<strong class="vf-{}">{}</strong>').format(kind, text)
