"""What the named rules say besides the request."""

import pytest

from valgforbund import ScenarioError
from valgforbund.proportional import RULES, share_required


def test_forty_per_cent_is_law_on_aland_and_in_finland_but_not_in_sweden() -> None:
    assert {rule: share_required(rule) for rule in RULES} == {
        "åland": True,
        "finland": True,
        "sweden": False,
    }


def test_another_rule_is_an_error() -> None:
    with pytest.raises(ScenarioError, match="The rule is one of åland, finland, sweden"):
        share_required("norge")
