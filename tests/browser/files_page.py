"""What a person does with [Gem] and [Åbn], as verbs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from .memory_page import BACK_SECONDS

PASTE = re.compile("^eller indsæt en kode")  # in the explorer a table, too
DROP = """
(target, {name, text}) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name));
  for (const kind of ["dragover", "drop"])
    target.dispatchEvent(
      new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true}));
}"""


class FilesPage:
    """The two buttons of the first tool of a page, and what they unfold."""

    def __init__(self, page: Page, save: str = "Gem", opens: str = "Åbn") -> None:
        self.page, self._save, self._open = page, save, opens
        self.menu = page.locator(".vf-files").first
        self.status = self.menu.locator(".vf-files-status")
        self.alert = page.locator(".vf-alert, .vf-told").first

    def unfold(self, name: str) -> None:
        self.menu.get_by_role("button", name=name, exact=True).click()

    def save(self, folder: Path) -> Path:
        """Save as a file, which gets the name that the page gives it."""
        self.unfold(self._save)
        with self.page.expect_download() as saved:
            self.menu.get_by_role("button", name=f"{self._save} som fil").click()
        file = folder / saved.value.suggested_filename
        saved.value.save_as(file)
        return file

    def copy(self, what: str) -> str:
        """Copy what is offered, and look at what was copied."""
        self.unfold(self._save)
        self.menu.get_by_role("button", name=what).click()
        expect(self.status).to_have_text("Kopieret")
        copied: str = self.page.evaluate("() => navigator.clipboard.readText()")
        return copied

    def choose(self, *files: str | Path | dict[str, Any]) -> None:
        self.unfold(self._open)
        with self.page.expect_file_chooser() as chooser:
            self.menu.locator(".vf-files-sheet:not([hidden]) button").first.click()
        chooser.value.set_files(files)

    def paste(self, text: str) -> None:
        self.unfold(self._open)
        self.menu.get_by_label(PASTE).fill(text)
        self.menu.get_by_role("button", name="Åbn det indsatte").click()

    def drop(self, where: str, name: str, text: str) -> None:
        """Drag a file onto a place of the page, and let it go."""
        self.page.locator(where).first.evaluate(DROP, {"name": name, "text": text})

    def is_opened(self) -> None:
        expect(self.alert).to_contain_text("Åbnet", timeout=BACK_SECONDS * 1000)


def content(name: str, text: str) -> dict[str, Any]:
    """A file that was never on a disk."""
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def told(file: Path) -> dict[str, Any]:
    """What stands in a file."""
    plain: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return plain
