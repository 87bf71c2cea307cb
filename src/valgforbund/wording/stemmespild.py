"""Where the votes ended, as sentences: one for the chosen measure, one for carried votes."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from valgforbund.comparison import Comparison
from valgforbund.counting import Count
from valgforbund.ranges import Span
from valgforbund.waste import CARRIED, REMAINDER, SEATED, UNREPRESENTED, WASTED, class_by_letter
from valgforbund.wording.baseline import Baseline
from valgforbund.wording.catalogue import Words

CHOICES = (WASTED, UNREPRESENTED, REMAINDER)


def votes_line(words: Words, compared: Comparison, baseline: Baseline, measure: str) -> Markup:
    """The measure in both worlds, and why it changed or did not."""
    more, less = (measures[measure] for measures in compared.measures)
    worlds = baseline.worlds(words)
    known = {
        "measure": words(f"measure.{measure}"),
        "in_this": worlds[0],
        "in_that": worlds[1],
        "with_": _amount(words, more, compared.with_),
        "without": _amount(words, less, compared.without),
    }
    is_open = more.is_open or less.is_open
    same = not is_open and more == less
    because = "" if is_open or measure == REMAINDER else _because(words, compared, measure, same)
    return words.html("votes.same" if same else "votes.changed", because=because, **known)


def carried_lines(words: Words, by_list: pd.DataFrame) -> list[Markup]:
    """For each list without a seat whose alliance has one: whether its votes moved a seat."""
    carried = by_list[by_list["class"] == CARRIED]
    lines = []
    for letter, row in carried[carried["moved_a_seat"].fillna(value=False)].iterrows():
        gainer, _, seats = row["gave_to"].rpartition("+")
        known = {"letter": letter, "own": words.own(str(letter))}
        key = "carried.moved"
        if gainer in by_list.index:
            key = "carried.gave"
            known |= {"gainer": gainer, "seats": words.word(int(seats))}
        lines.append(words.html(key, votes=words.number(row["votes"]), **known))
    nothing = carried[carried["moved_a_seat"].eq(other=False).fillna(value=False)]
    if len(nothing):
        lines.append(
            words.html(
                "carried.nothing.many" if len(nothing) > 1 else "carried.nothing.one",
                letters=words.join(nothing.index),
                own=words.own(str(nothing.index[0])),
                votes=words.number(int(nothing["votes"].sum())),
            )
        )
    unknown = carried[carried["moved_a_seat"].isna()]
    if len(unknown):
        lines.append(words.html("carried.open", letters=words.join(unknown.index)))
    return lines


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
