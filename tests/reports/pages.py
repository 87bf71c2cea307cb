"""What a written note says, read back from each format by other means than it was written."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

from valgforbund.reports.note import FORMATS, written

DAY = dt.date(2026, 11, 30)
NO_POPPLER = "there is no poppler here (Debian: sudo apt install poppler-utils)"


def every(shown: object, **options: object) -> dict[str, bytes]:
    """The note in each format, by its ending."""
    return {suffix: written(shown, suffix, date=DAY, **options) for suffix in FORMATS}  # type: ignore[arg-type]


def said(shown: object, **options: object) -> str:
    """The plain text of a note."""
    return written(shown, ".txt", date=DAY, **options).decode()  # type: ignore[arg-type]


def section(text: str, title: str) -> str:
    """A part of a note in plain text, by its title."""
    _, found, rest = text.partition(f"\n{title}\n{'-' * len(title)}\n\n")
    assert found, title
    return re.split(r"\n\n[^\n]+\n-{3,}\n", rest)[0]


def codes(text: str) -> list[str]:
    """The codes in a text, also where they are broken into lines."""
    found = re.findall(r"VF1-[\w-]{8,}(?:\n[\w-]{40,}|\n[\w-]+(?=\n))*", text)
    return ["".join(each.split()) for each in found]


def pages(file: bytes) -> int:
    """The pages of a PDF, by the counts that its tree of pages states."""
    return max(int(n) for n in re.findall(rb"/Type/Pages\b[^>]*?/Count (\d+)", file))


def paper(file: bytes, folder: Path) -> str | None:
    """The text of a PDF as poppler reads it; None where there is none and none is required."""
    if shutil.which("pdftotext") is None:
        assert os.environ.get("VALGFORBUND_POPPLER") != "required", NO_POPPLER
        return None
    path = folder / "note.pdf"
    path.write_bytes(file)
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return run.stdout.decode()


class Html(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._style = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())
