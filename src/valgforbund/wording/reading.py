"""What was understood of a file that somebody brought, and what was left out and assumed."""

from __future__ import annotations

from valgforbund.parsing.labels import FOOT, OTHER, TITLE
from valgforbund.sources.reading import TABLE, Reading, Remark
from valgforbund.wording.catalogue import Words
from valgforbund.wording.pasted import no_lists, quoted

LINE, WRONG, VOTES_FOR = "line", "wrong_total", "votes_for"
PLURAL = ("areas",)  # what chooses the plural of a remark that has no n


def understood(words: Words, reading: Reading) -> str:
    r"""One sentence, for a table with what its columns were taken for.

    Examples
    --------
    >>> from valgforbund.sources.opened import pasted
    >>> from valgforbund.wording import words
    >>> understood(words("da"), pasted("Parti;Stemmer\nSF;8.123\nA;40", seats=9))
    'Læst: en tabel med 2 lister, 8.163 stemmer og 9 mandater. Kolonnerne er læst som navn og
    stemmer.'
    """
    kind = words(f"reading.kind_{reading.kind}")
    into = next((each for each in reading.remarks if each.code == VOTES_FOR), None)
    if into is not None:
        lists = words("reading.lists", n=into["lists"])
        text = words("reading.into", kind=kind, n=into["n"], lists=lists)
    elif len(reading.results) != 1:
        text = words("reading.many", kind=kind, n=len(reading.results))
    else:
        s = reading.results[0].scenario
        lists = words("reading.lists", n=len(s.letters))
        votes, seats = words.votes(sum(s.ballots)), words.seats(s.seats)
        text = words("reading.one", kind=kind, lists=lists, votes=votes, seats=seats)
    columns = [each for each in reading.columns if each != OTHER]
    if reading.kind != TABLE or not columns:
        return text
    named = words.join([words(f"pasted.column_{each}") for each in columns])
    return f"{text} {words('reading.columns', columns=named)}"


def told(words: Words, reading: Reading) -> list[str]:
    r"""A sentence for each remark; the lines that are no lists share one.

    Examples
    --------
    >>> from valgforbund.sources.opened import pasted
    >>> from valgforbund.wording import words
    >>> told(words("da"), pasted("SF 9\nAlternativet 4\nI alt 13\nBlanke 3", seats=9))
    ['Ikke lister: »I alt 13« (sum) og »Blanke 3« (blanke stemmer).']
    """
    lines = [each for each in reading.remarks if each.code == LINE]
    beside = [each for each in lines if each["why"] not in (TITLE, FOOT)]
    found = [_noted(words, each) for each in lines if each not in beside]
    if beside:
        found.append(no_lists(words, [(str(each["text"]), str(each["why"])) for each in beside]))
    return found + [
        _said(words, each) for each in reading.remarks if each.code not in (LINE, VOTES_FOR)
    ]


def _noted(words: Words, line: Remark) -> str:
    """A title above a table, or a note below it."""
    key = "pasted.title" if line["why"] == TITLE else "remark.foot"
    return words(key, line=quoted(words, str(line["text"])))


def _said(words: Words, each: Remark) -> str:
    values = dict(each.values)
    if each.code == WRONG:
        total = quoted(words, str(values["text"]))
        return words("pasted.wrong_total", total=total, sum=_number(words, values["sum"]))
    for name in PLURAL:
        if name in values and "n" not in values:
            values["n"] = values[name]
    shown: dict[str, object] = {}
    for name, value in values.items():
        if name == "n":
            shown[name] = value
        elif name == "seats" and isinstance(value, int):
            shown[name] = words.seats(value)
        elif name == "election" and (key := f"election.{value}") in words:
            shown[name] = words(key)
        elif name == "votes" and isinstance(value, int):
            shown[name] = words.votes(value)
        else:
            shown[name] = _number(words, value)
    return words(f"remark.{each.code}", **shown)


def _number(words: Words, value: object) -> object:
    return words.number(value) if isinstance(value, int) else value
