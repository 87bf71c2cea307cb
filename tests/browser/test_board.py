"""The board in a real page: by mouse, finger and keyboard, with ghosts that tell the truth."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Locator, expect

from valgforbund.wording import words

from .explorer_page import ExplorerPage
from .survey import BEYOND, WIDE, grave

pytestmark = pytest.mark.browser

TEXTS = words("da")
BLUE, RED = "C-I-M-O-V-Æ", "A-B-F-Ø-Å"
HOLD = 500  # ms that a finger rests, more than the page asks for

# From a move of the pointer onto a place until its ghost has been painted.
WATCH = """ghost => {
  window.moves = [];
  let began = 0;
  document.addEventListener("pointermove", () => began = performance.now(), true);
  new MutationObserver(() => {
    const start = began;
    requestAnimationFrame(() => setTimeout(() => window.moves.push(performance.now() - start)));
  }).observe(ghost, {childList: true, characterData: true, subtree: true});
}"""
# From a press until all places say what would happen.
ASKED = """board => new Promise(done => {
  let began = 0;
  const press = () => began = performance.now();
  board.addEventListener("pointerdown", press, {capture: true, once: true});
  const watch = new MutationObserver(() => {
    if (![...board.querySelectorAll(".vf-board-effect")].some(each => each.textContent)) return;
    watch.disconnect();
    done(performance.now() - began);
  });
  watch.observe(board, {childList: true, characterData: true, subtree: true});
})"""


class BoardOnPage:
    """The board, as a person uses it."""

    def __init__(self, explorer: ExplorerPage) -> None:
        self.explorer, self.page = explorer, explorer.page
        self.root = explorer.root.locator(".vf-board-card")
        self.ghost = self.root.locator(".vf-board-ghost > span")
        self.wait = self.root.locator(".vf-board-ghost > small")
        self.weighed = self.root.locator(".vf-board-weighed")
        self.said = self.root.locator("> .vf-said")
        self.new = self.root.locator(".vf-board-new")
        self.free = self.root.locator(".vf-board-free")
        self.join = self.root.locator(".vf-board-join")
        self.session = self.page.context.new_cdp_session(self.page)

    def chip(self, letter: str) -> Locator:
        return self.root.locator(f'.vf-chip[data-letter="{letter}"]')

    def box(self, name: str) -> Locator:
        return self.root.locator(f'[data-piece="group:{name}"]')

    def tick(self, letter: str) -> Locator:
        return self.explorer.root.get_by_label(f"Vælg liste {letter}", exact=True)

    def head(self, name: str) -> Locator:
        return self.box(name).locator("> .vf-board-head > .vf-board-name")

    @property
    def boxes(self) -> list[str]:
        return [
            name.split(" · ")[0]
            for name in self.root.locator(
                ".vf-board-box > .vf-board-head > .vf-board-name"
            ).all_inner_texts()
        ]

    def middle(self, place: Locator) -> tuple[float, float]:
        place.scroll_into_view_if_needed()
        box = place.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def carry(self, piece: Locator, place: Locator) -> None:
        """Press on a piece and go over a place with it, without letting go."""
        self.page.mouse.move(*self.middle(piece))
        self.page.mouse.down()
        self.page.mouse.move(*self.middle(place), steps=6)

    def drag(self, piece: Locator, place: Locator) -> str:
        """Let go over a place; what the ghost said."""
        self.carry(piece, place)
        expect(self.ghost).to_be_visible()
        text = self.ghost.inner_text()
        self.page.mouse.up()
        self.explorer.settle()
        return text

    def touch(self, kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def happened(self, act: Callable[[], None]) -> str:
        """What an act changed in the rows of lists, as a ghost says it."""
        before = {letter: int(now) for letter, (now, *_) in self.explorer.seats().items()}
        act()
        self.explorer.settle()
        after = {letter: int(now) for letter, (now, *_) in self.explorer.seats().items()}
        changed = {x: after[x] - before[x] for x in before if after[x] != before[x]}
        return " ".join(sorted(f"{TEXTS.signed(n)} {x}" for x, n in changed.items()))


def moves(text: str) -> str:
    """The part of a ghost that tells who wins and loses seats, in a fixed order."""
    return " ".join(sorted(re.findall(r"[+−]\d+ \w+", text)))


@pytest.fixture
def board(explorer: ExplorerPage) -> Iterator[BoardOnPage]:
    """Næstved 2025 on the board."""
    explorer.open("Kommunalvalg 2025", "Næstved")
    board = BoardOnPage(explorer)
    expect(board.box(BLUE)).to_be_visible()
    yield board
    board.page.mouse.up()
    board.session.detach()


# ---- by mouse ----


def test_a_chip_is_dragged_out_and_one_step_leads_back(board: BoardOnPage) -> None:
    told: list[str] = []
    happened = board.happened(lambda: told.append(board.drag(board.chip("O"), board.free)))
    assert told == ["O alene: −1 O, +1 A"]
    assert moves(told[0]) == happened
    expect(board.free.locator(".vf-chip")).to_have_count(1)
    expect(board.explorer.row("O").get_by_label("Valgforbund for liste O")).to_have_value(
        "står alene"
    )
    board.explorer.press("Fortryd")
    assert board.boxes == [RED, BLUE]


def test_escape_leaves_everything_as_it_was(board: BoardOnPage) -> None:
    before = board.explorer.seats()
    board.carry(board.chip("O"), board.box(RED))
    expect(board.ghost).to_have_text("A-B-F-O-Ø-Å: ingen mandater flytter")
    board.page.keyboard.press("Escape")
    expect(board.ghost).to_be_hidden()
    expect(board.ghost).to_have_text("")
    expect(board.root.locator(".vf-board-floating")).to_have_count(0)
    board.page.mouse.up()
    board.explorer.settle()
    assert (board.boxes, board.explorer.seats()) == ([RED, BLUE], before)


def test_in_another_language_nothing_is_left_of_what_was_said(board: BoardOnPage) -> None:
    board.drag(board.chip("O"), board.box(RED))
    said = board.root.locator(".vf-said")
    expect(said).to_have_text("A-B-F-O-Ø-Å: ingen mandater flytter")
    board.explorer.look("Sprog", "English")
    expect(said).to_have_text("")
    expect(board.ghost).to_have_text("")


def test_let_go_beside_the_board_nothing_moves(board: BoardOnPage) -> None:
    board.drag(board.chip("O"), board.box(RED))
    board.explorer.press("Fortryd")
    board.carry(board.chip("O"), board.free)
    board.page.mouse.move(3, 3, steps=3)
    expect(board.ghost).to_be_hidden()
    board.page.mouse.up()
    board.explorer.settle()
    assert board.boxes == [RED, BLUE]


def test_let_go_a_little_beside_a_place_it_is_meant(board: BoardOnPage) -> None:
    for piece, place in ((board.chip("O"), board.free), (board.chip("M"), board.free)):
        board.page.mouse.move(*board.middle(piece))
        board.page.mouse.down()
        x, y = board.middle(place)
        box = place.bounding_box()
        assert box is not None
        assert box["height"] >= 50
        board.page.mouse.move(x, y, steps=3)
        board.page.mouse.move(x, box["y"] + box["height"] + 12, steps=3)
        expect(board.ghost).to_contain_text(" alene: ")
        board.page.mouse.up()
        board.explorer.settle()
    assert board.boxes == [RED, "C-I-V-Æ"]


TOP = "board => board.getBoundingClientRect().top"


def test_who_picks_up_at_the_edge_and_holds_still_scrolls_nothing(board: BoardOnPage) -> None:
    x, y = board.middle(board.chip("V"))
    board.page.set_viewport_size({"width": 1440, "height": int(y) + 30})
    board.explorer.settle()
    before = board.root.evaluate(TOP)
    board.page.mouse.move(x, y)
    board.page.mouse.down()
    board.page.mouse.move(x - 8, y - 4, steps=3)
    expect(board.free.locator(".vf-board-effect")).not_to_be_empty()
    board.page.wait_for_timeout(400)
    assert board.root.evaluate(TOP) == before
    board.page.mouse.move(x, y + 24, steps=3)  # towards the edge
    board.page.wait_for_function(
        f"before => ({TOP})(document.querySelector('.vf-board-card')) < before - 50", arg=before
    )
    board.page.keyboard.press("Escape")


def test_two_chips_in_the_empty_box_are_a_new_alliance(board: BoardOnPage) -> None:
    assert board.drag(board.chip("O"), board.new).startswith("O begynder et nyt valgforbund: ")
    expect(board.new.locator(".vf-chip")).to_have_count(1)
    assert board.drag(board.chip("M"), board.new).startswith("M-O: ")
    assert board.boxes == [RED, "C-I-V-Æ", "M-O"]


def test_a_box_onto_a_box_merges_them(board: BoardOnPage) -> None:
    board.drag(board.chip("Æ"), board.free)
    board.drag(board.chip("M"), board.free)
    told = board.drag(board.chip("M"), board.chip("Æ"))
    assert told.startswith("M-Æ: ")
    told = board.drag(board.head("M-Æ"), board.head(RED))
    assert told.startswith("A-B-F-M-Æ-Ø-Å: ")
    assert board.boxes == ["A-B-F-M-Æ-Ø-Å", "C-I-O-V"]


def test_who_waits_over_a_chip_in_another_box_makes_a_group_there(board: BoardOnPage) -> None:
    board.carry(board.chip("O"), board.chip("B"))
    expect(board.ghost).to_have_text("A-B-F-O-Ø-Å: ingen mandater flytter")
    expect(board.wait).to_have_text("Hold stille for at danne en gruppe med B.")
    expect(board.ghost).to_contain_text("A-(B-O)-F-Ø-Å: ")
    expect(board.wait).to_be_empty()
    board.page.mouse.up()
    board.explorer.settle()
    expect(board.box("B-O")).to_be_visible()
    assert board.boxes == ["A-B-F-O-Ø-Å", "C-I-M-V-Æ"]


def test_over_a_chip_of_its_own_box_a_group_is_meant_at_once(board: BoardOnPage) -> None:
    board.carry(board.chip("O"), board.chip("V"))
    board.page.mouse.up()  # before anybody has waited
    board.explorer.settle()
    expect(board.box("O-V")).to_be_visible()
    board.root.get_by_role("button", name="Opløs O-V").click()
    board.explorer.settle()
    expect(board.box("O-V")).to_have_count(0)
    assert board.boxes == [RED, BLUE]


def test_a_press_and_a_press_do_what_a_drag_does(board: BoardOnPage) -> None:
    board.chip("O").click()
    board.free.hover()
    expect(board.ghost).to_have_text("O alene: −1 O, +1 A")
    board.free.click()
    board.explorer.settle()
    assert board.boxes == [RED, "C-I-M-V-Æ"]
    board.chip("M").click()
    expect(board.ghost).to_be_hidden()  # the places say it, before any is chosen
    expect(board.free.locator(".vf-board-effect")).not_to_be_empty()
    board.chip("M").click()  # back where it was
    expect(board.root.locator(".vf-board-lifted")).to_have_count(0)
    board.chip("M").click()
    board.explorer.root.locator(".vf-brand").click()
    expect(board.root.locator(".vf-board-lifted")).to_have_count(0)
    board.explorer.settle()
    assert board.boxes == [RED, "C-I-M-V-Æ"]


def test_a_press_on_a_box_looks_at_it(board: BoardOnPage) -> None:
    board.head(RED).click()
    board.explorer.settle()
    expect(board.explorer.first).to_contain_text(f"Valgforbundet {RED}")
    expect(board.box(RED)).to_have_class(re.compile("vf-board-focus"))
    board.box(BLUE).click(position={"x": 5, "y": 5})
    board.explorer.settle()
    expect(board.box(BLUE)).to_have_class(re.compile("vf-board-focus"))


def test_a_move_that_cannot_be_says_why_and_changes_nothing(board: BoardOnPage) -> None:
    for name in (RED, BLUE):
        board.root.get_by_role("button", name=f"Opløs {name}").click()
        board.explorer.settle()
    board.explorer.add_list("A-B", "Alle")
    told = board.drag(board.chip("A"), board.chip("B"))
    assert "A-B" in told
    assert board.boxes == []
    assert not board.explorer.alert.is_visible()


def test_chips_stay_what_they_are(board: BoardOnPage) -> None:
    """What is shown changes in place: no chip is made anew."""
    mark = "all => all.forEach(each => each.marked = true)"
    board.root.locator(".vf-chip").evaluate_all(mark)
    board.drag(board.chip("O"), board.box(RED))
    assert board.root.locator(".vf-chip").evaluate_all("all => all.every(each => each.marked)")
    board.explorer.type_votes("A", "15000")
    assert board.root.locator(".vf-chip").evaluate_all("all => all.every(each => each.marked)")


def test_the_ghost_comes_at_once(board: BoardOnPage, measured: Callable[[str], None]) -> None:
    for place in ("Næstved", "København"):
        board.explorer.open("Kommunalvalg 2025", place)
        answer = board.root.evaluate_handle(f"board => ({{done: ({ASKED})(board)}})")
        board.ghost.evaluate(WATCH)
        letters = ["A", "B", "F"]
        for letter in letters:
            board.carry(board.chip(letter), board.free)
            for box in board.root.locator(".vf-board-box").all():
                board.page.mouse.move(*board.middle(box))
                board.page.wait_for_timeout(60)
            board.page.keyboard.press("Escape")
            board.page.mouse.up()
        asked = answer.evaluate("each => each.done")
        times = sorted(board.page.evaluate("window.moves"))
        assert len(times) >= len(letters)
        measured(
            f"{place}: all ghosts {asked:.0f} ms after the press; a ghost painted "
            f"{times[len(times) // 2]:.0f} ms after the hover (median), {times[-1]:.0f} at most"
        )


# ---- by keyboard ----


def test_the_board_is_one_stop_and_arrows_go_inside(board: BoardOnPage) -> None:
    inside = "board => board.querySelectorAll('.vf-board-places [tabindex=\"0\"]').length"
    assert board.root.evaluate(inside) == 1
    board.explorer.root.get_by_role("button", name="Til svarene").focus()
    within = "board => board.contains(document.activeElement)"
    for _ in range(5):  # the bar and what is kept come first
        if not board.root.evaluate(within):
            board.page.keyboard.press("Tab")
    assert board.root.evaluate(within)
    board.page.keyboard.press("Home")
    expect(board.head(RED)).to_be_focused()
    board.page.keyboard.press("ArrowRight")
    expect(board.root.get_by_role("button", name=f"Flyt {RED}")).to_be_focused()
    board.page.keyboard.press("End")
    expect(board.chip("Æ")).to_be_focused()
    assert board.root.evaluate(inside) == 1
    board.page.keyboard.press("Tab")
    assert not board.root.evaluate(within)


def test_a_chip_goes_by_keyboard_with_the_same_ghost(board: BoardOnPage) -> None:
    board.chip("O").focus()
    board.page.keyboard.press("Enter")
    seen = []
    for _ in range(4):
        expect(board.ghost).to_be_visible()
        seen.append(board.ghost.inner_text())
        expect(board.said).to_have_text(seen[-1])
        board.page.keyboard.press("ArrowDown")
    assert seen == [
        "A-B-F-O-Ø-Å: ingen mandater flytter",
        f"{BLUE}: ingen ændring",
        "O begynder et nyt valgforbund: −1 O, +1 A",
        "O alene: −1 O, +1 A",
    ]
    board.page.keyboard.press("ArrowUp")
    happened = board.happened(lambda: board.page.keyboard.press("Enter"))
    assert happened == moves(seen[-1])
    expect(board.chip("O")).to_be_focused()
    assert board.boxes == [RED, "C-I-M-V-Æ"]


def test_escape_and_tab_let_go_of_what_was_picked_up(board: BoardOnPage) -> None:
    for key in ("Escape", "Tab"):
        board.chip("O").focus()
        board.page.keyboard.press("Enter")
        expect(board.ghost).to_be_visible()
        board.page.keyboard.press(key)
        expect(board.ghost).to_be_hidden()
        expect(board.said).to_have_text(TEXTS("board.cancelled"))
    board.explorer.settle()
    assert board.boxes == [RED, BLUE]


def test_a_box_is_moved_and_a_group_dissolved_by_keyboard(board: BoardOnPage) -> None:
    board.root.get_by_role("button", name=f"Flyt {BLUE}").focus()
    board.page.keyboard.press("Enter")
    expect(board.ghost).to_have_text(re.compile(r"^A-B-C-F-I-M-O-V-Æ-Ø-Å: "))
    board.page.keyboard.press("Enter")
    board.explorer.settle()
    assert len(board.boxes) == 1
    board.root.get_by_role("button", name=re.compile("^Opløs ")).focus()
    board.page.keyboard.press("Enter")
    board.explorer.settle()
    assert board.boxes == []
    assert board.root.evaluate("board => board.contains(document.activeElement)")


def test_ticked_chips_go_together(board: BoardOnPage) -> None:
    board.chip("M").click(modifiers=["Control"])
    expect(board.join).to_be_hidden()
    board.chip("Æ").focus()
    board.page.keyboard.press("Space")
    board.chip("Ø").focus()
    board.page.keyboard.press("Space")
    expect(board.join).to_have_text("Gå sammen: M, Æ, Ø")
    expect(board.chip("Ø")).to_have_attribute("aria-pressed", "true")
    board.explorer.settle()
    told = board.weighed.inner_text()
    happened = board.happened(board.join.click)
    assert moves(told) == happened
    assert board.boxes == ["A-B-F-Å", "C-I-O-V", "M-Æ-Ø"]
    expect(board.join).to_be_hidden()
    board.explorer.press("Fortryd")
    assert board.boxes == [RED, BLUE]


def test_rows_of_the_table_are_ticked_and_go_together(board: BoardOnPage) -> None:
    for letter in ("M", "Æ"):
        board.tick(letter).check()
    board.tick("Ø").focus()
    board.page.keyboard.press("Space")
    expect(board.chip("Ø")).to_have_attribute("aria-pressed", "true")
    expect(board.join).to_have_text("Gå sammen: M, Æ, Ø")
    assert board.join.bounding_box()["y"] < board.page.viewport_size["height"]  # type: ignore[index]
    told = board.weighed.inner_text()
    happened = board.happened(lambda: board.page.keyboard.press("Enter"))
    assert moves(told) == happened
    assert board.boxes == ["A-B-F-Å", "C-I-O-V", "M-Æ-Ø"]
    expect(board.join).to_be_hidden()
    expect(board.tick("Ø")).not_to_be_checked()


def test_what_is_ticked_can_be_let_go(board: BoardOnPage) -> None:
    board.tick("M").check()
    expect(board.weighed).to_have_text(TEXTS("board.ticked"))
    board.chip("Æ").click(modifiers=["Control"])
    expect(board.tick("Æ")).to_be_checked()
    board.root.get_by_role("button", name="Fravælg alle").click()
    for letter in ("M", "Æ"):
        expect(board.tick(letter)).not_to_be_checked()
        expect(board.chip(letter)).to_have_attribute("aria-pressed", "false")
    expect(board.weighed).to_be_hidden()
    board.tick("M").check()
    board.page.keyboard.press("Escape")
    expect(board.tick("M")).not_to_be_checked()
    assert board.boxes == [RED, BLUE]


# ---- by finger ----


@pytest.fixture
def thumb(board: BoardOnPage) -> Iterator[BoardOnPage]:
    """The board on a telephone."""
    touch = "Emulation.setTouchEmulationEnabled"
    board.session.send(touch, {"enabled": True, "maxTouchPoints": 1})
    board.explorer.widen(390)
    yield board
    board.session.send(touch, {"enabled": False})


def test_held_and_moved_by_a_finger(thumb: BoardOnPage) -> None:
    thumb.free.scroll_into_view_if_needed()
    start, end = thumb.middle(thumb.chip("O")), thumb.middle(thumb.free)
    top = "board => board.getBoundingClientRect().top"
    before = thumb.root.evaluate(top)
    thumb.touch("touchStart", start)
    thumb.page.wait_for_timeout(HOLD)
    for part in range(1, 6):
        x, y = (a + (b - a) * part / 5 for a, b in zip(start, end, strict=True))
        thumb.touch("touchMove", (x, y))
    expect(thumb.ghost).to_have_text("O alene: −1 O, +1 A")
    assert thumb.root.evaluate(top) == before  # the page did not scroll under it
    thumb.touch("touchEnd")
    thumb.explorer.settle()
    assert thumb.boxes == [RED, "C-I-M-V-Æ"]


def test_a_finger_that_strokes_scrolls_and_moves_nothing(thumb: BoardOnPage) -> None:
    x, y = thumb.middle(thumb.chip("O"))
    top = "board => board.getBoundingClientRect().top"
    before = thumb.root.evaluate(top)
    thumb.touch("touchStart", (x, y))
    for step in range(1, 12):
        thumb.touch("touchMove", (x, y - 20 * step))
    thumb.touch("touchEnd")
    expect(thumb.root.locator(".vf-board-lifted")).to_have_count(0)
    thumb.explorer.settle()
    assert thumb.root.evaluate(top) != before
    assert thumb.boxes == [RED, BLUE]


def test_rows_are_ticked_by_a_thumb(thumb: BoardOnPage) -> None:
    for letter in ("M", "Æ"):
        label = thumb.explorer.root.locator(
            "label", has=thumb.page.get_by_label(f"Vælg liste {letter}")
        )
        box = label.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        thumb.touch("touchStart", thumb.middle(label))
        thumb.touch("touchEnd")
    expect(thumb.join).to_have_text("Gå sammen: M, Æ")
    height = thumb.page.viewport_size["height"]  # type: ignore[index]
    assert height - 120 < thumb.join.bounding_box()["y"] < height - 44  # type: ignore[index]
    thumb.join.click()
    thumb.explorer.settle()
    assert thumb.boxes == [RED, "C-I-O-V", "M-Æ"]


def test_a_finger_is_not_told_of_keys(thumb: BoardOnPage) -> None:
    hint = thumb.root.locator(".vf-board-hint")
    thumb.touch("touchStart", thumb.middle(thumb.chip("O")))
    thumb.page.wait_for_timeout(HOLD)
    expect(hint).to_have_text(TEXTS("board.held_touch", what="O"))
    thumb.touch("touchCancel")
    thumb.touch("touchStart", thumb.middle(thumb.chip("O")))
    thumb.touch("touchEnd")
    expect(hint).to_have_text(TEXTS("board.lifted_touch", what="O"))
    thumb.touch("touchStart", thumb.middle(thumb.chip("O")))
    thumb.touch("touchEnd")


def test_a_tap_and_a_tap_move(thumb: BoardOnPage) -> None:
    for place in (thumb.chip("O"), thumb.free):
        thumb.touch("touchStart", thumb.middle(place))
        thumb.touch("touchEnd")
        thumb.explorer.settle()
    assert thumb.boxes == [RED, "C-I-M-V-Æ"]


def test_the_page_goes_along_at_its_edge(thumb: BoardOnPage) -> None:
    top = "board => board.getBoundingClientRect().top"
    start = thumb.middle(thumb.chip("A"))
    before = thumb.root.evaluate(top)
    thumb.touch("touchStart", start)
    thumb.page.wait_for_timeout(HOLD)
    height = thumb.page.viewport_size["height"]  # type: ignore[index]
    thumb.touch("touchMove", (start[0], height - 10.0))
    thumb.page.wait_for_function(
        f"before => ({top})(document.querySelector('.vf-board-card')) < before - 50", arg=before
    )
    thumb.touch("touchCancel")
    expect(thumb.root.locator(".vf-board-lifted")).to_have_count(0)


def test_a_finger_that_only_holds_ticks(thumb: BoardOnPage) -> None:
    for letter in ("M", "Æ"):
        thumb.touch("touchStart", thumb.middle(thumb.chip(letter)))
        thumb.page.wait_for_timeout(HOLD)
        thumb.touch("touchEnd")
    expect(thumb.join).to_have_text("Gå sammen: M, Æ")


def test_chips_are_large_enough_for_a_thumb_and_nothing_sticks_out(thumb: BoardOnPage) -> None:
    heights = thumb.root.locator(".vf-chip").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 40
    thumb.explorer.open("Kommunalvalg 2025", "København")
    assert thumb.page.evaluate(BEYOND) == []
    assert thumb.page.evaluate(WIDE) == 0


# ---- for everybody ----


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_while_something_hovers(
    board: BoardOnPage, scheme: Literal["light", "dark"]
) -> None:
    board.page.emulate_media(color_scheme=scheme)
    for letter in ("M", "Æ"):
        board.chip(letter).click(modifiers=["Control"])
    board.chip("O").focus()
    board.page.keyboard.press("Enter")
    expect(board.ghost).to_be_visible()
    found = [
        each for each in grave(board.page, {}) if "vf-board" in str(each) or "vf-chip" in str(each)
    ]
    board.page.emulate_media(color_scheme="light")
    assert found == []


PLACES = """board => [...board.querySelectorAll(".vf-chip, .vf-board-box")].map(
  each => [each.offsetLeft, each.offsetTop, each.offsetWidth, each.offsetHeight])"""


def test_the_board_does_not_jump_when_numbers_change(board: BoardOnPage) -> None:
    seen = []
    for votes in ("14.428", "9.000", "11.000", "20.000"):
        board.explorer.type_votes("A", votes)
        seen.append(board.root.evaluate(PLACES))
    assert all(one == other for one, other in pairwise(seen))
