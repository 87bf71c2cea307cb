"""What was changed against the source, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from valgforbund.scenario import Scenario
from valgforbund.wording import Words
from valgforbund.wording.markup import cut

NAME = 40  # signs of a name


def edits(words: Words, source: Scenario, scenario: Scenario) -> list[str]:
    """A sentence for each kind of change; none where nothing was changed.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 25, "B": 31}, seats=8)
    >>> edits(words("en"), s, s.with_votes({"A": 26})), edits(words("en"), s, s)
    (['Votes: A 26 instead of 25.'], [])
    """
    return [*_lists(words, source, scenario), *_council(words, source, scenario)]


def typed_on(words: Words, letters: Sequence[str]) -> str:
    """Which lists have candidates that a person typed."""
    return words("report.edit_typed", lists=words.join(cut(each, NAME) for each in letters))


def _lists(words: Words, source: Scenario, scenario: Scenario) -> Iterator[str]:
    """Lists that are new or gone, their votes, candidates and names."""
    old, new = _held(source), _held(scenario)
    if added := [each for each in new if each not in old]:
        votes = (f"{cut(each, NAME)} {words.number(new[each][0])}" for each in added)
        yield words("report.edit_added", lists=words.join(votes))
    if gone := [each for each in old if each not in new]:
        yield words("report.edit_gone", lists=words.join(cut(each, NAME) for each in gone))
    both = [each for each in old if each in new]
    for place, key in enumerate(("report.edit_votes", "report.edit_candidates")):
        if moved := [each for each in both if old[each][place] != new[each][place]]:
            parts = (
                words(
                    "report.edit_part",
                    who=cut(each, NAME),
                    new=_number(words, new[each][:2][place]),
                    old=_number(words, old[each][:2][place]),
                )
                for each in moved
            )
            yield words(key, lists=words.join(parts))
    names = [f"{cut(x, NAME)} {cut(new[x][2], NAME)}" for x in both if old[x][2] != new[x][2]]
    if names:
        yield words("report.edit_names", lists=words.join(names))


def _council(words: Words, source: Scenario, scenario: Scenario) -> Iterator[str]:
    """Seats, alliances, and lots that were drawn."""
    if source.seats != scenario.seats:
        yield words("report.edit_seats", new=scenario.seats, old=source.seats)
    old, new = ({each.structure for each in s.alliances} for s in (source, scenario))
    if made := [each.structure for each in scenario.alliances if each.structure not in old]:
        yield words("report.edit_allied", alliances=words.join(made))
    if gone := [each.structure for each in source.alliances if each.structure not in new]:
        yield words("report.edit_dissolved", alliances=words.join(gone))
    if scenario.drawn:
        yield words("report.edit_drawn", n=len(scenario.drawn))


def _held(scenario: Scenario) -> dict[str, tuple[int, int | None, str]]:
    each = zip(scenario.ballots, scenario.limits, scenario.names, strict=True)
    return dict(zip(scenario.letters, each, strict=True))


def _number(words: Words, value: int | None) -> str:
    return words("report.no_limit") if value is None else words.number(value)
