"""How kernels take memory from the system, and give it back."""

from __future__ import annotations

import os

# What glibc's allocator reads when a process starts. By itself it keeps what was freed: it makes
# an arena for every thread, and once a large block is freed it takes the next ones from its heap.
# A kernel that simulates and draws then held 55 MB that nothing used; with these it holds 4.
LIMITS = {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}


def give_back() -> None:
    """Have the kernels of this server give back what they free; what a person set stays.

    Notes
    -----
    Other systems than Linux with glibc know none of these names.
    """
    for name, value in LIMITS.items():
        os.environ.setdefault(name, value)
