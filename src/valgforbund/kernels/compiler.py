"""Functions that run as plain Python and, when there is much to do, compiled by numba."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from types import FunctionType
from typing import Any


@cache
def compiled(
    *functions: FunctionType,
    error_model: str = "python",
    lends: bool = False,
    in_place: tuple[FunctionType, ...] = (),
) -> Callable[..., Any]:
    """The last of some functions, compiled with the earlier ones that it calls.

    Numba is loaded here and not before. Each function is compiled as a copy whose globals are the
    compiled others: so the plain ones stay plain, and the machine code is kept on disk between
    starts (a closure over compiled functions would never be found there again). With the error
    model ``"numpy"`` a division by zero is no error, so that loops over divisions can be vectors.
    Functions that make no array and cut none can lend theirs to each other: nobody keeps account
    of who holds them, which costs more than a short function does. Those `in_place` are written
    out where they are called: a call hands over nine numbers for a table, and short functions
    that are called for each structure do little else.
    """
    import numba  # noqa: PLC0415 -- half a second that only those pay who compile

    forget_stale(Path(__file__).parent)
    options: dict[str, Any] = {"nogil": True, "error_model": error_model}
    options |= {"_nrt": False} if lends else {}
    scope: dict[str, Any] = {}
    for function in functions:
        scope |= function.__globals__
    for function in functions:
        copy = FunctionType(function.__code__, scope, function.__name__)
        inline = "always" if function in in_place else "never"
        make = partial(numba.njit, copy, inline=inline, **options)
        try:
            scope[function.__name__] = make(cache=True)
        except RuntimeError:  # no folder that can be written to: compiled again at every start
            scope[function.__name__] = make()
    last: Callable[..., Any] = scope[functions[-1].__name__]
    return last


def forget_stale(folder: Path) -> None:
    """Remove machine code that is older than any source here.

    Numba looks at the file of a function, not at those of the functions that it calls.
    """
    newest = max(path.stat().st_mtime for path in folder.glob("*.py"))
    for index in (folder / "__pycache__").glob("*.nbi"):
        with suppress(FileNotFoundError):  # another thread or process was faster
            if index.stat().st_mtime < newest:
                index.unlink()
