"""Tidy whatever the election: nothing beside the page, nothing over anything, nothing jumps."""

import pytest
from playwright.sync_api import expect

from .explorer_page import both_doors

pytestmark = pytest.mark.browser

ELECTIONS = [
    ("Kommunalvalg 2025", "København", 24),
    ("Kommunalvalg 2013", "København", 32),
    ("Kommunalvalg 2025", "Samsø", 4),
]
WIDTHS = (1440, 1024)

# Every row: its height, and the pairs of neighbouring cells that lie over each other.
ROWS = """root => [...root.querySelectorAll(".vf-rows > .vf-row")].map(row => {
  const cells = [...row.children].filter(each => !each.classList.contains("vf-before"))
    .map(each => each.getBoundingClientRect()).filter(box => box.width)
    .sort((one, other) => one.left - other.left);
  const over = cells.slice(1).filter((box, i) => box.left < cells[i].right - 0.5).length;
  const inside = row.getBoundingClientRect();
  const out = cells.filter(box => box.top < inside.top || box.bottom > inside.bottom
    || box.left < inside.left - 0.5 || box.right > inside.right + 0.5).length;
  return [inside.height, over, out];
})"""

# Neighbouring words of the heading or of a row's numbers that run into each other.
CLOSE = """root => {
  const lines = [...root.querySelectorAll(".vf-head .vf-row, .vf-rows .vf-seats")];
  return lines.flatMap(row => {
    const words = [...row.querySelectorAll("span, b")].map(each => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return [each.textContent, range.getBoundingClientRect()];
    }).filter(([, box]) => box.width).sort((one, other) => one[1].left - other[1].left);
    return words.slice(1)
      .map(([text, box], i) => [words[i][0], text, box.left - words[i][1].right])
      .filter(([, , gap]) => gap < 3);
  });
}"""

# How far something reaches to the right of what can be seen, in the page or JupyterLab's scroller.
BEYOND = """root => {
  const page = document.scrollingElement, edge = root.getBoundingClientRect().right + 0.5;
  const wide = [...root.querySelectorAll("*")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.right > edge && box.width > 1 && box.height > 1;
  });
  return [page.scrollWidth - page.clientWidth, wide.map(each => each.className)];
}"""

CARDS = """root => [...root.querySelectorAll(".vf-bar, .vf-card, .vf-chart, .vf-rows > .vf-row")]
  .map(each => each.getBoundingClientRect()).map(box => [box.x, box.y, box.width, box.height])"""


@both_doors
@pytest.mark.parametrize(("election", "place", "lists"), ELECTIONS)
def test_every_election_is_tidy(explorer, election, place, lists):
    explorer.open(election, place)
    expect(explorer.rows).to_have_count(lists)
    for width in WIDTHS:
        explorer.widen(width)
        beyond, wide = explorer.root.evaluate(BEYOND)
        assert (width, beyond, wide) == (width, 0, [])
        assert explorer.root.evaluate(CLOSE) == [], width
        rows = explorer.root.evaluate(ROWS)
        assert {height for height, _, _ in rows} == {rows[0][0]}
        assert [(over, out) for _, over, out in rows] == [(0, 0)] * lists, width


@pytest.mark.parametrize("width", WIDTHS)
def test_heading_is_tidy_in_english(explorer, width):
    explorer.look("Sprog", "English")
    explorer.widen(width)
    assert explorer.root.evaluate(CLOSE) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_ranges_have_room(explorer, width):
    explorer.open_example("example.lot")
    explorer.widen(width)
    assert explorer.root.evaluate(CLOSE) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_votes_are_edited(explorer, width):
    explorer.widen(width)
    before = explorer.root.evaluate(CARDS)
    for letter, votes in (("O", "500"), ("M", "2.900"), ("C", "9.000")):
        picture = explorer.seats_picture.inner_html()
        explorer.type_votes(letter, votes)
        expect(explorer.seats_picture).not_to_have_js_property("innerHTML", picture)
        assert explorer.root.evaluate(CARDS) == before, (letter, votes)


# In every frame: whether both boxes show a picture that is there.
WATCH = """root => {
  const boxes = [".vf-picture-seats", ".vf-picture-votes"].map(each => root.querySelector(each));
  const watch = window.vfFrames = {frames: 0, blank: [], pictures: new Set()};
  const look = () => {
    if (window.vfFrames !== watch) return;
    watch.frames += 1;
    for (const box of boxes) {
      const picture = box.querySelector("svg:not(.vf-narrow)");
      const high = box.getBoundingClientRect().height;
      const parts = picture ? picture.children.length : 0;
      if (!parts || high < 100 || picture.getBoundingClientRect().height < 100)
        watch.blank.push([watch.frames, box.className, high, parts]);
      if (picture) watch.pictures.add(picture.innerHTML);
    }
    requestAnimationFrame(look);
  };
  look();
}"""
WATCHED = """() => {
  const {frames, blank, pictures} = window.vfFrames;
  window.vfFrames = null;
  return [frames, blank, pictures.size];
}"""


def test_no_frame_without_a_picture(explorer):
    explorer.look("Flyt stemmer til", "M Moderaterne")
    explorer.root.evaluate(WATCH)
    for n in range(10):
        explorer.press_slider("Home" if n % 2 else "End")
    frames, blank, pictures = explorer.page.evaluate(WATCHED)
    assert frames > 20
    assert pictures > 2
    assert blank == []


def test_the_answer_stays_in_sight(explorer):
    """Beside a long table, and above what is read further down."""
    explorer.open("Kommunalvalg 2025", "København")
    explorer.page.mouse.move(400, 500)
    for _ in range(12):
        explorer.page.mouse.wheel(0, 100)
        explorer.settle()
        box = explorer.first.bounding_box()
        assert 0 <= box["y"] < 200
    assert explorer.rows.first.bounding_box()["y"] < 0


SHORT = {"width": 1366, "height": 650}


@pytest.mark.parametrize("place", ["Næstved", "København", "Samsø"])
def test_four_questions_above_the_fold(explorer, place):
    explorer.open("Kommunalvalg 2025", place)
    explorer.page.set_viewport_size(SHORT)
    explorer.settle()
    questions = explorer.root.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab")
    boxes = [question.bounding_box() for question in questions.all()]
    assert len(boxes) == 4
    assert all(box["y"] + box["height"] < SHORT["height"] for box in boxes)
    assert explorer.first.bounding_box()["y"] < boxes[0]["y"]


@pytest.mark.parametrize("place", ["Lyngby-Taarbæk", "Næstved", "Samsø"])
def test_the_answer_and_the_board_are_in_sight_after_the_press(explorer, place):
    explorer.open("Kommunalvalg 2025", place)
    explorer.page.set_viewport_size(SHORT)
    explorer.settle()
    board = explorer.root.locator(".vf-board-card")
    answer = explorer.root.locator(".vf-questions > .widget-tab-contents")
    for question in explorer.root.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab").all():
        question.click()
        explorer.settle()
        assert answer.bounding_box()["y"] < SHORT["height"] - 200
        box = board.bounding_box()
        assert 0 < box["y"] < box["y"] + box["height"] < SHORT["height"]
        assert explorer.page.evaluate("scrollY") == 0
    explorer.is_used_up = True


# How large letters come to the eye, zoom and the growth of pictures included; a sign that stands
# for a text has none.
LETTERS = """root => [...root.querySelectorAll("*")]
  .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(each => each.checkVisibility() && !each.closest("style, [aria-hidden=true], .vf-sign"))
  .filter(each => each.getBoundingClientRect().width > 1)
  .map(each => {
    const grown = each.ownerSVGElement?.getScreenCTM().a ?? each.currentCSSZoom;
    return [grown * parseFloat(getComputedStyle(each).fontSize), each.textContent.slice(0, 40)];
  })
  .filter(([size]) => size > 0)"""


def test_on_a_canvas_nothing_is_smaller_than_twenty_pixels(explorer):
    explorer.open("Kommunalvalg 2025", "Næstved")
    explorer.look("Vores liste", "Å Alternativet")
    explorer.page.set_viewport_size({"width": 1920, "height": 1080})
    explorer.press("Vis på lærred")
    questions = explorer.root.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab").all()
    for question in reversed(questions):  # the first one is open where tests begin
        question.click()
        explorer.settle()
        letters = explorer.root.evaluate(LETTERS)
        assert len(letters) > 150
        assert [each for each in letters if each[0] < 20] == []
    explorer.press("Vis i almindelig størrelse")


def test_on_a_canvas_the_board_and_the_answer_are_in_sight(explorer):
    explorer.open("Kommunalvalg 2025", "Næstved")
    explorer.press("Vis på lærred")
    for width, height in ((1920, 1080), (1366, 650)):
        explorer.page.set_viewport_size({"width": width, "height": height})
        explorer.settle()
        chips = [each.bounding_box() for each in explorer.root.locator(".vf-chip").all()]
        assert len(chips) == 11
        assert all(box["y"] + box["height"] < height for box in chips), width
        if height > 1000:
            answer = explorer.root.locator(".vf-questions > .widget-tab-contents")
            assert answer.bounding_box()["y"] < height - 150
    explorer.press("Vis i almindelig størrelse")


def test_on_a_telephone_the_bar_is_one_line_and_the_seats_stay(explorer):
    explorer.open("Kommunalvalg 2025", "Næstved")
    explorer.page.set_viewport_size({"width": 390, "height": 844})
    explorer.settle()
    assert explorer.root.locator(".vf-bar").bounding_box()["height"] < 60
    assert explorer.first.bounding_box()["y"] < 90
    board = explorer.root.locator(".vf-board-card")
    assert board.bounding_box()["y"] < 600
    standing = explorer.root.locator(".vf-standing")
    for place in (board, explorer.rows.last, explorer.root.locator(".vf-tables").first):
        place.scroll_into_view_if_needed()
        assert 0 <= standing.bounding_box()["y"] < 200
        assert standing.inner_text().split()[:4] == ["A", "10", "B", "2"]
    unfold = explorer.root.get_by_role("button", name="Menu", exact=True)
    explorer.page.evaluate("scrollTo(0, 0)")
    unfold.click()
    expect(explorer.root.get_by_label("Valg", exact=True).first).to_be_visible()
    unfold.click()
    expect(explorer.root.get_by_label("Valg", exact=True).first).to_be_hidden()


def test_a_message_covers_no_answer(explorer):
    explorer.type_votes("A", "mange")
    message = explorer.alert.bounding_box()
    height = explorer.page.viewport_size["height"]
    assert height - 100 < message["y"] < height - message["height"]
    explorer.type_votes("A", "3.345")


def test_another_question_moves_nothing_above_it(explorer):
    tabs = explorer.root.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab")
    explorer.page.evaluate("scrollTo(0, 0)")
    tabs.first.click()
    explorer.settle()
    before = [tab.bounding_box() for tab in tabs.all()]
    for tab in tabs.all():
        tab.click()
        explorer.settle()
        assert [each.bounding_box() for each in tabs.all()] == before
        assert explorer.page.evaluate("scrollY") == 0
    explorer.is_used_up = True
