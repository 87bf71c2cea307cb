"""The codes of errors: which have a sentence, and which a room names."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from babel.messages.pofile import read_po

import valgforbund

SOURCE = Path(valgforbund.__file__).parent


def sentences() -> dict[str, str]:
    """The English sentence of every code."""
    with (SOURCE / "wording" / "en.po").open("rb") as file:
        catalogue = read_po(file, locale="en")
    return {
        str(message.id).removeprefix("error."): str(message.string)
        for message in catalogue
        if str(message.id).startswith("error.")
    }


SENTENCES = sentences()


def named_in(paths: Iterable[Path]) -> set[str]:
    """The codes that stand in these files."""
    source = "".join(path.read_text("utf-8") for path in paths)
    return {code for code in SENTENCES if f'"{code}"' in source}


def raised_in(paths: Iterable[Path]) -> set[str]:
    """What these files make a `ScenarioError` with, where it is spelled out."""
    trees = (ast.parse(path.read_text("utf-8")) for path in paths)
    return {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "ScenarioError"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
