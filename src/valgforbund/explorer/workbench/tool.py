"""A tool as one widget: its looks, bar, message, banner and parts; the same on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Protocol

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.access import Access
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.elsewhere import Elsewhere
from valgforbund.explorer.workbench.files import Files
from valgforbund.explorer.workbench.filing import Filing
from valgforbund.explorer.workbench.guard import Guard, attempt
from valgforbund.explorer.workbench.held import Teller
from valgforbund.explorer.workbench.kept import Shape
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.memory import Memory
from valgforbund.explorer.workbench.panels import Panels
from valgforbund.explorer.workbench.pulse import pulse
from valgforbund.explorer.workbench.state import State
from valgforbund.explorer.workbench.stylesheet import stylesheet
from valgforbund.explorer.workbench.tab_row import TabRow
from valgforbund.sharing.envelope import MOST_BYTES
from valgforbund.wording import LANGUAGES, Words, words
from valgforbund.wording.alert import alert


class Part(Protocol):
    """What shows results: a panel, a row of tabs, the bar."""

    def show(self, results: Any) -> None:
        """Show these results, which have the ``words`` of a language."""


class Tool(widgets.Box):
    """What all tools have in common; each says what is counted, and of what parts it is made.

    Parameters
    ----------
    state : State

    Attributes
    ----------
    looks : tuple of str
        Its style sheets, beside the common one.
    shape : Shape
        How its state is kept.
    filing : Filing
        How its state becomes a file.
    largest : int
        Bytes of the largest file that it takes.
    paste : str
        Key of the text that says what can be pasted to be opened.
    holds : str
        Key of the text that says what a file holds, and a code.
    languages : tuple of str
    alert_class : str
        The looks of the message.
    guard : Guard
        Of all its callbacks.
    panels : Panels
        Its parts by name, each to be shown alone in a cell of its own.
    """

    looks: ClassVar[tuple[str, ...]] = ()
    shape: ClassVar[Shape]
    filing: ClassVar[Filing]
    largest: ClassVar[int] = MOST_BYTES
    paste: ClassVar[str] = "files.paste"
    holds: ClassVar[str] = "files.holds"
    languages: ClassVar[tuple[str, ...]] = LANGUAGES
    alert_class: ClassVar[str] = "vf-alert"

    def __init__(self, state: State[Any]) -> None:
        super().__init__()
        self.state = state
        self.guard = Guard(self._tell, self._end)
        self._alert, self._banner = widgets.HTML(), widgets.HTML()
        self._alert.add_class(self.alert_class)
        self._banner.add_class("vf-banner")
        self._pulse = pulse()
        self._pulse.watch(self)
        self._access = Access()
        self._speak()
        state.observe(lambda _: self._speak(), "view")
        self.add_class("vf-explorer")

    def put_together(
        self,
        bar: Any,
        parts: Sequence[Part],
        *below: widgets.Widget,
        named: Mapping[str, widgets.Widget] | None = None,
        beside: Sequence[widgets.Widget] = (),
    ) -> None:
        """Show the state in these parts, and follow it from now on.

        Parameters
        ----------
        bar : Bar
        parts : sequence of Part
            With the bar, in the order in which they show results.
        *below : Widget
            What stands below the bar and the messages.
        named : mapping of str to Widget, optional
            What can be shown alone, beside the panels of its tabs.
        beside : sequence of Widget
            What a part that is shown alone needs, too.
        """
        self._parts = parts
        style = stylesheet("workbench/style.css", *self.looks)
        unseen = self._pulse, self._access
        tabs = next((each for each in parts if isinstance(each, TabRow)), None)
        looks = [each for each in self._dom_classes if each.startswith("vf-")]
        common = (style, *beside, self._alert, *unseen)
        self.panels = Panels(named or {}, tabs, common, looks)
        self.bench = Bench(self.state, self.counted)
        shared = self.state, self.guard, self.bench.pieces
        self.memory = Memory(self.shape, *shared, self._begin_again)
        keeping = self.state, self.guard, self.memory
        said = self.paste, self.holds
        self.files = Files(self.filing, *keeping, self.open_foreign, self.largest, *said)
        self.elsewhere = self.leads(self.memory)
        bar.hold(self.files.widget, self.elsewhere.widget)
        top = (style, bar.widget, self.memory.widget, self._banner)
        self.children = (*top, *below, self._alert, *unseen)
        self.bench.stand(self)
        self.bench.follow(self.memory.later)
        self.bench.follow(Teller(self).tell)

    def leads(self, memory: Memory) -> Elsewhere:
        """The menu of tools."""
        return Elsewhere(self.shape.kind.name, self.guard, memory, self.carried, self.take)

    @property
    def words(self) -> Words:
        """The texts of the language that is shown."""
        return words(self.state.view.language, self.languages)

    # ---- what a kind of tool says ----

    def carried(self) -> str:
        """The code of what goes along to another tool; nothing, where it has none."""
        return ""

    def take(self, code: str) -> None:
        """Show what was carried here from another tool; only what has a door gets something."""

    def counted(self) -> Any:
        """What follows from the state."""
        raise NotImplementedError

    def called(self, results: Any) -> str:
        """What is open, for the title of the page."""
        raise NotImplementedError

    def file_called(self, results: Any) -> Sequence[str]:
        """What a file of it is called by."""
        return (self.called(results),)

    def votes_from(self, results: Any) -> str:
        """Where the votes are from, in words; ``""`` where there are none."""
        del results
        return ""

    def as_python(self) -> str:
        """The Python that makes what is open; ``""`` where there is none."""
        return ""

    def report(self, results: Any, kind: str) -> bytes:
        """A note (``"pdf"``, ``"html"``, ``"txt"``) or a workbook (``"xlsx"``) of what is shown."""
        raise NotImplementedError

    def open_foreign(self, name: str, data: bytes) -> None:
        """Open what no program of ours wrote.

        Parameters
        ----------
        name : str
            Of the file; ``""`` for what was pasted.
        data : bytes

        Raises
        ------
        ScenarioError
            If it is no table that fits; then what is open stays.
        """
        if not name and not any(chr(each).isdigit() for each in data):  # a code that is none
            raise ScenarioError("paste_not_ours")
        self.open_table(name, data)

    def open_table(self, name: str, data: bytes) -> None:
        """Open a table; a kind of tool that takes none says where they are opened."""
        del data
        raise (
            ScenarioError("saved_not_ours", name=name) if name else ScenarioError("paste_no_table")
        )

    def notes(self, results: Any) -> Sequence[Markup]:
        """What is assumed: the banner."""
        del results
        return ()

    def said(self) -> Markup | str:
        """What an action that went well has to say, besides what is shown."""
        return element("div", self.guard.said, role="status") if self.guard.said else ""

    def told(self, message: str) -> Markup:
        """A message of what went wrong."""
        return element("div", message, role="alert")

    # ---- for the bench ----

    def show(self, results: Any) -> None:
        """Show these results in all parts."""
        self._note(results)
        for part in self._parts:
            part.show(results)
        self._name(results)
        self.elsewhere.show(results.words)

    def show_again(self, results: Any) -> None:
        """Show these after a failure: a part that fails again holds no other back."""
        attempt(partial(self._note, results))
        for part in self._parts:
            attempt(partial(part.show, results))
        attempt(partial(self._name, results))

    def restore(self, results: Any) -> None:
        """Inputs show again what is held, whatever was typed."""
        for part in self._parts:
            part.show(results)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """What a notebook stores: where the tool cannot be shown, how to open it."""
        stored: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return stored | {"text/plain": self.words("app.run")}

    def _speak(self) -> None:
        """Whatever does not come from the results is in the language, too."""
        self._pulse.speak(self.words)
        self._access.language = self.words.language

    def _name(self, results: Any) -> None:
        """What is open, for the page's title, and for whoever takes it away."""
        self.memory.show(results.words, self.called(results))
        about = self.file_called(results), self.votes_from(results), self.as_python
        self.files.show(results.words, *about, partial(self.report, results))

    def _note(self, results: Any) -> None:
        notes = self.notes(results)
        self._banner.value = element("p", *notes, role="note") if notes else ""

    def _begin_again(self) -> None:
        """Forget what the parts were set to, beside the state."""
        for part in self._parts:
            if isinstance(part, TabRow):
                part.begin_again()

    def _end(self, failed: bool) -> None:
        self.bench.end(self, failed)

    def _tell(self, error: Exception | None, kept: bool) -> None:
        if error is None:
            self._alert.value = self.said()
        else:
            self._alert.value = self.told(alert(self.words, error, kept=kept))
