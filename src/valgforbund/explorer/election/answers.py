"""The answers that stand on the four questions: one sentence each, for our list if there is one."""

from __future__ import annotations

from collections.abc import Callable

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.majorities import needed
from valgforbund.explorer.workbench.markup import cut
from valgforbund.waste import WASTED, spans_by_measure
from valgforbund.wording import council, us


def what(results: Results) -> str:
    """Seats of our list, if there is one, and wasted votes, in both worlds."""
    words = results.words
    if not any(results.scenario.ballots):
        return words("question.no_votes")
    here, there = results.worlds
    now, other = (
        words.span(spans_by_measure(counted)[WASTED])
        for counted in (results.compared.with_, results.compared.without)
    )
    if not (results.is_compared and results.tells_votes):
        wasted = words("question.wasted_now", now=now)
    else:
        wasted = words("question.wasted", now=now, world=here, other=other, elsewhere=there)
    return " ".join(filter(None, (_ours(results), wasted)))


def _ours(results: Results) -> str:
    """Seats of our list, beside those in the other world."""
    words, letter = results.words, results.view.ours
    if letter not in results.scenario.letters:
        return ""
    compared = results.compared if results.is_compared else None
    return us.seats(words, cut(letter), results.counted, compared, results.worlds)


def whom(results: Results, best: Callable[[], str]) -> str:
    """The best coalition of our list, if the other lists stay where they are."""
    words, scenario, ours = results.words, results.scenario, results.view.ours
    if ours not in scenario.letters:
        return words("question.choose")
    if not any(scenario.ballots):
        return words("question.no_votes")
    return best()


def sure(results: Results, closest: Callable[[], str]) -> str:
    """How close our list is to another number of seats, or else the closest of all lists."""
    words, ours = results.words, results.view.ours
    if not any(results.scenario.ballots):
        return words("question.no_votes")
    return (
        us.close(words, results.close, both=True) if ours in results.scenario.letters else closest()
    )


def rules(results: Results) -> str:
    """In how many majorities our list is needed, if there is one; the majority, and who has it."""
    words = results.words
    if not council.decides(results.scenario):
        return words("question.delegation")
    if not any(results.scenario.ballots):
        return words("question.no_votes")
    majority = council.majority(words, results.counted).striptags()
    return " ".join(filter(None, (needed(results), majority)))
