"""A list's seats against its votes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from valgforbund import parsing
from valgforbund.charts import Drawing, Point, Stair, StepsChart, StepsLabels
from valgforbund.margins import Step, Way, every_step
from valgforbund.margins.way import NEW, OTHERS
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.pictures.worlds import Shown, comparison, counts
from valgforbund.scenario import Scenario
from valgforbund.wording import Words, margins
from valgforbund.wording.markup import cut
from valgforbund.wording.worlds import labels as world_labels

WIDTH: Final = 440
HEIGHT: Final = 260
TICKS: Final = 6


def picture(words: Words, shown: Shown, called: str, source: str = NEW) -> Picture:
    """The steps of one list, in both worlds where two are compared."""
    counted, other = counts(shown)
    scenario = counted.scenario
    letter = scenario.known(called)
    giver = source if source in (NEW, OTHERS) else scenario.known(source)
    first, last = reach(scenario, letter, giver)
    held = scenario.ballots[scenario.letters.index(letter)]
    colour = scenario.parties[letter].colour

    def climbed(world: Scenario) -> Stair:
        found = every_step(Way(world, letter, giver), held - first, last - held)
        return stair(words, found, colour)

    with_, without = climbed(scenario), climbed(other.scenario) if other else None
    compared = comparison(shown)
    named = world_labels(words, compared) if compared else ("", "")
    labels = StepsLabels(
        *named,
        votes=words(
            "steps.votes", letter=cut(letter, 12), source=margins.source_name(words, giver)
        ),
        now=words("steps.now", votes=words.number(held)),
        open=words("chart.open"),
    )
    marks = ticks(words, first, last)

    def draw(width: int, height: int) -> Drawing:
        return StepsChart(width, height).drawing(held, last, with_, without, marks, labels)

    title = words("steps.title", letter=cut(letter))
    return Picture(caption(words, title, counted), WIDTH, lambda _: HEIGHT, draw)


def reach(scenario: Scenario, letter: str, source: str) -> tuple[int, int]:
    """Votes of a list within which a seat fits, and half its votes where that is more."""
    held = dict(zip(scenario.letters, scenario.ballots, strict=True))
    votes, total = held[letter], sum(scenario.ballots)
    width = max(votes // 2, 3 * total // (2 * scenario.seats), 50)
    digits = 10 ** max(len(str(width)) - 2, 0)
    width = width // digits * digits
    others = {NEW: max(parsing.MOST_VOTES - votes, 0), OTHERS: total - votes}
    pool = others[source] if source in others else held[source]
    if not pool and source == OTHERS:
        return votes, votes  # lists without votes have no proportions to give them votes in
    return max(0, votes - width), votes + min(width, pool)


def stair(words: Words, steps: Sequence[Step], colour: str) -> Stair:
    """The steps at which the list's own seats change."""
    return Stair(
        tuple(
            Point(
                step.votes, *step.seats.ends, "" if step.seats.is_open else words.number(step.votes)
            )
            for step in own(steps)
        ),
        colour,
    )


def own(steps: Sequence[Step]) -> list[Step]:
    """The steps at which the list's own seats change."""
    return [step for k, step in enumerate(steps) if not k or step.seats != steps[k - 1].seats]


def ticks(words: Words, first: int, last: int) -> tuple[tuple[int, str], ...]:
    """Round numbers of votes, some six of them."""
    least = max((last - first) // TICKS, 1)
    power = 10 ** (len(str(least)) - 1)
    step = next(part * power for part in (1, 2, 5, 10) if part * power >= least)
    start = -(-first // step) * step
    return tuple((votes, words.number(votes)) for votes in range(start, last + 1, step))
