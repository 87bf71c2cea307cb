"""What a night that is over teaches: the constants, and for each of its councils without it.

1. Variances, lengths and slopes make the last counts of every council most likely given all other
   councils (a multivariate Student's t, its national part left out and put in by Woodbury's
   formula). The maximum is found by BFGS on the logarithms, begun with the outer product of the
   councils' scores (Berndt, Hall, Hall and Hausman 1974).
2. A council's own constants are one Newton step away from the maximum, without its score.
3. Turnout, entries and the country's swing are moments.
4. The night is then replayed: at 25, 50 and 75 per cent of a council's areas the forecast is held
   against what came. The width is what makes nine in ten of the intervals hold.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from valgforbund.errors import ScenarioError
from valgforbund.night.constants import Constants
from valgforbund.night.council import Council, Counted
from valgforbund.night.entries import UNKNOWN, UNKNOWN_SPREAD
from valgforbund.night.ground import Ground
from valgforbund.night.model import Learnt, Model, View
from valgforbund.night.moments import moments
from valgforbund.night.replay import replayed
from valgforbund.night.swing import Country, parts, prior

# where the search begins; where it ends does not depend on it
START = Constants(
    country=0.1,
    council=0.03,
    area=0.03,
    new=1.0,
    voters=1.0,
    likeness=3.0,
    distance=30.0,
    slope=0.1,
    size=0.5,
    tail=5.0,
    entry=math.log(UNKNOWN),
    entry_candidates=0.0,
    entry_voters=0.0,
    candidates=0.0,
    entry_spread=UNKNOWN_SPREAD,
    turnout=0.1,
    turnout_kept=0.5,
    width=1.0,
)
SOUGHT = ("council", "area", "new", "voters", "likeness", "distance", "slope", "size", "tail")
STEP = 0.03  # of a logarithm, by which a score is measured
LONGEST = 0.7  # the most that a logarithm moves at once
ENOUGH = 0.5  # log likelihood that one more round must bring
ROUNDS = 25
STEADY = 10.0  # added to the information, so that what the night says nothing of stays
REPLAYED = (0.25, 0.5, 0.75)  # of a council's areas
COVERED = 0.9
DRAWS = 400
NOBODY = np.zeros(0)


class Point(NamedTuple):
    """A place in the search: logarithms, what each council is worth there, and its scores."""

    logs: np.ndarray
    likely: np.ndarray
    scores: np.ndarray


def learn(grounds: Sequence[Ground]) -> Learnt:
    """What a night teaches others, and each of its councils about the rest.

    Parameters
    ----------
    grounds : sequence of Ground
        Councils with all their counts.

    Raises
    ------
    ScenarioError
        If nothing is counted.
    """
    if not any(len(ground.council.when) for ground in grounds):
        raise ScenarioError("night_teaches_nothing")
    ends = [ground.council.counted(len(ground.council.when)) for ground in grounds]
    codes = [ground.council.code for ground in grounds]
    sums = moments(grounds, ends)
    whole = START._replace(**sums.all())
    best = _search(lambda constants: likelihood(grounds, ends, constants), whole)
    found = _at(whole, best.logs)
    found = found._replace(country=_country(grounds, ends, found))
    councils = {
        code: _at(found, logs)._replace(**sums.without(n))
        for n, (code, logs) in enumerate(zip(codes, _without(best), strict=True))
    }
    corrections, owners = corrected([ground.council for ground in grounds])
    learnt = Learnt(found, councils, corrections, owners)
    widths = _widths(grounds, ends, learnt)
    everybody = np.concatenate([*widths.values(), NOBODY])
    own = {
        code: constants._replace(
            width=_covering(np.concatenate([w for c, w in widths.items() if c != code] + [NOBODY]))
        )
        for code, constants in councils.items()
    }
    return learnt._replace(constants=found._replace(width=_covering(everybody)), councils=own)


def corrected(councils: Sequence[Council]) -> tuple[np.ndarray, np.ndarray]:
    """What lists were corrected by, by the root of their preliminary votes; and in which council.

    Each list counts once, in all areas together that have both counts.
    """
    found, owners = [], []
    for council in councils:
        after = council.counted(len(council.when))
        early = council.only(final=False)
        before = early.counted(len(early.when))
        both = before.known & after.final
        votes = before.votes[both].sum(axis=0)
        if both.any():
            found.append((after.votes[both].sum(axis=0) - votes) / np.sqrt(votes + 1))
            owners += [council.code] * len(votes)
    return np.concatenate([*found, NOBODY]), np.array(owners, dtype=str)


# ---- how likely the night is ----


def likelihood(
    grounds: Sequence[Ground], ends: Sequence[Counted], constants: Constants
) -> np.ndarray:
    """The log likelihood of each council's counts given those of all others."""
    features = grounds[0].features.shape[1]
    country = Country(len(grounds), *prior(constants, grounds[0].parties, features))
    rows = []
    for place, (ground, end) in enumerate(zip(grounds, ends, strict=True)):
        found = parts(ground, end, constants)
        country.put(place, found, ground.groups)
        for part in found:
            inner = part.features.T @ part.weighed
            right = part.features.T @ part.strayed_weighed
            squares = (part.strayed * part.strayed_weighed).sum(axis=0)
            spread = -np.linalg.slogdet(part.inverse)[1]
            rows += [
                (
                    *(place, ground.groups[each], inner / scale, right[:, n] / scale),
                    *(squares[n] / scale, spread + len(part.inverse) * math.log(scale)),
                    len(part.inverse),
                )
                for n, (each, scale) in enumerate(zip(part.lists, part.scale, strict=True))
            ]
    owner, group, inner, right, squares, spread, areas = map(np.array, zip(*rows, strict=True))
    swing = country.swing()
    whole, total = swing.precision[group], (swing.precision @ swing.mean[:, :, None])[group, :, 0]
    others, rest = whole - inner, total - right
    off = squares - (total * swing.mean[group]).sum(axis=1)
    off += (rest * np.linalg.solve(others, rest[:, :, None])[:, :, 0]).sum(axis=1)
    spread = spread + np.linalg.slogdet(swing.precision)[1][group] - np.linalg.slogdet(others)[1]
    tail = constants.tail
    most = int(areas.max())
    gammas = np.array([math.lgamma((tail + n) / 2) for n in range(most + 1)])
    each = gammas[areas] - gammas[0] - areas / 2 * math.log(tail) - spread / 2
    each = each - (tail + areas) / 2 * np.log1p(np.maximum(off, 0) / tail)
    return np.bincount(owner, each, minlength=len(grounds))


def _search(likely: Callable[[Constants], np.ndarray], start: Constants) -> Point:
    """The constants that make the night most likely."""

    def worth(logs: np.ndarray) -> np.ndarray:
        return likely(_at(start, logs))

    def point(logs: np.ndarray, here: np.ndarray) -> Point:
        moves = np.eye(len(logs)) * STEP
        return Point(logs, here, np.array([worth(logs + m) - here for m in moves]).T / STEP)

    logs = np.log([getattr(start, name) for name in SOUGHT])
    now = point(logs, worth(logs))
    curve = np.linalg.inv(_information(now.scores))
    for _ in range(ROUNDS):
        way = curve @ now.scores.sum(axis=0)
        way *= LONGEST / max(LONGEST, np.abs(way).max())
        found = _along(worth, now, way)
        if found is None:
            break
        after = point(*found)
        curve = _bent(curve, after.logs - now.logs, (now.scores - after.scores).sum(axis=0))
        gain = after.likely.sum() - now.likely.sum()
        now = after
        if gain < ENOUGH:
            break
    return now


def _along(
    worth: Callable[[np.ndarray], np.ndarray], now: Point, way: np.ndarray
) -> tuple[np.ndarray, np.ndarray] | None:
    """The best point found on the way: shorter until it is better, then longer while it is."""
    length, least = 1.0, now.likely.sum()
    while length > STEP:
        logs = now.logs + length * way
        here = worth(logs)
        if here.sum() > least:
            break
        length /= 2
    else:
        return None
    while np.abs(2 * length * way).max() < 1:
        farther = now.logs + 2 * length * way
        there = worth(farther)
        if there.sum() <= here.sum():
            break
        length, logs, here = 2 * length, farther, there
    return logs, here


def _bent(curve: np.ndarray, step: np.ndarray, change: np.ndarray) -> np.ndarray:
    """The inverse curvature after a step (BFGS)."""
    along = step @ change
    if along <= 0:
        return curve
    turn = np.eye(len(step)) - np.outer(step, change) / along
    bent: np.ndarray = turn @ curve @ turn.T + np.outer(step, step) / along
    return bent


def _information(scores: np.ndarray) -> np.ndarray:
    information: np.ndarray = scores.T @ scores + STEADY * np.eye(scores.shape[1])
    return information


def _without(best: Point) -> list[np.ndarray]:
    """The logarithms for each council without its own score."""
    whole = _information(best.scores)
    return [
        best.logs + np.linalg.solve(whole - np.outer(own, own), best.scores.sum(axis=0) - own)
        for own in best.scores
    ]


def _at(constants: Constants, logs: np.ndarray) -> Constants:
    return constants._replace(**dict(zip(SOUGHT, np.exp(logs).tolist(), strict=True)))


# ---- the country ----


def _country(grounds: Sequence[Ground], ends: Sequence[Counted], constants: Constants) -> float:
    """How far parties that stood last time moved in the country: the root of the mean square."""
    model = Model(grounds, Learnt(constants, {}, np.zeros(0), np.zeros(0, dtype=str)), 1, 0)
    for place, end in enumerate(ends):
        model.show(place, end)
    stood = model.country.weights.sum(axis=(0, 1)) > 0
    stood &= np.arange(len(stood)) < grounds[0].parties
    if not stood.any():
        return constants.country
    swing = model.country.swing().mean[stood, 0]
    return float(np.sqrt((swing**2).mean()))


# ---- the night again ----


def _widths(
    grounds: Sequence[Ground], ends: Sequence[Counted], learnt: Learnt
) -> dict[str, np.ndarray]:
    """By council, how far off forecasts were, in half widths of their intervals."""
    found: dict[str, list[np.ndarray]] = {ground.council.code: [] for ground in grounds}
    for place, view in replayed(grounds, learnt, REPLAYED, DRAWS):
        if view.forecast is not None:
            found[view.council.code].append(_off(view, ends[place]))
    return {code: np.concatenate([*each, NOBODY]) for code, each in found.items()}


def _off(view: View, end: Counted) -> np.ndarray:
    """How far each list's share is from the middle of its interval, in half widths."""
    shares = view.votes / np.maximum(view.votes.sum(axis=0), 1)
    tails = [(1 - COVERED) / 2, 0.5, (1 + COVERED) / 2]
    low, middle, high = np.quantile(shares, tails, axis=1)
    came = end.total / max(end.total.sum(), 1)
    half = np.maximum(high - low, 1e-6) / 2
    off: np.ndarray = np.abs(came - middle) / half
    return off


def _covering(off: np.ndarray) -> float:
    """The width with which nine in ten hold."""
    return float(np.quantile(off, COVERED)) if len(off) else 1.0
