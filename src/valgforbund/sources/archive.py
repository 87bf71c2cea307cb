"""Zip files that somebody brings: read in memory within limits, and never unpacked to the disk."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from valgforbund.errors import ScenarioError
from valgforbund.sources.content import too_large

ENCRYPTED = 1  # a flag of an entry
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others may take any amount of memory
OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
PIECE = 1 << 20


class Archive:
    """The entries of a zip file.

    Parameters
    ----------
    name : str
        For messages.
    data : bytes
    most_entries, most_bytes : int
        How many entries it may have, and how much may be read of it, unpacked.

    Raises
    ------
    ScenarioError
        If it is no zip file, is encrypted, has too many entries, or one whose path leads out.
    """

    def __init__(self, name: str, data: bytes, most_entries: int, most_bytes: int) -> None:
        self._name, self._most, self._read = name, most_bytes, 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise ScenarioError("file_damaged", file=name) from None
        if len(entries) > most_entries:
            raise ScenarioError(
                "archive_too_many", file=name, entries=len(entries), limit=most_entries
            )
        for each in entries:
            if OUTSIDE.search(each.filename) or "\0" in each.orig_filename:
                raise ScenarioError("archive_path", file=name, entry=each.filename)
            if each.flag_bits & ENCRYPTED:
                raise ScenarioError("file_encrypted", file=name)
        self._entries = [each for each in entries if not each.is_dir()]

    @property
    def names(self) -> list[str]:
        """The path of every entry inside the archive; one may stand there twice."""
        return [each.filename for each in self._entries]

    def read(self, is_wanted: Callable[[str], bool]) -> list[tuple[str, bytes]]:
        """The entries that are wanted, each with its bytes.

        Raises
        ------
        ScenarioError
            If they are larger than may be, whatever the archive says of itself, or damaged.
        """
        wanted = [each for each in self._entries if is_wanted(each.filename)]
        said = sum(each.file_size for each in wanted)
        if said > self._most:
            raise too_large(self._name, said, self._most)
        return [(each.filename, self._bytes(each)) for each in wanted]

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.compress_type not in METHODS:
            raise ScenarioError("file_damaged", file=self._name)
        pieces: list[bytes] = []
        try:
            with self._zip.open(entry) as file:
                while piece := file.read(PIECE):
                    pieces.append(piece)
                    self._read += len(piece)
                    if self._read > self._most:
                        raise too_large(self._name, self._read, self._most)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as bad:
            if isinstance(bad, ScenarioError):
                raise
            raise ScenarioError("file_damaged", file=self._name) from None
        return b"".join(pieces)
