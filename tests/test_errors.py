"""Every error of the engine: its code, and a sentence with value, place and what is allowed."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from codes import named_in
from distributed import Client

import valgforbund
import valgforbund as vf
from valgforbund import Scenario, compare, count
from valgforbund.checks import by_name
from valgforbund.comparison import expected_gains
from valgforbund.errors import ECHO, ScenarioError, shorten
from valgforbund.lots import Lot
from valgforbund.margins import steps
from valgforbund.parties import named
from valgforbund.protocol import why
from valgforbund.ranges import Span
from valgforbund.review import party_review
from valgforbund.sharing.code import read_code
from valgforbund.sharing.envelope import Kind
from valgforbund.sharing.file import read_file
from valgforbund.sharing.form import SCENARIO
from valgforbund.sharing.packing import packed, unpacked
from valgforbund.simulation.draws import Draws
from valgforbund.simulation.poll import Poll
from valgforbund.simulation.simulate import simulate
from valgforbund.simulation.swing import Swing
from valgforbund.sources.bundled import load
from valgforbund.sources.read import read
from valgforbund.strategy.admissions import admissions
from valgforbund.strategy.bounds import bounds
from valgforbund.strategy.goals import goal
from valgforbund.strategy.partners import partners
from valgforbund.strategy.stability import stability
from valgforbund.strategy.structures import structures
from valgforbund.study import study
from valgforbund.workers import each

S = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
TIE = count(Scenario({"A": 10, "B": 10, "C": 1}, seats=3))
MANY = Scenario({f"L{i}": 1 for i in range(20)}, seats=10)
V = {"A": 1, "B": 2}
LESSON: Kind[int] = Kind("lesson", 1, int)
KEPT = unpacked(S.code())


def filed(**changes: object) -> bytes:
    """A file with this instead; None: without it."""
    file = json.loads(KEPT)
    state = {key: each for key, each in (file["state"] | changes).items() if each is not None}
    return json.dumps(file | {"state": state}).encode()


TWO = json.dumps(
    (file := json.loads(KEPT)) | {"variants": [{"name": "x", "state": file["state"]}] * 2}
).encode()
TABLE = pd.DataFrame({"A": [5, 6], "B": [7, 8], "C": [1, 2]})


def closed_client() -> Client:
    with Client(n_workers=1, processes=False, dashboard_address="127.0.0.1:0") as client:
        return client


CASES: list[tuple[str, Callable[[], object], list[str]]] = [
    ("votes_not_whole", lambda: Scenario({"V": 12.7}, 9), ["list V", "'12.7'", "0 or more"]),
    ("votes_not_whole", lambda: S.with_votes({"B": -1}), ["list B", "'-1'", "0 or more"]),
    ("seats_not_whole", lambda: Scenario(V, 0), ["seats", "'0'", "1 or more"]),
    ("seats_not_whole", lambda: S.with_seats("9"), ["seats", "'9'", "1 or more"]),
    ("no_lists", lambda: Scenario({}, 9), ["'{}'", "{'A': 25, 'B': 31}"]),
    ("no_lists", lambda: Scenario([1, 2], 9), ["'[1, 2]'", "{'A': 25, 'B': 31}"]),
    ("no_lists", lambda: Scenario({"A": 1}, 9).without_list("A"), ["'{}'"]),
    ("read_no_code", lambda: read_code("A: 1234"), ["VF1-", "'A: 1234'"]),
    ("read_nothing", lambda: read(5), ["'5'"]),
    ("file_missing", lambda: read("no/such.csv"), ["'no/such.csv'"]),
    ("read_seats_missing", lambda: read("A 5\nB 4"), ["seats=", "place"]),
    ("read_code_is_whole", lambda: read(S.code(), seats=9), ["'9'", "tables"]),
    ("code_torn", lambda: read(S.code()[:-1]), ["not whole", "'VF1-"]),
    ("code_version_unknown", lambda: read("VF2-AAAA"), ["VF2", "VF1"]),
    ("read_of_a_tool", lambda: read(packed(LESSON.write(1))), ["lesson", "tool"]),
    ("kept_of_another_kind", lambda: LESSON.read(KEPT), ["a scenario", "a lesson"]),
    (
        "kept_version_unknown",
        lambda: SCENARIO.read(b'{"kind":"scenario","version":2,"state":{}}'),
        ["version 2", "up to 1"],
    ),
    ("kept_too_large", lambda: LESSON.read(b" " * 8_000_001), ["8000000", "8000001"]),
    ("kept_not_readable", lambda: LESSON.read(b'{"kind":"lesson","version":1,"state":"x"}'), ["$"]),
    ("saved_too_large", lambda: read_file(b" " * 8_000_001), ["8000000", "8000001"]),
    ("saved_empty", lambda: read_file(b"\n"), ["empty"]),
    ("saved_no_text", lambda: read_file(b'{"place": "N\xe6stved"}'), ["byte 12", "UTF-8"]),
    ("saved_torn", lambda: read_file(KEPT[:60]), ["torn", "line 1, character 60"]),
    ("saved_too_deep", lambda: read_file(b"[" * 500_000), ["too deep"]),
    ("saved_key_twice", lambda: read_file(b'{"kind":"a","kind":"a"}'), ["'kind'", "once"]),
    ("saved_no_number", lambda: read_file(b'{"kind":NaN}'), ["NaN", "digits"]),
    ("saved_number_too_long", lambda: read_file(b"[" + b"9" * 5000 + b"]"), ["0x1f4"]),
    ("saved_foreign", lambda: read_file(b"[]"), ["kind, version and state"]),
    ("saved_of_another_kind", lambda: read_file(LESSON.write(1)), ["lesson", "an election"]),
    ("saved_field_missing", lambda: read_file(filed(seats=None)), ["'seats'", "$.state"]),
    ("saved_field_unknown", lambda: read_file(filed(method=5)), ["'method'", "$.state"]),
    ("saved_value_not_whole", lambda: read_file(filed(seats=-5)), ["-5", "$.state.seats", "0 or"]),
    ("saved_value_no_text", lambda: read_file(filed(place=5)), ["5", "$.state.place", "text"]),
    ("saved_value_no_list", lambda: read_file(filed(notes=5)), ["5", "$.state.notes", "square"]),
    ("saved_value_no_object", lambda: read_file(filed(lists=[5])), ["5", "lists[0]", "curly"]),
    ("saved_value_wrong", lambda: read_file(filed(alliances=[{"lists": [5]}])), ["5", "lists[0]"]),
    ("saved_not_written", lambda: S.save("/no/such/folder/x.json"), ["folder/x.json", "No such"]),
    ("saved_not_opened", lambda: read_file("/no/such/file"), ["/no/such/file", "No such"]),
    (
        "saved_alone",
        lambda: read_file(
            b'{"kind":"scenario","version":1,"state":{"seats":9,"lists":[{"letter":"A","votes":5}],'
            b'"alliances":[{"lists":["A"]}]}}'
        ),
        ["A stands alone", "two lists"],
    ),
    (
        "saved_kind_unknown",
        lambda: vf.open_file(b'{"kind":"x","version":1,"state":{}}'),
        ["'x'", "scenario, proposal"],
    ),
    (
        "too_many_variants",
        lambda: vf.open_file(
            json.dumps(
                {"kind": "scenario", "version": 1, "state": {}, "variants": [0] * 101}
            ).encode()
        ),
        ["100"],
    ),
    ("path_no_file", lambda: S.save("/"), ["'/'", "a folder, a device or a pipe"]),
    ("saved_no_path", lambda: S.save("a\0b"), ["naestved.valg", "'a"]),
    ("saved_no_path", lambda: vf.open_file(5), ["'5'"]),
    ("label_given_twice", lambda: vf.open_file(TWO), ["label x"]),
    ("not_by_letter", lambda: S.with_votes(5), ["'5'", "by letter"]),
    ("not_by_letter", lambda: Scenario(V, 9, candidates=5), ["'5'", "by letter"]),
    (
        "letter_of_several",
        lambda: Scenario(V, 9, names={"A": "SF", "B": "SF"}).leave("sf"),
        ["called sf", "A, B"],
    ),
    ("letter_empty", lambda: Scenario({" ": 1}, 9), ["letter", "''"]),
    ("letter_empty", lambda: Scenario({5: 1}, 9), ["letter", "'5'"]),
    ("letter_too_long", lambda: Scenario({"x" * 101: 1}, 9), ["100 characters", "xxx…"]),
    ("letter_repeated", lambda: Scenario({"Å": 1, "A\u030a": 2}, 9), ["letter Å", "two lists"]),
    ("letter_repeated", lambda: S.with_list("A"), ["letter A", "two lists"]),
    ("name_given_twice", lambda: simulate(S, blocs={"x": "A", "x ": "B"}), ["'x'", "once"]),
    (
        "letter_given_twice",
        lambda: S.with_votes({"A": 1, "A ": 2}),
        ["List A", "given twice", "once"],
    ),
    ("votes_missing", lambda: S.with_votes({"B": None}), ["no votes for list B", "0 or more"]),
    (
        "table_not_series",
        lambda: Scenario(pd.DataFrame({"letter": ["A"], "votes": [1]}), 9),
        ["table.set_index('letter')['votes']"],
    ),
    ("text_half_character", lambda: S.leave("A\ud83d"), ["'A?'", "half a character"]),
    (
        "alliances_too_deep",
        lambda: S.with_alliances([[[[[[[[[[[["A", "B"]]]]]]]]]]]]),
        ["at most 10 deep"],
    ),
    ("too_many_lists", lambda: Scenario(dict.fromkeys(map(str, range(1001)), 1), 9), ["1000"]),
    ("letter_unknown", lambda: S.leave("Q"), ["no list Q", "A, B, C, D"]),
    ("letter_unknown", lambda: S.with_alliances([["A", "Q"]]), ["no list Q", "A, B, C, D"]),
    ("letter_unknown", lambda: S.with_votes({"Q": 1}), ["no list Q", "A, B, C, D"]),
    ("letter_unknown", lambda: S.shift("new", 1), ["no list new", "A, B, C, D"]),
    ("letter_unknown", lambda: S.leave(["A"]), ["no list ['A']"]),
    ("candidates_not_whole", lambda: S.with_candidates({"C": 0}), ["list C", "'0'", "1 or more"]),
    ("name_not_text", lambda: S.with_names({"C": 5}), ["list C", "'5'", "200 characters"]),
    ("text_not_text", lambda: Scenario(V, 9, place=5), ["place", "'5'", "text"]),
    ("text_not_text", lambda: Scenario(V, 9, notes=[5]), ["notes", "'5'", "text"]),
    ("alliances_not_groups", lambda: S.with_alliances(["AB"]), ["'AB'", "[['A', 'B'], "]),
    ("alliances_not_groups", lambda: S.with_alliances("AB"), ["'AB'", "[['A', 'B'], "]),
    ("alliances_not_groups", lambda: S.with_alliances([5]), ["'5'", "[['A', 'B'], "]),
    ("alliances_not_groups", lambda: S.dissolve(5), ["'5'", "groups of letters"]),
    (
        "list_in_two_alliances",
        lambda: S.with_alliances([["A", "B"], ["B", "C"]]),
        ["List B", "one only"],
    ),
    (
        "alliance_name_repeated",
        lambda: Scenario({"A-B": 1, "C": 1, "A": 1, "B-C": 1}, 9, [["A-B", "C"], ["A", "B-C"]]),
        ["Two alliances", "A-B-C"],
    ),
    (
        "alliance_name_repeated",
        lambda: Scenario({"A": 1, "B": 1, "A-B": 1}, 9, [["A", "B"]]),
        ["an alliance and a list", "A-B"],
    ),
    ("alliance_unknown", lambda: S.dissolve("A-B"), ["alliance A-B", "are C-D"]),
    ("alliance_unknown", lambda: compare(S, ("A", "B")), ["alliance A-B", "are C-D"]),
    (
        "no_alliances",
        lambda: S.without_alliances().alliance("C-D"),
        ["alliance C-D", "no alliances"],
    ),
    ("not_a_scenario", lambda: count("KV2025"), ["a Scenario", "'KV2025'"]),
    ("not_a_scenario", lambda: compare({"A": 1}, "A"), ["a Scenario", "{'A': 1}"]),
    ("settle_not_mapping", lambda: count(S).settle(["A"]), ["by lot", "['A']"]),
    ("alliance_needs_two", lambda: S.unite(["A"]), ["at least two lists", "got A"]),
    ("letter_given_twice", lambda: S.unite(["A", "A"]), ["List A", "twice"]),
    ("votes_would_be_negative", lambda: S.shift("C", -12), ["List C", "11 votes", "12 cannot"]),
    ("amount_not_whole", lambda: S.shift("C", 0.5), ["votes to move", "'0.5'"]),
    ("number_not_whole", lambda: valgforbund.bundle(S, -1), ["0 or more", "'-1'"]),
    ("source_unknown", lambda: S.shift("C", 1, "Q"), ["'new', 'others' or a list", "'Q'"]),
    ("source_is_itself", lambda: S.shift("C", 1, "C"), ["List C", "itself"]),
    ("source_too_small", lambda: S.shift("C", 17, "D"), ["of D", "16", "17 are wanted"]),
    ("source_too_small", lambda: S.shift("C", 73, "others"), ["of others", "72", "73"]),
    (
        "lot_not_due",
        lambda: TIE.settle({Lot("", ("A", "C"), 1): "A"}),
        ["now: A, C.", "Due now: A, B."],
    ),
    ("lot_not_due", lambda: TIE.settle({5: "A"}), ["not due now: 5"]),
    ("lot_winners", lambda: TIE.settle({TIE.lots[0]: "C"}), ["A, B", "1 winner", "got C"]),
    ("lot_winners", lambda: TIE.settle({TIE.lots[0]: ["A", "B"]}), ["1 winner", "got A, B"]),
    ("too_many_outcomes", lambda: count(MANY).outcomes, ["184756", "10000", "expected"]),
    ("seed_not_whole", lambda: TIE.draw(1.5), ["seed", "'1.5'"]),
    ("seat_unknown", lambda: why(S, 9), ["seat number 9", "8 seats are filled"]),
    ("seat_unknown", lambda: why(S, "first"), ["seat number first"]),
    ("seats_too_many_to_order", lambda: count(S.with_seats(10**18)).awards, ["at most 50000"]),
    ("seats_too_many_to_order", lambda: why(S.with_seats(10**18), 9), ["at most 50000"]),
    ("baseline_unknown", lambda: compare(S, "C-D", "alone"), ["'dissolved', 'none'", "'alone'"]),
    ("baseline_unknown", lambda: compare(S, "C-D", ["none"]), ["another scenario", "['none']"]),
    (
        "places_differ",
        lambda: compare(Scenario(V, 9, [["A", "B"]], place="Ry"), "A-B", load("KV2025", "Læsø")),
        ["different places", "Ry and Læsø"],
    ),
    ("not_a_scenario", lambda: expected_gains({"A": 1}, "A"), ["a Scenario", "{'A': 1}"]),
    ("unit_unknown", lambda: steps(S, "Q"), ["alliance 'Q'", "A, B, C, D, C-D"]),
    ("workers_not_whole", lambda: each(abs, [1], workers=0), ["from 1 to 1000", "'0'"]),
    ("client_unknown", lambda: each(abs, [1], client="x"), ["distributed.Client", "'x'"]),
    ("client_closed", lambda: each(abs, [1], client=closed_client()), ["closed", "new one"]),
    (
        "bloc_name_taken",
        lambda: simulate(S, "C-D", draws=1, blocs={"C-D": "A"}),
        ["C-D is the alliance of C, D"],
    ),
    ("blocs_not_named", lambda: simulate(S, "C-D", draws=1, blocs={"X": 5}), ["{'X': 5}"]),
    ("elections_none", lambda: party_review("SF", []), ["at least one"]),
    ("remarks_not_mapping", lambda: party_review("SF", remarks="x"), ["by place", "'x'"]),
    ("count_not_whole", lambda: study(S).closest(1.5), ["lists", "'1.5'"]),
    ("council_repeated", lambda: study([load("KV2025", "Læsø"), "KV2025"]), ["Læsø KV2025 is"]),
    ("council_repeated", lambda: party_review("SF", ["RV2025"] * 2), ["RV2025 is given twice"]),
    (
        "study_group_unknown",
        lambda: study(S).by("party"),
        ["election, label, region, size", "'party'"],
    ),
    ("label_given_twice", lambda: study({"x": S, "x ": S}), ["label x", "given twice"]),
    ("alliances_unknown", lambda: study("KV2021"), ["95 of 98", "København KV2021"]),
    ("party_unknown", lambda: named("xyz"), ["'xyz'", "by their names"]),
    ("party_unknown_near", lambda: named("Liberal Aliance"), ["Aliance'", "Liberal Alliance?"]),
    ("party_nowhere", lambda: party_review("Moderaterne", "EP2019"), ["Moderaterne", "EP2019"]),
    (
        "place_unknown",
        lambda: party_review("SF", "EP2024", remarks={"Ry": "x"}),
        ["'Ry'", "in EP2024"],
    ),
    # simulation
    ("count_not_whole", lambda: simulate(S, draws=0), ["draws", "'0'", "1 or more"]),
    ("count_not_whole", lambda: Poll(sample=2.5), ["people asked", "'2.5'", "1 or more"]),
    ("seed_not_whole", lambda: simulate(S, seed="x"), ["seed", "'x'"]),
    ("not_a_scenario", lambda: simulate("KV2025"), ["a Scenario", "'KV2025'"]),
    ("model_unknown", lambda: simulate(S, model="poll"), ["a Poll, a Swing or Draws", "'poll'"]),
    ("model_unknown", lambda: simulate(S, model=Swing), ["a Poll, a Swing or Draws"]),
    ("model_number", lambda: Swing(points=51), ["points", "0 to 12", "'51'"]),
    ("model_number", lambda: Swing(correlation=1.1), ["correlation", "0 to 1", "'1.1'"]),
    ("model_number", lambda: Poll(undecided=float("nan")), ["undecided", "0 to 99", "'nan'"]),
    ("model_number", lambda: Poll(design_effect=0.5), ["design_effect", "1 to 100", "'0.5'"]),
    ("model_number", lambda: Poll({"A": -1}), ["A must", "0 to 100", "'-1'"]),
    ("shares_not_mapping", lambda: Poll([25]), ["by letter", "'[25]'"]),
    ("shares_exceed", lambda: Poll({"A": 60, "B": 60}), ["120", "100"]),
    ("shares_exceed", lambda: Swing(guesses={"A": (60, 1), "B": (41, 1)}), ["101", "per cent"]),
    (
        "shares_in_fractions",
        lambda: simulate(S, model=Poll({"A": 0.4, "B": 0.3, "C": 0.2, "D": 0.1})),
        ["1.0 per cent", "25 and not 0.25"],
    ),
    (
        "share_and_guess",
        lambda: simulate(S, model=Poll({"A": 40}, guesses={"A": (40, 1)})),
        ["List A", "share", "guess"],
    ),
    ("guesses_not_mapping", lambda: Poll(guesses=5), ["'5'", "(2, 1)"]),
    ("guess_unusable", lambda: Poll(guesses={"Å": (0, 1)}), ["list Å", "'(0, 1)'", "(2, 1)"]),
    ("guess_unusable", lambda: Swing(guesses={"Å": "2"}), ["list Å", "(2, 1)"]),
    ("blocs_not_groups", lambda: Swing(blocs=5), ["'5'", "['ABF', 'CV']"]),
    ("list_in_two_blocs", lambda: Swing(blocs=["AB", "BC"]), ["List B", "two blocs"]),
    ("blocs_not_named", lambda: simulate(S, blocs=["AB"]), ["'['AB']'", "{'red': 'ABF'}"]),
    ("bloc_unknown", lambda: simulate(S, draws=1).bloc("red"), ["bloc red", "C-D"]),
    ("letter_unknown", lambda: simulate(S, blocs={"red": "AQ"}), ["no list Q", "A, B, C, D"]),
    ("draws_not_table", lambda: Draws([1]), ["DataFrame", "'list'"]),
    (
        "draws_column_repeated",
        lambda: simulate(S, model=Draws(pd.concat([TABLE, TABLE[["A"]]], axis=1))),
        ["two columns", "list A"],
    ),
    ("draws_column_missing", lambda: simulate(S, model=Draws(TABLE)), ["list D"]),
    (
        "draws_not_votes",
        lambda: simulate(S, model=Draws(TABLE.assign(D=[1, 2.5]))),
        ["Row 1", "list D", "'2.5'"],
    ),
    (
        "draws_too_few",
        lambda: simulate(S, draws=3, model=Draws(TABLE.assign(D=5))),
        ["3 draws", "2 rows"],
    ),
    ("no_votes_to_draw", lambda: simulate(S.with_votes(dict.fromkeys("ABCD", 0))), ["no votes"]),
    (
        "votes_too_many_to_draw",
        lambda: simulate(S.with_votes({"A": 10**16})),
        ["too many", "2^52"],
    ),
    (
        "baseline_lists_differ",
        lambda: simulate(S, "C-D", baseline=S.without_list("A")),
        ["same lists", "B, C, D"],
    ),
    ("simulation_without_alliance", lambda: simulate(S, draws=1).saved, ["names no alliance"]),
    ("table_not_names", lambda: S.unite(TABLE), ["not a whole table", "table['A']"]),
    ("values_not_by_name", lambda: by_name(["A"]), ["{'Jensen': 10}", "got '['A']'"]),
    ("span_ends", lambda: Span(2, 1), ["least to its most", "2 to 1"]),
    (
        "lot_decides",
        lambda: int(compare(Scenario({"A": 4, "B": 5, "C": 9}, 1, [["A", "B"]]), "A-B").saved),
        ["0 to 1"],
    ),
    (
        "never_together",
        lambda: partners(S, "A", include=["B"], apart=[("B", "A")]),
        ["Lists B and A", "never together"],
    ),
    (
        "coalition_too_small",
        lambda: partners(S, "A", size=2, include=["B", "C"]),
        ["at most 2", "the 3 that must"],
    ),
    ("coalition_size", lambda: partners(S, "A", size=0), ["1 or more", "(2, 4)", "'0'"]),
    ("coalition_size", lambda: partners(S, "A", size=(3, 2)), ["'(3, 2)'"]),
    ("coalition_size", lambda: partners(S, "A", size="2"), ["'2'"]),
    ("apart_not_groups", lambda: partners(S, "A", apart=["AB"]), ["[('A', 'Ø')]", "'AB'"]),
    ("letter_given_twice", lambda: partners(S, "A", apart=[("B", "B")]), ["List B", "twice"]),
    ("letter_unknown", lambda: partners(S, "A", apart=[("B", "Q")]), ["no list Q"]),
    ("letter_unknown", lambda: goal(S, "Q"), ["no list Q"]),
    ("source_is_itself", lambda: goal(S, "A", source="A"), ["List A", "itself"]),
    ("seats_not_whole", lambda: goal(S, "A", seats=0), ["'0'", "1 or more"]),
    (
        "too_many_partners",
        lambda: partners(MANY.with_list("M").with_list("N"), "M"),
        ["List M", "smaller size"],
    ),
    ("structures_too_many", lambda: structures(MANY), ["20 lists", "51724158235372", "up to 13"]),
    (
        "structures_still_too_many",
        lambda: structures(MANY, forbidden=[("L1", "L2")]),
        ["20 lists", "27644437", "forbid more"],
    ),
    ("seats_too_many_to_search", lambda: bounds(S.with_seats(2001)), ["at most 2000", "has 2001"]),
    ("seats_too_many_to_draw", lambda: simulate(S.with_seats(2001)), ["at most 2000", "has 2001"]),
    ("count_too_large", lambda: simulate(S, draws=10**9 + 1), ["draws", "at most 1000000000"]),
    ("number_too_large", lambda: simulate(S, seed=2**129), ["2^128", "39 digits"]),
    (
        "structures_large_votes",
        lambda: structures(Scenario({f"L{i}": 10**20 for i in range(10)}, 9)),
        ["64 bits", "25000"],
    ),
    (
        "structures_nested",
        lambda: structures(Scenario({"A": 1, "B": 1, "C": 1}, 9, [["A", ["B", "C"]]])),
        ["A-(B-C)", "joint list group"],
    ),
    ("bloc_empty", lambda: structures(S).best(), ["list or the lists"]),
    ("letter_unknown", lambda: structures(S, bloc="Q"), ["no list Q"]),
    ("apart_not_groups", lambda: structures(S, allowed=["AB"]), ["[('A', 'Ø')]", "'AB'"]),
    ("not_a_scenario", lambda: structures("KV2025"), ["a Scenario", "'KV2025'"]),
    ("not_a_scenario", lambda: stability("KV2025"), ["a Scenario", "'KV2025'"]),
    ("too_many_for_bounds", lambda: bounds(MANY.with_list("M")), ["at most 20", "are 21"]),
    ("not_a_scenario", lambda: admissions("KV2025", "A"), ["a Scenario", "'KV2025'"]),
    ("alliance_unknown", lambda: admissions(S, "A-B"), ["alliance A-B", "are C-D"]),
]
ENGINE = (
    "alliances",
    "awards",
    "checks",
    "comparison",
    "counting",
    "dhondt",
    "frames",
    "lots",
    "margins/steps",
    "margins/way",
    "outcomes",
    "protocol",
    "parties",
    "ranges",
    "review",
    "scenario",
    "sharing/code",
    "sharing/disk",
    "sharing/document",
    "sharing/envelope",
    "sharing/file",
    "sharing/form",
    "sharing/packing",
    "sharing/text",
    "shifts",
    "sources/elections",
    "sources/read",
    "strategy/bounds",
    "strategy/coalitions",
    "strategy/landscape",
    "strategy/structures",
    "waiting",
    "kernels/batch",
    "simulation/chances",
    "simulation/draws",
    "simulation/guesses",
    "simulation/poll",
    "simulation/simulate",
    "simulation/stated",
    "simulation/swing",
    "study/country",
    "units",
    "waste",
    "workers",
)  # fmt: skip -- as a list of modules


@pytest.mark.parametrize(
    ("code", "raises", "parts"), CASES, ids=[f"{code}-{i}" for i, (code, *_) in enumerate(CASES)]
)
def test_an_error_names_the_value_its_place_and_what_is_allowed(
    code: str, raises: Callable[[], object], parts: list[str]
) -> None:
    with pytest.raises(ScenarioError) as error:
        raises()
    assert error.value.code == code
    assert [part for part in parts if part not in str(error.value)] == []


def test_every_code_that_the_engine_names_is_raised_by_a_test() -> None:
    package = Path(valgforbund.__file__).parent
    assert {code for code, *_ in CASES} == named_in(package / f"{name}.py" for name in ENGINE)


def test_what_is_echoed_stays_short_and_on_one_line() -> None:
    assert shorten("a\n b\t c") == "a b c"
    assert len(str(shorten("x" * 1000))) == ECHO
    assert shorten(12) == 12
    assert shorten(10**40) == "100000… (41 digits)"
    assert len(str(ScenarioError("letter_empty", value="x" * 10**6))) < 150


def test_an_error_survives_a_trip_between_processes() -> None:
    error = ScenarioError("votes_not_whole", letter="V", value="12.7")
    twin = pickle.loads(pickle.dumps(error))
    assert (str(twin), vars(twin)) == (str(error), vars(error))
