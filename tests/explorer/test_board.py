"""The board by its messages: every move, what cannot be, one step back, and true ghosts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import valgforbund as vf
from explorer.page import Page
from valgforbund import Scenario, ScenarioError
from valgforbund.counting import Count
from valgforbund.explorer.election.board.board import BoardWidget
from valgforbund.explorer.election.board.ghost import effect, ghosts
from valgforbund.explorer.election.board.moves import free, key, moved, pieces, targets
from valgforbund.wording import words

NAESTVED = vf.load("KV2025", "Næstved")
BLUE, RED = "group:C-I-M-O-V-Æ", "group:A-B-F-Ø-Å"
TEXTS = words("da")


class BoardPage(Page):
    """The explorer with its board, as the page talks to it."""

    def __init__(self, scenario: Scenario = NAESTVED) -> None:
        super().__init__(scenario)
        (self.board,) = (w for w in self.widgets() if isinstance(w, BoardWidget))
        self.heard: list[dict[str, Any]] = []
        self.board.send = self.heard.append

    def say(self, **message: object) -> None:
        self.board._handle_custom_msg(message, [])  # as ipywidgets calls it

    def drop(self, piece: str, on: str) -> None:
        self.say(drop=piece, on=on)

    def ghosts(self, piece: str) -> dict[str, dict[str, str]]:
        """What is said at each place, by the page's question."""
        self.say(lift=piece, number="1")
        found: dict[str, dict[str, str]] = self.heard.pop()["ghosts"]
        return found

    @property
    def structures(self) -> list[str]:
        return [each.structure for each in self.scenario.alliances]

    @property
    def boxes(self) -> list[str]:
        return [box["name"] for box in self.board.board["boxes"]]

    @property
    def free(self) -> str:
        return "".join(chip["letter"] for chip in self.board.board["free"])

    @property
    def begun(self) -> str:
        return "".join(chip["letter"] for chip in self.board.board["begun"])

    def chips(self) -> dict[str, dict[str, Any]]:
        """All chips by letter, wherever they are."""
        found, waiting = {}, [self.board.board[name] for name in ("boxes", "free", "begun")]
        for several in waiting:
            for each in several:
                if "members" in each:
                    waiting.append(each["members"])
                else:
                    found[each["letter"]] = each
        return found


# ---- what is shown ----


def test_the_board_shows_the_count_of_2025() -> None:
    page = BoardPage()
    assert page.boxes == ["A-B-F-Ø-Å", "C-I-M-O-V-Æ"]
    assert [box["seats"] for box in page.board.board["boxes"]] == ["15", "16"]
    assert [box["saves"] for box in page.board.board["boxes"]] == ["redder 1", "redder 2"]
    assert [box["focus"] for box in page.board.board["boxes"]] == [False, True]
    assert page.free == ""
    official = {"A": 10, "B": 2, "C": 4, "F": 2, "I": 3, "M": 0, "O": 3, "V": 5, "Æ": 1, "Ø": 1}
    shown = {letter: int(chip["seats"]) for letter, chip in page.chips().items()}
    assert shown == official | {"Å": 0}
    assert page.chips()["V"]["votes"] == "7.124"
    assert (
        page.chips()["Ø"]["label"].endswith("2.028 stemmer, 1 mandat")
        or "ét mandat" in (page.chips()["Ø"]["label"])
    )


def test_our_list_is_marked_and_a_lot_is_a_range() -> None:
    page = BoardPage(Scenario({"A": 10, "B": 10, "C": 5}, 3))
    page.state.look(ours="B")
    assert [chip["ours"] for chip in page.chips().values()] == [False, True, False]
    # 10, 10, 5, 5, 5: the third seat is drawn between all three
    assert {letter: chip["seats"] for letter, chip in page.chips().items()} == {
        "A": "1–2", "B": "1–2", "C": "0–1",
    }  # fmt: skip
    assert all(chip["lot"] for chip in page.chips().values())


def test_the_board_speaks_both_languages() -> None:
    page = BoardPage()
    page.choose("app.language", "English")
    assert page.board.texts["new"] == "new alliance"
    assert page.board.board["boxes"][1]["saves"] == "saves 2"
    page.choose("app.language", "Dansk")
    assert page.board.texts["new"] == "nyt valgforbund"


def test_what_a_person_wrote_stays_text() -> None:
    page = BoardPage(Scenario({"<b>": 9, "{x}": 5, "=1": 2}, 5, [["<b>", "{x}"]]))
    assert page.boxes == ["<b>-{x}"]
    page.drop("list:=1", "group:<b>-{x}")
    assert page.boxes == ["<b>-{x}-=1"]
    assert page.alert == ""


# ---- every move, one step back ----

NESTED = NAESTVED.with_alliances([["A", ["F", "Ø"], "Å"], ["C", "V"], ["I", "O"]])
MOVES = {
    "to another box": (NAESTVED, "list:O", RED, ["A-B-F-O-Ø-Å", "C-I-M-V-Æ"]),
    "out": (NAESTVED, "list:O", "free", ["A-B-F-Ø-Å", "C-I-M-V-Æ"]),
    "a box onto a box": (NESTED, "group:I-O", "group:C-V", ["A-(F-Ø)-Å", "C-I-O-V"]),
    "a box with a group": (NESTED, "group:A-F-Ø-Å", "group:C-V", ["A-C-(F-Ø)-V-Å", "I-O"]),
    "a free list onto a free one": (NESTED, "list:M", "list:Æ", ["A-(F-Ø)-Å", "C-V", "I-O", "M-Æ"]),
    "a box onto a free list": (NESTED, "group:C-V", "list:M", ["A-(F-Ø)-Å", "C-M-V", "I-O"]),
    "onto a list in a box": (NESTED, "list:M", "list:V", ["A-(F-Ø)-Å", "C-(M-V)", "I-O"]),
    "onto an ally": (NAESTVED, "list:O", "list:V", ["A-B-F-Ø-Å", "C-I-M-(O-V)-Æ"]),
    "into a group": (NESTED, "list:M", "group:F-Ø", ["A-(F-M-Ø)-Å", "C-V", "I-O"]),
    "out of a group": (NESTED, "list:F", "group:A-F-Ø-Å", ["A-F-Ø-Å", "C-V", "I-O"]),
    "the last but one": (NESTED, "list:C", "free", ["A-(F-Ø)-Å", "I-O"]),
    "a group out": (NESTED, "group:F-Ø", "new", ["A-Å", "C-V", "F-Ø", "I-O"]),
    "a group elsewhere": (NESTED, "group:F-Ø", "group:I-O", ["A-Å", "C-V", "(F-Ø)-I-O"]),
    "a group apart": (NESTED, "group:F-Ø", "free", ["A-Å", "C-V", "I-O"]),
    "a box apart": (NESTED, "group:A-F-Ø-Å", "free", ["C-V", "I-O"]),
    "a box into a group": (NESTED, "group:C-V", "group:F-Ø", ["A-(C-F-V-Ø)-Å", "I-O"]),
}


@pytest.mark.parametrize("name", MOVES)
def test_a_move_is_one_step(name: str) -> None:
    scenario, piece, on, after = MOVES[name]
    page = BoardPage(scenario)
    page.drop(piece, on)
    assert page.alert == ""
    assert sorted(page.structures) == sorted(after)
    assert page.scenario == scenario.with_alliances(page.scenario.alliances)
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == scenario
    assert not page.state.can_undo


def test_groups_and_boxes_are_dissolved() -> None:
    page = BoardPage(NESTED)
    page.say(dissolve="group:F-Ø")
    assert page.structures == ["A-F-Ø-Å", "C-V", "I-O"]
    page.press("bar.undo")
    page.say(dissolve="group:A-F-Ø-Å")
    assert page.structures == ["C-V", "F-Ø", "I-O"]  # what is inside stays together
    page.press("bar.undo")
    assert page.scenario == NESTED


def test_those_who_are_ticked_go_together_in_one_step() -> None:
    page = BoardPage()
    page.say(ticked=["Ø", "M", "Æ"], number="7")
    answer = page.heard.pop()
    assert (answer["number"], answer["unite"]["label"]) == ("7", "Gå sammen: M, Æ, Ø")
    assert page.scenario == NAESTVED
    page.say(unite=["Ø", "M", "Æ"])
    assert page.structures == ["A-B-F-Å", "C-I-O-V", "M-Æ-Ø"]
    assert answer["unite"]["text"] == effect(TEXTS, Count(NAESTVED), page.scenario, "MÆØ")[0]
    page.press("bar.undo")
    assert page.scenario == NAESTVED


def test_a_list_waits_in_the_empty_box_for_another() -> None:
    page = BoardPage()
    page.drop("list:O", "new")
    assert (page.begun, page.free, page.structures) == ("O", "", ["A-B-F-Ø-Å", "C-I-M-V-Æ"])
    page.drop("list:M", "new")
    assert (page.begun, page.structures[-1]) == ("", "M-O")
    page.press("bar.undo")
    page.press("bar.undo")
    assert page.scenario == NAESTVED
    assert page.begun == ""


def test_who_waits_in_the_empty_box_can_leave_it_and_be_joined_by_a_box() -> None:
    page = BoardPage(NAESTVED.without_alliances())
    page.drop("list:O", "new")
    assert page.begun == "O"
    assert not page.state.can_undo  # nothing that is counted has changed
    page.drop("list:O", "free")
    assert (page.begun, "O" in page.free) == ("", True)
    page.drop("list:O", "new")
    page.drop("list:M", "list:Æ")
    assert (page.begun, page.structures) == ("O", ["M-Æ"])
    page.drop("group:M-Æ", "new")
    assert (page.begun, page.structures) == ("", ["M-O-Æ"])


def test_nobody_waits_in_the_box_of_another_place() -> None:
    page = BoardPage(NAESTVED.without_alliances())
    page.drop("list:A", "new")
    page.explorer.scenario = vf.load("KV2025", "Lyngby-Taarbæk").without_alliances()
    assert page.begun == ""


def test_pressing_a_box_looks_at_it() -> None:
    page = BoardPage()
    page.say(look=RED)
    assert page.focus == frozenset("ABFØÅ")
    assert [box["focus"] for box in page.board.board["boxes"]] == [True, False]


def test_where_nothing_changes_lots_stay_drawn() -> None:
    drawn = vf.count(Scenario({"A": 10, "B": 10, "C": 5}, 3, [["A", "B"]])).draw(1).scenario
    assert drawn.drawn
    page = BoardPage(drawn)
    for piece, on in (("list:A", "group:A-B"), ("list:A", "list:B"), ("list:C", "free")):
        page.drop(piece, on)
        assert page.scenario == drawn
    page.say(unite=["B", "A"])
    assert page.scenario == drawn
    assert not page.state.can_undo


# ---- what cannot be ----


@pytest.mark.parametrize(
    "message",
    [
        {"drop": "list:X", "on": "free"},
        {"drop": "list:O", "on": "group:X-Y"},
        {"drop": "list:O", "on": "list:O"},
        {"drop": "list:O"},
        {"drop": None, "on": "free"},
        {"drop": ["list:O"], "on": "free"},
        {"drop": BLUE, "on": BLUE},
        {"drop": BLUE, "on": "list:A"},
        {"drop": BLUE, "on": "new"},
        {"dissolve": "list:O"},
        {"dissolve": "group:A-B"},
        {"unite": ["A", "X"]},
        {"unite": "AB"},
        {"unite": ["A"]},
        {"unite": [["A"], "B"]},
        {"look": "free"},
        {"dance": 1},
        {},
        "drop",
        None,
        7,
    ],
)
def test_a_message_that_makes_no_sense_is_told_and_changes_nothing(message: Any) -> None:
    page = BoardPage()
    page.board._handle_custom_msg(message, [])
    assert page.alert
    assert page.scenario == NAESTVED
    assert not page.state.can_undo


@pytest.mark.parametrize("piece", ["list:X", "group:A", None, 7, ["list:O"]])
def test_nothing_is_said_of_what_is_gone(piece: Any) -> None:
    page = BoardPage()
    assert page.ghosts(piece) == {}
    assert page.alert == ""


def test_why_a_move_is_impossible_is_in_the_ghost() -> None:
    page = BoardPage(Scenario({"A": 9, "B": 5, "A-B": 3}, 5))
    said = page.ghosts("list:A")["list:B"]
    assert said["kind"] == "not"
    assert "A-B" in said["text"]
    before = page.scenario
    page.drop("list:A", "list:B")
    assert page.scenario == before
    assert said["text"] in page.alert


# ---- ghosts are true ----


def test_the_ghost_of_naestved() -> None:
    """Without O its allies have 19651 votes and 13 seats, O has 2, the others 22751 and 16.

    The last of 31 quotients is 22751/16 = 1421.9, the next 19651/14 = 1403.6.
    """
    page = BoardPage()
    said = page.ghosts("list:O")
    assert said["free"]["text"] == "O alene: −1 O, +1 A"
    assert said[RED] == {
        "text": "A-B-F-O-Ø-Å: ingen mandater flytter",
        "effect": "ingen mandater flytter",
        "kind": "nothing",
    }
    assert said[BLUE]["kind"] == "here"
    assert page.ghosts(BLUE)["free"]["text"].startswith("C, I, M, O, V og Æ hver for sig: ")


def test_a_group_that_the_law_no_longer_knows_is_told_before_it_is_made() -> None:
    page = BoardPage()
    said = page.ghosts("list:O")["list:Ø"]["text"]
    assert said.endswith(" (listeforbund blev afskaffet før 2025)")
    there = BoardPage(NESTED).ghosts("list:V")  # it is told already
    assert not any("afskaffet" in each["text"] for each in there.values())


def test_a_lot_is_called_a_lot() -> None:
    # alone 10, 6, 5 win; together B and C have 10: 10, 10, and a lot between 5 and 5
    page = BoardPage(Scenario({"A": 10, "B": 6, "C": 4}, 3))
    assert page.ghosts("list:B")["list:C"] == {
        "text": "B-C: lodtrækning (A 1–2, C 0–1)",
        "effect": "lodtrækning (A 1–2, C 0–1)",
        "kind": "lot",
    }
    page.drop("list:B", "list:C")
    (box,) = page.board.board["boxes"]
    assert (box["seats"], box["saves"], box["kind"]) == ("1–2", "redder 0–1", "lot")
    assert page.ghosts("list:B")["free"]["text"] == "B alene: ingen lodtrækning mere (A 2, C 0)"


def test_the_same_lot_as_before_is_no_change() -> None:
    page = BoardPage(Scenario({"A": 10, "B": 5, "C": 5}, 3))
    assert page.ghosts("list:B")["list:C"]["text"] == "B-C: ingen mandater flytter"


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A small council with alliances and groups, ties among it."""
    letters = "ABCDEFG"[: draw(st.integers(2, 7))]
    votes = {letter: draw(st.integers(0, 30)) for letter in letters}
    groups: dict[int, list[Any]] = {}
    for letter in letters:
        groups.setdefault(draw(st.integers(0, 2)), []).append(letter)
    alliances = [members for place, members in groups.items() if place and len(members) > 1]
    nested = [
        [[*members[:2]], *members[2:]] if len(members) > 2 and draw(st.booleans()) else members
        for members in alliances
    ]
    return Scenario(votes, draw(st.integers(1, 12)), nested)


@given(scenarios(), st.data())
def test_a_ghost_is_a_fresh_count_of_what_happens(scenario: Scenario, data: st.DataObject) -> None:
    known = pieces(scenario)
    piece = known[data.draw(st.sampled_from(sorted(known)))]
    begun = data.draw(st.sampled_from(["", *free(scenario)]))
    counted = vf.count(scenario)
    said = ghosts(TEXTS, counted, piece, begun)
    assert [*said] == [*targets(scenario, piece, begun)]
    for place, ghost in said.items():
        after = moved(scenario, piece, place, begun)
        # nobody comes, goes, or changes votes: only who stands with whom
        assert after.ballots == scenario.ballots
        assert after == scenario or after == scenario.with_alliances(after.alliances)
        before, now = counted.spans, vf.count(after).spans
        changed = {x for x in scenario.letters if before[x] != now[x]}
        sure = not any(span.is_open for both in (before, now) for span in both.values())
        if sure:
            told = {f"{TEXTS.signed((now[x] - before[x]).low)} {x}" for x in changed}
            assert set(filter(None, ghost.effect.split(", "))) == (
                told or ({"ingen mandater flytter"} if ghost.kind == "nothing" else set())
            )
        elif changed:
            assert ghost.kind in ("lot", "moves")
            assert all(letter in ghost.effect for letter in changed)
        if ghost.kind == "here":
            assert after == scenario


@given(scenarios(), st.data())
def test_what_was_moved_is_where_it_was_let_go(scenario: Scenario, data: st.DataObject) -> None:
    known = pieces(scenario)
    piece = known[data.draw(st.sampled_from(sorted(known)))]
    places = targets(scenario, piece)
    place = data.draw(st.sampled_from(sorted(places)))
    after, goal = moved(scenario, piece, place), places[place]
    letters = {piece} if isinstance(piece, str) else {*piece.letters}
    homes = [after.alliance_of(letter) for letter in sorted(letters)]
    if place == "free":
        assert homes == [None] * len(letters)
    elif goal is not None:
        others = {goal} if isinstance(goal, str) else {*goal.letters}
        together = [group for alliance in after.alliances for group in alliance.groups]
        assert any({*group.letters} == others | letters for group in together)
    # whoever was not moved and not joined stands with the same others as before
    for letter in set(scenario.letters) - letters:
        before, now = scenario.alliance_of(letter), after.alliance_of(letter)
        mates = {*before.letters} - letters if before else {letter}
        assert mates <= ({*now.letters} if now else {letter})


def test_what_is_moved_is_not_changed() -> None:
    before = NESTED.alliances
    for piece in pieces(NESTED).values():
        for place in targets(NESTED, piece):
            moved(NESTED, piece, place)
    assert NESTED.alliances == before


def test_a_place_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ScenarioError, match="not there any more"):
        moved(NESTED, "O", "nowhere")
    with pytest.raises(ScenarioError):
        moved(NESTED, NESTED.alliances[0], key(NESTED.alliances[0]))
