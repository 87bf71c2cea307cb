"""What a notebook shows of a scenario, a count, a comparison and a study: a small table in Danish.

No colours of its own but the parties', so that it is legible in a light and in a dark notebook;
lots are shown as lots; of many lists only the first rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from valgforbund.baselines import DISSOLVED, NONE, Baseline
from valgforbund.comparison import Comparison
from valgforbund.counting import Count
from valgforbund.parties import Party
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.wording import Words, words
from valgforbund.wording.council import assumptions
from valgforbund.wording.headline import headline, lots_due, lots_elsewhere
from valgforbund.wording.markup import cut, element
from valgforbund.wording.worlds import labels, outside, titled, where

if TYPE_CHECKING:
    from valgforbund.study import Study

MOST_ROWS: Final = 30
MOST_ALLIANCES: Final = 12
_NAME: Final = 40  # signs of a name
_SIGNS: Final = 12  # of a letter
_RULE: Final = "border-top:1px solid rgba(128,128,128,.4)"
_CELL: Final = f"font-weight:normal;white-space:nowrap;{_RULE}"
_TEXT: Final = f"padding:2px 12px 2px 0;text-align:left;{_CELL}"
_NUMBER: Final = f"padding:2px 0 2px 12px;text-align:right;{_CELL}"

Cell = str | Markup


def scenario(shown: Scenario) -> str:
    """Lists, votes, shares, candidates where they are known, and alliances.

    Examples
    --------
    >>> "25" in scenario(Scenario({"A": 25, "B": 31}, 8))
    True
    """
    da = words("da")
    limited = any(limit is not None for limit in shown.limits)
    total = max(sum(shown.ballots), 1)
    kept = shown.letters[:MOST_ROWS]
    rows: list[list[Cell]] = []
    for place, letter in enumerate(kept):
        votes, limit = shown.ballots[place], shown.limits[place]
        home = shown.alliance_of(letter)
        row: list[Cell] = [_name(shown, letter), cut(home.name, _NAME) if home else ""]
        row += [da.number(votes), da.share(votes / total)]
        row += ["" if limit is None else da.number(limit)] if limited else []
        rows.append(row)
    head = ["lists.name", "lists.alliance", "lists.votes", "lists.share"]
    head += ["lists.candidates_long"] if limited else []
    notes = [_rest(da, shown.letters), *assumptions(da, shown, official=False)]
    return _table(_council(da, shown), [da(key) for key in head], rows, notes, texts=2)


def counted(shown: Count) -> str:
    """Lists, votes and seats; the lots that wait or were drawn below.

    Examples
    --------
    >>> from valgforbund.counting import count
    >>> "1–2" in counted(count(Scenario({"A": 10, "B": 10}, 3)))
    True
    """
    da, given = words("da"), shown.scenario
    votes = dict(zip(given.letters, given.ballots, strict=True))
    rows: list[list[Cell]] = [
        [_name(given, letter), da.number(votes[letter]), _seats(da, shown.spans[letter])]
        for letter in given.letters[:MOST_ROWS]
    ]
    head = [da("lists.name"), da("lists.votes"), da("lists.seats")]
    notes = [_rest(da, given.letters), *lots_due(da, shown)]
    notes += assumptions(da, given, official=False)
    return _table(_council(da, given), head, rows, notes)


def comparison(shown: Comparison) -> str:
    """The headline, and seats by list with and without; of many those that change most.

    Examples
    --------
    >>> from valgforbund.comparison import compare
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> "+1" in comparison(compare(s, "C-D"))
    True
    """
    da = words("da")
    letters, moved = list(shown.spans), shown.changes
    first = sorted(letters, key=lambda x: -max(map(abs, moved[x].ends)) if x in moved else 0)
    kept = set(first[:MOST_ROWS])
    parties = {**shown.without.scenario.parties, **shown.with_.scenario.parties}
    rows: list[list[Cell]] = [
        [_badged(letter, parties[letter]), *_worlds(da, *spans)]
        for letter, spans in shown.spans.items()
        if letter in kept
    ]
    own = shown.alliance.letters
    together = shown.with_.seats_of(own), shown.without.seats_of(own)
    total: list[Cell] = [
        element("b", da("shown.together", alliance=cut(shown.alliance.name, _NAME))),
        *(element("b", text) for text in _worlds(da, *together)),
    ]
    letter = outside(shown)
    kind = Baseline("out", letter) if letter else None
    if shown.baseline in (DISSOLVED, NONE):
        kind = Baseline("none" if shown.baseline == NONE else "dissolved")
    notes: list[Cell] = [headline(da, shown, kind)] if kind else []
    notes += [_rest(da, letters), *lots_due(da, shown.with_)]
    notes += lots_elsewhere(da, {labels(da, shown)[1]: shown.without})
    title = [titled(da, "seats", shown), where(da, shown.with_.scenario)]
    head = [da("lists.name"), *labels(da, shown), da("tables.change")]
    return _table(". ".join(filter(None, title)), head, [*rows, total], notes)


def country(shown: Study) -> str:
    """How many councils and alliances, and those that saved most.

    Examples
    --------
    >>> from valgforbund.study import study
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> "C-D" in country(study(s))
    True
    """
    da, frame = words("da"), shown.alliances
    ranked = frame.sort_values(
        ["saved_dissolved_low", "saved_dissolved_high"], ascending=False, kind="stable"
    ).head(MOST_ALLIANCES)
    columns = ["place", "election", "label", "alliance", "changes_dissolved"]
    texts = ranked[columns].fillna("").astype(str).to_numpy().tolist()
    ends = ranked[["saved_dissolved_low", "saved_dissolved_high"]].to_numpy().tolist()
    rows: list[list[Cell]] = [
        [
            cut(", ".join(filter(None, (place, election, label))), _NAME),
            cut(alliance, _NAME),
            cut(changes, _NAME),
            da.signed_span(Span(int(low), int(high))),
        ]
        for (place, election, label, alliance, changes), (low, high) in zip(
            texts, ends, strict=True
        )
    ]
    title = da(
        "shown.study", councils=da.number(len(shown.results)), alliances=da.number(len(frame))
    )
    head = [da(f"shown.{key}") for key in ("place", "alliance", "who", "saved")]
    more = len(frame) - len(rows)
    notes = [da("shown.more_alliances", n=more)] if more > 0 else []
    return _table(title, head, rows, notes, texts=3)


def _council(da: Words, shown: Scenario) -> str:
    return ": ".join(filter(None, (where(da, shown), da.seats(shown.seats))))


def _rest(da: Words, letters: Sequence[str]) -> str:
    """How many lists are not shown."""
    more = len(letters) - MOST_ROWS
    return da("shown.more_lists", n=more) if more > 0 else ""


def _worlds(da: Words, more: Span, less: Span) -> list[str]:
    return [_seats(da, more), _seats(da, less), da.signed_span(more - less)]


def _seats(da: Words, span: Span) -> str:
    return da("shown.by_lot", seats=da.span(span)) if span.is_open else da.span(span)


def _name(shown: Scenario, letter: str) -> Markup:
    return _badged(letter, shown.parties[letter], shown.names[shown.letters.index(letter)])


def _badged(letter: str, party: Party, name: str = "") -> Markup:
    """The letter in its party's colour, and its name."""
    style = (
        f"background:{party.colour};color:{party.ink};border-radius:4px;padding:0 5px;"
        "margin-right:6px;font-weight:bold"
    )
    called = name or party.name
    return element(
        "span",
        element("span", cut(letter, _SIGNS), style=style),
        "" if called == letter else cut(called, _NAME),
    )


def _table(
    title: str,
    head: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    notes: Iterable[Cell],
    texts: int = 1,
) -> str:
    """A table whose first columns are texts and whose others are numbers."""

    def looks(place: int) -> str:
        return _TEXT if place < texts else _NUMBER

    heads = [
        element("th", text, scope="col", style=f"{looks(i)};border-top:none;opacity:.8")
        for i, text in enumerate(head)
    ]
    body = [
        element(
            "tr",
            *(
                element("td", cell, style=looks(i))
                if i
                else element("th", cell, scope="row", style=looks(i))
                for i, cell in enumerate(row)
            ),
        )
        for row in rows
    ]
    caption = element("caption", title, style="text-align:left;font-weight:bold;padding:0 0 4px")
    below = [element("div", note, style="max-width:60em;opacity:.85") for note in notes if note]
    style = (
        "border-collapse:collapse;color:inherit;font-size:inherit;"
        "font-variant-numeric:tabular-nums;margin:0 0 4px"
    )
    whole = element(
        "table",
        caption,
        element("thead", element("tr", *heads)),
        element("tbody", *body),
        style=style,
    )
    # a name such as "$x$" is a name, not mathematics
    return str(element("div", whole, *below, class_="mathjax_ignore tex2jax_ignore", lang="da"))
