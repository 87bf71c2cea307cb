"""The rows of a standing's frames, council by council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from valgforbund.baselines import NONE
from valgforbund.margins.closest import LIST, every_margin
from valgforbund.night.majority import majority
from valgforbund.night.model import HIGH, LOW, SURE, View
from valgforbund.night.rounding import rounded

Row = tuple[object, ...]


def council(view: View) -> Row:
    """Of `Standing.councils`."""
    counted, eligible, most = view.counted, view.council.eligible, majority(view)
    return (
        *_named(view),
        *(len(view.council.areas), int(counted.known.sum()), int(counted.final.sum())),
        int(eligible.sum()),
        eligible[counted.known].sum() / max(eligible.sum(), 1),
        *(int(counted.total.sum()), view.council.scenario.seats, int(view.ends.sure.sum())),
        *(most.bloc, most.probability),
    )


def lists(view: View) -> Iterator[Row]:
    """Of `Standing.lists`."""
    scenario, now = view.council.scenario, view.now
    votes = view.votes / np.maximum(view.votes.sum(axis=0), 1)
    low, high = np.quantile(votes, [LOW, HIGH], axis=1)
    least, most = view.ends.low, view.ends.high
    expected = view.seats.mean(axis=1)
    inside = (view.seats >= least[:, None]) & (view.seats <= most[:, None])
    whole_ = rounded(expected)
    for i, letter in view.council.order:
        seats_now = (None, None) if now is None else now.spans[letter].ends
        yield (
            *_named(view),
            *(letter, scenario.party(letter), int(view.counted.total[i])),
            *(seats_now[0] if seats_now[0] == seats_now[1] else None, *seats_now),
            *(view.share[i], low[i], high[i], expected[i]),
            *(int(whole_[i]), int(least[i]), int(most[i]), inside[i].mean()),
        )


def chances(view: View) -> Iterator[Row]:
    """Of `Standing.chances`."""
    scenario = view.council.scenario
    for i, letter in view.council.order:
        times = np.bincount(view.seats[i])
        for number in np.flatnonzero(times):
            share = times[number] / view.draws
            yield (*_named(view), letter, scenario.party(letter), int(number), share)


def alliances(view: View, baseline: str) -> Iterator[Row]:
    """Of `Standing.alliances`."""
    letters = view.council.scenario.letters
    for alliance in view.council.given.alliances:
        members = [letters.index(letter) for letter in alliance.letters]
        seats = view.seats_without(None if baseline == NONE else alliance.letters[0])
        saved = view.seats[members].sum(axis=0) - seats[members].sum(axis=0)
        yield (
            *(*_named(view), alliance.name),
            *((saved > 0).mean(), (saved < 0).mean(), saved.mean()),
        )


def majorities(view: View, blocs: Mapping[str, Iterable[object]] | None) -> Iterator[Row]:
    """Of `Standing.majorities`."""
    scenario = view.council.scenario
    units: dict[str, tuple[str, ...]]
    if blocs is None:
        units = {letter: (letter,) for _, letter in view.council.order}
        units |= {each.name: each.letters for each in view.council.given.alliances}
    else:
        units = {
            name: tuple(dict.fromkeys(x for each in letters if (x := scenario.find(each))))
            for name, letters in blocs.items()
        }
    for name, letters in units.items():
        rows = [scenario.letters.index(letter) for letter in letters]
        seats = view.seats[rows].sum(axis=0)
        yield (
            *(*_named(view), name, int(view.counted.total[rows].sum())),
            *(seats.mean(), (2 * seats > scenario.seats).mean()),
        )


def moving(view: View) -> Iterator[Row]:
    """Of `Standing.moving`."""
    now, scenario = view.now, view.council.scenario
    if now is None:
        return
    least, most = np.array([span.ends for span in now.spans.values()]).T
    fewer = (view.seats < least[:, None]).mean(axis=1)
    more = (view.seats > most[:, None]).mean(axis=1)
    if not (np.maximum(fewer, more) > 1 - SURE).any():
        return
    margins = {each.unit: each for each in every_margin(now) if each.kind == LIST}
    for i, letter in view.council.order:
        if max(fewer[i], more[i]) > 1 - SURE:
            yield (
                *(*_named(view), letter, scenario.party(letter)),
                int(least[i]) if least[i] == most[i] else None,
                *(fewer[i], more[i], margins[letter].to_gain, margins[letter].to_lose),
            )


def _named(view: View) -> tuple[str, str]:
    return view.council.code, view.council.scenario.place
