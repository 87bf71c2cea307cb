"""JSON as people's programs leave it in a file: what it says, or what is wrong and where.

What is read has one meaning: no key stands twice, and a number is one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from valgforbund.errors import ScenarioError
from valgforbund.sharing.envelope import MOST_BYTES

WIDTH = 100  # characters of a row that stays one line


def text_of(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, with or without a mark before it.

    Raises
    ------
    ScenarioError
        If it is too large, empty, or no text.

    Examples
    --------
    >>> text_of("Å".encode("utf-16"))
    'Å'
    """
    if len(data) > MOST_BYTES:
        raise ScenarioError("saved_too_large", size=len(data), limit=MOST_BYTES)
    if not data.strip(b"\0 \t\r\n"):
        raise ScenarioError("saved_empty")
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ScenarioError("saved_no_text", place=error.start) from None


def parsed(text: str) -> Any:
    """What a text says, as dicts and lists.

    Raises
    ------
    ScenarioError
        If it is no JSON, nested too deep, or has a key twice.

    Examples
    --------
    >>> parsed('{"A": [1]}')
    {'A': [1]}
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ScenarioError("saved_torn", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise ScenarioError("saved_too_deep") from None
    except ScenarioError:
        raise
    except ValueError:  # Python reads no number of more than some thousand digits
        raise ScenarioError("saved_number_too_long") from None


def laid_out(thing: Any, before: str = "") -> str:
    """JSON that a person can read: a list, an alliance or a lot is a line.

    Examples
    --------
    >>> print(laid_out({"seats": 3, "lists": [{"letter": "Å", "votes": 5}]}))
    {
      "seats": 3,
      "lists": [
        {"letter": "Å", "votes": 5}
      ]
    }
    """
    line = json.dumps(thing, ensure_ascii=False)
    is_row = before and len(line) <= WIDTH and "{" not in line[1:]
    if not thing or not isinstance(thing, dict | list) or is_row:
        return line
    inside = before + "  "
    if isinstance(thing, list):
        rows, (first, last) = [laid_out(each, inside) for each in thing], "[]"
    else:
        names = (json.dumps(key, ensure_ascii=False) for key in thing)
        values = (laid_out(each, inside) for each in thing.values())
        rows, (first, last) = [*map(": ".join, zip(names, values, strict=True))], "{}"
    between = f",\n{inside}"
    return f"{first}\n{inside}{between.join(rows)}\n{before}{last}"


def found(thing: Any, place: str) -> Any:
    """What stands at a place such as ``$.state.lists[0].votes``; None where nothing does.

    Examples
    --------
    >>> found({"state": {"lists": [{"votes": -5}]}}, "$.state.lists[0].votes")
    -5
    """
    for key, number in re.findall(r"\.(\w+)|\[(\d+|\.\.\.)\]", place):
        try:
            thing = thing[key] if key else thing[int(number)]
        except (LookupError, TypeError, ValueError):
            return None
    return thing


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ScenarioError("saved_key_twice", key=key)
        made[key] = value
    return made


def _no_number(value: str) -> NoReturn:
    raise ScenarioError("saved_no_number", value=value)
