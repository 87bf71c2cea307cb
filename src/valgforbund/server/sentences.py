"""Ending a command with one sentence."""

from __future__ import annotations

import errno
import sys
from typing import NoReturn

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
FORBIDDEN = (errno.EROFS, errno.EACCES, errno.EPERM)


def stop(sentence: str) -> NoReturn:
    """Leave with one sentence on stderr and exit code 1."""
    sys.exit(f"valgforbund: {sentence}")


def disk_problem(error: OSError) -> str:
    """One sentence for what the operating system says of a file or a program."""
    if error.errno in FULL:
        return "the disk is full; make room and start again."
    if error.errno in FORBIDDEN:
        return f"you may not write {error.filename}; start again where you may."
    return f"{error.filename or 'the system says'}: {error.strerror or error}."
