"""Compiled copies: numba is loaded when something is compiled, and plain functions stay plain."""

import subprocess
import sys

from valgforbund.kernels import coalitions as kernel
from valgforbund.kernels.compiler import compiled


def test_importing_a_kernel_loads_no_numba() -> None:
    code = (
        "import sys, valgforbund.kernels.coalitions, valgforbund.strategy.goals;"
        "print('numba' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_the_copies_are_compiled_and_the_originals_are_not() -> None:
    count = compiled(*kernel.PARTS)
    assert count.py_func.__name__ == "_count"
    assert count is compiled(*kernel.PARTS)
    assert type(kernel._ranking).__name__ == "function"
    assert type(count.py_func.__globals__["_ranking"]).__name__ == "CPUDispatcher"
    assert count.py_func.__globals__ is not kernel._count.__globals__
