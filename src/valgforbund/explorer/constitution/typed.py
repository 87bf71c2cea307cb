"""A council from a table of lists and seats, typed, pasted or in a file."""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund import parsing
from valgforbund.council.proposal import Proposal
from valgforbund.errors import ScenarioError
from valgforbund.parties import usual_letter
from valgforbund.sources.councils import typed_council
from valgforbund.wording import Words
from valgforbund.wording.constitution import committee_names
from valgforbund.wording.pasted import understood


def council_of(words: Words, lines: Sequence[parsing.Line]) -> tuple[Proposal, str]:
    """Another council of one's own, and what was understood of the table.

    Raises
    ------
    ScenarioError
        If a line cannot be read, it cannot be told which column holds seats, or the lists are too
        many.
    """
    pasted = parsing.understood(lines, None, words.marks, parsing.SEATS, parsing.MOST_SEATS)
    fitted = parsing.fit(pasted, parsing.Nobody(), new=True, letter_of=usual_letter)
    if len(fitted.values) > parsing.MOST_LISTS:
        raise ScenarioError("too_many_lists", limit=parsing.MOST_LISTS)
    names = {letter: name for letter, name in fitted.names.items() if name}
    made = typed_council(committee_names(words), fitted.values, names)
    return made, " ".join(understood(words, pasted, fitted, parsing.SEATS))
