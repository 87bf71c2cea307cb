"""The envelope: the same bytes for the same thing, and nothing read that is not as it should be."""

from typing import NamedTuple

import msgspec
import pytest

from valgforbund import ScenarioError
from valgforbund.sharing.envelope import Kind, opened, written


class Pair(NamedTuple):
    one: int
    other: str = ""


class Old(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    name: str


class New(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    name: str
    method: str = "dhondt"


def test_sets_are_written_in_order_so_that_no_process_writes_another_way() -> None:
    assert written(frozenset("ÅCBA")) == '["A","B","C","Å"]'.encode()
    assert written({"b": 1, "a": 2}) == b'{"a":2,"b":1}'


def test_a_later_field_breaks_nothing() -> None:
    old, new = Kind("thing", 1, Old), Kind("thing", 1, New)
    assert new.read(old.write(Old("x"))) == New("x")
    assert old.read(new.write(New("x"))) == Old("x")  # what it is by default is not written
    with pytest.raises(ScenarioError):  # and what the older one would get wrong it refuses
        old.read(new.write(New("x", "sainte_lague")))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b"", "$"),
        (b"[]", "$"),
        (b'{"kind":"pair","version":1}', "$"),
        (b'{"kind":"pair","version":"1","state":[1,"a"]}', "$.version"),
        (b'{"kind":"pair","version":1,"state":[1,2]}', "$[1]"),
        (b'{"kind":"pair","version":1,"state":[1,"a","b"]}', "$"),
        (b'{"kind":"pair","version":1,"state":[1,"a"],"more":1}', "$"),
        (b'{"kind":"pair","version":1,"state":[NaN,"a"]}', "$"),
        (b"[" * 100_000, "$"),
    ],
)
def test_where_it_is_not_as_it_should_be_is_told(text: bytes, place: str) -> None:
    with pytest.raises(ScenarioError) as error:
        Kind("pair", 1, Pair).read(text)
    assert error.value.code == "kept_not_readable"
    assert error.value.values["place"] == place


def test_the_kind_can_be_asked_before_the_state_is_looked_at() -> None:
    assert opened(b'{"kind":"else","version":7,"state":{"a":[1]}}').kind == "else"


def test_the_schema_is_that_of_the_form() -> None:
    schema = Kind("pair", 3, New).schema
    assert schema["properties"]["version"] == {"type": "integer", "minimum": 1, "maximum": 3}
    assert schema["$defs"]["New"]["properties"]["method"]["default"] == "dhondt"
    assert schema["$defs"]["New"]["required"] == ["name"]
