"""What is looked up now and then: folded away below its name until a person asks for it."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.wording import Words


class Fold(widgets.Accordion):
    """One fold, closed at first.

    Parameters
    ----------
    key : str
        Of its name.
    *inside : Widget

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> fold = Fold("simulation.numbers", widgets.HTML())
    >>> fold.show(words("da"))
    >>> fold.titles, fold.selected_index
    (('Tallene bag billedet',), None)
    """

    def __init__(self, key: str, *inside: widgets.Widget) -> None:
        only = inside[0] if len(inside) == 1 else widgets.Box(inside, _dom_classes=("vf-stack",))
        super().__init__([only], selected_index=None, _dom_classes=("vf-fold",))
        self._key = key

    def show(self, words: Words, **names: object) -> None:
        """Show its name; ``names`` are the values of its text."""
        self.titles = (words(self._key, **names),)
