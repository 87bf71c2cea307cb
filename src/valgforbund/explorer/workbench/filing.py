"""How what a tool holds becomes a file or a code, and is opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.state import State
from valgforbund.sharing.document import Document, Documents, Source, Variant, kind_of, pretty
from valgforbund.sharing.packing import code_in, packed, unpacked
from valgforbund.sharing.text import parsed, text_of

Around = tuple[tuple[tuple[str, Any], ...], Any]  # variants by name, and how it is looked at


def _same(value: Any) -> Any:
    return value


def _nothing(view: Any, held: Any) -> Around:
    del view, held
    return (), None


def _as_before(document: Document[Any, Any], held: Any, view: Any) -> dict[str, Any]:
    del document, held, view
    return {}


@dataclass(frozen=True)
class Filing:
    """How one kind of tool is written into files.

    Parameters
    ----------
    documents : Documents
        Of what the tool holds, as it is written.
    write_held : callable
        What is written of it, where that is something else.
    read_held : callable
        What was written, checked; raises a `ScenarioError` for what cannot be.
    around : callable
        Gets a view and what is held; gives the variants by name, as they are held, and what is
        written of the rest.
    looked : callable
        Gets a document, what it holds, and the view now; gives what of the view is another.
    began_as : callable
        Gets what a document without an original holds; gives what changes are shown against.
    """

    documents: Documents[Any, Any]
    write_held: Callable[[Any], Any] = _same
    read_held: Callable[[Any], Any] = _same
    around: Callable[[Any, Any], Around] = _nothing
    looked: Callable[[Document[Any, Any], Any, Any], dict[str, Any]] = _as_before
    began_as: Callable[[Any], Any] = _same

    def file(self, state: State[Any], source: Source) -> bytes:
        """All that is held, without the way back: who gets it sees what is, not what was."""
        (pins, view) = self.around(state.view, state.current)
        changed = state.current != state.original
        return pretty(
            self.documents.write(
                self.documents.of(
                    self.write_held(state.current),
                    self.write_held(state.original) if changed else None,
                    tuple(Variant(name, self.write_held(held)) for name, held in pins),
                    view,
                    source,
                )
            )
        )

    def code(self, state: State[Any]) -> str:
        """What is held now, and nothing around it."""
        return packed(self.documents.write(self.documents.of(self.write_held(state.current))))

    def open(self, state: State[Any], data: bytes) -> None:
        """Show what a file or a code holds; one step back, and nothing where it cannot be.

        Raises
        ------
        ScenarioError
            If it is torn, foreign, of another kind, or something in it cannot be.
        """
        document = self.documents.read(data)
        held = self.read_held(document.state)
        original = document.original
        began = self.began_as(held) if original is None else self.read_held(original)
        state.open(began, held, **self.looked(document, held, state.view))


def ours(data: bytes) -> bytes | None:
    """The document in a file or in what was pasted, a code unfolded; None where it is not ours.

    Raises
    ------
    ScenarioError
        If it is ours and torn or too large.

    Examples
    --------
    >>> ours(b"A;8123"), ours(b'{"kind": "x", "version": 1, "state": 5}')
    (None, b'{"kind": "x", "version": 1, "state": 5}')
    """
    try:
        text = text_of(data)
    except ScenarioError as error:
        if error.code in ("saved_no_text", "saved_too_large"):
            return None
        raise
    if not text.lstrip().startswith("{"):
        code = code_in(text)
        return None if code is None else unpacked(code)
    try:
        kind_of(parsed(text))
    except ScenarioError as error:
        if error.code == "saved_foreign":
            return None
        raise
    return data
