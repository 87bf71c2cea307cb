"""The election of the mayor in sentences, ballot by ballot."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.council import MayorElection
from valgforbund.council.mayor import BALLOTS, FINALISTS
from valgforbund.wording.catalogue import Words


def lines(words: Words, election: MayorElection) -> list[Markup]:
    """Every ballot with what it came to, and what comes next."""
    found = []
    for number, ballot in enumerate(election.ballots, 1):
        votes = words.join(f"{name} {many}" for name, many in ballot if many)
        blank = election.present - sum(many for _, many in ballot)
        known = {"number": number, "votes": votes or words("mayor.no_votes"), "blank": blank}
        found.append(words.html("mayor.ballot", **known))
        last = number == len(election.ballots)
        if not (last and election.elected) and number < BALLOTS:
            found.append(
                words.html("mayor.nobody", needed=election.needed, present=election.present)
            )
    for lot in election.lots:
        key = "finalists" if lot.alliance == FINALISTS else "mayor"
        found.append(words.html(f"mayor.lot_{key}", n=lot.seats, tied=words.join(lot.tied)))
    for lot, winners in election.drawn:
        if lot.alliance == FINALISTS:
            found.append(words.html("mayor.drawn_finalists", winners=words.join(winners)))
    if election.elected:
        by_lot = any(lot.alliance != FINALISTS for lot, _ in election.drawn)
        key = "elected_by_lot" if by_lot else "elected"
        found.append(words.html(f"mayor.{key}", name=election.elected))
    elif election.next_ballot == BALLOTS and election.finalists:
        found.append(words.html("mayor.third", names=words.join(election.finalists)))
    elif election.next_ballot:
        known = {"number": election.next_ballot, "needed": election.needed}
        found.append(words.html("mayor.next", n=election.needed, **known))
    elif not election.lots:
        found.append(words.html("mayor.stuck"))
    return found
