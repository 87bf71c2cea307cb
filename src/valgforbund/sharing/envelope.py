"""The envelope: what kind of thing it is, in which version, and its state; checked JSON.

A kind is a name, a version and a type; its JSON Schema is made from the type. What is left at its
default is not written. So a later field breaks nothing: an old envelope is read with the default,
and an older program refuses only what it would get wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

import msgspec

from valgforbund.errors import ScenarioError

State = TypeVar("State")

MOST_BYTES = 8_000_000  # of an envelope; a thousand lists with the longest names are a million


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is around a state.

    Attributes
    ----------
    kind : str
        Such as ``"scenario"``.
    version : int
    state
        JSON of the kind's type.
    """

    kind: str
    version: int
    state: msgspec.Raw


@dataclass(frozen=True)
class Kind(Generic[State]):
    """A kind of state that is kept.

    Parameters
    ----------
    name : str
    version : int
        Another one where an envelope of before would be read wrongly.
    form : type
        What msgspec writes and reads: a Struct, a dataclass, a NamedTuple.

    Examples
    --------
    >>> number = Kind("number", 1, int)
    >>> number.write(7)
    b'{"kind":"number","version":1,"state":7}'
    >>> number.read(number.write(7))
    7
    """

    name: str
    version: int
    form: Any
    _decoder: msgspec.json.Decoder[Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_decoder", msgspec.json.Decoder(self.form))

    def write(self, state: State) -> bytes:
        """The state in its envelope, as JSON."""
        return written(Envelope(self.name, self.version, msgspec.Raw(written(state))))

    def read(self, text: bytes) -> State:
        """The state of an envelope.

        Raises
        ------
        ScenarioError
            If it is too large, torn, of another kind or of an unknown version, or something in it
            is not what it should be; where that is stands in the message.
        """
        envelope = opened(text)
        if envelope.kind != self.name:
            raise ScenarioError("kept_of_another_kind", kind=envelope.kind, wanted=self.name)
        if not 1 <= envelope.version <= self.version:
            raise ScenarioError(
                "kept_version_unknown",
                kind=self.name,
                version=envelope.version,
                known=self.version,
            )
        return cast("State", _decoded(self._decoder, envelope.state))

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of an envelope of this kind."""
        inside, parts = msgspec.json.schema_components([self.form], ref_template="#/$defs/{name}")
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"valgforbund {self.name}",
            "type": "object",
            "properties": {
                "kind": {"const": self.name},
                "version": {"type": "integer", "minimum": 1, "maximum": self.version},
                "state": inside[0],
            },
            "required": ["kind", "version", "state"],
            "additionalProperties": False,
            "$defs": parts,
        }


def written(thing: Any) -> bytes:
    """JSON, always the same for the same thing: sets are in order."""
    return msgspec.json.encode(thing, order="deterministic")


def opened(text: bytes) -> Envelope:
    """The envelope that a text is, its state not looked at yet."""
    if len(text) > MOST_BYTES:
        raise ScenarioError("kept_too_large", size=len(text), limit=MOST_BYTES)
    envelope: Envelope = _decoded(_ENVELOPE, text)
    return envelope


def _decoded(decoder: msgspec.json.Decoder[Any], text: bytes | msgspec.Raw) -> Any:
    """What the text says; else where it goes wrong."""
    try:
        return decoder.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ValueError) as error:
        _, found, place = str(error).rpartition(" - at ")
        raise ScenarioError("kept_not_readable", place=place.strip("`") if found else "$") from None


_ENVELOPE = msgspec.json.Decoder(Envelope)
