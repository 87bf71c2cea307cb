"""A note as one HTML file: no scripts, nothing from elsewhere, for a phone and a desk."""

from __future__ import annotations

import base64
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from valgforbund.reports.page import Block, Chart, Code, Line, Lines, Note, Section, Table
from valgforbund.wording.markup import element


def html(note: Note) -> bytes:
    """The file, in UTF-8."""
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        Markup('<meta name="generator" content="{}">').format(note.creator),
        element("title", note.title),
        element("style", _style()),
    )
    first, *more = note.answer.lines
    body = element(
        "main",
        element("p", f"{note.kind} · {note.dated}", class_="dated"),
        element("h1", note.title),
        element("p", note.question, class_="question"),
        element(
            "div",
            element("p", _line(first), class_="first"),
            *(element("p", _line(each)) for each in more),
            class_="answer",
        ),
        *(_section(each) for each in note.sections),
        element("footer", note.creator),
    )
    page = element("html", head, element("body", body), lang=note.language)
    return f"<!doctype html>\n{page}\n".encode()


@cache
def _style() -> Markup:
    return Markup(files(__package__).joinpath("screen.css").read_text("utf-8"))  # noqa: S704 -- ours


def _section(section: Section) -> Markup:
    kind = " ".join(["small"] * section.small + ["page"] * section.page)
    parts = [element("h2", section.title), *map(_block, section.blocks)]
    return element("section", *parts, class_=kind) if kind else element("section", *parts)


def _line(runs: Line) -> Markup:
    return Markup().join(
        element("strong", r.text) if r.strong else Markup.escape(r.text) for r in runs
    )


def _block(block: Block) -> Markup:
    match block:
        case Lines():
            return _lines(block)
        case Table():
            return _table(block)
        case Chart():
            data = base64.b64encode(block.svg.encode()).decode()
            return Markup('<img src="data:image/svg+xml;base64,{}" alt="{}">').format(
                data, block.alt
            )
        case Code():
            return element("p", element("code", block.text), class_="code")


def _lines(block: Lines) -> Markup:
    if block.bullets:
        return element("ul", *(element("li", _line(each)) for each in block.lines))
    return Markup().join(element("p", _line(each)) for each in block.lines)


def _table(block: Table) -> Markup:
    """Rows with their first cell as head; where it is wide it can be pushed sideways."""
    first = len(block.rows) - block.totals

    def cell(tag: str, place: int, text: str, scope: str = "") -> Markup:
        kind = {} if place < block.texts else {"class_": "number"}
        return element(tag, text, **({"scope": scope} if scope else {}), **kind)

    head = (cell("th", i, text, "col") for i, text in enumerate(block.head))
    rows = [
        element(
            "tr",
            cell("th", 0, name, "row"),
            *(cell("td", i, text) for i, text in enumerate(more, 1)),
            **({"class_": "total"} if number >= first else {}),
        )
        for number, (name, *more) in enumerate(block.rows)
    ]
    table = element(
        "table",
        element("caption", block.caption),
        element("thead", element("tr", *head)),
        element("tbody", *rows),
    )
    return element(
        "div", table, class_="wide", tabindex="0", role="region", aria_label=block.caption
    )
