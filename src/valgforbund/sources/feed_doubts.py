"""Counts of the feed that say one thing, each once; what contradicts itself is left out.

The votes of a list are those for the list itself and for its candidates, and never fewer; those of
all lists are the valid votes of the area. A count that tells neither is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

import msgspec

from valgforbund.sources.feed_forms import NONE, CountForm, ListForm
from valgforbund.sources.reading import Remark, remark


class Named(Protocol):
    """Something that goes by an id."""

    @property
    def id(self) -> str:
        """The id."""


Thing = TypeVar("Thing", bound=Named)


class Cleared(NamedTuple):
    """Counts of which each is used as it is, and what is to be said of the others."""

    counts: list[CountForm]
    remarks: tuple[Remark, ...]


def cleared(counts: Iterable[CountForm]) -> Cleared:
    """The counts, those that contradict themselves as areas that are not counted yet."""
    made: list[CountForm] = []
    twice = unclear = missing = 0
    for form in counts:
        lists = [] if form.result == NONE else [_whole(each) for each in form.lists or ()]
        kept = once(lists)
        if kept is None or any(_is_wrong(each) for each in kept) or not _adds_up(form, kept):
            unclear += 1
            made.append(uncounted(form))
            continue
        twice += len(lists) - len(kept)
        missing += sum(each.votes is None for each in kept)
        made.append(msgspec.structs.replace(form, lists=tuple(kept)) if lists else form)
    told = [remark("feed_unclear_counts", n=unclear)] if unclear else []
    told += [remark("feed_twice", n=twice)] if twice else []
    told += [remark("feed_votes_missing", n=missing)] if missing else []
    return Cleared(made, tuple(told))


def uncounted(form: CountForm) -> CountForm:
    """A count that is not used, as that of an area that is not counted yet."""
    return msgspec.structs.replace(form, result=NONE, lists=None)


def once(things: Iterable[Thing]) -> list[Thing] | None:
    """Things by their ids, each once; None where two of one id are not the same."""
    found: dict[str, Thing] = {}
    for each in things:
        if found.setdefault(each.id, each) != each:
            return None
    return [*found.values()]


def _whole(form: ListForm) -> ListForm:
    """A list with its votes, where only their parts are told."""
    if form.votes is not None or (form.own is None and not form.people):
        return form
    return msgspec.structs.replace(form, votes=_parts(form))


def _adds_up(form: CountForm, lists: Sequence[ListForm]) -> bool:
    """Whether lists have the valid votes of an area together; without those, any votes at all."""
    if form.result == NONE:
        return True
    known = [each.votes for each in lists if each.votes is not None]
    return bool(known) if form.valid is None else sum(known) == form.valid


def _is_wrong(form: ListForm) -> bool:
    if form.people and once(form.people) != [*form.people]:
        return True
    return form.votes is not None and form.votes < _parts(form)


def _parts(form: ListForm) -> int:
    """The votes for the list itself and for its candidates."""
    return (form.own or 0) + sum(each.votes or 0 for each in form.people or ())
