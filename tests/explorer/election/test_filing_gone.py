"""A file of an election from which lists were taken away, that were looked at, can be opened."""

from dataclasses import replace

from valgforbund import Scenario
from valgforbund.baselines import Baseline
from valgforbund.explorer.count.view import View
from valgforbund.explorer.election.filing import around


def test_what_no_longer_stands_is_not_in_the_file() -> None:
    s = Scenario({"A": 30, "B": 20, "C": 10}, 5, [["A", "B"]], place="Et sted")
    view = View(focus=frozenset("ABZ"), ours="Z", moving="Z", source="Z")
    view = replace(view, baseline=Baseline("without", "Z"))
    _, look = around(view, s)
    assert look.focus == frozenset("AB")
    assert (look.ours, look.moving, look.source) == ("", "", "new")
    assert look.baseline.letter == ""
