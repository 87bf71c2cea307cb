"""Functions that run as plain Python and, when there is much to do, compiled by numba."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any


@cache
def compiled(*functions: FunctionType, error_model: str = "python") -> Callable[..., Any]:
    """The last of some functions, compiled with the earlier ones that it calls.

    Numba is loaded here and not before. Each function is compiled as a copy whose globals are the
    compiled others: so the plain ones stay plain, and the machine code is kept on disk between
    starts (a closure over compiled functions would never be found there again). With the error
    model ``"numpy"`` a division by zero is no error, so that loops over divisions can be vectors.
    """
    import numba  # noqa: PLC0415 -- half a second that only those pay who compile

    scope = dict(functions[-1].__globals__)
    for function in functions:
        copy = FunctionType(function.__code__, scope, function.__name__)
        scope[function.__name__] = numba.njit(copy, nogil=True, cache=True, error_model=error_model)
    last: Callable[..., Any] = scope[functions[-1].__name__]
    return last
