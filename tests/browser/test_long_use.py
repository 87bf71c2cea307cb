"""Five hundred actions in the real page, allowed and not, saving and opening among them.

After each the seats on the screen are those of a fresh count of what the fields hold. In the end
undo leads back to the beginning, and page and kernel hold no more than is said here.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from servers import Server, started

import valgforbund as vf
from valgforbund.wording import words

from .complaints import listen
from .explorer_page import ANSWER_SECONDS, SIZE, STILL, ExplorerPage
from .files_page import FilesPage
from .start import look
from .tools import OPEN_SECONDS, SHIPPED
from .wire import Wire

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

ACTIONS = 500
STEPS = 20  # of undo at a time
# What may be held when undo has led to what was shown first, beyond what was held then: there is a
# step forward for every action, and ipywidgets keeps the layout of each row that was taken away.
MOST_KERNEL = 450  # megabytes of memory; half of it is what is loaded when it is first asked for
MOST_SCRIPTS = 30  # megabytes of the page's scripts
MOST_NODES = 30_000  # of the page, whether they are shown or only remembered
LEGAL_VOTES = ("8123", "8.123", "8 123", "0", "54", "1.000.000", "20")
ILLEGAL = ("-5", "12,7", "abc", "1e30", "9" * 40, "<b>7</b>", "NaN", "=1+1")
ALONE = words("da")("lists.alone")
UNFORESEEN = tuple(
    words("da")(f"alert.{key}", kind="", message="").partition("(")[0]
    for key in ("unexpected", "unfinished")
)
NAMES = ("Fælleslisten", "<img src=x onerror=alert(1)>", "=SUM(A1)", r"$\frac{1}{2}$", "A" * 100)
PLACES = ("Næstved", "Læsø", "København", "0360", "Atlantis")

# What the fields hold and the seats beside them, in one look.
HELD = """root => ({
  seats: [...root.querySelectorAll(".vf-bar input")]
    .find(each => each.labels[0]?.textContent === "Mandater").value,
  rows: [...root.querySelectorAll(".vf-rows > .vf-row")].map(row => {
    const alliance = row.querySelector(".vf-alliance select");
    const votes = row.querySelector(".vf-votes input");
    return {
      label: votes.labels[0].textContent,
      votes: votes.value,
      alliance: alliance.selectedOptions[0].textContent.replaceAll("\u00a0", " "),
      limit: row.querySelector(".vf-candidates input").value,
      now: row.querySelector(".vf-now").textContent,
    };
  }),
})"""


class Held(NamedTuple):
    """What the page holds: a scenario, and the seats that it shows."""

    scenario: vf.Scenario
    shown: dict[str, str]

    @property
    def is_fresh(self) -> bool:
        """Whether these seats are those of a count of the fields."""
        return self.shown == {
            letter: f"{span.low}–{span.high}" if span.is_open else str(span.low)
            for letter, span in vf.count(self.scenario).spans.items()
        }


class Person:
    """Somebody who does whatever can be done in the explorer, and much that cannot."""

    def __init__(self, shown: ExplorerPage, folder: Path, seed: int) -> None:
        self.shown, self.root = shown, shown.root
        self.files = FilesPage(shown.page)
        self.chance, self._folder = random.Random(seed), folder
        self._saved: dict[Path, vf.Scenario] = {}

    # ---- what is seen ----

    def held(self) -> Held:
        plain = self.root.evaluate(HELD)
        rows = {row["label"].removeprefix("Stemmer på liste "): row for row in plain["rows"]}
        groups: dict[str, list[str]] = {}
        for letter, row in rows.items():
            if row["alliance"] != ALONE:
                groups.setdefault(row["alliance"], []).append(letter)
        limits = {letter: row["limit"] for letter, row in rows.items() if row["limit"].isdigit()}
        scenario = vf.Scenario(
            {letter: int(row["votes"].replace(".", "")) for letter, row in rows.items()},
            int(plain["seats"]),
            [*groups.values()],
            {letter: int(limit) for letter, limit in limits.items()},
        )
        return Held(scenario, {letter: row["now"] for letter, row in rows.items()})

    def expect_a_fresh_count(self, done: str) -> None:
        """Where the page looked finished and was not, a longer wait tells."""
        if not self.held().is_fresh:
            self.shown.settle()
            held = self.held()
            assert held.is_fresh, (done, held)
        assert self.shown.complaints == [], done
        told = " ".join(self.shown.alert.all_inner_texts())
        assert not [each for each in UNFORESEEN if each in told], (done, told)

    # ---- what is done ----

    def act(self) -> str:
        """Do one thing; says what."""
        acts = [self.vote] * 6 + [self.ally] * 6 + [self.limit, self.resize, self.rename] * 2
        acts += [self.go_back] * 4 + [self.look] * 3 + [self.add, self.remove] * 2
        acts += [self.place, self.save, self.open, self.open_a_torn_one]
        act = self.chance.choice(acts)
        what = act()
        self.shown.root.evaluate(STILL)
        self.shown.wire.wait(ANSWER_SECONDS)
        return what

    def letter(self) -> str:
        return self.chance.choice(self.held().scenario.letters)

    def text(self, legal: tuple[str, ...]) -> str:
        return self.chance.choice(legal if self.chance.random() < 0.7 else ILLEGAL)

    def type(self, label: str, text: str) -> str:
        field = self.root.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Enter")
        return f"{label}: {text}"

    def vote(self) -> str:
        return self.type(f"Stemmer på liste {self.letter()}", self.text(LEGAL_VOTES))

    def limit(self) -> str:
        return self.type(f"Kandidater på liste {self.letter()}", self.text(("1", "3", "9")))

    def resize(self) -> str:
        return self.type("Mandater", self.text(("9", "21", "31", "1")))

    def rename(self) -> str:
        return self.type(f"Navn på liste {self.letter()}", self.chance.choice(NAMES))

    def ally(self) -> str:
        menu = self.root.get_by_label(f"Valgforbund for liste {self.letter()}", exact=True)
        choices = menu.evaluate("each => each.options.length")
        menu.select_option(index=self.chance.randrange(choices))
        return f"valgforbund {menu.input_value()}"

    def go_back(self) -> str:
        button = self.chance.choice(("Fortryd", "Fortryd", "Gentag", "Nulstil"))
        found = self.root.get_by_role("button", name=button, exact=True)
        if found.is_enabled():
            found.click()
        return button

    def look(self) -> str:
        tabs = self.root.get_by_role("tab")
        place = self.chance.randrange(tabs.count())
        tabs.nth(place).click()
        return f"fane {place}"

    def add(self) -> str:
        if not self.root.get_by_label("Bogstav").is_visible():
            self.root.get_by_text("Tilføj, fjern eller indsæt").click()
        self.root.get_by_label("Bogstav").fill(self.chance.choice(("X", "Y", "a", "", "😀")))
        self.root.get_by_role("button", name="Tilføj liste", exact=True).click()
        return "ny liste"

    def remove(self) -> str:
        if not self.root.get_by_label("Bogstav").is_visible():
            self.root.get_by_text("Tilføj, fjern eller indsæt").click()
        menu = self.root.get_by_label("Fjern en liste", exact=True)
        menu.select_option(
            index=self.chance.randrange(menu.evaluate("each => each.options.length"))
        )
        self.root.get_by_role("button", name="Fjern liste", exact=True).click()
        return "fjern en liste"

    def place(self) -> str:
        place = self.chance.choice(PLACES)
        self.shown.place.fill(place)
        self.shown.place.press("Enter")
        return f"sted {place}"

    def save(self) -> str:
        here = self._folder / str(len(self._saved))
        here.mkdir()
        file = self.files.save(here)
        self._saved[file] = self.held().scenario
        saved = vf.read(str(file))
        assert votes_and_seats(saved) == votes_and_seats(self._saved[file])
        return f"gem {file.name}"

    def open(self) -> str:
        if not self._saved:
            return "intet gemt"
        file = self.chance.choice([*self._saved])
        self.files.choose(file)
        self.files.is_opened()  # the page reads it before it asks the kernel
        self.shown.settle()
        assert votes_and_seats(self.held().scenario) == votes_and_seats(self._saved[file])
        return f"åbn {file.name}"

    def open_a_torn_one(self) -> str:
        before = self.held()
        torn = self._folder / "torn.json"
        torn.write_text('{"kind": "scenario", "version": 1, "state": {"lists": [', "utf-8")
        self.files.choose(torn)
        self.shown.settle()
        assert self.held() == before
        return "åbn en fil, der ikke er hel"


def votes_and_seats(s: vf.Scenario) -> tuple[object, ...]:
    alliances = {frozenset(each.letters) for each in s.alliances}
    return dict(zip(s.letters, s.ballots, strict=True)), s.seats, alliances


class Memory(NamedTuple):
    """What kernel and page hold."""

    kernel: float
    scripts: float
    nodes: float

    @classmethod
    def of(cls, page: Page, server: Server) -> Memory:
        [kernel] = server.kernel_processes()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("HeapProfiler.collectGarbage")
        metrics = session.send("Performance.getMetrics")["metrics"]
        session.detach()
        found = {each["name"]: each["value"] for each in metrics}
        return cls(kernel.memory_info().rss / 1e6, found["JSHeapUsedSize"] / 1e6, found["Nodes"])


def test_five_hundred_actions(
    chromium: Browser, tmp_path: Path, measured: Callable[[str], None]
) -> None:
    context = chromium.new_context(viewport=SIZE, locale="da-DK")
    with started("app", tmp_path, "explorer", options=[SHIPPED, "--ready", "0"]) as server:
        page = context.new_page()
        page.set_default_timeout(OPEN_SECONDS * 1000)
        complaints, wire = listen(page, server), Wire(page)
        page.goto(server.address)
        look(page)
        shown = ExplorerPage(page, complaints, wire)
        shown.settle()
        person = Person(shown, tmp_path, seed=25)
        first = person.held()
        tabs = shown.root.get_by_role("tab")
        seen = 0
        while seen < tabs.count():  # a question has tabs of its own
            tabs.nth(seen).click()
            shown.settle()
            seen += 1
        tabs.first.click()
        shown.settle()
        had = Memory.of(page, server)
        for number in range(ACTIONS):
            person.expect_a_fresh_count(f"{number}: {person.act()}")
        tabs.first.click()
        undo = shown.root.get_by_role("button", name="Fortryd", exact=True)
        while undo.is_enabled():
            for _ in range(STEPS):
                undo.dispatch_event("click")
            shown.settle()
        assert person.held() == first
        has = Memory.of(page, server)
        measured(f"five hundred actions: {had} at first, {has} at the end")
        assert has.kernel < had.kernel + MOST_KERNEL
        assert has.scripts < had.scripts + MOST_SCRIPTS
        assert has.nodes < had.nodes + MOST_NODES
        context.close()
