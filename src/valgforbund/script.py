"""A scenario as the Python that makes it: what was clicked together goes on in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from valgforbund.alliances import Alliance
from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sources.source import load

WIDTH = 100  # characters of a line that is not broken
LONGEST = 10**4000  # Python writes no longer number in digits
FIRST = "import valgforbund as vf\n\n"


class Verb(NamedTuple):
    """A verb of a scenario with what it is given."""

    name: str
    given: tuple[Any, ...]

    def applied(self, s: Scenario) -> Scenario:
        """The scenario after it."""
        done: Scenario = getattr(s, self.name)(*self.given)
        return done

    @property
    def text(self) -> str:
        """A line that does it to ``s``."""
        return f"s = s.{self.name}({', '.join(map(_text, self.given))})\n"


def script(s: Scenario) -> str:
    """The lines that make a scenario, as the name ``s``; the shorter of two ways.

    Examples
    --------
    >>> from valgforbund.sources.source import load
    >>> print(script(load("KV2025", "Læsø").with_votes({"A": 400})))
    import valgforbund as vf
    <BLANKLINE>
    s = vf.load("KV2025", "Læsø")
    s = s.with_votes({"A": 400})
    """
    ways = filter(None, (_from_bundled(s), _constructed(s)))
    return (FIRST + min(ways, key=len) + "".join(_lots(s))).rstrip("\n")


def _constructed(s: Scenario) -> str:
    """Made of its parts."""
    limits = {n: most for n, most in zip(s.letters, s.limits, strict=True) if most is not None}
    names = {n: name for n, name in zip(s.letters, s.names, strict=True) if name != n}
    parts: dict[str, Any] = {
        "seats": s.seats,
        "alliances": list(s.alliances),
        "candidates": limits,
        "names": names,
        "place": s.place,
        "election": s.election,
        "notes": list(s.notes),
    }
    votes = _text(dict(zip(s.letters, s.ballots, strict=True)))
    given = [votes, *(f"{name}={_text(part)}" for name, part in parts.items() if part)]
    line = f"s = vf.Scenario({', '.join(given)})\n"
    if len(line) <= WIDTH:
        return line
    return "".join(["s = vf.Scenario(\n", *(f"    {each},\n" for each in given), ")\n"])


def _from_bundled(s: Scenario) -> str:
    """Made of the election that it is a change of; nothing where there is none."""
    try:
        base = load(s.election, s.place)
        verbs = _changes(base, s)
    except ScenarioError:  # no such election, or a name is taken on the way
        return ""
    if verbs is None:
        return ""
    called = f"s = vf.load({_text(base.election)}, {_text(base.place)})\n"
    return called + "".join(verb.text for verb in verbs)


def _changes(base: Scenario, s: Scenario) -> list[Verb] | None:
    """The verbs that lead from one to the other; None where these do not."""
    now, verbs = base, list[Verb]()
    for step in (_lists, _values, _alliances):
        for verb in step(now, s):
            verbs.append(verb)
            now = verb.applied(now)
    return verbs if now == s.with_drawn(()) else None


def _lists(now: Scenario, s: Scenario) -> Iterator[Verb]:
    """New ones first: the last list of a scenario cannot go."""
    for letter, votes, name, most in zip(s.letters, s.ballots, s.names, s.limits, strict=True):
        if letter not in now.letters:
            given = (letter, votes, name if name != letter else "", most)
            yield Verb("with_list", given if most else given[: 3 if given[2] else 2])
    for letter in now.letters:
        if letter not in s.letters:
            yield Verb("without_list", (letter,))


def _values(now: Scenario, s: Scenario) -> Iterator[Verb]:
    for verb, have, wanted in (
        ("with_votes", now.ballots, s.ballots),
        ("with_candidates", now.limits, s.limits),
        ("with_names", now.names, s.names),
    ):
        had = dict(zip(now.letters, have, strict=True))
        new = {n: each for n, each in zip(s.letters, wanted, strict=True) if had[n] != each}
        if new:
            yield Verb(verb, (new,))
    if now.seats != s.seats:
        yield Verb("with_seats", (s.seats,))
    if now.with_seats(s.seats).notes != s.notes and now.notes != s.notes:
        yield Verb("with_notes", (list(s.notes),))


def _alliances(now: Scenario, s: Scenario) -> Iterator[Verb]:
    """One verb that leads there, as a person would say it; else the alliances themselves."""
    if now.alliances != s.alliances:
        ways = (verb for verb in _ways(now, s) if verb.applied(now).alliances == s.alliances)
        yield next(ways, Verb("with_alliances", (list(s.alliances),)))


def _ways(now: Scenario, s: Scenario) -> Iterator[Verb]:
    yield Verb("without_alliances", ())
    for alliance in now.alliances:
        yield Verb("dissolve", (alliance.name,))
    for letter in now.letters:
        yield Verb("leave", (letter,))
    for alliance in now.alliances:
        for letter in now.letters:
            yield Verb("join", (letter, alliance.name))
    for alliance in s.alliances:
        yield Verb("unite", (list(alliance.letters),))


def _lots(s: Scenario) -> Iterator[str]:
    """The lots that were drawn, one after the other."""
    counted = count(s.with_drawn(()))
    for lot, winners in s.drawn:
        counted = counted.settle({lot: winners})
        where, tied = _text(lot.alliance), _text(lot.tied)
        drawn = f"{{vf.Lot({where}, {tied}, {lot.seats}): {_text(winners)}}}"
        yield f"s = vf.count(s).settle({drawn}).scenario\n"


def _text(thing: Any) -> str:
    """Python that says it.

    Examples
    --------
    >>> print(_text({"Å": [1, "Ø"]}), _text(("A",)))
    {"Å": [1, "Ø"]} ("A",)
    """
    if isinstance(thing, Alliance):
        return _text(list(thing.members))
    if isinstance(thing, Mapping):
        return f"{{{', '.join(f'{_text(key)}: {_text(value)}' for key, value in thing.items())}}}"
    if isinstance(thing, list):
        return f"[{', '.join(map(_text, thing))}]"
    if isinstance(thing, tuple):
        return f"({', '.join(map(_text, thing))}{',' * (len(thing) == 1)})"
    if isinstance(thing, str):
        plain = repr(thing)
        return f'"{plain[1:-1]}"' if plain[0] == "'" and '"' not in thing else plain
    return hex(thing) if isinstance(thing, int) and thing >= LONGEST else repr(thing)
