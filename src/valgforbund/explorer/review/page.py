"""The page of a party: choose it, read what alliances came to, sort its councils, take it home."""

from __future__ import annotations

import base64
from dataclasses import replace
from functools import cache
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.review.account import Account
from valgforbund.explorer.review.listing import ORDERS, alphabetical, as_csv, listing
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.stylesheet import stylesheet
from valgforbund.parties import named
from valgforbund.review import YEARS, Review, party_review
from valgforbund.sources.stood import stood
from valgforbund.wording import LANGUAGES, words
from valgforbund.wording.alert import alert

MARK = "\ufeff"  # tells a spreadsheet that the file is UTF-8


class PartyReview(widgets.Box):
    """What alliances did for one party in the municipal elections of 2025, council by council.

    Parameters
    ----------
    party : str
        The party to begin with, by name.
    language : str
        ``"da"`` or ``"en"``.

    Attributes
    ----------
    review : Review
        What is shown, with the person's remarks.

    Examples
    --------
    >>> page = PartyReview("Slesvigsk Parti")
    >>> page.review.lists["place"].to_list()
    ['Haderslev', 'Sønderborg', 'Tønder', 'Aabenraa']
    """

    def __init__(self, party: str = "SF", language: str = "da") -> None:
        self._words = words(language)
        self._key, self._order = named(party).key, "owed_dissolved"
        self._remarks: dict[str, dict[str, str]] = {}  # by party, then by place
        self.guard = Guard(self._tell, self._restore)
        parts = Parts()
        self._alert = parts.html("vf-alert")
        self._party, self._language = parts.menu("vf-party"), parts.menu("vf-language")
        self._sort, self._place = parts.menu("vf-sort"), parts.menu("vf-sort")
        self._remark = parts.text("vf-remark-entry")
        self._table, self._link = parts.html("vf-listing"), parts.html("vf-download")
        self._account = Account()
        self._answer(self._party, self._choose_party)
        self._answer(self._language, self._choose_language)
        self._answer(self._sort, self._choose_order)
        self._answer(self._place, lambda _: None)
        self._answer(self._remark, self._write)
        bar = parts.box([self._party, self._language], "vf-bar")
        tools = parts.box([self._sort, self._place, self._remark, self._link], "vf-form")
        lists = parts.box([tools, self._table], "vf-card")
        style = stylesheet("workbench/style.css", "review/style.css")
        super().__init__([style, bar, self._alert, self._account.widget, lists])
        for name in ("vf-explorer", "vf-review"):
            self.add_class(name)
        self._show()

    @property
    def review(self) -> Review:
        """What is shown."""
        remarks = self._remarks.get(self._key, {})
        return replace(_review(self._key), remarks=remarks, language=self._words.language)

    def _answer(self, menu: widgets.Widget, do: Any) -> None:
        menu.observe(self.guard(lambda change: do(change["new"])), "value")

    def _choose_party(self, key: str) -> None:
        self._key = key
        self._show()

    def _choose_language(self, language: str) -> None:
        self._words = words(language)
        self._show()

    def _choose_order(self, order: str) -> None:
        self._order = order
        self._show_lists()

    def _write(self, text: str) -> None:
        """Keep a remark on the chosen place; an empty one is none."""
        mine = self._remarks.setdefault(self._key, {})
        mine.pop(self._place.value, None)
        if text.strip():
            mine[self._place.value] = text.strip()
        self._show_lists()

    def _show(self) -> None:
        texts, review = self._words, self.review
        with self.guard.quiet():
            named_parts = ((self._party, "party"), (self._language, "language"))
            named_parts += ((self._sort, "sort"), (self._place, "place"), (self._remark, "remark"))
            for part, name in named_parts:
                part.description = texts(f"review.menu.{name}")
            choose(self._party, [(each.name, each.key) for each in stood(YEARS[0])], self._key)
            languages = [(texts(f"app.{each}"), each) for each in LANGUAGES]
            choose(self._language, languages, texts.language)
            orders = [(texts(f"review.sort.{each}"), each) for each in ORDERS]
            choose(self._sort, orders, self._order)
            places = sorted({s.place for s, _ in review.standings}, key=alphabetical)
            kept = self._place.value if self._place.value in places else places[0]
            choose(self._place, [(place, place) for place in places], kept)
            self._account.show(texts, review)
        self._show_lists()

    def _show_lists(self) -> None:
        texts, review = self._words, self.review
        with self.guard.quiet():
            self._remark.value = review.remarks.get(self._place.value, "")
            self._table.value = listing(texts, review, self._order)
            self._link.value = element(
                "a",
                texts("review.download"),
                href=_data(as_csv(texts, review, self._order)),
                download=texts("review.file", party=review.party.short) + ".csv",
                class_="vf-link",
            )

    def _tell(self, error: Exception | None) -> None:
        text = alert(self._words, error) if error else ""
        self._alert.value = element("div", text, role="alert") if text else ""

    def _restore(self) -> None:
        """The field shows the remark on the place that is chosen now."""
        with self.guard.quiet():
            self._remark.value = self.review.remarks.get(self._place.value, "")


@cache
def _review(key: str) -> Review:
    """Counted once; the language and remarks of a page are put in afterwards."""
    return party_review(key)


def _data(text: str) -> Markup:
    """A file inside a link."""
    encoded = base64.b64encode((MARK + text).encode()).decode("ascii")
    return Markup("data:text/csv;charset=utf-8;base64,{}").format(encoded)
