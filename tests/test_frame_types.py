"""Every frame: a column has one type whatever the data, and whole numbers are ``Int64``."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from nights import counting, twice
from nominated import nominated

import valgforbund as vf
from valgforbund import council
from valgforbund.margins import steps
from valgforbund.night.chronicle import Chronicle
from valgforbund.proportional import Election, slate
from valgforbund.study import study

USUAL = vf.Scenario(
    {"A": 412, "B": 673, "C": 389, "Ø": 42, "E": 9},
    9,
    alliances=[["A", "C"], ["B", "Ø"]],
    candidates={"A": 5},
    names={"A": "Socialdemokratiet", "B": "SF"},
    place="Læsø",
    election="KV2025",
)
TIED = vf.Scenario({"A": 10, "B": 10, "C": 10, "Ø": 10, "E": 10}, 9, [["A", "C"], ["B", "Ø"]])
ALONE = vf.Scenario({"A": 412, "B": 673}, 9)  # no alliance
ONE = vf.Scenario({"A": 5}, 1)
EMPTY = vf.Scenario({"A": 0, "B": 0, "C": 0, "Ø": 0, "E": 0}, 9, [["A", "C"], ["B", "Ø"]])
LIMITED = vf.Scenario({"A": 5, "B": 3}, 9, [["A", "B"]], candidates={"A": 1, "B": 2})
SCENARIOS = {
    "usual": USUAL,
    "tied": TIED,
    "alone": ALONE,
    "one": ONE,
    "empty": EMPTY,
    "limited": LIMITED,
}


def first(s: vf.Scenario) -> vf.Alliance:
    """An alliance, or an error that says that there is none."""
    return s.alliances[0] if s.alliances else s.alliance("A-B")


def bodies(s: vf.Scenario) -> council.Committees:
    """Committees of a council that has these votes as seats."""
    return council.appoint(council.Council(s.votes), {"Kultur": 3, "Plan": 1}, "Plan", "A")


def agreement(s: vf.Scenario) -> council.Agreement:
    """An agreement with a post, where there are members."""
    state = bodies(s)
    return council.agree(state.council, state.committees, ["A"]).give("chair", "Plan", "A")


END = "2025-11-20"


def story(s: vf.Scenario) -> Chronicle:
    """A night told to its end."""
    told = counting(s).chronicle()
    told.go(END)
    return told


def evening(s: vf.Scenario) -> vf.Standing:
    """When half of its votes are counted."""
    return counting(s).at("2025-11-18 20:30")


FRAMES: dict[str, Callable[[vf.Scenario], pd.DataFrame | pd.Series]] = {
    "votes": lambda s: s.votes,
    "lists": lambda s: s.lists,
    "seats": lambda s: vf.count(s).seats,
    "low": lambda s: vf.count(s).low,
    "high": lambda s: vf.count(s).high,
    "outcomes": lambda s: vf.count(s).outcomes,
    "awards": lambda s: vf.count(s).awards,
    "protocol": vf.protocol,
    "waste": vf.waste,
    "waste_by_list": vf.waste_by_list,
    "remainders": vf.remainders,
    "ledger": lambda s: vf.compare(s, first(s)).ledger,
    "comparison.waste": lambda s: vf.compare(s, first(s)).waste,
    "savings": vf.savings,
    "margins": vf.margins,
    "steps": lambda s: steps(s, "A", more=3),
    "admissions": lambda s: vf.admissions(s, first(s)),
    "partners": lambda s: vf.partners(s, "A"),
    "bounds": vf.bounds,
    "goal": lambda s: vf.goal(s, "A", 1),
    "stability": vf.stability,
    "bundle": lambda s: vf.bundle(s, 30),
    "recounts": lambda s: vf.recounts(twice(s)),
    "elected": lambda s: vf.elected(s, nominated(s)),
    "substitutes": lambda s: vf.substitutes(s, nominated(s)),
    "people_moved": lambda s: vf.people_moved(vf.compare(s, first(s)), nominated(s)),
    "distribution": lambda s: vf.structures(s).distribution,
    "standing": lambda s: vf.structures(s).standing,
    "bloc_standing": lambda s: vf.structures(s).bloc_standing,
    "best": lambda s: vf.structures(s).best("A"),
    "simulation.lists": lambda s: vf.simulate(s, draws=50).lists,
    "simulation.seats": lambda s: vf.simulate(s, draws=50).seats_with,
    "simulation.chances": lambda s: vf.simulate(s, draws=50).chances,
    "simulation.majorities": lambda s: vf.simulate(s, draws=50).majorities,
    "simulation.members": lambda s: vf.simulate(s, first(s), draws=50).members,
    "study.alliances": lambda s: study(s).alliances,
    "study.lists": lambda s: study(s).lists,
    "study.councils": lambda s: study(s).councils,
    "study.majorities": lambda s: study(s).majorities,
    "study.inversions": lambda s: study(s).inversions,
    "study.totals": lambda s: study(s).totals,
    "study.by": lambda s: study(s).by("size"),
    "study.closest": lambda s: study(s).closest(1),
    "council.seats": lambda s: council.Council(s.votes).seats,
    "council.lists": lambda s: council.Council(s.votes).lists,
    "power": lambda s: council.majorities(s.votes).power,
    "coalitions": lambda s: council.majorities(s.votes).coalitions,
    "one_seat": lambda s: council.one_seat(s.votes),
    "turnover": lambda s: council.compare_majorities(s.votes, s.votes).power,
    "committees": lambda s: bodies(s).table,
    "committees.seats": lambda s: bodies(s).seats,
    "committees.high": lambda s: bodies(s).high,
    "posts": lambda s: council.posts(bodies(s)),
    "regroupings": lambda s: council.regroupings(bodies(s)),
    "levelling.totals": lambda s: council.levelling(bodies(s)).totals,
    "levelling.steps": lambda s: council.levelling(bodies(s)).steps,
    "levelling": lambda s: council.levelling(bodies(s)).table,
    "agreement": lambda s: agreement(s).table,
    "agreement.people": lambda s: agreement(s).people,
    "agreement.against": lambda s: agreement(s).against,
    "promises": lambda s: council.promise(s.votes, {"Museum": 2}, ["A"]).promises,
    "promises.table": lambda s: council.promise(s.votes, {"Museum": 2}, ["A"]).table,
    "mayor": lambda s: council.MayorElection(9).vote({"Ida": 3}).table,
    "elections": lambda _: vf.elections(),
    "official": lambda _: vf.official_seats("KV2025", "Læsø"),
    "review.lists": lambda _: vf.party_review("SF", "EP2024").lists,
    "review.history": lambda _: vf.party_review("SF", "EP2024").history,
    "review.years": lambda _: vf.party_review("SF", "EP2024").years,
    "review.people": lambda _: vf.party_review("SF", "EP2024").people,
    "review.totals": lambda _: vf.party_review("SF", "EP2024").totals,
    "night.counts": lambda s: counting(s).counts,
    "night.events": lambda s: counting(s).events(),
    "night.councils": lambda s: evening(s).councils,
    "night.lists": lambda s: evening(s).lists,
    "night.chances": lambda s: evening(s).chances,
    "night.alliances": lambda s: evening(s).alliances(),
    "night.majorities": lambda s: evening(s).majorities({"red": "A"}),
    "night.moving": lambda s: evening(s).moving,
    "night.parties": lambda s: evening(s).parties,
    "night.party": lambda s: evening(s).party("Venstre"),
    "night.missing": lambda s: evening(s).missing,
    "night.missing_lists": lambda s: evening(s).missing_lists,
    "night.chronicle.events": lambda s: story(s).events(END),
    "night.chronicle.chances": lambda s: story(s).chances("370", s.letters[0], END),
    "numbers": lambda _: Election((slate("1", 7, "A B"), slate("2", 5, "C")), 2).numbers,
}
ALLOWED = {
    *("Int64", "float64", "str", "bool", "boolean"),
    *("datetime64[us]", "datetime64[s]", "datetime64[ns, UTC]"),
}


def types(name: str, s: vf.Scenario) -> dict[str, str]:
    """The type of each column; a Series has none missing, and may have Python's numbers."""
    found = FRAMES[name](s)
    if isinstance(found, pd.Series):
        return {"": str(found.dtype).replace("int64", "Int64")}
    return {str(column): str(dtype) for column, dtype in found.dtypes.items()}


@pytest.mark.parametrize("name", FRAMES)
def test_a_column_has_one_type_whatever_the_data(name: str) -> None:
    usual = types(name, USUAL)
    assert usual
    assert {column: kind for column, kind in usual.items() if kind not in ALLOWED} == {}
    for case, s in SCENARIOS.items():
        try:
            here = types(name, s)
        except vf.ScenarioError:  # nothing to ask there, such as an alliance
            continue
        shared = usual.keys() & here.keys()
        assert {c: here[c] for c in shared} == {c: usual[c] for c in shared}, case
        assert {c: kind for c, kind in here.items() if kind not in ALLOWED} == {}, case


def test_councils_can_be_put_under_each_other_and_what_a_lot_decides_stays_missing() -> None:
    both = pd.concat([vf.compare(s, "A-C").ledger for s in (USUAL, TIED)])
    assert both["change"].dtype == "Int64"
    tied = vf.Scenario({"A": 10, "B": 10, "C": 10}, 4, alliances=[["A", "B"]])
    ledger = vf.compare(tied, "A-B").ledger
    assert ledger["change"].isna().all()
    assert not (ledger["change"] > 0).any()
    assert ledger["change"].to_list() == [pd.NA] * 3


def test_numbers_beyond_64_bits_keep_every_digit() -> None:
    s = vf.Scenario({"A": 2**70, "B": 1}, 9, [["A", "B"]])
    assert s.votes.to_list() == s.lists["votes"].to_list() == [2**70, 1]
    assert vf.waste(s).loc["seated", "votes"] == 2**70
    assert vf.margins(s).loc["B", "votes_to_gain"] > 2**64


def test_a_party_stands_beside_its_letter_and_a_code_beside_its_place() -> None:
    s = vf.load("KV2025", "Næstved")
    for frame in (s.lists, vf.compare(s, "C-I-M-O-V-Æ").ledger, vf.waste_by_list(s)):
        assert frame.loc[["F", "Å"], "party"].to_list() == ["SF", "Alternativet"]
    lists = study(vf.load("KV2025", "Ærø")).lists.set_index("letter")
    assert lists["code"].unique().tolist() == ["492"]
    assert lists["party"].isna().to_dict()["L"]
    assert lists.loc["V", "party"] == "Venstre"
    margins = vf.margins(s)["party"]
    assert (margins["F"], margins.isna()["A-B-F-Ø-Å"]) == ("SF", True)


def test_no_alliance_is_missing_and_not_an_empty_text() -> None:
    s = vf.Scenario({"A": 412, "B": 673, "C": 389}, 9, alliances=[["A", "C"]])
    assert s.lists["alliance"].isna().to_list() == [False, True, False]
    assert study(s).lists["alliance"].isna().to_list() == [False, True, False]
    assert set(vf.count(s).awards.query("letter == 'B'")["alliance"].isna()) == {True}
    assert vf.stability(s).query("letter == 'A'")["to"].isna().to_list() == [False, True]


def test_variants_of_a_council_are_told_apart() -> None:
    s = vf.load("KV2025", "Ærø")
    other = s.leave(s.alliances[0].letters[0])
    for frame in ("alliances", "lists", "councils"):
        rows = getattr(study([s, other, "EP2024"]), frame)
        assert set(rows.query("place == 'Ærø'")["label"]) == {"1", "2"}
        assert rows.query("place == 'Danmark'")["label"].isna().all()
    named = study({"as it was": s, "one left": other})
    assert named.councils["label"].to_list() == ["as it was", "one left"]
    assert named.by("label").index.to_list() == ["as it was", "one left"]
    with pytest.raises(vf.ScenarioError, match="label x is given twice"):
        study({"x": s, "x ": other})
