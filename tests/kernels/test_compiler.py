"""Compiled copies: numba is loaded when something is compiled, and plain functions stay plain."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from valgforbund.kernels import coalitions as kernel
from valgforbund.kernels.compiler import compiled, forget_stale


def test_importing_a_kernel_loads_no_numba() -> None:
    code = (
        "import sys, valgforbund.kernels.coalitions, valgforbund.strategy.goals;"
        "print('numba' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_the_copies_are_compiled_and_the_originals_are_not() -> None:
    *_, plain = kernel.PARTS
    count = compiled(*kernel.PARTS)
    assert count.py_func.__name__ == plain.__name__
    assert count is compiled(*kernel.PARTS)
    inside = count.py_func.__globals__
    assert inside is not plain.__globals__
    for each in kernel.PARTS:
        assert type(plain.__globals__[each.__name__]).__name__ == "function"
        assert each is plain or type(inside[each.__name__]).__name__ == "CPUDispatcher"


def test_without_a_folder_to_write_to_it_is_compiled_anyway(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import numba

    plain = numba.njit

    def njit(*given: object, cache: bool = False, **options: object) -> object:
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return plain(*given, **options)

    monkeypatch.setattr(numba, "njit", njit)
    try:
        assert compiled(double)(21) == 42
    finally:
        compiled.cache_clear()


def double(number: int) -> int:
    return 2 * number


def test_machine_code_older_than_a_source_is_removed(tmp_path: Path) -> None:
    source, cache = tmp_path / "kernel.py", tmp_path / "__pycache__"
    cache.mkdir()
    old, new = cache / "kernel.old.nbi", cache / "kernel.new.nbi"
    for path, time in ((old, 1), (source, 2), (new, 3)):
        path.touch()
        os.utime(path, (time, time))
    forget_stale(tmp_path)
    assert not old.exists()
    assert new.exists()
