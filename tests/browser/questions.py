"""The explorer's four questions, and the tabs behind them."""

from playwright.sync_api import Locator, Page

from valgforbund.explorer.election.questions import QUESTIONS
from valgforbund.wording import words


def open_tab(root: Locator | Page, name: str, language: str = "da") -> None:
    """Open the question that has this tab, and the tab, if there are several."""
    texts = words(language)
    for place, question in enumerate(QUESTIONS):
        names = [texts(panel.title) for panel in question.panels]
        if name in names:
            root.locator(".vf-questions > .lm-TabBar .lm-TabBar-tab").nth(place).click()
            if len(names) > 1:
                root.get_by_role("tab", name=name, exact=True).click()
            return
    raise LookupError(name)
