"""Sentences about the council: the majority, empty places, what is assumed or impossible."""

from __future__ import annotations

from markupsafe import Markup, escape

from valgforbund import parsing
from valgforbund.counting import Count
from valgforbund.parsing.evening import Stood, stood
from valgforbund.scenario import Scenario
from valgforbund.study import are_known
from valgforbund.wording.catalogue import Words
from valgforbund.wording.moves import sentence_part
from valgforbund.wording.night import clock

UNKNOWN = "note.alliances_unknown"
LARGEST = 3  # lists without an alliance that are told


def decides(scenario: Scenario) -> bool:
    """Whether the elected decide by a majority of their own; a delegation to a parliament not."""
    return not scenario.election.startswith("EP")


def majority(words: Words, counted: Count) -> Markup:
    """Seats needed for a majority, and what each alliance has, and each large list without one."""
    scenario, needed = counted.scenario, counted.scenario.seats // 2 + 1
    named = {alliance.name: alliance.letters for alliance in scenario.alliances}
    fewest = min((counted.seats_of(each).low for each in named.values()), default=0)
    allied = {letter for each in named.values() for letter in each}
    free = [x for x in scenario.by_votes if x not in allied and counted.spans[x].low >= fewest]
    largest = sorted(free, key=lambda letter: -counted.spans[letter].low)[:LARGEST]
    units = named | {letter: (letter,) for letter in largest}
    parts = []
    for name, letters in units.items():
        span = counted.seats_of(letters)
        key = "majority.has_range" if span.is_open else "majority.has"
        parts.append(words(key, unit=name, n=span.low, low=span.low, high=span.high))
    text = words.join(parts)
    nobody = "majority.nobody" if are_known(scenario) else "majority.unknown"
    units_ = text if named else words(nobody, units=text)
    line = words.html("majority.line", needed=needed, seats=scenario.seats, units=units_)
    alone = next((x for x, span in counted.spans.items() if span.low >= needed), None)
    return line if alone is None else line + " " + words.html("majority.alone", letter=alone)


def short_lists(words: Words, counted: Count) -> list[Markup]:
    """A sentence for every list that would have more seats if it had more candidates."""
    found = []
    for letter, longer in counted.longer.items():
        limit, wanted = counted.spans[letter].high, longer.spans[letter]
        moved = {each: seats - longer.spans[each] for each, seats in counted.spans.items()}
        if wanted.low > limit:
            gains = {each: span for each, span in moved.items() if span.high > 0}
            moves = f"; {sentence_part(words, gains)}" if gains else ""  # else places stay empty
            texts = {"seats": words.seats_span(wanted), "moves": moves}
            found.append(words.html("limit.bites", n=limit, letter=letter, **texts))
    return found


def vacant(words: Words, counted: Count) -> list[Markup]:
    """A sentence where places stay empty."""
    return [words.html("vacant", n=counted.vacant)] if counted.vacant else []


def assumptions(words: Words, scenario: Scenario, official: bool) -> list[Markup]:
    """What is assumed, so that these seats are not the official result."""
    notes = [_note(words, scenario, note) for note in scenario.notes]
    return notes + ([words.html("note.official")] if notes and official else [])


def _note(words: Words, scenario: Scenario, note: str) -> Markup:
    key = f"note.{note}"
    if told := parsing.noted([note]):
        return counted_part(words, told)
    if at := stood(note):
        return _stood(words, at)
    if key not in words:
        return escape(note)  # in the words of whoever made the scenario
    if key == UNKNOWN and scenario.alliances:
        names = words.join(each.structure for each in scenario.alliances)
        return words.html("note.alliances_added", alliances=names)
    return words.html(key, seats=scenario.seats)


def _stood(words: Words, at: Stood) -> Markup:
    """Votes of a time of the night."""
    time = clock(words, at.time)
    if at.expected is None:
        return words.html("note.as_of", time=time)
    return words.html("note.expected_at", time=time, **at.expected._asdict())


def counted_part(words: Words, told: parsing.Part) -> Markup:
    """How much of a night is counted."""
    key = "note.counted_all" if told.counted == told.areas else "note.counted_areas"
    return words.html(key, counted=told.counted, areas=told.areas)


def impossible(words: Words, scenario: Scenario) -> list[Markup]:
    """What a real council could not have."""
    return [words.html(f"warning.{code}", seats=scenario.seats) for code in scenario.warnings]
