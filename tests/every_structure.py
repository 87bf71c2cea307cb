"""Every alliance structure one by one with the plain count, to compare the search with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from valgforbund import Count, Scenario, Span, count

Groups = list[list[str]]


def partitions(letters: tuple[str, ...]) -> Iterator[Groups]:
    """Every way to put lists into groups; a list alone is a group."""
    if not letters:
        yield []
        return
    for groups in partitions(letters[:-1]):
        for i, group in enumerate(groups):
            yield [*groups[:i], [*group, letters[-1]], *groups[i + 1 :]]
        yield [*groups, [letters[-1]]]


def counts(s: Scenario, apart: Iterable[tuple[str, str]] = ()) -> Iterator[tuple[Groups, Count]]:
    """Every structure in which no two lists are together that must be apart."""
    for groups in partitions(s.letters):
        if not any({one, other} <= set(group) for one, other in apart for group in groups):
            yield groups, count(s.with_alliances(groups))


def often(s: Scenario, blocs: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Counter[Span]]:
    """How often each bloc has these fewest and most seats."""
    found: dict[tuple[str, ...], Counter[Span]] = {bloc: Counter() for bloc in blocs}
    for _, counted in counts(s):
        single = counted.spans
        for bloc, spans in found.items():
            spans[counted.seats_of(bloc) if len(bloc) > 1 else single[bloc[0]]] += 1
    return found
