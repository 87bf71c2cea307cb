"""What a note is made of, as data: sections of sentences, tables, pictures and codes.

Whoever writes it in a format (`writers`) escapes for that format; here all text is text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, Literal, NamedTuple, TypeAlias

from markupsafe import Markup

STRONG: Final = ("b", "strong")
Side = Literal["wide", "left", "right"]


class Run(NamedTuple):
    """A piece of a line."""

    text: str
    strong: bool = False


Line: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True)
class Lines:
    """Sentences one below the other, as paragraphs or with a bullet each."""

    lines: tuple[Line, ...]
    bullets: bool = False


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes
    ----------
    caption : str
    head : tuple of str
    rows : tuple of tuples of str
    texts : int
        How many columns are text, from the left; the others are numbers.
    totals : int
        How many rows, from the last, are sums.
    even : bool
        Whether the columns but the first are equally wide, as what is compared.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1
    totals: int = 0
    even: bool = False


@dataclass(frozen=True)
class Chart:
    """A picture whose texts are text, and what it shows in words."""

    svg: str
    alt: str


@dataclass(frozen=True)
class Code:
    """A code that may be broken anywhere, to be copied."""

    text: str


Block: TypeAlias = Lines | Table | Chart | Code


@dataclass(frozen=True)
class Section:
    """A part of a note.

    Attributes
    ----------
    title : str
    blocks : tuple of Lines, Table, Chart, Code
    side : str
        ``"left"`` and ``"right"`` stand beside each other on paper.
    small : bool
        Whether it is what one looks up.
    page : bool
        Whether it begins a page.
    """

    title: str
    blocks: tuple[Block, ...]
    side: Side = "wide"
    small: bool = False
    page: bool = False


@dataclass(frozen=True)
class Note:
    """A note.

    Attributes
    ----------
    language : str
    kind : str
        What it is, above the title.
    title : str
        Place and election, or what it is about.
    dated : str
        When it was written, and of when the data are.
    question : str
    answer : Lines
        The first line is the answer in one sentence.
    sections : tuple of Section
    creator : str
        What made it.
    """

    language: str
    kind: str
    title: str
    dated: str
    question: str
    answer: Lines
    sections: tuple[Section, ...]
    creator: str


def line(text: str | Markup) -> Line:
    """A sentence as runs; of markup only what is strong is kept.

    Examples
    --------
    >>> line(Markup("A <strong class='x'>&lt;two&gt;</strong>."))
    (Run(text='A ', strong=False), Run(text='<two>', strong=True), Run(text='.', strong=False))
    >>> line("A <b>")
    (Run(text='A <b>', strong=False),)
    """
    if not isinstance(text, Markup):
        return (Run(str(text)),)
    reader = _Runs()
    reader.feed(str(text))
    reader.close()
    return tuple(reader.runs)


def lines(texts: Iterable[str | Markup], *, bullets: bool = False) -> Lines:
    """Sentences; empty ones are left out."""
    return Lines(tuple(line(each) for each in texts if each), bullets)


def plain(runs: Line) -> str:
    """A line without what is strong."""
    return "".join(run.text for run in runs)


def row(*cells: object) -> tuple[str, ...]:
    """The cells of a row as text."""
    return tuple(map(str, cells))


def halves(sections: Sequence[Section]) -> list[tuple[list[Section], list[Section]] | Section]:
    """The sections as paper has them: wide ones, and left and right ones beside each other.

    Examples
    --------
    >>> one, two, three = Section("1", (), "left"), Section("2", (), "right"), Section("3", ())
    >>> [type(each).__name__ for each in halves([one, two, three])]
    ['tuple', 'Section']
    """
    found: list[tuple[list[Section], list[Section]] | Section] = []
    for each in sections:
        if each.side == "wide":
            found.append(each)
            continue
        if not found or isinstance(found[-1], Section) or each.page:
            found.append(([], []))
        pair = found[-1]
        assert isinstance(pair, tuple)  # noqa: S101 -- it was put there above
        pair[each.side == "right"].append(each)
    return found


class _Runs(HTMLParser):
    """Reads the sentences of the catalogues."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._strong = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- not ours
        self._strong += tag in STRONG

    def handle_endtag(self, tag: str) -> None:
        self._strong -= tag in STRONG

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, self._strong > 0))
