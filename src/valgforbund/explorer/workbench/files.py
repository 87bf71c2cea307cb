"""[Gem] and [Åbn]: what a tool holds leaves the page as a file, a code, a link, and comes back.

The page (files.js) saves, copies, and takes a file in pieces; here it is written and read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.filing import Filing, ours
from valgforbund.explorer.workbench.guard import Guard, attempt
from valgforbund.explorer.workbench.memory import Memory
from valgforbund.explorer.workbench.state import State
from valgforbund.sharing.document import Source
from valgforbund.sharing.envelope import MOST_BYTES
from valgforbund.wording import Words

ENDING = ".valgforbund.json"
HERE = Path(__file__)
TEXTS = (
    *("save", "open", "file", "code", "link", "no_link", "python", "holds", "copied", "not_copied"),
    *("choose", "drop", "paste", "paste_open", "sending"),
    *("report_pdf", "report_html", "report_txt", "report_xlsx", "making"),
)
REPORTS = ("pdf", "html", "txt", "xlsx")  # a note in three formats, and a workbook
SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "þ": "th"})


class FilesMenu(anywidget.AnyWidget):
    """The two buttons and what they unfold; its script writes them.

    Attributes
    ----------
    limit : int
        Bytes of the largest file that is sent at all.
    reports : list of str
        The endings of what is made of what is open, when it is asked for.
    stamp : int
        Another one when what was offered is old.
    texts : dict
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = HERE.with_suffix(".js").read_text("utf-8")
    _css = HERE.with_suffix(".css").read_text("utf-8")
    limit = traitlets.Int().tag(sync=True)
    reports = traitlets.List(traitlets.Unicode()).tag(sync=True)
    stamp = traitlets.Int().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)


class Files:
    """Saves and opens one state.

    Parameters
    ----------
    filing : Filing
    state : State
    guard : Guard
        Tells what of a file cannot be read or shown.
    memory : Memory
        What a link brings comes after what is kept.
    foreign : callable
        Gets the name and the bytes of what no program of ours wrote; raises a `ScenarioError`
        where it cannot read them, either.
    largest : int
        Bytes of the largest file that is taken.
    paste : str
        Key of the text that says what can be pasted.
    holds : str
        Key of the text that says what a file holds, and a code.

    Attributes
    ----------
    widget : FilesMenu
    """

    def __init__(
        self,
        filing: Filing,
        state: State[Any],
        guard: Guard,
        memory: Memory,
        foreign: Callable[[str, bytes], None],
        largest: int = MOST_BYTES,
        paste: str = "files.paste",
        holds: str = "files.holds",
    ) -> None:
        self._filing, self._state, self._guard, self._memory = filing, state, guard, memory
        self._foreign, self._paste, self._holds = foreign, paste, holds
        self._words: Words | None = None
        self._called, self._votes = "", ""
        self._python: Callable[[], str] = str
        self._report: Callable[[str], bytes] | None = None
        self._coming: tuple[object, bytearray] = None, bytearray()  # whose pieces, so far
        self.widget = FilesMenu(limit=largest)
        self.widget.add_class("vf-files")
        self.widget.on_msg(lambda _, message, buffers: self._hear(message, buffers))

    def show(
        self,
        words: Words,
        called: Sequence[str],
        votes: str = "",
        python: Callable[[], str] = str,
        report: Callable[[str], bytes] | None = None,
    ) -> None:
        """Have what is open now be what is saved.

        Parameters
        ----------
        words : Words
        called : sequence of str
            What the file is called by.
        votes : str
            Where the votes are from.
        python : callable
            Gives the Python that makes it; ``""`` where there is none.
        report : callable, optional
            Gives the note or the workbook of an ending, such as ``"pdf"``.
        """
        texts = {key: words.template(f"files.{key}") for key in TEXTS}
        texts |= {"paste": words(self._paste), "holds": words(self._holds)}
        if self.widget.texts != texts:
            self.widget.texts = texts
        self._words, self._called = words, file_name(*called)
        self._votes, self._python, self._report = votes, python, report
        self.widget.reports = [*REPORTS] if report else []
        self.widget.stamp += 1

    def take(self, name: str, data: bytes) -> None:
        """Open a file, or what was pasted; called by the guard.

        Raises
        ------
        ScenarioError
            If it cannot be opened: then what is open stays.
        """
        document = ours(data)
        if document is None:
            self._foreign(name, data)
            return
        self._filing.open(self._state, document)
        if self._words is not None:
            self._guard.said = self._words("files.opened", undo=self._words("bar.undo"))

    # ---- what the page says ----

    def _hear(self, message: Any, buffers: Sequence[Any]) -> None:
        acts: dict[str, Callable[[Any], None]] = {
            "ask": self._offer,
            "make": self._make,
            "code": lambda code: self._open("", str(code).encode(errors="replace")),
            "link": self._open_link,
            "large": self._refuse_large,
            "unreadable": lambda name: self._refuse("saved_unreadable", name=name),
            "several": lambda n: self._refuse("saved_several", n=n),
        }
        if "part" in message:
            self._add(message, buffers)
        for key in acts.keys() & message.keys():
            acts[key](message[key])

    def _offer(self, number: int) -> None:
        """All that can be taken from here now, for one look into the menu."""

        def send() -> None:
            file = self._filing.file(self._state, Source.now(self._votes)).decode()
            code, python = self._filing.code(self._state), self._python()
            offer = {"name": self._called, "file": file, "code": code, "python": python}
            self.widget.send({"offer": offer, "number": number})

        if failure := attempt(send):
            self._guard.tell(failure)

    def _make(self, asked: Any) -> None:
        """A note or a workbook of what is open."""
        kind, number = str(asked["kind"]), asked["number"]
        name = f"{self._called.removesuffix(ENDING)}.{kind}"

        def send() -> None:
            data = self._report(kind) if self._report and kind in REPORTS else b""
            self.widget.send({"made": name, "number": number}, [data])

        if failure := attempt(send):
            self.widget.send({"made": "", "number": number}, [b""])
            self._guard.tell(failure)

    def _open_link(self, code: str) -> None:
        self._memory.when_awake(lambda: self._open("", str(code).encode(errors="replace")))

    def _add(self, message: Any, buffers: Sequence[Any]) -> None:
        """A piece of a file: the page sends the next one when it hears of this one."""
        number, part, of = message["number"], message["part"], message["of"]
        if part == 0:
            self._coming = number, bytearray()
        whose, data = self._coming
        if whose != number:
            return
        data += buffers[0]
        if len(data) > self.widget.limit:
            self._coming = None, bytearray()
            self._refuse_large(len(data))
            return
        self.widget.send({"got": part, "number": number})
        if part + 1 == of:
            self._coming = None, bytearray()
            self._open(str(message["name"]), bytes(data))

    def _open(self, name: str, data: bytes) -> None:
        self._guard(lambda _: self.take(name, data))(None)

    def _refuse_large(self, size: int) -> None:
        self._refuse("saved_too_large", size=size, limit=self.widget.limit)

    def _refuse(self, code: str, **values: object) -> None:
        def refuse(_: Any) -> None:
            raise ScenarioError(code, **values)

        self._guard(refuse)(None)


def file_name(*called: str) -> str:
    """The name of a file that every system takes.

    Examples
    --------
    >>> file_name("Næstved", "2025"), file_name("Ærø / <b>"), file_name("")
    ('naestved-2025.valgforbund.json', 'aeroe-b.valgforbund.json', 'valg.valgforbund.json')
    """
    text = unicodedata.normalize("NFKD", " ".join(called).lower().translate(SPELLED))
    plain = "".join(each if each.isascii() and each.isalnum() else " " for each in text)
    words = "-".join(plain.replace("  ", " ").split())[:80].strip("-")
    return (words or "valg") + ENDING
