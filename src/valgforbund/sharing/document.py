"""What a file holds: a state, and around it what it was before, variants, how it was looked at.

A code holds the state alone, in the same envelope, so that both are read the same way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar, cast

import msgspec

from valgforbund.errors import ScenarioError
from valgforbund.sharing.envelope import written
from valgforbund.sharing.text import found, laid_out, parsed, text_of
from valgforbund.version import __version__

MOST_VARIANTS = 100  # of a file that is read
PROGRAM = f"valgforbund {__version__}"

Held = TypeVar("Held")
Looks = TypeVar("Looks")


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where it came from.

    Attributes
    ----------
    votes : str
        Where the votes are from, in words.
    saved : str
        The day, such as ``"2026-03-01"``.
    program : str
        What wrote it, with its version.
    """

    votes: str = ""
    saved: str = ""
    program: str = ""

    @classmethod
    def now(cls, votes: str = "") -> Source:
        """Of what is saved today, by this program."""
        return cls(votes, date.today().isoformat(), PROGRAM)  # noqa: DTZ011 -- the person's day


class Variant(
    msgspec.Struct, Generic[Held], frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Another state that is kept in sight under a name."""

    name: str
    state: Held


class Document(
    msgspec.Struct,
    Generic[Held, Looks],
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """All of a file.

    Attributes
    ----------
    kind : str
    version : int
    state
    original
        What changed values are shown against, where that is another one.
    variants : tuple of Variant
    view
        How it was looked at.
    source : Source, optional
    """

    kind: str
    version: int
    state: Held
    original: Held | None = None
    variants: tuple[Variant[Held], ...] = ()
    view: Looks | None = None
    source: Source | None = None


@dataclass(frozen=True)
class Documents(Generic[Held, Looks]):
    """A kind of documents.

    Parameters
    ----------
    kind : str
    version : int
        Another one where a document of before would be read wrongly.
    held, looks : type
        What msgspec writes and reads of its states and of its view.

    Examples
    --------
    >>> numbers = Documents[int, str]("number", 1, int, str)
    >>> numbers.write(numbers.of(7))
    b'{"kind":"number","version":1,"state":7}'
    >>> numbers.read(b'{"kind": "number", "version": 1, "state": 7}').state
    7
    """

    kind: str
    version: int
    held: Any
    looks: Any
    _decoder: msgspec.json.Decoder[Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_decoder", msgspec.json.Decoder(self._form))

    @property
    def _form(self) -> Any:
        """The type of these documents, which is known when the program runs."""
        form: Any = Document
        return form[self.held, self.looks]

    def of(
        self,
        state: Held,
        original: Held | None = None,
        variants: tuple[Variant[Held], ...] = (),
        view: Looks | None = None,
        source: Source | None = None,
    ) -> Document[Held, Looks]:
        """The document of a state, with what is around it."""
        return Document(self.kind, self.version, state, original, variants, view, source)

    def write(self, document: Document[Held, Looks]) -> bytes:
        """It as JSON, on one line."""
        return written(document)

    def read(self, data: bytes) -> Document[Held, Looks]:
        """The document that a file is.

        Raises
        ------
        ScenarioError
            If it is torn, foreign, of another kind or of an unknown version, or something in it
            is not what it should be; what stands where stands in the message.
        """
        text = text_of(data)
        plain = parsed(text)
        kind = kind_of(plain)
        if kind != self.kind:
            raise ScenarioError("saved_of_another_kind", kind=kind, wanted=self.kind)
        version = plain.get("version")
        if type(version) is int and not 1 <= version <= self.version:
            raise ScenarioError(
                "kept_version_unknown", kind=kind, version=version, known=self.version
            )
        variants = plain.get("variants")
        if isinstance(variants, list) and len(variants) > MOST_VARIANTS:
            raise ScenarioError("too_many_variants", limit=MOST_VARIANTS)
        try:
            read = self._decoder.decode(text)
        except (msgspec.MsgspecError, RecursionError, ValueError) as error:
            raise _wrong(str(error), plain) from None
        return cast("Document[Held, Looks]", read)

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of a document of this kind."""
        (outer,), parts = msgspec.json.schema_components(
            [self._form], ref_template="#/$defs/{name}"
        )
        whole = parts.pop(outer["$ref"].rpartition("/")[2])
        properties = {
            **whole["properties"],
            "kind": {"const": self.kind},
            "version": {"type": "integer", "minimum": 1, "maximum": self.version},
        }
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **whole,
            "title": f"valgforbund {self.kind}",
            "properties": properties,
            "$defs": parts,
        }


def pretty(data: bytes) -> bytes:
    """The same JSON, laid out for a person."""
    return (laid_out(msgspec.json.decode(data)) + "\n").encode()


def kind_of(plain: Any) -> str:
    """What a file says that it is.

    Raises
    ------
    ScenarioError
        If it says nothing: no program of ours wrote it.
    """
    kind = plain.get("kind") if isinstance(plain, dict) else None
    if not isinstance(kind, str) or not {"version", "state"} <= plain.keys():
        raise ScenarioError("saved_foreign")
    return kind


def _wrong(said: str, plain: Any) -> ScenarioError:
    """What is wrong, in words of ours: msgspec says it in English, and for programmers."""
    what, _, place = said.rpartition(" - at ")
    what, place = (what, place.strip("`")) if what else (said, "$")
    named = re.search(r"(missing required|unknown) field `(.*)`", what)
    if named:
        code = "saved_field_missing" if named[1] == "missing required" else "saved_field_unknown"
        return ScenarioError(code, place=place, field=named[2])
    value = found(plain, place)
    allowed = re.match(r"Expected `([^`]*)`", what)
    wanted = set(allowed[1].split(" | ")) - {"null"} if allowed else set()
    code = "saved_value_wrong"
    if "int" in wanted or "0x" in what:
        code = "saved_value_not_whole"
    elif wanted == {"str"}:
        code = "saved_value_no_text"
    elif wanted == {"array"}:
        code = "saved_value_no_list"
    elif wanted == {"object"}:
        code = "saved_value_no_object"
    shown = value if type(value) is int else json.dumps(value, ensure_ascii=False)
    return ScenarioError(code, place=place, value=shown)
