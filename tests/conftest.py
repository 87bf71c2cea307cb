"""What all tests share: the slow count on the path, and hypothesis without chance or clocks."""

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))  # tests compare with slow_count.py and elections.py

settings.register_profile(
    "same_everywhere",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("same_everywhere")
