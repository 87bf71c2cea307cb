"""The files of a feed that have been read, and those that were put aside."""

from __future__ import annotations

import posixpath
import time

from valgforbund.errors import ScenarioError
from valgforbund.live.store import MOST_ONE, Listing, Mark
from valgforbund.sources.content import too_large
from valgforbund.sources.feed_files import kind_of
from valgforbund.sources.feed_forms import Form, form_of
from valgforbund.sources.limits import MOST_FEED

SETTLED = 2.0  # seconds after which a change shows in a file's time, however coarse that is
UNSEEN = Mark(-1, -1)  # of a file that was read and cannot be looked at now
FIRST = "kandidat-data"  # without these no count can be understood


class Inbox:
    """What has been read so far.

    A file that is torn is put aside and read again when it has changed; what it held before
    stays. A file that changed last of all may change again without showing it, as times of files
    are coarse: it is read at every listing until two seconds have passed. A file is forgotten
    when it was gone in two listings one after the other: after one it may only be on its way to
    being written anew.

    Attributes
    ----------
    forms : dict of path to Form
    aside : dict of path to ScenarioError
        What could not be used, and why.
    version : int
        It grows with every change of the forms.
    """

    def __init__(self) -> None:
        self.forms: dict[str, Form] = {}
        self.aside: dict[str, ScenarioError] = {}
        self.version = 0
        self._marks: dict[str, Mark] = {}
        self._young: dict[str, float] = {}  # when a file was first seen as it is, if it may change
        self._now = 0.0
        self._gone: set[str] = set()

    def wanted(self, listing: Listing) -> dict[str, Mark]:
        """The files that are new or have changed, candidates first; what is gone is forgotten."""
        self._forget(listing)
        self.aside = {path: why for path, why in self.aside.items() if path in listing.files}
        self.aside |= listing.refused
        self._marks |= {path: UNSEEN for path in listing.refused if path in self._marks}
        self._now = time.monotonic()
        newest = max((mark.changed for mark in listing.files.values()), default=0)
        found: dict[str, Mark] = {}
        total = 0
        for path, mark in sorted(listing.files.items(), key=_order):
            total += mark.size
            size, most = (mark.size, MOST_ONE) if mark.size > MOST_ONE else (total, MOST_FEED)
            if size > most:
                total -= mark.size
                self.aside[path] = too_large(posixpath.basename(path), size, most)
                continue
            if self._marks.get(path) != mark:
                found[path] = mark
                if mark.changed >= newest:
                    self._young[path] = self._now
                else:
                    self._young.pop(path, None)
            elif path in self._young:
                found[path] = mark
        return found

    def take(self, path: str, mark: Mark, data: bytes | ScenarioError) -> None:
        """A file that was read, or the reason why it could not be; then it is tried again."""
        if isinstance(data, ScenarioError):
            self.aside[path] = data
            return
        self._marks[path] = mark
        if self._now - self._young.get(path, self._now) > SETTLED:
            del self._young[path]
        form = form_of(str(kind_of(path)), data) if len(data) <= MOST_ONE else None
        if form is None:
            self.aside[path] = ScenarioError("follow_torn", file=posixpath.basename(path))
            return
        self.aside.pop(path, None)
        if self.forms.get(path) != form:
            self.forms[path] = form
            self.version += 1

    def _forget(self, listing: Listing) -> None:
        there = listing.files.keys() | listing.refused.keys()
        missing = {path for path in self._marks if path not in there}
        for path in missing & self._gone:
            del self._marks[path]
            self._young.pop(path, None)
            if self.forms.pop(path, None) is not None:
                self.version += 1
        self._gone = missing - self._gone


def _order(item: tuple[str, Mark]) -> tuple[bool, str]:
    return kind_of(item[0]) != FIRST, item[0]
