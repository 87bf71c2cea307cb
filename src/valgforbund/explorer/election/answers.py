"""The answers that stand on the four questions: one sentence each, for our list if there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from valgforbund.counting import Count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.markup import cut
from valgforbund.ranges import Span
from valgforbund.waste import WASTED, spans_by_measure
from valgforbund.wording import council, us

MANY = 40  # lists; among more it takes longer than a keystroke to try them all
SHORT = 24  # characters of an alliance's name


def what(results: Results) -> str:
    """Wasted votes in both worlds."""
    words = results.words
    if not any(results.scenario.ballots):
        return words("question.no_votes")
    here, there = results.worlds
    now, other = (
        words.span(spans_by_measure(counted)[WASTED])
        for counted in (results.compared.with_, results.compared.without)
    )
    if not (results.is_compared and results.tells_votes):
        return words("question.wasted_now", now=now)
    return words("question.wasted", now=now, world=here, other=other, elsewhere=there)


def whom(results: Results) -> str:
    """Where our list would have other seats, if the other lists stay where they are."""
    words, scenario, ours = results.words, results.scenario, results.view.ours
    if ours not in scenario.letters:
        return words("question.choose")
    if not any(scenario.ballots):
        return words("question.no_votes")
    return us.elsewhere(words, cut(ours), results.seats(ours), [*_places(results, ours)])


def sure(results: Results, closest: Callable[[], str]) -> str:
    """How close our list is to another number of seats, or else the closest of all lists."""
    words, ours = results.words, results.view.ours
    if not any(results.scenario.ballots):
        return words("question.no_votes")
    return (
        us.close(words, results.close, both=True) if ours in results.scenario.letters else closest()
    )


def rules(results: Results) -> str:
    """The majority, and who has it."""
    words = results.words
    if not council.decides(results.scenario):
        return words("question.delegation")
    if not any(results.scenario.ballots):
        return words("question.no_votes")
    return council.majority(words, results.counted).striptags()


def _places(results: Results, ours: str) -> Iterator[tuple[str, Span]]:
    """Alone, in every other alliance, with every list that is alone."""
    words, scenario = results.words, results.scenario
    home = scenario.alliance_of(ours)
    if home is not None:
        yield words("us.alone"), Count(scenario.leave(ours)).spans[ours]
    others = {each.name: each.structure for each in scenario.alliances if each != home}
    for name, shown in others.items():
        joined = Count(scenario.join(ours, name)).spans[ours]
        yield words("us.in", alliance=cut(shown, SHORT)), joined
    free = [each for each in scenario.letters if scenario.alliance_of(each) is None]
    for other in free if len(scenario.letters) <= MANY else []:
        if other != ours:
            allied = Count(scenario.unite([ours, other])).spans[ours]
            yield words("us.in", alliance=cut(other)), allied
