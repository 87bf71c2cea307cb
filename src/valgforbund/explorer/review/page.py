"""The page of a party: choose it, read what alliances came to, write remarks, take it home."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from valgforbund.explorer.review.account import Account
from valgforbund.explorer.review.kept import FILING, SHAPE
from valgforbund.explorer.review.listing import listing, places, sheet
from valgforbund.explorer.review.state import Notes, Results, State, View
from valgforbund.explorer.workbench import bar, fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.held import Held
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.explorer.workbench.table import Table
from valgforbund.explorer.workbench.tool import Tool
from valgforbund.parties import named
from valgforbund.reports.separated import separated
from valgforbund.reports.taken import taken
from valgforbund.review import YEARS, Review
from valgforbund.sources.stood import stood
from valgforbund.wording import Words, words


class PartyReview(Tool):
    """What alliances did for one party in the municipal elections of 2025, council by council.

    Parameters
    ----------
    party : str
        The party to begin with, by name.
    language : str
        ``"da"`` or ``"en"``.

    Attributes
    ----------
    party : str
        Its name, to be set and observed.
    review : Review
        What is shown, with the person's remarks; it can be observed.
    panels : mapping of str to Box
        The parts by name, each to be shown alone.

    Examples
    --------
    >>> page = PartyReview("Slesvigsk Parti")
    >>> page.review.lists["place"].to_list()
    ['Haderslev', 'Sønderborg', 'Tønder', 'Aabenraa']
    """

    state: State
    shape = SHAPE
    filing = FILING
    if TYPE_CHECKING:  # they are set and read as what is held
        party: str
        review: Review
    else:
        party = Held(
            lambda tool: tool.bench.results.review.party.name,
            lambda tool, value: tool.state.choose(named(value).key),
        )
        review = Held(lambda tool: tool.bench.results.review)
    looks = ("review/style.css",)

    def __init__(self, party: str = "SF", language: str = "da") -> None:
        words(language)  # a language that there is not is told before anything is counted
        super().__init__(State(Notes(named(party).key), View(language)))
        top = _Bar(self.state, self.guard)
        account, councils = Account(self.guard), _Councils(self.state, self.guard)
        self.add_class("vf-review")
        cards = {"account": account.widget, "councils": councils.widget}
        self.put_together(top, (top, account, councils), *cards.values(), named=cards)

    def called(self, results: Results) -> str:
        """The party."""
        return results.review.party.name

    def report(self, results: Results, kind: str) -> bytes:
        """The review of the party, with the remarks."""
        return taken(kind, results.review, results.review, results.words.language)

    def file_called(self, results: Results) -> Sequence[str]:
        """As the table that can be taken home."""
        return (results.words("review.file", party=results.review.party.short),)

    def counted(self) -> Results:
        """The review of the party."""
        return Results(self.state.current, self.state.view)


class _Bar(bar.Bar):
    """The party, beside what every bar has."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._party = fields.Menu(guard, "review.menu.party", state.choose, "vf-party")
        super().__init__(state, guard, "", (self._party,))

    def show(self, results: Results) -> None:
        super().show(results)
        parties = [(each.name, each.key) for each in stood(YEARS[0])]
        self._party.show(results.words, parties, results.review.party.key)


class _Councils:
    """The councils, with remarks, and as a file; pressing one is writing a remark on it."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._about: tuple[object, ...] | None = None  # what the table is about
        parts = Parts()
        self._hint = parts.html()
        self._remark = fields.Text(guard, "review.remark_on", self._write, "vf-remark-entry")
        self._remark.layout.display = "none"
        self._table, self._links = Table(guard, self._press), parts.html("vf-download")
        self._table.add_class("vf-listing")
        tools = parts.box([self._hint, self._remark, self._links], "vf-form")
        self.widget = parts.box([tools, self._table], "vf-card")

    def _press(self, place: str) -> None:
        self._state.look(place=place)

    def _write(self, text: str) -> None:
        """Keep a remark on the place that was pressed; an empty one is none."""
        self._state.change(self._state.current.remark(self._state.view.place, text.strip()))

    def show(self, results: Results) -> None:
        texts, review = results.words, results.review
        rows = {each: each for each in places(review)}
        place = rows.get(results.view.place, "")
        self._remark.show(texts, review.remarks.get(place, ""), place=place)
        self._remark.layout.display = "" if place else "none"
        about = review.party, texts.language, place, tuple(review.remarks.items())
        if about == self._about:
            return
        self._about = None
        self._hint.value = element("p", texts("review.press"), class_="vf-quiet")
        self._table.show(texts, listing(texts, review, place), rows)
        self._links.value = _links(texts, review)
        self._about = about


def _links(words: Words, review: Review) -> Markup:
    """The table as a Danish spreadsheet reads it, and as all others do."""
    found, name = sheet(words, review), words("review.file", party=review.party.short)
    links = [
        element(
            "a",
            words(f"review.download_{which}"),
            href=_data(separated(found, danish=which == "danish")),
            download=f"{name}{ending}.csv",
            class_="vf-link",
        )
        for which, ending in (("danish", ""), ("international", " international"))
    ]
    return Markup("{} {}").format(words("review.download"), Markup(" · ").join(links))


def _data(content: bytes) -> str:
    """A file inside a link."""
    return f"data:text/csv;charset=utf-8;base64,{base64.b64encode(content).decode('ascii')}"
