"""What a person does and sees in the explorer, as verbs; the same in Voilà and JupyterLab."""

import re

from playwright.sync_api import Locator, Page, expect

from valgforbund.wording import words

SIZE = {"width": 1440, "height": 1000}

# All rows at once: a round trip a cell would take longer than the whole story.
SEATS = """root => Object.fromEntries(
  [...root.querySelectorAll(".vf-rows > .vf-row")].map(row => [
    row.querySelector(".vf-badge").textContent,
    [".vf-now", ".vf-other", ".vf-change"].map(each => row.querySelector(each).textContent),
  ]))"""

PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


class ExplorerPage:
    """The explorer in an open page.

    Parameters
    ----------
    page : Page
        Shows the explorer already.
    complaints : list of str
        What the page and its requests complained of; it goes on growing.
    """

    def __init__(self, page: Page, complaints: list[str]) -> None:
        self.page, self.complaints = page, complaints
        self.root = page.locator(".vf-explorer")
        self.headline = self.root.get_by_role("status")
        self.first = self.headline.locator(".vf-first")
        self.alert = self.root.get_by_role("alert")
        self.banner = self.root.locator(".vf-banner")
        self.place = self.root.locator(".vf-place input")
        self.rows = self.root.locator(".vf-rows > .vf-row")
        self.slider = self.root.locator(".vf-shift .noUi-handle")
        self.typed = self.root.locator(".vf-shift-move .widget-text input")
        self.seats_picture = self.root.locator(".vf-picture-seats img.vf-chart")
        self.votes_picture = self.root.locator(".vf-picture-votes img.vf-chart")

    # ---- what a person does ----

    def begin(self) -> None:
        """Lyngby-Taarbæk in Danish, as at the start, whatever another test left."""
        self.page.set_viewport_size(SIZE)
        if self.first.get_attribute("lang") != "da":
            self.root.locator(".vf-bar select").last.select_option("Dansk")
            expect(self.root.get_by_label("Sted")).to_be_visible()
        self.open_example("example.lyngby")
        expect(self.place).to_have_attribute("placeholder", "Lyngby-Taarbæk")
        expect(self.votes("O")).to_have_value("1.237")
        self.look("fra", "nye vælgere")

    def choose_place(self, place: str) -> None:
        """Type a place and press Enter."""
        self.place.fill(place)
        self.place.press("Enter")

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
        self.root.get_by_label(menu, exact=True).select_option(choice)

    def ally(self, letter: str, choice: str) -> None:
        self.look(f"Valgforbund for liste {letter}", choice)

    def press(self, button: str) -> None:
        self.root.get_by_role("button", name=button, exact=True).click()

    def type_votes(self, letter: str, text: str) -> None:
        self.votes(letter).fill(text)
        self.votes(letter).press("Enter")

    # ---- what a person sees ----

    def row(self, letter: str) -> Locator:
        badge = self.page.locator(".vf-badge", has_text=re.compile(f"^{re.escape(letter)}$"))
        return self.rows.filter(has=badge)

    def votes(self, letter: str) -> Locator:
        return self.root.get_by_label(f"Stemmer på liste {letter}", exact=True)

    def hint(self, letter: str) -> Locator:
        """The original beside changed values."""
        return self.row(letter).locator(".vf-before")

    def seats(self) -> dict[str, tuple[str, str, str]]:
        """Seats now, in the other world, and the change, by letter, as they are written."""
        return {letter: tuple(cells) for letter, cells in self.root.evaluate(SEATS).items()}

    def expect_seats(self, letter: str, now: object, other: object) -> None:
        expect(self.row(letter).locator(".vf-now")).to_have_text(str(now))
        expect(self.row(letter).locator(".vf-other")).to_have_text(str(other))

    def painted(self) -> None:
        """Wait until what changed has been painted."""
        self.page.evaluate(PAINTED)
