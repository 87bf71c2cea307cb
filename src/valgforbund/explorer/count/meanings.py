"""What the measures of votes mean, one press away wherever their names stand."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.markup import element
from valgforbund.waste import MEASURES
from valgforbund.wording import Words


class Meanings:
    """The texts; the browser shows one when its button is pressed, by mouse, finger or key."""

    def __init__(self) -> None:
        self.widget = widgets.HTML()
        self.widget.add_class("vf-meanings")

    def show(self, results: Results) -> None:
        """Have the texts of the language ready."""
        words = results.words
        self.widget.value = element(
            "div",
            *(
                element(
                    "p",
                    words(f"meaning.{each}"),
                    id=_identity(words, each),
                    popover="auto",
                    class_="vf-meaning",
                )
                for each in MEASURES
            ),
        )


def measure(words: Words, code: str) -> Markup:
    """The name of a measure; pressed, it says what it means."""
    return opener(words, code, words(f"measure.{code}"))


def opener(words: Words, code: str, text: str) -> Markup:
    """A button that opens the meaning of a measure."""
    target = _identity(words, code)
    return element("button", text, type="button", class_="vf-term", popovertarget=target)


def _identity(words: Words, code: str) -> str:
    # two explorers on a page share their texts, so they may share their names, too
    return f"vf-meaning-{words.language}-{code}"
