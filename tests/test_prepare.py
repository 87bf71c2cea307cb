"""After the preparation nothing is left to compile."""

import subprocess
import sys

SCRIPT = """
import numba, pandas as pd
compile, made = numba.njit, []
numba.njit = lambda *functions, **options: made.append(compile(*functions, **options)) or made[-1]
import valgforbund as vf
from valgforbund.prepare import prepare

def signatures():
    return {(each.py_func.__qualname__, str(one)) for each in made for one in each.signatures}

prepare()
prepared = signatures()
s = vf.load("KV2025", "Næstved")
every = vf.structures(s, forbidden=[("A", "V"), ("A", "C"), ("Å", "M")])
every.distribution, every.best("A"), every.worst("A"), every.stable(consent=True)
vf.stability(s), vf.bounds(s), vf.partners(s, "Å"), vf.admissions(s, "C-I-M-O-V-Æ")
vf.goal(s, "Å", seats=2)
for one in (s, s.with_candidates({"A": 1}), s.with_votes({"A": 0})):
    vf.bounds(one), vf.partners(one, "C")
    for model in (vf.Swing(), vf.Poll({}, 1000), vf.Draws(pd.DataFrame([s.votes] * 9))):
        vf.simulate(one, "C-I-M-O-V-Æ", draws=9, model=model, seed=1)
print(len(prepared), sorted(signatures() - prepared))
"""


def test_nothing_is_compiled_after_it() -> None:
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    number, left = done.stdout.split(maxsplit=1)
    assert int(number) > 5
    assert left.strip() == "[]"
