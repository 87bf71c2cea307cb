"""Where the votes ended, as sentences: one for the chosen measure, one for carried votes."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from valgforbund.baselines import Reference
from valgforbund.comparison import Comparison
from valgforbund.counting import Count
from valgforbund.ranges import Span
from valgforbund.waste import CARRIED, REMAINDER, SEATED, UNREPRESENTED, WASTED, class_by_letter
from valgforbund.wording.baseline import Other
from valgforbund.wording.baseline import worlds as baseline_worlds
from valgforbund.wording.catalogue import Words

CHOICES = (WASTED, UNREPRESENTED, REMAINDER)


def votes_line(
    words: Words,
    compared: Comparison,
    baseline: Other,
    measure: str,
    name: Markup | None = None,
) -> Markup:
    """The measure in both worlds, and why it changed or did not; its name as it should stand."""
    more, less = (measures[measure] for measures in compared.measures)
    worlds = baseline_worlds(words, baseline)
    known = {
        "measure": name or words(f"measure.{measure}"),
        "in_this": worlds[0],
        "in_that": worlds[1],
        "with_": _amount(words, more, compared.with_),
        "without": _amount(words, less, compared.without),
    }
    is_open = more.is_open or less.is_open
    same = not is_open and more == less
    # with other votes there are other reasons
    unsaid = is_open or measure == REMAINDER or isinstance(baseline, Reference)
    because = "" if unsaid else _because(words, compared, measure, same)
    return words.html("votes.same" if same else "votes.changed", because=because, **known)


def carried_lines(words: Words, by_list: pd.DataFrame) -> list[Markup]:
    """For each list without a seat whose alliance has one: whether its votes moved a seat."""
    carried = by_list[by_list["class"] == CARRIED]
    moved = carried[carried["moved_a_seat"].fillna(value=False)]
    lines = [
        _moved(words, dict(zip(each.index, each["votes"], strict=True)), str(gave_to), by_list)
        for gave_to, each in moved.groupby("gave_to", sort=False)
    ]
    nothing = carried[carried["moved_a_seat"].eq(other=False).fillna(value=False)]
    if len(nothing):
        total = int(nothing["votes"].sum())
        lines.append(
            words.html(
                "carried.nothing.many" if len(nothing) > 1 else "carried.nothing.one",
                letters=words.join(nothing.index),
                own=words.own(str(nothing.index[0])),
                votes=words.votes(total) if len(nothing) == 1 else words.number(total),
            )
        )
    unknown = carried[carried["moved_a_seat"].isna()]
    if len(unknown):
        lines.append(words.html("carried.open", letters=words.join(unknown.index)))
    return lines


def _moved(words: Words, votes: dict[str, int], gave_to: str, by_list: pd.DataFrame) -> Markup:
    """Lists each of whose votes moved the same seats: without one of them they were elsewhere."""
    gainer, _, seats = gave_to.rpartition("+")
    gave = gainer in by_list.index
    if len(votes) == 1:
        ((letter, held),) = votes.items()
        known = {"letter": letter, "own": words.own(letter), "votes": words.votes(held)}
        if gave:
            known |= {"gainer": gainer, "seats": words.word(int(seats))}
        return words.html("carried.gave" if gave else "carried.moved", **known)
    parts = [
        words("carried.part", own=words.own(letter), votes=words.number(held))
        for letter, held in votes.items()
    ]
    known = {"letters": words.join(votes), "votes": words.either(parts)}
    if gave:
        known |= {"gainer": gainer, "seats": words("seats_word", n=int(seats))}
    last = list(votes.values())[-1]
    return words.html("carried.gave_each" if gave else "carried.moved_each", n=last, **known)


def _because(words: Words, compared: Comparison, measure: str, same: bool) -> str:
    """Why: lists that won or lost a seat, votes that count for an ally or not, or nobody new."""
    with_, without = class_by_letter(compared.with_), class_by_letter(compared.without)
    moved = compared.changes
    if same:
        had = [letter for letter, span in moved.items() if span.low > 0]
        if not had or any(without.get(letter) != SEATED for letter in had):
            return ""
        return words(f"votes.had_seat.{_many(had)}", letters=words.join(had))
    more, less = (measures[measure] for measures in compared.measures)
    rises = more.low > less.low
    better = (without, with_) if rises else (with_, without)
    seated, carried = _better(*better, measure)
    if seated and carried and not rises:
        letters = {"seated": words.join(seated), "carried": words.join(carried)}
        return words("votes.because_both", n=len(seated), **letters)
    if seated:
        reason = "lost" if rises else "seat"
        return words(f"votes.because_{reason}.{_many(seated)}", letters=words.join(seated))
    reason = "unallied" if rises else "carried"
    allied = words(f"votes.because_{reason}.{_many(carried)}", letters=words.join(carried))
    return allied * bool(carried) + ("" if moved else words("votes.no_seat_moved"))


def _better(
    here: dict[str, str], there: dict[str, str], measure: str
) -> tuple[list[str], list[str]]:
    """Lists that won a seat here but not there, and lists that only count for an ally here."""
    bad = (WASTED,) if measure == WASTED else (WASTED, CARRIED)
    gained = [letter for letter in here if there.get(letter) in bad]
    return (
        [letter for letter in gained if here[letter] == SEATED],
        [letter for letter in gained if here[letter] == CARRIED and measure == WASTED],
    )


def _amount(words: Words, span: Span, counted: Count) -> Markup:
    """Votes and their share, never parted at the end of a line."""
    if span.is_open:
        low, high = words.number(span.low), words.number(span.high)
        text = words("votes.amount_range", low=low, high=high)
    else:
        share = words.share(span.low / (sum(counted.scenario.ballots) or 1))
        text = words("votes.amount", votes=words.number(span.low), share=share)
    return Markup('<span class="vf-nowrap">{}</span>').format(text)


def _many(letters: list[str]) -> str:
    return "many" if len(letters) > 1 else "one"
