"""What a person does and sees of what is kept, as verbs; the same in Voilà and JupyterLab."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

OPEN_SECONDS = 120
BACK_SECONDS = 30  # others may keep the machine busy
KEPT = "valgforbund:kept:"
KEPT_AT = re.compile("gemt|sparat")


class MemoryPage:
    """The line of a tool that says what is kept, and the store of its browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.line = page.locator(".vf-memory-line").first
        self.offer = page.locator(".vf-memory-found").first
        self.note = page.locator(".vf-memory-note").first
        self.alert = page.locator(".vf-alert, .vf-told").first

    # ---- what a person does ----

    def press(self, button: str) -> None:
        self.page.locator(".vf-memory").get_by_role("button", name=button).first.click()

    def delete(self) -> None:
        """Take away all that is kept on this computer."""
        self.line.get_by_role("button").last.click()
        self.line.get_by_role("button").nth(-2).click()  # yes; no is the last

    def type(self, label: str, text: str) -> None:
        """Type into a field and leave it."""
        field = self.page.get_by_label(label, exact=True).first
        field.fill(text)
        field.press("Enter")

    # ---- what a person sees ----

    def expect_kept(self) -> None:
        """All that was done is written: nothing waits any more."""
        expect(self.line).to_contain_text(KEPT_AT, timeout=BACK_SECONDS * 1000)
        for _ in range(BACK_SECONDS * 10):
            if not self.store("valgforbund:typed:"):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(self.store())

    def expect_fresh(self) -> None:
        expect(self.line).not_to_contain_text(KEPT_AT)

    def expect_value(self, label: str, value: str) -> None:
        field = self.page.get_by_label(label, exact=True).first
        expect(field).to_have_value(value, timeout=OPEN_SECONDS * 1000)

    # ---- the store ----

    def store(self, prefix: str = "valgforbund:") -> dict[str, str]:
        found: dict[str, str] = self.page.evaluate("() => ({...localStorage})")
        return {key: text for key, text in found.items() if key.startswith(prefix)}

    def entries(self) -> list[dict[str, Any]]:
        return [json.loads(text) for text in self.store(KEPT).values()]

    def write(self, key: str, text: str) -> None:
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
