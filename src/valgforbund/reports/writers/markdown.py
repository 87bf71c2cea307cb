"""A note as Markdown; what would be markup in a text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from valgforbund.reports.page import Block, Chart, Code, Line, Lines, Note, Table

# What a reader of Markdown could take for markup wherever it stands; no more, because some who
# paste it see the backslashes. A colon and "www." only where they make a link.
MARKS: Final = re.compile(r"([\\`*_\[\]<>|~$&@^]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
# what begins a list, a rule or a heading
START: Final = re.compile(
    r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:[-\s]|$)|#{1,6}(?:\s|$)))",
)


def markdown(note: Note) -> bytes:
    """The file, in UTF-8."""
    return ("\n\n".join(_parts(note)) + "\n").encode()


def escaped(text: str) -> str:
    r"""Text that is itself in Markdown.

    Examples
    --------
    >>> print(escaped("*A* <b> [x](y): 1.257"))
    \*A\* \<b\> \[x\](y): 1.257
    """
    one = " ".join(text.split())
    return START.sub(r"\1\\", MARKS.sub(r"\\\1", one))


def _parts(note: Note) -> Iterator[str]:
    yield f"{escaped(note.kind)} · {escaped(note.dated)}"
    yield f"# {escaped(note.title)}"
    yield f"*{escaped(note.question)}*"
    yield _block(note.answer)
    for section in note.sections:
        if section.page:
            yield "---"
        yield f"## {escaped(section.title)}"
        yield from (part for each in section.blocks if (part := _block(each)))
    yield escaped(note.creator)


def _line(runs: Line) -> str:
    """Blanks stay outside of the stars, where they must."""
    parts = []
    for text, strong in runs:
        bare = escaped(text)
        before, after = " " * text[:1].isspace(), " " * (bool(bare) and text[-1:].isspace())
        parts.append(f"{before}**{bare}**{after}" if strong and bare else f"{before}{bare}{after}")
    return "".join(parts)


def _block(block: Block) -> str:
    match block:
        case Lines(bullets=True):
            return "\n".join(f"- {_line(each)}" for each in block.lines)
        case Lines():
            return "\n\n".join(map(_line, block.lines))
        case Table():
            return _table(block)
        case Chart():
            return f"*{escaped(block.alt)}*"
        case Code():
            return f"```\n{block.text}\n```"


def _table(block: Table) -> str:
    first = len(block.rows) - block.totals
    rule = ["---" if i < block.texts else "---:" for i in range(len(block.head))]
    rows = [
        [f"**{escaped(each)}**" if number >= first and each else escaped(each) for each in row]
        for number, row in enumerate(block.rows)
    ]
    every = [map(escaped, block.head), rule, *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in every)
