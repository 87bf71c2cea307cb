"""Whom should we ask? Every coalition of one list, as a frame.

Source of the rules: kommunal- og regionalvalgloven §§ 37-42 (who may ally) and 81-83.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar

import numpy as np
import pandas as pd

from valgforbund.alliances import SEPARATOR, Alliance
from valgforbund.comparison import changes_text, spread
from valgforbund.frames import Column, text, whole
from valgforbund.kernels.coalitions import NEVER
from valgforbund.progress import Progress
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import Groups, Size
from valgforbund.strategy.ranking import Coalition, Ranking, rank

Part = TypeVar("Part", str, Alliance)
Kinds: TypeAlias = tuple[np.ndarray, np.ndarray]  # the first row of each kind; by row, its kind


def partners(
    scenario: Scenario,
    letter: str,
    *,
    size: Size = None,
    include: Iterable[str] = (),
    apart: Groups = (),
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Every coalition that a list could form, the best for it first.

    In each, the list and its partners are one alliance; each leaves the one it is in. Who is left
    of that one stays together, and one list left stands alone. The order: most own seats (sure
    ones first, then with lots); where there is none, fewest votes missing to the first; smallest,
    fewest votes missing to the next seat, fewest partners that lose, fewest that may lose by lot,
    most that gain, the partners with most votes.

    Parameters
    ----------
    scenario : Scenario
        Today: what partners gain and lose is held against it.
    letter : str
        The list that looks for partners.
    size : int or (int, int), optional
        The most lists in a coalition, or the fewest and the most; the list itself counts.
    include : iterable of letters
        Lists that must be in.
    apart : iterable of groups of letters
        Lists that never ally with each other: at most one of each group may be in.
    progress : callable, optional
        Called with the coalitions that are counted and their number.

    Returns
    -------
    DataFrame
        Index ``rank`` from 1. ``coalition`` (its letters), ``size``, ``today`` (whether that is
        how it is), ``seats`` of the list (missing where a lot decides), ``seats_low``,
        ``seats_high``, ``votes_missing`` (new votes until it surely has one seat more; missing
        where it never has), ``changes`` of the partners against today (such as ``"A+1 V-1"``),
        ``gainers`` and ``losers`` among them, ``might_lose`` (by lot), ``left_behind`` (the
        alliances that lists are taken from, as ``"C-D-E→D-E"``; ``–`` where nobody is left).

    Raises
    ------
    ScenarioError
        If a letter is unknown, what is asked for contradicts itself, or there are more than 2^20
        coalitions (of more than 21 lists): then ask for a size. Above 2,000 seats.

    Examples
    --------
    >>> s = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
    >>> partners(s, "D", size=2)[["coalition", "seats", "votes_missing", "losers", "left_behind"]]
         coalition  seats  votes_missing losers left_behind
    rank
    1          A-D      6             64      A       A-C→C
    2          C-D      6             87              A-C→A
    3          B-D      6            102
    4            D      5             15
    """
    ranking = rank(scenario, letter, size=size, include=include, apart=apart, progress=progress)
    return frame(ranking)


def frame(ranking: Ranking) -> pd.DataFrame:
    """The ranking as `partners` gives it."""
    letters, inside = ranking.scenario.letters, ranking.inside
    own = letters.index(ranking.letter)
    low, high = (ends[:, own].tolist() for ends in (ranking.low, ranking.high))
    missing = [None if votes == NEVER else votes for votes in ranking.missing.tolist()]
    today = (inside == ranking.inside_today).all(axis=1)
    lists = ((letter, _kinds([_seats_of(ranking, i)])) for i, letter in enumerate(letters))
    homes = (
        (each, _kinds([today, *(inside[:, letters.index(x)] for x in each.letters)]))
        for each in ranking.scenario.alliances
    )
    of_lists: dict[str, tuple[str, Callable[[Coalition, str], str]]] = {
        "coalition": (SEPARATOR, lambda each, x: x * (x in each.letters)),
        "changes": (" ", _change),
        "gainers": (", ", lambda each, x: x * (x in each.gainers)),
        "losers": (", ", lambda each, x: x * (x in each.losers)),
        "might_lose": (", ", lambda each, x: x * (x in each.doubters)),
    }
    texts = _texts(ranking, lists, of_lists) | _texts(
        ranking, homes, {"left_behind": (", ", _rest)}
    )
    numbers: dict[str, Column] = {
        "size": whole(inside.sum(axis=1).tolist()),
        "today": today,
        **spread({"seats": list(map(Span, low, high))}),
        "votes_missing": whole(missing),
    }
    found = numbers | {name: text(column) for name, column in texts.items()}
    order = ["coalition", *numbers, *(name for name in texts if name != "coalition")]
    index = pd.RangeIndex(1, len(ranking) + 1, name="rank")
    return pd.DataFrame({name: found[name] for name in order}, index=index)


def _texts(
    ranking: Ranking,
    parts: Iterable[tuple[Part, Kinds]],
    wanted: Mapping[str, tuple[str, Callable[[Coalition, Part], str]]],
) -> dict[str, list[str]]:
    """Texts of each coalition, put together from a piece for each list or alliance.

    There may be very many coalitions: a piece is written once for all that are of one kind, and
    the kinds of one part are in memory at a time.
    """
    texts = {name: np.full(len(ranking), "", dtype=object) for name in wanted}
    for part, (first, which) in parts:
        coalitions = [ranking[place] for place in first.tolist()]
        for name, (separator, piece) in wanted.items():
            pieces = [piece(each, part) for each in coalitions]
            ends = [each and each + separator for each in pieces]
            texts[name] += np.array(ends, dtype=object)[which]
    return {
        name: [each.removesuffix(separator) for each in texts[name]]
        for name, (separator, _) in wanted.items()
    }


def _seats_of(ranking: Ranking, i: int) -> np.ndarray:
    """A number for the seats of a list: what can be said of it in a coalition goes by them."""
    low, high = (ends[:, i].astype(np.int64) for ends in (ranking.low, ranking.high))
    seats = low * (ranking.scenario.seats + 1) + high
    return np.where(ranking.inside[:, i], seats, NEVER)


def _kinds(features: Iterable[np.ndarray]) -> Kinds:
    """The combinations of features that occur."""
    first, which = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    for feature in features:
        both = which * (int(feature.max()) + 2) + feature  # from -1 on
        _, first, which = np.unique(both, return_index=True, return_inverse=True)
    return first, which


def _change(coalition: Coalition, letter: str) -> str:
    moved = coalition.changes
    return changes_text({letter: moved[letter]}) if letter in moved else ""


def _rest(coalition: Coalition, alliance: Alliance) -> str:
    """What is left of an alliance that lists are taken from."""
    for before, after in coalition.left_behind:
        if before == alliance.letters:
            return f"{SEPARATOR.join(before)}→{SEPARATOR.join(after) or '–'}"
    return ""
