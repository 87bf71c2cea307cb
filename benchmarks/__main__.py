"""Print the benchmarks and whether their limits are met; the exit code is always 0."""

from __future__ import annotations

import sys
from importlib.util import find_spec

if not all(map(find_spec, ("votelib", "apportionment"))):
    sys.exit("The benchmarks need the peers of the extra 'bench': pip install \".[bench]\".")

from benchmarks import night, reports, simulation, structures, study
from benchmarks.counting import JUDGED, LEAST, table

times = table()
print(times.round(1).to_string())
for way, least in LEAST.items():
    for case in JUDGED:
        ratio = times.loc[case, f"votelib / {way}"]
        verdict = "met" if ratio >= least else "NOT MET"
        print(f"{way}, {case}: {ratio:.1f} times as fast as votelib; wanted {least}: {verdict}")
simulation.report()
study.report()
structures.report()
night.report()
reports.report()
