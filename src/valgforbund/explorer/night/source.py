"""Where counts come from: the night that is bundled, or a folder or address that is followed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import ipywidgets as widgets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.night.live import Live, begun
from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.state import OPENED_AT, State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.live.follow import follow
from valgforbund.live.following import Following
from valgforbund.live.status import BROKEN, Status
from valgforbund.wording import Words
from valgforbund.wording.night import clock

EVERY = 5.0  # seconds between two looks
MOST_ASIDE = 20  # files that are named


class Source:
    """A field for a folder or an address, and how it goes there.

    Parameters
    ----------
    state : State
    guard : Guard
    has_page : callable
        Whether anybody looks: without, nothing is looked for.

    Attributes
    ----------
    live : Live or None
        The night that comes in, once something has come.
    line : Box
        How it goes, above all that is shown.
    """

    def __init__(self, state: State, guard: Guard, has_page: Callable[[], bool]) -> None:
        self._state, self._guard, self._has_page = state, guard, has_page
        self.live: Live | None = None
        self._following: Following | None = None
        self._called = ""
        self._where = fields.Entry("night.source", hint="night.source_hint")
        self._follow = fields.Button(guard, "night.source_follow", self._begin)
        self._back = fields.Button(guard, "night.source_back", self._end)
        self._again = fields.Button(guard, "night.source_again", self._begin)
        self._how, self._seen, self._aside = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self._note = widgets.HTML()
        form = fields.row(self._where, self._follow)
        self._fold = Fold("night.source_title", form, self._note)
        self.widget = widgets.Box([self._fold])
        self.widget.add_class("vf-night-source")
        inside = [self._how, self._seen, self._again, self._back, self._aside]
        self.line = widgets.Box(inside, _dom_classes=("vf-night-followed",))

    @property
    def is_following(self) -> bool:
        """Whether counts are looked for."""
        return self._following is not None

    def attend(self, following: Following, called: str) -> None:
        """Follow this, in place of what was followed; events of all places and parties are told."""
        if self._following is not None:
            self._following.close()
        self._following, self._called, self.live = following, called, None
        self._state.look(came=0, followed=True, near="", party="")
        self._tell(self._words)
        self._look(following)

    def _begin(self) -> None:
        where = self._where.value.strip()
        if not where:
            self._fold.selected_index = 0
            raise ScenarioError("night_no_source")
        try:
            following = follow(where)
        except ScenarioError as error:
            if error.code == "follow_password":
                self._where.value = ""  # what is typed is kept with the page; a password is not
            raise
        self.attend(following, where)

    def _end(self) -> None:
        """Back to the night that is bundled."""
        if self._following is not None:
            self._following.close()
        self._following, self.live = None, None
        self._state.look(came=0, followed=False, time=int(OPENED_AT.timestamp()))
        self._tell(self._words)

    # ---- looking ----

    def _look(self, following: Following) -> None:
        """Look for what has come: beside the page's thread, unless nobody would see it wait."""
        if following is not self._following:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # plain Python
            following.poll()
            self._came(following)
            return
        if not self._has_page():
            loop.call_later(EVERY, self._look, following)
            return

        def look() -> None:
            following.poll()
            loop.call_soon_threadsafe(self._came_in_loop, following)

        threading.Thread(target=look, daemon=True).start()

    def _came_in_loop(self, following: Following) -> None:
        try:
            self._came(following)
        except ScenarioError as error:
            self._guard.tell(error)
        if following is self._following:
            asyncio.get_running_loop().call_later(EVERY, self._look, following)

    def _came(self, following: Following) -> None:
        """Show what is new."""
        if following is not self._following:
            return
        if self.live is None:
            self.live = begun(following)
            is_new = self.live is not None
        else:
            is_new = self.live.take()
        if is_new and self.live is not None:
            newest = int(self.live.newest.timestamp())
            self._state.look(came=self.live.came, time=newest)
        self._tell(self._words)

    def show(self, results: Results) -> None:
        """Show what is followed, and how it goes."""
        self._words = words = results.words
        self._fold.show(words)
        self._where.show(words)
        self._follow.show(words)
        self._note.value = element("p", words("night.source_note"), class_="vf-quiet")
        self._tell(words)

    def _tell(self, words: Words) -> None:
        following, is_asked = self._following, self._state.view.followed or self.is_following
        self.line.layout.display = "" if is_asked else "none"
        self._again.show(words, seen=following is None)
        self._back.show(words)
        if following is None:
            self._how.value = element("p", words("night.source_left"), role="status")
            self._seen.value = self._aside.value = ""
            return
        status = following.status
        self._how.value = element("p", self._goes(words, status), role="status")
        seen = status.last_success
        # not a status: nobody wants to hear it every minute
        self._seen.value = (
            "" if seen is None else element("p", words("night.seen", time=clock(words, seen, seen)))
        )
        self._aside.value = _aside(words, status)

    def _goes(self, words: Words, status: Status) -> str:
        where = cut(self._called, 60)
        if status.connection == BROKEN and status.reason is not None:
            return words("night.source_broken", where=where, reason=words.error(status.reason))
        key = "night.source_waits" if self.live is None else "night.source_goes"
        return words(key, where=where, n=status.files)


def _aside(words: Words, status: Status) -> str:
    """What of it cannot be used, and why: folded away below how many."""
    if not status.put_aside:
        return ""
    shown = [
        element("li", f"{cut(name, 80)}: {words.error(why)}")
        for name, why in status.put_aside[:MOST_ASIDE]
    ]
    summary = element("summary", words("night.put_aside", n=len(status.put_aside)))
    return element("details", summary, element("ul", *shown))
