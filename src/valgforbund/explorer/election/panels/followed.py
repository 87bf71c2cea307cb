"""The person who is followed: what is said of them as votes and alliances change."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.counting import Count
from valgforbund.explorer.count.results import Results
from valgforbund.margins.closest import close
from valgforbund.people.elected import standing
from valgforbund.people.given import unknown
from valgforbund.people.ladder import Rung, rungs
from valgforbund.people.standing import Rival
from valgforbund.sharing.candidates import Person
from valgforbund.wording.followed import followed, otherwise, then


def followed_lines(results: Results) -> list[Markup]:
    """One paragraph on who is followed; nothing where nobody is."""
    person, words = results.view.followed, results.words
    if person is None:
        return []
    rung = _rung(results, person)
    if rung is None:
        place = words("people.place", n=person.candidate)
        return [words.html("followed.gone", who=f"{person.letter} {place}")]
    near = close(results.scenario, person.letter)
    said = [followed(words, rung, near, _fell_on(results, person))]
    if (before := _stands(results, person, Count(results.original))) is not None:
        said += then(words, before, rung.stands)
    if results.alliance is not None and results.reference is None:
        worlds = results.membership.with_, results.membership.without
        other = worlds[results.counted is worlds[0]]
        if (there := _stands(results, person, other)) is not None:
            said += otherwise(words, there, rung.stands, results.baseline)
    return [Markup(" ").join(said)]


def _rung(results: Results, person: Person) -> Rung | None:
    """The person in the order of the list; None where they do not stand here."""
    given = results.candidates
    is_here = person.letter in results.scenario.letters and any(results.scenario.ballots)
    if not is_here or unknown(results.counted, given) is not None:
        return None
    found = rungs(standing(results.counted, given), person.letter, person.candidate)
    return found[0] if found else None


def _fell_on(results: Results, person: Person) -> tuple[Rival, ...]:
    """On whom the official lot fell that decides it, where one was drawn."""
    world = standing(results.counted, results.candidates)
    for place in world.placings[person.letter].elected:
        if place.candidate is None and person.candidate in place.tied:
            return world.fell_on(world.rivals(person.letter, place))
    return ()


def _stands(results: Results, person: Person, world: Count) -> str | None:
    """How the person stands in another world; None where they do not stand there."""
    placing = standing(world, results.candidates).placings.get(person.letter)
    return None if placing is None else placing.stands(person.candidate)
