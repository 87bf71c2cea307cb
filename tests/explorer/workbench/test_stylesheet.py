"""A style sheet does not make each change of the page slow."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

SHEETS = sorted(Path(str(files("valgforbund.explorer"))).rglob("*.css"))
# What holds everything, or much of it: with `:has()` on it a browser lays all of it out again,
# whatever changes inside (20 ms instead of 3 for a number).
HOLDS = r"(?:html|body|\.vf-explorer(?:\.[\w-]+)*|\.vf-bar|\.vf-body|\.vf-card)"
SLOW = re.compile(rf"{HOLDS}:has\(|> :has\(|:has\(~")


def on_screen(sheet: str) -> str:
    """Without comments, and without what is for paper alone."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    found, start = [], 0
    for media in re.finditer(r"@media print \{", text):
        if media.start() < start:
            continue
        found.append(text[start : media.start()])
        depth, start = 1, media.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[start], 0)
            start += 1
    return "".join([*found, text[start:]])


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_nothing_that_holds_much_is_asked_what_it_has(path: Path) -> None:
    assert SLOW.findall(on_screen(path.read_text("utf-8"))) == []


def test_it_would_be_found() -> None:
    sheet = (
        "/* .vf-bar:has(b) */ @media print { body:has(i) { top: 0; } } .vf-bar:has(u) { top: 0; }"
    )
    assert SLOW.findall(on_screen(sheet)) == [".vf-bar:has("]
    assert SLOW.search(".vf-explorer > :has(~ .vf-veiled) { top: 0; }")
