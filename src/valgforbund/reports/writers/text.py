"""A note as plain text, to paste into a mail: tables as lines, nothing that needs columns."""

from __future__ import annotations

from collections.abc import Iterator

from valgforbund.reports.page import Block, Chart, Code, Lines, Note, Table, plain


def text(note: Note) -> bytes:
    """The file, in UTF-8."""
    return ("\n\n".join(_parts(note)) + "\n").encode()


def _parts(note: Note) -> Iterator[str]:
    yield f"{note.kind} · {note.dated}"
    yield _under(note.title, "=")
    yield note.question
    yield _block(note.answer)
    for section in note.sections:
        parts = [part for each in section.blocks if (part := _block(each))]
        if parts:
            yield _under(section.title, "-")
            yield from parts
    yield note.creator


def _under(title: str, sign: str) -> str:
    return f"{title}\n{sign * len(title)}"


def _block(block: Block) -> str:
    match block:
        case Lines():
            mark = "- " if block.bullets else ""
            return "\n".join(mark + plain(each) for each in block.lines)
        case Table():
            return "\n".join(_row(block.head[1:], name, *more) for name, *more in block.rows)
        case Chart():
            return ""  # the tables have its numbers
        case Code():
            return block.text


def _row(head: tuple[str, ...], name: str, *cells: str) -> str:
    told = zip(head, cells, strict=True)
    return f"{name}: " + ", ".join(f"{what} {cell}".strip() for what, cell in told if cell)
