"""Print the benchmarks and whether their limits are met; the exit code is always 0."""

from __future__ import annotations

from benchmarks import simulation, structures, study
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
