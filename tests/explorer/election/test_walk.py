"""Random walks through the explorer: whatever a person does, page and scenario stay in step."""

import random
from collections.abc import Callable

import pytest

from explorer.page import Page
from valgforbund import Scenario, count
from valgforbund.sources.bundled import load

STEPS = 40
NUMBERS = ("0", "1", "7", "812", "8.123", " 9 000 ", "12.7", "-5", "", "x", "999999999", "{0}")
SHARES = ("0", "12,5", "33.3", "100", "101", "%", "")
LETTERS = ("X", "<b>", "{x}", "-", "A-B", "+1", "Liste 1", "A", "", "others", "%s")
PASTED = ("A 5\nB 6", "1\n2\n3", "A\t10", "kage", "Q;7", "")


class Walk:
    """One person who tries everything by chance."""

    def __init__(self, page: Page, seed: str) -> None:
        self.page, self.chance = page, random.Random(seed)
        self.actions: list[Callable[[], object]] = [
            self.vote, self.vote, self.ally, self.ally, self.ally, self.candidates, self.name,
            self.slide, self.slide, self.menu, self.menu, self.menu, self.seats, self.back,
            self.back, self.unit, self.add, self.remove, self.paste, self.total, self.lot, self.go,
            self.jump,
        ]  # fmt: skip

    def step(self) -> str:
        act = self.chance.choice(self.actions)
        act()
        return act.__name__

    def letter(self) -> str:
        return self.chance.choice(self.page.scenario.letters)

    def any_of(self, key: str, **values: object) -> None:
        menu = self.page.find(key, **values)
        menu.value = self.chance.choice(menu.options)[1]

    def vote(self) -> None:
        if self.page.state.view.per_cent_of:
            text = self.chance.choice(SHARES)
            self.page.type("lists.per_cent_of", text, letter=self.letter())
        else:
            self.page.votes(self.letter(), self.chance.choice(NUMBERS))

    def ally(self) -> None:
        self.any_of("lists.alliance_of", letter=self.letter())

    def candidates(self) -> None:
        text = self.chance.choice(("", "0", "1", "3", "–", "40", "zwei"))
        self.page.type("lists.candidates_of", text, letter=self.letter())

    def name(self) -> None:
        text = self.chance.choice(("", "Ny", "<img src=x onerror=alert(1)>", r"$\frac$", "x" * 201))
        self.page.type("lists.name_of", text, letter=self.letter())

    def slide(self) -> None:
        slider = self.page.slider
        if self.chance.random() < 0.3:
            self.page.type("slider.votes", self.chance.choice(NUMBERS))
        elif not slider.disabled:
            slider.value = self.chance.randint(slider.min, slider.max)

    def jump(self) -> None:
        self.page.press(self.chance.choice(("slider.next_up", "slider.next_down")))

    def menu(self) -> None:
        self.any_of(
            self.chance.choice(
                ("view.focus", "view.baseline", "view.ours", "measure.label", "slider.list",
                 "slider.source", "app.language")
            )
        )  # fmt: skip

    def seats(self) -> None:
        self.page.type("bar.seats", self.chance.choice(("1", "8", "9", "21", "0", "999", "1000")))

    def back(self) -> None:
        button = self.page.find(self.chance.choice(("bar.undo", "bar.redo", "bar.reset")))
        if not button.disabled:
            button.click()

    def unit(self) -> None:
        self.any_of("tools.unit")

    def total(self) -> None:
        if self.page.state.view.per_cent_of:
            self.page.type("tools.total", self.chance.choice(NUMBERS))

    def add(self) -> None:
        self.page.type("tools.add_letter", self.chance.choice(LETTERS))
        self.page.press("tools.add_button")

    def remove(self) -> None:
        self.any_of("tools.remove")
        self.page.press("tools.remove_button")

    def paste(self) -> None:
        self.page.type("tools.pasted", self.chance.choice(PASTED))
        self.page.press("tools.paste_button")

    def lot(self) -> None:
        for key in ("lot.draw", "lot.draw_elsewhere"):
            button = self.page.find(key)
            if button.layout.display != "none":
                button.click()
                return

    def go(self) -> None:
        if self.chance.random() < 0.5:
            self.page.type("bar.place", self.chance.choice(("Samsø", "Næst", "Fre", "?", "Lejre")))
        else:
            self.any_of(self.chance.choice(("bar.election", "bar.examples")))


STARTS = {
    "small": Scenario({"A": 60, "B": 30, "C": 30, "D": 5}, 9, [["B", "C"]]),
    "nested": Scenario(
        {"A": 500, "B": 300, "C": 200, "D": 150, "E": 90}, 9, [["B", ["C", "D"]], ["A", "E"]]
    ),
    "empty": Scenario({"A": 0, "B": 0, "C": 0}, 9),
    "Lolland": load("KV2025", "Lolland"),
    "Lejre": load("KV2021", "Lejre"),
    "Næstved": load("KV2021", "Næstved"),
    "Europe": load("EP2024"),
}


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("start", STARTS)
def test_a_random_walk(start: str, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    page = Page(STARTS[start])
    walk = Walk(page, f"{start} {seed}")
    done: list[str] = []
    for _ in range(STEPS):
        done.append(walk.step())
        story = (start, seed, done)
        assert caplog.records == [], story
        assert not page.alert.startswith(("Uventet", "Unexpected")), story
        page.assert_in_step()
        shown = {each: page.row(each)[0] for each in page.rows}
        spans = count(page.scenario).spans
        assert shown == {x: page.words.span(span) for x, span in spans.items()}, story
        assert "<img src=x" not in page.html, story
    while page.state.can_undo:
        page.press("bar.undo")
        page.assert_in_step()
    assert page.scenario == STARTS[start]
    assert page.state.original == STARTS[start]
    while page.state.can_redo:
        page.press("bar.redo")
    page.assert_in_step()
