"""What was understood of a pasted table, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable

from valgforbund.parsing import PLACE, SHARE, VOTES, Fitted, Pasted, column
from valgforbund.parsing.labels import AREA, FOOT, HEADER, LETTER, NAME, OTHER, TITLE
from valgforbund.wording.catalogue import Words
from valgforbund.wording.markup import cut

MOST = 8  # lists that are named one by one


def understood(words: Words, pasted: Pasted, fitted: Fitted, measure: str = VOTES) -> list[str]:
    r"""What to say: whose numbers were used, what is new, and what was left out.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> from valgforbund.parsing import fit, read
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 1, "B": 1}, 3)
    >>> pasted = read("A 8.123\nB 40\nI alt 8.163\nBlanke stemmer 12", s)
    >>> understood(words("da"), pasted, fit(pasted, s))[1]
    'Ikke lister: »I alt 8.163« (sum) og »Blanke stemmer 12« (blanke stemmer).'
    """
    letters = [cut(each, 20) for each in fitted.values]
    n = len(letters)
    named = words.join(letters) if n <= MOST else ""
    key = f"pasted.{measure}" if named else f"pasted.{measure}_many"
    lines = [words(key, n=n, lists=named, sum=words.number(sum(fitted.values.values())))]
    if fitted.names and len(fitted.names) < n:
        new = words.join(cut(each, 20) for each in fitted.names)
        lines.append(words("pasted.new", n=len(fitted.names), lists=new))
    beside = [each for each in pasted.asides if each.why not in (HEADER, TITLE, FOOT)]
    if beside:
        lines.append(no_lists(words, [(each.text, each.why) for each in beside]))
    notes = [quoted(words, each.text) for each in pasted.asides if each.why == FOOT]
    lines += [words("remark.foot", line=each) for each in notes]
    titles = [quoted(words, each.text) for each in pasted.asides if each.why == TITLE]
    lines += [words("pasted.title", line=each) for each in titles]
    if pasted.wrong_total is not None:
        total = quoted(words, pasted.wrong_total.text)
        lines.append(words("pasted.wrong_total", total=total, sum=words.number(pasted.sum)))
    if pasted.areas:
        lines.append(words("remark.areas_summed", n=pasted.areas))
    if pasted.measure == SHARE and pasted.total is not None:
        total = words.number(pasted.total.value or 0)
        lines.append(words("remark.shares_of_stated", total=total))
    return lines + _columns(words, pasted, measure)


def _columns(words: Words, pasted: Pasted, measure: str) -> list[str]:
    """Of which column the numbers are, where several may be, and what is not used."""
    used = (LETTER, NAME, AREA, PLACE, measure, pasted.measure)
    heads = [*pasted.heads, *[""] * len(pasted.columns)]
    columns = [*zip(pasted.columns, heads, strict=False)]
    of = next((head for role, head in columns if role == pasted.measure and head), "")
    lines: list[str] = []
    if of and sum(column(head) == column(of) for _, head in columns if head) > 1:
        lines.append(words("remark.column_taken", head=cut(of, 40)))
    unused = [
        (role, head, n)
        for n, (role, head) in enumerate(columns)
        if role not in used and n not in pasted.empty
    ]
    named = [
        quoted(words, head) if role == OTHER else words(f"pasted.column_{role}")
        for role, head, _ in unused
        if head or role != OTHER
    ]
    if named:
        lines.append(words("pasted.unused", columns=words.join(named)))
    places = [str(n + 1) for role, head, n in unused if role == OTHER and not head]
    if places:
        joined = words.join(places)
        lines.append(words("remark.columns_without_words", n=len(places), places=joined))
    return lines


def filled(words: Words, letters: Iterable[str]) -> str:
    """Whose fields a column filled; nothing to say of a single number."""
    named = [cut(each, 20) for each in letters]
    if len(named) < 2:
        return ""
    return words("pasted.filled", n=len(named), first=named[0], last=named[-1])


def no_lists(words: Words, lines: Iterable[tuple[str, str]]) -> str:
    """That lines are no lists, each with what it is.

    Parameters
    ----------
    words : Words
    lines : iterable of (text, why)
    """
    told = [
        words("aside.line", line=quoted(words, text), meaning=words(f"aside.{why}"))
        for text, why in lines
    ]
    return words("pasted.aside", lines=words.join(told))


def quoted(words: Words, text: str) -> str:
    """A line of a person, cut."""
    return words("pasted.quoted", text=cut(text, 40))
