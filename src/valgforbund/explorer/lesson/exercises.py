"""The exercises of the lesson; every answer is counted, none is written down."""

from __future__ import annotations

from valgforbund.baselines import NONE, Baseline
from valgforbund.comparison import compare
from valgforbund.counting import count
from valgforbund.explorer.count.examples import lot, naestved
from valgforbund.explorer.lesson.exercise import Exercise
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.waste import CARRIED, last_quotient, waste_by_list
from valgforbund.wording import Words
from valgforbund.wording.headline import everything, headline
from valgforbund.wording.stemmespild import carried_lines

INVENTED = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8)
ALLIED = INVENTED.with_alliances([["C", "D"]])
DISSOLVED = Baseline("dissolved")


def exercises(words: Words) -> list[Exercise]:
    """All of them, the easy ones first."""
    return [*_invented(words), *_naestved(words), _lot(words)]


def _invented(words: Words) -> list[Exercise]:
    """Four lists and eight seats, by hand."""
    alone, allied = count(INVENTED).spans, count(ALLIED).spans
    compared = compare(ALLIED, ALLIED.alliances[0])
    losers = [letter for letter, span in compared.changes.items() if span.high < 0]
    together = ALLIED.votes[list(ALLIED.alliances[0].letters)]
    grand = INVENTED.with_alliances([INVENTED.letters])
    moved = compare(grand, grand.alliances[0], NONE).changes
    case = words(
        "lesson.poll",
        lists=words.join(f"{letter} {votes}" for letter, votes in INVENTED.votes.items()),
        seats=words.seats(INVENTED.seats),
    )
    return [
        Exercise(
            words("lesson.poll.alone", case=case),
            words(
                "lesson.poll.alone_why",
                numbers=" – ".join(words.decimal(INVENTED.votes["A"] / n) for n in (1, 2, 3, 4)),
                price=words.decimal(last_quotient(count(INVENTED))),
            ),
            _sure(alone["A"]),
            traps={_sure(allied["A"]): words("lesson.poll.alone_trap")},
        ),
        Exercise(
            words("lesson.poll.allied", case=case),
            words(
                "lesson.poll.allied_why",
                votes=int(together.sum()),
                seats=words.seats(int(compared.with_.seats_of(ALLIED.alliances[0].letters))),
                parts=words.join(f"{letter} {votes}" for letter, votes in together.items()),
            ),
            _sure(allied["D"]),
            traps={_sure(alone["D"]): words("lesson.poll.allied_trap")},
        ),
        Exercise(
            words("lesson.poll.cost"),
            headline(words, compared, DISSOLVED).striptags(),
            losers[0],
            choices=INVENTED.letters,
        ),
        Exercise(
            words("lesson.poll.grand"),
            words("lesson.poll.grand_why"),
            str(sum(max(span.high, 0) for span in moved.values())),
        ),
    ]


def _naestved(words: Words) -> list[Exercise]:
    """A real council: what is saved depends on what it is compared with."""
    example = naestved(words)
    scenario = example.scenario
    alliance = scenario.alliance(tuple(x for x in scenario.letters if x in example.view["focus"]))
    kept, none = compare(scenario, alliance), compare(scenario, alliance, NONE)
    by_list = waste_by_list(scenario)
    carried = by_list[by_list["class"] == CARRIED]
    letter = str(carried["votes"].idxmax())
    fates = {True: words("lesson.votes.moved"), False: words("lesson.votes.idle")}
    votes = words.number(int(carried["votes"].loc[letter]))
    return [
        Exercise(
            words("lesson.real.kept", alliance=alliance.name),
            headline(words, kept, DISSOLVED).striptags(),
            str(int(kept.saved)),
        ),
        Exercise(
            words("lesson.real.none", alliance=alliance.name),
            everything(words, none).striptags(),
            str(int(none.saved)),
            traps={str(int(kept.saved)): words("lesson.real.none_trap")},
        ),
        Exercise(
            words("lesson.votes", letter=letter, votes=votes),
            " ".join(line.striptags() for line in carried_lines(words, by_list)),
            fates[bool(carried.loc[letter, "moved_a_seat"])],
            choices=(words("lesson.votes.wasted"), *fates.values()),
        ),
    ]


def _lot(words: Words) -> Exercise:
    """A real council, and 20 votes that were not cast."""
    example = lot(words)
    counted = count(example.scenario)
    due = counted.lots[0]
    draw = words("lesson.lot.draw", tied=words.join(due.tied))
    more = example.scenario.votes - example.original.votes
    letter, votes = str(more.idxmax()), int(more.max())
    return Exercise(
        words("lesson.lot", letter=letter, votes=votes, alliance=due.alliance),
        words("lesson.lot.why", tied=words.join(due.tied)),
        draw,
        choices=(*due.tied, draw),
    )


def _sure(span: Span) -> str:
    return str(int(span))
