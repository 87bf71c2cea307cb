"""No answer depends on the order in which lists stand: every public function, twice.

The order of the lists is how a person wants to see them. It may be seen in the order of rows, in
the names of alliances and in texts about several lists (*A-1 D+1*), and nowhere else: what is
ranked, chosen among equals or drawn goes by votes and then by letter. So each function is asked
about a council and about its twins, the same with the lists in another order, and the answers
must be the same without that.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
import pytest
from elections import random_scenario
from nights import counting, twice
from nominated import nominated
from sampling import all_or

import valgforbund as vf
from valgforbund import council, outcomes, proportional
from valgforbund.baselines import Baseline
from valgforbund.council.proposal import Proposal
from valgforbund.explorer.constitution.results import Results as ConstitutionResults
from valgforbund.explorer.constitution.state import View as ConstitutionView
from valgforbund.explorer.count.results import Results, in_focus
from valgforbund.explorer.count.view import View
from valgforbund.explorer.election.panels import slider
from valgforbund.margins import __all__ as margin_names
from valgforbund.margins import closest, every_margin, next_change, steps
from valgforbund.pictures import race
from valgforbund.protocol import why
from valgforbund.sources.bundled import load_all
from valgforbund.strategy.admissions import moves
from valgforbund.strategy.goals import routes
from valgforbund.strategy.ranking import rank
from valgforbund.waste import MEASURES
from valgforbund.wording import admissions as admission_words
from valgforbund.wording import council as council_words
from valgforbund.wording import goals as goal_words
from valgforbund.wording import headline as headlines
from valgforbund.wording import margins as margin_words
from valgforbund.wording import partners as partner_words
from valgforbund.wording import protocol as protocol_words
from valgforbund.wording import simulation as simulation_words
from valgforbund.wording import stemmespild, words

DANISH = words("da")

Ask: TypeAlias = Callable[[vf.Scenario], object]

# ---- the councils, and their twins ----


def spread(every: Sequence[vf.Scenario], number: int) -> list[vf.Scenario]:
    """So many of them, evenly from the first to the last."""
    many = min(number, len(every))
    return [every[(len(every) - 1) * n // max(many - 1, 1)] for n in range(many)]


@cache
def country() -> tuple[vf.Scenario, ...]:
    """All councils of 2025, those with the fewest lists first."""
    return tuple(sorted(load_all("KV2025"), key=lambda s: len(s.letters)))


@cache
def chances(number: int) -> tuple[vf.Scenario, ...]:
    """Random scenarios in which ties, limits and groups inside alliances are common."""
    chance = random.Random(11)
    return tuple(random_scenario(chance) for _ in range(number))


def turned(alliance: vf.Alliance) -> str:
    """A name that is right in one order of the lists, and in the others as well."""
    return "-".join(sorted(alliance.letters))


def twins(s: vf.Scenario) -> list[vf.Scenario]:
    """The same with the lists in reverse order, and shuffled."""
    shuffled = list(s.letters)
    random.Random(" ".join(s.letters)).shuffle(shuffled)
    return [rearranged(s, s.letters[::-1]), rearranged(s, shuffled)]


def rearranged(s: vf.Scenario, letters: Sequence[str]) -> vf.Scenario:
    """The same with the lists in this order; alliances and their members turn round as well."""
    place = {letter: i for i, letter in enumerate(s.letters)}
    return vf.Scenario(
        {letter: s.ballots[place[letter]] for letter in letters},
        s.seats,
        [_turned(alliance) for alliance in reversed(s.alliances)],
        {letter: s.limits[place[letter]] for letter in letters},
        {letter: s.names[place[letter]] for letter in letters},
        s.place,
        s.election,
        s.notes,
    )


def _turned(group: vf.Alliance) -> list[Any]:
    return [m if isinstance(m, str) else _turned(m) for m in reversed(group.members)]


# ---- answers without the order of the lists ----


def rows(frame: pd.DataFrame | pd.Series, ranked: bool = False) -> list[Any]:
    """The rows of a frame; in their order only where the frame promises a ranking."""
    table = frame.to_frame() if isinstance(frame, pd.Series) else frame
    labels = [()] * len(table)
    if not isinstance(table.index, pd.RangeIndex):
        labels = [each if isinstance(each, tuple) else (each,) for each in table.index]
    columns = sorted((text(str(name)), i) for i, name in enumerate(table.columns))
    cells = [
        (*map(cell, label), *((name, cell(row[i])) for name, i in columns))
        for label, row in zip(labels, table.itertuples(index=False, name=None), strict=True)
    ]
    return cells if ranked else sorted(cells, key=repr)


def cell(value: object) -> Hashable:
    """One value: what holds lists in any order, numbers as they are."""
    for kind, plain in PLAIN.items():
        if isinstance(value, kind):
            return plain(value)
    return None if value is pd.NA else value  # type: ignore[return-value]  # a number, or None


def _scenario(s: vf.Scenario) -> Hashable:
    lists = zip(s.letters, s.ballots, s.limits, s.names, strict=True)
    where = (s.place, s.election, s.seats, s.notes)
    return (*where, frozenset(lists), frozenset(map(cell, s.alliances)))


def _tuple(values: tuple[object, ...]) -> Hashable:
    """What has names for its places keeps them."""
    cells = [cell(each) for each in values]
    return tuple(cells if hasattr(values, "_fields") else sorted(cells, key=repr))


CHANGE = r"((?:[+-]\d+|0)(?:…(?:[+-]\d+|0))?)?"  # such as +1 or 0…+1


def text(value: str) -> str:
    """A text about several lists: its parts in order, and so the letters of every name.

    >>> text("D-C+1 A-1"), text("D + C-B; A"), text("E-D-C→D-C")
    ('A-1 C-D+1', 'A; B-C + D', 'C-D-E→C-D')
    """
    for separator in ("; ", " + ", ", ", " ", "→"):
        if separator in value:
            parts = [text(part) for part in value.split(separator)]
            return separator.join(parts if separator == "→" else sorted(parts))
    name, change = re.fullmatch(rf"(.*?){CHANGE}", value, re.DOTALL).groups()  # type: ignore[union-attr]
    return "-".join(sorted(name.split("-"))) + (change or "")


PLAIN: dict[Any, Callable[[Any], Hashable]] = {
    str: text,
    vf.Span: lambda span: (span.low, span.high),
    vf.Alliance: lambda alliance: frozenset(map(cell, alliance.members)),
    vf.Scenario: _scenario,
    tuple: _tuple,
    Mapping: lambda found: frozenset((cell(key), cell(each)) for key, each in found.items()),
    Iterable: lambda found: tuple(sorted(map(cell, found), key=repr)),
    float | np.floating: lambda number: None if np.isnan(number) else float(number),
}


def said(lines: str | Iterable[str]) -> str:
    """Sentences as the letters they are made of: who is named first is the order of the lists."""
    return "".join(sorted("".join([lines] if isinstance(lines, str) else lines)))


# ---- what each function is asked ----


class Question(NamedTuple):
    """How a function is asked about a scenario, and about how many of them.

    Attributes
    ----------
    ask : callable
        The answer about a scenario, without the order of its lists.
    councils, chances : int
        How many councils of 2025 and random scenarios between two edits.
    lists : int
        The most lists of those councils.
    """

    ask: Callable[[vf.Scenario], object]
    councils: int = 25
    chances: int = 40
    lists: int = 99


def of_lists(ask: Callable[[vf.Scenario, str], object], most: int = 99) -> Ask:
    """The answers for every list, or for some of them by their letters."""
    return lambda s: {letter: ask(s, letter) for letter in sorted(s.letters)[:most]}


def of_alliances(ask: Callable[[vf.Scenario, vf.Alliance], object]) -> Ask:
    """The answers for every alliance and group inside one."""
    return lambda s: {cell(group): ask(s, group) for each in s.alliances for group in each.groups}


def first(s: vf.Scenario) -> vf.Alliance | None:
    """The alliance with the first letter; None where there is none."""
    return min(s.alliances, key=lambda each: min(each.letters), default=None)


def answer(ask: Ask, s: vf.Scenario) -> object:
    """What is answered; that it is refused is an answer as well."""
    try:
        return ask(s)
    except vf.ScenarioError as error:
        return error.code


# ---- the public face ----


def verbs(s: vf.Scenario) -> object:
    one, *others = sorted(s.letters)
    alliance = first(s)
    made: list[Ask] = [
        lambda s: s.leave(one),
        lambda s: s.with_list("Z", 5),
        lambda s: s.shift(one, 3),
        lambda s: s.without_list(one),
        lambda s: s.unite([one, others[-1]]) if others else s,
        lambda s: s.join(others[-1], alliance) if others and alliance else s,
        lambda s: s.dissolve(alliance) if alliance else s,
        *(partial(vf.Scenario.shift, letter=one, amount=n, source="others") for n in range(-9, 10)),
    ]
    return [cell(answer(verb, s)) for verb in made]


def scenario(s: vf.Scenario) -> object:
    return [cell(s), rows(s.lists), rows(s.votes), cell(s.warnings), verbs(s)]


def counted(s: vf.Scenario) -> object:
    c = vf.count(s)
    few = outcomes.number(c.root, s.seats, c.level) <= 100
    return [
        *map(rows, (c.seats, c.low, c.high, c.expected)),
        (c.open_seats, c.vacant),
        {cell(lot) for lot in c.lots},
        rows(c.awards, ranked=True),
        rows(c.outcomes, ranked=True) if few else None,
        [(rows(drawn.seats), cell(drawn.drawn)) for seed in range(5) for drawn in [c.draw(seed)]],
    ]


def compared(s: vf.Scenario, alliance: vf.Alliance) -> object:
    found = []
    for baseline in ("dissolved", "none", s.leave(min(alliance.letters)), twins(s)[0]):
        k = vf.compare(s, alliance, baseline)
        found.append((cell(k.saved), cell(k.changes), rows(k.ledger), rows(k.waste)))
    return found


def simulated(s: vf.Scenario, model: Any = None, **given: Any) -> object:
    sim = vf.simulate(s, first(s), draws=400, seed=3, model=model, **given)
    frames = [sim.seats_with, sim.lists, sim.at_least(2), sim.chances, sim.majorities]
    if sim.alliance is not None:
        frames += [sim.seats_without, sim.saved, sim.members]
    return [*map(rows, frames), *(rows(sim.bloc(name)) for name in given.get("blocs", ()))]


def polled(s: vf.Scenario) -> object:
    one, *others = sorted(s.letters)
    polls = [vf.Poll(), vf.Poll({one: 30}, undecided=10)]
    polls += [vf.Poll({each: 20}, guesses={one: (2, 1)}) for each in others[:1]]
    return [simulated(s, poll, blocs={"bloc": [one, *others[:1]]}) for poll in polls]


def swung(s: vf.Scenario) -> object:
    *letters, last = sorted(s.letters)
    swings = [
        vf.Swing(9),
        vf.Swing(4, [letters[-3:]], correlation=0.7),
        vf.Swing(guesses={last: (2, 1)}),
    ]
    return [simulated(s, swing, baseline="none") for swing in swings]


def drawn_by_hand(s: vf.Scenario) -> object:
    numbers = np.random.default_rng(5).integers(0, 9, (400, len(s.letters)))
    table = pd.DataFrame(numbers, columns=sorted(s.letters))
    return simulated(s, vf.Draws(table), baseline=twins(s)[0])


def every_structure(s: vf.Scenario) -> object:
    one, *_, last = letters = [*sorted(s.letters), max(s.letters)]
    bloc = letters[:-1:2]
    found = []
    for every in (vf.structures(s, bloc=bloc), vf.structures(s, forbidden=[{one, last}])):
        found += [every.number, *map(rows, (every.distribution, every.standing))]
        found.append(rows(every.bloc_standing))
        for lists in (one, last, bloc):
            found += [rows(each, ranked=True) for each in (every.best(lists), every.worst(lists))]
        for stable in (every.stable(), every.stable(consent=True)):
            nearest = [(text(each.name), cell(each.movers)) for each in stable.nearest]
            found.append((stable.number, stable.present, nearest))
    return found


def studied(s: vf.Scenario) -> object:
    found = vf.study([s])
    frames = [found.alliances, found.lists, found.councils, found.majorities, found.inversions]
    frames += [found.totals, found.by("size")]
    return [*map(rows, frames), rows(found.closest(3), ranked=True)]


def reviewed(s: vf.Scenario) -> object:
    found = vf.party_review("Socialdemokratiet", [s])
    notes = sorted(map(said, found.lists["note"]))
    frames = [found.lists.drop(columns="note"), found.history, found.years, found.totals]
    return [notes, *map(rows, frames)]


def needed(s: vf.Scenario, letter: str) -> object:
    found = [vf.goal(s, letter), vf.goal(s, letter, 3, "others"), vf.goal(s, letter, 2, size=3)]
    return [rows(each, ranked=True) for each in found]


def nightly(s: vf.Scenario) -> object:
    found: list[object] = [rows(counting(s).events(), ranked=True)]
    for hour in (19, 20, 21):
        standing = counting(s).at(f"2025-11-18 {hour}:30")
        frames = [standing.councils, standing.lists, standing.chances, standing.moving]
        frames += [standing.alliances(), standing.alliances("none"), standing.majorities()]
        frames += [standing.parties, standing.party("Venstre")]
        frames += [standing.missing, standing.missing_lists]
        found += [*map(rows, frames), cell(standing.scenario("370", projected=True))]
    return found


COUNT = Question(counted)
COMPARE = Question(of_alliances(compared), 10)
SIMULATE = Question(simulated, 5, 20)
STUDY = Question(studied, 4, 15)
NIGHT = Question(nightly, 4, 10)
REVIEW = Question(reviewed, 10, 0)
FACE = {
    "Alliance": Question(of_alliances(lambda _, each: [text(each.name), cell(each.letters)])),
    "Comparison": COMPARE,
    "Count": COUNT,
    "Draws": Question(drawn_by_hand, 5, 20),
    "Lot": COUNT,
    "Night": NIGHT,
    "Poll": Question(polled, 3, 15),
    "Review": REVIEW,
    "Scenario": Question(scenario),
    "Simulation": SIMULATE,
    "Standing": NIGHT,
    "Study": STUDY,
    "Swing": Question(swung, 3, 15),
    "admissions": Question(of_alliances(lambda s, each: rows(vf.admissions(s, each))), 10),
    "bounds": Question(lambda s: rows(vf.bounds(s)), 8, lists=14),
    "bundle": Question(lambda s: rows(vf.bundle(s, 30)), 8, 25),
    "compare": COMPARE,
    "count": COUNT,
    "elected": Question(lambda s: rows(vf.elected(s, nominated(s)), True)),
    "goal": Question(of_lists(needed, 2), 3, 25, lists=9),
    "margins": Question(
        lambda s: [rows(vf.margins(s, source)) for source in ("new", "others", min(s.letters))], 10
    ),
    "night": NIGHT,
    "partners": Question(of_lists(lambda s, x: rows(vf.partners(s, x), True), 2), 4, 25, lists=10),
    "party_review": REVIEW,
    "recounts": Question(lambda s: rows(vf.recounts(twice(s))), 8, 25),
    "people_moved": Question(
        of_alliances(lambda s, each: rows(vf.people_moved(vf.compare(s, each), nominated(s)))), 20
    ),
    "protocol": Question(lambda s: rows(vf.protocol(s))),
    "remainders": Question(lambda s: rows(vf.remainders(s))),
    "savings": Question(lambda s: rows(vf.savings(s))),
    "simulate": SIMULATE,
    "stability": Question(lambda s: rows(vf.stability(s)), 10),
    "structures": Question(every_structure, 4, 15, lists=9),
    "study": STUDY,
    "substitutes": Question(lambda s: rows(vf.substitutes(s, nominated(s)))),
    "waste": Question(lambda s: rows(vf.waste(s))),
    "waste_by_list": Question(lambda s: rows(vf.waste_by_list(s))),
}
# nothing is ordered, or it shows the lists in their order
NO_LISTS = {
    "Following", "ScenarioError", "Span", "__version__", "candidates", "elections", "follow",
    "load", "note", "official_seats", "open_file", "plot", "read", "read_feed", "workbook",
}  # fmt: skip

# ---- close calls ----


def stepped(s: vf.Scenario, letter: str) -> object:
    found = []
    for source in ("new", "others"):
        found.append(rows(steps(s, letter, source, fewer=99, more=99)))
        ask = partial(next_change, unit=letter, source=source)
        found += [answer(partial(ask, up=up), s) for up in (True, False)]
    return found


def near(s: vf.Scenario) -> object:
    every = every_margin(s, "others")
    return [
        [(each.row.unit, each.votes, each.loses) for each in closest(every, n)] for n in (1, 2, 3)
    ]


STEPS = Question(of_lists(stepped, 3), 5, 40)
MARGINS = {
    "Call": Question(near, 15),
    "Margin": FACE["margins"],
    "Step": STEPS,
    "Way": STEPS,
    "closest": Question(near, 15),
    "every_margin": FACE["margins"],
    "every_step": STEPS,
    "margin": FACE["margins"],
    "margins": FACE["margins"],
    "next_change": STEPS,
    "steps": STEPS,
}

# ---- the elected council ----

COMMITTEES = ("Børn", "Kultur", "Miljø", "Plan")


def elected(s: vf.Scenario) -> council.Council:
    """The council that is sure, with the alliances as groups."""
    return council.Council(vf.count(s).seats, s.alliances)


def appointed(s: vf.Scenario) -> council.Committees:
    body = elected(s)
    half = body.size // 2
    most = half if half % 2 else half - 1
    sizes = {name: max(1, most - 2 * i) for i, name in enumerate(COMMITTEES)}
    mayor = max(sorted(body.letters), key=body.bench)
    return council.appoint(body, sizes | {"ØU": most}, finance="ØU", mayor=mayor)


def benches(s: vf.Scenario) -> object:
    body = elected(s)
    moved = [body.leave(min(body.letters)), body.join(max(body.letters), min(body.letters))]
    return [(rows(each.lists), cell(each.by_group), cell(each.groups)) for each in (body, *moved)]


def decided(s: vf.Scenario) -> object:
    m = council.majorities(elected(s))
    minimal = [(tuple(map(text, each.groups)), each.seats) for each in m.minimal]
    frames = [rows(m.coalitions, ranked=True), rows(m.power)]
    return [minimal, *frames, cell(m.roles), m.winning_count]


def turned_over(s: vf.Scenario) -> object:
    worlds = [council.Council(vf.count(each).seats) for each in (s, s.without_alliances())]
    found = council.compare_majorities(*worlds, s.alliances)
    moves = council.one_seat(worlds[0], min(s.letters))
    gained = [[tuple(map(text, each.groups)) for each in one] for one in (found.gained, found.lost)]
    return [gained, rows(found.power), rows(moves)]


def seated(s: vf.Scenario) -> object:
    state = appointed(s)
    drawn = [state.draw(seed) for seed in range(3)]
    return [
        *map(rows, (state.seats, state.high, state.table)),
        [(rows(each.seats), cell(each.drawn)) for each in drawn],
        cell(state.lots),
        cell(council.posts_by_group(state)),
        cell(council.posts_by_list(state)),
        rows(council.posts(state)),
    ]


def levelled(s: vf.Scenario) -> object:
    found = council.levelling(appointed(s).draw(1))
    moved = [tuple(map(text, each)) for each in found.transfers]
    frames = [rows(found.steps, ranked=True), rows(found.totals), rows(found.table)]
    return [moved, *frames, rows(found.apply().seats)]


def regrouped(s: vf.Scenario) -> object:
    state = appointed(s)
    movers = council.movable(state)[:3]
    found = council.regroupings(state, movers)
    together = council.together(found, movers[:2])
    return [rows(found, ranked=True), cell(together), council.movable(state)]


def agreed(s: vf.Scenario) -> object:
    state = appointed(s)
    one, last = min(s.letters), max(s.letters)
    found = council.agree(state.council, state.committees, [one, last], mayor=one)
    found = found.give("mayor", "Borgmester", one, "Hansen").give("chair", "Børn", last)
    found = found.give("member", "Plan", last, number=2).give("deputy", "1.", None)
    lacks = sorted(map(cell, council.findings(found)), key=repr)
    return [*map(rows, (found.people, found.table, found.against)), lacks]


def promised(s: vf.Scenario) -> object:
    body = elected(s)
    empty = [letter for letter in sorted(body.letters) if not body.bench(letter)]
    wishes = {letter: ["Hegnssyn"] for letter in sorted(body.letters)[::2]}
    found = council.promise(body, {"Skolerådet": 2, "Hegnssyn": 1, "Havn": 3}, empty, wishes)
    many = council.promise(body, {"Hegnssyn": 6}, empty)
    drawn = [each.draw(seed) for each in (found, many) for seed in range(3)]
    tables = [rows(each.table, ranked=True) for each in (found, many, *drawn)]
    return [*tables, rows(found.promises), found.most_kept, cell(found.lots), cell(found.gone)]


def voted(s: vf.Scenario) -> object:
    body = elected(s)
    votes = council.votes_of(body, {letter: letter for letter in body.letters})
    found = council.elect_mayor(body)
    for _ in range(2):
        found = found.vote(votes) if found.next_ballot else found
    found = found.draw(4)
    if found.next_ballot and found.finalists:
        found = found.vote(dict.fromkeys(found.finalists, 1)).draw(4)
    return [cell(votes), found.elected, cell(found.finalists), cell(found.drawn), rows(found.table)]


AGREE = Question(agreed, 20)
APPOINT = Question(seated, 20)
LEVEL = Question(levelled, 20)
MAJORITIES = Question(decided, 40)
PROMISE = Question(promised, 10, 40)
REGROUP = Question(regrouped, 4, 15)
TURNOVER = Question(turned_over, 5, 30, lists=14)
VOTE = Question(voted)
COUNCIL = {
    "Agreement": AGREE,
    "Choice": PROMISE,
    "Coalition": MAJORITIES,
    "Committee": APPOINT,
    "Committees": APPOINT,
    "Council": Question(benches),
    "Finding": AGREE,
    "Group": Question(benches),
    "Levelling": LEVEL,
    "Majorities": MAJORITIES,
    "MayorElection": VOTE,
    "Post": AGREE,
    "Promises": PROMISE,
    "Transfer": LEVEL,
    "Turnover": TURNOVER,
    "agree": AGREE,
    "appoint": APPOINT,
    "compare_majorities": TURNOVER,
    "elect_mayor": VOTE,
    "findings": AGREE,
    "levelling": LEVEL,
    "majorities": MAJORITIES,
    "movable": REGROUP,
    "one_seat": TURNOVER,
    "posts": APPOINT,
    "posts_by_group": APPOINT,
    "posts_by_list": APPOINT,
    "promise": PROMISE,
    "regroupings": REGROUP,
    "together": REGROUP,
    "votes_of": VOTE,
}

# ---- names of alliances and groups, whose letters may have been written in another order ----


def meant(s: vf.Scenario, alliance: vf.Alliance) -> object:
    name = turned(alliance)
    body = elected(s)
    sim = vf.simulate(s, name, draws=100, blocs={name: alliance.letters})
    posts = council.promise(body, {"Havn": 2}, [], {turned(s.alliances[0]): ["Havn"]})
    outermost = alliance in s.alliances
    return [
        rows(steps(s, name, more=50)),
        cell(vf.compare(s, name).saved),
        rows(sim.bloc(name)),
        rows(sim.majorities),
        body.seats_of(name) if outermost else None,
        council.votes_of(body, {name: "Hansen"}) if outermost else None,
        len(posts.wishes),
    ]


NAMES = {"of alliances": Question(of_alliances(meant), 5)}

# ---- proportional elections ----


def proportionally(s: vf.Scenario) -> object:
    """The lists of a council put up candidates; their order is drawn by lot and told apart here."""
    slates = [
        proportional.slate(letter, votes, " ".join(f"{letter}{i}" for i in range(3)))
        for letter, votes in zip(s.letters, s.ballots, strict=True)
    ]
    board = proportional.Election(slates, 2 + s.seats % 4, officers=True)
    settled = board
    while settled.lot:
        settled = settled.settle(sorted(settled.lot.tied)[: settled.lot.seats])
    chairs = proportional.second_election(settled)
    found = []
    for each in (board, settled, proportional.on_board(chairs, settled)):
        lot = each.lot and (cell(each.lot.tied), each.lot.seats)
        officers = (each.chair, each.vice_chair)
        found.append([cell(each.elected), cell(each.seats), each.vacant, officers, lot])
        found.append([cell(each.short), rows(each.numbers)])
    return found


ELECTION = Question(proportionally, 8, 40)
PROPORTIONAL = {
    "Candidate": ELECTION,
    "Election": ELECTION,
    "Place": ELECTION,
    "Slate": ELECTION,
    "on_board": ELECTION,
    "second_election": ELECTION,
    "slate": ELECTION,
}
NO_SLATES = {"RULES", "Balance", "balance", "request", "share_required"}  # numbers and sexes

# ---- what people read ----


def headlined(s: vf.Scenario, alliance: vf.Alliance) -> object:
    one, last = min(alliance.letters), max(s.letters)
    chosen = [Baseline("dissolved"), Baseline("none"), Baseline("out", one)]
    chosen += [Baseline("in", last)] if last not in alliance.letters else []
    found = []
    for baseline in chosen:
        k = vf.compare(s, alliance, baseline)
        lines = [headlines.headline(DANISH, k, baseline), headlines.ours(DANISH, k, baseline, one)]
        lines += [stemmespild.votes_line(DANISH, k, baseline, each) for each in MEASURES]
        lines.append(headlines.everything(DANISH, k))
        found.append(sorted(map(said, lines)))
    return found


def council_told(s: vf.Scenario) -> object:
    c = vf.count(s)
    lines = [council_words.majority(DANISH, c), *council_words.short_lists(DANISH, c)]
    lines += headlines.lots_due(DANISH, c)
    lines += stemmespild.carried_lines(DANISH, vf.waste_by_list(c))
    for number in range(1, s.seats - c.vacant + 1):
        lines += protocol_words.why(DANISH, why(c, number), number)
    return sorted(map(said, lines))


def admitted(s: vf.Scenario, alliance: vf.Alliance) -> object:
    every = moves(s, alliance)
    return sorted(map(said, admission_words.lines(DANISH, "", every)))


def close_told(s: vf.Scenario) -> object:
    every = every_margin(s)
    runners = [
        (each.kind, each.number, each.letter, text(each.unit), each.votes, each.divisor)
        for each in race.around_the_cut(vf.count(s), every)
    ]
    return [said(margin_words.closest_line(DANISH, s, every)), runners]


def strategy_told(s: vf.Scenario, letter: str) -> object:
    lines = partner_words.lines(DANISH, rank(s, letter))
    for source in ("new", "others"):
        every = routes(s, letter, 2, source)
        lines += goal_words.lines(DANISH, s, letter, 2, source, every)
    return sorted(map(said, lines))


def swing_told(s: vf.Scenario) -> object:
    sim = vf.simulate(s, draws=100, model=vf.Swing(11, [s.letters], correlation=0.9))
    return sorted(map(said, simulation_words.assumptions(DANISH, sim)))


def chosen_first(s: vf.Scenario) -> object:
    """What the tools look at before a person chooses."""
    focus = in_focus(s, (frozenset(),), "")
    shared = in_focus(s, (frozenset(s.letters),), "")
    results = Results(s, s, View(), focus)
    return [cell(focus), cell(shared), slider.chosen(results)]


def largest_first(s: vf.Scenario) -> object:
    """The list that the tool of the council looks at before a person chooses."""
    body = elected(s)
    opened = Proposal(council.appoint(body, {}), body.letters, council.elect_mayor(body))
    return ConstitutionResults(opened, opened, ConstitutionView()).ours


PAGE = {
    "headlines": Question(of_alliances(headlined), 10),
    "admissions": Question(of_alliances(admitted), 20),
    "council": Question(council_told, 10),
    "close calls": Question(close_told, 8, 40),
    "strategy": Question(of_lists(strategy_told, 2), 3, 15, lists=9),
    "swings": Question(swing_told, 5, 15),
    "first choice": Question(chosen_first, 30),
    "largest list": Question(largest_first),
}


EVERY = {
    f"{room} {name}": question
    for room, table in (
        ("valgforbund", FACE),
        ("margins", MARGINS),
        ("council", COUNCIL),
        ("names", NAMES),
        ("proportional", PROPORTIONAL),
        ("page", PAGE),
    )
    for name, question in table.items()
}
ASKED = {question: name for name, question in reversed(EVERY.items())}  # each once


def councils(question: Question) -> Sequence[vf.Scenario]:
    """Those that a question is asked about: a fair and fixed sample, or everything."""
    few = [s for s in country() if len(s.letters) <= question.lists]
    everything = [*few, *chances(3 * question.chances)]
    return all_or(everything, [*spread(few, question.councils), *chances(question.chances)])


@pytest.mark.parametrize("question", ASKED, ids=ASKED.values())
def test_the_order_of_the_lists_changes_no_answer(question: Question) -> None:
    for s in councils(question):
        expected = answer(question.ask, s)
        for twin in twins(s):
            assert answer(question.ask, twin) == expected, (s, twin.letters)


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (vf.__all__, {*FACE, *NO_LISTS}),
        (margin_names, {*MARGINS}),
        (council.__all__, {*COUNCIL}),
        (proportional.__all__, {*PROPORTIONAL, *NO_SLATES}),
    ],
)
def test_every_public_name_is_asked(names: list[str], asked: set[str]) -> None:
    assert asked == set(names)
