"""What a kernel frees goes back to the system."""

import os
import platform
import subprocess
import sys

import pytest

from valgforbund.server.allocator import LIMITS, give_back

# Large blocks of which the first is freed early, as arrays and pictures come and go; then all
# but the last, which lies on top of the heap. Prints the MB that are held, before and after.
FREED = """
import os
def held():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
bytearray(4 << 20)
before = held()
blocks = [bytearray(300_000) for _ in range(200)]
blocks[:-1] = []
print(before, held())
"""


def grown(environment: dict[str, str]) -> float:
    """How many MB a process holds after it has freed 60."""
    told = subprocess.run(
        [sys.executable, "-c", FREED], env=environment, capture_output=True, text=True, check=True
    )
    before, after = map(float, told.stdout.split())
    return after - before


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc reads these names")
def test_what_is_freed_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {name: value for name, value in os.environ.items() if name not in LIMITS}
    monkeypatch.setattr(os, "environ", plain)
    assert grown(plain) > 50  # what it is for
    give_back()
    assert grown(plain) < 5


def test_what_a_person_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LIMITS:
        monkeypatch.setenv(name, "7")
    give_back()
    assert {name: os.environ[name] for name in LIMITS} == dict.fromkeys(LIMITS, "7")
