"""A scenario as a file, and what any file of ours holds."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
import pandas as pd

from valgforbund import checks
from valgforbund.baselines import Baseline, Reference
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing import candidates, disk
from valgforbund.sharing.candidates import Candidates, Person
from valgforbund.sharing.document import Document, Documents, Source, kind_of, pretty
from valgforbund.sharing.envelope import MOST_BYTES
from valgforbund.sharing.form import SCENARIO, ScenarioForm
from valgforbund.sharing.text import parsed, text_of
from valgforbund.waste import WASTED


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a scenario was looked at.

    Attributes
    ----------
    focus : frozenset of str
        Members of the alliance that was looked at.
    baseline : Baseline
        The other world.
    reference : Reference or None
        What the seats were held against instead.
    ours : str
        The person's own list.
    measure : str
        Which votes count as stemmespild.
    per_cent_of : int
        Votes in all that shares were of; 0 where votes were entered.
    moving, source : str
        The list whose votes the slider moves, and where they come from.
    drawn : tuple of ScenarioForm
        Worlds that it was compared with, their lots drawn.
    candidates : tuple of Candidate
        Those that were brought along.
    typed : tuple of Candidate
        Those that were typed in place of them, list by list.
    followed : Person or None
        The candidate who was kept in sight.
    """

    focus: frozenset[str] = frozenset()
    baseline: Baseline = Baseline("dissolved")
    reference: Reference | None = None
    ours: str = ""
    measure: str = WASTED
    per_cent_of: Annotated[int, msgspec.Meta(ge=0)] = 0
    moving: str = ""
    source: str = "new"
    drawn: tuple[ScenarioForm, ...] = ()
    candidates: Candidates = ()
    typed: Candidates = ()
    followed: Person | None = None


KINDS = (SCENARIO.name, "proposal", "meeting", "classwork", "remarks", "evening")  # one a tool
SCENARIOS = Documents[ScenarioForm, Look](SCENARIO.name, SCENARIO.version, ScenarioForm, Look)


@dataclass(frozen=True)
class File:
    """What a file holds.

    Attributes
    ----------
    kind : str
        ``"scenario"``; of the other tools ``"proposal"``, ``"meeting"``, ``"classwork"``,
        ``"remarks"`` and ``"evening"``.
    version : int
    state : Scenario
        Of another kind: what stands in the file, as dicts and lists.
    original : Scenario or None
        What it was changed from.
    variants : mapping of str to Scenario
    view : Look or None
        Alliance in focus, baseline and what else it was looked at with.
    source : Source
        Where the votes are from, the day, and the program with its version.
    """

    kind: str
    version: int
    state: Any
    original: Any
    variants: Mapping[str, Any]
    view: Any
    source: Source

    @property
    def candidates(self) -> pd.DataFrame:
        """The candidates that were kept with a scenario, as `valgforbund.elected` takes them.

        One row each: letter, candidate (place on the ballot paper), name, votes (personal; missing
        until they are counted), form, list_votes. Empty where none were kept.
        """
        if not isinstance(self.view, Look):
            return candidates.frame_of(())
        return candidates.frame_of(candidates.replaced(self.view.candidates, self.view.typed))


def kept(file: File) -> pd.DataFrame | None:
    """The candidates that were kept with a scenario; None where there are none."""
    found = file.candidates
    return None if found.empty else found


def save(
    scenario: Scenario,
    path: str | os.PathLike[str],
    votes: str = "",
    persons: pd.DataFrame | None = None,
) -> None:
    """Write a scenario to a file; what was there before stays where writing fails."""
    look = None if persons is None else Look(candidates=candidates.of(persons, scenario.find))
    source = Source.now(checks.text("votes", votes))
    document = SCENARIOS.of(ScenarioForm.of(scenario), view=look, source=source)
    place = disk.place_of(path)
    data = pretty(SCENARIOS.write(document))
    if len(data) > MOST_BYTES:
        raise _too_large(len(data), MOST_BYTES)
    disk.put(place, data)


def open_file(path: str | os.PathLike[str] | bytes) -> File:
    """All that a file of ours holds, whichever tool it is from.

    Parameters
    ----------
    path : str, path or bytes
        Bytes are the file itself.

    Returns
    -------
    File

    Raises
    ------
    ScenarioError
        If there is no such file, or it is torn, foreign, too large or of a later version.

    Examples
    --------
    >>> file = open_file(b'''{"kind": "scenario", "version": 1, "state": {"seats": 3,
    ...     "lists": [{"letter": "A", "votes": 5}]}, "source": {"saved": "2026-03-01"}}''')
    >>> file.kind, file.state.seats, file.source.saved
    ('scenario', 3, '2026-03-01')
    """
    data = content(path)
    kind = kind_of(parsed(text_of(data)))
    if kind not in KINDS:
        raise ScenarioError("saved_kind_unknown", kind=kind, known=", ".join(KINDS))
    if kind != SCENARIOS.kind:
        read = Documents[Any, Any](kind, 2**31, Any, Any).read(data)
        return _file(read, read.state, read.original, [each.state for each in read.variants])
    document = SCENARIOS.read(data)
    original = document.original and document.original.scenario()
    variants = [each.state.scenario() for each in document.variants]
    return _file(document, document.state.scenario(), original, variants)


def read_file(path: str | os.PathLike[str] | bytes) -> Scenario:
    """The scenario of a file.

    Parameters
    ----------
    path : str, path or bytes

    Raises
    ------
    ScenarioError
        As `open_file`, and if the file is of another tool.
    """
    return SCENARIOS.read(content(path)).state.scenario()


def content(path: str | os.PathLike[str] | bytes) -> bytes:
    """What is in a file, if it is not too large to be one of ours."""
    if isinstance(path, bytes):
        return path
    return disk.content(disk.path_of(path), MOST_BYTES, _too_large)


def _too_large(size: int, most: int) -> ScenarioError:
    return ScenarioError("saved_too_large", size=size, limit=most)


def _file(document: Document[Any, Any], state: Any, original: Any, variants: list[Any]) -> File:
    named = [each.name for each in document.variants]
    for name, n in Counter(named).items():
        if n > 1:
            raise ScenarioError("label_given_twice", label=name)
    return File(
        document.kind,
        document.version,
        state,
        original,
        MappingProxyType(dict(zip(named, variants, strict=True))),
        document.view,
        document.source or Source(),
    )
