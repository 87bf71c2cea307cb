"""Hundreds of actions over all tabs of all tools: what is no longer shown is gone.

The same walk again and again: no round but the first leaves more of everything than the one before.
These are counts; no time is measured.
"""

import itertools
import random
import re
from typing import NamedTuple

import pytest
from playwright.sync_api import CDPSession, Page, expect
from servers import Server, started

from .cells import with_cells
from .complaints import listen
from .conftest import OPEN_SECONDS
from .explorer_page import STILL
from .start import look

pytestmark = pytest.mark.browser

ROUNDS, WORK_SECONDS = 3, 120
STEPS = {
    "Explorer": 3,
    "Constitution": 6,
    "Proportional": 12,
    "PartyReview": 20,
    "Lesson": 40,
    "Night": 12,
}
# in a round, as parts of what the first left
MORE = {"models": 0.025, "elements": 0.1, "listeners": 0.1, "nodes": 0.2}
MEGABYTES = {"Night": 45}  # what has happened is told on, and kept, as its clock goes on
OPEN = {tool: f"from valgforbund.explorer import {tool}\n{tool}()" for tool in STEPS} | {
    "Lesson": """
import ipywidgets
from valgforbund.explorer import Lesson
lesson = Lesson()
pieces = ("vote", "by_hand", "guess", "why", "draw", "practice")
ipywidgets.VBox([getattr(lesson, piece) for piece in pieces])
"""
}
MODELS = """
import comm, ipywidgets, itertools
times = itertools.count(1)
button, told = ipywidgets.Button(description="Tæl"), ipywidgets.HTML()
told.add_class("told")
count = lambda _: setattr(told, "value", f"{next(times)}: {len(comm.get_comm_manager().comms)}")
button.on_click(count)
ipywidgets.VBox([button, told])
"""
# the way back, and what makes a tool another one, is not part of the walk
CONTROLS = """all => [...all.querySelectorAll(
    ".vf-explorer :is(input:not([type=range]), select, textarea, button, .noUi-handle)"
  )].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !each.disabled && !each.closest(".vf-bar, .vf-save");
  })"""
TYPED = ("7", "12", "1500", "A", "", "A-B", "x 5")


class Counts(NamedTuple):
    """What a page and its kernel hold."""

    elements: int
    nodes: int
    listeners: int
    models: int
    megabytes: int  # of the kernel


class Walk:
    """A person who uses whatever is there, the same in every round."""

    def __init__(self, page: Page, server: Server, steps: int) -> None:
        self._server = server
        self.page, self._steps, self._times = page, steps, itertools.count(1)
        self._session: CDPSession = page.context.new_cdp_session(page)

    def settle(self) -> None:
        self.page.locator("body").evaluate(STILL)
        running = self.page.locator(".vf-job:visible")
        expect(running).to_have_count(0, timeout=WORK_SECONDS * 1000)
        self.page.locator("body").evaluate(STILL)

    def round(self) -> int:
        """Some steps in every tab, from what was opened; how many in all."""
        chance, done = random.Random(7), 0
        reset = self.page.locator(".vf-bar button.vf-reset").first
        if reset.is_enabled():
            reset.click()
            self.settle()
        questions = self.page.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab")
        for place in range(max(questions.count(), 1)):
            if questions.count():
                questions.nth(place).click()
                self.settle()
            done += self._use_tabs(chance)
        if questions.count():
            questions.first.click()
        self.settle()
        return done

    def _use_tabs(self, chance: random.Random) -> int:
        """Some steps in every tab of the open question, or of the tool."""
        done, row = 0, self.page.locator(".vf-tabs:visible").first
        tabs = row.locator(":scope > .lm-TabBar .lm-TabBar-tab:visible")
        for place in range(max(tabs.count(), 1)):
            if tabs.count():
                tabs.nth(place).click()
                self.settle()
            for _ in range(self._steps):
                done += self._use(chance)
        if tabs.count():
            tabs.first.click()
        self.settle()
        return done

    def _use(self, chance: random.Random) -> bool:
        found = self.page.evaluate_handle(f"({CONTROLS})(document)")
        many = found.evaluate("each => each.length")
        place, choice = chance.randrange(many), chance.random()
        control = found.evaluate_handle("(each, n) => each[n]", place).as_element()
        found.dispose()
        kind = control.evaluate("each => each.localName + ' ' + (each.type ?? each.className)")
        if kind.startswith("select"):
            options = control.evaluate("each => each.options.length")
            control.select_option(index=int(choice * options))
        elif "noUi" in kind:
            control.press(("ArrowLeft", "ArrowRight", "PageUp")[int(choice * 3)])
        elif kind.startswith("button") or "checkbox" in kind:
            control.evaluate("each => each.click()")
        else:
            control.fill(TYPED[int(choice * len(TYPED))])
            control.press("Tab")
        control.dispose()
        self.settle()
        return True

    def counts(self) -> Counts:
        told = self.page.locator(".told .widget-html-content")
        self.page.get_by_role("button", name="Tæl", exact=True).click()
        # it stands behind all that the kernel has to do
        answered = re.compile(rf"^{next(self._times)}: ")
        expect(told).to_contain_text(answered, timeout=WORK_SECONDS * 1000)
        self.settle()
        for _ in range(3):
            self._session.send("HeapProfiler.collectGarbage")
        held = self._session.send("Memory.getDOMCounters")
        return Counts(
            self.page.evaluate("document.querySelectorAll('*').length"),
            held["nodes"],
            held["jsEventListeners"],
            int(told.inner_text().split()[1]),
            # the others wait for a page that never comes
            max(each.memory_info().rss for each in self._server.kernel_processes()) >> 20,
        )


@pytest.mark.parametrize("tool", STEPS)
def test_nothing_grows_from_round_to_round(tool, page, tmp_path, measured):
    with started("app", with_cells(tmp_path, OPEN[tool], MODELS)) as server:
        complaints = listen(page, server)
        page.goto(server.address, timeout=OPEN_SECONDS * 1000)
        expect(page.get_by_role("button", name="Tæl", exact=True)).to_be_visible(
            timeout=OPEN_SECONDS * 1000
        )
        # the tool above that button may stand later than it
        page.locator("[lang] > .vf-access").last.wait_for(
            state="attached", timeout=OPEN_SECONDS * 1000
        )
        if tool == "Explorer":
            look(page)
        walk = Walk(page, server, STEPS[tool])
        walk.settle()
        done, found = 0, []
        for _ in range(ROUNDS):
            done += walk.round()
            found.append(walk.counts())
        measured(f"{tool}, {done} actions: {', then '.join(str(each) for each in found)}")
        # how a tool is looked at stays from round to round, so that one of them shows more or
        # less than the one before; what is never let go of makes every round grow
        for name, allowed in (MORE | {"megabytes": MEGABYTES.get(tool, 25)}).items():
            held = [getattr(each, name) for each in found]
            more = [after - before for before, after in itertools.pairwise(held)]
            limit = allowed * held[0] if name in MORE else allowed
            assert min(more) <= limit, f"{name}: {held}"
        assert not complaints
