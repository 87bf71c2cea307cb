"""What a person does and sees in the explorer, as verbs; the same in Voilà and JupyterLab."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from valgforbund.wording import words

from .wire import Wire

LAB = pytest.param("lab", marks=pytest.mark.exhaustive)
both_doors = pytest.mark.parametrize("explorer", ["app", LAB], indirect=True)

SIZE = {"width": 1440, "height": 1000}
ANSWER_SECONDS = 30  # others may keep the machine busy
expect.set_options(timeout=10_000)

# All rows at once: a round trip a cell would take longer than the whole story.
SEATS = """root => Object.fromEntries(
  [...root.querySelectorAll(".vf-rows > .vf-row")].map(row => [
    row.querySelector(".vf-badge").textContent,
    [".vf-now", ".vf-other", ".vf-change"].map(each => row.querySelector(each).textContent),
  ]))"""

# Nothing in the explorer has changed for a moment, and what changed has been painted.
STILL = """root => new Promise(done => {
  let wait;
  const again = () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(done));
    }, 80);
  };
  const watch = new MutationObserver(again);
  watch.observe(root, {childList: true, subtree: true, characterData: true, attributes: true});
  again();
})"""


class ExplorerPage:
    """The explorer in an open page.

    Parameters
    ----------
    page : Page
        Shows the explorer already.
    complaints : list of str
        What the page and its requests complained of; it goes on growing.
    wire : Wire
        Knows whether the kernel has answered.
    """

    def __init__(self, page: Page, complaints: list[str], wire: Wire) -> None:
        self.page, self.complaints, self.wire = page, complaints, wire
        self.is_used_up = False  # a test that opened many tabs leaves their labels behind
        self.root = page.locator(".vf-explorer")
        self.headline = self.root.get_by_role("status")
        self.first = self.headline.locator(".vf-first")
        self.alert = self.root.get_by_role("alert")
        self.banner = self.root.locator(".vf-banner")
        self.place = self.root.locator(".vf-bar .vf-place input")
        self.rows = self.root.locator(".vf-rows > .vf-row")
        self.slider = self.root.locator(".vf-shift .noUi-handle")
        self.typed = self.root.locator(".vf-shift-move .widget-text input")
        self.seats_picture = self.root.locator(".vf-picture-seats svg:visible")
        self.votes_picture = self.root.locator(".vf-picture-votes svg:visible")

    # ---- what a person does ----

    def begin(self) -> None:
        """Lyngby-Taarbæk in Danish, as at the start, whatever another test left."""
        self.widen(SIZE["width"])
        language = self.root.locator(".vf-bar select").last
        if language.input_value() != "Dansk":
            language.select_option("Dansk")
            self.settle()
        self.open_example("example.lyngby")
        expect(self.place).to_have_attribute("placeholder", "Lyngby-Taarbæk")
        expect(self.votes("O")).to_have_value("1.237")
        self.look("fra", "nye vælgere")

    def widen(self, width: int) -> None:
        self.page.set_viewport_size({**SIZE, "width": width})
        self.settle()

    def press_slider(self, key: str) -> None:
        self.slider.press(key)
        self.settle()

    def choose_place(self, place: str) -> None:
        """Type a place and press Enter."""
        self.place.fill(place)
        self.place.press("Enter")
        self.settle()

    def open(self, election: str, place: str) -> None:
        """Choose an election and one of its places, and wait until it is there."""
        self.look("Valg", election)
        self.choose_place(place)
        expect(self.place).to_have_attribute("placeholder", place)

    def open_example(self, key: str) -> None:
        texts = words("da")
        self.look(texts("bar.examples"), texts(key))

    def look(self, menu: str, choice: str) -> None:
        """Choose in a menu, by its label."""
        unfold = self.root.locator(".vf-unfold")  # on a telephone
        if unfold.is_visible() and unfold.get_attribute("aria-expanded") == "false":
            unfold.click()
        found = self.root.get_by_label(menu, exact=True).filter(visible=True)
        found.first.select_option(choice)  # that of the bar, where a panel has the same
        self.settle()

    def ally(self, letter: str, choice: str) -> None:
        self.look(f"Valgforbund for liste {letter}", choice)

    def press(self, button: str) -> None:
        self.root.get_by_role("button", name=button, exact=True).click()
        self.settle()

    def rename(self, letter: str, name: str) -> None:
        self.name(letter).fill(name)
        self.name(letter).press("Enter")
        self.settle()

    def add_list(self, letter: str, name: str) -> None:
        """Unfold the tools, if they are not, and add a list."""
        if not self.root.get_by_label("Bogstav").is_visible():
            self.root.get_by_text("Tilføj, fjern eller indsæt").click()
        self.root.get_by_label("Bogstav").fill(letter)
        self.root.get_by_label("Listens navn", exact=True).fill(name)
        self.press("Tilføj liste")
        expect(self.root.get_by_label("Bogstav")).to_be_empty()

    def type_votes(self, letter: str, text: str) -> None:
        self.votes(letter).fill(text)
        self.votes(letter).press("Enter")
        self.settle()

    # ---- what a person sees ----

    def row(self, letter: str) -> Locator:
        badge = self.page.locator(".vf-badge", has_text=re.compile(f"^{re.escape(letter)}$"))
        return self.rows.filter(has=badge)

    def name(self, letter: str) -> Locator:
        return self.root.get_by_label(f"Navn på liste {letter}", exact=True)

    def votes(self, letter: str) -> Locator:
        return self.root.get_by_label(f"Stemmer på liste {letter}", exact=True)

    def hint(self, letter: str) -> Locator:
        """The original beside changed values."""
        votes = self.page.get_by_label(re.compile(rf" {re.escape(letter)}$"))
        return self.rows.filter(has=votes).locator(".vf-before")

    def total(self) -> int:
        """All votes as the fields show them."""
        fields = self.rows.locator(".vf-votes input").all()
        return sum(int(field.input_value().replace(".", "")) for field in fields)

    def seats(self) -> dict[str, tuple[str, str, str]]:
        """Seats now, in the other world, and the change, by letter, as they are written."""
        return {letter: tuple(cells) for letter, cells in self.root.evaluate(SEATS).items()}

    def expect_seats(self, letter: str, now: object, other: object) -> None:
        expect(self.row(letter).locator(".vf-now")).to_have_text(str(now))
        expect(self.row(letter).locator(".vf-other")).to_have_text(str(other))

    def settle(self) -> None:
        """Wait until what was done has been counted, shown and painted."""
        for _ in range(2):  # a page holds changes back while an earlier one is under way
            self.root.evaluate(STILL)
            self.wire.wait(ANSWER_SECONDS)

    def accessible(self) -> list[tuple[str, str]]:
        """Role and name of everything a screen reader meets, as Chromium computes them."""
        session = self.page.context.new_cdp_session(self.page)
        document = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        root = {"nodeId": document, "selector": ".vf-explorer"}
        node = session.send("DOM.querySelector", root)["nodeId"]
        nodes = session.send("Accessibility.queryAXTree", {"nodeId": node})["nodes"]
        session.detach()
        return [
            (each["role"]["value"], each.get("name", {}).get("value", ""))
            for each in nodes
            if not each["ignored"]
        ]
