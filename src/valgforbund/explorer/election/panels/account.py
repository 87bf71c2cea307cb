"""What happens: the sentences below the headline, and the two pictures."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.meanings import measure
from valgforbund.explorer.count.pictures import SeatsPicture, VotesPicture
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.followed import followed_lines
from valgforbund.explorer.election.panels.people import moved_line
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.wording import council, headline, stemmespild


class Account:
    """Votes and seats of the council as a whole."""

    def __init__(self, state: State, guard: Guard) -> None:
        self.seats, self.votes = SeatsPicture(guard), VotesPicture(state, guard)
        self._text = widgets.HTML()
        self._text.add_class("vf-sentences")
        pictures = widgets.Box([self.seats.widget, self.votes.widget])
        pictures.add_class("vf-pictures")
        self.widget = widgets.Box([pictures, self._text])
        self.widget.add_class("vf-stack")

    def show(self, results: Results) -> None:
        """Show the pictures and the sentences of one count."""
        self.seats.show(results)
        self.votes.show(results)
        said = (element("p", each) for each in sentences(results))
        self._text.value = element("div", *said)


def sentences(results: Results) -> list[Markup]:
    """Who is followed, wasted votes, all alliances, places that stay empty, the majority."""
    words, counted, kind = results.words, results.counted, results.view.measure
    person = followed_lines(results)
    if not any(results.scenario.ballots):
        return person
    below = [
        *council.short_lists(words, counted),
        *council.vacant(words, counted),
        *([council.majority(words, counted)] if council.decides(results.scenario) else []),
    ]
    if not results.is_compared:
        return [*person, *below]
    name, none = measure(words, kind), results.against_none
    votes = stemmespild.votes_line(words, results.compared, results.other, kind, name)
    # against none at all the headline has said it
    together = none if results.baseline.kind != "none" else None
    return [
        *person,
        *moved_line(results),
        *([votes] if results.tells_votes else []),
        *stemmespild.carried_lines(words, results.by_list),
        *([headline.everything(words, together)] if together else []),
        *below,
    ]
